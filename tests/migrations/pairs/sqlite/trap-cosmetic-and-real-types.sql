-- before
CREATE TABLE t (a int, b VARCHAR(10));

-- rows
INSERT INTO t VALUES (1, 2), (3, 4);

-- after
CREATE TABLE t ( a INT, b varchar ( 10 ) );
