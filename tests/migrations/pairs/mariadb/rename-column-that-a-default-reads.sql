-- before
CREATE TABLE t (id INT PRIMARY KEY, a INT, b VARCHAR(20) DEFAULT (concat(a, 'a')), c INT DEFAULT (a), d VARCHAR(5) DEFAULT 'a', e INT DEFAULT (a + 1));
-- rows
INSERT INTO t (id, a) VALUES (1, 2);
-- after
CREATE TABLE t (id INT PRIMARY KEY,
  -- flash:rename a amount
  amount BIGINT, b VARCHAR(20) DEFAULT (concat(amount, 'b')), c INT DEFAULT (amount), d VARCHAR(5) DEFAULT 'a', e INT DEFAULT (amount + 1));
