-- before
CREATE TYPE point2 AS (x float8, y float8);
CREATE TABLE lines OF point2 (x WITH OPTIONS NOT NULL DEFAULT 1, PRIMARY KEY (x));
-- rows
INSERT INTO lines VALUES (1, 2);
-- after
CREATE TYPE point2 AS (x float8, y float8, label text);
CREATE TABLE lines (x float8 NOT NULL DEFAULT 1, y float8, PRIMARY KEY (x));
