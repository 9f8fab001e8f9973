-- before
CREATE TABLE t (id int PRIMARY KEY, "Mixed" text);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW m AS SELECT ID, "Mixed" FROM t;
-- rows
INSERT INTO t VALUES (1, 'x');
-- after
CREATE TABLE t (id int PRIMARY KEY, "Mixed" text);
CREATE VIEW v AS select "id", "Mixed" from "t";
CREATE MATERIALIZED VIEW m AS SELECT * FROM t;
