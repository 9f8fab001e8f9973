-- before
CREATE TABLE t (a int, b text DEFAULT '0');
CREATE VIEW v AS SELECT a FROM t;

-- rows
INSERT INTO t VALUES (1, 2), (3, 4);

-- after
CREATE TABLE t (a int, b int DEFAULT 0);
CREATE VIEW v AS SELECT a FROM t;

-- moved
SELECT b::text FROM t ORDER BY a;
SELECT b::text FROM t ORDER BY a;
