"""What is read from a live PostgreSQL database makes the same database again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flash_core.cli.wording import real_changes
from flash_core.engine import Engine
from flash_core.migrations.diff import diff
from flash_sync.introspect.definition import differences
from tests.migrations.live_postgresql import LivePostgreSQL
from tests.migrations.round_trip import catalog_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA = """
CREATE SCHEMA app;
CREATE SEQUENCE app.numbers AS int INCREMENT 5 START 10 MAXVALUE 1000 CYCLE;
CREATE TYPE mood AS ENUM ('sad', 'it''s', 'happy');
CREATE DOMAIN small AS integer DEFAULT 1 NOT NULL CONSTRAINT pos CHECK (VALUE > 0);
CREATE DOMAIN plain AS text COLLATE "C";
CREATE TYPE place AS (x int, "Y" text COLLATE "C");
CREATE TYPE span AS RANGE (subtype = float8);
CREATE FUNCTION plus(a int, b int DEFAULT 2) RETURNS int LANGUAGE sql IMMUTABLE AS 'select a + b';
CREATE TABLE p (id serial PRIMARY KEY, a int GENERATED ALWAYS AS IDENTITY (START 5), m mood
  DEFAULT 'sad', d small, e varchar(20) COLLATE "C", at place, f int DEFAULT plus(1), g int
  GENERATED ALWAYS AS (f * 2) STORED, UNIQUE NULLS NOT DISTINCT (a, d) INCLUDE (e), CHECK (f > 1),
  EXCLUDE USING gist (int4range(f, f + 1) WITH &&) DEFERRABLE) WITH (fillfactor=70);
CREATE TABLE app."Ref" (a bigserial CONSTRAINT k PRIMARY KEY, p int REFERENCES p ON DELETE SET NULL,
  up bigint REFERENCES app."Ref" (a) DEFERRABLE INITIALLY DEFERRED);
ALTER TABLE p ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY, REPLICA IDENTITY FULL,
  ALTER COLUMN e SET STORAGE EXTERNAL;
CREATE POLICY mine ON p AS RESTRICTIVE FOR UPDATE USING (id > 0) WITH CHECK (f < 9);
CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$;
CREATE TRIGGER tr BEFORE UPDATE OF e ON p FOR EACH ROW WHEN (OLD.e IS DISTINCT FROM NEW.e)
  EXECUTE FUNCTION noted();
