-- before
CREATE VIRTUAL TABLE f USING fts5(a, content='');
-- rows
INSERT INTO f (rowid, a) VALUES (1, 'y');
-- after
CREATE VIRTUAL TABLE f USING fts5(a, b, content='');
