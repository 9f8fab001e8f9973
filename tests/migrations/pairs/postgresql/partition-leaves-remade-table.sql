-- before
CREATE TABLE p (id int, s text, k int) PARTITION BY LIST (s);
CREATE TABLE pa PARTITION OF p FOR VALUES IN ('a');
CREATE TABLE pd PARTITION OF p DEFAULT;
-- rows
INSERT INTO p VALUES (2,'b',2);
INSERT INTO pa VALUES (1,'a',1);
-- after
CREATE TABLE p (id int, s text, k int) PARTITION BY LIST (k);
CREATE TABLE pd PARTITION OF p DEFAULT;
CREATE TABLE pa (id int, s text, k int);
-- moved
SELECT id, s, k FROM pa;
SELECT id, s, k FROM pa;
