-- before
CREATE TABLE "order" ("select" INT, "a b" TEXT, [x] INT CHECK ("x" > 0));
CREATE INDEX "my index" ON "order" ("a b");
-- rows
INSERT INTO "order" VALUES (1, 'x', 3);
-- after
CREATE TABLE "order" ("select" INT NOT NULL, "a b" TEXT, `x` INT CHECK ("x" > 0), "group" INT UNIQUE);
CREATE INDEX "my index" ON "order" ("a b");
