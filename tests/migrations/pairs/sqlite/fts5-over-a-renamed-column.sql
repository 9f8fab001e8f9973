-- Both ways the index is built when the table behind it has the names that it looks for.
-- before
CREATE TABLE articles (id INTEGER PRIMARY KEY, headline TEXT, body TEXT);
CREATE VIRTUAL TABLE search USING fts5(headline, body, content='articles', content_rowid='id');
CREATE TRIGGER added AFTER INSERT ON articles BEGIN INSERT INTO search (rowid, headline, body) VALUES (new.id, new.headline, new.body); END;
CREATE TABLE notes (id INTEGER PRIMARY KEY, a TEXT);
CREATE VIRTUAL TABLE old_search USING fts5(a, content='notes', content_rowid='id');
-- rows
INSERT INTO articles VALUES (1, 'one', 'two'), (2, 'three', 'four');
INSERT INTO notes VALUES (3, 'apple');
INSERT INTO old_search (old_search) VALUES ('rebuild');
-- after
CREATE TABLE articles (id INTEGER PRIMARY KEY, title TEXT NOT NULL DEFAULT '' /* flash:rename headline title */, body TEXT);
CREATE VIRTUAL TABLE search USING fts5(title, body, content='articles', content_rowid='id');
CREATE TRIGGER added AFTER INSERT ON articles BEGIN INSERT INTO search (rowid, title, body) VALUES (new.id, new.title, new.body); END;
-- flash:rename notes texts
CREATE TABLE texts (id INTEGER PRIMARY KEY, a TEXT);
CREATE VIRTUAL TABLE new_search USING fts5(a, content='texts', content_rowid='id');
-- moved
SELECT rowid, headline FROM search WHERE search MATCH 'four';
SELECT rowid, title FROM search WHERE search MATCH 'four';
SELECT rowid, a FROM old_search WHERE old_search MATCH 'apple';
SELECT rowid, a FROM new_search WHERE new_search MATCH 'apple'
