-- before
CREATE TABLE customers (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, email VARCHAR(100) NOT NULL, status ENUM('new', 'old') NOT NULL DEFAULT 'new', created DATETIME DEFAULT CURRENT_TIMESTAMP, UNIQUE KEY email (email));
CREATE TABLE orders (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, customer_id INT NOT NULL, total DECIMAL(8, 2) NOT NULL DEFAULT 0, note TEXT, KEY (customer_id), FOREIGN KEY (customer_id) REFERENCES customers (id));
CREATE VIEW totals AS SELECT customer_id, sum(total) AS total FROM orders GROUP BY customer_id;
CREATE TRIGGER fill BEFORE INSERT ON orders FOR EACH ROW SET NEW.note = coalesce(NEW.note, '');
-- rows
INSERT INTO customers (email, status) VALUES ('a@b', 'old'), ('c@d', 'new');
INSERT INTO orders (customer_id, total) VALUES (1, 5), (2, 7);
-- after
CREATE TABLE customers (id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, status ENUM('new', 'old', 'gone') NOT NULL DEFAULT 'new', email VARCHAR(200) NOT NULL, name VARCHAR(50) NOT NULL DEFAULT '', created DATETIME(3) DEFAULT CURRENT_TIMESTAMP(3), UNIQUE KEY email (email), KEY by_status (status, created DESC), FULLTEXT KEY (name)) COMMENT 'who buys';
CREATE TABLE orders (id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, customer_id BIGINT NOT NULL, total DECIMAL(10, 2) NOT NULL DEFAULT 0, tax DECIMAL(10, 2) AS (total * 0.2) STORED, note TEXT, KEY (customer_id), FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE CASCADE, CONSTRAINT positive CHECK (total >= 0));
CREATE TABLE items (order_id BIGINT NOT NULL, position INT NOT NULL, PRIMARY KEY (order_id, position), FOREIGN KEY (order_id) REFERENCES orders (id));
CREATE VIEW totals AS SELECT customer_id, sum(total + tax) AS total FROM orders GROUP BY customer_id;
CREATE TRIGGER fill BEFORE INSERT ON orders FOR EACH ROW SET NEW.note = coalesce(NEW.note, 'none');
