-- before
CREATE EXTENSION pg_trgm;
COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';
CREATE EXTENSION btree_gist;
CREATE TABLE t (a int);
-- rows
INSERT INTO t VALUES (1);
-- after
CREATE EXTENSION pg_trgm;
CREATE EXTENSION btree_gist;
COMMENT ON EXTENSION btree_gist IS 'support for indexing common datatypes in GiST';
CREATE TABLE t (a bigint);
