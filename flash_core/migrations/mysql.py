"""What happens to a table of MySQL or MariaDB: one ALTER TABLE with all its clauses.

Many clauses in one statement are faster than many statements, and some cannot be
had otherwise: an AUTO_INCREMENT column needs its key at the same moment.  Foreign
keys stand apart: they keep the server from changing what they rest on, so they go
before and come back after.

Depends on: catalog, change, creation, matching.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from flash_core.catalog.identifiers import quote
from flash_core.catalog.mysql_render import (
    column_definition,
    constraint,
    index_definition,
    table_options,
)
from flash_core.catalog.mysql_text import table_options as options_in
from flash_core.catalog.render import indexes_of
from flash_core.engine import Engine
from flash_core.sql.strings import quoted

from .change import Change
from .creation import column_label, label, table_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flash_core.catalog.model import Catalog, Column, Index, Key, Table

    from .matching import Matching

_WIDTHS: Final = {"tinyint": 1, "smallint": 2, "mediumint": 3, "int": 4, "bigint": 8}
_SIZES: Final = {"tiny": 1, "": 2, "medium": 3, "long": 4}
_PARTITION: Final = "PARTITION BY"
# What takes an option back.
_OPTIONS: Final = {
    "AVG_ROW_LENGTH": "0",
    "CHECKSUM": "0",
    "DELAY_KEY_WRITE": "0",
    "ENGINE": "InnoDB",
    "KEY_BLOCK_SIZE": "0",
    "MAX_ROWS": "0",
    "MIN_ROWS": "0",
    "PACK_KEYS": "DEFAULT",
    "ROW_FORMAT": "DEFAULT",
    "STATS_AUTO_RECALC": "DEFAULT",
    "STATS_PERSISTENT": "DEFAULT",
    "STATS_SAMPLE_PAGES": "DEFAULT",
}


@dataclass(frozen=True, slots=True)
class _Side:
    """A table with its indexes."""

    table: Table
    indexes: tuple[Index, ...]

    def keys(self) -> dict[str, str]:
        """Return the definition of each key and index, by how it is dropped."""
        found = {_drop_key(key): constraint(key) for key in self.table.keys}
        for index in self.indexes:
            found[f"DROP INDEX {_quote(index.name)}"] = index_definition(index)
        return found

    def checks(self) -> dict[str, str]:
        """Return the definition of each named check, by how it is dropped."""
        return {
            f"DROP CONSTRAINT {_quote(check.name)}": constraint(check)
            for check in self.table.checks
            if check.name is not None
        }


def _quote(name: str) -> str:
    return quote(name, Engine.MYSQL)


def _drop_key(key: Key) -> str:
    return "DROP PRIMARY KEY" if key.primary else f"DROP INDEX {_quote(key.name or '')}"


def alter_table(match: Matching, old: Table, new: Table) -> list[Change]:
    """Return what turns one table into another, without its foreign keys.

    Args:
        match: The catalogs; takes what cannot be expressed.
        old: The table as it is.
        new: The table as it should be.
    """
    before, after = _side(match.old, old), _side(match.new, new)
    _check(match, old, new)
    changes: list[Change] = []
    name = label(new.schema, new.name)
    head = f"ALTER TABLE {table_path(new, match.engine)}"

    def change(up: Sequence[str], down: Sequence[str], what: str, undo: str) -> None:
        if up or down:
            lost = [column_label(old, column) for column in _lost(old, new)]
            regained = [column_label(new, column) for column in _lost(new, old)]
            changes.append(
                Change(
                    _statement(head, up),
                    _statement(head, down),
                    what,
                    undo,
                    destroys=bool(lost),
                    undo_destroys=bool(regained),
                    names=(name, *lost, *regained),
                )
            )

    if _partitions(old) and _partitions(old) != _partitions(new):
        changes.append(_partitioning(new, _partitions(old), head).inverse)
    change(
        _clauses(before, after),
        _clauses(after, before),
        f"alter table {name}: {_summary(before, after)}",
        f"restore table {name}: {_summary(after, before)}",
    )
    if _partitions(new) and _partitions(old) != _partitions(new):
        changes.append(_partitioning(new, _partitions(new), head))
    return changes


def rebuilt_columns(old: Table, new: Table) -> frozenset[str]:
    """Return the columns, folded, that a foreign key must let go while they change."""
    before = {column.name.lower(): column for column in old.columns}
    after = {column.name.lower(): column for column in new.columns}
    recoded = old.collation != new.collation

    def essence(column: Column) -> tuple[object, ...]:
        generation = column.generated, column.stored
        return column.name, column.type_text, column.not_null, generation, column.collation

    return frozenset(
        key
        for key in before.keys() | after.keys()
        if key not in before
        or key not in after
        or essence(before[key]) != essence(after[key])
        or (recoded and _is_text(after[key]) and after[key].collation is None)
    )


def changed_keys(match: Matching, old: Table, new: Table) -> bool:
    """Tell whether the table loses a key or index, which a foreign key may rest on."""
    before, after = _side(match.old, old).keys(), _side(match.new, new).keys()
    return any(after.get(drop) != text for drop, text in before.items())


def _side(catalog: Catalog, table: Table) -> _Side:
    return _Side(table, indexes_of(catalog, table))


def _check(match: Matching, old: Table, new: Table) -> None:
    if [item.text for item in old.others] != [item.text for item in new.others]:
        name = label(new.schema, new.name)
        match.problems.append(f"cannot change the periods of table {name} yet")
    gone = _named_options(old).keys() - _named_options(new).keys() - _OPTIONS.keys()
    if gone:
        match.problems.append(
            f"cannot take back {', '.join(sorted(gone))} of table {label(new.schema, new.name)}:"
            " write the value that it should have"
        )


def _statement(head: str, clauses: Sequence[str]) -> str:
    if len(clauses) == 1:
        return f"{head} {clauses[0]}"
    return head + "".join(f"\n    {clause}," for clause in clauses).removesuffix(",")


# -- options -------------------------------------------------------------------


def _options(old: Table, new: Table) -> list[str]:
    """Return what changes in the options; columns that are changed beside it have the new ones."""
    found: list[str] = []
    if (old.charset, old.collation) != (new.charset, new.collation):
        found += list(table_options(replace(new, tail="", comment=None))) or [
            "DEFAULT CHARACTER SET DEFAULT"
        ]
        found = [" ".join(found)]
    before, after = _named_options(old), _named_options(new)
    found += [f"{name}={value}" for name, value in after.items() if before.get(name) != value]
    gone = [name for name in before if name not in after]
    found += [f"{name}={_OPTIONS[name]}" for name in gone if name in _OPTIONS]
    if old.comment != new.comment:
        found.append(f"COMMENT={quoted(new.comment or '')}")
    return found


def _named_options(table: Table) -> dict[str, str]:
    """Return the value of each option, without those that say what is so anyway."""
    options = table.tail.partition(_PARTITION)[0]
    named = options_in(options)
    return {
        name: value
        for name, value in named.items()
        if value.lower() != _OPTIONS.get(name, "").lower()
    }


def _partitions(table: Table) -> str:
    _, word, text = table.tail.partition(_PARTITION)
    return word + text


def _partitioning(table: Table, text: str, head: str) -> Change:
    name = label(table.schema, table.name)
    return Change(
        f"{head} {text}",
        f"{head} REMOVE PARTITIONING",
        f"partition table {name}",
        f"remove the partitioning of table {name}",
        names=(name,),
    )


# -- columns, keys and checks --------------------------------------------------


def _clauses(old: _Side, new: _Side) -> list[str]:
    """Return the clauses that turn one table into another."""
    remade = _remade(old.table, new.table)
    # An index over a column that is made anew has to be made anew too.
    stale = {
        f"DROP INDEX {_quote(index.name)}"
        for index in old.indexes
        if any((column or "").lower() in remade for column in index.columns)
    }
    stale |= {
        _drop_key(key)
        for key in old.table.keys
        if any(column.lower() in remade for column in key.columns)
    }
    drops, adds = _replaced(old.checks(), new.checks(), set())
    key_drops, key_adds = _replaced(old.keys(), new.keys(), stale)
    present = {column.name.lower() for column in new.table.columns}
    return [
        *_options(old.table, new.table),
        *drops,
        *key_drops,
        *(
            f"DROP COLUMN {_quote(column.name)}"
            for column in old.table.columns
            if column.name.lower() not in present or column.name.lower() in remade
        ),
        *_column_clauses(old.table, new.table, remade),
        *(f"ADD {definition}" for definition in key_adds),
        *(f"ADD {definition}" for definition in adds),
    ]


def _replaced(
    old: dict[str, str], new: dict[str, str], stale: set[str]
) -> tuple[list[str], list[str]]:
    """Return how to drop what differs, and the definitions to add."""
    drops = [drop for drop, text in old.items() if new.get(drop) != text or drop in stale]
    adds = [text for drop, text in new.items() if old.get(drop) != text or drop in stale]
    return drops, adds


def _remade(old: Table, new: Table) -> frozenset[str]:
    """Return the columns, folded, that MODIFY cannot change: it is about how they are generated."""
    before = {column.name.lower(): column for column in old.columns}

    def differs(one: Column, other: Column) -> bool:
        if one.generated is None and other.generated is None:
            return False
        kinds = (one.generated is None, one.stored), (other.generated is None, other.stored)
        return kinds[0] != kinds[1] or not (one.stored or one == other)

    return frozenset(
        column.name.lower()
        for column in new.columns
        if (was := before.get(column.name.lower())) is not None and differs(was, column)
    )


def _column_clauses(old: Table, new: Table, remade: frozenset[str]) -> Iterator[str]:
    """Yield ADD, CHANGE and MODIFY, in the order of the new table's columns."""
    before = {column.name.lower(): column for column in old.columns}
    stay = [
        column.name.lower()
        for column in old.columns
        if column.name.lower() in {item.name.lower() for item in new.columns}
        and column.name.lower() not in remade
    ]
    settled = _settled(stay, [column.name.lower() for column in new.columns])
    last_kept = next(
        (column.name for column in reversed(new.columns) if column.name.lower() in settled), None
    )
    previous: str | None = None
    behind = last_kept is None  # all that follows is appended
    for column in new.columns:
        key = column.name.lower()
        definition = column_definition(column, new.checks)
        place = "FIRST" if previous is None else f"AFTER {_quote(previous)}"
        was = before.get(key) if key not in remade else None
        if was is None:
            yield f"ADD COLUMN {definition}{'' if behind and previous else ' ' + place}"
        elif key not in settled or _differs(old, was, new, column):
            verb = "MODIFY COLUMN"
            if was.name != column.name:
                verb = f"CHANGE COLUMN {_quote(was.name)}"
            moved = f" {place}" if key not in settled else ""
            yield f"{verb} {definition}{moved}"
        previous = column.name
        behind = behind or column.name == last_kept