ALTER TABLE p DISABLE TRIGGER tr;
CREATE RULE r AS ON DELETE TO app."Ref" DO INSTEAD NOTHING;
CREATE VIEW v WITH (security_barrier=true) AS SELECT id, e AS "E", m FROM p WHERE m = 'sad';
CREATE MATERIALIZED VIEW mv AS SELECT * FROM v;
CREATE UNIQUE INDEX mvi ON mv (id) INCLUDE ("E") WHERE id > 3;
CREATE INDEX ON p (lower(e) DESC NULLS LAST, d);
CREATE STATISTICS st (ndistinct) ON id, e FROM p;
CREATE TABLE parts (k int, v text, PRIMARY KEY (k)) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF parts FOR VALUES FROM (1) TO (10);
CREATE TABLE rest PARTITION OF parts DEFAULT;
CREATE INDEX ON parts (v);
CREATE TABLE app.base (b int NOT NULL);
CREATE UNLOGGED TABLE kid (z int CHECK (z > 1)) INHERITS (app.base);
CREATE AGGREGATE total(int) (sfunc = int4pl, stype = int, initcond = '0');
CREATE OPERATOR === (leftarg = int, rightarg = int, function = int4eq);
CREATE CAST (place AS text) WITH INOUT AS ASSIGNMENT;
CREATE PROCEDURE app.nothing() LANGUAGE sql AS 'select 1';
COMMENT ON FUNCTION plus(int, int) IS 'adds';
COMMENT ON CONSTRAINT p_pkey ON p IS 'it''s a key';
COMMENT ON COLUMN v.id IS 'seen';
COMMENT ON TRIGGER tr ON p IS 'notes';
COMMENT ON DOMAIN small IS 'positive';
COMMENT ON CONSTRAINT pos ON DOMAIN small IS 'really';
COMMENT ON SCHEMA app IS 'ours';
GRANT SELECT, INSERT ON p TO pg_monitor, pg_checkpoint WITH GRANT OPTION;
GRANT UPDATE ("E"), SELECT (m) ON v TO pg_monitor;
GRANT ALL ON ALL TABLES IN SCHEMA app TO pg_maintain;
GRANT USAGE ON SEQUENCE p_id_seq, app.numbers TO pg_monitor;
REVOKE ALL ON FUNCTION plus(int, int) FROM PUBLIC;
GRANT USAGE ON TYPE mood TO pg_monitor;
GRANT USAGE ON SCHEMA app TO PUBLIC;
ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT ON TABLES TO pg_monitor;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
CREATE PUBLICATION part FOR TABLE p (id, e) WHERE (id > 3) WITH (publish = 'insert, update');
CREATE PUBLICATION rest FOR TABLES IN SCHEMA app, TABLE parts;
CREATE FUNCTION told() RETURNS event_trigger LANGUAGE plpgsql AS 'begin end';
CREATE EVENT TRIGGER watch ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION told();
"""

SETTINGS = """
CREATE SCHEMA app;
CREATE EXTENSION pg_trgm;
COMMENT ON EXTENSION pg_trgm IS 'to search';
CREATE TABLE t (a int NOT NULL CONSTRAINT k UNIQUE, b text, c text);
CREATE TABLE parts (a int, b text) PARTITION BY LIST (a);
CREATE TABLE part PARTITION OF parts FOR VALUES IN (1);
CREATE TABLE kid (d int) INHERITS (t);
ALTER TABLE t REPLICA IDENTITY USING INDEX k, CLUSTER ON k, ALTER b SET STATISTICS 20,
  ALTER b SET COMPRESSION pglz, ALTER c SET (n_distinct = -0.5), ALTER b SET STORAGE EXTENDED;
ALTER TABLE parts ALTER b SET STATISTICS 30;
CREATE INDEX part_b ON part (b);
CREATE INDEX parts_b ON ONLY parts (b);
ALTER INDEX parts_b ATTACH PARTITION part_b;
COMMENT ON INDEX part_b IS 'of a partition, under a name of its own';
CREATE TABLE numbers (a int NOT NULL DEFAULT 1, n int DEFAULT 5, s text) PARTITION BY LIST (a);
CREATE TABLE n1 PARTITION OF numbers (n DEFAULT 7 NOT NULL, s DEFAULT 'q') FOR VALUES IN (1);
CREATE TABLE n2 PARTITION OF numbers FOR VALUES IN (2);
ALTER TABLE n2 ALTER n DROP DEFAULT;
CREATE TABLE n3 (a int NOT NULL, n int NOT NULL, s text DEFAULT 'z');
ALTER TABLE numbers ATTACH PARTITION n3 FOR VALUES IN (3);
CREATE TABLE above (a int DEFAULT 1, n int DEFAULT 5, s text, u int);
CREATE TABLE below (n int DEFAULT 9, z int) INHERITS (above);
ALTER TABLE below ALTER a SET DEFAULT 4;
CREATE TABLE beside () INHERITS (above);
ALTER TABLE beside ALTER n DROP DEFAULT, ALTER u SET NOT NULL;
CREATE TABLE lowest () INHERITS (below);
CREATE DOMAIN weight AS int CONSTRAINT positive CHECK (VALUE > 0);
ALTER DOMAIN weight ADD CONSTRAINT small CHECK (VALUE < 100) NOT VALID;
CREATE TYPE stone AS (k text, h int, v int);
CREATE TABLE stones OF stone (k WITH OPTIONS NOT NULL DEFAULT 'basalt',
  v WITH OPTIONS CONSTRAINT needed NOT NULL, PRIMARY KEY (k), CHECK (v > 0));
