-- A shop, small enough to remember: what the refused queries are written over.
CREATE SCHEMA crm;

CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
CREATE TYPE address AS (street text, zip integer);
CREATE TYPE located AS (label text, place point);

CREATE TABLE users (
    id integer PRIMARY KEY,
    name text NOT NULL,
    email varchar(200) UNIQUE,
    age integer,
    active boolean NOT NULL DEFAULT true,
    mood mood,
    tags text[] NOT NULL DEFAULT '{}',
    settings jsonb,
    home address,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE posts (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id integer NOT NULL REFERENCES users (id),
    title text NOT NULL,
    body text,
    words integer GENERATED ALWAYS AS (length(body)) STORED,
    price numeric(10, 2),
    stars positive,
    published date
);

CREATE TABLE likes (
    user_id integer NOT NULL REFERENCES users (id),
    post_id bigint NOT NULL REFERENCES posts (id),
    weight real,
    CONSTRAINT likes_key PRIMARY KEY (user_id, post_id)
);

CREATE TABLE crm.leads (id uuid PRIMARY KEY, name text NOT NULL, score numeric);

CREATE VIEW authors AS SELECT id, name FROM users WHERE active;
CREATE VIEW post_counts AS SELECT user_id, count(*) AS posts FROM posts GROUP BY user_id;

CREATE VIEW shouted AS SELECT id, upper(name) AS name FROM users;

CREATE VIEW titles AS SELECT id, title AS called, words AS length, published FROM posts;

CREATE TABLE bookings (
    room integer,
    during tsrange,
    CONSTRAINT one_at_a_time EXCLUDE USING gist (during WITH &&)
);
CREATE TABLE visits (user_id integer NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);

CREATE TABLE parcels (code varchar(5), country char(2), weight numeric(4, 2), items smallint);

CREATE PROCEDURE clean(days integer) LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION anything() RETURNS SETOF record LANGUAGE sql AS 'SELECT 1, 2';
CREATE FUNCTION named(OUT a integer, OUT b text) LANGUAGE sql AS $$ SELECT 1, 'b' $$;
CREATE FUNCTION clash(text) RETURNS text LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION clash(text, integer DEFAULT 1) RETURNS text LANGUAGE sql AS 'SELECT $1';
