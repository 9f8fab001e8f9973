-- before
CREATE SCHEMA legacy;
CREATE TYPE legacy.mood AS ENUM ('a','b');
CREATE DOMAIN legacy.d AS int CHECK (VALUE > 0);
CREATE SEQUENCE legacy.s START 5;
CREATE TABLE legacy.t (id bigint DEFAULT nextval('legacy.s') PRIMARY KEY, m legacy.mood DEFAULT 'a', q legacy.d);
CREATE VIEW legacy.v AS SELECT id, m FROM legacy.t;
CREATE MATERIALIZED VIEW legacy.mv AS SELECT id FROM legacy.v;
-- rows
INSERT INTO legacy.t (q) VALUES (1),(2);
REFRESH MATERIALIZED VIEW legacy.mv;
-- after
CREATE SCHEMA app;
-- @renamed from=legacy.mood
CREATE TYPE app.feeling AS ENUM ('a','b');
-- flash:rename legacy.d app.d
CREATE DOMAIN app.d AS int CHECK (VALUE > 0);
-- flash:rename legacy.s app.s
CREATE SEQUENCE app.s START 5;
-- flash:rename legacy.t app.things
CREATE TABLE app.things (id bigint DEFAULT nextval('app.s') PRIMARY KEY, m app.feeling DEFAULT 'a', q app.d, extra text);
-- flash:rename legacy.v app.v
CREATE VIEW app.v AS SELECT id, m FROM app.things;
-- flash:rename legacy.mv app.mv
CREATE MATERIALIZED VIEW app.mv AS SELECT id FROM app.v;
