CREATE SCHEMA app;
CREATE DOMAIN label AS text;
CREATE TYPE app.kind AS ENUM ('a', 'b');
CREATE TABLE app."Order Items" (
    id serial PRIMARY KEY,
    "the name" label NOT NULL,
    kinds app.kind[]
);
CREATE TABLE users (id serial PRIMARY KEY, name text NOT NULL);
CREATE VIEW people AS SELECT id, name FROM users;

-- name: EmbedReturning :one
INSERT INTO users (name) VALUES ($1) RETURNING flash.embed(users);

-- name: EmbedBesideAColumnOfItsName :many
SELECT sqlc.embed(i), u.name AS i FROM app."Order Items" i JOIN users u ON true WHERE i.kinds = $1;

-- name: EmbedByQualifiedName :many
SELECT flash.embed(app."Order Items") FROM app."Order Items" WHERE "the name" = $1;

-- name: EmbedAViewTwice :many
SELECT flash.embed(p), flash.embed(q) FROM people p LEFT JOIN people q ON q.id = p.id + 1;

-- name: EmbedACte :many
WITH c AS (SELECT id, count(*) AS n FROM users GROUP BY id)
SELECT flash.embed(c), u.* FROM users u LEFT JOIN c USING (id);

-- name: EmbedInASubquery :many
SELECT * FROM (SELECT flash.embed(users) FROM users) s;

-- name: EmbedUnderUnion :many
SELECT flash.embed(users) FROM users UNION ALL SELECT id, name FROM users;
