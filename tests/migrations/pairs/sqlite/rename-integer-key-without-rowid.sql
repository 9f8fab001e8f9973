-- before
CREATE TABLE t (d INTEGER PRIMARY KEY, b REAL, UNIQUE (b, d)) WITHOUT ROWID;
-- after
CREATE TABLE t (
    -- flash:rename d e
    e INTEGER PRIMARY KEY,
    b REAL,
    UNIQUE (b, e)
) WITHOUT ROWID;
-- refused
SQLite cannot rename column d of table t
