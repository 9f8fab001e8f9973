-- before
CREATE TABLE job (id serial, n int GENERATED ALWAYS AS IDENTITY, t text);
ALTER TABLE job RENAME TO old_job;
CREATE TABLE job (id serial, n int GENERATED ALWAYS AS IDENTITY, t text);
-- rows
INSERT INTO job (t) VALUES ('a'), ('b');
INSERT INTO old_job (t) VALUES ('a');
-- after
CREATE TABLE job (id serial, n int GENERATED ALWAYS AS IDENTITY, t text);
ALTER TABLE job RENAME TO old_job;
CREATE TABLE job (id serial, n int GENERATED ALWAYS AS IDENTITY, t text, u int);
DROP TABLE old_job;
