"""NOT NULL that a partition has of its own, while that of the table above comes or goes.

The server takes what only came from above along, and has one of another name stay where it is, or
go, depending on how the partition came to be one: so it is said beforehand that it is to stay.
While the table above has one, too, no RENAME takes that of a partition.

Depends on: catalog, postgres_columns, postgres_items, postgres_rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import replace
from flash_core.catalog.not_nulls import comes_from_above, is_passed_on, not_null_name

from .postgres_columns import Step, column_of, head_of, renamed_not_null, required
from .postgres_rows import table_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from .postgres_items import Item, Key, Objects


def own_null(old: Objects, new: Objects, key: Key) -> list[Step] | None:
    """Return what becomes of a partition's NOT NULL besides that of the table above.

    Args:
        old: The schema as it is.
        new: The schema as it should be.
        key: The column; ``None`` comes for one whose table above keeps what it has.
    """
    above = _above(old, new, key)
    if above is None or _is_required(old, above) == _is_required(new, above):
        return None
    item, was, now = new.items[key], column_of(old.items[key]), column_of(new.items[key])
    label = item.label.removeprefix("column ")
    head, name = head_of(item)
    dropped = Step(f"{head} ALTER COLUMN {name} DROP NOT NULL", f"allow NULL in {label}")
    if _is_required(new, above):
        if _name(new, key) == _name(new, above):  # it comes, and has its name, from above
            return [dropped] if was.not_null else []
        return _renamed(old, new, key) if was.not_null else [required(item, now, label)]
    if was.not_null and now.not_null:
        sql = f"{head} ALTER COLUMN {name} SET NOT NULL"
        kept = Step(sql, f"require a value in {label}, as before; no server since 18 lost that")
        return [kept, *_renamed(old, new, key)]
    own = not comes_from_above(table_of(old.items["table", *key[1:3]]), was)
    return [dropped] if was.not_null and own else []


def kept_below(old: Objects, new: Objects, key: Key) -> Iterator[Step]:
    """Yield what has partitions keep a NOT NULL that the table above is about to lose.

    Args:
        old: The schema as it is.
        new: The schema as it should be.
        key: The column of the table above.
    """
    if not _is_required(old, key) or _is_required(new, key):
        return
    for link in new.links():
        part: Key = ("column", *link[1:3], key[3])
        if link[-2:] != key[1:3] or _above(old, new, part) != key:
            continue
        if column_of(old.items[part]).not_null and column_of(new.items[part]).not_null:
            head, name = head_of(new.items[part])
            label = new.items[part].label.removeprefix("column ")
            sql = f"{head} ALTER COLUMN {name} SET NOT NULL"
            yield Step(sql, f"keep the NOT NULL of {label}, whatever that above becomes")
        yield from kept_below(old, new, part)


def turns(old: Objects, new: Objects, changed: AbstractSet[Key]) -> Iterator[tuple[Key, Key, bool]]:
    """Yield columns of partitions and those above them, with which of them changes first.

    Args:
        old: The schema as it is.
        new: The schema as it should be.
        changed: What becomes another.
    """
    for key in changed:
        above = _above(old, new, key)
        while above is not None and _is_required(old, above) != _is_required(new, above):
            if above in changed:
                gone = _is_required(old, above)
                yield (key, above, True) if gone else (above, key, True)
            above = _above(old, new, above)


def _above(old: Objects, new: Objects, key: Key) -> Key | None:
    """Return the column that a partition's is one of, before and after."""
    table: Key = ("table", *key[1:3])
    if key[0] != "column" or any(key not in each.items for each in (old, new)):
        return None
    if not (table_of(old.items[table]).bound and table_of(new.items[table]).bound):
        return None
    links = [link for link in new.links_of(key) if link in old.items]
    above: list[Key] = [("column", *link[-2:], key[3]) for link in links]
    return next((k for k in above if k in old.items and k in new.items), None)


def _is_required(objects: Objects, key: Key) -> bool:
    return is_passed_on(column_of(objects.items[key]))


def _renamed(old: Objects, new: Objects, key: Key) -> list[Step]:
    """Return what gives the NOT NULL of a partition's column its new name."""
    was, now = _name(old, key), _name(new, key)
    return [renamed_not_null(_called(old, key, was), _called(new, key, now))] if was != now else []


def _called(objects: Objects, key: Key, name: str) -> Item:
    """Return a column whose NOT NULL has that name."""
    item = objects.items[key]
    return replace(item, definition=replace(column_of(item), not_null_name=name))


def _name(objects: Objects, key: Key) -> str:
    """Return what the NOT NULL of a column is called."""
    table = table_of(objects.items["table", *key[1:3]])
    return not_null_name(objects.catalog.find_table, table, column_of(objects.items[key]))
