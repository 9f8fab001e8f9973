# Generated from flash_core/database/introspect/mysql.py by `nox -s unasync`: edit that file.
"""What a database of MySQL or MariaDB contains, as statements that make the same.

The server prints them itself; its spelling is what two databases are compared by.

Depends on: connection, definition, mysql_printed, mysql_text, errors, values.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core.errors import OperationalError
from flash_core.values import Sql

from .definition import Definition
from .mysql_printed import defaults, printed
from .mysql_text import (
    TableText,
    in_order,
    is_text,
    late_references,
    quoted,
    without_database,
    without_definer,
)

if TYPE_CHECKING:
    from flash_sync.connection import Connection

_OWN: Final = "_flash_migration"
_BYTES: Final = (
    "the server prints {kind} {name} with bytes that are no text: write unhex('ff') for"
    " x'ff' in its expressions"
)
_STARTS: Final = re.compile(r" STARTS '[^']*'")


def dump(connection: Connection) -> list[Definition]:
    """Return what the connection's database contains, in the order in which it can be made.

    Definers, counters and the order of keys are left out.

    Args:
        connection: A connection with a database chosen.

    Raises:
        OperationalError: The user may not read a definition, or no database is chosen.
    """
    place = connection.fetchrow(
        Sql[tuple[str | None, str, str]]("SELECT DATABASE(), @@collation_database, VERSION()")
    )
    if place is None or place[0] is None:
        message = "no database is chosen: write its name into the URL, mysql://host/name"
        raise OperationalError(message)
    reading = _Reading(connection, place[0], place[1], mariadb="MariaDB" in place[2])
    kinds = connection.fetch(Sql[tuple[str, str]]("SHOW FULL TABLES"))
    named = {name: kind for name, kind in kinds if not name.startswith(_OWN)}
    return [
        *reading.sequences([n for n, kind in named.items() if kind == "SEQUENCE"]),
        *reading.tables([n for n, k in named.items() if k not in {"SEQUENCE", "VIEW"}]),
        *reading.routines(),
        *reading.views([n for n, kind in named.items() if kind == "VIEW"]),
        *reading.triggers(),
        *reading.events(),
    ]


class _Reading:
    """A database that is being read.

    Args:
        connection: A connection to it.
        database: Its name.
        collation: What its tables have that say nothing else.
        mariadb: Whether MariaDB keeps it.
    """

    def __init__(
        self, connection: Connection, database: str, collation: str, *, mariadb: bool
    ) -> None:
        self._mariadb = mariadb
        self._connection = connection
        self._database = database
        self._collation = collation

    def _show(self, kind: str, names: list[str]) -> dict[str, str]:
        """Return what SHOW CREATE prints.

        Raises:
            OperationalError: There are bytes in it, or the user may not read it.
        """
        texts = printed(self._connection, kind, names) if names else {}
        for name, text in texts.items():
            if not is_text(text):
                raise OperationalError(_BYTES.format(kind=kind.lower(), name=name))
        return {name: without_definer(text) for name, text in texts.items()}

    def sequences(self, names: list[str]) -> list[Definition]:
        """Return sequences of MariaDB."""
        shown = self._show("SEQUENCE", names)
        texts = {name: text.removesuffix(" ENGINE=InnoDB") for name, text in shown.items()}
        return [Definition("sequence", name, text, (text,)) for name, text in texts.items()]

    def _tables(self, names: list[str]) -> dict[str, TableText]:
        """Return tables as SHOW CREATE TABLE prints them, their defaults as they are."""
        shown = printed(self._connection, "TABLE", names) if names else {}
        texts = {name: TableText(text, self._database) for name, text in shown.items()}
        for name, text in texts.items():
            if lost := text.lost_defaults():
                for column, default in (defaults(self._connection, name, lost)).items():
                    text.say_default(column, default)
            if not text.is_text():
                raise OperationalError(_BYTES.format(kind="table", name=name))
        return texts

    def tables(self, names: list[str]) -> list[Definition]:
        """Return tables, and the foreign keys that can only be added after all of them."""
        texts = self._tables(names)
        if self._mariadb and any(text.has_shapes() for text in texts.values()):
            self._say_systems(texts)
        found: list[Definition] = []
        later: list[Definition] = []
        made: set[str] = set()
        for name in in_order(names, lambda name: texts[name].targets()):
            text = texts[name]
            late = late_references(text, made & texts.keys(), name)
            late = [line for line in late if line not in self._foreign(text, texts)]
            sql = text.statement(late, self._collation)
            found.append(Definition("table", name, sql, text.facts()))
            for line in late:
                sql = f"ALTER TABLE {quoted(name)} ADD {line}"
                later.append(Definition("foreign key", f"{name}.{line.split('`')[1]}", sql, ()))
            made.add(name)
        return [*found, *later]

    def _say_systems(self, texts: dict[str, TableText]) -> None:
        """Say in which reference systems shapes are, which MariaDB shows nowhere else."""
        query = Sql[tuple[str, str, int]](
            "SELECT g_table_name, g_geometry_column, srid FROM information_schema.geometry_columns"
            " WHERE g_table_schema = DATABASE() AND srid <> 0"
        )
        for table, column, system in self._connection.fetch(query):
            if table in texts:
                texts[table].say_system(column, system)

    @staticmethod
    def _foreign(text: TableText, texts: dict[str, TableText]) -> list[str]:
        """Return the foreign keys to tables that are not there, which wait for nothing."""
        return late_references(text, set(texts), "")

    def routines(self) -> list[Definition]:
        """Return functions and procedures."""
        query = Sql[tuple[str, str]](
            "SELECT routine_type, routine_name FROM information_schema.routines"
            " WHERE routine_schema = DATABASE() AND routine_type IN ('FUNCTION', 'PROCEDURE')"
            " ORDER BY routine_type, routine_name"
        )
        found: list[Definition] = []
        there = self._connection.fetch(query)
        for kind in ("FUNCTION", "PROCEDURE"):
            texts = self._show(kind, [name for each, name in there if each == kind])
            for name, text in texts.items():
                found.append(Definition(kind.lower(), name, text, (text,)))
        return found

    def views(self, names: list[str]) -> list[Definition]:
        """Return views, each after those that it reads."""
        shown = self._show("VIEW", names)
        texts = {name: without_database(text, self._database) for name, text in shown.items()}

        def read(name: str) -> list[str]:
            return [other for other in names if other != name and quoted(other) in texts[name]]

        return [Definition("view", n, texts[n], (texts[n],)) for n in in_order(names, read)]

    def triggers(self) -> list[Definition]:
        """Return triggers, in the order in which they run."""
        query = Sql[tuple[str, str, str, str, str, int]](
            "SELECT trigger_name, action_timing, event_manipulation, event_object_table,"
            " action_statement, action_order FROM information_schema.triggers"
            " WHERE trigger_schema = DATABASE()"
            " ORDER BY event_object_table, event_manipulation, action_timing, action_order"
        )
        found: list[Definition] = []
        for name, timing, event, table, body, order in self._connection.fetch(query):
            sql = (
                f"CREATE TRIGGER {quoted(name)} {timing} {event} ON {quoted(table)}"
                f" FOR EACH ROW {body}"
            )
            found.append(Definition("trigger", name, sql, (sql, f"runs as number {order}")))
        return found

    def events(self) -> list[Definition]:
        """Return events; when one was made is not what it says."""
        query = Sql[tuple[str, int]](
            "SELECT event_name, starts = created FROM information_schema.events"
            " WHERE event_schema = DATABASE() ORDER BY event_name"
        )
        found: list[Definition] = []
        starts = dict(self._connection.fetch(query))
        for name, text in (self._show("EVENT", list(starts))).items():
            if starts[name]:
                text = _STARTS.sub("", text, count=1)  # noqa: PLW2901 - the rest of it is used
            found.append(Definition("event", name, text, (text,)))
        return found
