-- before
CREATE TABLE "u" ("id" serial, "e" int, "f" int UNIQUE);
ALTER TABLE "u" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "u" FORCE ROW LEVEL SECURITY;
CREATE VIEW v AS SELECT * FROM "u";
CREATE MATERIALIZED VIEW m AS SELECT * FROM v;
-- rows
INSERT INTO u (e, f) VALUES (1, 2), (3, 4);
-- after
-- flash:rename u u_r
CREATE TABLE u_r (
  -- flash:rename id number
  number integer,
  -- flash:rename e e_r
  e_r int, f int UNIQUE);
ALTER TABLE u_r ENABLE ROW LEVEL SECURITY;
CREATE VIEW v AS SELECT * FROM u_r;
CREATE MATERIALIZED VIEW m AS SELECT * FROM v;
-- moved
SELECT id, e FROM u;
SELECT number, e_r FROM u_r;
