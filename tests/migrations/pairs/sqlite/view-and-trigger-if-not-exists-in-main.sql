-- SQLite keeps neither IF NOT EXISTS nor the name of the schema: nothing differs from what it says.
-- before
CREATE TABLE main.notes (id INTEGER PRIMARY KEY, a INT);
CREATE VIEW IF NOT EXISTS kept AS SELECT id FROM notes;
-- rows
INSERT INTO notes VALUES (1, 2);
-- after
CREATE TABLE main.notes (id INTEGER PRIMARY KEY, a TEXT NOT NULL);
CREATE VIEW kept AS SELECT id FROM notes;
CREATE VIEW IF NOT EXISTS main.other AS SELECT * FROM notes;
CREATE TRIGGER IF NOT EXISTS main.watch AFTER INSERT ON notes BEGIN SELECT 1; END;
CREATE VIRTUAL TABLE IF NOT EXISTS main.search USING fts5(a);
