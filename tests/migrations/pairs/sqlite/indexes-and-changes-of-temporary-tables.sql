-- before
CREATE TABLE notes (id INTEGER PRIMARY KEY, title TEXT);
CREATE TEMP TABLE groups AS SELECT title, min(id) AS id FROM notes GROUP BY title;
CREATE INDEX temp.first ON groups (title);
ALTER TABLE groups ADD COLUMN seen INT;
ALTER TABLE groups RENAME seen TO done;
DROP INDEX first;
ALTER TABLE groups RENAME TO sets;
DROP TABLE sets;
CREATE TABLE temp.other (id INT);
CREATE INDEX temp.others ON other (id);

-- rows
INSERT INTO notes VALUES (1, 'a');

-- after
CREATE TABLE notes (id INTEGER PRIMARY KEY, title TEXT, day TEXT);
