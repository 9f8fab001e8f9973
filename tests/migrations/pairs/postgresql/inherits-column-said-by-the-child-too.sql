-- before
CREATE TABLE p (id int NOT NULL, w int);
CREATE TABLE a (z int) INHERITS (p);
CREATE TABLE b (id int, z int) INHERITS (p);
-- rows
INSERT INTO a VALUES (1, 2, 3);
INSERT INTO b VALUES (1, 2, 3);
-- after
CREATE TABLE p (id int NOT NULL, w int);
CREATE TABLE a (w int, z int, n int) INHERITS (p);
CREATE TABLE b (z int, n int) INHERITS (p);
-- moved
SELECT 'a', 'w' UNION ALL SELECT 'a', 'z' UNION ALL SELECT 'a', 'n' UNION ALL SELECT 'b', 'z' UNION ALL SELECT 'b', 'n';
SELECT attrelid::regclass::text, attname::text FROM pg_attribute
WHERE attrelid IN (SELECT inhrelid FROM pg_inherits) AND attnum > 0 AND attislocal;
SELECT attrelid::regclass::text, attname::text FROM pg_attribute
WHERE attrelid IN (SELECT inhrelid FROM pg_inherits) AND attnum > 0 AND attislocal;
SELECT 'a', 'z' UNION ALL SELECT 'b', 'id' UNION ALL SELECT 'b', 'z';
