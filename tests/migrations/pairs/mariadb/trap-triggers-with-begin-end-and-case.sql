-- before
CREATE TABLE t (a int, b int);

-- rows
INSERT INTO t VALUES (1, 2), (3, 4);

-- after
CREATE TABLE t (a int, b int);
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW BEGIN
  SET NEW.b = CASE WHEN NEW.a > 1 THEN 1 ELSE 2 END;
  IF NEW.a = 1 THEN SET NEW.b = 3; END IF;
END;
CREATE TABLE u (a int);
