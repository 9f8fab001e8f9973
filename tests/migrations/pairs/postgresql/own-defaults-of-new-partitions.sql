-- before
CREATE TABLE logs (id int, level text DEFAULT 'info', weight int DEFAULT 2) PARTITION BY RANGE (id);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (1) TO (10);
ALTER TABLE logs_1 ALTER level SET DEFAULT 'old', ALTER weight DROP DEFAULT;
CREATE TABLE plain (a int);
-- rows
INSERT INTO logs VALUES (1, 'x', 3);
-- after
CREATE TABLE logs (id bigint, level text DEFAULT 'info', weight int DEFAULT 2) PARTITION BY RANGE (id);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (1) TO (10);
ALTER TABLE logs_1 ALTER level SET DEFAULT 'old', ALTER weight DROP DEFAULT;
CREATE TABLE logs_2 PARTITION OF logs FOR VALUES FROM (10) TO (20);
ALTER TABLE logs_2 ALTER level SET DEFAULT 'new', ALTER weight DROP DEFAULT;
CREATE TABLE plain (a int);
CREATE TABLE child (z int) INHERITS (plain);
ALTER TABLE child ALTER a SET DEFAULT 5;
