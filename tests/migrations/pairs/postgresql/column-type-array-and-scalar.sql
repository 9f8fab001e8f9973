-- before
CREATE TABLE t (a int, b int[], c text);

-- rows
INSERT INTO t VALUES (1, '{2}', 'x');

-- after
CREATE TABLE t (a int[], b int, c varchar(5)[]);
