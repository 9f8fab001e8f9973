-- before
CREATE TABLE t (id serial PRIMARY KEY);

-- rows
INSERT INTO t DEFAULT VALUES;

-- after
CREATE TABLE t (id integer PRIMARY KEY);
