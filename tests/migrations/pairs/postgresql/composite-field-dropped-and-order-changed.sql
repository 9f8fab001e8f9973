-- before
CREATE TYPE addr AS (street text, zip text, city text);
CREATE TABLE p (id int PRIMARY KEY, a addr, hist addr[]);
-- rows
INSERT INTO p VALUES (1, ROW('s','z','c'), ARRAY[ROW('s2','z2','c2')::addr]);
-- after
CREATE TYPE addr AS (city text, street text);
CREATE TABLE p (id int PRIMARY KEY, a addr, hist addr[]);
