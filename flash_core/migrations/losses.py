"""Which rows and values the statements of a migration would destroy.

Depends on: catalog.identifiers, sql.parse, sql.syntax.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass
from flash_core.catalog.identifiers import quote
from flash_core.sql.parse import parse_script
from flash_core.sql.source import SourceFile
from flash_core.sql.syntax import (
    AlterTable,
    CreateTable,
    CreateView,
    Delete,
    Drop,
    DropColumn,
    Insert,
    ObjectKind,
    RenameTable,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TypeGuard

    from flash_core.engine import Engine
    from flash_core.sql.syntax import Statement

_TRUNCATE: Final = re.compile(
    r"TRUNCATE\s+(?:TABLE\s+)?(?:ONLY\s+)?([^\s;,*]+(?:\s*\*?\s*,\s*[^\s;,*]+)*)", re.IGNORECASE
)

Path = tuple[str, ...]  # a name and its qualifiers


@dataclass(frozen=True, slots=True)
class Loss:
    """Rows of a table, or the values of one of its columns.

    Attributes:
        table: As it is called before the migrations run.
        kept: The columns that stay, where the table is built anew; else empty.
        column: Only its values are lost; ``None`` for whole rows.
    """

    table: Path
    column: str | None = None
    kept: frozenset[str] = frozenset()

    def count(self, engine: Engine, column: str | None = None) -> str:
        """Return the query that counts what would be lost: rows, or values of a column."""
        table = ".".join(quote(part, engine) for part in self.table)
        wanted = column or self.column
        counted = "*" if wanted is None else quote(wanted, engine)
        return f"SELECT count({counted}) FROM {table}"  # noqa: S608 - quoted

    def __str__(self) -> str:
        """Name it."""
        table = ".".join(self.table)
        return f"table {table}" if self.column is None else f"column {table}.{self.column}"


def losses(statements: Iterable[str], engine: Engine) -> list[Loss]:
    """Return what statements destroy, in their order; each once.

    A table that is dropped and replaced by another one that takes its name is not lost: of it
    only the columns are that its successor has not.

    Args:
        statements: Of migrations, in the order in which they are run.
        engine: Whose SQL they are.
    """
    found: list[Loss] = []
    current = _Names()
    parsed: list[Statement] = []
    for statement in statements:
        parsed += parse_script(SourceFile("", statement), engine)[0]
        found += [Loss(current.before((name,))) for name in _truncated(statement)]
    successors = _successors(parsed)
    for each in parsed:
        found += [loss for loss in _of(each, successors, current) if not current.is_new(loss.table)]
        current.follow(each)
    return list(dict.fromkeys(found))


class _Names:
    """What tables are called, and were called before the statements ran."""

    def __init__(self) -> None:
        self._before: dict[Path, Path] = {}
        self._made: set[Path] = set()

    def follow(self, statement: Statement) -> None:
        """Note what a statement makes and renames."""
        if _makes_table(statement):
            self._made.add(statement.name.parts)
        elif isinstance(statement, AlterTable):
            for action in statement.actions:
                if isinstance(action, RenameTable):
                    old = statement.name.parts
                    new = (*old[:-1], action.new_name)
                    if old in self._made:
                        self._made.add(new)
                    self._before[new] = self.before(old)

    def before(self, name: Path) -> Path:
        """Return what a table was called."""
        return self._before.get(name, name)

    def is_new(self, name: Path) -> bool:
        """Tell whether the statements made it themselves."""
        return name in self._made


def _makes_table(statement: Statement) -> TypeGuard[CreateTable | CreateView]:
    return isinstance(statement, CreateTable) or (
        isinstance(statement, CreateView) and statement.table
    )


def _successors(statements: Iterable[Statement]) -> dict[str, frozenset[str]]:
    """Return the columns of tables that are made under another name, and take theirs then."""
    columns: dict[str, frozenset[str]] = {}
    found: dict[str, frozenset[str]] = {}
    queried: set[str] = set()  # whose columns are those that rows are put into
    for each in statements:
        if isinstance(each, CreateTable):
            columns[each.name.last.lower()] = frozenset(one.name.lower() for one in each.columns)
        elif isinstance(each, CreateView) and each.table:
            queried.add(each.name.last.lower())
        elif isinstance(each, Insert) and each.table.name.last.lower() in queried:
            into = frozenset(one.last.lower() for one in each.columns)
            columns[each.table.name.last.lower()] = into
        elif isinstance(each, AlterTable):
            made = columns.get(each.name.last.lower())
            for action in each.actions:
                if isinstance(action, RenameTable) and made:
                    found[action.new_name.lower()] = made
    return found


def _of(
    statement: Statement, successors: dict[str, frozenset[str]], current: _Names
) -> Iterator[Loss]:
    if isinstance(statement, Drop) and statement.kind is ObjectKind.TABLE:
        for name in statement.names:
            kept = successors.get(name.last.lower(), frozenset())
            yield Loss(current.before(name.parts), kept=kept)
    elif isinstance(statement, Delete) and statement.where is None and not statement.joined:
        yield Loss(current.before(statement.table.name.parts))
    elif isinstance(statement, AlterTable):
        for action in statement.actions:
            if isinstance(action, DropColumn):
                yield Loss(current.before(statement.name.parts), action.column)


def _truncated(statement: str) -> Iterator[str]:
    match = _TRUNCATE.match(statement)
    if match is not None:
        for name in match[1].split(","):
            yield name.strip(' *"`').rpartition(".")[2].strip('"`')
