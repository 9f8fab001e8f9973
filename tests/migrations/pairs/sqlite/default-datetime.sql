-- before
CREATE TABLE t (a INT);
-- rows
INSERT INTO t VALUES (1);
-- after
CREATE TABLE t (a INT, at TEXT NOT NULL DEFAULT (datetime('now')), k TEXT DEFAULT (hex(randomblob(8))));
