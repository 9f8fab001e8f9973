-- before
CREATE TYPE st AS ENUM ('a','b');
CREATE TABLE p (id int, s st, t st[]);
-- rows
INSERT INTO p VALUES (1,'a','{a,b}'),(2,'b',NULL);
-- after
CREATE TABLE p (id int, s text, t text[]) PARTITION BY LIST (s);
CREATE TABLE p1 PARTITION OF p DEFAULT;
