-- before
CREATE TABLE "Größe ""x""" ("class" int PRIMARY KEY, "naïve col" text);
CREATE FUNCTION "all of"() RETURNS SETOF "Größe ""x""" LANGUAGE plpgsql STABLE AS $$ BEGIN RETURN; END $$;
CREATE VIEW "V w" AS SELECT c."naïve col" FROM "all of"() c;
-- rows
INSERT INTO "Größe ""x""" VALUES (1, 'ä');
-- after
CREATE TABLE "Größe ""x""" ("class" int PRIMARY KEY, "naïve col" text, "from" text);
CREATE FUNCTION "all of"() RETURNS SETOF "Größe ""x""" LANGUAGE plpgsql STABLE AS $$ BEGIN RETURN; END $$;
CREATE VIEW "V w" AS SELECT c."naïve col" FROM "all of"() c;
