-- before
CREATE TABLE p (id int, r int);
-- rows
INSERT INTO p VALUES (1,1);
-- after
CREATE TABLE p (a int, b int) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p DEFAULT;
