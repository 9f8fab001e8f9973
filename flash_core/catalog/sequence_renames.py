"""Other names for the sequences of PostgreSQL's serial columns.

``ALTER SEQUENCE … RENAME TO`` is kept as it stands until all is read, for a table that gets another
name takes the usual name of its sequence along, and whoever wrote the rename may have meant that.

Depends on: engine, draft, implied, model, names, objects, sequence_names.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.engine import Engine

from .implied import is_serial
from .inheritance import plain
from .names import object_name
from .objects import RENAMED_TO, unquoted
from .sequence_names import keep_sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .draft import Draft
    from .model import Column, OtherObject, Table

_RENAMED: Final = (
    r'(?i)\AALTER\s+SEQUENCE\s+(?:IF\s+EXISTS\s+)?((?:"(?:[^"]|"")+"|[^\s"])+)\s+'
    + RENAMED_TO.removeprefix("(?i)")
)

# Where sequences change names with each other, migrations lead one of them by way of a third name.
_STOPOVER: Final = "__old"


def known_as(draft: Draft, usual: str) -> list[str]:
    """Return the usual name of a column's sequence, and those that it was given since.

    Args:
        draft: Where the statements are kept.
        usual: The name that the server gives.
    """
    names = [usual]
    for item in draft.others:
        if (found := _renamed(item)) is not None and found[0] == names[-1]:
            names.append(found[1])
    return names


def forget_renames(draft: Draft, table: Table, column: str | None = None) -> None:
    """Forget the names that the sequences of a table were given, which goes.

    Args:
        draft: Where the statements are kept.
        table: The table.
        column: Its only column that goes.
    """
    if not any(item.keyword == "ALTER SEQUENCE" for item in draft.others):
        return
    for each in table.columns:
        if is_serial(each) and column in {None, each.name}:
            usual = object_name(table.name, each.name, "seq")
            _forget_from(draft, known_as(draft, usual))
            _forget_to(draft, {usual})


def settle_renames(draft: Draft) -> None:
    """Let the sequences of serial columns have the names that they were given.

    Args:
        draft: Where the statements are kept. A rename to the name that the server would give says
            nothing; with another one the column is no longer serial but what a dump says of it.
    """
    if draft.engine is not Engine.POSTGRESQL:
        return
    if not any(item.keyword == "ALTER SEQUENCE" for item in draft.others):
        return
    _forget_to(draft, set(_usual_names(draft)))
    for table in list(draft.tables.values()):
        columns = tuple(_renamed_sequence(draft, table, column) for column in table.columns)
        if columns != table.columns:
            draft.put(replace(table, columns=columns))


def _renamed_sequence(draft: Draft, table: Table, column: Column) -> Column:
    """Return a column whose sequence has been given another name as a dump has it."""
    if not is_serial(column):
        return column
    names = known_as(draft, object_name(table.name, column.name, "seq"))
    if len(names) == 1 or names[-1].endswith(_STOPOVER):
        return column
    _forget_from(draft, names)
    keep_sequence(draft, table, column, names[-1])
    return plain(column, table, names[-1])


def _renamed(item: OtherObject) -> tuple[str, str] | None:
    """Return the names, without a schema, between which a statement renames a sequence."""
    found = re.search(_RENAMED, item.text) if item.keyword == "ALTER SEQUENCE" else None
    return (unquoted(found[1].rpartition(".")[2]), unquoted(found[2])) if found else None


def _forget_from(draft: Draft, names: list[str]) -> None:
    """Forget the renames that lead from each of some names to the next."""
    steps = set(pairwise(names))
    draft.others = [item for item in draft.others if _renamed(item) not in steps]


def _forget_to(draft: Draft, names: set[str]) -> None:
    """Forget the renames that lead to names."""
    kept: list[OtherObject] = []
    for item in reversed(draft.others):
        found = _renamed(item)
        if found is not None and found[1] in names:
            names.add(found[0])  # which may be a third name
        else:
            kept.append(item)
    draft.others = kept[::-1]


def _usual_names(draft: Draft) -> Iterator[str]:
    """Yield what the sequences of serial and identity columns are called by the server."""
    for table in draft.tables.values():
        for column in table.columns:
            usual = object_name(table.name, column.name, "seq")
            counted = re.match(r"(?i)\s*nextval\b", column.default or "") is not None
            if column.identity is not None or is_serial(column):
                yield usual
            elif counted and usual in (column.default or ""):
                yield usual  # serial before its type changed
