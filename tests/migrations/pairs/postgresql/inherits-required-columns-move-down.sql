-- before
CREATE TABLE p (id int NOT NULL, name text NOT NULL, w int);
CREATE TABLE c (x int) INHERITS (p);
CREATE TABLE d (x int, PRIMARY KEY (id)) INHERITS (p);
-- rows
INSERT INTO c VALUES (1, 'n', 2, 3);
INSERT INTO d VALUES (1, 'n', 2, 3);
-- after
CREATE TABLE p (id int NOT NULL);
CREATE TABLE c (name text NOT NULL, w int, x int) INHERITS (p);
CREATE TABLE d (name text NOT NULL, x int, PRIMARY KEY (id)) INHERITS (p);
