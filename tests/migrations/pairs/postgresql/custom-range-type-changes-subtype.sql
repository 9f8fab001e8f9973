-- before
CREATE TYPE frange AS RANGE (subtype = float8);
CREATE TABLE r (id int PRIMARY KEY, f frange);
-- rows
INSERT INTO r VALUES (1,'[1,2)');
-- after
CREATE TYPE frange AS RANGE (subtype = numeric);
CREATE TABLE r (id int PRIMARY KEY, f frange);
CREATE INDEX r_f ON r USING gist (f);
