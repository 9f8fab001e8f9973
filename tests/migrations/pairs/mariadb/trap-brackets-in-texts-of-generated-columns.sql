-- before
CREATE TABLE t (a int, b int);

-- rows
INSERT INTO t VALUES (1, 2), (3, 4);

-- after
CREATE TABLE t (a int, b int, c varchar(90) GENERATED ALWAYS AS (concat('(', a, '),')) STORED, d int);
