-- before
CREATE TABLE t (id int PRIMARY KEY, a text, b int, c timestamp, d varchar(10), e json, f real, g text, h interval, i char(5));
-- rows
INSERT INTO t VALUES (1,'12',1,'2024-01-01','x','{"a":1}',1.5,'2024-01-01','1 day','abc');
-- after
CREATE TABLE t (id int PRIMARY KEY, a int, b boolean, c timestamptz, d text, e jsonb, f double precision, g date, h text, i varchar(5));
