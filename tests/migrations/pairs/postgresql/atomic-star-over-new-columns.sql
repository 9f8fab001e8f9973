-- before
CREATE TABLE node (id int PRIMARY KEY, parent int REFERENCES node, path text);
-- rows
INSERT INTO node VALUES (1,NULL,NULL),(2,1,'a/b');
-- after
CREATE TABLE node (id int PRIMARY KEY, parent int CONSTRAINT node_up REFERENCES node ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, path text NOT NULL DEFAULT '', depth int GENERATED ALWAYS AS (length(path) - length(replace(path, '/', ''))) STORED, CONSTRAINT no_self CHECK (parent IS DISTINCT FROM id));
CREATE VIEW roots AS SELECT * FROM node WHERE parent IS NULL;
CREATE FUNCTION children(n int) RETURNS SETOF node LANGUAGE sql STABLE BEGIN ATOMIC SELECT * FROM node WHERE parent = n ORDER BY id; END;
