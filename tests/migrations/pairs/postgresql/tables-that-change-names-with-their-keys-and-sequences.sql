-- before
CREATE TABLE a (id serial PRIMARY KEY, x text UNIQUE);
CREATE TABLE b (id serial PRIMARY KEY, y text UNIQUE);
-- rows
INSERT INTO a (x) VALUES ('a'); INSERT INTO b (y) VALUES ('b'),('c');
-- after
-- flash:rename b a
CREATE TABLE a (id serial PRIMARY KEY, y text UNIQUE);
-- flash:rename a b
CREATE TABLE b (id serial PRIMARY KEY, x text UNIQUE);
