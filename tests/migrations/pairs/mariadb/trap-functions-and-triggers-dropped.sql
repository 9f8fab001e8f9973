-- before
CREATE TABLE t (a int, b int);
CREATE FUNCTION f(x int) RETURNS int DETERMINISTIC RETURN x + 1;
CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW SET NEW.b = f(1);

-- rows
INSERT INTO t VALUES (1, 2), (3, 4);

-- after
CREATE TABLE t (a int, b int);
