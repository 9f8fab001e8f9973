-- before
CREATE TABLE t (a int PRIMARY KEY, b int UNIQUE, c int CHECK (c > 0), d int REFERENCES t);

-- rows
INSERT INTO t VALUES (1, 1, 1, 1);

-- after
CREATE TABLE t (a int CONSTRAINT k PRIMARY KEY, b int CONSTRAINT u UNIQUE, c int CONSTRAINT pos CHECK (c > 0), d int CONSTRAINT f REFERENCES t);
