-- before
CREATE TABLE r (id int PRIMARY KEY, n text);
CREATE TABLE c (w int) INHERITS (r);
CREATE TABLE g (v int) INHERITS (c);
CREATE TABLE o (v int PRIMARY KEY);
CREATE PUBLICATION pub FOR TABLE r (id), o;
-- rows
INSERT INTO c VALUES (1,'a',2);
-- after
CREATE TABLE r (id int PRIMARY KEY, n text);
CREATE TABLE c (w int) INHERITS (r);
CREATE TABLE g (v int) INHERITS (c);
CREATE TABLE o (v int PRIMARY KEY);
CREATE PUBLICATION pub FOR TABLE ONLY r, c WHERE (w > 1), o WITH (publish = 'insert');
