-- before
CREATE TABLE t (a INTEGER PRIMARY KEY, b int);

-- rows
INSERT INTO t VALUES (1, 2), (3, 4);

-- after
CREATE TABLE t (a INTEGER PRIMARY KEY, b int, u int REFERENCES u (a));
CREATE TABLE u (a INTEGER PRIMARY KEY, t int REFERENCES t (a), u int REFERENCES u (a));
