-- before
CREATE FUNCTION lg(m text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
CREATE FUNCTION lg(m text, lvl int) RETURNS void LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
CREATE PROCEDURE run() LANGUAGE plpgsql AS $$ BEGIN PERFORM lg('x'); END $$;
REVOKE ALL ON FUNCTION lg(text, int) FROM PUBLIC;
-- after
CREATE FUNCTION lg(m text, lvl int DEFAULT 0, VARIADIC tags text[] DEFAULT '{}') RETURNS void LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
CREATE PROCEDURE run() LANGUAGE plpgsql AS $$ BEGIN PERFORM lg('x'); COMMIT; END $$;
REVOKE ALL ON FUNCTION lg(text, int, text[]) FROM PUBLIC;
COMMENT ON FUNCTION lg IS 'logs';
