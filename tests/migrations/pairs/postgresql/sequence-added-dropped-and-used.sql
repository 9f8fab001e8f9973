-- before
CREATE SEQUENCE s;
CREATE TABLE t (a int DEFAULT nextval('s'));

-- rows
INSERT INTO t DEFAULT VALUES;

-- after
CREATE SEQUENCE r START 5;
CREATE TABLE t (a bigint DEFAULT nextval('r'), b int DEFAULT nextval('public.r'::regclass));
