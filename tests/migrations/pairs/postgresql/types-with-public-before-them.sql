-- before
CREATE TYPE public.lang AS ENUM ('en', 'de');
CREATE TYPE public.place AS (name text, lang public.lang);
CREATE DOMAIN public.year AS smallint;
CREATE DOMAIN public.recent AS public.year CHECK (VALUE > 1900);
CREATE TABLE public.books (id int, lang public.lang, langs public.lang[], at public.place, published public.recent);
CREATE TABLE public.dates (at public.place);
-- rows
INSERT INTO books VALUES (1, 'en', '{en,de}', ROW('x', 'de'), 1950);
-- after
CREATE TYPE lang AS ENUM ('en', 'de');
CREATE TYPE place AS (name text, lang lang);
CREATE DOMAIN year AS smallint;
CREATE DOMAIN recent AS year CHECK (VALUE > 1900);
CREATE TABLE books (id int, lang lang, langs lang[], at place, published recent);
CREATE TABLE dates (at place);
