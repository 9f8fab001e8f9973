-- before
CREATE FUNCTION cmp_abs(a int, b int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT abs(a) - abs(b)';
CREATE OPERATOR CLASS by_size FOR TYPE int USING btree AS OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 cmp_abs(int, int);
CREATE TABLE n (v int);
CREATE INDEX by_size ON n (v by_size);
-- rows
INSERT INTO n VALUES (1), (-2);
-- after
CREATE FUNCTION cmp_abs(a int, b int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT sign(abs(a) - abs(b))::int';
CREATE OPERATOR FAMILY sizes USING btree;
CREATE OPERATOR CLASS by_size FOR TYPE int USING btree FAMILY sizes AS OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 cmp_abs(int, int);
CREATE TABLE n (v int, w int);
CREATE INDEX by_size ON n (v by_size, w);
