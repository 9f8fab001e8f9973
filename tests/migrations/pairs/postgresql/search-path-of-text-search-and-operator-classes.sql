-- before
CREATE SCHEMA app;
SET search_path = app, public;
CREATE TABLE t (a int, b text);
-- after
CREATE SCHEMA app;
SET search_path = app, public;
CREATE TABLE t (a int, b text);
CREATE TEXT SEARCH DICTIONARY words (TEMPLATE = simple, STOPWORDS = english);
CREATE TEXT SEARCH CONFIGURATION titles (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION titles ALTER MAPPING FOR asciiword WITH words, simple;
CREATE TEXT SEARCH CONFIGURATION names (COPY = titles);
COMMENT ON TEXT SEARCH DICTIONARY words IS 'without the';
COMMENT ON TEXT SEARCH CONFIGURATION titles IS 'no stemming';
CREATE OPERATOR FAMILY backwards_f USING btree;
CREATE FUNCTION backwards_cmp(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT sign($2 - $1)::int';
CREATE OPERATOR CLASS backwards FOR TYPE int USING btree FAMILY app.backwards_f AS OPERATOR 1 >, OPERATOR 2 >=, OPERATOR 3 =, OPERATOR 4 <=, OPERATOR 5 <, FUNCTION 1 backwards_cmp(int, int);
COMMENT ON OPERATOR CLASS backwards USING btree IS 'greatest first';
COMMENT ON OPERATOR FAMILY backwards_f USING btree IS 'of one';
