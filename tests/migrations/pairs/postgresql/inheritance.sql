-- before
CREATE TABLE base (a int NOT NULL, b text);
CREATE TABLE kid (c int) INHERITS (base);
CREATE TABLE free (a int NOT NULL, b text, c int);

-- rows
INSERT INTO kid VALUES (1, 'x', 2); INSERT INTO free VALUES (1, 'y', 3);

-- after
CREATE TABLE base (a bigint NOT NULL, b text, d int DEFAULT 4);
CREATE TABLE kid (c int) INHERITS (base);
CREATE TABLE free (a int NOT NULL, b text, c int);
CREATE TABLE new_kid (CHECK (a > 0)) INHERITS (base);
