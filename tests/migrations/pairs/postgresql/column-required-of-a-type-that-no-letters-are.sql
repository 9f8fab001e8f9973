-- before
CREATE EXTENSION hstore;
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE trips (id int PRIMARY KEY, note text);
CREATE TABLE paid (id int PRIMARY KEY);
-- rows
INSERT INTO paid VALUES (1);
-- after
CREATE EXTENSION hstore;
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE trips (
    id int PRIMARY KEY,
    note text,
    since date NOT NULL CHECK (since > '2020-01-01'::date),
    at timestamptz NOT NULL CHECK (at <> '1970-01-01 00:00+00'),
    span interval NOT NULL CHECK (span > '0'::interval),
    feeling mood NOT NULL CHECK (feeling <> 'sad'::mood),
    key uuid NOT NULL CHECK (key <> '00000000-0000-0000-0000-000000000000'),
    extra hstore NOT NULL CHECK (extra <> ''),
    more jsonb NOT NULL CHECK (more <> '{}'),
    tags text[] NOT NULL CHECK (tags <> '{}')
);
CREATE TABLE paid (
    id int PRIMARY KEY,
    terms boolean NOT NULL CHECK (terms),
    day date NOT NULL CHECK (day >= '2020-01-01'::date),
    part numeric(4, 2) NOT NULL CHECK (part > 0.5)
);
