-- before
CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL COLLATE NOCASE, email TEXT UNIQUE, bio TEXT);
CREATE TABLE posts (id INTEGER PRIMARY KEY, author_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE, title TEXT NOT NULL, body TEXT, created TEXT DEFAULT (datetime('now')));
CREATE INDEX posts_author ON posts (author_id, created DESC);
CREATE VIEW recent AS SELECT p.id, p.title, u.name FROM posts p JOIN users u ON u.id = p.author_id WHERE p.created > date('now', '-7 days');
CREATE TRIGGER posts_ai AFTER INSERT ON posts BEGIN UPDATE users SET bio = coalesce(bio, '') || '.' WHERE id = new.author_id; END;
-- rows
INSERT INTO users (name, email, bio) VALUES ('Ann', 'a@x', NULL), ('O''Brien', NULL, 'it''s "quoted"'), ('Zoë', 'z@x', x'00ff');
DELETE FROM users WHERE id = 3;
INSERT INTO posts VALUES (7, 1, 'T', NULL, '2020-01-01'), (9, 2, '', 'b', NULL);
-- after
CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL COLLATE NOCASE, email TEXT UNIQUE, bio TEXT, is_admin INTEGER NOT NULL DEFAULT 0 CHECK (is_admin IN (0, 1)));
CREATE TABLE posts (id INTEGER PRIMARY KEY, author_id INTEGER NOT NULL REFERENCES users (id) ON DELETE RESTRICT, title TEXT NOT NULL CHECK (length(title) <= 200), body TEXT, created TEXT DEFAULT (datetime('now')), slug TEXT);
CREATE TABLE comments (id INTEGER PRIMARY KEY, post_id INTEGER NOT NULL REFERENCES posts ON DELETE CASCADE, parent_id INTEGER REFERENCES comments (id), text TEXT NOT NULL);
CREATE UNIQUE INDEX posts_slug ON posts (slug) WHERE slug IS NOT NULL;
CREATE INDEX posts_author ON posts (author_id, created DESC);
CREATE VIEW recent AS SELECT p.id, p.title, u.name, (SELECT count(*) FROM comments c WHERE c.post_id = p.id) AS n FROM posts p JOIN users u ON u.id = p.author_id WHERE p.created > date('now', '-7 days');
CREATE TRIGGER posts_ai AFTER INSERT ON posts BEGIN UPDATE users SET bio = coalesce(bio, '') || '.' WHERE id = new.author_id; END;
CREATE TRIGGER comments_bd BEFORE DELETE ON comments WHEN old.parent_id IS NULL BEGIN SELECT RAISE(IGNORE); END;
