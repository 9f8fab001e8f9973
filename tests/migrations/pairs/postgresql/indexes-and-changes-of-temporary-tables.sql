-- before
CREATE TABLE notes (id int, title text);
CREATE TEMP TABLE groups AS SELECT title, min(id) AS id FROM notes GROUP BY title;
CREATE INDEX ON groups (title);
CREATE UNIQUE INDEX first ON groups (id);
ALTER INDEX first RENAME TO again;
ALTER TABLE groups ADD COLUMN seen bool;
ALTER TABLE groups RENAME seen TO done;
COMMENT ON COLUMN groups.done IS 'a';
DROP INDEX again;
ALTER TABLE groups RENAME TO sets;
DROP TABLE sets;
CREATE TABLE pg_temp.notes (id int);
ALTER TABLE pg_temp.notes ADD COLUMN other int;
DROP TABLE notes;

-- rows
INSERT INTO notes VALUES (1, 'a');

-- after
CREATE TABLE notes (id int, title text, day date);
SELECT id INTO TEMP groups FROM notes;
CREATE INDEX ON groups (id);
DROP TABLE groups;
CREATE TABLE groups (id int);
CREATE INDEX ON groups (id);
