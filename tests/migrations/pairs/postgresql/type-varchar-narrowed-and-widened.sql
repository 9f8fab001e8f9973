-- before
CREATE TABLE t (a varchar(10), b varchar(50), c numeric(10,2), d timestamp, e int);

-- rows
INSERT INTO t VALUES ('abc', 'abc', 1.25, '2020-01-01', 3);

-- after
CREATE TABLE t (a varchar(50), b varchar(10), c numeric(12,4), d timestamptz, e numeric);
