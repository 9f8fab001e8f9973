-- before
CREATE TABLE base (id int NOT NULL, made date, former text);
CREATE TABLE part (id int NOT NULL, made date, extra text, former text);
CREATE TABLE other (x int, former text DEFAULT 'other') INHERITS (base);
ALTER TABLE part INHERIT base;
CREATE INDEX part_former ON part (former);
-- rows
INSERT INTO base VALUES (1, '2024-01-01');
INSERT INTO part VALUES (2, '2024-01-02', 'x', 'f');
-- after
CREATE TABLE base (id int NOT NULL, made timestamp, note text DEFAULT 'n', number int NOT NULL);
CREATE TABLE part (id int NOT NULL, made timestamp, note text DEFAULT 'own', extra text, number int NOT NULL);
CREATE TABLE other (x int) INHERITS (base);
ALTER TABLE part INHERIT base;
