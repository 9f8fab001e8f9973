-- before
CREATE TABLE current (id INT PRIMARY KEY, v TEXT, KEY kv (v(5)));
CREATE TABLE archive (id INT PRIMARY KEY, v TEXT, gone DATE, c INT, CONSTRAINT ac FOREIGN KEY (c) REFERENCES current (id));
CREATE TABLE note (id INT PRIMARY KEY, c INT, CONSTRAINT nc FOREIGN KEY (c) REFERENCES current (id) ON DELETE CASCADE);
CREATE TABLE log (x INT);
CREATE TRIGGER tc AFTER INSERT ON current FOR EACH ROW INSERT INTO log VALUES (1);
CREATE TRIGGER ta BEFORE UPDATE ON archive FOR EACH ROW SET NEW.gone = CURDATE();
CREATE VIEW seen AS SELECT c.id, a.gone FROM current c LEFT JOIN archive a ON a.c = c.id;
-- rows
INSERT INTO current VALUES (1, 'x'), (2, 'y');
INSERT INTO archive VALUES (7, 'z', '2024-02-29', 1);
INSERT INTO note VALUES (1, 2);
-- after
-- flash:rename current archive
CREATE TABLE archive (id INT PRIMARY KEY, v TEXT, KEY kv (v(9)));
-- flash:rename archive current
CREATE TABLE current (id INT PRIMARY KEY, v TEXT NOT NULL, gone DATE, c INT, CONSTRAINT ac FOREIGN KEY (c) REFERENCES archive (id) ON DELETE SET NULL);
CREATE TABLE note (id INT PRIMARY KEY, c INT, CONSTRAINT nc FOREIGN KEY (c) REFERENCES archive (id) ON DELETE CASCADE);
CREATE TABLE log (x INT);
CREATE TRIGGER tc AFTER INSERT ON archive FOR EACH ROW INSERT INTO log VALUES (1);
CREATE TRIGGER ta BEFORE UPDATE ON current FOR EACH ROW SET NEW.gone = CURDATE();
CREATE VIEW seen AS SELECT c.id, a.gone FROM archive c LEFT JOIN current a ON a.c = c.id;
-- moved
SELECT * FROM current;
SELECT * FROM archive;
SELECT id, v, gone, c FROM archive;
SELECT id, v, gone, c FROM current;
