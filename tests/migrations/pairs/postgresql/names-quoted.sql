-- before
CREATE TABLE "Weird ""T" ("select" int PRIMARY KEY, "a b" text CHECK ("a b" <> ''));
CREATE INDEX "In Dex" ON "Weird ""T" ("a b");

-- rows
INSERT INTO "Weird ""T" VALUES (1, 'x');

-- after
CREATE TABLE "Weird ""T" ("select" bigint PRIMARY KEY, "a b" varchar(9) CHECK ("a b" <> 'y'), "Ü" serial);
CREATE INDEX "In Dex" ON "Weird ""T" ("a b" DESC);
COMMENT ON COLUMN "Weird ""T"."a b" IS 'odd';
