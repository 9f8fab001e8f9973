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
    FOR each IN SELECT fdwname AS name FROM pg_foreign_data_wrapper LOOP
        EXECUTE format('DROP FOREIGN DATA WRAPPER %I CASCADE', each.name);
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

# Columns that sequences give numbers to: by an identity, or by a default.
_NUMBERED: Final = """
SELECT s.seqrelid::regclass::text, n.home::regclass::text, quote_ident(a.attname),
    s.seqincrement, s.seqmin, s.seqmax
FROM (
    SELECT d.objid AS sequence, d.refobjid AS home, d.refobjsubid AS place
    FROM pg_depend AS d WHERE d.classid = 'pg_class'::regclass AND d.deptype = 'i'
        AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0
    UNION SELECT d.refobjid, f.adrelid, f.adnum
    FROM pg_attrdef AS f JOIN pg_depend AS d ON d.objid = f.oid
        AND d.classid = 'pg_attrdef'::regclass AND d.refclassid = 'pg_class'::regclass
) AS n
JOIN pg_sequence AS s ON s.seqrelid = n.sequence
JOIN pg_class AS c ON c.oid = n.home AND c.relkind IN ('r', 'p')
JOIN pg_attribute AS a ON a.attrelid = n.home AND a.attnum = n.place
JOIN pg_type AS t ON t.oid = a.atttypid AND t.typcategory = 'N'
"""


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

    def behind(self) -> list[str]:
        """Return what gives the sequences whose next values rows have already their places."""
        found: dict[str, int] = {}
        for sequence, table, column, step, low, high in self.rows(_NUMBERED):
            furthest, beyond = (max, ">=") if int(str(step)) > 0 else (min, "<=")
            query = (
                f"SELECT {furthest.__name__}({column}) FROM {table}"
                f" WHERE {column} BETWEEN {low} AND {high} AND {column} {beyond}"
                f" (SELECT CASE WHEN is_called THEN last_value + {step} ELSE last_value END"
                f" FROM {sequence})"
            )
            for (last,) in self.rows(query):
                if last is not None:
                    place = int(str(last))
                    found[str(sequence)] = furthest(place, found.get(str(sequence), place))
        return [f"SELECT setval('{sequence}', {place})" for sequence, place in found.items()]
