-- before
CREATE SCHEMA shop;
CREATE TYPE shop.state AS ENUM ('new', 'paid');
CREATE FUNCTION shop.f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TABLE t (a int CONSTRAINT positive CHECK (a > 0));
CREATE SEQUENCE s;
COMMENT ON SEQUENCE s IS $$the 'old' one$$;
-- rows
INSERT INTO t VALUES (1);
-- after
CREATE SCHEMA shop;
COMMENT ON SCHEMA shop IS $$what's sold$$;
CREATE TYPE shop.state AS ENUM ('new', 'paid');
COMMENT ON TYPE shop.state IS U&'caf\00e9';
CREATE FUNCTION shop.f() RETURNS int LANGUAGE sql AS 'SELECT 1';
COMMENT ON FUNCTION shop.f() IS $note$one$note$;
CREATE TABLE t (a int CONSTRAINT positive CHECK (a > 0));
COMMENT ON CONSTRAINT positive ON t IS E'it''s\tso';
CREATE SEQUENCE s;
COMMENT ON SEQUENCE s IS'the new one';
