-- Rows of a table as arguments, and privileges on types, along a search path.
-- before
CREATE SCHEMA forum;
SET search_path = forum, public;
CREATE TYPE rank AS ENUM ('guest', 'member');
CREATE TYPE span AS RANGE (subtype = int4);
CREATE DOMAIN nick AS text CHECK (VALUE <> '');
CREATE TABLE boards (id int PRIMARY KEY, readable_by rank[] NOT NULL);
CREATE FUNCTION may_read(r rank, b boards) RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT r = ANY (b.readable_by) $$;
CREATE FUNCTION all_of(s span) RETURNS SETOF boards LANGUAGE sql STABLE AS $$ SELECT * FROM forum.boards $$;
GRANT USAGE ON TYPE rank TO PUBLIC;
-- rows
INSERT INTO forum.boards VALUES (1, '{member}');
RESET search_path;
-- after
CREATE SCHEMA forum;
SET search_path = forum, public;
CREATE TYPE rank AS ENUM ('member', 'editor');
CREATE TYPE span AS RANGE (subtype = int8);
CREATE DOMAIN nick AS text CHECK (VALUE <> '');
CREATE TABLE boards (id int PRIMARY KEY, readable_by rank[] NOT NULL);
CREATE FUNCTION may_read(r rank, b boards) RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT r = ANY (b.readable_by) $$;
CREATE FUNCTION all_of(s span) RETURNS SETOF boards LANGUAGE sql STABLE AS $$ SELECT * FROM forum.boards $$;
REVOKE USAGE ON TYPE rank, span FROM PUBLIC;
REVOKE USAGE ON DOMAIN nick FROM PUBLIC;
