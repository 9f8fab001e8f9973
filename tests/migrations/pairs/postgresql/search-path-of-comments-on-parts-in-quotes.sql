-- before
CREATE SCHEMA app;
SET search_path = app, public;
CREATE TABLE "My Files" (id int PRIMARY KEY, CONSTRAINT "not too big" CHECK (id < 1000));
ALTER TABLE "My Files" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "only own" ON "My Files" USING (id > 0);
COMMENT ON POLICY "only own" ON "My Files" IS 'own';
COMMENT ON CONSTRAINT "not too big" ON "My Files" IS 'small';
-- rows
INSERT INTO app."My Files" VALUES (1);
RESET search_path;
-- after
CREATE SCHEMA app;
SET search_path = app, public;
CREATE TABLE "My Files" (id bigint PRIMARY KEY, CONSTRAINT "not too big" CHECK (id < 1000));
ALTER TABLE "My Files" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "only own" ON "My Files" USING (id > 0);
COMMENT ON POLICY "only own" ON "My Files" IS 'owned';
COMMENT ON CONSTRAINT "not too big" ON "My Files" IS 'small';
