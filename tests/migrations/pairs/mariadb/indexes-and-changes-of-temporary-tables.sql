-- before
CREATE TABLE notes (id INT PRIMARY KEY, title VARCHAR(20));
CREATE TEMPORARY TABLE sums AS SELECT title, min(id) AS id FROM notes GROUP BY title;
CREATE INDEX notes ON sums (title);
ALTER TABLE sums ADD COLUMN seen INT;
ALTER TABLE sums RENAME TO sets;
DROP INDEX notes ON sets;
DROP TEMPORARY TABLE sets;

-- rows
INSERT INTO notes VALUES (1, 'a');

-- after
CREATE TABLE notes (id INT PRIMARY KEY, title VARCHAR(20), day DATE);
