-- before
CREATE TABLE t (a int, b text, c int[], d point);
CREATE INDEX i1 ON t (a);
CREATE INDEX i2 ON t (b);
CREATE UNIQUE INDEX i3 ON t (a, b);

-- rows
INSERT INTO t VALUES (1, 'x', '{1}', '(0,0)');

-- after
CREATE TABLE t (a int, b text, c int[], d point);
CREATE INDEX i1 ON t (a DESC NULLS LAST) INCLUDE (b) WITH (fillfactor = 70);
CREATE INDEX i2 ON t USING hash (b);
CREATE UNIQUE INDEX i3 ON t (a, b) NULLS NOT DISTINCT WHERE a > 0;
CREATE INDEX i4 ON t USING gin (c);
CREATE INDEX i5 ON t USING gist (d);
CREATE INDEX i6 ON t (b text_pattern_ops, lower(b) COLLATE "C");
CREATE INDEX ON t (lower(b));
