-- before
CREATE TABLE g (id int PRIMARY KEY);
CREATE TABLE jobs (c int REFERENCES g, CHECK (c > 0), UNIQUE (c));
-- rows
INSERT INTO g VALUES (1);
INSERT INTO jobs VALUES (1);
-- after
CREATE TABLE g (id int PRIMARY KEY);
CREATE TABLE jobs (c int REFERENCES g, CHECK (c > 0), UNIQUE (c));
ALTER TABLE jobs RENAME TO old_jobs;
CREATE TABLE jobs (c int REFERENCES g, CHECK (c > 0), UNIQUE (c), d int);
