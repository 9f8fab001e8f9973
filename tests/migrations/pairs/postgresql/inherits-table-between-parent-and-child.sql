-- before
CREATE TABLE p (id int PRIMARY KEY, n text NOT NULL);
CREATE TABLE c (x int, y int NOT NULL, PRIMARY KEY (id)) INHERITS (p);
-- rows
INSERT INTO c VALUES (1, 'n', 2, 3);
-- after
CREATE TABLE p (id int PRIMARY KEY, n text NOT NULL);
CREATE TABLE m (x int, y int NOT NULL) INHERITS (p);
CREATE TABLE c (PRIMARY KEY (id)) INHERITS (m);
