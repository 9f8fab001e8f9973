-- before
CREATE TABLE t (a INT, b INT, c VARCHAR(40), KEY gone (a), KEY changed (b), UNIQUE KEY kept (c));
-- rows
INSERT INTO t VALUES (1, 2, 'c');
-- after
CREATE TABLE t (a INT, b INT, c VARCHAR(40), KEY `new` (a, b), KEY changed (b, a), UNIQUE KEY kept (c));
