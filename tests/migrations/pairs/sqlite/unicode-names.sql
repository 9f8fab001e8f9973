-- before
CREATE TABLE "größe" ("naïve" INT, 日本 TEXT);
-- rows
INSERT INTO "größe" VALUES (1, 'x');
-- after
CREATE TABLE "größe" ("naïve" INT NOT NULL, 日本 TEXT, é INT);
