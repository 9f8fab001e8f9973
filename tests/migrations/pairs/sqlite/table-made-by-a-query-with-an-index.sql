-- before
CREATE TABLE src (id INTEGER PRIMARY KEY, a TEXT);
CREATE TABLE old_snap AS SELECT id, a FROM src;
CREATE UNIQUE INDEX old_snap_id ON old_snap (id);
-- rows
INSERT INTO src VALUES (1, 'a');
-- after
CREATE TABLE src (id INTEGER PRIMARY KEY, a TEXT, b REAL);
CREATE TABLE snap AS SELECT id, a FROM src;
CREATE INDEX snap_a ON snap (a);
CREATE INDEX src_b ON src (b);
