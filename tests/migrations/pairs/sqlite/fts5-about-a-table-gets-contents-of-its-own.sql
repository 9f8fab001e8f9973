-- before
CREATE TABLE post (pid INTEGER PRIMARY KEY, subject TEXT, body TEXT NOT NULL);
CREATE VIRTUAL TABLE post_fts USING fts5(subject, body, content='post', content_rowid='pid');
CREATE TRIGGER post_ai AFTER INSERT ON post BEGIN
  INSERT INTO post_fts(rowid, subject, body) VALUES (new.pid, new.subject, new.body);
END;

-- rows
INSERT INTO post VALUES (3, 'first', 'about a fox'), (8, NULL, 'about a dog');

-- after
CREATE TABLE post (pid INTEGER PRIMARY KEY, subject TEXT, body TEXT NOT NULL);
CREATE VIRTUAL TABLE post_fts USING fts5(subject, body);
CREATE TRIGGER post_ai AFTER INSERT ON post BEGIN
  INSERT INTO post_fts(rowid, subject, body) VALUES (new.pid, new.subject, new.body);
END;

-- moved
SELECT rowid, subject, body FROM post_fts WHERE post_fts MATCH 'about';
SELECT rowid, subject, body FROM post_fts WHERE post_fts MATCH 'about';
SELECT rowid FROM post_fts WHERE post_fts MATCH 'dog';
SELECT rowid FROM post_fts WHERE post_fts MATCH 'dog';
