"""What PostgreSQL 18 calls NOT NULL: after table and column as they were when it was made.

Renames leave such a name behind, as does a table that becomes a partition or stops being one.
Servers before 18 have no such names, so that what renames them looks for them first.

The names of ``user_role (id)`` and ``user (role_id)`` are the same but for a number, which the
second one has: such names are written down wherever the server could give another.

Depends on: catalog.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from flash_core.catalog.domains import clause_kind, clause_names, clauses_of, is_named_clause
from flash_core.catalog.identifiers import quote, quote_path, string
from flash_core.catalog.names import constraints, object_name
from flash_core.catalog.not_nulls import (
    comes_from_above,
    is_cut,
    is_named,
    is_numbered,
    not_null_name,
    own_not_null,
)
from flash_core.engine import Engine

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator

    from flash_core.catalog.model import Catalog, Column, Domain, Table


# The server renames a NOT NULL in the tables below as well, or not at all.
_UNLESS_OTHERWISE_BELOW: Final = """\
        AND (connoinherit OR NOT EXISTS (
            WITH RECURSIVE below AS (
                SELECT inhrelid FROM pg_inherits WHERE inhparent = conrelid UNION
                SELECT i.inhrelid FROM pg_inherits i JOIN below b ON i.inhparent = b.inhrelid)
            SELECT FROM below WHERE NOT EXISTS (SELECT FROM pg_constraint own
                WHERE own.conrelid = inhrelid AND own.conname = was AND own.contype = 'n'
                AND own.coninhcount <= (SELECT count(*) FROM pg_inherits up
                    WHERE up.inhrelid = own.conrelid AND (up.inhparent = pg_constraint.conrelid
                    OR up.inhparent IN (SELECT inhrelid FROM below))))))
"""


def with_certain_names(old: Catalog, new: Catalog) -> tuple[Catalog, Catalog]:
    """Return two schemas where a NOT NULL has its name written if another object has it, too.

    Args:
        old: The schema as it is.
        new: The schema as it should be.
    """
    owners: defaultdict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for catalog in (old, new):
        for table in catalog.tables:
            for name, part in _names(table):
                owners[table.schema, name].add((table.name, part))
        for domain in catalog.domains:
            for own in filter(None, clause_names(domain.name, clauses_of(domain.text))):
                owners[domain.schema, own].add((domain.name, ""))
    shared = {key for key, own in owners.items() if len(own) > 1}
    if not shared:
        return old, new
    return _certain_side(old, shared), _certain_side(new, shared)


def _certain_side(catalog: Catalog, shared: Container[tuple[str, str]]) -> Catalog:
    return replace(
        _with_columns(catalog, lambda table, column: _certain(table, column, shared)),
        domains=tuple(_certain_domain(domain, shared) for domain in catalog.domains),
    )


def _certain(table: Table, column: Column, shared: Container[tuple[str, str]]) -> Column:
    name = _usual(table, column)
    plain = column.not_null and column.not_null_name is None and not is_cut(table.name, column.name)
    if not plain or comes_from_above(table, column) or (table.schema, name) not in shared:
        return column
    return replace(column, not_null_name=name)


def _certain_domain(domain: Domain, shared: Container[tuple[str, str]]) -> Domain:
    clauses = clauses_of(domain.text)
    named = (
        f"CONSTRAINT {quote(name, Engine.POSTGRESQL)} {clause}"
        if name is not None and (domain.schema, name) in shared and not is_named_clause(clause)
        else clause
        for name, clause in zip(clause_names(domain.name, clauses), clauses, strict=True)
    )
    return replace(domain, text=" ".join(named))


def with_names_as_there(old: Catalog, new: Catalog) -> Catalog:
    """Return the new schema with what NOT NULL is called in the old one but for numbers.

    A number says what was made first, and a server before PostgreSQL 18 knows no names.

    Args:
        old: The schema as it is.
        new: The schema as it should be; one of the two is a database.
    """

    def as_there(table: Table, column: Column) -> Column:
        there = old.find_table((table.schema, table.name) if table.schema else (table.name,))
        was = old.find_column(there, column.name) if there is not None else None
        if there is None or was is None or not (was.not_null and column.not_null):
            return column
        vague = None in {was.not_null_above, column.not_null_above}
        same = vague or _unnumbered(there, was) == _unnumbered(table, column)
        return replace(column, not_null_name=was.not_null_name) if same else column

    changed = _with_columns(new, as_there)
    if any(c.not_null_above is None for each in (old, new) for t in each.tables for c in t.columns):
        own = {(domain.schema, domain.name): domain for domain in old.domains}
        domains = (
            _as_there(domain, own.get((domain.schema, domain.name))) for domain in new.domains
        )
        changed = replace(changed, domains=tuple(domains))
    return changed


def _as_there(domain: Domain, was: Domain | None) -> Domain:
    """Return a domain whose NOT NULL is called as in the other schema."""
    there = [c for c in clauses_of(was.text) if clause_kind(c) == "NOT"] if was is not None else []
    if not there:
        return domain
    clauses = (there[0] if clause_kind(c) == "NOT" else c for c in clauses_of(domain.text))
    return replace(domain, text=" ".join(clauses))


def _with_columns(catalog: Catalog, changed: Callable[[Table, Column], Column]) -> Catalog:
    return replace(
        catalog,
        tables=tuple(
            replace(table, columns=tuple(changed(table, column) for column in table.columns))
            for table in catalog.tables
        ),
    )


def _names(table: Table) -> Iterator[tuple[str, str]]:
    """Yield the names that could stand in the way of a NOT NULL, each with what has it."""
    yield from ((item.name, "") for item in constraints(table) if item.name is not None)
    for column in table.columns:
        if is_named(column) and not comes_from_above(table, column):
            yield _usual(table, column), column.name
            if column.not_null_name is not None:
                yield column.not_null_name, column.name


def _usual(table: Table, column: Column) -> str:
    return object_name(table.name, column.name, "not_null")


def _unnumbered(table: Table, column: Column) -> str:
    """Return the name of a NOT NULL without the number that it has where another one came first."""
    name = own_not_null(table.name, column)
    return _usual(table, column) if is_numbered(table.name, column.name, name) else name


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
