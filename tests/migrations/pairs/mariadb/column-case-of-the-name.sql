-- before
CREATE TABLE t (Id INT PRIMARY KEY, Name VARCHAR(10), KEY by_name (Name));
-- rows
INSERT INTO t VALUES (1, 'x');
-- after
CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(10), KEY by_name (name));
