-- before
CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(36) DEFAULT (uuid()), b JSON DEFAULT ('{}'), c TEXT DEFAULT 'x', d INT DEFAULT (id * 2));
-- rows
INSERT INTO t (id) VALUES (1);
-- after
CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(36) DEFAULT (concat('u', uuid())), b JSON DEFAULT ('[]'), c TEXT DEFAULT (concat('x', 'y')), d INT DEFAULT (id * 3));
