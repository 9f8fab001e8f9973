-- before
CREATE TYPE pair AS (re float8, im float8);
CREATE FUNCTION slug(t text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT lower(t) $$;
CREATE TABLE pages (
    id int PRIMARY KEY, title text, at pair,
    slug text GENERATED ALWAYS AS (slug(title)) STORED
);
CREATE UNIQUE INDEX pages_slug ON pages (slug);
COMMENT ON COLUMN pages.slug IS 'In the address';
-- rows
INSERT INTO pages (id, title, at) VALUES (1, 'One', ROW(1, 2));
-- after
CREATE TYPE pair AS (
    re float8,
    -- flash:rename im imag
    imag float8
);
CREATE FUNCTION slug(input text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT lower(input) $$;
CREATE TABLE pages (
    id int PRIMARY KEY, title text, at pair,
    slug text GENERATED ALWAYS AS (slug(title)) STORED
);
CREATE UNIQUE INDEX pages_slug ON pages (slug);
COMMENT ON COLUMN pages.slug IS 'In the address';
