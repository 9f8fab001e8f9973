-- before
CREATE TABLE t (id int PRIMARY KEY, v varchar(10), n int);
CREATE TABLE log (v text);
CREATE RULE r AS ON UPDATE TO t DO ALSO INSERT INTO log VALUES (OLD.v);
CREATE PUBLICATION p FOR TABLE t (id, v) WHERE (v <> 'x');
CREATE STATISTICS s ON v, n FROM t;
GRANT SELECT (v) ON t TO pg_monitor;
-- rows
INSERT INTO t VALUES (1,'a',1);
-- after
CREATE TABLE t (id int PRIMARY KEY, v text, n bigint);
CREATE TABLE log (v text);
CREATE RULE r AS ON UPDATE TO t DO ALSO INSERT INTO log VALUES (OLD.v);
CREATE PUBLICATION p FOR TABLE t (id, v) WHERE (v <> 'x');
CREATE STATISTICS s ON v, n FROM t;
GRANT SELECT (v) ON t TO pg_monitor;
