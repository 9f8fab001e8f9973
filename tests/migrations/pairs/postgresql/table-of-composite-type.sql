-- before
CREATE TYPE pt AS (x int, y int);
CREATE TABLE pts OF pt (PRIMARY KEY (x));
CREATE FUNCTION mk(a int) RETURNS pt LANGUAGE sql AS $$ SELECT ROW(a, a)::pt $$;
-- rows
INSERT INTO pts VALUES (1,2);
-- after
CREATE TYPE pt AS (x int, y int, z int);
CREATE TABLE pts OF pt (PRIMARY KEY (x), y WITH OPTIONS DEFAULT 3);
CREATE FUNCTION mk(a int) RETURNS pt LANGUAGE sql AS $$ SELECT ROW(a, a, a)::pt $$;
