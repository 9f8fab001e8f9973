"""Random schemas: a few tables that refer to each other, with every kind of constraint.

Depends on: choices, language.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from .choices import Choices
    from .language import Kind, Language

_COLUMN_NAMES: Final = ("id", "a", "b", "c", "d", "e")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        more: Its default, and what else stands behind its type.
        computed: It takes no value.
    """

    name: str
    kind: Kind
    not_null: bool = False
    more: str = ""
    computed: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its statement, and what generators need to know of it."""

    name: str
    columns: tuple[Column, ...]
    constraints: tuple[str, ...] = ()
    keys: tuple[tuple[str, ...], ...] = ()
    options: str = ""

    @property
    def stored(self) -> tuple[Column, ...]:
        """The columns that take values."""
        return tuple(column for column in self.columns if not column.computed)

    @property
    def sql(self) -> str:
        """The statement that makes it."""
        parts = [
            f"{column.name} {column.kind.written}"
            + (" NOT NULL" if column.not_null else "")
            + (f" {column.more}" if column.more else "")
            for column in self.columns
        ]
        return f"CREATE TABLE {self.name} ({', '.join([*parts, *self.constraints])}){self.options}"


@dataclass(frozen=True, slots=True)
class View:
    """A view, and the columns it is meant to have: name and type of expression."""

    name: str
    sql: str
    columns: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Schema:
    """Tables, and the views over them."""

    language: Language
    tables: list[Table] = field(default_factory=list[Table])
    views: list[View] = field(default_factory=list[View])

    def relations(self) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
        """Return every table and view: its name, its columns' names and types."""
        tables = [
            (table.name, tuple((each.name, each.kind.value) for each in table.columns))
            for table in self.tables
        ]
        return [*tables, *((view.name, view.columns) for view in self.views)]


def tables(choices: Choices, language: Language) -> list[Table]:
    """Return two to four tables."""
    made: list[Table] = []
    for place in range(choices.number(2, 4)):
        table = _table(choices, language, f"t{place + 1}", made)
        made.append(language.finish(choices, table))
    return made


def _table(choices: Choices, language: Language, name: str, before: list[Table]) -> Table:
    columns = [
        _column(choices, language, word)
        for word in choices.some(_COLUMN_NAMES, 2, len(_COLUMN_NAMES))
    ]
    constraints: list[str] = []
    keys: list[tuple[str, ...]] = []
    sortable = [column.name for column in columns if column.kind.ordered]
    if sortable and choices.chance(70):
        keys.append(tuple(choices.some(sortable, 1, 2)))
        constraints.append(f"PRIMARY KEY ({', '.join(keys[0])})")
    if sortable and choices.chance(40):
        keys.append(tuple(choices.some(sortable, 1, 2)))
        nulls = choices.pick(language.null_keys)
        constraints.append(f"UNIQUE{nulls} ({', '.join(keys[-1])})")
    if before and choices.chance(60):
        constraints += _reference(choices, columns, choices.pick(before))
    if choices.chance(30):
        constraints.append(_check(choices, language, choices.pick(columns)))
    return Table(name, tuple(columns), tuple(constraints), tuple(keys))


def _column(choices: Choices, language: Language, name: str) -> Column:
    names = language.common if choices.chance(60) else tuple(language.kinds)
    kind = language.kinds[choices.pick(names)]
    if language.identity and kind.name in {"integer", "bigint"} and choices.chance(10):
        return Column(name, kind, not_null=True, more=language.identity)
    default = ""
    if choices.chance(15):
        default = f"DEFAULT {language.stored(kind.name, kind.values[0])}"
    return Column(name, kind, choices.chance(40), default)


def _reference(choices: Choices, columns: list[Column], target: Table) -> list[str]:
    """Let a column refer to a key of one column of an earlier table, where the types allow."""
    kinds = {column.name: column.kind.value for column in target.columns}
    pairs = [
        (column.name, key[0])
        for key in target.keys
        if len(key) == 1
        for column in columns
        if column.kind.value == kinds[key[0]]
    ]
    if not pairs:
        return []
    column, key = choices.pick(pairs)
    return [f"FOREIGN KEY ({column}) REFERENCES {target.name} ({key})"]


def _check(choices: Choices, language: Language, column: Column) -> str:
    value = language.constant(column.kind.name, choices.pick(column.kind.values))
    unlike = f"NOT ({language.equal.format(column.name, value)})"
    comparison = choices.pick((f"{column.name} <> {value}", unlike))
    return f"CHECK ({comparison if column.kind.ordered else f'{column.name} IS NOT NULL'})"


def rows(choices: Choices, table: Table, language: Language) -> list[str]:
    """Return INSERT statements; the constraints may refuse some of the rows."""
    names = ", ".join(column.name for column in table.stored)
    return [
        f"INSERT INTO {table.name} ({names})"
        f" VALUES ({', '.join(_value(choices, language, column) for column in table.stored)})"
        for _ in range(choices.pick((3, 6, 1, 8, 0, 4)))
    ]


def _value(choices: Choices, language: Language, column: Column) -> str:
    refuses = column.not_null or column.kind.name in {"label", "short_label"}
    if not refuses and choices.chance(30):
        return "NULL"
    return language.stored(column.kind.name, choices.pick(column.kind.values))
