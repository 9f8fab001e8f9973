-- fires
CREATE UNIQUE INDEX i ON t (a);

-- quiet
CREATE INDEX i ON t (a);

-- quiet
CREATE TABLE t (a int);
CREATE UNIQUE INDEX i ON t (a);
