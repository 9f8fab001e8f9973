-- before
CREATE FUNCTION norm(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower(t)';
CREATE TABLE t (id int PRIMARY KEY, a text DEFAULT norm('X') CHECK (norm(a) = a), UNIQUE (a));
CREATE INDEX tn ON t (norm(a));
-- rows
INSERT INTO t VALUES (1,'x');
-- after
CREATE FUNCTION norm(txt text) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS 'SELECT lower(trim(txt))';
CREATE TABLE t (id int PRIMARY KEY, a text DEFAULT norm('X') CHECK (norm(a) = a), UNIQUE (a));
CREATE INDEX tn ON t (norm(a));
