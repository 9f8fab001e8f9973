-- before
CREATE TABLE a_b (id serial PRIMARY KEY);
-- rows
INSERT INTO a_b DEFAULT VALUES;
-- after
CREATE TABLE a_b (id serial PRIMARY KEY);
CREATE TABLE a (b_id serial PRIMARY KEY);
