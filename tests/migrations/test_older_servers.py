"""PostgreSQL before 18, which has no names for NOT NULL and fewer columns in its catalogs.

What is written is meant for any server: numbers of names and columns of catalogs that only newer
ones have must not get into the way of older ones.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flash_core.catalog.not_nulls import with_vague_not_nulls
from flash_core.cli.wording import real_changes
from flash_core.engine import Engine
from flash_core.migrations.files import down_text, up_text
from tests.migrations.live_postgresql import LivePostgreSQL
from tests.migrations.round_trip import catalog_of, check_round_trip, read_pair, text_of
from tests.servers import OlderPostgreSQLServer, older_binaries

if TYPE_CHECKING:
    from collections.abc import Iterator

PAIRS = Path(__file__).parent / "pairs" / "postgresql"

SCHEMA = """
CREATE COLLATION plain (PROVIDER = icu, LOCALE = 'de');
CREATE COLLATION bytes (PROVIDER = libc, LOCALE = 'C');
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE DOMAIN small AS int NOT NULL CHECK (VALUE < 9);
CREATE TABLE user_role (id int PRIMARY KEY, name text COLLATE plain CONSTRAINT named NOT NULL);
CREATE TABLE "user" (id bigint GENERATED ALWAYS AS IDENTITY, role_id int NOT NULL, m mood, s small,
  UNIQUE NULLS NOT DISTINCT (role_id), g int GENERATED ALWAYS AS (role_id * 2) STORED);
CREATE TABLE parts (k int NOT NULL, v text, PRIMARY KEY (k)) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF parts FOR VALUES FROM (1) TO (10);
CREATE TABLE child (w int) INHERITS (user_role);
CREATE INDEX ON "user" (m) INCLUDE (s) WHERE s > 1;
CREATE VIEW v WITH (security_invoker = true) AS SELECT id, m FROM "user";
CREATE MATERIALIZED VIEW mv AS SELECT id FROM v;
CREATE FUNCTION f(a int DEFAULT 1) RETURNS int LANGUAGE sql RETURN a + 1;
CREATE FUNCTION t() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER tr AFTER INSERT ON "user" FOR EACH ROW EXECUTE FUNCTION t();
CREATE STATISTICS st ON id, name FROM user_role;
CREATE PUBLICATION pub FOR TABLE "user" (id);
ALTER TABLE "user" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON "user" USING (id > 0);
GRANT SELECT ON "user" TO pg_monitor;
COMMENT ON COLUMN "user".m IS 'of today';
"""


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """An older server."""
    if older_binaries() is None:
        pytest.skip("the system has no PostgreSQL of its own")
    with tempfile.TemporaryDirectory() as folder:
        server = OlderPostgreSQLServer(Path(folder))
        server.start()
        yield server.url
        server.kill()


@pytest.fixture
def live(url: str) -> Iterator[LivePostgreSQL]:
    """An empty database of it."""
    found = LivePostgreSQL(url)
    found.clear()
    yield found
    found.close()


def test_a_database_reads_as_the_schema_that_made_it(live: LivePostgreSQL, url: str) -> None:
    live.run(SCHEMA)

    read = catalog_of(text_of(live.dump()), Engine.POSTGRESQL)

    there = with_vague_not_nulls(read)

    changes = real_changes(there, catalog_of(SCHEMA, Engine.POSTGRESQL), url, live=True)
    assert [change.up for change in changes] == []


@pytest.mark.parametrize("stem", sorted(p.stem for p in PAIRS.glob("not-null-w*.sql")))
def test_names_of_not_null_do_no_harm(stem: str, live: LivePostgreSQL) -> None:
    check_round_trip(live, read_pair(PAIRS / f"{stem}.sql"))


COMPUTED = """
CREATE TABLE orders (id int PRIMARY KEY, net int NOT NULL,
  gross int GENERATED ALWAYS AS (net * 2) STORED CHECK (gross > 0), note text);
CREATE INDEX by_gross ON orders (gross);
COMMENT ON COLUMN orders.gross IS 'with taxes';
CREATE VIEW dear AS SELECT id, gross FROM orders WHERE gross > 10;
"""


def test_a_column_is_calculated_otherwise_before_there_was_a_statement_for_it(
    live: LivePostgreSQL, url: str
) -> None:
    live.run(COMPUTED + "INSERT INTO orders VALUES (1, 5, DEFAULT, 'n'), (2, 6, DEFAULT, 'm')")
    old = catalog_of(COMPUTED, Engine.POSTGRESQL)
    new = catalog_of(COMPUTED.replace("net * 2", "net * 3"), Engine.POSTGRESQL)

    live.run(up_text(real_changes(old, new, url)))

    assert live.rows("SELECT array_agg(gross ORDER BY id) FROM orders") == [([15, 18],)]
    there = with_vague_not_nulls(catalog_of(text_of(live.dump()), Engine.POSTGRESQL))
    assert real_changes(there, new, url, live=True) == []
    assert "SET EXPRESSION" not in down_text(real_changes(there, old, None, live=True, runs_on=url))
