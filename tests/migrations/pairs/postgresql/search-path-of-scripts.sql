-- before
CREATE SCHEMA sales;
SET search_path = sales, public;
CREATE TABLE orders (id int PRIMARY KEY, total int);
CREATE VIEW big AS SELECT id FROM orders WHERE total > 100;
CREATE FUNCTION cnt() RETURNS bigint LANGUAGE sql AS $$ SELECT count(*) FROM sales.orders $$;
-- rows
INSERT INTO sales.orders VALUES (1,200);
-- after
CREATE SCHEMA sales;
SET search_path = sales, public;
CREATE TABLE orders (id int PRIMARY KEY, total numeric(10,2), at date);
CREATE VIEW big AS SELECT id, at FROM orders WHERE total > 100;
CREATE FUNCTION cnt() RETURNS bigint LANGUAGE sql AS $$ SELECT count(*) FROM sales.orders WHERE at IS NOT NULL $$;
CREATE TABLE line (order_id int REFERENCES orders, n int);
CREATE INDEX line_n ON line (n);
COMMENT ON VIEW big IS 'b';
