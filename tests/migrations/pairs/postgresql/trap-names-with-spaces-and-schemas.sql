-- before
CREATE TABLE t (a int, b int);

-- rows
INSERT INTO t VALUES (1, 2), (3, 4);

-- after
CREATE TABLE public.t (a int, b int, "two words" int);
CREATE SCHEMA s;
CREATE TABLE s."my table" (a int)
