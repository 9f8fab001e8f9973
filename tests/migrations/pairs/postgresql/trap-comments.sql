-- before
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a FROM t;

-- rows
INSERT INTO t VALUES (1, 2), (3, 4);

-- after
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a FROM t;
COMMENT ON TABLE t IS 'it''s; two -- things';
COMMENT ON COLUMN t.a IS 'one';
COMMENT ON VIEW v IS 'seen';
