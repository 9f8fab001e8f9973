-- before
CREATE PROCEDURE f(n int, OUT x bigint) LANGUAGE plpgsql AS $$ BEGIN x := 1; END $$;
GRANT EXECUTE ON PROCEDURE f(int) TO pg_monitor;
COMMENT ON PROCEDURE f(int, OUT bigint) IS 'x';
CREATE PROCEDURE g(n int) LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
-- after
CREATE PROCEDURE f(n int, OUT x int) LANGUAGE plpgsql AS $$ BEGIN x := 1; END $$;
GRANT EXECUTE ON PROCEDURE f(int) TO pg_monitor;
COMMENT ON PROCEDURE f(int, OUT int) IS 'y';
CREATE PROCEDURE g(n int, OUT y int) LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
