-- before
CREATE TABLE p (id INT PRIMARY KEY);
CREATE TABLE t (id INT PRIMARY KEY, qty INT, p_id INT, dbl INT AS (qty * 2) STORED, KEY q (qty), CONSTRAINT pos CHECK (qty > 0), FOREIGN KEY (p_id) REFERENCES p (id));
CREATE TRIGGER tb BEFORE INSERT ON t FOR EACH ROW SET NEW.qty = COALESCE(NEW.qty, 1);
CREATE VIEW v AS SELECT qty, dbl FROM t;
-- rows
INSERT INTO p VALUES (1); INSERT INTO t (id, qty, p_id) VALUES (1,5,1);
-- after
CREATE TABLE p (id INT PRIMARY KEY);
CREATE TABLE t (id INT PRIMARY KEY,
 -- flash:rename qty quantity
 quantity INT,
 -- flash:rename p_id parent_id
 parent_id INT, dbl INT AS (quantity * 2) STORED, KEY q (quantity), CONSTRAINT pos CHECK (quantity > 0), CONSTRAINT t_ibfk_1 FOREIGN KEY (parent_id) REFERENCES p (id));
CREATE TRIGGER tb BEFORE INSERT ON t FOR EACH ROW SET NEW.quantity = COALESCE(NEW.quantity, 1);
CREATE VIEW v AS SELECT quantity, dbl FROM t;
