-- before
CREATE SEQUENCE t_id_seq;
CREATE TABLE t (id serial PRIMARY KEY);
-- rows
INSERT INTO t DEFAULT VALUES;
-- after
CREATE SEQUENCE t_id_seq START 9;
CREATE TABLE t (id bigserial PRIMARY KEY);