def _settled(present: Sequence[str], wanted: Sequence[str]) -> frozenset[str]:
    """Return as many columns as possible that need not move: a longest common order."""
    place = {name: position for position, name in enumerate(wanted)}
    best: list[list[str]] = []
    for name in present:
        before = [chain for chain in best if place[chain[-1]] < place[name]]
        best.append([*_longest(before), name])
    return frozenset(_longest(best))


def _longest(chains: list[list[str]]) -> list[str]:
    return max(chains, key=len) if chains else []


def _differs(old: Table, was: Column, new: Table, column: Column) -> bool:
    if was.name != column.name:
        return True
    recoded = old.collation != new.collation and _is_text(column) and column.collation is None
    return recoded or column_definition(was, old.checks) != column_definition(column, new.checks)


def _is_text(column: Column) -> bool:
    return column.type_text.startswith(("char", "varchar", "enum(", "set(")) or (
        "text" in column.type_text
    )


# -- for people ----------------------------------------------------------------


def _summary(old: _Side, new: _Side) -> str:
    before = {column.name.lower(): column for column in old.table.columns}
    after = {column.name.lower(): column for column in new.table.columns}
    added = [column.name for key, column in after.items() if key not in before]
    dropped = [column.name for key, column in before.items() if key not in after]
    changed = [
        column.name
        for key, column in after.items()
        if key in before and _differs(old.table, before[key], new.table, column)
    ]
    keys = _replaced(old.keys(), new.keys(), set())
    checks = _replaced(old.checks(), new.checks(), set())
    parts = [f"add column {name}" for name in added]
    parts += [f"change column {name}" for name in changed]
    parts += [f"drop column {name}" for name in dropped]
    if len(added) == len(dropped) == 1:
        parts[-1] += (
            " (to keep its values under the new name, write RENAME COLUMN"
            f" {_quote(dropped[0])} TO {_quote(added[0])} in place of both)"
        )
    parts += ["its options"] if _options(old.table, new.table) else []
    parts += ["its keys"] if any(keys) else []
    parts += ["its checks"] if any(checks) else []
    return ", ".join(parts) or "the order of its columns"


