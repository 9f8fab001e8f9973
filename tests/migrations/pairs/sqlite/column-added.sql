-- before
CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT);
-- rows
INSERT INTO t (b) VALUES ('x'), (NULL), ('z');
-- after
CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT, c TEXT DEFAULT 'it''s', d INT CHECK (d > 0));
