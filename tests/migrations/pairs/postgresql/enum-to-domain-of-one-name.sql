-- before
CREATE TYPE k AS ENUM ('a', 'b');
CREATE TABLE t (x k);

-- rows
INSERT INTO t VALUES ('a');

-- after
CREATE DOMAIN k AS text CHECK (VALUE IN ('a', 'b'));
CREATE TABLE t (x k);
