-- before
CREATE TYPE place AS (x integer, y text);
-- after
CREATE TYPE place AS (y text, x integer);
