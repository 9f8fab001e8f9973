-- before
CREATE TABLE t (id serial PRIMARY KEY, b text);

-- rows
INSERT INTO t (b) VALUES ('a'), ('b');

-- after
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, b text);
