-- before
CREATE TABLE sale (id INTEGER PRIMARY KEY, amt REAL, region TEXT, at TEXT);
CREATE VIEW v1 AS SELECT region, amt FROM sale;
CREATE VIEW v2 AS SELECT region, sum(amt) AS total FROM v1 GROUP BY region;
CREATE VIEW v3 AS SELECT * FROM v2 WHERE total > 10;
CREATE TRIGGER v3_ii INSTEAD OF INSERT ON v3 BEGIN INSERT INTO sale (region, amt) VALUES (new.region, new.total); END;
-- rows
INSERT INTO sale VALUES (1,5,'n','2020'),(2,NULL,NULL,NULL);
-- after
CREATE TABLE sale (id INTEGER PRIMARY KEY, amt NUMERIC NOT NULL DEFAULT 0, region TEXT, at TEXT);
CREATE VIEW v1 AS SELECT region, amt, at FROM sale;
CREATE VIEW v2 AS SELECT region, sum(amt) AS total FROM v1 GROUP BY region;
CREATE VIEW v3 AS SELECT * FROM v2 WHERE total > 20;
CREATE TRIGGER v3_ii INSTEAD OF INSERT ON v3 BEGIN INSERT INTO sale (region, amt) VALUES (new.region, new.total); END;
