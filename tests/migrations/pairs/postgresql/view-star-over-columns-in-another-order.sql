-- before
CREATE TABLE t (id int PRIMARY KEY, b text, a text);
CREATE VIEW v AS SELECT * FROM t;
CREATE VIEW w AS SELECT DISTINCT * FROM t WHERE a <> '*';
CREATE VIEW same AS SELECT * FROM t;
CREATE VIEW over AS SELECT * FROM v;
CREATE VIEW beside (x, y) AS SELECT id, a FROM over;
CREATE VIEW joined AS SELECT * FROM beside JOIN t AS "T" ON "T".id = x;
CREATE VIEW several AS SELECT T2.*, x * 2 AS double FROM beside, t AS T2 WHERE x = id;
CREATE VIEW part AS SELECT "T".*, y FROM beside LEFT JOIN t AS "T" ON "T".id = x;
-- rows
INSERT INTO t VALUES (1, 'x', 'y');
-- after
CREATE TABLE t (id int PRIMARY KEY, more int, a text);
CREATE VIEW v AS SELECT * FROM t;
CREATE VIEW w AS SELECT DISTINCT * FROM t WHERE a <> '*';
CREATE VIEW same AS SELECT id, more, a FROM t;
CREATE VIEW over AS SELECT * FROM v;
CREATE VIEW beside (x, y) AS SELECT id, a FROM over;
CREATE VIEW joined AS SELECT * FROM beside JOIN t AS "T" ON "T".id = x;
CREATE VIEW several AS SELECT T2.*, x * 2 AS double FROM beside, t AS T2 WHERE x = id;
CREATE VIEW part AS SELECT "T".*, y FROM beside LEFT JOIN t AS "T" ON "T".id = x;
