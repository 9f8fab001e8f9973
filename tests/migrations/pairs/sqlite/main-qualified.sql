-- before
CREATE TABLE main.t (a INT);
CREATE INDEX main.i ON t (a);
-- rows
INSERT INTO t VALUES (1);
-- after
CREATE TABLE main.t (a INT NOT NULL);
CREATE INDEX main.i ON t (a);
