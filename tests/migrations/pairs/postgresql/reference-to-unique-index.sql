-- before
CREATE TABLE p (a int, b int);
CREATE UNIQUE INDEX pa ON p (a);
CREATE TABLE c (a int REFERENCES p (a));

-- rows
INSERT INTO p VALUES (1, 1); INSERT INTO c VALUES (1);

-- after
CREATE TABLE p (a int, b int);
CREATE UNIQUE INDEX pa ON p (a) INCLUDE (b);
CREATE TABLE c (a int REFERENCES p (a));
