-- before
CREATE TABLE jobs (id serial PRIMARY KEY, a text);
ALTER TABLE jobs RENAME TO old_jobs;
CREATE TABLE jobs (id serial PRIMARY KEY, b text);
-- rows
INSERT INTO jobs (b) VALUES ('x'),('y');
-- after
CREATE TABLE jobs (id serial PRIMARY KEY, a text);
ALTER TABLE jobs RENAME TO old_jobs;
CREATE TABLE jobs (id bigserial PRIMARY KEY, b text);
