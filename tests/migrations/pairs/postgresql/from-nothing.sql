-- before

-- after
CREATE TABLE a (id serial PRIMARY KEY, n text NOT NULL UNIQUE);
CREATE TABLE b (id int REFERENCES a ON DELETE CASCADE, CHECK (id > 0));
CREATE FUNCTION total() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM a';
CREATE TABLE c (n bigint DEFAULT total());
CREATE VIEW v AS SELECT * FROM a JOIN b USING (id);
