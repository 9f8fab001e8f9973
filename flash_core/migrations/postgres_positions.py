"""Where sequences go on that columns newly take values from: behind the values that rows have.

Depends on: catalog, postgres_columns, postgres_fates, postgres_items, postgres_sequences,
postgres_tables, postgres_types.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass
from flash_core.catalog.identifiers import string
from flash_core.catalog.model import Column, Table
from flash_core.catalog.objects import unquoted_parts

from .postgres_columns import Step, column_of, table_key
from .postgres_items import place, quoted, written
from .postgres_sequences import LARGEST, Sequence
from .postgres_tables import owned_sequence
from .postgres_types import domain_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from .postgres_fates import Fates
    from .postgres_items import Item, Key, Objects

_NEXTVAL: Final = re.compile(
    r"(?is)\(*(?:pg_catalog\s*\.\s*)?nextval\s*\(\s*\(*\s*'((?:[^']|'')+)'[\s\w:.)]*\Z"
)
_TYPES: Final = {**LARGEST, "numeric": None}
# What may move a sequence, or rows to it.
_KINDS: Final = frozenset({"column", "default", "sequence", "parent", "type"})


@dataclass(frozen=True, slots=True)
class _Going:
    """A sequence that is to go on.

    Attributes:
        key: The sequence, or the identity column that has it.
        columns: Those that take values from it and have some already.
        before: Where these took them from, that goes.
        shared: It may have given values already.
        turned: It goes the other way than before.
    """

    key: Key
    columns: list[Key]
    before: list[Key]
    shared: bool
    turned: bool


def positions(fates: Fates) -> tuple[list[Step], list[Step]]:
    """Return what notes where sequences are that go, and what lets those that come go on.

    Args:
        fates: What becomes of each object.
    """
    affected = fates.fresh | fates.rebuilt | fates.changed
    if not any(key[0] in _KINDS for key in affected):
        return [], []
    going = list(_going(fates))
    noted = dict.fromkeys(key for each in going for key in each.before)
    names = {key: f"flash.sequence_{number}" for number, key in enumerate(noted, 1)}
    first = [_note(fates.old, key, name) for key, name in names.items()]
    return first, [_go_on(fates.new, each, names) for each in going]


def _going(fates: Fates) -> Iterator[_Going]:
    was, now = _sources(fates.old), _sources(fates.new)
    users: defaultdict[Key, list[Key]] = defaultdict(list)
    for column, key in now.items():
        users[key].append(column)
    for key in fates.new.items:
        if key[0] == "sequence" and key in fates.rebuilt:
            users.setdefault(key, [])
    for key, columns in users.items():
        turned = _is_turned(fates, key)
        made = turned or _is_made(fates, key)
        there = [c for c in columns if c in fates.old.items and (made or was.get(c) != key)]
        again = [key] if made and key in fates.old.items else []
        before = [was[c] for c in there if c in was] + (again if key[0] == "sequence" else [])
        if there or (before and not turned):
            shared = not made or any(_is_added(fates, c) for c in columns)
            yield _Going(
                key, _topmost(fates.new, there), list(dict.fromkeys(before)), shared, turned
            )


def _is_made(fates: Fates, key: Key) -> bool:
    """Tell whether a sequence comes, if only again."""
    if fates.comes(key) or key[0] == "sequence":
        return fates.comes(key)
    old = fates.old.items.get(key)
    return old is None or column_of(old).identity is None


def _is_turned(fates: Fates, key: Key) -> bool:
    """Tell whether a sequence stays, and goes the other way."""
    if key not in fates.changed or _is_made(fates, key):
        return False
    was, now = (_parameters(objects, key) for objects in (fates.old, fates.new))
    return (was.increment > 0) != (now.increment > 0)


def _is_added(fates: Fates, column: Key) -> bool:
    """Tell whether a column comes to a table that has rows, which get values."""
    return column not in fates.old.items and ("table", *column[1:3]) in fates.old.items


def _sources(objects: Objects) -> dict[Key, Key]:
    """Return the columns that sequences give values to, each with its sequence.

    That of an identity has the name of its column.
    """
    found: dict[Key, Key] = {}
    for key, item in objects.items.items():
        if key[0] == "column" and isinstance(item.definition, Column):
            source = _source(objects, key, item.definition)
            if source is not None:
                found[key] = source
    return found


def _source(objects: Objects, key: Key, column: Column) -> Key | None:
    owner = objects.items.get(("table", *key[1:3]))
    table = owner.definition if owner is not None else None
    if not isinstance(table, Table) or table.foreign or _kind(objects, column) not in _TYPES:
        return None
    if column.identity is not None:
        return key
    text = _default(objects, key, column)
    named = _NEXTVAL.match(text) if text else None
    if named is not None:
        path = tuple(unquoted_parts(named[1].replace("''", "'")))
        sequence = ("sequence", *place(path))
        return sequence if sequence in objects.items else None
    return None if text or not table.bound else _identity_above(objects, key)


def _identity_above(objects: Objects, key: Key) -> Key | None:
    """Return the column of that name whose identity partitions have a part in."""
    for link in objects.links_of(key):
        above = ("column", *link[-2:], key[3])
        item = objects.items.get(above)
        if item is None:
            continue
        return above if column_of(item).identity else _identity_above(objects, above)
    return None


def _default(objects: Objects, key: Key, column: Column) -> str | None:
    own = objects.items.get(("default", *key[1:]))
    if own is not None:
        return own.definition if isinstance(own.definition, str) else None
    domain = objects.catalog.find_domain(column.type.parts) if column.type else None
    clause = domain_parts(domain).get(" DEFAULT") if domain else None
    return clause and clause[len("DEFAULT ") :]


def _kind(objects: Objects, column: Column) -> str:
    """Return the built-in type of a column, which may be that of its domain."""
    type_ = column.type
    while type_ is not None and (domain := objects.catalog.find_domain(type_.parts)):
        type_ = None if type_.dimensions else domain.type
    return "" if type_ is None or type_.dimensions else type_.parts[-1]


def _topmost(objects: Objects, columns: list[Key]) -> list[Key]:
    """Return the columns without those of tables whose rows are read with a table above."""
    known = set(columns)
    return [column for column in columns if not _is_below(objects, column, known)]


def _is_below(objects: Objects, column: Key, known: AbstractSet[Key]) -> bool:
    above = (("column", *link[-2:], column[3]) for link in objects.links_of(column))
    return any(key in known or _is_below(objects, key, known) for key in above)


def _name(objects: Objects, key: Key) -> str:
    """Return the name of a sequence as an expression."""
    if key[0] == "sequence":
        return string(written(key))
    table = written(table_key(objects.items[key]))
    return f"pg_get_serial_sequence({string(table)}, {string(key[3])})"


def _shown(objects: Objects, key: Key) -> str:
    item = objects.items[key]
    return f"the identity of {item.label.removeprefix('column ')}" if key[3:] else item.label


def _note(objects: Objects, key: Key, name: str) -> Step:
    last = f"pg_sequence_last_value({_name(objects, key)}::regclass)::text"
    comment = f"note how far {_shown(objects, key)} is, for what comes in its place"
    return Step(f"SELECT set_config('{name}', {last}, false)", comment)


def _go_on(objects: Objects, going: _Going, names: Mapping[Key, str]) -> Step:
    name = _name(objects, going.key)
    sequence = _parameters(objects, going.key)
    start = f"{sequence.start}"
    if going.shared:  # it must not go back
        start = f"coalesce(pg_sequence_last_value({name}::regclass), {start})"
    reads = list(_reads(objects, going.columns, sequence, start))
    noted = [f"nullif(current_setting('{names[key]}', true), '')::bigint" for key in going.before]
    if len(reads) == 1 and not noted:
        value, source = reads[0]
    else:
        each = [*(f"SELECT {' '.join(read)}" for read in reads), *(f"SELECT {n}" for n in noted)]
        within = _within("place", sequence, start, LARGEST["int8"])
        value = f"{_last(sequence)}(place)"
        source = f"FROM ({' UNION ALL '.join(each)}) AS places (place) WHERE {within}"
    value = _in_step(value, sequence, start)
    if going.turned:
        value = f"coalesce({value}, {start}), {value} IS NOT NULL"
    sql = f"SELECT setval({name}, {value}) {source}"
    return Step(sql, f"let {_shown(objects, going.key)} go on after the values there are")


def _last(sequence: Sequence) -> str:
    return "max" if sequence.increment > 0 else "min"


def _reads(
    objects: Objects, columns: Iterable[Key], sequence: Sequence, start: str
) -> Iterator[tuple[str, str]]:
    """Yield what is the last value of each column, and where it is found."""
    for key in columns:
        item = objects.items[key]
        largest = _TYPES.get(_kind(objects, column_of(item)))
        value = f"{_last(sequence)}({quoted(key[3])})" + ("" if largest else "::bigint")
        within = _within(quoted(key[3]), sequence, start, largest)
        yield value, f"FROM {written(table_key(item))} WHERE {within}"


def _within(value: str, sequence: Sequence, start: str, largest: int | None) -> str:
    """Return what is true of the values that a sequence gives.

    Args:
        value: Which.
        sequence: Its parameters.
        start: Its first.
        largest: The largest of the value's type.
    """
    if sequence.increment > 0:
        if largest is not None and largest <= sequence.maximum:
            return f"{value} >= {start}"
        return f"{value} BETWEEN {start} AND {sequence.maximum}"
    if largest is not None and -largest - 1 >= sequence.minimum:
        return f"{value} <= {start}"
    return f"{value} BETWEEN {sequence.minimum} AND {start}"


def _in_step(value: str, sequence: Sequence, start: str) -> str:
    """Return the last value that the sequence itself would give up to a value."""
    if abs(sequence.increment) == 1:
        return value
    return f"{start} + ({value} - ({start})) / ({sequence.increment}) * ({sequence.increment})"


def _parameters(objects: Objects, key: Key) -> Sequence:
    item: Item = objects.items[key]
    if isinstance(item.definition, Sequence):
        return item.definition
    table = objects.items[table_key(item)].definition
    owned = owned_sequence(table, column_of(item)) if isinstance(table, Table) else None
    return owned[1] if owned is not None else Sequence()
