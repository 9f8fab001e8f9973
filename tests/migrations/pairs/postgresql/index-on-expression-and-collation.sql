-- before
CREATE TABLE t (a text, b jsonb);
CREATE INDEX i ON t (lower(a));

-- rows
INSERT INTO t VALUES ('x', '{}');

-- after
CREATE TABLE t (a text, b jsonb);
CREATE INDEX i ON t (upper(a) COLLATE "C" text_pattern_ops DESC);
CREATE INDEX ON t ((b ->> 'k'));
CREATE INDEX ON t USING gin (b jsonb_path_ops);
CREATE INDEX ON t USING brin (a) WITH (pages_per_range = 16);
