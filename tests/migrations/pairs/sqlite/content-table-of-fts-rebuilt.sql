-- before
CREATE TABLE t (a TEXT, b TEXT);
CREATE VIRTUAL TABLE f USING fts5(b, content='t');
CREATE TRIGGER g AFTER INSERT ON t BEGIN INSERT INTO f (rowid, b) VALUES (new.rowid, new.b); END;
-- rows
INSERT INTO t VALUES (1, 'x'), (2, 'y'), (3, 'z');
DELETE FROM t WHERE b = 'y';
-- after
CREATE TABLE t (a TEXT NOT NULL, b TEXT);
CREATE VIRTUAL TABLE f USING fts5(b, content='t');
CREATE TRIGGER g AFTER INSERT ON t BEGIN INSERT INTO f (rowid, b) VALUES (new.rowid, new.b); END;
