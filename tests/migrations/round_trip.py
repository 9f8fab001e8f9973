"""The law of migrations: up makes exactly the new schema, down the old one, and no row is lost.
No sequence gives a value next that rows have already.

Both sides are read from a live database; the new schema is also made afresh, as its file says, to
know what up must lead to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from flash_core.catalog.build import build
from flash_core.catalog.identifiers import quote, quote_path
from flash_core.catalog.model import RenameKind
from flash_core.engine import Engine
from flash_core.migrations.diff import diff
from flash_core.migrations.files import down_text, up_text
from flash_core.sql.parse import parse_script
from flash_core.sql.source import SourceFile
from flash_sync.introspect.definition import differences

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from flash_core.catalog.model import Catalog, Column, Table
    from flash_sync.introspect.definition import Definition

_SECTION = re.compile(r"^-- (before|rows|after|moved|refused)[ \t]*\n", re.MULTILINE)


class Live(Protocol):
    """A database that a test owns."""

    @property
    def engine(self) -> Engine:
        """Whose SQL it takes."""
        ...

    def clear(self) -> None:
        """Remove everything."""
        ...

    def run(self, sql: str) -> None:
        """Run statements as a user would."""
        ...

    def migrate(self, sql: str) -> None:
        """Run one side of a migration as the runner does."""
        ...

    def dump(self) -> Sequence[Definition]:
        """Say what it contains."""
        ...

    def rows(self, query: str) -> list[tuple[object, ...]]:
        """Return what a query gives."""
        ...

    def behind(self) -> list[str]:
        """Return what lets each sequence go on after the rows that have its next values."""
        ...


@dataclass(frozen=True)
class Pair:
    """A schema before and after; rows for the one before; the words of a refusal.

    ``moved`` holds queries in pairs: what the first finds before, the second finds after.
    """

    before: str
    after: str
    rows: str = ""
    refused: str = ""
    moved: tuple[str, ...] = ()


def read_pair(path: Path) -> Pair:
    """Read a file of ``-- before``, ``-- rows``, ``-- after``, ``-- moved``, ``-- refused``."""
    _, *parts = _SECTION.split(path.read_text(encoding="utf-8"))
    sections = dict(zip(parts[::2], parts[1::2], strict=True))
    assert {"before", "after"} <= sections.keys(), f"{path.name} lacks a section"
    refused = " ".join(sections.get("refused", "").replace("--", " ").split())
    moved = tuple(filter(str.strip, sections.get("moved", "").split(";")))
    return Pair(sections["before"], sections["after"], sections.get("rows", ""), refused, moved)


def catalog_of(text: str, engine: Engine, start: Catalog | None = None) -> Catalog:
    """Return the catalog of a correct schema, or what a migration makes of another one."""
    source = SourceFile("schema.sql", text)
    statements, unread = parse_script(source, engine)
    located = [(source, item) for item in statements]
    catalog, refused = build(located, engine, start, in_order=start is not None)
    problems = [item.render() for item in (*unread, *refused) if item.severity == "error"]
    assert problems == [], "\n".join(problems)
    return catalog


def replayed(start: Catalog, sql: str) -> Catalog:
    """Return what a migration makes of a catalog: the state that the next one begins with."""
    source = SourceFile("migration.sql", sql)
    statements, unread = parse_script(source, start.engine)
    located = [(source, item) for item in statements]
    catalog, refused = build(located, start.engine, start, in_order=True)
    problems = [item.render() for item in (*unread, *refused) if item.severity == "error"]
    assert problems == [], "\n".join(problems)
    return catalog


def text_of(definitions: Sequence[Definition]) -> str:
    """Return what a database contains as a schema file."""
    return "".join(f"{item.sql};\n" for item in definitions)


def kept_rows(live: Live, old: Catalog, new: Catalog) -> dict[str, list[tuple[object, ...]]]:
    """Return the values of the columns that are the same in both schemas, table by table."""
    found: dict[str, list[tuple[object, ...]]] = {}
    left = {path for table in old.tables for path in _left(table, new)}
    left |= {path for table in new.tables for path in _left(table, old)}
    for table in old.tables:
        if {(table.name,), (table.schema, table.name)} & left:
            continue  # rows of what is below no more, or only now, are among its own
        twin = new.find_table((table.schema, table.name) if table.schema else (table.name,))
        if twin is None or twin.foreign or table.foreign:
            continue
        if any(item.kind is RenameKind.TABLE and item.old == table.name for item in new.renames):
            continue  # what has its name now is another one
        if table.bound and twin.bound:
            continue  # its rows are those of the table above, wherever they are kept
        elsewhere = {item.old for item in new.renames if item.owner[-1:] == (table.name,)}
        names = [
            c.name
            for c in table.columns
            if c in twin.columns and not c.generated and is_same_type(c, old, new)
        ]
        names = [name for name in names if name not in elsewhere]
        columns = ", ".join(quote(name, live.engine) for name in names) or "1"
        path = quote_path(table.schema, table.name, live.engine)
        found[path] = sorted(live.rows(f"SELECT {columns} FROM {path}"), key=repr)
    return found


def _left(table: Table, other: Catalog) -> set[tuple[str, ...]]:
    """Return what a table that stays is below of, and is not in the other schema."""
    twin = other.find_table((table.schema, table.name) if table.schema else (table.name,))
    return set(table.inherits) - set(twin.inherits) if twin else set()


def is_same_type(column: Column, old: Catalog, new: Catalog) -> bool:
    """Tell whether the values of a column look the same in both schemas."""
    if column.type is None:  # as columns of SQLite may be
        return True
    if domain := old.find_domain(column.type.parts):
        base = replace(column, type=domain.type)
        return is_same_type(base, old, new)
    parts = column.type.parts
    if any(item.owner[-1:] == parts[-1:] for item in new.renames if item.kind is RenameKind.LABEL):
        return False  # the rows that have the value show its new name
    was, now = (s.find_composite(parts) or s.find_table(parts) for s in (old, new))
    if was is None or now is None:
        return True
    return was == now and all(is_same_type(field, old, new) for field in was.columns)


def check_round_trip(live: Live, pair: Pair) -> None:
    """Take a database with rows from one schema to the other and back."""
    old, new = (catalog_of(text, live.engine) for text in (pair.before, pair.after))
    changes = diff(old, new)
    up, down = up_text(changes), down_text(changes)
    shown = f"-- up\n{up}\n-- down\n{down}"
    assert diff(replayed(old, up), new) == [], shown
    assert diff(replayed(new, down), old) == [], shown
    live.clear()
    live.run(pair.after)
    wanted = live.dump()
    live.clear()
    live.run(pair.before)
    start = live.dump()
    assert bool(changes) == bool(differences(start, wanted)), shown
    live.run(pair.rows)
    live.run(";\n".join(live.behind()))
    rows = kept_rows(live, old, new)
    moved = _found(live, pair.moved[::2])
    live.migrate(up)
    assert differences(live.dump(), wanted) == [], shown
    assert kept_rows(live, old, new) == rows, shown
    assert _found(live, pair.moved[1::2]) == moved, shown
    assert live.behind() == [], shown
    check_reread(live, new, shown)
    check_replayed(live, pair.before, up, new)
    live.migrate(down)
    assert differences(live.dump(), start) == [], shown
    assert kept_rows(live, old, new) == rows, shown
    assert _found(live, pair.moved[::2]) == moved, shown
    assert live.behind() == [], shown
    check_reread(live, old, shown)
    check_replayed(live, pair.after, down, old)


def _found(live: Live, queries: Sequence[str]) -> list[list[tuple[object, ...]]]:
    return [sorted(live.rows(query), key=repr) for query in queries]


def check_replayed(live: Live, start: str, migration: str, wanted: Catalog) -> None:
    """Compare what a migration makes of a schema offline with what it should make."""
    if live.engine.family is Engine.MYSQL:
        old = catalog_of(start, live.engine)
        reached = catalog_of(migration, live.engine, old)
        assert [*diff(reached, wanted), *diff(wanted, reached)] == [], migration


def check_reread(live: Live, wanted: Catalog, shown: str) -> None:
    """Compare what the database says of itself with the schema that made it."""
    reread = catalog_of(text_of(live.dump()), live.engine)
    # Servers write every expression anew: only they can tell that it means the same.
    if live.engine is Engine.SQLITE:
        assert [*diff(reread, wanted), *diff(wanted, reread)] == [], shown
