-- before
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text);
CREATE TABLE other (x int);
-- rows
INSERT INTO other VALUES (1);
-- after
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text);
ALTER TABLE t RENAME COLUMN a TO c;
CREATE TABLE other (x int);
CREATE TABLE first (id int PRIMARY KEY, a int NOT NULL);
ALTER TABLE first RENAME TO last;
