-- before
CREATE FUNCTION revcmp(a int, b int) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT sign(b - a)::int $$;
CREATE OPERATOR CLASS rev_ops FOR TYPE int USING btree AS OPERATOR 1 >, OPERATOR 2 >=, OPERATOR 3 =, OPERATOR 4 <=, OPERATOR 5 <, FUNCTION 1 revcmp(int, int);
CREATE TABLE t (a int);
CREATE INDEX ti ON t (a rev_ops);
-- rows
INSERT INTO t VALUES (1);
-- after
CREATE TABLE t (a int);
CREATE INDEX ti ON t (a);
