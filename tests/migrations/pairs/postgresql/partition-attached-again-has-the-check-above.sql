-- before
CREATE TABLE sales (id int, cents int, CHECK (cents >= 0)) PARTITION BY LIST (id);
CREATE TABLE sales_1 PARTITION OF sales FOR VALUES IN (1, 2);
CREATE TABLE sales_rest PARTITION OF sales DEFAULT;
-- rows
INSERT INTO sales VALUES (1, 10), (9, 20);
-- after
CREATE TABLE sales (id integer, cents integer, CONSTRAINT sales_cents_check CHECK ((cents >= 0))) PARTITION BY LIST (id);
CREATE TABLE sales_1 (id integer, cents integer, CONSTRAINT sales_cents_check CHECK ((cents >= 0)));
CREATE TABLE sales_rest (id integer, cents integer, CONSTRAINT sales_cents_check CHECK ((cents >= 0)));
ALTER TABLE ONLY sales ATTACH PARTITION sales_1 FOR VALUES IN (1, 2, 9);
ALTER TABLE ONLY sales ATTACH PARTITION sales_rest DEFAULT;
