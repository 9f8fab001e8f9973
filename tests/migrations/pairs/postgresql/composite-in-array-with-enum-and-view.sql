-- before
CREATE TYPE kind AS ENUM ('x','y');
CREATE TYPE part AS (k kind, n int);
CREATE TABLE w (id int PRIMARY KEY, p part, ps part[]);
CREATE VIEW wv AS SELECT id, (p).n AS n, ps FROM w;
-- rows
INSERT INTO w VALUES (1, ROW('x',1), ARRAY[ROW('y',2)::part, NULL]);
-- after
CREATE TYPE kind AS ENUM ('y','x','z');
CREATE TYPE part AS (k kind, n bigint, note text);
CREATE TABLE w (id int PRIMARY KEY, p part, ps part[]);
CREATE VIEW wv AS SELECT id, (p).n AS n, ps FROM w;
