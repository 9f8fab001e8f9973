CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT UNIQUE, age INT, active BOOLEAN NOT NULL DEFAULT TRUE);
CREATE TABLE posts (id INTEGER PRIMARY KEY, user_id INT NOT NULL REFERENCES users (id), title TEXT NOT NULL, body TEXT, score REAL);
CREATE TABLE tags (post_id INT NOT NULL, tag TEXT NOT NULL, PRIMARY KEY (post_id, tag)) WITHOUT ROWID;
CREATE TABLE gen (a INT, b INT AS (a + 1));
CREATE TABLE strict_t (id INTEGER PRIMARY KEY, n INT) STRICT;
CREATE VIEW names AS SELECT id, name FROM users;
CREATE VIRTUAL TABLE search USING fts5(title, body);
CREATE INDEX users_age ON users (age);
CREATE UNIQUE INDEX posts_title ON posts (title) WHERE score > 0;
