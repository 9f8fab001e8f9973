-- before
CREATE TABLE org (a INT, b INT, name VARCHAR(10), PRIMARY KEY (a, b));
CREATE TABLE dep (id INT PRIMARY KEY, oa INT, ob INT, FOREIGN KEY (oa, ob) REFERENCES org (a, b));
-- rows
INSERT INTO org VALUES (1,2,'x'),(3,4,NULL); INSERT INTO dep VALUES (1,1,2),(2,NULL,9);
-- after
CREATE TABLE org (a INT, b INT, name VARCHAR(10), PRIMARY KEY (b, a), UNIQUE KEY ab (a, b));
CREATE TABLE dep (id INT PRIMARY KEY, oa INT, ob INT, CONSTRAINT dep_org FOREIGN KEY (ob, oa) REFERENCES org (b, a) ON DELETE SET NULL);
