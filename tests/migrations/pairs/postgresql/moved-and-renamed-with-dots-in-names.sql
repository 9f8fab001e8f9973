-- before
CREATE SCHEMA "Old.S";
CREATE TABLE "Old.S"."t.b" (id serial PRIMARY KEY, "größe" int UNIQUE);
CREATE SEQUENCE "Old.S"."s q";
CREATE TABLE "class" (id int PRIMARY KEY);
CREATE TRIGGER "tr.1" BEFORE UPDATE ON "class" FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
-- rows
INSERT INTO "Old.S"."t.b" ("größe") VALUES (1);
INSERT INTO "class" VALUES (1);
-- after
CREATE SCHEMA "Neu";
-- flash:rename "Old.S"."t.b" "Neu"."übung"
CREATE TABLE "Neu"."übung" (id serial PRIMARY KEY, "größe" int UNIQUE);
-- flash:rename "Old.S"."s q" "Neu"."s q"
CREATE SEQUENCE "Neu"."s q";
CREATE TABLE "class" (id int PRIMARY KEY);
-- flash:rename "tr.1" "tr.2"
CREATE TRIGGER "tr.2" BEFORE UPDATE ON "class" FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
