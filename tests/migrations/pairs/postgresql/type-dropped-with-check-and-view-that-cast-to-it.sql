-- before
CREATE TYPE status AS ENUM ('pending', 'failed');
CREATE TABLE schedule (id int, state text DEFAULT 'pending'::status, n int);
CREATE VIEW v AS SELECT id, 'failed'::status AS s FROM schedule;
-- rows
INSERT INTO schedule VALUES (1,'pending',3);
-- after
CREATE TYPE status AS ENUM ('pending', 'failed');
CREATE TABLE schedule (id int, state text DEFAULT 'pending'::status, n int CHECK (n::text <> 'failed'::status::text));
CREATE VIEW v AS SELECT id, 'failed'::status AS s FROM schedule;
DROP TYPE status CASCADE;
