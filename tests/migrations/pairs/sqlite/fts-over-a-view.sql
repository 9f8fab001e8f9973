-- before
CREATE TABLE post (id INTEGER PRIMARY KEY, title TEXT, body TEXT);
CREATE VIEW texts AS SELECT id, title || ' ' || body AS text FROM post;
CREATE VIRTUAL TABLE found USING fts5(text, content=texts, content_rowid=id);
CREATE VIRTUAL TABLE gone USING fts5(text, content=texts, content_rowid=id);
-- rows
INSERT INTO post VALUES (1, 'hello', 'you');
INSERT INTO found (found) VALUES ('rebuild');
INSERT INTO gone (gone) VALUES ('rebuild');
-- after
CREATE TABLE post (id INTEGER PRIMARY KEY, title TEXT, body TEXT, more TEXT);
CREATE VIEW texts AS SELECT id, title || '-' || body AS text FROM post;
CREATE VIRTUAL TABLE found USING fts5(text, content=texts, content_rowid=id, tokenize=porter);
CREATE VIRTUAL TABLE also USING fts5(text, content=texts, content_rowid=id);
-- moved
SELECT rowid FROM found WHERE found MATCH 'hello';
SELECT rowid FROM found WHERE found MATCH 'hello';
SELECT rowid FROM gone WHERE gone MATCH 'you';
SELECT rowid FROM also WHERE also MATCH 'you';
