-- before
CREATE TABLE t (a INT, b TEXT);
-- after
CREATE TABLE t (b TEXT, a INT);
