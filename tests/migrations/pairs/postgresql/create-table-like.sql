-- before
CREATE TABLE base (a int NOT NULL DEFAULT 1, b text);
CREATE TABLE copy (LIKE base INCLUDING ALL);

-- rows
INSERT INTO copy VALUES (1, 'x');

-- after
CREATE TABLE base (a int NOT NULL DEFAULT 1, b text);
CREATE TABLE copy (LIKE base INCLUDING ALL, c int);
CREATE TABLE another (LIKE copy INCLUDING DEFAULTS);
