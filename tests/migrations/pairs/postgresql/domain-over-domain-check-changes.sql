-- before
CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE DOMAIN small_pos AS pos CHECK (VALUE < 1000);
CREATE TABLE stock (id pos PRIMARY KEY, n small_pos NOT NULL DEFAULT 1);
CREATE TABLE moves (stock_id pos REFERENCES stock, d small_pos[]);
-- rows
INSERT INTO stock VALUES (1, 5);
INSERT INTO moves VALUES (1, '{1,2}');
-- after
CREATE DOMAIN pos AS int CONSTRAINT not_negative CHECK (VALUE >= 0);
CREATE DOMAIN small_pos AS pos DEFAULT 7 CHECK (VALUE < 10000);
CREATE TABLE stock (id pos PRIMARY KEY, n small_pos NOT NULL DEFAULT 1);
CREATE TABLE moves (stock_id pos REFERENCES stock, d small_pos[]);
