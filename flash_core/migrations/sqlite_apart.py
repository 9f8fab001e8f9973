"""New columns of SQLite by which rows must be told apart: one value for all would break a key.

Depends on: catalog, matching.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from flash_core.catalog.implied import rowid_alias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from flash_core.catalog.model import Catalog, Table

    from .matching import Matching


_COLLATION: Final = re.compile(r"(?i)\bCOLLATE\s+[\"`\[]?(\w+)")


class Apart(NamedTuple):
    """Columns, in lower case, that are new on a side and tell the rows there apart.

    With each come, for every key, the columns that the key has besides and the rows have already,
    with the collations in which it compares them: only rows that are alike in them have to be told
    apart.

    Attributes:
        new: On the way up.
        old: On the way back.
    """

    new: Mapping[str, Sequence[Mapping[str, str]]]
    old: Mapping[str, Sequence[Mapping[str, str]]]


def apart(match: Matching, old: Table, new: Table) -> Apart:
    """Return a column of each key for which rows have no values yet.

    Args:
        match: The catalogs, which have the indexes.
        old: A table as it is.
        new: As it should be.
    """
    if old == new:
        return Apart({}, {})
    before, after = list(_keys(match.old, old)), list(_keys(match.new, new))
    return Apart(
        _first(old, _certain(old, before, new), new, [*after, *_partly(match.new, new)]),
        _first(new, _certain(new, after, old), old, [*before, *_partly(match.old, old)]),
    )


def _keys(catalog: Catalog, table: Table) -> Iterator[dict[str, str]]:
    """Yield the columns of all keys and unique indexes of a table, with their collations."""
    for key in table.keys:
        yield _collated(table, key.columns, key.form)
    for index in catalog.indexes:
        columns = [name for name in index.columns if name is not None]
        whole = len(columns) == len(index.columns) and not index.partial
        if index.unique and whole and index.table.lower() == table.name.lower():
            yield _collated(table, columns, index.text)


def _partly(catalog: Catalog, table: Table) -> Iterator[dict[str, str]]:
    """Yield, of unique indexes over expressions, the columns besides that rows need a value for."""
    needed = {c.name for c in table.columns if c.not_null and c.default is None}
    for index in catalog.indexes:
        columns = [name for name in index.columns if name in needed]
        if index.unique and None in index.columns and index.table.lower() == table.name.lower():
            yield _collated(table, columns, "")


def _collated(table: Table, names: Sequence[str], text: str) -> dict[str, str]:
    """Return columns with the collations that a key names, or that they have themselves."""
    own = {column.name.lower(): column.collation or "BINARY" for column in table.columns}
    parts = [*text.split(","), *("" for _ in names)]
    named = (_COLLATION.search(part) for part in parts)
    found = zip((name.lower() for name in names), named, strict=False)
    return {name: own.get(name, "BINARY") if match is None else match[1] for name, match in found}


def _certain(table: Table, keys: list[dict[str, str]], target: Table) -> list[set[str]]:
    """Return the keys that tell all rows apart, there as well.

    NULL does, too, while it stays: it equals no other in any key.
    """
    alias = (rowid_alias(table) or "").lower()
    sure = {column.name.lower() for column in target.columns if not column.not_null}
    sure.difference_update(name.lower() for name in target.primary_key if target.without_rowid)
    sure |= {column.name.lower() for column in table.columns if column.not_null} | {alias}
    sure.update(name.lower() for name in table.primary_key)
    return [set(key) for key in keys if sure.issuperset(key)]


def _first(
    source: Table, certain: list[set[str]], target: Table, keys: list[dict[str, str]]
) -> dict[str, list[dict[str, str]]]:
    """Return the first new column of each key that no key of before is part of, with the others."""
    known = {column.name.lower() for column in source.columns}
    alias = (rowid_alias(target) or "").lower()
    counted = {column.name.lower() for column in target.columns if column.generated is None}
    found: dict[str, list[dict[str, str]]] = {}
    for key in keys:
        fresh = [name for name in key if name not in known and name in counted]
        if fresh and alias not in key and not any(each.issubset(key) for each in certain):
            found.setdefault(fresh[0], []).append({n: key[n] for n in key if n in known})
    return found
