-- before
CREATE TABLE queues (name text PRIMARY KEY);
CREATE TABLE jobs (id int NOT NULL, queue text NOT NULL, state text NOT NULL);
CREATE INDEX jobs_by_state ON jobs (state);
-- rows
INSERT INTO queues VALUES ('mail');
INSERT INTO jobs VALUES (1, 'mail', 'new'), (2, 'mail', 'done');
-- after
CREATE TABLE queues (name text PRIMARY KEY);
CREATE TABLE jobs (id int NOT NULL, queue text NOT NULL, state text NOT NULL) PARTITION BY LIST (queue);
CREATE TABLE jobs_common (id int NOT NULL, queue text NOT NULL, state text NOT NULL,
    CONSTRAINT jobs_common_queue FOREIGN KEY (queue) REFERENCES queues DEFERRABLE INITIALLY DEFERRED);
ALTER TABLE jobs ATTACH PARTITION jobs_common DEFAULT;
CREATE INDEX jobs_common_by_state ON jobs_common (state) WHERE state <> 'done';
CREATE UNIQUE INDEX jobs_common_id ON jobs_common (id);
