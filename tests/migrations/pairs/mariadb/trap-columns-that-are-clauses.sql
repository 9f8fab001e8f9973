-- before
CREATE TABLE t (a int, b int);

-- rows
INSERT INTO t VALUES (1, 2), (3, 4);

-- after
CREATE TABLE t (a int, b int, `key` int, `index` int, `check` int, `primary` int, `foreign` int, `unique` int, `constraint` int, static int)