def _lost(old: Table, new: Table) -> list[Column]:
    """Return the columns of ``old`` whose values are lost, or do not all fit, in ``new``."""
    after = {column.name.lower(): column for column in new.columns}
    remade = _remade(old, new)
    return [
        column
        for column in old.columns
        if column.generated is None
        and (
            (found := after.get(column.name.lower())) is None
            or column.name.lower() in remade
            or _narrows(column, found)
        )
    ]


def _narrows(old: Column, new: Column) -> bool:
    """Tell whether values of one type may not fit into another."""
    if old.type_text == new.type_text:
        return False
    before, after = _split(old.type_text), _split(new.type_text)
    if before[0] in _WIDTHS and after[0] in _WIDTHS:
        wider = _WIDTHS[after[0]] - _WIDTHS[before[0]]
        signs = "unsigned" in old.type_text, "unsigned" in new.type_text
        return wider < 0 or (signs[0] != signs[1] and not (signs[0] and wider > 0))
    for kind in ("text", "blob"):
        if before[0].endswith(kind) and after[0].endswith(kind):
            return _SIZES[after[0][: -len(kind)]] < _SIZES[before[0][: -len(kind)]]
    if before[0] == after[0] and before[0] in {"enum", "set"} and old.type and new.type:
        return not set(old.type.modifiers) <= set(new.type.modifiers)
    if before[0] == after[0] or {before[0], after[0]} <= {"char", "varchar"}:
        return not _fits(before[1], after[1])
    return not (before[0] in {"char", "varchar"} and after[0] in {"text", "mediumtext", "longtext"})


def _split(text: str) -> tuple[str, tuple[str, ...]]:
    base, _, rest = text.partition("(")
    return base.split()[0], tuple(part.strip() for part in rest.partition(")")[0].split(","))


def _fits(old: tuple[str, ...], new: tuple[str, ...]) -> bool:
    """Tell whether a length, or digits with a scale, has room for another."""
    if not all(part.isdecimal() for part in (*old, *new)):
        return False
    room, scale = int(new[0]), int(new[1]) if len(new) > 1 else 0
    need, places = int(old[0]), int(old[1]) if len(old) > 1 else 0
    return scale >= places and room - scale >= need - places
