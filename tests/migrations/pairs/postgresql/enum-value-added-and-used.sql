-- before
CREATE TYPE e AS ENUM ('b');
CREATE TABLE t (a e DEFAULT 'b');
CREATE INDEX i ON t (a) WHERE a = 'b';

-- rows
INSERT INTO t VALUES ('b');

-- after
CREATE TYPE e AS ENUM ('b', 'new');
CREATE TABLE t (a e DEFAULT 'new' CHECK (a <> 'new'));
CREATE INDEX i ON t (a) WHERE a = 'new';
