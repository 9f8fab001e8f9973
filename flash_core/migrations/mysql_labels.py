"""Values of ENUM and SET columns of MySQL and MariaDB that get another name, with all rows.

The server finds the values of rows again by their names, so a name cannot just be exchanged: the
new one is added, rows get it, the old one goes.  Where an UPDATE would be noticed, by a trigger or
in a history, the column is a number meanwhile, which it takes values from by their places.

What rests on the names is dropped before.  The differ, which comes after, makes it anew.

Depends on: catalog, engine, errors, creation, mysql_columns, mysql_numbers, mysql_options,
mysql_rows, mysql_updates.
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass
from flash_core.catalog.mysql_render import column_definition
from flash_core.catalog.render_tables import add_constraint
from flash_core.catalog.text import mentions
from flash_core.engine import Engine
from flash_core.errors import MigrationError
from flash_core.sql.strings import quoted, string_value

from .creation import label, table_path
from .mysql_columns import quoted_name
from .mysql_numbers import base_type
from .mysql_options import HISTORY, is_versioned
from .mysql_rows import is_watched
from .mysql_updates import untouched

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from flash_core.catalog.model import Catalog, Check, Column, ForeignKey, Rename, Table

_PASSING: Final = "flash_value"
_MOST: Final = 64  # values of a SET
_KINDS: Final = frozenset({"enum", "set"})


@dataclass(frozen=True, slots=True)
class _Labelled:
    """A column with the values that it may have.

    Attributes:
        table: What it is part of.
        column: The column.
        checks: Those that read it, which the server would ask meanwhile.
        references: The foreign keys that it is part of, each with its table.
    """

    table: Table
    column: Column
    checks: tuple[Check, ...]
    references: tuple[tuple[Table, ForeignKey], ...]

    @property
    def path(self) -> str:
        """The table as it stands in SQL."""
        return table_path(self.table, Engine.MYSQL)

    @property
    def labels(self) -> tuple[str, ...]:
        """Its values."""
        return () if self.column.type is None else self.column.type.modifiers

    @property
    def kind(self) -> str:
        """``enum`` or ``set``."""
        return base_type(self.column.type_text)

    def modified(self, labels: Sequence[str]) -> str:
        """Return the clause that gives it other values."""
        type_text = f"{self.kind}({','.join(map(quoted, labels))})"
        return f"MODIFY COLUMN {column_definition(replace(self.column, type_text=type_text))}"


def labels_of(catalog: Catalog, owner: Sequence[str]) -> tuple[str, ...]:
    """Return the values of an enum, or of the column of MySQL that has them.

    Args:
        catalog: What there is.
        owner: The enum's name, or the table's and the column's.
    """
    if catalog.engine.family is not Engine.MYSQL:
        enum = catalog.find_enum(owner)
        return () if enum is None else enum.labels
    found = _labelled(catalog, owner)
    return () if found is None else found.labels


def renamed_together(catalog: Catalog, new: Catalog, item: Rename) -> list[Rename]:
    """Return the values of a column that can be renamed at once with one of them, which comes first.

    Args:
        catalog: What there is.
        new: What should be, with its directives.
        item: The first value.
    """
    found = [item]
    labels = list(labels_of(catalog, item.owner))

    def is_free(name: str) -> bool:
        taken = [*labels, *(each.name[-1] for each in found)]
        return not any(_alike(name, each) for each in taken)

    for other in new.renames:
        same = other.kind is item.kind and other.owner == item.owner and other not in found
        waiting = other.old in labels and is_free(other.name[-1])
        if same and waiting and not any(_alike(other.old, each.old) for each in found):
            found.append(other)
    return (
        found
        if found[1:] and all(not _alike(each.old, each.name[-1]) for each in found)
        else [item]
    )


def relabelled(catalog: Catalog, items: Sequence[Rename]) -> tuple[str, str] | None:
    """Return the statements that rename values of a column, and those that take it back.

    Args:
        catalog: What there is.
        items: The values, each with its table and column.

    Raises:
        MigrationError: Rows cannot follow.
    """
    found = _labelled(catalog, items[0].owner)
    if found is None:
        return None
    there = found
    for item in items:
        old = next(each for each in found.labels if each == item.old or _alike(each, item.old))
        there = replace(there, column=_with_label(there, old, item.name[-1]))
    history = HISTORY if is_versioned(found.table) else ""
    route = _by_place if _is_noticed(catalog, found, len(items)) else _by_name
    up = [*_released(found), *route(found, there, _dropped(found), ())]
    down = [*route(there, found, (), _added(found)), *_restored(found)]
    return history + ";\n".join(up), history + ";\n".join(down)


def _labelled(catalog: Catalog, owner: Sequence[str]) -> _Labelled | None:
    *parts, name = owner
    table = catalog.find_table(parts) if parts else None
    if table is None:
        return None
    same = (each for each in table.columns if each.name.lower() == name.lower())
    column = next(same, None)
    if column is None or column.type is None or base_type(column.type_text) not in _KINDS:
        return None
    reading = (each for each in table.checks if mentions(each.text, column.name, Engine.MYSQL))
    return _Labelled(table, column, tuple(reading), tuple(_references(catalog, table, column)))


def _references(
    catalog: Catalog, table: Table, column: Column
) -> Iterator[tuple[Table, ForeignKey]]:
    wanted = column.name.lower()
    for other in catalog.tables:
        for item in other.foreign_keys:
            target = catalog.find_table(item.table)
            foreign = item.foreign_columns if target is table else ()
            own = item.columns if other is table else ()
            if wanted in {name.lower() for name in (*own, *foreign)}:
                yield other, item


def _with_label(found: _Labelled, old: str, new: str) -> Column:
    """Return a column with another name for one of its values, its default with it."""
    labels = tuple(new if each == old else each for each in found.labels)
    default = found.column.default
    if default is not None and default.startswith("'"):
        value = string_value(default)
        parts = value.split(",") if found.kind == "set" else [value]
        default = quoted(",".join(new if part.lower() == old.lower() else part for part in parts))
    type_text = f"{found.kind}({','.join(map(quoted, labels))})"
    type_ = found.column.type and replace(found.column.type, modifiers=labels)
    return replace(found.column, type=type_, type_text=type_text, default=default)


# -- what rests on the names -----------------------------------------------------


def _released(found: _Labelled) -> Iterator[str]:
    for table, item in found.references:
        path = table_path(table, Engine.MYSQL)
        yield f"ALTER TABLE {path} DROP FOREIGN KEY {quoted_name(item.name or '')}"


def _restored(found: _Labelled) -> list[str]:
    return [add_constraint(table, item, Engine.MYSQL) for table, item in found.references]


def _dropped(found: _Labelled) -> list[str]:
    return [
        f"DROP CONSTRAINT {quoted_name(each.name)}"
        for each in found.checks
        if each.name is not None
    ]


def _added(found: _Labelled) -> list[str]:
    """Return the clauses that end with the column and its checks as they were."""
    path = f"ALTER TABLE {found.path} "
    adds = [
        add_constraint(found.table, each, Engine.MYSQL).removeprefix(path)
        for each in found.checks
        if each.name is not None
    ]
    return [f"MODIFY COLUMN {column_definition(found.column, found.table.checks)}", *adds]


# -- rows ------------------------------------------------------------------------


def _by_name(
    old: _Labelled, new: _Labelled, first: Sequence[str], last: Sequence[str]
) -> Iterator[str]:
    """Yield what adds the new names, gives them to rows, and takes the old ones away."""
    pairs = {was: now for was, now in zip(old.labels, new.labels, strict=True) if was != now}
    passing = {was: _PASSING if _alike(was, now) else now for was, now in pairs.items()}
    yield _altered(old, [*first, old.modified([*old.labels, *passing.values()])])
    yield _update(old, passing)
    if passing != pairs:
        # The server may take both names for one, which then cannot be in one list.
        yield _altered(new, [new.modified([*new.labels, *passing.values()])])
        yield _update(new, {passing[was]: now for was, now in pairs.items()})
    yield _altered(new, last or [new.modified(new.labels)])


def _update(found: _Labelled, names: Mapping[str, str]) -> str:
    column = quoted_name(found.column.name)
    if found.kind == "set":
        listed = f"CONCAT(',', {column}, ',')"
        for was, now in names.items():
            listed = f"REPLACE({listed}, {quoted(f',{was},')}, {quoted(f',{now},')})"
        value = f"TRIM(BOTH ',' FROM {listed})"
        condition = " OR ".join(f"FIND_IN_SET({quoted(was)}, {column})" for was in names)
    elif len(names) == 1:
        [(was, now)] = names.items()
        value, condition = quoted(now), f"{column} = {quoted(was)}"
    else:
        cases = (f"WHEN {quoted(was)} THEN {quoted(now)}" for was, now in names.items())
        value = f"CASE {column} {' '.join(cases)} END"
        condition = f"{column} IN ({', '.join(map(quoted, names))})"
    sets = ", ".join([f"{column} = {value}", *untouched(found.table, [])])
    return f"UPDATE {found.path} SET {sets} WHERE {condition}"  # noqa: S608 - quoted names


def _by_place(
    old: _Labelled, new: _Labelled, first: Sequence[str], last: Sequence[str]
) -> Iterator[str]:
    """Yield what makes the column a number, and gives each number its name."""
    column, null = old.column, "NOT NULL" if old.column.not_null else "NULL"
    type_ = "bigint unsigned" if old.kind == "set" else "smallint unsigned"
    number = f"MODIFY COLUMN {quoted_name(column.name)} {type_} {null}"
    if "WITHOUT SYSTEM VERSIONING" in column.attributes:
        number += " WITHOUT SYSTEM VERSIONING"
    yield _altered(old, [*first, number])
    yield _altered(new, last or [new.modified(new.labels)])


def _altered(found: _Labelled, clauses: Sequence[str]) -> str:
    return f"ALTER TABLE {found.path} {', '.join(clauses)}"


def _is_noticed(catalog: Catalog, found: _Labelled, many: int) -> bool:
    """Tell whether somebody would notice that rows are updated, or so many names are too many.

    Raises:
        MigrationError: That matters, and there is no other way.
    """
    noticed = is_versioned(found.table) or is_watched(catalog, found.table)
    full = found.kind == "set" and len(found.labels) + many > _MOST
    name = found.column.name
    for each in found.table.columns if noticed or full else ():
        if each.generated is not None and mentions(each.generated, name, Engine.MYSQL):
            table = label(found.table.schema, found.table.name)
            message = (
                f"the values of column {name} of table {table} cannot be renamed: an UPDATE of its"
                f" rows would not go unnoticed, and column {each.name} is generated from it;"
                f" drop {each.name} in a migration before"
            )
            raise MigrationError(message)
    return noticed or full


def _alike(one: str, other: str) -> bool:
    """Tell whether some collation takes two names for one."""
    return _bare(one) == _bare(other)


def _bare(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in apart if not unicodedata.combining(each)).strip()
