-- before
CREATE PROCEDURE b(k text, OUT n bigint) LANGUAGE plpgsql AS $$ BEGIN n := 1; END $$;
CREATE PROCEDURE c(INOUT k numeric(3,1), OUT n bigint) LANGUAGE plpgsql AS $$ BEGIN n := 1; END $$;
-- rows
-- after
CREATE PROCEDURE b(k text, OUT n bigint) LANGUAGE plpgsql AS $$ BEGIN n := 1; END $$;
CREATE PROCEDURE c(INOUT k numeric(3,1), OUT n bigint) LANGUAGE plpgsql AS $$ BEGIN n := 1; END $$;
COMMENT ON PROCEDURE c(numeric, bigint) IS 'x (y) IS z';
ALTER PROCEDURE b(text, bigint) SECURITY DEFINER;
GRANT EXECUTE ON PROCEDURE b(text, bigint) TO pg_monitor;
REVOKE ALL ON PROCEDURE c(numeric, bigint) FROM PUBLIC;
