-- before
CREATE TABLE price (sku TEXT NOT NULL, cur TEXT NOT NULL, amount NUMERIC, PRIMARY KEY (sku, cur)) WITHOUT ROWID;
-- rows
INSERT INTO price VALUES ('a','EUR',1.10),('a','USD',NULL),('b','EUR','n/a');
-- after
CREATE TABLE price (sku TEXT NOT NULL, cur TEXT NOT NULL, from_date TEXT NOT NULL DEFAULT '1970-01-01', amount NUMERIC, PRIMARY KEY (sku, cur, from_date DESC)) WITHOUT ROWID;
