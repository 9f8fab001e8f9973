-- before
CREATE TYPE mood AS ENUM ('sad');
CREATE TABLE t (a int, m mood);

-- rows
INSERT INTO t VALUES (1, 'sad');

-- after
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (a int, m mood DEFAULT 'ok', CHECK (m <> 'ok' OR a > 0));
