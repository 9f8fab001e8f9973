-- before
CREATE TYPE vec AS (x real, y real);
-- after
CREATE TYPE vec AS (x real, y real);
CREATE FUNCTION vec_neg(a vec) RETURNS vec LANGUAGE sql IMMUTABLE AS $$ SELECT ROW(-(a).x, -(a).y)::vec $$;
CREATE OPERATOR - (RIGHTARG = vec, FUNCTION = vec_neg);
COMMENT ON OPERATOR - (NONE, vec) IS 'turns';
