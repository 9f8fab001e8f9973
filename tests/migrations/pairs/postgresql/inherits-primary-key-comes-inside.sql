-- before
CREATE TABLE p (id serial PRIMARY KEY, w int);
CREATE TABLE a () INHERITS (p);
CREATE TABLE b () INHERITS (p);
CREATE INDEX a_w ON a (w);
COMMENT ON TABLE a IS 'a child';
-- rows
INSERT INTO a (w) VALUES (2), (3);
INSERT INTO b (w) VALUES (4);
-- after
CREATE TABLE p (id serial PRIMARY KEY, w int);
CREATE TABLE a (PRIMARY KEY (id)) INHERITS (p);
CREATE TABLE b () INHERITS (p);
ALTER TABLE b ADD PRIMARY KEY (id);
CREATE INDEX a_w ON a (w);
COMMENT ON TABLE a IS 'a child';
-- moved
SELECT conrelid::regclass::text, conname::text, conislocal FROM pg_constraint
WHERE contype = 'n' AND conrelid IN (SELECT inhrelid FROM pg_inherits);
SELECT * FROM (VALUES ('a', 'p_id_not_null', false), ('b', 'p_id_not_null', false)) AS t;
SELECT * FROM (VALUES ('a', 'a_id_not_null', true), ('b', 'p_id_not_null', false)) AS t;
SELECT conrelid::regclass::text, conname::text, conislocal FROM pg_constraint
WHERE contype = 'n' AND conrelid IN (SELECT inhrelid FROM pg_inherits);
