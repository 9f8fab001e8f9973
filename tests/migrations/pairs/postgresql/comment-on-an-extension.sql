-- before
CREATE EXTENSION pg_trgm;
CREATE EXTENSION cube;
COMMENT ON EXTENSION cube IS 'points of stars';
CREATE EXTENSION btree_gist;
COMMENT ON EXTENSION btree_gist IS 'one';
CREATE EXTENSION ltree;
CREATE EXTENSION seg;
COMMENT ON EXTENSION seg IS 'gone with it';
CREATE EXTENSION fuzzystrmatch;
COMMENT ON EXTENSION fuzzystrmatch IS NULL;
CREATE TABLE t (a int);
-- rows
INSERT INTO t VALUES (1);
-- after
CREATE EXTENSION pg_trgm;
COMMENT ON EXTENSION pg_trgm IS 'names of customers';
CREATE EXTENSION cube;
CREATE EXTENSION btree_gist;
COMMENT ON EXTENSION btree_gist IS 'another';
CREATE EXTENSION ltree;
COMMENT ON EXTENSION ltree IS NULL;
CREATE EXTENSION fuzzystrmatch;
COMMENT ON EXTENSION fuzzystrmatch IS 'names of stars';
CREATE TABLE t (a int);
