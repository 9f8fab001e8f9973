-- before
CREATE TABLE t (a int, r int4range, EXCLUDE USING gist (r WITH &&));

-- rows
INSERT INTO t VALUES (1, '[1,3)');

-- after
CREATE TABLE t (a int, r int4range, EXCLUDE USING gist (r WITH -|-) WHERE (a > 0), CONSTRAINT named EXCLUDE USING btree (a WITH =) DEFERRABLE);
