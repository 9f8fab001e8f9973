-- before
CREATE TABLE t (a jsonb, b int, c boolean, d timestamptz, e bigint);

-- rows
INSERT INTO t VALUES ('"x"', 1, true, '2020-01-01 00:00+00', 1577836800);

-- after
CREATE TABLE t (a text, b jsonb, c integer, d bigint, e timestamptz);
