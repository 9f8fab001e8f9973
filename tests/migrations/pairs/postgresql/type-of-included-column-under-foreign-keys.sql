-- before
CREATE EXTENSION btree_gist;
CREATE TYPE state AS ENUM ('shelf', 'lent');
CREATE TABLE copies (
    id int, state state NOT NULL, weight int, CONSTRAINT copies_pk PRIMARY KEY (id) INCLUDE (state)
);
CREATE UNIQUE INDEX copies_weight ON copies (id) INCLUDE (weight);
CREATE TABLE loans (copy int REFERENCES copies ON DELETE CASCADE);
CREATE TABLE shelves (
    no int, during daterange, length int, PRIMARY KEY (no, during WITHOUT OVERLAPS) INCLUDE (length)
);
CREATE TABLE placed (
    no int, during daterange, FOREIGN KEY (no, PERIOD during) REFERENCES shelves (no, PERIOD during)
);
-- rows
INSERT INTO copies VALUES (1, 'lent', 5);
INSERT INTO loans VALUES (1);
INSERT INTO shelves VALUES (1, '[2024-01-01,2025-01-01)', 90);
INSERT INTO placed VALUES (1, '[2024-01-01,2024-02-01)');
-- after
CREATE EXTENSION btree_gist;
CREATE TYPE state AS ENUM ('lent');
CREATE TABLE copies (
    id int, state state NOT NULL, weight text, CONSTRAINT copies_pk PRIMARY KEY (id) INCLUDE (state)
);
CREATE UNIQUE INDEX copies_weight ON copies (id) INCLUDE (weight);
CREATE TABLE loans (copy int REFERENCES copies ON DELETE CASCADE);
CREATE TABLE shelves (
    no int, during daterange, length numeric, PRIMARY KEY (no, during WITHOUT OVERLAPS) INCLUDE (length)
);
CREATE TABLE placed (
    no int, during daterange, FOREIGN KEY (no, PERIOD during) REFERENCES shelves (no, PERIOD during)
);
