-- before
CREATE TABLE t (a INT CHECK (a > 0), b INT, c INT CHECK (c < 5), d INT NOT NULL DEFAULT 3 CHECK (d > 1));
-- rows
INSERT INTO t VALUES (1, 20, 3, 4);
-- after
CREATE TABLE t (a INT CHECK (a > 0 AND a < 10), b INT CHECK (b > 0), c INT, d BIGINT NOT NULL DEFAULT 3 CHECK (d > 1));