CREATE STATISTICS s (mcv) ON a, b FROM t;
ALTER STATISTICS s SET STATISTICS 60;
CREATE VIEW v AS SELECT * FROM t;
ALTER VIEW v ALTER a SET DEFAULT 3;
CREATE MATERIALIZED VIEW mv AS SELECT a, b FROM t;
CREATE INDEX mvi ON mv (a, (lower(b)));
ALTER MATERIALIZED VIEW mv ALTER a SET STATISTICS 40;
ALTER MATERIALIZED VIEW mv ALTER b SET STORAGE EXTERNAL;
ALTER MATERIALIZED VIEW mv CLUSTER ON mvi;
ALTER INDEX mvi ALTER COLUMN 2 SET STATISTICS 50;
CREATE FUNCTION fin(int) RETURNS text LANGUAGE sql AS 'SELECT $1::text';
CREATE AGGREGATE small(int) (SFUNC = int4smaller, STYPE = int, SORTOP = <, COMBINEFUNC = int4smaller,
  PARALLEL = SAFE, FINALFUNC = fin, FINALFUNC_MODIFY = READ_WRITE, SSPACE = 8, MSFUNC = int4pl,
  MINVFUNC = int4mi, MSTYPE = int, MINITCOND = '0', MFINALFUNC = fin);
CREATE AGGREGATE place(VARIADIC "any" ORDER BY VARIADIC "any") (SFUNC = ordered_set_transition_multi,
  STYPE = internal, FINALFUNC = rank_final, FINALFUNC_EXTRA, HYPOTHETICAL);
CREATE FUNCTION price(stone) RETURNS float8 LANGUAGE sql AS 'SELECT 1.0::float8';
CREATE CAST (stone AS float8) WITH FUNCTION price(stone);
COMMENT ON CAST (stone AS float8) IS 'dear';
CREATE FUNCTION app.same(int, text) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT $1 = $2::int';
CREATE FUNCTION app.same(text, int) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT $1::int = $2';
CREATE OPERATOR app.=== (LEFTARG = int, RIGHTARG = text, FUNCTION = app.same,
  COMMUTATOR = OPERATOR(app.===));
CREATE OPERATOR app.=== (LEFTARG = text, RIGHTARG = int, FUNCTION = app.same,
  COMMUTATOR = OPERATOR(app.===));
