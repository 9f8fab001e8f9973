-- before
CREATE FUNCTION slug(t text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT lower(replace(t, ' ', '-')) $$;
CREATE TABLE pages (id int PRIMARY KEY, title text NOT NULL, s text GENERATED ALWAYS AS (slug(title)) STORED NOT NULL, alias text DEFAULT slug('New Page'), CHECK (alias = slug(alias)));
CREATE INDEX pages_slug ON pages (slug(title));
CREATE VIEW page_urls AS SELECT id, '/' || slug(title) AS url FROM pages;
COMMENT ON COLUMN pages.s IS 'in urls';
-- rows
INSERT INTO pages (id, title) VALUES (1, 'Home'), (2, 'About Us');
-- after
-- flash:rename slug slugify
CREATE FUNCTION slugify(t text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT lower(replace(btrim(t), ' ', '-')) $$;
-- flash:rename pages articles
CREATE TABLE articles (id int PRIMARY KEY, title text NOT NULL,
  -- flash:rename s slug
  slug text GENERATED ALWAYS AS (slugify(title)) STORED NOT NULL,
  -- flash:rename alias short
  short text DEFAULT slugify('New Page'), CHECK (short = slugify(short)));
-- flash:rename pages_slug articles_slug
CREATE INDEX articles_slug ON articles (slugify(title));
CREATE VIEW page_urls AS SELECT id, '/' || slug AS url FROM articles;
COMMENT ON COLUMN articles.slug IS 'in urls';
