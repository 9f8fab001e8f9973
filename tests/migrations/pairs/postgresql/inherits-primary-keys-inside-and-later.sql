-- before
CREATE TABLE p (id int NOT NULL, w int, v text);
CREATE TABLE a (PRIMARY KEY (id)) INHERITS (p);
CREATE TABLE b () INHERITS (p);
ALTER TABLE b ADD CONSTRAINT b_pkey PRIMARY KEY (id);
CREATE TABLE c (id int, z int) INHERITS (p);
ALTER TABLE c ADD PRIMARY KEY (id);
CREATE TABLE f (e int REFERENCES b);
-- rows
INSERT INTO a VALUES (1, 2, 'a');
INSERT INTO b VALUES (1, 2, 'b');
INSERT INTO f VALUES (1);
-- after
CREATE TABLE p (id int NOT NULL, w int, v text, extra int);
CREATE TABLE a (PRIMARY KEY (id)) INHERITS (p);
CREATE TABLE b () INHERITS (p);
ALTER TABLE b ADD CONSTRAINT b_pkey PRIMARY KEY (id);
CREATE TABLE d (PRIMARY KEY (id)) INHERITS (p);
CREATE TABLE e () INHERITS (p);
ALTER TABLE e ADD CONSTRAINT e_pkey PRIMARY KEY (id);
CREATE TABLE g (id int, z int) INHERITS (p);
ALTER TABLE g ADD PRIMARY KEY (id);
CREATE TABLE f (e int REFERENCES b, k int REFERENCES e);
-- moved
SELECT conrelid::regclass::text, conname::text, conislocal FROM pg_constraint
WHERE contype = 'n' AND conrelid IN (SELECT inhrelid FROM pg_inherits);
SELECT * FROM (VALUES ('a', 'a_id_not_null', true), ('b', 'p_id_not_null', false), ('c', 'p_id_not_null', false)) AS t;
SELECT * FROM (VALUES ('a', 'a_id_not_null', true), ('b', 'p_id_not_null', false), ('d', 'd_id_not_null', true), ('e', 'p_id_not_null', false), ('g', 'p_id_not_null', false)) AS t;
SELECT conrelid::regclass::text, conname::text, conislocal FROM pg_constraint
WHERE contype = 'n' AND conrelid IN (SELECT inhrelid FROM pg_inherits);
