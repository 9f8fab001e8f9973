-- before
CREATE TABLE p (id int, g int GENERATED ALWAYS AS (id * 2) STORED);
CREATE TABLE c (x int) INHERITS (p);
CREATE TABLE d (x int) INHERITS (p);
-- rows
INSERT INTO c (id, x) VALUES (1,2);
INSERT INTO d (id, x) VALUES (1,2);
-- after
CREATE TABLE p (id int, g int GENERATED ALWAYS AS (id * 3) STORED);
CREATE TABLE c (id int, g int GENERATED ALWAYS AS (id * 2) STORED, x int);
CREATE TABLE d (x int) INHERITS (p);
