-- before
CREATE TABLE post (id INTEGER PRIMARY KEY, title TEXT, body TEXT);
CREATE VIRTUAL TABLE post_fts USING fts5(title, body, content='post', content_rowid='id');
CREATE TRIGGER post_in AFTER INSERT ON post BEGIN
    INSERT INTO post_fts (rowid, title, body) VALUES (new.id, new.title, new.body);
END;
-- rows
INSERT INTO post (title, body) VALUES ('hello', 'world'), ('a', 'b');
-- after
-- flash:rename post article
CREATE TABLE article (
    id INTEGER PRIMARY KEY,
    title TEXT,
    -- flash:rename body text
    text TEXT
);
-- flash:rename post_fts article_fts
CREATE VIRTUAL TABLE article_fts USING fts5(
    title,
    -- flash:rename body text
    text,
    content='article',
    content_rowid='id'
);
CREATE TRIGGER post_in AFTER INSERT ON article BEGIN
    INSERT INTO article_fts (rowid, title, text) VALUES (new.id, new.title, new.text);
END;
-- moved
SELECT rowid, title, body FROM post_fts WHERE post_fts MATCH 'world';
SELECT rowid, title, text FROM article_fts WHERE article_fts MATCH 'world';
