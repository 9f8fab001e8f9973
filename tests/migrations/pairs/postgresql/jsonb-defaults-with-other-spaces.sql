-- before
CREATE TABLE t (id int PRIMARY KEY, a jsonb DEFAULT '{"value":"0","digits":20}', b jsonb DEFAULT '{"v": 1.5}');
-- rows
INSERT INTO t VALUES (1);
-- after
CREATE TABLE t (id int PRIMARY KEY, a jsonb DEFAULT '{"digits": 20, "value": "0"}'::jsonb, b jsonb DEFAULT '{"v": 1.50}');
