-- before
CREATE TABLE t (id int PRIMARY KEY, a int, b int GENERATED ALWAYS AS (a * 2) STORED);
CREATE INDEX tb ON t (b);
CREATE VIEW tv AS SELECT b FROM t;
-- rows
INSERT INTO t (id, a) VALUES (1, 4);
-- after
CREATE TABLE t (id int PRIMARY KEY, a bigint, b bigint GENERATED ALWAYS AS (a * 3) STORED);
CREATE INDEX tb ON t (b);
CREATE VIEW tv AS SELECT b FROM t;
