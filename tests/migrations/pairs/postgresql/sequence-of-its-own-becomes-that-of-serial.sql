-- before
CREATE SEQUENCE t_id_seq INCREMENT BY -1 MINVALUE -1000 MAXVALUE 100;
CREATE TABLE t (id integer PRIMARY KEY DEFAULT nextval('t_id_seq'));
CREATE SEQUENCE u_no_seq;
ALTER SEQUENCE u_no_seq INCREMENT BY 5;
CREATE TABLE u (id integer);

-- rows
INSERT INTO t DEFAULT VALUES;
INSERT INTO t VALUES (-3);

-- after
CREATE TABLE t (id serial PRIMARY KEY);
CREATE TABLE u (id integer, no serial);
