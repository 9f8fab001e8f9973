-- before
CREATE TABLE l (id int GENERATED ALWAYS AS IDENTITY, a int, b int) PARTITION BY LIST (a);
CREATE TABLE l1 PARTITION OF l FOR VALUES IN (1) PARTITION BY LIST (b);
CREATE TABLE l11 PARTITION OF l1 FOR VALUES IN (1) PARTITION BY LIST (b);
CREATE TABLE l111 PARTITION OF l11 FOR VALUES IN (1);
-- rows
INSERT INTO l (a, b) VALUES (1, 1);
-- after
CREATE TABLE l (id int GENERATED ALWAYS AS IDENTITY, a int, b int) PARTITION BY LIST (a);
CREATE TABLE l1 PARTITION OF l FOR VALUES IN (1, 2) PARTITION BY LIST (b);
CREATE TABLE l11 PARTITION OF l1 FOR VALUES IN (1) PARTITION BY LIST (b);
CREATE TABLE l111 PARTITION OF l11 FOR VALUES IN (1);
-- moved
SELECT attrelid::regclass::text, attidentity::text FROM pg_attribute WHERE attname = 'id' AND attrelid::regclass::text IN ('l11', 'l111');
SELECT attrelid::regclass::text, attidentity::text FROM pg_attribute WHERE attname = 'id' AND attrelid::regclass::text IN ('l11', 'l111');
