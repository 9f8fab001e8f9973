"""What happens to a table of MySQL or MariaDB: one ALTER TABLE with all its clauses.

Many clauses in one statement are faster than many statements, and some cannot be
had otherwise: an AUTO_INCREMENT column needs its key at the same moment.  Foreign
keys stand apart: they keep the server from changing what they rest on, so they go
before and come back after.

Depends on: catalog, engine, change, creation, matching, mysql_columns, mysql_numbering, mysql_options,
mysql_partitions, mysql_rows, mysql_updates.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass, replace
from flash_core.catalog.mysql_render import constraint, index_definition
from flash_core.catalog.render import indexes_of
from flash_core.catalog.text import mentions
from flash_core.engine import Engine

from .change import Change
from .creation import column_label, label, table_path
from .mysql_columns import (
    column_clauses,
    differs,
    fixed_columns,
    lost_columns,
    quoted_name,
    remade_columns,
)
from .mysql_numbering import counted_on
from .mysql_options import (
    HISTORY,
    OPTIONS,
    dropped_periods,
    is_versioned,
    kept_options,
    named_options,
    option_clauses,
    periods_of,
    respells_keys,
    unversioned,
    versioned_first,
    versioning,
    without_foreign_options,
)
from .mysql_partitions import partition_changes
from .mysql_rows import Filling, filling
from .mysql_updates import cut, unpadded, updates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.catalog.model import Catalog, Column, Index, Key, Table

    from .matching import Matching


# Which of the states between is the one in which rows are filled.
_PASSING: Final = 2
_HIDDEN: Final = re.compile(r" (IGNORED|INVISIBLE)$")


@dataclass(frozen=True, slots=True)
class _Side:
    """A table with its indexes."""

    table: Table
    indexes: tuple[Index, ...]

    def keys(self) -> dict[str, str]:
        """Return the definition of each key and index, by how it is dropped."""
        found = {_drop_key(key): constraint(key) for key in self.table.keys}
        for index in self.indexes:
            found[f"DROP INDEX {quoted_name(index.name)}"] = index_definition(index)
        return found

    def columns(self) -> list[list[str]]:
        """Return the columns of each key and index, folded, in the order of ``keys``."""
        found: list[tuple[str | None, ...]] = [key.columns for key in self.table.keys]
        found += [index.columns for index in self.indexes]
        return [[(name or "").lower() for name in names] for names in found]

    def checks(self) -> dict[str, str]:
        """Return the definition of each named check, by how it is dropped."""
        return {
            f"DROP CONSTRAINT {quoted_name(check.name)}": constraint(check)
            for check in self.table.checks
            if check.name is not None
        }


def _drop_key(key: Key) -> str:
    return "DROP PRIMARY KEY" if key.primary else f"DROP INDEX {quoted_name(key.name or '')}"


def alter_table(match: Matching, old: Table, new: Table) -> list[Change]:
    """Return what turns one table into another, without its foreign keys.

    Args:
        match: The catalogs; takes what cannot be expressed.
        old: The table as it is.
        new: The table as it should be.
    """
    if is_unchanged(match, old, new):
        return []
    before, after = _side(match.old, old), _side(match.new, new)
    _check(match, old, new)
    changes: list[Change] = []
    name = label(new.schema, new.name)
    head = f"ALTER TABLE {table_path(new, match.engine)}"
    # Of what a table was, the server changes nothing unless it is told to.
    history = HISTORY if is_versioned(old) or is_versioned(new) else ""

    def change(up: Sequence[str], down: Sequence[str], what: str, undo: str) -> None:
        if up or down:
            lost, regained = lost_columns(old, new), lost_columns(new, old)
            ends, began = (_ends_history(*pair) for pair in ((old, new), (new, old)))
            labels = [column_label(old, column) for column in lost]
            labels += [column_label(new, column) for column in regained]
            changes.append(
                Change(
                    "".join([history, *up]),
                    "".join([history, *down]),
                    what + _caution(lost, ends=ends),
                    undo + _caution(regained, ends=began),
                    destroys=bool(lost) or ends,
                    undo_destroys=bool(regained) or began,
                    names=(name, *labels),
                )
            )

    forth, back = filling(old, new), filling(new, old)
    forth.after += counted_on(match.old, match.new, old, new)
    back.after += counted_on(match.new, match.old, new, old)
    up, down = _statements(head, before, after, forth), _statements(head, after, before, back)
    first, last = partition_changes(old, new, head, match.engine, altered=bool(up or down))
    changes += first
    change(
        up,
        down,
        f"alter table {name}: {'; '.join([_summary(before, after), *forth.remarks])}",
        f"restore table {name}: {'; '.join([_summary(after, before), *back.remarks])}",
    )
    return [*changes, *last]


def _statements(head: str, old: _Side, new: _Side, rows: Filling) -> list[str]:
    """Return the statements that turn one table into another, each but the last with its end."""
    path = head.removeprefix("ALTER TABLE ")
    found = updates(old.table, path, rows.before)
    if rows.cut:
        loose = replace(old, table=unpadded(old.table, rows.cut))
        found += [statement(head, _clauses(old, loose, new)), cut(loose.table, path, rows.cut)]
        old = loose
    sides = [old, replace(old, table=without_foreign_options(old.table, new.table))]
    if rows.passing is not None:
        sides.append(_Side(unversioned(rows.passing, old.table), _possible(rows.passing, new)))
    sides.append(replace(sides[-1], table=versioned_first(sides[-1].table, new.table)))
    for position, (one, other) in enumerate(pairwise([*sides, new]), 1):
        clauses = [] if one.table is other.table else _clauses(one, other, new)
        found += [statement(head, clauses)] if clauses else []
        if rows.passing is not None and position == _PASSING:
            found += updates(rows.passing, path, rows.between, rows.numbered, rows.emptied)
    if kept := kept_options(old.table, new.table):
        found.append(statement(head, kept))
    found += rows.after
    return [f"{sql};\n" for sql in found[:-1]] + found[-1:]


def _possible(passing: Table, new: _Side) -> tuple[Index, ...]:
    """Return the indexes that a table can have while columns of it still take NULL."""
    empty = {column.name.lower() for column in passing.columns if not column.not_null}
    return tuple(
        index
        for index in new.indexes
        if index.kind != "SPATIAL"
        or not any((name or "").lower() in empty for name in index.columns)
    )


def is_unchanged(match: Matching, old: Table, new: Table) -> bool:
    """Tell whether a table and its indexes are the same on both sides, to the last word."""
    if old != new:
        return False
    before, after = indexes_of(match.old, old), indexes_of(match.new, new)
    return (
        before == after
        and all(one.implied == other.implied for one, other in zip(before, after, strict=True))
        and all(
            one.column == other.column for one, other in zip(old.checks, new.checks, strict=True)
        )
    )


def loses_key(match: Matching, old: Table, new: Table, columns: Sequence[str]) -> bool:
    """Tell whether a key or index goes that begins with columns, on which foreign keys may rest."""
    before, after = _side(match.old, old), _side(match.new, new)
    kept, wanted = after.keys(), [name.lower() for name in columns]
    return any(
        kept.get(drop) != text and first[: len(wanted)] == wanted
        for (drop, text), first in zip(before.keys().items(), before.columns(), strict=True)
    )


def _side(catalog: Catalog, table: Table) -> _Side:
    return _Side(table, indexes_of(catalog, table))


def _check(match: Matching, old: Table, new: Table) -> None:
    gone = (named_options(old).keys() ^ named_options(new).keys()) - OPTIONS.keys()
    if gone:
        match.problems.append(
            f"cannot take back {', '.join(sorted(gone))} of table {label(new.schema, new.name)}:"
            " write the value that it should have"
        )
    if fixed := fixed_columns(old, new):
        match.problems.append(
            f"cannot change {', '.join(fixed)} of table {label(new.schema, new.name)}: the server"
            " leaves columns that say when a row began or ended as they are"
        )


def statement(head: str, clauses: Sequence[str]) -> str:
    """Return an ALTER TABLE with its clauses."""
    if len(clauses) == 1:
        return f"{head} {clauses[0]}"
    return head + "".join(f"\n    {clause}," for clause in clauses).removesuffix(",")


# -- columns, keys and checks --------------------------------------------------


def _clauses(old: _Side, new: _Side, final: _Side) -> list[str]:
    """Return the clauses that turn one table into another, on the way to a final one."""
    remade = remade_columns(old.table, new.table)
    # An index over a column that is made anew has to be made anew too.
    stale = {
        f"DROP INDEX {quoted_name(index.name)}"
        for index in old.indexes
        if any((column or "").lower() in remade for column in index.columns)
    }
    # The server drops an index that came with a foreign key once another one begins with it.
    wanted = {index.name.lower() for index in new.indexes if not index.implied}
    stale |= {
        f"DROP INDEX {quoted_name(index.name)}"
        for index in old.indexes
        if index.implied and index.name.lower() in wanted and _outdone(index, final)
    }
    if respells_keys(old.table, new.table):
        stale |= old.keys().keys()
    stale |= {
        _drop_key(key)
        for key in old.table.keys
        if any(column.lower() in remade for column in key.columns)
    }
    drops, adds = _replaced(old.checks(), new.checks(), _doubtful(old.table, new.table, remade))
    before, after = old.keys(), new.keys()
    shown = {drop: text for drop, text in _shown(before, after).items() if drop not in stale}
    key_drops, key_adds = _replaced(_without(before, shown), _without(after, shown), stale)
    present = {column.name.lower() for column in new.table.columns}
    return [
        *option_clauses(old.table, new.table),
        *versioning(old.table, new.table),
        *dropped_periods(old.table, new.table),
        *drops,
        *key_drops,
        *(
            f"DROP COLUMN {quoted_name(column.name)}"
            for column in old.table.columns
            if column.name.lower() not in present or column.name.lower() in remade
        ),
        *column_clauses(old.table, new.table, remade),
        *shown.values(),
        *(f"ADD {definition}" for definition in key_adds),
        *(f"ADD {definition}" for definition in adds),
        *(f"ADD {text}" for text in periods_of(new.table) if text not in periods_of(old.table)),
        *versioning(new.table, old.table, word="ADD"),
    ]


def _doubtful(old: Table, new: Table, remade: frozenset[str]) -> set[str]:
    """Return how the checks are dropped that the server loses, or fails over, if they stay.

    One goes with the last of its columns, although that comes back at once; and of a stored column
    the server still reads the old expression, whose columns may go at the same time (error 1054).
    """
    present = {column.name.lower() for column in new.columns} - remade
    gone = [column.name for column in old.columns if column.name.lower() not in present]
    moved = remade | {
        column.name
        for column in old.columns
        if column.generated and any(mentions(column.generated, name, Engine.MYSQL) for name in gone)
    }
    return {
        f"DROP CONSTRAINT {quoted_name(check.name)}"
        for check in old.checks
        if check.name is not None
        and any(mentions(check.text, column, Engine.MYSQL) for column in moved)
    }


def _shown(old: dict[str, str], new: dict[str, str]) -> dict[str, str]:
    """Return how indexes that only come to be ignored or looked at are changed, by their drops.

    The server takes one that is dropped and added like that for one that has not changed.
    """
    found: dict[str, str] = {}
    for drop, text in old.items():
        other = new.get(drop, text)
        if other != text and _HIDDEN.sub("", other) == _HIDDEN.sub("", text):
            word = _HIDDEN.search(other)
            was = _HIDDEN.search(text)
            back = "VISIBLE" if was is not None and was[1] == "INVISIBLE" else "NOT IGNORED"
            name = drop.removeprefix("DROP INDEX ")
            found[drop] = f"ALTER INDEX {name} {back if word is None else word[1]}"
    return found


def _without(keys: dict[str, str], left_out: dict[str, str]) -> dict[str, str]:
    return {drop: text for drop, text in keys.items() if drop not in left_out}


def _outdone(index: Index, side: _Side) -> bool:
    """Tell whether another key or index begins with the columns of one."""
    others: list[tuple[str | None, ...]] = [key.columns for key in side.table.keys]
    others += [other.columns for other in side.indexes if other.name != index.name]
    return any(columns[: len(index.columns)] == index.columns for columns in others)


def _replaced(
    old: dict[str, str], new: dict[str, str], stale: set[str]
) -> tuple[list[str], list[str]]:
    """Return how to drop what differs, and the definitions to add."""
    drops = [drop for drop, text in old.items() if new.get(drop) != text or drop in stale]
    adds = [text for drop, text in new.items() if old.get(drop) != text or drop in stale]
    return drops, adds


# -- for people ----------------------------------------------------------------


def _caution(columns: Sequence[Column], *, ends: bool) -> str:
    names = ", ".join(column.name for column in columns)
    values = f"; values of {names} are lost, or refused" if columns else ""
    return values + "; what rows were is lost" * ends


def _ends_history(old: Table, new: Table) -> bool:
    return is_versioned(old) and not is_versioned(new)


def _summary(old: _Side, new: _Side) -> str:
    before = {column.name.lower(): column for column in old.table.columns}
    after = {column.name.lower(): column for column in new.table.columns}
    added = [column.name for key, column in after.items() if key not in before]
    dropped = [column.name for key, column in before.items() if key not in after]
    changed = [
        column.name
        for key, column in after.items()
        if key in before and differs(old.table, before[key], new.table, column)
    ]
    keys = _replaced(old.keys(), new.keys(), set())
    checks = _replaced(old.checks(), new.checks(), set())
    parts = [f"add column {name}" for name in added]
    parts += [f"change column {name}" for name in changed]
    parts += [f"drop column {name}" for name in dropped]
    if len(added) == len(dropped) == 1:
        parts[-1] += (
            " (to keep its values under the new name, write RENAME COLUMN"
            f" {quoted_name(dropped[0])} TO {quoted_name(added[0])} in place of both)"
        )
    parts += ["its options"] if option_clauses(old.table, new.table) else []
    parts += ["its keys"] if any(keys) else []
    parts += ["its checks"] if any(checks) else []
    versioned = is_versioned(old.table), is_versioned(new.table)
    parts += ["its history"] if versioned[0] != versioned[1] else []
    parts += ["its periods"] if periods_of(old.table) != periods_of(new.table) else []
    return ", ".join(parts) or "the order of its columns"
