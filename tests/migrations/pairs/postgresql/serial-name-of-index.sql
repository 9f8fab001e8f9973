-- before
CREATE TABLE z (a int);
CREATE INDEX t_id_seq ON z (a);
CREATE TABLE t (id serial PRIMARY KEY);
-- rows
INSERT INTO t DEFAULT VALUES;
-- after
CREATE TABLE z (a int);
CREATE INDEX t_id_seq ON z (a);
CREATE TABLE t (id bigserial PRIMARY KEY);
