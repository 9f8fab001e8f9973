-- before
CREATE TYPE item AS (id int, name text);
CREATE TABLE t (a item[], j jsonb);
CREATE VIEW cn AS SELECT x.name FROM t, unnest(t.a) x;
CREATE VIEW cm AS SELECT x.name FROM t, jsonb_populate_record(NULL::item, j) x;
-- rows
INSERT INTO t VALUES (ARRAY[ROW(1, 'a')::item], '{"name": "b"}');
-- after
CREATE TYPE item AS (id int, name text, note text);
CREATE TABLE t (a item[], j jsonb);
CREATE VIEW cn AS SELECT x.name FROM t, unnest(t.a) x;
CREATE VIEW cm AS SELECT x.name FROM t, jsonb_populate_record(NULL::item, j) x;
