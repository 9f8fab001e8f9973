-- before
CREATE TABLE item (id INT PRIMARY KEY, price INT);
CREATE FUNCTION taxed(amount INT) RETURNS INT DETERMINISTIC RETURN amount * 2;
CREATE DEFINER = CURRENT_USER() PROCEDURE cheapest() COMMENT 'a function of price' SELECT MIN(price) FROM item;
CREATE VIEW shown AS SELECT id, taxed(price) AS price FROM item;
-- rows
INSERT INTO item VALUES (1, 3);
CREATE OR REPLACE USER routine_caller;
GRANT EXECUTE ON FUNCTION taxed TO routine_caller;
GRANT EXECUTE ON PROCEDURE cheapest TO routine_caller;
-- after
CREATE TABLE item (id INT PRIMARY KEY, price BIGINT, rate INT NOT NULL DEFAULT 1);
CREATE FUNCTION IF NOT EXISTS taxed(amount BIGINT, rate INT) RETURNS BIGINT DETERMINISTIC RETURN amount * rate;
DELIMITER //
CREATE OR REPLACE PROCEDURE cheapest(IN most INT)
BEGIN
  SELECT MIN(price) FROM item WHERE price < most;
END//
DELIMITER ;
CREATE VIEW shown AS SELECT id, taxed(price, rate) AS price FROM item;
-- moved
SELECT Routine_name, Proc_priv FROM mysql.procs_priv WHERE User = 'routine_caller' AND Db = DATABASE();
SELECT Routine_name, Proc_priv FROM mysql.procs_priv WHERE User = 'routine_caller' AND Db = DATABASE();
