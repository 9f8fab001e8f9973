"""Extensions, foreign servers and what is reached through them: changed in place.

Depends on: catalog, sql.postgres_objects, types, postgres_columns, postgres_items.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flash_core.catalog.identifiers import string
from flash_core.catalog.model import Table
from flash_core.catalog.render import comment_on
from flash_core.catalog.text import closed
from flash_core.sql.postgres_objects import Stated, foreign_clause
from flash_core.types.postgres_data import extension

from .postgres_columns import Step
from .postgres_items import PG, quoted, written

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import TypeAlias

    from flash_core.catalog.model import OtherObject

    from .postgres_items import Item, Objects

    Options: TypeAlias = "Mapping[str, str | None]"


def outside_changes(old: Item, new: Item) -> Iterator[Step]:
    """Yield what turns an extension, server, wrapper or user mapping into another of its name.

    Args:
        old: As it is.
        new: As it should be.

    Returns:
        Nothing where it has to go first.
    """
    was, now = old.definition, new.definition
    if not isinstance(was, Stated) or not isinstance(now, Stated):
        return
    before, after = dict(was.options), dict(now.options)
    comment = f"change {new.label}"
    if new.key[0] == "extension":
        yield from _extension(written(new.key), before, after, comment)
        return
    options = _options(before, after)
    if new.key[0] == "server":
        (kind, version, wrapper), (kind_now, version_now, wrapper_now) = was.table, now.table
        if (kind, wrapper) != (kind_now, wrapper_now) or (version and not version_now):
            return
        head = f"ALTER SERVER {quoted(new.key[-1])}"
        head += f" VERSION {string(version_now)}" if version != version_now else ""
        yield Step(head + options, comment)
    elif was.signature == now.signature and options:
        yield Step(f"ALTER {new.drop.removeprefix('DROP ')}{options}", comment)


def _extension(name: str, before: Options, after: Options, comment: str) -> Iterator[Step]:
    place, target = (each.get("schema") or "public" for each in (before, after))
    if place != target:
        yield Step(f"ALTER EXTENSION {name} SET SCHEMA {quoted(target)}", comment)
    version = after.get("new_version")
    if version is not None and version != before.get("new_version"):
        yield Step(f"ALTER EXTENSION {name} UPDATE TO {string(version)}", comment)


def brought_comment(name: str) -> str | None:
    """Return the comment that an extension brings, None of one that is not known."""
    known = extension(name)
    return known.comment if known else None


def bring_comment(name: str) -> str:
    """Return what gives an extension the comment that it brings.

    Only the server has that of one that is not known: in a schema file it is then as if none
    had been said.
    """
    text = brought_comment(name)
    found = comment_on("EXTENSION", quoted(name), text)
    if text is not None:
        return found
    asked = "SELECT format('COMMENT ON EXTENSION %I IS %L', name, comment)"
    asked += f" FROM pg_available_extensions WHERE name = {string(name)}"
    return f"{found};\nDO $$ BEGIN EXECUTE ({asked}); END $$"


def is_elsewhere(old: Item, new: Item) -> bool:
    """Tell whether the rows of a table are to be on another server, which takes a new one."""
    was, now = old.definition, new.definition
    if not isinstance(was, Table) or not isinstance(now, Table):
        return False
    if not was.foreign or not now.foreign:
        return bool(was.foreign) != bool(now.foreign)
    one, other = foreign_clause(was.foreign), foreign_clause(now.foreign)
    return one is None or other is None or one.name != other.name


def foreign_changes(head: str, old: str, new: str) -> Iterator[Step]:
    """Yield what gives a foreign table other options.

    Args:
        head: ``ALTER TABLE`` with its name.
        old: Its clause ``SERVER … OPTIONS (…)``.
        new: The one that it should have.
    """
    was, now = foreign_clause(old), foreign_clause(new)
    if was is not None and now is not None:
        options = _options(dict(was.options), dict(now.options))
        if options:
            name = head.removeprefix("ALTER TABLE ")
            yield Step(f"{head}{options}", f"change the options of foreign table {name}")


def with_options(clause: str, options: Options) -> str:
    """Return ``SERVER s OPTIONS (…)`` with options added, set, or dropped where they are None."""
    about = foreign_clause(clause)
    if about is None:
        return clause
    found = dict(about.options)
    found.update(options)
    listed = [f"{quoted(name)} {string(value)}" for name, value in found.items() if value]
    return f"SERVER {quoted(about.name[0])}" + (f" OPTIONS ({', '.join(listed)})" if listed else "")


def _options(before: Options, after: Options) -> str:
    changes = [f"DROP {quoted(name)}" for name in before if name not in after]
    for name, value in after.items():
        if name not in before or before[name] != value:
            word = "SET" if name in before else "ADD"
            changes.append(f"{word} {quoted(name)} {string(value or '')}")
    return f" OPTIONS ({', '.join(changes)})" if changes else ""


def change_outside(objects: Objects, other: OtherObject, about: Stated) -> None:
    """Fold what ALTER says of an extension, a server and what is reached through it."""
    kind = about.kind.removeprefix("alter ")
    key = (kind, "", *about.name)
    item = objects.items.get(key)
    if item is None or not isinstance(item.definition, Stated):
        return
    made = item.definition
    options = dict(made.options)
    options.update(about.options)
    kept = tuple((name, value) for name, value in options.items() if value is not None)
    table = made.table
    if kind == "server" and about.text is not None:
        table = (made.table[0], about.text, made.table[2])
    item.create = f"{item.create};\n{closed(other.text, PG)}"
    describe(item, replace(made, options=kept, table=table))


def describe(item: Item, about: Stated) -> None:
    """Note what an extension, server, wrapper or user mapping is."""
    options: dict[str, str | None] = dict(about.options)
    item.definition = about
    if about.kind == "extension":
        item.facts = (options.get("schema") or "public", options.get("new_version"))
        if above := options.get("schema"):
            item.needs.add(("schema", "", above))
    elif about.kind in {"server", "foreign data wrapper", "user mapping"}:
        item.facts = (about.table, about.signature, tuple(sorted(options.items())))
