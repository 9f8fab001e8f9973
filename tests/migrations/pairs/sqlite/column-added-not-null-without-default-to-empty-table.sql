-- before
CREATE TABLE t (a INT);
-- after
CREATE TABLE t (a INT, b INT NOT NULL);
