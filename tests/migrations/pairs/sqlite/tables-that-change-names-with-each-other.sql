-- before
CREATE TABLE current (id INTEGER PRIMARY KEY, v TEXT);
CREATE INDEX kv ON current (v);
CREATE TABLE archive (id INTEGER PRIMARY KEY, v TEXT, gone DATE, c INT REFERENCES current (id));
CREATE TABLE note (id INTEGER PRIMARY KEY, c INT REFERENCES current (id) ON DELETE CASCADE);
CREATE TABLE log (x INT);
CREATE TRIGGER tc AFTER INSERT ON current BEGIN INSERT INTO log VALUES (1); END;
CREATE TRIGGER ta AFTER UPDATE ON archive BEGIN DELETE FROM current WHERE id = old.id; END;
CREATE VIEW seen AS SELECT c.id, a.gone FROM current c LEFT JOIN archive a ON a.c = c.id;
-- rows
INSERT INTO current VALUES (1, 'x'), (2, 'y');
INSERT INTO archive VALUES (7, 'z', '2024-02-29', 1);
INSERT INTO note VALUES (1, 2);
-- after
-- flash:rename current archive
CREATE TABLE archive (id INTEGER PRIMARY KEY, v TEXT);
CREATE INDEX kv ON archive (v);
-- flash:rename archive current
CREATE TABLE current (id INTEGER PRIMARY KEY, v TEXT NOT NULL, gone DATE, c INT REFERENCES archive (id) ON DELETE SET NULL);
CREATE TABLE note (id INTEGER PRIMARY KEY, c INT REFERENCES archive (id) ON DELETE CASCADE);
CREATE TABLE log (x INT);
CREATE TRIGGER tc AFTER INSERT ON archive BEGIN INSERT INTO log VALUES (1); END;
CREATE TRIGGER ta AFTER UPDATE ON current BEGIN DELETE FROM archive WHERE id = old.id; END;
CREATE VIEW seen AS SELECT c.id, a.gone FROM archive c LEFT JOIN current a ON a.c = c.id;
-- moved
SELECT * FROM current;
SELECT * FROM archive;
SELECT id, v, gone, c FROM archive;
SELECT id, v, gone, c FROM current;
