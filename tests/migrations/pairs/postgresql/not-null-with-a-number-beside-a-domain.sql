-- before
CREATE TABLE usr (email text NOT NULL);
-- rows
INSERT INTO usr VALUES ('x');
-- after
CREATE DOMAIN usr_email AS text NOT NULL;
CREATE TABLE usr (email usr_email NOT NULL);
