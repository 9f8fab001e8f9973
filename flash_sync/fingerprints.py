# Generated from flash_core/database/fingerprints.py by `nox -s unasync`: edit that file.
"""What the objects that a statement names look like now, to tell later whether it has run.

Depends on: connection, engine, errors, values.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine
from flash_core.errors import DatabaseError
from flash_core.values import Sql

if TYPE_CHECKING:
    from .connection import Connection

# Words that may be names: of a statement that defines something, not of the bodies behind that.
_WORD: Final = re.compile(r'[^\W\d][\w$]*|`[^`\\\']+`|"[^"\\\']+"')
_MOST: Final = 400  # words; a statement names what it is about at its beginning
_CONCURRENTLY: Final = re.compile(
    r"CREATE\s+(?:UNIQUE\s+)?INDEX\s+CONCURRENTLY\s+(?:IF\s+NOT\s+EXISTS\s+)?"
    r'("(?:[^"]|"")+"|[^\W\d][\w$]*)\s+ON\b',
    re.IGNORECASE,
)

# ruff: noqa: ISC004 - a query is longer than a line
_MYSQL: Final = (
    "SELECT CONCAT_WS(':', 'd', schema_name, default_character_set_name) FROM"
    " information_schema.schemata WHERE schema_name IN ({names})",
    "SELECT CONCAT_WS(':', 't', table_schema, table_name, table_type, engine, table_collation,"
    " table_comment, create_options) FROM information_schema.tables WHERE {here}"
    " AND table_name IN ({names})",
    "SELECT CONCAT_WS(':', 'r', routine_schema, routine_name, routine_type, created, last_altered,"
    " MD5(routine_definition)) FROM information_schema.routines"
    " WHERE routine_schema = DATABASE() AND routine_name IN ({names})",
    "SELECT CONCAT_WS(':', 'g', trigger_name, event_object_table, action_timing,"
    " event_manipulation, created, MD5(action_statement)) FROM information_schema.triggers"
    " WHERE trigger_schema = DATABASE() AND trigger_name IN ({names})",
    "SELECT CONCAT_WS(':', 'e', event_name, status, last_altered, MD5(event_definition))"
    " FROM information_schema.events WHERE event_schema = DATABASE() AND event_name IN ({names})",
)
_TABLES: Final = (
    "SELECT CONCAT('`', table_schema, '`.`', table_name, '`') FROM information_schema.tables"
    " WHERE {here} AND table_name IN ({names})"
)
_HERE: Final = "(table_schema = DATABASE() OR table_schema IN ({names}))"
_POSTGRESQL: Final = (
    "SELECT concat_ws(':', 'c', c.oid, c.relname, c.relkind, c.relpartbound IS NULL, i.indisvalid,"
    " (SELECT string_agg(concat_ws(',', h.inhparent), ';') FROM pg_inherits h"
    " WHERE h.inhrelid = c.oid)) FROM pg_class c LEFT JOIN pg_index i ON i.indexrelid = c.oid"
    " WHERE lower(c.relname) IN ({names}) ORDER BY 1",
    "SELECT concat_ws(':', 'd', datname) FROM pg_database WHERE lower(datname) IN ({names})",
    "SELECT concat_ws(':', 's', spcname) FROM pg_tablespace WHERE lower(spcname) IN ({names})",
    "SELECT concat_ws(':', 'e', t.typname, e.enumlabel) FROM pg_enum e"
    " JOIN pg_type t ON t.oid = e.enumtypid WHERE lower(t.typname) IN ({names}) ORDER BY 1",
)


def fingerprint(session: Connection, statement: str) -> str:
    """Return a digest of the objects whose names a statement has; they need not exist.

    Args:
        session: Where to look.
        statement: One that defines something.
    """
    family = session.engine.family
    names = _names(statement)
    if family is Engine.SQLITE or not names:
        return "-"  # what runs outside of a transaction there may run twice
    look = _mysql if family is Engine.MYSQL else _postgres
    lines = look(session, names)
    return hashlib.sha256("\n".join(lines).encode("utf-8", "replace")).hexdigest()


def _names(statement: str) -> str:
    words = dict.fromkeys(word.lower().strip('`"') for word in _WORD.findall(statement)[:_MOST])
    return ", ".join(f"'{word}'" for word in words)


def _postgres(session: Connection, names: str) -> list[str]:
    lines: list[str] = []
    for query in _POSTGRESQL:
        lines += _column(session, query.format(names=names))
    return lines


def _mysql(session: Connection, names: str) -> list[str]:
    here = _HERE.format(names=names)
    lines: list[str] = []
    for query in _MYSQL:
        lines += sorted(_column(session, query.format(names=names, here=here)))
    for table in sorted(_column(session, _TABLES.format(names=names, here=here))):
        try:
            row = session.fetchrow(Sql[tuple[object, ...]](f"SHOW CREATE TABLE {table}"))
        except DatabaseError as error:  # a view whose table is gone
            lines.append(f"{table}: {error}")
        else:
            # Rows that are written meanwhile change that number.
            lines.append(re.sub(r"\sAUTO_INCREMENT=\d+", "", f"{table}: {row}"))
    return lines


def _column(session: Connection, query: str) -> list[str]:
    return [value or "" for (value,) in session.fetch(Sql[tuple[str]](query))]


def drop_invalid_index(session: Connection, statement: str) -> bool:
    """Drop what is left of ``CREATE INDEX CONCURRENTLY`` that failed; tell whether there was one.

    IF NOT EXISTS would keep the broken index, and without it the name would be taken.
    """
    found = _CONCURRENTLY.match(statement) if session.engine is Engine.POSTGRESQL else None
    if found is None:
        return False
    written = found[1]
    name = written[1:-1].replace('""', '"') if written.startswith('"') else written.lower()
    invalid = session.fetchval(
        Sql[tuple[str]](
            "SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c"
            " JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_index i ON i.indexrelid = c.oid"
            " WHERE c.relname = $1 AND NOT i.indisvalid AND pg_table_is_visible(c.oid)"
        ),
        name,
    )
    if invalid is None:
        return False
    session.execute(f"DROP INDEX CONCURRENTLY {invalid}")
    return True
