-- before
CREATE TABLE t (a int, b int NOT NULL);

-- rows
INSERT INTO t VALUES (5, 5), (7, 7);

-- after
CREATE TABLE t (a serial, b bigserial);
