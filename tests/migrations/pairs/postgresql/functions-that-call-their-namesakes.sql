-- before
SET check_function_bodies = false;
CREATE TABLE steps (flow text, deps text[], tries int);
CREATE FUNCTION add_step(flow text, tries int) RETURNS steps LANGUAGE sql AS $$
    SELECT * FROM add_step(flow, ARRAY[]::text[], tries)
$$;
CREATE FUNCTION add_step(flow text, deps text[], tries int) RETURNS steps LANGUAGE sql AS $$
    INSERT INTO steps VALUES (add_step.flow, add_step.deps, add_step.tries) RETURNING *
$$;
-- rows
INSERT INTO steps VALUES ('a', '{}', 1);
-- after
SET check_function_bodies = false;
CREATE TABLE steps (flow text, deps text[], tries int);
CREATE FUNCTION add_step(flow text, tries int, wait int) RETURNS steps LANGUAGE sql AS $$
    SELECT * FROM add_step(flow, ARRAY[]::text[], tries, wait)
$$;
CREATE FUNCTION add_step(flow text, deps text[], tries int, wait int) RETURNS steps LANGUAGE sql AS $$
    INSERT INTO steps VALUES (add_step.flow, add_step.deps, add_step.tries) RETURNING *
$$;
