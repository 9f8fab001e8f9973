-- before
CREATE TABLE p (k int NOT NULL, v text NOT NULL) PARTITION BY LIST (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
CREATE TABLE p2 (k int NOT NULL, v text);
CREATE TABLE whole (id int NOT NULL, v text NOT NULL);
-- rows
INSERT INTO whole VALUES (1, 'c');
-- after
CREATE TABLE p (k int NOT NULL, v text NOT NULL) PARTITION BY LIST (k);
CREATE TABLE p1 (k int NOT NULL, v text NOT NULL);
CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2);
CREATE TABLE whole (id int NOT NULL, v text NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE whole_1 PARTITION OF whole FOR VALUES FROM (0) TO (10);
-- moved
SELECT conrelid::regclass::text, conname FROM pg_constraint WHERE contype = 'n' AND conrelid IN ('p'::regclass, 'whole'::regclass)
UNION ALL SELECT 'p1', 'p1_k_not_null' WHERE current_setting('server_version_num')::int >= 180000
UNION ALL SELECT 'p1', 'p1_v_not_null' WHERE current_setting('server_version_num')::int >= 180000
UNION ALL SELECT 'p2', 'p_k_not_null' WHERE current_setting('server_version_num')::int >= 180000
UNION ALL SELECT 'p2', 'p_v_not_null' WHERE current_setting('server_version_num')::int >= 180000
ORDER BY 1, 2;
SELECT conrelid::regclass::text, conname FROM pg_constraint WHERE contype = 'n'
AND conrelid IN ('p'::regclass, 'p1'::regclass, 'p2'::regclass, 'whole'::regclass) ORDER BY 1, 2;
