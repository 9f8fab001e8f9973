-- before
CREATE TABLE p (id int, w int NOT NULL);
CREATE TABLE a (CONSTRAINT own NOT NULL id) INHERITS (p);
CREATE TABLE b (CONSTRAINT own NOT NULL w, x int) INHERITS (p);
CREATE TABLE c (z int) INHERITS (p);
-- rows
INSERT INTO a VALUES (1, 2);
INSERT INTO b VALUES (1, 2, 3);
-- after
CREATE TABLE p (id int, w int NOT NULL);
CREATE TABLE a (CONSTRAINT other NOT NULL id) INHERITS (p);
CREATE TABLE b (x int) INHERITS (p);
ALTER TABLE b ADD UNIQUE (w);
CREATE TABLE c (z int NOT NULL, NOT NULL id) INHERITS (p);
-- moved
SELECT conrelid::regclass::text, conname::text, conislocal FROM pg_constraint
WHERE contype = 'n' AND conrelid IN (SELECT inhrelid FROM pg_inherits);
SELECT * FROM (VALUES ('a', 'own', true), ('a', 'p_w_not_null', false), ('b', 'own', true), ('c', 'p_w_not_null', false)) AS t;
SELECT * FROM (VALUES ('a', 'other', true), ('a', 'p_w_not_null', false), ('b', 'p_w_not_null', false), ('c', 'c_id_not_null', true), ('c', 'c_z_not_null', true), ('c', 'p_w_not_null', false)) AS t;
SELECT conrelid::regclass::text, conname::text, conislocal FROM pg_constraint
WHERE contype = 'n' AND conrelid IN (SELECT inhrelid FROM pg_inherits);
