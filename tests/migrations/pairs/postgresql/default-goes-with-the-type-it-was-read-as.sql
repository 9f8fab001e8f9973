-- before
CREATE TABLE schedule (id int);
-- rows
-- after
CREATE TYPE status AS ENUM ('pending', 'failed');
CREATE TABLE schedule (id int, state status DEFAULT 'pending', n status[] DEFAULT '{pending}');
ALTER TABLE schedule ALTER COLUMN state TYPE text, ALTER n TYPE text[];
DROP TYPE status CASCADE;
