-- before
CREATE TABLE p (id int NOT NULL, n text NOT NULL);
CREATE TABLE c (x int) INHERITS (p);
CREATE TABLE d (x int, PRIMARY KEY (id)) INHERITS (p);
-- rows
INSERT INTO c VALUES (1, 'n', 2);
INSERT INTO d VALUES (1, 'n', 2);
-- after
CREATE TABLE p (id int NOT NULL, n text NOT NULL, q int NOT NULL, r text NOT NULL DEFAULT 'r');
CREATE TABLE c (x int, y int NOT NULL, z date NOT NULL, PRIMARY KEY (id)) INHERITS (p);
CREATE TABLE d (x int NOT NULL) INHERITS (p);
