-- before
CREATE TABLE products (sku text PRIMARY KEY, price numeric(10,2) NOT NULL CHECK (price >= 0));
CREATE TABLE order_items (order_id int, sku text REFERENCES products, qty int NOT NULL CHECK (qty > 0), PRIMARY KEY (order_id, sku));
CREATE VIEW totals AS SELECT order_id, sum(qty * price) AS total FROM order_items JOIN products USING (sku) GROUP BY order_id;
-- rows
INSERT INTO products VALUES ('a', 2.00), ('b', 3.00);
INSERT INTO order_items VALUES (1,'a',2),(1,'b',1);
-- after
CREATE TABLE products (sku text PRIMARY KEY, price bigint NOT NULL CHECK (price >= 0), currency char(3) NOT NULL DEFAULT 'EUR');
CREATE TABLE order_items (order_id bigint, sku text REFERENCES products, qty int NOT NULL CHECK (qty > 0), PRIMARY KEY (order_id, sku));
CREATE VIEW totals AS SELECT order_id, sum(qty * price) AS total FROM order_items JOIN products USING (sku) GROUP BY order_id;
