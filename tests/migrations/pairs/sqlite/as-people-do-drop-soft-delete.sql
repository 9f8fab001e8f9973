-- before
CREATE TABLE items (id INTEGER PRIMARY KEY, sku TEXT NOT NULL UNIQUE, price NUMERIC(10,2), deleted_at TEXT);
CREATE INDEX items_live ON items (sku) WHERE deleted_at IS NULL;
CREATE VIEW live_items AS SELECT id, sku, price FROM items WHERE deleted_at IS NULL;
CREATE TRIGGER items_del INSTEAD OF DELETE ON live_items BEGIN UPDATE items SET deleted_at = 'now' WHERE id = old.id; END;
-- rows
INSERT INTO items VALUES (1,'a',9.99,NULL),(2,'b',1e300,'2020'),(3,'c','abc',NULL),(4,'d',9223372036854775807,NULL);
-- after
CREATE TABLE items (id INTEGER PRIMARY KEY, sku TEXT NOT NULL UNIQUE, price NUMERIC(10,2));
CREATE VIEW live_items AS SELECT id, sku, price FROM items;
