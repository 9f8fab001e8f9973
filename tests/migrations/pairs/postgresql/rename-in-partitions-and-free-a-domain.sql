-- A block with an EXCEPTION could not begin after the constraint of the domain had gone.
-- before
CREATE DOMAIN code AS text;
CREATE TABLE sales (sold date NOT NULL, item code, price int) PARTITION BY RANGE (sold);
CREATE INDEX sales_price ON sales (price, sold);
-- after
CREATE DOMAIN code AS text DEFAULT 'z' CHECK (length(VALUE) < 9);
CREATE TABLE sales (
    sold date NOT NULL,
    item code,
    -- flash:rename price amount
    amount int
) PARTITION BY RANGE (sold);
CREATE INDEX sales_price ON sales (amount, sold);
