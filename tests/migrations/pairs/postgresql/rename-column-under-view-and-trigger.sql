-- before
CREATE TABLE t (id int PRIMARY KEY, a text, b text UNIQUE);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.a := upper(NEW.a); RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT OR UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION f();
CREATE VIEW v AS SELECT a, b FROM t;
CREATE VIEW w AS SELECT a FROM v;
-- rows
INSERT INTO t VALUES (1, 'x', 'y');
-- after
CREATE TABLE s (
    id int PRIMARY KEY,
    a2 text, -- @renamed from=a
    b2 text UNIQUE -- @renamed from=b
); -- @renamed from=t
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.a2 := upper(NEW.a2); RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT OR UPDATE OF a2 ON s FOR EACH ROW EXECUTE FUNCTION f();
CREATE VIEW v AS SELECT a2, b2 FROM s;
CREATE VIEW w AS SELECT a2 FROM v;
-- moved
SELECT id, a, b FROM t;
SELECT id, a2, b2 FROM s;
