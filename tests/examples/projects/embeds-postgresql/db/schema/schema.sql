CREATE TYPE role AS ENUM ('writer', 'editor');

CREATE TABLE users (
    nickname TEXT,
    id SERIAL PRIMARY KEY,
    name TEXT NOT NULL,
    role role NOT NULL DEFAULT 'writer',
    settings JSONB,
    joined TIMESTAMP NOT NULL DEFAULT '2026-01-02 03:04:05'
);

CREATE TABLE posts (
    id SERIAL PRIMARY KEY,
    author_id INTEGER NOT NULL REFERENCES users,
    reviewer_id INTEGER REFERENCES users,
    title TEXT NOT NULL,
    draft BOOLEAN NOT NULL DEFAULT TRUE
);
