-- before
CREATE TABLE t (id int PRIMARY KEY, a numeric, b int, c text, d bytea, e float8);
-- rows
INSERT INTO t VALUES (1,5.5,60,'abc','\x616263',3.7);
-- after
CREATE TABLE t (id int PRIMARY KEY, a money, b interval, c bytea, d text, e int);
