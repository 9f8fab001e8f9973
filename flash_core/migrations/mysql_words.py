"""Two schemas of MySQL or MariaDB of which a server was asked what it makes of each.

It writes defaults, checks, views and what is generated in words of its own: what it words alike
means the same, and is left as it is.

Depends on: catalog.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from flash_core.catalog.objects import created

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping

    from flash_core.catalog.model import Catalog, Check, Column, OtherObject, Table, View

_Item = TypeVar("_Item")


def agreed(old: Catalog, new: Catalog, was: Catalog, now: Catalog) -> Catalog:
    """Return ``new``, in the words of ``old`` where the server words both alike.

    Args:
        old: The schema as it is.
        new: The schema as it should be.
        was: The first in the server's words.
        now: The second in the server's words.
    """
    sides = old, was, now
    tables = [_by(side.tables, _table_key) for side in sides]
    views = [_by(side.views, _view_key) for side in sides]
    others = [_by(side.others, _other_key) for side in sides]
    return replace(
        new,
        tables=tuple(
            _table(table, *(found.get(_table_key(table)) for found in tables))
            for table in new.tables
        ),
        views=tuple(_chosen(view, _view_key, views, _view_text) for view in new.views),
        others=tuple(_chosen(item, _other_key, others, _other_text) for item in new.others),
    )


def _by(items: Iterable[_Item], key: Callable[[_Item], Hashable]) -> dict[Hashable, _Item]:
    return {key(item): item for item in items}


def _chosen(
    item: _Item,
    key: Callable[[_Item], Hashable],
    sides: Iterable[Mapping[Hashable, _Item]],
    meaning: Callable[[_Item], Hashable],
) -> _Item:
    """Return an object as it is, where the server words both alike."""
    before, one, other = (side.get(key(item)) for side in sides)
    if before is None or one is None or other is None or meaning(one) != meaning(other):
        return item
    return before


def _table_key(table: Table) -> Hashable:
    return table.schema.lower(), table.name.lower()


def _view_key(view: View) -> Hashable:
    return view.schema.lower(), view.name.lower()


def _view_text(view: View) -> Hashable:
    return view.text


def _other_key(item: OtherObject) -> Hashable:
    made = created(item.text)
    return item.text if made is None else (made[0], made[1].lower())


def _other_text(item: OtherObject) -> Hashable:
    return item.text


def _table(table: Table, before: Table | None, one: Table | None, other: Table | None) -> Table:
    if before is None or one is None or other is None:
        return table
    columns = [_by(side.columns, _column_key) for side in (before, one, other)]
    checks = [_by(side.checks, _check_key) for side in (before, one, other)]
    same = one.tail == other.tail
    coded = (one.charset, one.collation) == (other.charset, other.collation)
    return replace(
        table,
        columns=tuple(_chosen(c, _column_key, columns, _itself) for c in table.columns),
        checks=tuple(_chosen(c, _check_key, checks, _check_text) for c in table.checks),
        tail=before.tail if same else table.tail,
        charset=before.charset if coded else table.charset,
        collation=before.collation if coded else table.collation,
    )


def _column_key(column: Column) -> Hashable:
    return column.name.lower()


def _check_key(check: Check) -> Hashable:
    return (check.name or "").lower(), (check.column or "").lower()


def _check_text(check: Check) -> Hashable:
    return check.text


def _itself(column: Column) -> Hashable:
    return column
