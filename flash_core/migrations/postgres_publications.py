"""Publications, and each table and schema that one publishes: changed without losing subscribers.

A subscriber follows a publication by its name, and finds nothing while there is none; so one that
has to change is altered, and dropped only where the server has no other way.

Depends on: catalog, sql.postgres_objects, sql.postgres_published, postgres_columns, postgres_items.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass, field
from flash_core.catalog.identifiers import string
from flash_core.catalog.model import Table
from flash_core.sql.postgres_published import published

from .postgres_columns import Step, column_of
from .postgres_items import Item, place, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flash_core.catalog.model import OtherObject
    from flash_core.sql.postgres_objects import Stated

    from .postgres_items import Key, Objects

MEMBER: Final = "published"
_EVERY: Final = "delete, insert, truncate, update"
_DEFAULTS: Final = {
    "publish": _EVERY,
    "publish_via_partition_root": "false",
    "publish_generated_columns": "none",
}
_TRUE: Final = frozenset({None, "", "true", "on", "1", "yes"})


@dataclass(slots=True)
class Publication:
    """What a publication publishes, however many statements say so.

    Attributes:
        all_tables: It is of all tables that there are and will be.
        options: As written, by name.
        written: Each table and schema as written behind ADD.
    """

    all_tables: bool
    options: dict[str, str | None]
    written: dict[Key, str] = field(default_factory=dict[tuple[str, ...], str])


def add_publication(objects: Objects, other: OtherObject, about: Stated) -> None:
    """Add a publication with its tables and schemas.

    Args:
        objects: Where to.
        other: CREATE PUBLICATION.
        about: The same.
    """
    key = ("publication", *place(about.name))
    made = Publication(about.text is not None, dict(about.options))
    item = objects.add(Item(key, f"publication {about.name[-1]}", definition=made))
    item.drop = f"DROP PUBLICATION {quoted(about.name[-1])}"
    _add_members(objects, item, made, other, about)
    _describe(item, made)


def change_publication(objects: Objects, other: OtherObject, about: Stated) -> None:
    """Fold what ALTER PUBLICATION adds, sets and drops.

    Args:
        objects: Where the publication is.
        other: The statement.
        about: The same.
    """
    item = objects.items.get(("publication", *place(about.name)))
    made = None if item is None else item.definition
    if item is None or not isinstance(made, Publication):
        return
    gone = list(made.written) if about.on == "AP_SetObjects" else []
    if about.on == "AP_DropObjects":
        gone = [key for key, _ in _members(objects, item, about)]
    for key in gone:
        made.written.pop(key, None)
        objects.items.pop(key, None)
    if about.on != "AP_DropObjects":
        _add_members(objects, item, made, other, about)
    made.options.update(about.options)
    _describe(item, made)


def _members(objects: Objects, item: Item, about: Stated) -> Iterator[tuple[Key, Key]]:
    """Yield the key of each table and schema that a statement lists, and what that is itself."""
    for named, said in zip(about.arguments, about.signature.splitlines(), strict=True):
        on: Key
        if said.startswith("TABLE "):
            on = objects.relation(named.path) or ("table", *place(named.path))
        else:
            on = ("schema", "", *named.path)
        yield (MEMBER, item.key[-1], *on), on


def _add_members(
    objects: Objects, item: Item, made: Publication, other: OtherObject, about: Stated
) -> None:
    texts = [f"{each.kind} {each.text}" for each in published(other.text)]
    found = zip(_members(objects, item, about), about.signature.splitlines(), texts, strict=False)
    for (key, on), said, text in found:
        if on[0] == "table" and on not in objects.items:
            continue  # it went with the table
        made.written[key] = text
        head = f"ALTER PUBLICATION {quoted(item.key[-1])}"
        label = f"{on[0]} {'.'.join(filter(None, on[1:]))} of {item.label}"
        part = objects.add(Item(key, label, inside=item.key))
        part.create, part.facts = f"{head} ADD {text}", said
        part.drop = f"{head} DROP {_name(on)}"
        part.needs = {item.key, on} if on in objects.items else {item.key}
        if on[0] == "table":
            part.needs |= objects.columns_in(text, [on])


def _name(on: Key) -> str:
    if on[0] == "schema":
        return f"TABLES IN SCHEMA {quoted(on[-1]) if on[-1] else 'CURRENT_SCHEMA'}"
    return f"TABLE ONLY {'.'.join(map(quoted, filter(None, on[1:])))}"


def _describe(item: Item, made: Publication) -> None:
    """Note what makes a publication, and what must agree beside its tables and schemas."""
    content = "ALL TABLES" if made.all_tables else ", ".join(made.written.values())
    options = ", ".join(f"{name}{_set(value)}" for name, value in made.options.items())
    item.create = f"CREATE PUBLICATION {quoted(item.key[-1])}"
    item.create += f" FOR {content}" if content else ""
    item.create += f" WITH ({options})" if options else ""
    item.facts = made.all_tables, tuple(sorted(_values(made).items()))


def _set(value: str | None) -> str:
    return "" if value is None else f" = {string(value)}"


def _values(made: Publication) -> dict[str, str]:
    return {**_DEFAULTS, **{name: _value(name, value) for name, value in made.options.items()}}


def _value(name: str, value: str | None) -> str:
    if name == "publish":
        return ", ".join(sorted(word.strip() for word in (value or "").lower().split(",")))
    if name == "publish_via_partition_root":
        return "true" if value is None or value.lower() in _TRUE else "false"
    return (value or "stored").lower()


def in_the_way(old: Objects, new: Objects, changed: Iterable[Key]) -> set[Key]:
    """Return what is published of tables whose rows could not be updated otherwise.

    The server refuses UPDATE where it is published and nothing identifies a row, or where what
    is published of them depends on columns that do not.

    Args:
        old: The schema as it is.
        new: The schema as it should be.
        changed: Its objects that become others.
    """
    filled = {
        ("table", *key[1:3])
        for key in changed
        if key[0] == "column"
        and not column_of(old.items[key]).not_null
        and column_of(new.items[key]).not_null
    }
    bare = {key for key in filled if _is_unidentified(old, key)}
    places = {("schema", "", key[1] or "public") for key in bare}
    return {
        key
        for key, item in old.items.items()
        if key[0] == MEMBER
        and (key[2:] in bare | places or (key[2:] in filled and _is_selected(item)))
        and _has_updates(old, item)
    }


def _is_unidentified(objects: Objects, key: Key) -> bool:
    table = objects.items[key].definition
    keyed = isinstance(table, Table) and any(each.primary for each in table.keys)
    return not keyed and ("setting", *key, "replica identity", "") not in objects.items


def _is_selected(member: Item) -> bool:
    """Tell whether only some rows are published, by columns that may identify none."""
    return " WHERE " in member.create.upper()


def _has_updates(objects: Objects, member: Item) -> bool:
    made = objects.items[member.inside].definition if member.inside in objects.items else None
    return isinstance(made, Publication) and "update" in _values(made)["publish"]


def publication_changes(old: Item, new: Item) -> Iterator[Step]:
    """Yield what gives a publication other options; nothing where it has to go first.

    Args:
        old: As it is.
        new: As it should be.
    """
    was, now = old.definition, new.definition
    if not isinstance(was, Publication) or not isinstance(now, Publication):
        return
    if was.all_tables != now.all_tables:
        return
    before, after = _values(was), _values(now)
    changed = [f"{name} = {string(v)}" for name, v in after.items() if before.get(name) != v]
    head = f"ALTER PUBLICATION {quoted(new.key[-1])}"
    yield Step(f"{head} SET ({', '.join(changed)})", f"change {new.label}")
