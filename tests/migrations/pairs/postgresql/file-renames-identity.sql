-- before
CREATE TABLE jobs (id bigint GENERATED ALWAYS AS IDENTITY, a text);
-- rows
INSERT INTO jobs (a) VALUES ('x'),('y');
-- after
CREATE TABLE jobs (id bigint GENERATED ALWAYS AS IDENTITY, a text);
ALTER TABLE jobs RENAME TO old_jobs;
CREATE TABLE jobs (id bigint CONSTRAINT jobs_no NOT NULL GENERATED ALWAYS AS IDENTITY, b text);
