-- before
CREATE TABLE sale (id int NOT NULL, day date NOT NULL, amount int CHECK (amount > 0), PRIMARY KEY (id, day), UNIQUE (amount, day, id)) PARTITION BY RANGE (day);
CREATE TABLE sale_a PARTITION OF sale FOR VALUES FROM ('2024-01-01') TO ('2024-07-01');
CREATE TABLE sale_b PARTITION OF sale FOR VALUES FROM ('2024-07-01') TO ('2025-01-01') PARTITION BY LIST (id);
CREATE TABLE sale_b1 PARTITION OF sale_b FOR VALUES IN (1);
CREATE INDEX ON sale (amount);
CREATE INDEX sale_by_day ON sale (day, amount) INCLUDE (id);
CREATE INDEX sale_half ON sale ((amount / 2), lower(amount::text));
-- rows
INSERT INTO sale VALUES (1, '2024-02-02', 5), (1, '2024-08-02', 6);
-- after
-- flash:rename sale sales
CREATE TABLE sales (id int NOT NULL, day date NOT NULL,
  -- flash:rename amount cents
  cents int CHECK (cents > 0), PRIMARY KEY (id, day), UNIQUE (cents, day, id)) PARTITION BY RANGE (day);
-- flash:rename sale_a sales_h1
CREATE TABLE sales_h1 PARTITION OF sales FOR VALUES FROM ('2024-01-01') TO ('2024-07-01');
CREATE TABLE sale_b PARTITION OF sales FOR VALUES FROM ('2024-07-01') TO ('2025-01-01') PARTITION BY LIST (id);
-- flash:rename sale_b1 sale_one
CREATE TABLE sale_one PARTITION OF sale_b FOR VALUES IN (1);
CREATE TABLE sales_25 PARTITION OF sales FOR VALUES FROM ('2025-01-01') TO ('2025-07-01');
CREATE INDEX ON sales (cents);
CREATE INDEX sale_by_day ON sales (day, cents) INCLUDE (id);
CREATE INDEX sale_half ON sales ((cents / 2), lower(cents::text));
-- moved
SELECT amount FROM sale;
SELECT cents FROM sales;
