-- before
CREATE TABLE books (id int PRIMARY KEY, title text, slug text GENERATED ALWAYS AS (lower(title)) VIRTUAL, note text);
CREATE TABLE others (id int PRIMARY KEY);
CREATE PUBLICATION feed FOR TABLE books (id, title), others WITH (publish = 'insert');
CREATE PUBLICATION everything FOR ALL TABLES;
CREATE VIEW slugs AS SELECT slug FROM books;
CREATE TABLE checked (id int PRIMARY KEY CHECK (id > 0), n int, twice int GENERATED ALWAYS AS (n * 2) VIRTUAL, CHECK (twice < 100));
COMMENT ON COLUMN checked.twice IS 'two';
CREATE TABLE parts (id int, n int, more int GENERATED ALWAYS AS (n + 1) VIRTUAL) PARTITION BY RANGE (id);
CREATE TABLE parts_1 PARTITION OF parts (CHECK (n > 0)) FOR VALUES FROM (0) TO (10);
-- rows
INSERT INTO checked VALUES (1, 2);
INSERT INTO parts VALUES (1, 2);
INSERT INTO books (id, title) VALUES (1, 'Emma');
-- after
CREATE TABLE books (id int PRIMARY KEY, title text, slug text GENERATED ALWAYS AS (upper(title)) VIRTUAL, note text);
CREATE TABLE others (id int PRIMARY KEY);
CREATE PUBLICATION feed FOR TABLE books (id, title), others WITH (publish = 'insert');
CREATE PUBLICATION everything FOR ALL TABLES;
CREATE VIEW slugs AS SELECT slug FROM books;
CREATE TABLE checked (id int PRIMARY KEY CHECK (id > 0), n int, twice int GENERATED ALWAYS AS (n * 3) VIRTUAL, CHECK (twice < 100));
COMMENT ON COLUMN checked.twice IS 'two';
CREATE TABLE parts (id int, n int, more int GENERATED ALWAYS AS (n + 2) VIRTUAL) PARTITION BY RANGE (id);
CREATE TABLE parts_1 PARTITION OF parts (CHECK (n > 0)) FOR VALUES FROM (0) TO (10);
