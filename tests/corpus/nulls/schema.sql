CREATE DOMAIN positive AS integer NOT NULL CHECK (value > 0);
CREATE DOMAIN maybe_text AS text;
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TYPE pair AS (x integer, y integer);

CREATE TABLE t (
    id integer PRIMARY KEY,
    a integer NOT NULL,
    b integer,
    s text,
    f boolean,
    j jsonb,
    ints integer[],
    d positive,
    m mood,
    p pair,
    doubled integer GENERATED ALWAYS AS (a * 2) STORED,
    CHECK (a < 1000)
);
CREATE TABLE u (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    t_id integer NOT NULL,
    c text,
    n text NOT NULL,
    at timestamptz NOT NULL,
    UNIQUE (n, t_id)
);
CREATE TABLE w (
    id integer NOT NULL UNIQUE,
    u_id integer,
    k integer NOT NULL,
    row_of_t t
);

CREATE VIEW outer_view AS SELECT t.id, t.b, u.n FROM t LEFT JOIN u ON u.t_id = t.id;
CREATE VIEW narrow_view AS SELECT id, a, b, d FROM t WHERE b IS NOT NULL;
CREATE VIEW instead_view AS SELECT id, a FROM t;

CREATE FUNCTION forget() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.a := NULL;
    RETURN NEW;
END $$;
CREATE TRIGGER instead INSTEAD OF INSERT ON instead_view FOR EACH ROW EXECUTE FUNCTION forget();

CREATE FUNCTION strict_null(integer) RETURNS integer LANGUAGE sql STRICT AS 'SELECT NULL::integer';
CREATE FUNCTION plain(integer) RETURNS integer LANGUAGE sql AS 'SELECT nullif($1, 1)';
