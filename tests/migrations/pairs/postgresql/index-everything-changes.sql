-- before
CREATE TABLE t (a int, b text, c jsonb);
CREATE INDEX i1 ON t (a);
CREATE INDEX i2 ON t (b);
CREATE INDEX i3 ON t (a, b);
CREATE UNIQUE INDEX i4 ON t (a) WHERE b IS NULL;
-- rows
INSERT INTO t VALUES (1,'x','{}');
-- after
CREATE TABLE t (a int, b text, c jsonb);
CREATE INDEX i1 ON t (a DESC NULLS LAST);
CREATE INDEX i2 ON t (b text_pattern_ops);
CREATE INDEX i3 ON t (b, a) INCLUDE (c) WITH (fillfactor = 80);
CREATE UNIQUE INDEX i4 ON t (a) NULLS NOT DISTINCT WHERE b IS NULL;
CREATE INDEX i5 ON t USING hash (b);
CREATE INDEX i6 ON t USING brin (a) WITH (pages_per_range = 16);
CREATE INDEX i7 ON t ((c ->> 'k'), lower(b) COLLATE "C");
