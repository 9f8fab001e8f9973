CREATE TABLE users (
    nickname TEXT,
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL DEFAULT 'writer',
    settings JSON,
    joined TIMESTAMP NOT NULL DEFAULT '2026-01-02 03:04:05'
);

CREATE TABLE posts (
    id INTEGER PRIMARY KEY,
    author_id INTEGER NOT NULL REFERENCES users,
    reviewer_id INTEGER REFERENCES users,
    title TEXT NOT NULL,
    draft BOOLEAN NOT NULL DEFAULT TRUE
);
