-- before
CREATE SCHEMA "Odd one";
-- rows
-- after
CREATE SCHEMA "Odd one";
CREATE TABLE "Odd one"."A ""x""" (id int PRIMARY KEY, "N n" int CONSTRAINT "Nn" NOT NULL, CHECK ("N n" > 0), UNIQUE ("N n"));
CREATE INDEX ON "Odd one"."A ""x""" (("N n" + 1));
CREATE INDEX "I i" ON "Odd one"."A ""x""" ("N n" DESC);
CREATE STATISTICS "Odd one"."S s" ON id, "N n" FROM "Odd one"."A ""x""";
COMMENT ON STATISTICS "Odd one"."S s" IS 'it''s IS here';
COMMENT ON INDEX "Odd one"."I i" IS E'two\nlines';
COMMENT ON INDEX "Odd one"."I i" IS E'two\nother lines';
COMMENT ON CONSTRAINT "Nn" ON "Odd one"."A ""x""" IS 'nn';
COMMENT ON CONSTRAINT "A ""x""_N n_check" ON "Odd one"."A ""x""" IS 'gone';
COMMENT ON CONSTRAINT "A ""x""_N n_check" ON "Odd one"."A ""x""" IS NULL;
COMMENT ON INDEX "Odd one"."A ""x""_N n_key" IS 'key';
CREATE TABLE t (x int, LIKE "Odd one"."A ""x""" INCLUDING ALL, y int);
CREATE TABLE "Odd one".u (LIKE "Odd one"."A ""x""" INCLUDING COMMENTS INCLUDING INDEXES);
CREATE TABLE v (LIKE "Odd one"."A ""x""" INCLUDING ALL EXCLUDING COMMENTS);
