"""What differs between two states of a SQLite table, and whether ALTER TABLE can make it so.

Texts are compared by their tokens: layout and the case of words say nothing.

Depends on: catalog, engine, sqlite_columns.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass
from flash_core.catalog.alter import sqlite_drop_obstacle
from flash_core.catalog.identifiers import quote
from flash_core.catalog.model import Check, ForeignKey, Key
from flash_core.catalog.names import constraints
from flash_core.catalog.text import identifier, mentions
from flash_core.engine import Engine
from flash_core.sql.lexer import TokenKind, tokenize
from flash_core.sql.token import LAYOUT

from .sqlite_columns import addition_obstacle, beside

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from flash_core.catalog.model import Column, Table
    from flash_core.catalog.names import Constraint
    from flash_core.sql.lexer import Token

    from .sqlite_apart import Apart

_LITE: Final = Engine.SQLITE
_HEAD: Final = re.compile(
    r"^(create (?:view|trigger|virtual table)) (?:if not exists )?(?:main \. )?"
)
_IMPLICIT: Final = frozenset({"on delete no action", "on update no action", "match simple"})


@lru_cache(maxsize=4096)
def canonical(text: str) -> str:
    """Return ``text`` with what its layout, comments, quotes and case do not say left out."""
    words: list[str] = []
    for token in tokenize(text, _LITE):
        if token.kind not in LAYOUT:
            quoted = token.kind is TokenKind.QUOTED
            name = identifier(token, _LITE) if quoted else None
            words.append(_plain(token) if name is None else _name(name.lower()))
    return " ".join(words)


def _name(name: str) -> str:
    """Return a quoted name as it stands without quotes, where it can."""
    return name if name.isidentifier() and not name.isascii() else quote(name, _LITE)


def _plain(token: Token) -> str:
    return token.text if token.kind is TokenKind.STRING else token.text.lower()


def same_text(one: str, other: str) -> bool:
    """Tell whether two texts differ in nothing but layout and case."""
    return one == other or canonical(one) == canonical(other)


def same_statement(one: str, other: str) -> bool:
    """Tell whether two statements make the same view, trigger or virtual table.

    SQLite leaves out of what it keeps whether it was there, and the name of its only schema.
    """
    return one == other or _kept(one) == _kept(other)


def _kept(text: str) -> str:
    return _HEAD.sub(r"\1 ", canonical(text), count=1)


@dataclass(frozen=True, slots=True)
class TableDifference:
    """How two states of one table differ.

    Attributes:
        added: Columns that are only in the new one.
        dropped: Columns that are only in the old one.
        reasons: What ALTER TABLE cannot do, in words; a new table is needed if there are any.
    """

    added: tuple[Column, ...]
    dropped: tuple[Column, ...]
    reasons: tuple[str, ...]


def compare_table(
    old: Table,
    new: Table,
    surviving: Sequence[str],
    various: Apart,
    reliant: str | None = None,
) -> TableDifference | None:
    """Compare two states of a table.

    Args:
        old: As it is.
        new: As it should be.
        surviving: What the indexes say that exist before and after.
        various: The columns by which rows must be told apart.
        reliant: What relies on an order of columns that adding and dropping does not make.

    Returns:
        ``None`` when they are the same.
    """
    if old == new:
        return None
    before, after = by_name(old), by_name(new)
    added = tuple(column for key, column in after.items() if key not in before)
    dropped = tuple(column for key, column in before.items() if key not in after)
    pairs = [(before[key], after[key]) for key in after if key in before]
    reasons = [reason for pair in pairs for reason in _changed(*pair)]
    comes = [item for column in added for item in beside(new, column)]
    goes = [item for column in dropped for item in beside(old, column)]
    reasons += _constraints(_left(old, goes), _left(new, comes))
    if (old.strict, old.without_rowid) != (new.strict, new.without_rowid):
        reasons.append("STRICT or WITHOUT ROWID")
    if reliant is not None:
        reasons.append(f"the order of columns, which {reliant} relies on,")
    if not (reasons or added or dropped):
        return None
    reasons += _obstacles(new, added, surviving)
    reasons += _obstacles(old, dropped, surviving)
    # ADD COLUMN would give every row the one default.
    for columns, unique in ((added, various.new), (dropped, various.old)):
        reasons += [
            f"column {column.name}"
            for column in columns
            if column.name.lower() in unique and column.default is not None
        ]
    return TableDifference(added, dropped, tuple(dict.fromkeys(reasons)))


def by_name(table: Table) -> dict[str, Column]:
    """Return the columns of a table by what SQLite compares."""
    return {column.name.lower(): column for column in table.columns}


def _changed(old: Column, new: Column) -> Iterator[str]:
    """Yield what differs between two states of a column."""
    if not same_text(old.type_text, new.type_text):
        yield f"the type of {new.name}"
    if (old.collation or "").lower() != (new.collation or "").lower():
        yield f"the collation of {new.name}"
    nullability = [
        (column.not_null, column.not_null_written, column.not_null_conflict)
        for column in (old, new)
    ]
    if nullability[0] != nullability[1]:
        yield f"NOT NULL of {new.name}"
    if not same_text(old.default or "", new.default or ""):
        yield f"the default of {new.name}"
    if not same_text(old.generated or "", new.generated or "") or old.stored != new.stored:
        yield f"how {new.name} is generated"
    if old.autoincrement != new.autoincrement:
        yield f"AUTOINCREMENT of {new.name}"


def _left(table: Table, taken: Sequence[Constraint]) -> list[Constraint]:
    """Return the constraints that do not come and go with a column."""
    skipped = {id(item) for item in taken}
    return [item for item in constraints(table) if id(item) not in skipped]


def _constraints(old: Sequence[Constraint], new: Sequence[Constraint]) -> list[str]:
    """Return the kinds of constraints that differ."""
    before, after = Counter(map(_meaning, old)), Counter(map(_meaning, new))
    differing = (before - after) + (after - before)
    return sorted({str(meaning[0]) for meaning in differing})


def _meaning(item: Constraint) -> tuple[Hashable, ...]:
    """Return what a constraint says, as SQLite keeps it: written names and targets count."""
    name = (item.name or "").lower()
    match item:
        case Key():
            tail = canonical(item.tail).removeprefix("asc").strip()
            return "keys", name, item.primary, _folded(item.columns), item.form.upper(), tail
        case ForeignKey():
            target = _folded(item.table), _folded(item.foreign_columns)
            return "foreign keys", name, _folded(item.columns), target, _actions(item.tail)
        case Check():
            return "checks", name, canonical(item.text), canonical(item.tail)
        case _:
            return "constraints", name, canonical(item.text)


def _folded(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(name.lower() for name in names)


def _actions(tail: str) -> tuple[str, ...]:
    """Return the clauses after a foreign key's target in one order, without those that say nothing."""
    words = canonical(tail).split()
    clauses: list[list[str]] = []
    for position, word in enumerate(words):
        negated = word == "deferrable" and words[position - 1 : position] == ["not"]
        if word in {"on", "match", "not", "deferrable"} and not negated:
            clauses.append([])
        clauses[-1].append(word)
    texts = {" ".join(clause) for clause in clauses}
    return tuple(sorted(texts - _IMPLICIT - {"not deferrable"}))


def _obstacles(table: Table, columns: Sequence[Column], surviving: Sequence[str]) -> list[str]:
    """Return why columns cannot be added to a table without them, and dropped again."""
    found: list[str] = []
    for column in columns:
        why = addition_obstacle(table, column) or sqlite_drop_obstacle(
            table, column.name, surviving
        )
        own = [item.text for item in beside(table, column) if isinstance(item, Check)]
        own += [column.generated or ""]
        others = [other.name for other in columns if other is not column]
        if why is None and any(mentions(text, name, _LITE) for text in own for name in others):
            why = "it needs another new column"
        if why is not None:
            found.append(f"column {column.name}")
    return found
