-- before
CREATE TYPE state AS ENUM ('new', 'active', 'done');
CREATE TABLE jobs (id int NOT NULL, queue text, state state NOT NULL) PARTITION BY LIST (queue);
CREATE TABLE jobs_common (id int NOT NULL, queue text, state state NOT NULL);
ALTER TABLE ONLY jobs ATTACH PARTITION jobs_common DEFAULT;
CREATE TABLE queues (name text PRIMARY KEY);
ALTER TABLE ONLY jobs_common ADD CONSTRAINT jobs_common_queue FOREIGN KEY (queue) REFERENCES queues;
-- rows
INSERT INTO queues VALUES ('mail');
INSERT INTO jobs VALUES (1, NULL, 'new'), (2, NULL, 'done');
-- after
CREATE TYPE state AS ENUM ('done', 'active', 'new');
CREATE TABLE jobs (id int NOT NULL, queue text, state state NOT NULL);
