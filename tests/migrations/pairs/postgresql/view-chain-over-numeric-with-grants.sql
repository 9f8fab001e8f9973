-- before
CREATE TABLE customer (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE invoice (id int PRIMARY KEY, customer_id int NOT NULL REFERENCES customer, amount int NOT NULL, due date);
CREATE VIEW open_invoice AS SELECT i.id, c.name, i.amount, i.due FROM invoice i JOIN customer c ON c.id = i.customer_id WHERE i.due IS NOT NULL;
CREATE VIEW overdue AS SELECT * FROM open_invoice WHERE due < current_date;
CREATE VIEW overdue_total AS SELECT name, sum(amount) AS total FROM overdue GROUP BY name;
GRANT SELECT ON overdue TO pg_monitor;
COMMENT ON COLUMN overdue_total.total IS 'sum owed';
COMMENT ON VIEW overdue IS 'late ones';
-- rows
INSERT INTO customer VALUES (1,'a'),(2,'b'); INSERT INTO invoice VALUES (1,1,100,'2020-01-01'),(2,2,200,NULL);
-- after
CREATE TABLE customer (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE invoice (id int PRIMARY KEY, customer_id int NOT NULL REFERENCES customer, amount numeric(12,2) NOT NULL, due date, paid boolean NOT NULL DEFAULT false);
CREATE VIEW open_invoice AS SELECT i.id, c.name, i.amount, i.due FROM invoice i JOIN customer c ON c.id = i.customer_id WHERE i.due IS NOT NULL AND NOT i.paid;
CREATE VIEW overdue AS SELECT * FROM open_invoice WHERE due < current_date;
CREATE VIEW overdue_total AS SELECT name, sum(amount) AS total FROM overdue GROUP BY name;
GRANT SELECT ON overdue TO pg_monitor;
COMMENT ON COLUMN overdue_total.total IS 'sum owed';
COMMENT ON VIEW overdue IS 'late ones';
