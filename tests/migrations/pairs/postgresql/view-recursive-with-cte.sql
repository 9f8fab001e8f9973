-- before
CREATE TABLE t (id int, up int);
CREATE VIEW v AS WITH RECURSIVE r AS (SELECT id, up FROM t UNION ALL SELECT t.id, t.up FROM t JOIN r ON t.up = r.id) SELECT id FROM r;

-- rows
INSERT INTO t VALUES (1, NULL);

-- after
CREATE TABLE t (id bigint, up bigint);
CREATE VIEW v AS WITH RECURSIVE r AS (SELECT id, up FROM t UNION ALL SELECT t.id, t.up FROM t JOIN r ON t.up = r.id) SELECT id, up FROM r;
