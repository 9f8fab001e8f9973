-- before
CREATE TABLE t (a int, b int);
CREATE TRIGGER g AFTER UPDATE ON t BEGIN UPDATE t SET b = 1 WHERE a = 1; END;

-- rows
INSERT INTO t VALUES (1, 2), (3, 4);

-- after
CREATE TABLE t (a int, b int);
