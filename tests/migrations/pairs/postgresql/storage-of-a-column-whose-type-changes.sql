-- before
CREATE DOMAIN codes AS text[] CHECK (cardinality(VALUE) < 5);
CREATE TABLE t (id int PRIMARY KEY, codes codes, name varchar(20), note varchar(9) COMPRESSION pglz);
ALTER TABLE t ALTER codes SET STORAGE EXTERNAL, ALTER name SET STORAGE MAIN;
-- rows
INSERT INTO t VALUES (1, '{a,b}', 'x', 'y');
-- after
CREATE DOMAIN codes AS varchar(8)[] CHECK (cardinality(VALUE) < 5);
CREATE TABLE t (id int PRIMARY KEY, codes codes, name text, note text COMPRESSION pglz);
ALTER TABLE t ALTER codes SET STORAGE EXTERNAL, ALTER name SET STORAGE MAIN;
