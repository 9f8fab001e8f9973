-- before
CREATE SCHEMA app;
CREATE TABLE app.jobs (id int PRIMARY KEY, owner text, context jsonb NOT NULL,
    kind text GENERATED ALWAYS AS (context ->> 'kind') STORED,
    CONSTRAINT jobs_kind CHECK ("jobs"."context" ->> 'kind' IN ('mail', 'push')));
CREATE INDEX jobs_issue ON app.jobs ((context -> 'issue' ->> 'id')) WHERE (context ->> 'done')::boolean = true;
CREATE FUNCTION app.changed() RETURNS trigger LANGUAGE plpgsql CALLED ON NULL INPUT NOT LEAKPROOF SECURITY INVOKER
    AS $$BEGIN RETURN NEW; END$$;
ALTER FUNCTION app.changed() SET search_path = pg_catalog, pg_temp;
CREATE FUNCTION app.twice(a int) RETURNS int LANGUAGE sql SET jit = off SET work_mem = 1000 AS 'SELECT a * 2';
ALTER FUNCTION app.twice(int) IMMUTABLE STRICT SET search_path = '';
ALTER FUNCTION app.twice(int) RESET jit;
ALTER TABLE app.jobs ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON app.jobs USING (owner = current_user);
ALTER POLICY own ON app.jobs USING (owner = current_setting('app.user')) WITH CHECK (id > 0 AND owner <> '');

-- rows
INSERT INTO app.jobs VALUES (1, 'a', '{"kind": "mail"}');

-- after
CREATE SCHEMA app;
CREATE FUNCTION app.changed() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$BEGIN RETURN NEW; END$$;
CREATE FUNCTION app.twice(a integer) RETURNS integer
    LANGUAGE sql IMMUTABLE STRICT
    SET work_mem TO '1000'
    SET search_path TO ''
    AS $$SELECT a * 2$$;
CREATE TABLE app.jobs (
    id integer NOT NULL,
    owner text,
    context jsonb NOT NULL,
    kind text GENERATED ALWAYS AS ((context ->> 'kind'::text)) STORED,
    CONSTRAINT jobs_kind CHECK (((context ->> 'kind'::text) = ANY (ARRAY['mail'::text, 'push'::text])))
);
ALTER TABLE ONLY app.jobs
    ADD CONSTRAINT jobs_pkey PRIMARY KEY (id);
CREATE INDEX jobs_issue ON app.jobs USING btree ((((context -> 'issue'::text) ->> 'id'::text))) WHERE (((context ->> 'done'::text))::boolean = true);
ALTER TABLE app.jobs ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON app.jobs USING ((owner = current_setting('app.user'::text))) WITH CHECK (((id > 0) AND (owner <> ''::text)));
