-- before
CREATE TABLE teams (id smallint PRIMARY KEY, quota numeric);
CREATE FUNCTION quota_of(t teams.id%TYPE) RETURNS teams.quota%TYPE LANGUAGE sql STABLE AS $$ SELECT 1 $$;
-- after
-- flash:rename teams squads
CREATE TABLE squads (
    no smallint PRIMARY KEY, -- @renamed from=id
    quota numeric
);
CREATE FUNCTION quota_of(t squads.no%TYPE) RETURNS squads.quota%TYPE LANGUAGE sql STABLE AS $$ SELECT 1 $$;
