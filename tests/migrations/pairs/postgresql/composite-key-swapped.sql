-- before
CREATE TABLE k (a int, b int, c text, PRIMARY KEY (a, b));
CREATE TABLE d (a int, b int, FOREIGN KEY (a, b) REFERENCES k);
-- rows
INSERT INTO k VALUES (1,2,'x'); INSERT INTO d VALUES (1,2);
-- after
CREATE TABLE k (a int, b int, c text NOT NULL UNIQUE, id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, UNIQUE (a, b));
CREATE TABLE d (a int, b int, FOREIGN KEY (a, b) REFERENCES k (a, b) MATCH FULL);
