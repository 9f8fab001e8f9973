-- before
CREATE SCHEMA lang;
CREATE COLLATION lang.de (provider = builtin, locale = 'C');
CREATE TYPE words AS RANGE (subtype = text, collation = lang.de);
CREATE DOMAIN short AS varchar(9) COLLATE lang.de NOT NULL;
CREATE DOMAIN shorter AS short CHECK (length(VALUE) < 5);
CREATE TYPE entry AS (k text COLLATE lang.de, n short);
CREATE TABLE t (id text COLLATE lang.de PRIMARY KEY, ws words, s shorter DEFAULT 'x', es entry[], ls text[] COLLATE lang.de,
  g text COLLATE lang.de GENERATED ALWAYS AS (upper(id)) STORED, CHECK (id < 'zz' COLLATE lang.de));
CREATE TABLE u (t text COLLATE lang.de REFERENCES t, UNIQUE (t));
CREATE INDEX t_s ON t (s, (lower(id) COLLATE lang.de));
CREATE MATERIALIZED VIEW m AS SELECT id, s FROM t ORDER BY id COLLATE lang.de;
COMMENT ON COLLATION lang.de IS 'c';
-- rows
INSERT INTO t (id, ws, s, es, ls) VALUES ('a', '[a,b]', 'q', ARRAY[ROW('k','n')::entry], '{x}'); INSERT INTO u VALUES ('a');
-- after
CREATE SCHEMA lang;
CREATE COLLATION lang.de (provider = builtin, locale = 'C.UTF-8');
CREATE TYPE words AS RANGE (subtype = text, collation = lang.de);
CREATE DOMAIN short AS varchar(9) COLLATE lang.de NOT NULL;
CREATE DOMAIN shorter AS short CHECK (length(VALUE) < 5);
CREATE TYPE entry AS (k text COLLATE lang.de, n short);
CREATE TABLE t (id text COLLATE lang.de PRIMARY KEY, ws words, s shorter DEFAULT 'x', es entry[], ls text[] COLLATE lang.de,
  g text COLLATE lang.de GENERATED ALWAYS AS (upper(id)) STORED, CHECK (id < 'zz' COLLATE lang.de));
CREATE TABLE u (t text COLLATE lang.de REFERENCES t, UNIQUE (t));
CREATE INDEX t_s ON t (s, (lower(id) COLLATE lang.de));
CREATE MATERIALIZED VIEW m AS SELECT id, s FROM t ORDER BY id COLLATE lang.de;
COMMENT ON COLLATION lang.de IS 'c';
