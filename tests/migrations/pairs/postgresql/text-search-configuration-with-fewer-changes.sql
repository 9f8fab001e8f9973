-- before
CREATE TABLE t (a int, b text);
CREATE TEXT SEARCH CONFIGURATION titles (COPY = english);
ALTER TEXT SEARCH CONFIGURATION titles DROP MAPPING FOR email, url;
CREATE INDEX t_b ON t USING gin (to_tsvector('titles', b));
CREATE STATISTICS s (mcv) ON a, b FROM t;
ALTER STATISTICS s SET STATISTICS 60;
-- after
CREATE TABLE t (a int, b text);
CREATE TEXT SEARCH CONFIGURATION titles (COPY = simple);
CREATE INDEX t_b ON t USING gin (to_tsvector('titles', b));
CREATE STATISTICS s (ndistinct) ON a, b FROM t;

