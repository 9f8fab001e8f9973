-- before
CREATE EXTENSION btree_gist;
CREATE TABLE t (a int, b text, r tsrange);

-- rows
INSERT INTO t VALUES (1, 'x', '[2020-01-01,2020-02-01)');

-- after
CREATE EXTENSION btree_gist;
CREATE TABLE t (a int, b text, r tsrange, EXCLUDE USING gist (lower(b) WITH =, r WITH &&));
