-- before
CREATE TABLE source (id INTEGER PRIMARY KEY, n TEXT, v REAL);
CREATE TABLE one AS SELECT id, n, v * 2 AS twice FROM source;
CREATE TABLE two AS SELECT * FROM source;
CREATE TABLE three (id INT, n TEXT);
CREATE TABLE four AS SELECT n FROM source;
CREATE INDEX one_n ON one (n);
CREATE VIEW shown AS SELECT n FROM two;
CREATE TRIGGER watch AFTER INSERT ON two BEGIN UPDATE source SET v = 1 WHERE id = new.id; END;
-- rows
INSERT INTO one VALUES (7, 'q', 3.0);
INSERT INTO two VALUES (8, 'r', 4.5);
INSERT INTO three VALUES (9, 's');
INSERT INTO four VALUES ('t');
-- after
CREATE TABLE source (id INTEGER PRIMARY KEY, n TEXT, v REAL);
CREATE TABLE one (id INT, n TEXT, twice REAL);
CREATE TABLE two (id INTEGER PRIMARY KEY, n TEXT NOT NULL DEFAULT '', v REAL, extra TEXT DEFAULT 'e', CHECK (id > 0));
CREATE TABLE three AS SELECT id, n FROM source;
CREATE TABLE four AS SELECT n, id FROM source;
CREATE INDEX one_n ON one (n);
CREATE VIEW shown AS SELECT n, extra FROM two;
CREATE TRIGGER watch AFTER INSERT ON two BEGIN UPDATE source SET v = 2 WHERE id = new.id; END;
