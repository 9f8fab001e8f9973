"""What PostgreSQL 18 calls NOT NULL: after table and column as they were when it was made.

Renames leave such a name behind, as does a table that becomes a partition or stops being one.
Servers before 18 have no such names, so that what renames them looks for them first.

Depends on: catalog.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.catalog.identifiers import quote, quote_path, string
from flash_core.catalog.names import object_name
from flash_core.catalog.not_nulls import not_null_name
from flash_core.engine import Engine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flash_core.catalog.model import Catalog, Table


# The server renames a NOT NULL in the tables below as well, or not at all.
_UNLESS_OTHERWISE_BELOW: Final = """\
        AND NOT EXISTS (
            WITH RECURSIVE below AS (
                SELECT inhrelid FROM pg_inherits WHERE inhparent = conrelid UNION
                SELECT i.inhrelid FROM pg_inherits i JOIN below b ON i.inhparent = b.inhrelid)
            SELECT FROM below WHERE NOT EXISTS (SELECT FROM pg_constraint own
                WHERE own.conrelid = inhrelid AND own.conname = was AND own.contype = 'n'
                AND own.coninhcount <= (SELECT count(*) FROM pg_inherits up
                    WHERE up.inhrelid = own.conrelid AND (up.inhparent = pg_constraint.conrelid
                    OR up.inhparent IN (SELECT inhrelid FROM below)))))
"""


def moved_not_nulls(old: tuple[Catalog, Table], new: tuple[Catalog, Table]) -> str:
    """Return what gives NOT NULL constraints the names of a table that has, or had, a parent.

    Args:
        old: The table as it was, with its schema.
        new: The same as it should be.
    """
    names: list[tuple[str, str]] = []
    before = {column.name: column for column in old[1].columns}
    for column in new[1].columns:
        was = before.get(column.name)
        if not column.not_null or was is None or (column.not_null_name and was.not_null_name):
            continue
        # What is given a name, or loses it, has that after its table before, or gets it later.
        own = object_name(old[1].name, column.name, "not_null")
        there = (
            not_null_name(old[0].find_table, old[1], was)
            if was.not_null and not was.not_null_name
            else own
        )
        names.append(
            (
                there,
                own if column.not_null_name else not_null_name(new[0].find_table, new[1], column),
            )
        )
    return renamed_not_nulls(new[1], names, family=True)


def renamed_not_nulls(table: Table, names: Iterable[tuple[str, str]], *, family: bool) -> str:
    """Return what gives NOT NULL constraints other names where they have names, else nothing.

    Args:
        table: Whose they are.
        names: The old and the new ones.
        family: There may be tables below it.
    """
    moved = [(was, name) for was, name in names if was != name]
    taken = {was for was, _ in moved}
    clashing = {name: f"{name[:50]}__new" for _, name in moved if name in taken}
    if clashing:  # they change names with each other
        first = [(was, clashing.get(name, name)) for was, name in moved]
        then = [(aside, name) for name, aside in clashing.items()]
        steps = (renamed_not_nulls(table, each, family=family) for each in (first, then))
        return ";\n".join(steps)
    pairs = ", ".join(f"({string(was)}, {string(name)})" for was, name in moved)
    if not pairs:
        return ""
    path = quote_path(table.schema, table.name, Engine.POSTGRESQL)
    command = string(f"ALTER TABLE {path.replace('%', '%%')} RENAME CONSTRAINT %I TO %I")
    return (
        "DO $$ DECLARE each record; BEGIN\n"  # noqa: S608 - quoted names
        "    FOR each IN SELECT was, name FROM pg_constraint\n"
        f"        JOIN (VALUES {pairs}) AS names (was, name) ON was = conname\n"
        f"        WHERE conrelid = {string(path)}::regclass AND contype = 'n' AND coninhcount = 0\n"
        f"{_UNLESS_OTHERWISE_BELOW if family else ''}"
        f"    LOOP EXECUTE format({command}, each.was, each.name); END LOOP;\n"
        "END $$"
    )


def renamed_domain_not_null(path: str, was: str, name: str) -> str:
    """Return what gives the NOT NULL of a domain another name where it has one.

    Args:
        path: The domain, as written in SQL.
        was: The old name.
        name: The new one.
    """
    one, other = (quote(each, Engine.POSTGRESQL) for each in (was, name))
    return (
        "DO $$ BEGIN\n"
        f"    IF EXISTS (SELECT FROM pg_constraint WHERE conname = {string(was)}"
        f" AND contypid = {string(path)}::regtype) THEN\n"
        f"        ALTER DOMAIN {path} RENAME CONSTRAINT {one} TO {other};\n"
        "    END IF;\n"
        "END $$"
    )
