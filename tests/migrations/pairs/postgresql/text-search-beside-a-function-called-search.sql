-- before
CREATE TABLE authors (id int PRIMARY KEY);
-- after
CREATE TABLE authors (id int PRIMARY KEY);
CREATE TEXT SEARCH CONFIGURATION german_plain (COPY = german);
CREATE TABLE articles (
    id int PRIMARY KEY,
    body text NOT NULL,
    document tsvector GENERATED ALWAYS AS (to_tsvector('german_plain', body)) STORED
);
CREATE INDEX articles_document ON articles USING gin (document);
CREATE FUNCTION search(q text) RETURNS SETOF articles LANGUAGE sql STABLE AS $$
    SELECT * FROM articles WHERE document @@ plainto_tsquery('german_plain', q)
$$;
