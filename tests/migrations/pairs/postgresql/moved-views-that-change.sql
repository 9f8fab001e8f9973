-- before
CREATE TABLE t (id int);
CREATE VIEW v AS SELECT id FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id FROM v;
-- rows
INSERT INTO t VALUES (1);
REFRESH MATERIALIZED VIEW mv;
-- after
CREATE SCHEMA app;
CREATE TABLE t (id int, b int);
-- flash:rename v app.v
CREATE VIEW app.v AS SELECT b, id FROM t;
-- flash:rename mv app.mv
CREATE MATERIALIZED VIEW app.mv AS SELECT id FROM app.v;
