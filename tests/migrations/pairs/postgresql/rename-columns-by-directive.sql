-- before
CREATE TABLE t (id int PRIMARY KEY, fname text NOT NULL, lname text, UNIQUE (fname, lname));
CREATE FUNCTION full_of(r t) RETURNS text LANGUAGE sql AS 'SELECT 1::text';
-- rows
INSERT INTO t VALUES (1,'a','b');
-- after
CREATE TABLE t (id int PRIMARY KEY,
  first_name text NOT NULL, -- @renamed from=fname
  last_name text, -- @renamed from=lname
  UNIQUE (first_name, last_name));
CREATE FUNCTION full_of(r t) RETURNS text LANGUAGE sql AS 'SELECT 1::text';
