-- before
CREATE TABLE t (a INT, b TEXT);
-- rows
INSERT INTO t VALUES (1, 'x');
-- after
CREATE TABLE t (a INT, b TEXT);
CREATE VIRTUAL TABLE f USING fts5(b, content='t', tokenize = 'porter ascii');
CREATE TRIGGER g AFTER INSERT ON t BEGIN INSERT INTO f (rowid, b) VALUES (new.rowid, new.b); END;
