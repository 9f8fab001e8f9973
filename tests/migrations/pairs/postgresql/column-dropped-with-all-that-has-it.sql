-- before
CREATE TABLE t (id int PRIMARY KEY, a int UNIQUE, b int CHECK (b > a), g int GENERATED ALWAYS AS (a + 1) STORED, CONSTRAINT two CHECK (a < 100 AND b < 100));
CREATE INDEX ta ON t (a, b) WHERE a > 3;
CREATE VIEW v AS SELECT a, b FROM t;
COMMENT ON COLUMN t.a IS 'gone';

-- rows
INSERT INTO t VALUES (1, 2, 3);

-- after
CREATE TABLE t (id int PRIMARY KEY, b int);
