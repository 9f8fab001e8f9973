-- before
CREATE TABLE stock (sku TEXT PRIMARY KEY, qty INT NOT NULL);
CREATE TABLE mv (id INTEGER PRIMARY KEY, sku TEXT NOT NULL REFERENCES stock (sku), delta INT NOT NULL);
CREATE VIEW low AS SELECT sku FROM stock WHERE qty < 5;
CREATE TABLE alert (sku TEXT, at TEXT);
CREATE TRIGGER mv_ai AFTER INSERT ON mv BEGIN UPDATE stock SET qty = qty + new.delta WHERE sku = new.sku; INSERT INTO alert SELECT sku, datetime('now') FROM low WHERE sku = new.sku; END;
-- rows
INSERT INTO stock VALUES ('a',3),('b',9); INSERT INTO mv VALUES (1,'a',2); INSERT INTO alert VALUES ('q',NULL);
-- after
CREATE TABLE stock (sku TEXT PRIMARY KEY, qty INT NOT NULL CHECK (qty >= 0), warn INT NOT NULL DEFAULT 5);
CREATE TABLE mv (id INTEGER PRIMARY KEY, sku TEXT NOT NULL REFERENCES stock (sku) ON UPDATE CASCADE, delta INT NOT NULL, why TEXT);
CREATE VIEW low AS SELECT sku FROM stock WHERE qty < warn;
CREATE TABLE alert (sku TEXT, at TEXT);
CREATE TRIGGER mv_ai AFTER INSERT ON mv BEGIN UPDATE stock SET qty = qty + new.delta WHERE sku = new.sku; INSERT INTO alert SELECT sku, datetime('now') FROM low WHERE sku = new.sku; END;
CREATE TRIGGER mv_ad AFTER DELETE ON mv BEGIN UPDATE stock SET qty = qty - old.delta WHERE sku = old.sku; END;
