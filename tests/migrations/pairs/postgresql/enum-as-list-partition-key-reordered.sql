-- before
CREATE TYPE region AS ENUM ('eu','us','asia');
CREATE TABLE sales (id int NOT NULL, r region NOT NULL, amount numeric) PARTITION BY LIST (r);
CREATE TABLE sales_eu PARTITION OF sales FOR VALUES IN ('eu');
CREATE TABLE sales_rest PARTITION OF sales DEFAULT;
-- rows
INSERT INTO sales VALUES (1,'eu',2),(2,'us',3);
-- after
CREATE TYPE region AS ENUM ('eu','us','asia','africa');
CREATE TABLE sales (id int NOT NULL, r region NOT NULL, amount numeric) PARTITION BY LIST (r);
CREATE TABLE sales_eu PARTITION OF sales FOR VALUES IN ('eu');
CREATE TABLE sales_africa PARTITION OF sales FOR VALUES IN ('africa');
CREATE TABLE sales_rest PARTITION OF sales DEFAULT;