CREATE OPERATOR FAMILY f USING btree;
CREATE FUNCTION cmp(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT sign($2 - $1)::int';
CREATE OPERATOR CLASS down FOR TYPE int USING btree FAMILY f AS OPERATOR 1 >, OPERATOR 2 >=,
  OPERATOR 3 =, OPERATOR 4 <=, OPERATOR 5 <, FUNCTION 1 cmp(int, int);
CREATE OPERATOR CLASS app.down FOR TYPE int USING btree AS OPERATOR 1 >, OPERATOR 2 >=,
  OPERATOR 3 =, OPERATOR 4 <=, OPERATOR 5 <, FUNCTION 1 cmp(int, int);
CREATE INDEX downwards ON t (a down);
CREATE TEXT SEARCH DICTIONARY words (TEMPLATE = simple, STOPWORDS = english);
CREATE TEXT SEARCH CONFIGURATION titles (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION titles ALTER MAPPING FOR asciiword WITH words, simple;
CREATE INDEX searched ON t USING gin (to_tsvector('titles', b));
CREATE FOREIGN DATA WRAPPER w OPTIONS (x '1');
CREATE SERVER elsewhere FOREIGN DATA WRAPPER w;
CREATE USER MAPPING FOR PUBLIC SERVER elsewhere OPTIONS (u 'y');
CREATE FOREIGN TABLE ft (a int OPTIONS (c 'z')) SERVER elsewhere OPTIONS (t 'q');
"""


PARTIAL = """
CREATE TABLE m (id int NOT NULL, at date NOT NULL, x int NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE m_1 PARTITION OF m FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE TABLE m_2 PARTITION OF m FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')
  PARTITION BY LIST (x);
CREATE TABLE m_2_1 PARTITION OF m_2 FOR VALUES IN (1);
ALTER TABLE ONLY m ADD CONSTRAINT m_pk PRIMARY KEY (id, at, x);
ALTER TABLE ONLY m ADD CONSTRAINT m_uq UNIQUE (x, at);
ALTER TABLE m_1 ADD CONSTRAINT m_1_own PRIMARY KEY (id, at, x);
ALTER INDEX m_pk ATTACH PARTITION m_1_own;
"""


@pytest.fixture
def live(postgresql_url: str) -> Iterator[LivePostgreSQL]:
    """An empty database."""
    database = LivePostgreSQL(postgresql_url)
    yield database
    database.close()


def test_what_is_read_can_be_run_and_makes_the_same_again(live: LivePostgreSQL) -> None:
    live.run(SCHEMA)
    first = live.dump()
    live.clear()
    assert live.dump() == []
    live.run(text_of(first))
    assert differences(live.dump(), first) == []


def test_what_is_read_says_all_that_the_file_says(
    live: LivePostgreSQL, postgresql_url: str
) -> None:
    live.run(SETTINGS)
    found, written = (catalog_of(t, Engine.POSTGRESQL) for t in (text_of(live.dump()), SETTINGS))
    first = live.dump()
    live.clear()
    live.run(text_of(first))
    assert differences(live.dump(), first) == []
    assert real_changes(found, written, postgresql_url, live=True) == []
    assert real_changes(written, found, postgresql_url, live=True) == []


def test_what_is_read_is_read_by_our_own_parser(live: LivePostgreSQL) -> None:
    live.run(SCHEMA)
    catalog = catalog_of(text_of(live.dump()), Engine.POSTGRESQL)
    assert {table.name for table in catalog.tables} >= {"p", "Ref", "parts", "p1", "kid"}
    assert {view.name for view in catalog.views} == {"v", "mv"}


def test_keys_that_partitions_lack_are_read_as_such(live: LivePostgreSQL) -> None:
    live.run(PARTIAL)
    read = live.dump()
    live.clear()
    live.run(text_of(read))
    assert differences(live.dump(), read) == []
    found, written = (catalog_of(text, Engine.POSTGRESQL) for text in (text_of(read), PARTIAL))
    assert [table.keys for table in found.tables] == [table.keys for table in written.tables]
    assert diff(found, written, live=True) == []
    assert diff(written, found, live=True) == []


@pytest.mark.parametrize(
    "change",
    [
        "ALTER SEQUENCE app.numbers INCREMENT 6",
        "ALTER SEQUENCE p_id_seq START 7",
        "ALTER TABLE p ALTER a SET INCREMENT 3",
        "COMMENT ON TRIGGER tr ON p IS NULL",
        "ALTER TABLE p ENABLE TRIGGER tr",
        "ALTER INDEX mvi RENAME TO mvj",
        "ALTER TABLE p RENAME CONSTRAINT p_pkey TO other",
        "ALTER TABLE p CLUSTER ON p_pkey",
        "ALTER DOMAIN small DROP NOT NULL",
        "ALTER TABLE app.base ALTER b DROP NOT NULL",
        "ALTER TABLE p ALTER e SET STATISTICS 50",
        "ALTER VIEW v RESET (security_barrier)",
        "GRANT DELETE ON p TO pg_monitor",
        "REVOKE GRANT OPTION FOR INSERT ON p FROM pg_monitor",
        "REVOKE SELECT (m) ON v FROM pg_monitor",
        "REVOKE ALL ON app.base FROM pg_maintain",
        "GRANT EXECUTE ON FUNCTION plus(int, int) TO PUBLIC",
        "REVOKE USAGE ON TYPE span FROM PUBLIC",
        "REVOKE USAGE ON SCHEMA app FROM PUBLIC",
        "ALTER DEFAULT PRIVILEGES GRANT SELECT ON SEQUENCES TO pg_monitor",
        "ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC",
        "ALTER PUBLICATION part SET TABLE p (id) WHERE (id > 3)",
        "ALTER PUBLICATION part SET (publish = 'insert')",
        "ALTER PUBLICATION rest DROP TABLES IN SCHEMA app",
        "ALTER EVENT TRIGGER watch DISABLE",
    ],
)
def test_a_change_is_seen(live: LivePostgreSQL, change: str) -> None:
    live.run(SCHEMA)
    before = live.dump()
    live.run(change)
    assert differences(live.dump(), before) != []
