-- before
CREATE TABLE "u q" (id int CONSTRAINT "a b" NOT NULL, n int CONSTRAINT x NOT NULL);
-- rows
INSERT INTO "u q" VALUES (1,2);
-- after
CREATE TABLE "u q" (id int CONSTRAINT "c d" NOT NULL, n int NOT NULL, z int);
