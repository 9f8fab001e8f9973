-- before
CREATE TABLE t (a int);

-- rows
INSERT INTO t VALUES (1);

-- after
CREATE FUNCTION next_number() RETURNS int LANGUAGE plpgsql AS $$BEGIN RETURN (SELECT count(*) FROM t); END$$;
CREATE TABLE t (a int DEFAULT next_number(), b int DEFAULT next_number());
