-- before
CREATE TABLE a (id integer NOT NULL);
CREATE TABLE b (id integer NOT NULL);
CREATE TABLE c (NOT NULL id) INHERITS (a, b);
CREATE TABLE d () INHERITS (a, b);
-- rows
INSERT INTO a VALUES (1);
INSERT INTO b VALUES (1);
INSERT INTO c VALUES (1);
INSERT INTO d VALUES (1);
-- after
-- flash:rename a a1
CREATE TABLE a1 (id integer NOT NULL);
-- flash:rename b b1
CREATE TABLE b1 (id integer NOT NULL);
CREATE TABLE c (NOT NULL id) INHERITS (a1, b1);
CREATE TABLE d () INHERITS (a1, b1);
