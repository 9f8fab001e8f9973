-- before
CREATE TABLE t (id int PRIMARY KEY);

-- rows
INSERT INTO t VALUES (1), (2);

-- after
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text NOT NULL, c timestamptz NOT NULL, d uuid NOT NULL UNIQUE, e text[] NOT NULL, f jsonb NOT NULL);
