-- Full-text and box tables keep their contents under another module of their family.
-- before
CREATE VIRTUAL TABLE notes USING fts4(title, "body" TEXT, tokenize=porter);
CREATE VIRTUAL TABLE old USING fts3(a, tokenize simple);
CREATE VIRTUAL TABLE boxes USING rtree(id, x0, x1);
-- rows
INSERT INTO notes (rowid, title, body) VALUES (7, 'one', 'two three'), (9, 'x', 'y');
INSERT INTO old VALUES ('q');
INSERT INTO boxes VALUES (1, 2, 3);
-- after
CREATE VIRTUAL TABLE notes USING fts5(title, body, tokenize='porter');
CREATE VIRTUAL TABLE old USING fts4(a, b);
CREATE VIRTUAL TABLE boxes USING rtree_i32(id, x0, x1);
-- moved
SELECT rowid, title, body FROM notes WHERE notes MATCH 'two';
SELECT rowid, title, body FROM notes WHERE notes MATCH 'two';
SELECT a FROM old;
SELECT a FROM old;
SELECT id, x0, x1 FROM boxes;
SELECT id, x0 * 1.0, x1 * 1.0 FROM boxes
