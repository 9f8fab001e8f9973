-- before
CREATE SCHEMA co;
CREATE COLLATION german (PROVIDER = libc, LOCALE = 'POSIX');
CREATE TABLE w (id integer PRIMARY KEY, a text COLLATE german, b varchar(10) COLLATE german);
CREATE INDEX w_a ON w (a, b COLLATE "C");
COMMENT ON COLLATION german IS 'de';
-- rows
INSERT INTO w VALUES (1, 'x', 'y');
-- after
CREATE SCHEMA co;
-- flash:rename public.german co.deutsch
CREATE COLLATION co.deutsch (PROVIDER = libc, LOCALE = 'POSIX');
CREATE TABLE w (id integer PRIMARY KEY, a text COLLATE co.deutsch, b varchar(20) COLLATE "C");
CREATE INDEX w_a ON w (a, b COLLATE co.deutsch);
COMMENT ON COLLATION co.deutsch IS 'de';
