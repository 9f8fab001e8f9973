-- before
CREATE TABLE t (id int PRIMARY KEY, data int[] NOT NULL DEFAULT '{}');
CREATE INDEX t_data ON t USING gin (data);
CREATE VIEW tv AS SELECT id, data[1] AS first FROM t;
-- rows
INSERT INTO t VALUES (1,'{1,2}'),(2,DEFAULT);
-- after
CREATE TABLE t (id int PRIMARY KEY, data jsonb NOT NULL DEFAULT '{}');
CREATE INDEX t_data ON t USING gin (data);
CREATE VIEW tv AS SELECT id, data -> 0 AS first FROM t;
