-- before
CREATE TABLE t (id INT PRIMARY KEY, a TEXT, b VARCHAR(50), p POINT NOT NULL, FULLTEXT KEY words (a));
-- rows
INSERT INTO t VALUES (1, 'some words', 'b', POINT(1, 2));
-- after
CREATE TABLE t (id INT PRIMARY KEY, a TEXT, b VARCHAR(50), p POINT NOT NULL, FULLTEXT KEY words (a, b), FULLTEXT KEY other (b), SPATIAL KEY places (p));
