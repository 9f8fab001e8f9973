"""A PostgreSQL database, for the law of migrations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import psycopg

import flash_sync
from flash_core.engine import Engine
from flash_sync.connection import Connection
from flash_sync.introspect.definition import Definition
from flash_sync.introspect.postgres import dump

if TYPE_CHECKING:
    from collections.abc import Sequence

# Everything that a schema may have made, without the cost of a new database.
_CLEAR: Final = """
DO $$ DECLARE each record; BEGIN
    FOR each IN SELECT evtname AS name FROM pg_event_trigger LOOP
        EXECUTE format('DROP EVENT TRIGGER %I', each.name);
    END LOOP;
    FOR each IN SELECT extname AS name FROM pg_extension WHERE extname <> 'plpgsql' LOOP
        EXECUTE format('DROP EXTENSION %I CASCADE', each.name);
    END LOOP;
    FOR each IN SELECT pubname AS name FROM pg_publication LOOP
        EXECUTE format('DROP PUBLICATION %I', each.name);
    END LOOP;
    FOR each IN SELECT nspname AS name FROM pg_namespace
        WHERE nspname <> 'information_schema' AND nspname NOT LIKE 'pg\\_%' LOOP
        EXECUTE format('DROP SCHEMA %I CASCADE', each.name);
    END LOOP;
    FOR each IN SELECT castsource::regtype AS one, casttarget::regtype AS other FROM pg_cast
        WHERE oid >= 16384 LOOP
        EXECUTE format('DROP CAST (%s AS %s)', each.one, each.other);
    END LOOP;
    DELETE FROM pg_default_acl;
    CREATE SCHEMA public;
END $$
"""

_PARTS_OF_INDEXES: Final = (
    "SELECT oid::regclass FROM pg_class WHERE relkind IN ('i', 'I') AND relispartition"
)


class LivePostgreSQL:
    """Migrations run in one transaction, as the runner runs them."""

    engine = Engine.POSTGRESQL

    def __init__(self, url: str) -> None:
        self._connection = psycopg.connect(url, autocommit=True)
        self.run("SET client_min_messages = error")

    def close(self) -> None:
        """Disconnect."""
        self._connection.close()

    def clear(self) -> None:
        """Remove everything."""
        self.run(_CLEAR)

    def run(self, sql: str) -> None:
        """Run statements as a user would."""
        self._connection.execute(sql.encode())

    def migrate(self, sql: str) -> None:
        """Run one side of a migration in a transaction."""
        self.run(f"BEGIN;\n{sql}\nCOMMIT;" if sql else "")

    def dump(self) -> Sequence[Definition]:
        """Say what it contains."""
        wrapped = flash_sync.wrap(self._connection)
        assert isinstance(wrapped, Connection)
        return [*dump(wrapped), *self._parts_of_indexes()]

    def _parts_of_indexes(self) -> list[Definition]:
        """Name what partitions have of indexes, which says nothing, but should look as if new."""
        names = sorted(str(name) for (name,) in self.rows(_PARTS_OF_INDEXES))
        return [Definition("names", "parts of indexes", "", tuple(names))] if names else []

    def rows(self, query: str) -> list[tuple[object, ...]]:
        """Return what a query gives."""
        return self._connection.execute(query.encode()).fetchall()
