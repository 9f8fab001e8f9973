-- before
CREATE TABLE t (a VARCHAR(100), b TEXT, KEY k (a), KEY p (b(10)), KEY d (a, b(5)));
-- rows
INSERT INTO t VALUES ('x', 'y');
-- after
CREATE TABLE t (a VARCHAR(100), b TEXT, KEY k (a(20)), KEY p (b(15)), KEY d (a DESC, b(5)));
