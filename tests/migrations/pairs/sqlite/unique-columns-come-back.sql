-- before
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE other (a INTEGER NOT NULL, place INTEGER NOT NULL UNIQUE, FOREIGN KEY (place) REFERENCES place (id));
CREATE TABLE word (id INTEGER PRIMARY KEY, kind ANY NOT NULL, text TEXT NOT NULL);
CREATE UNIQUE INDEX once ON word (lower(text), kind);
-- rows
INSERT INTO place VALUES (1, 'x'), (5, 'y'), (7, 'z');
INSERT INTO other VALUES (1, 5), (2, 1), (3, 7);
INSERT INTO word VALUES (1, 'n', 'a'), (2, 'v', 'a'), (3, 'n', 'b');
-- after
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE other (a INTEGER NOT NULL);
CREATE TABLE word (id INTEGER PRIMARY KEY, CHECK (id > 0));
