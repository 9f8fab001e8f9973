-- before
CREATE TYPE e AS ENUM ('a', 'b');
CREATE TABLE t (a e NOT NULL DEFAULT 'a', b text DEFAULT 'b');

-- rows
INSERT INTO t VALUES ('a', 'b');

-- after
CREATE TYPE f AS ENUM ('a', 'b');
CREATE TABLE t (a text NOT NULL DEFAULT 'a', b f DEFAULT 'b');
