"""Which rows and values the statements of a migration would destroy.

Depends on: catalog.identifiers, catalog.mysql_partitions, catalog.objects, sql.parse, sql.syntax.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass
from flash_core.catalog.identifiers import quote, string
from flash_core.catalog.mysql_partitions import emptied_partitions
from flash_core.catalog.objects import created, created_path
from flash_core.sql.parse import parse_script
from flash_core.sql.source import SourceFile
from flash_core.sql.syntax import (
    AlterPartitions,
    AlterTable,
    ColumnRef,
    CreateTable,
    CreateView,
    Delete,
    Drop,
    DropColumn,
    Insert,
    Join,
    JoinKind,
    ObjectKind,
    OtherDdl,
    RenameTable,
    Select,
    SetTableOptions,
    TableRef,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flash_core.engine import Engine
    from flash_core.sql.syntax import FromItem, Statement

_TRUNCATE: Final = re.compile(
    r"TRUNCATE\s+(?:TABLE\s+)?(?:ONLY\s+)?([^\s;,*]+(?:\s*\*?\s*,\s*[^\s;,*]+)*)", re.IGNORECASE
)
_HISTORY: Final = re.compile(r"DELETE\s+HISTORY\s+FROM\s+([^\s;,*]+)", re.IGNORECASE)
_REPLACING: Final = re.compile(r"\s*CREATE\s+OR\s+REPLACE\s+TABLE\b", re.IGNORECASE)

_UNVERSIONED: Final = "WITHOUT SYSTEM VERSIONING"
Path = tuple[str, ...]  # a name and its qualifiers


@dataclass(frozen=True, slots=True)
class Loss:
    """Rows of a table, or part of them, the values of one of its columns, or a whole schema.

    Attributes:
        table: As it is called before the migrations run; a schema by its name alone.
        kept: The columns that stay, where the table is built anew; of a schema, the tables that
            are named before; else empty.
        column: Only its values are lost; ``None`` for whole rows.
        partition: Only its rows are lost; ``None`` for those of the whole table.
        part: ``history``, if only rows of the past are lost; ``schema``, if tables are.
    """

    table: Path
    column: str | None = None
    kept: frozenset[str] = frozenset()
    partition: str | None = None
    part: str = ""

    @property
    def noun(self) -> str:
        """What is counted."""
        if self.part == "schema":
            return "table"
        return "row" if self.column is None else "value"

    def count(self, engine: Engine, column: str | None = None) -> str:
        """Return the query that counts what would be lost: rows, values of a column, or tables."""
        if self.part == "schema":
            named = ", ".join(map(string, ("", *sorted(self.kept))))
            return (
                "SELECT count(*) FROM information_schema.tables WHERE table_type <> 'VIEW'"  # noqa: S608 - quoted
                f" AND table_schema = {string(self.table[-1])} AND table_name NOT IN ({named})"
            )
        table = ".".join(quote(part, engine) for part in self.table)
        if self.partition is not None:
            table += f" PARTITION ({quote(self.partition, engine)})"
        wanted = column or self.column
        counted = "*" if wanted is None else quote(wanted, engine)
        query = f"SELECT count({counted}) FROM {table}"  # noqa: S608 - quoted
        if self.part == "history":
            return f"SELECT ({query} FOR SYSTEM_TIME ALL) - ({query})"
        return query

    def __str__(self) -> str:
        """Name it."""
        table = ".".join(self.table)
        if self.part:
            return f"schema {table}" if self.part == "schema" else f"history of table {table}"
        if self.partition is not None:
            return f"partition {self.partition} of table {table}"
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
        if (past := _HISTORY.match(statement)) is not None:
            found.append(Loss(current.before((_bare(past[1]),)), part="history"))
    successors = _successors(parsed)
    for each in parsed:
        found += _of(each, successors, current, engine)
        current.follow(each)
    return list(dict.fromkeys(found))


class _Names:
    """What tables are called, and were called before the statements ran."""

    def __init__(self) -> None:
        self._before: dict[Path, Path] = {}
        self._made: set[Path] = set()
        self._gone: set[Path] = set()

    def follow(self, statement: Statement) -> None:
        """Note what a statement makes, drops and renames."""
        if (made := _made(statement)) is not None:
            self._made.add(made)
        elif isinstance(statement, Drop) and statement.kind is ObjectKind.TABLE:
            self._made -= {name.parts for name in statement.names}
            self._gone |= {name.parts for name in statement.names}
        elif isinstance(statement, AlterTable):
            for action in statement.actions:
                if isinstance(action, RenameTable):
                    self._rename(statement.name.parts, action.new_name)

    def _rename(self, old: Path, name: str) -> None:
        new = (*old[:-1], name)
        self._before[new] = self.before(old)
        self._made.discard(new)
        if old in self._made:
            self._made.remove(old)
            self._made.add(new)

    def before(self, name: Path) -> Path:
        """Return what a table was called."""
        return self._before.get(name, name)

    def gone_from(self, schema: str) -> frozenset[str]:
        """Return the tables of a schema that the statements have dropped by their names."""
        return frozenset(path[-1] for path in self._gone if path[:-1] == (schema,))

    def is_new(self, name: Path) -> bool:
        """Tell whether the statements made it themselves."""
        return name in self._made


def _made(statement: Statement) -> Path | None:
    """Return the name of the table that a statement makes."""
    if isinstance(statement, CreateTable) or (
        isinstance(statement, CreateView) and statement.table
    ):
        return statement.name.parts
    if isinstance(statement, OtherDdl) and (created(statement.text) or ("", ()))[0] == "TABLE":
        return created_path(statement.text)
    return None


def _successors(statements: Iterable[Statement]) -> dict[str, frozenset[str]]:
    """Return the columns of tables that others take the place of, by what the old one is called.

    The new one is made under another name and takes theirs then, or they get another name and all
    their rows are put into the new one.
    """
    columns: dict[str, frozenset[str]] = {}
    found: dict[str, frozenset[str]] = {}
    queried: set[str] = set()  # whose columns are those that rows are put into
    away: dict[str, str] = {}  # what was called otherwise before
    for each in statements:
        made = _made(each)
        if isinstance(each, CreateTable):
            columns[each.name.last.lower()] = frozenset(one.name.lower() for one in each.columns)
        elif made is not None:
            queried.add(made[-1].lower())
        elif isinstance(each, Insert):
            name, into = each.table.name.last.lower(), _written(each)
            if name in queried:
                columns[name] = into
            source = _emptied(each)
            if source is not None and away.get(source) == name:
                found[source] = into
        elif isinstance(each, AlterTable):
            old = each.name.last.lower()
            for name in _new_names(each):
                away[name] = old
                found |= {name: columns[old]} if columns.get(old) else {}
    return found


def _new_names(statement: AlterTable) -> list[str]:
    actions = statement.actions
    return [each.new_name.lower() for each in actions if isinstance(each, RenameTable)]


def _written(statement: Insert) -> frozenset[str]:
    return frozenset(one.last.lower() for one in statement.columns)


def _emptied(statement: Insert) -> str | None:
    """Return the table all of whose rows are put into another one, column by column."""
    query = statement.source
    if not isinstance(query, Select) or len(query.from_) != 1:
        return None
    table = query.from_[0]
    if not isinstance(table, TableRef) or query != Select(
        targets=query.targets, from_=query.from_, span=query.span
    ):
        return None
    names = [
        target.expression.parts[-1].lower() if isinstance(target.expression, ColumnRef) else ""
        for target in query.targets
    ]
    same = names == [one.last.lower() for one in statement.columns]
    return table.name.last.lower() if same and names else None


def _of(
    statement: Statement, successors: dict[str, frozenset[str]], current: _Names, engine: Engine
) -> Iterator[Loss]:
    if isinstance(statement, Drop):
        yield from _dropped(statement, successors, current)
    elif isinstance(statement, Delete) and statement.where is None:
        for cleared in _cleared(statement):
            if not current.is_new(cleared):
                yield Loss(current.before(cleared))
    elif (replaced := _replaced(statement)) is not None:
        if not current.is_new(replaced):
            yield Loss(current.before(replaced))
    elif isinstance(statement, AlterTable) and not current.is_new(statement.name.parts):
        yield from _altered(statement, current.before(statement.name.parts), engine)


def _dropped(
    statement: Drop, successors: dict[str, frozenset[str]], current: _Names
) -> Iterator[Loss]:
    for name in statement.names:
        if statement.kind is ObjectKind.SCHEMA and statement.cascade:
            yield Loss((name.last,), kept=current.gone_from(name.last), part="schema")
        elif statement.kind is ObjectKind.TABLE and not current.is_new(name.parts):
            kept = successors.get(name.last.lower(), frozenset())
            yield Loss(current.before(name.parts), kept=kept)


def _cleared(statement: Delete) -> Iterator[Path]:
    """Yield the tables that a DELETE without WHERE leaves empty."""
    if not statement.joined:
        yield statement.table.name.parts
    for target in statement.targets:
        for each in statement.joined:
            table = _whole(each, target.last.lower())
            if table is not None:
                yield table.name.parts


def _whole(source: FromItem, name: str) -> TableRef | None:
    """Return the table of a name in a FROM clause, where no condition keeps rows of it out."""
    if isinstance(source, TableRef):
        return source if name == (source.alias or source.name.last).lower() else None
    if not isinstance(source, Join):
        return None
    free = source.on is None and not source.using and not source.natural
    found = _whole(source.left, name) if free or source.kind is JoinKind.LEFT else None
    if found is None and (free or source.kind is JoinKind.RIGHT):
        found = _whole(source.right, name)
    return found


def _replaced(statement: Statement) -> Path | None:
    """Return the name of a table that CREATE OR REPLACE drops, if there is one."""
    if isinstance(statement, CreateTable) and statement.or_replace and not statement.temporary:
        return statement.name.parts
    if isinstance(statement, CreateView) and statement.table and _REPLACING.match(statement.text):
        return statement.name.parts
    return None


def _altered(statement: AlterTable, table: Path, engine: Engine) -> Iterator[Loss]:
    for action in statement.actions:
        if isinstance(action, DropColumn):
            yield Loss(table, action.column)
        elif isinstance(action, AlterPartitions):
            for name in emptied_partitions(action.text, engine):
                yield Loss(table, partition=None if name == "all" else name)
        elif isinstance(action, SetTableOptions) and _UNVERSIONED in action.tail:
            yield Loss(table, part="history")


def _truncated(statement: str) -> Iterator[str]:
    match = _TRUNCATE.match(statement)
    if match is not None:
        for name in match[1].split(","):
            yield _bare(name)


def _bare(name: str) -> str:
    return name.strip(' *"`').rpartition(".")[2].strip('"`')
