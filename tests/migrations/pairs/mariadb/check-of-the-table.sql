-- before
CREATE TABLE t (a INT, b INT, CONSTRAINT gone CHECK (a > 0), CONSTRAINT changed CHECK (b > 0), CHECK (a < 100));
-- rows
INSERT INTO t VALUES (1, 20);
-- after
CREATE TABLE t (a INT, b INT, CONSTRAINT changed CHECK (b > 10), CONSTRAINT new CHECK (a <> b), CHECK (a < 100), CHECK (b < 100));
