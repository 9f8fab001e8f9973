-- before
CREATE TABLE notes (id INT PRIMARY KEY, text TEXT);
CREATE TABLE steps (id INT PRIMARY KEY, note_id INT, number INT, FOREIGN KEY (note_id) REFERENCES notes (id));
CREATE INDEX note_id ON steps (note_id);

-- rows
INSERT INTO notes VALUES (1, 'a');
INSERT INTO steps VALUES (1, 1, 2);

-- after
CREATE TABLE notes (id INT PRIMARY KEY, text TEXT);
CREATE TABLE steps (id INT PRIMARY KEY, note_id INT, number INT, CONSTRAINT of_note FOREIGN KEY (note_id) REFERENCES notes (id));
ALTER TABLE steps ADD UNIQUE of_note (note_id, number);
