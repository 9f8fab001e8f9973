-- before
CREATE TABLE t (id int PRIMARY KEY, b int);
-- rows
INSERT INTO t VALUES (1,2);
-- after
CREATE SCHEMA app;
SET search_path = app;
-- flash:rename public.t t
CREATE TABLE t (id int PRIMARY KEY, b int);
RESET search_path;
