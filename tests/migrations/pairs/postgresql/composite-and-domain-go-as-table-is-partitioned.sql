-- before
CREATE TYPE addr AS (city text, street text);
CREATE DOMAIN d AS int;
CREATE TABLE p (id int, a addr, b d);
-- rows
INSERT INTO p VALUES (1,'(a,b)',4),(2,NULL,5);
-- after
CREATE TABLE p (id int, b int) PARTITION BY LIST (id);
CREATE TABLE p1 PARTITION OF p DEFAULT;
