-- before
CREATE SCHEMA app;
CREATE TABLE app.a (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, a int, b int);
CREATE TABLE "Of, All" (id int PRIMARY KEY);
CREATE TABLE gone (id int PRIMARY KEY);
CREATE PUBLICATION p FOR TABLE t (id, a) WHERE (id > 3 AND a IN (1, 2)), "Of, All", gone WITH (publish = 'insert');
CREATE PUBLICATION schemas FOR TABLES IN SCHEMA app;
CREATE PUBLICATION every FOR ALL TABLES;
CREATE PUBLICATION nothing;
CREATE PUBLICATION stays FOR TABLE t, "Of, All" WITH (publish = 'insert, update');
COMMENT ON PUBLICATION p IS 'for the warehouse';
-- rows
INSERT INTO t VALUES (1, 2, 3);
-- after
CREATE SCHEMA app;
CREATE TABLE app.a (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, a bigint, b int);
CREATE TABLE "Of, All" (id int PRIMARY KEY);
CREATE TABLE fresh (id int PRIMARY KEY);
CREATE PUBLICATION p FOR TABLE t (id, a, b) WHERE (a > 5), fresh, ONLY "Of, All" WITH (publish = 'insert, update', publish_via_partition_root);
CREATE PUBLICATION schemas FOR TABLES IN SCHEMA app, TABLE t;
CREATE PUBLICATION every FOR TABLE t;
CREATE PUBLICATION nothing FOR TABLE t, TABLES IN SCHEMA app;
CREATE PUBLICATION stays FOR TABLE "Of, All";
ALTER PUBLICATION stays ADD TABLE t;
ALTER PUBLICATION stays SET (publish = 'update, insert');
COMMENT ON PUBLICATION p IS 'for the warehouse and the search';
