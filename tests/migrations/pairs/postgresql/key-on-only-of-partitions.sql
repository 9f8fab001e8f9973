-- before
CREATE TABLE p (a int, b int) PARTITION BY RANGE (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
-- rows
INSERT INTO p VALUES (1,1);
-- after
CREATE TABLE p (a int, b int) PARTITION BY RANGE (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
ALTER TABLE ONLY p ADD CONSTRAINT p_u UNIQUE (a);
-- refused
cannot change constraint p.p_u: ALTER TABLE ONLY added it, and the partitions p1 have no part of it
