-- before
CREATE TYPE inner_t AS (a int, b text);
CREATE TYPE outer_t AS (i inner_t, c int);
CREATE TABLE n (id int PRIMARY KEY, o outer_t, os outer_t[]);
-- rows
INSERT INTO n VALUES (1, ROW(ROW(1,'b'),2), ARRAY[ROW(ROW(3,'c'),4)::outer_t]);
-- after
CREATE TYPE inner_t AS (a bigint, b text, d date);
CREATE TYPE outer_t AS (i inner_t, c int);
CREATE TABLE n (id int PRIMARY KEY, o outer_t, os outer_t[]);
