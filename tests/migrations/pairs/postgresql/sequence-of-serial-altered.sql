-- before
CREATE TABLE t (id serial);

-- rows
INSERT INTO t DEFAULT VALUES;

-- after
CREATE TABLE t (id serial);
ALTER SEQUENCE t_id_seq START 100 INCREMENT 10 CACHE 3;
