-- before
CREATE SCHEMA media;
CREATE COLLATION media.plain FROM "C";
CREATE DOMAIN media.word AS text COLLATE media.plain CHECK (VALUE < 'x' COLLATE media.plain);
CREATE TYPE media.pair AS (a text COLLATE media.plain, b int);
CREATE TABLE media.channels (id int PRIMARY KEY, handle text COLLATE media.plain NOT NULL, p media.pair, w media.word DEFAULT 'a');
CREATE INDEX channels_handle ON media.channels (handle COLLATE media.plain DESC);
COMMENT ON COLLATION media.plain IS 'bytes';
-- rows
INSERT INTO media.channels VALUES (1, 'a');
-- after
-- flash:rename media tube
CREATE SCHEMA tube;
CREATE COLLATION tube.plain FROM "C";
CREATE DOMAIN tube.word AS text COLLATE tube.plain CHECK (VALUE < 'x' COLLATE tube.plain);
CREATE TYPE tube.pair AS (a text COLLATE tube.plain, b int);
CREATE TABLE tube.channels (id bigint PRIMARY KEY, handle text COLLATE tube.plain NOT NULL, p tube.pair, w tube.word DEFAULT 'a');
CREATE INDEX channels_handle ON tube.channels (handle COLLATE tube.plain DESC);
COMMENT ON COLLATION tube.plain IS 'bytes';
