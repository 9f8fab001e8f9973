-- before
CREATE TABLE t (Id INT PRIMARY KEY, CustomerId INT, Name VARCHAR(20), KEY (CUSTOMERID), KEY k (name(5), customerid DESC), UNIQUE u (NAME, id), FULLTEXT f (name));
-- rows
INSERT INTO t VALUES (1, 2, 'x');
-- after
CREATE TABLE t (id BIGINT PRIMARY KEY, customerId INT, `name` VARCHAR(30), KEY (CustomerID), KEY k (NAME(6), CUSTOMERID), UNIQUE u (Name), FULLTEXT f (NAME));
