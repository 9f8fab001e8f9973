-- before
CREATE TABLE t (id int PRIMARY KEY, a int);
CREATE VIEW v AS SELECT id, a, count(*) FROM t GROUP BY id;

-- rows
INSERT INTO t VALUES (1, 2);

-- after
CREATE TABLE t (id int, a int, CONSTRAINT k PRIMARY KEY (id) INCLUDE (a));
CREATE VIEW v AS SELECT id, a, count(*) FROM t GROUP BY id;
