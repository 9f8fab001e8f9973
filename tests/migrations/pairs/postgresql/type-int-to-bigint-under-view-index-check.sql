-- before
CREATE TABLE t (id int PRIMARY KEY, a int DEFAULT 7 CHECK (a > 0), b int);
CREATE INDEX ta ON t (a);
CREATE INDEX tp ON t (b) WHERE a > 5;
CREATE INDEX te ON t ((a + b));
CREATE VIEW v AS SELECT id, a FROM t WHERE a > 1;
CREATE VIEW w AS SELECT * FROM v;
COMMENT ON VIEW w IS 'on top';
COMMENT ON INDEX tp IS 'some';

-- rows
INSERT INTO t VALUES (1, 2, 3), (4, 5, 6);

-- after
CREATE TABLE t (id int PRIMARY KEY, a bigint DEFAULT 7 CHECK (a > 0), b int);
CREATE INDEX ta ON t (a);
CREATE INDEX tp ON t (b) WHERE a > 5;
CREATE INDEX te ON t ((a + b));
CREATE VIEW v AS SELECT id, a FROM t WHERE a > 1;
CREATE VIEW w AS SELECT * FROM v;
COMMENT ON VIEW w IS 'on top';
COMMENT ON INDEX tp IS 'some';
