-- before
CREATE TABLE src (id int PRIMARY KEY, a varchar(10));
CREATE TABLE old_snap AS SELECT id, a FROM src;
CREATE UNIQUE INDEX old_snap_id ON old_snap (id);
-- rows
INSERT INTO src VALUES (1, 'a');
-- after
CREATE TABLE src (id int PRIMARY KEY, a varchar(10), b float);
CREATE TABLE snap AS SELECT id, a FROM src;
CREATE INDEX snap_a ON snap (a);
ALTER TABLE snap ADD PRIMARY KEY (id);
