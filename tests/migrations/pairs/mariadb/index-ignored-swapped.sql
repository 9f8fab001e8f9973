-- before
CREATE TABLE t (a int, b int, KEY ka (a), KEY kb (b) IGNORED);
-- after
CREATE TABLE t (a int, b int, KEY ka (a) IGNORED, KEY kb (b));
