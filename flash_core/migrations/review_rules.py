"""What rules of the review are made of: a check over one statement and what came before it.

Depends on: catalog.model, engine, sql.
"""

from __future__ import annotations

import enum
import re
from typing import TYPE_CHECKING, Final, TypeAlias

from flash_core._dataclass import dataclass, field
from flash_core.catalog.text import fold
from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.sql.lexer import TokenKind, tokenize
from flash_core.sql.source import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from flash_core.catalog.model import Catalog, Column, Table
    from flash_core.sql.lexer import Token
    from flash_core.sql.source import SourceFile

    # Where a rule is broken, and a name for its message.
    Spots: TypeAlias = Iterable[tuple[Span, str]]
    Check: TypeAlias = Callable[["Step"], Spots]

_NO_TRANSACTION: Final = re.compile(
    r"(?im)^[ \t]*--[ \t]*(?:flash:no-transaction|atlas:txmode none)"
)
EVERY: Final = frozenset(Engine)
POSTGRESQL: Final = frozenset({Engine.POSTGRESQL})
MYSQL: Final = frozenset({Engine.MYSQL, Engine.MARIADB})
SQLITE: Final = frozenset({Engine.SQLITE})


class Level(enum.StrEnum):
    """How bad it is: errors fail, warnings lock, break or lose, advice is about style."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        code: What it is called: ``drop-column``.
        level: How bad it is.
        engines: Where it applies.
        title: What is wrong, with ``{}`` for a name.
        instead: What to do instead.
        check: Finds where a statement breaks it.
    """

    code: str
    level: Level
    engines: frozenset[Engine]
    title: str
    instead: str
    check: Check = field(repr=False)


def registry() -> tuple[list[Rule], Callable[..., Callable[[Check], Check]]]:
    """Return an empty list of rules, and the decorator that adds to it."""
    rules: list[Rule] = []

    def rule(
        code: str, level: Level, engines: frozenset[Engine], title: str, instead: str
    ) -> Callable[[Check], Check]:
        def add(check: Check) -> Check:
            rules.append(Rule(code, level, engines, title, instead, check))
            return check

        return add

    return rules, rule


@dataclass(slots=True)
class FileState:
    """What is known of the file, and what its earlier statements did."""

    engine: Engine
    source: SourceFile
    catalog: Catalog | None
    statements: tuple[syntax.Statement, ...]
    created: set[str] = field(default_factory=set[str])
    settings: set[str] = field(default_factory=set[str])
    labels: dict[str, str] = field(default_factory=dict[str, str])  # new enum values: their types
    unchecked: set[str] = field(default_factory=set[str])  # constraints added NOT VALID
    begun: bool = False
    told: set[str] = field(default_factory=set[str])  # rules that speak once a file

    @property
    def transaction(self) -> bool:
        """Whether the runner puts the file into one transaction."""
        return not _NO_TRANSACTION.search(self.source.text)

    def note(self, step: Step) -> None:
        """Remember what a statement did."""
        match step.statement:
            case syntax.CreateTable(name=name) | syntax.CreateView(name=name, table=True):
                self.created.add(self._key(name))
            case syntax.AlterTable(name=name, actions=actions):
                for action in actions:
                    if isinstance(action, syntax.RenameTable) and self._key(name) in self.created:
                        self.created.add(fold(action.new_name, self.engine))
            case syntax.AlterEnumAdd(name=name, label=label):
                self.labels[label] = str(name)
            case _:
                pass
        if step.words[:1] == ["SET"]:
            self.settings |= {word.lower() for word in step.words}

    def _key(self, name: syntax.Name) -> str:
        return fold(name.last, self.engine)

    def is_new(self, name: syntax.Name) -> bool:
        """Tell whether the file itself made a table, so that it holds no rows of others."""
        return self._key(name) in self.created


class Step:
    """One statement, with its words."""

    def __init__(self, statement: syntax.Statement, state: FileState) -> None:
        self.statement = statement
        self.state = state
        start = statement.span.start
        text = state.source.text[start : statement.span.end]
        self.tokens: list[Token] = [
            token._replace(start=token.start + start)
            for token in tokenize(text, state.engine)
            if token.significant
        ]
        self.words = [
            token.text.upper() if token.kind is TokenKind.WORD else "" for token in self.tokens
        ]
        first = self.tokens[: 2 if len(self.tokens) > 1 else 1]
        self.head = Span(first[0].start, first[-1].end) if first else statement.span

    def find(self, *words: str, after: int = 0) -> Span | None:
        """Return where words stand one after another, or ``None``."""
        wanted = list(words)
        for place in range(len(self.words) - len(wanted) + 1):
            if self.words[place : place + len(wanted)] == wanted:
                found = self.tokens[place : place + len(wanted)]
                if found[0].start >= after:
                    return Span(found[0].start, found[-1].end)
        return None

    def at(self, node: syntax.Node | None) -> Span:
        """Return where a part of the statement stands, or its first words."""
        if node is None or node.span.start == node.span.end or node.span == self.statement.span:
            return self.head
        return node.span

    def actions(self) -> Iterator[tuple[syntax.Name, syntax.AlterAction]]:
        """Yield the clauses of ALTER TABLE, unless the file made the table."""
        found = self.statement
        if isinstance(found, syntax.AlterTable) and not self.state.is_new(found.name):
            for action in found.actions:
                yield found.name, action

    def columns(self) -> Iterator[tuple[syntax.ColumnDef, bool]]:
        """Yield the columns that are defined, and whether that is in a new table."""
        match self.statement:
            case syntax.CreateTable(columns=columns):
                for column in columns:
                    yield column, True
            case syntax.AlterTable(actions=actions, name=name):
                for action in actions:
                    if isinstance(action, syntax.AddColumn):
                        yield action.column, self.state.is_new(name)
                    elif isinstance(action, syntax.ModifyColumn):
                        yield action.definition, True
            case _:
                pass

    def types(self) -> Iterator[tuple[syntax.Node, str, str]]:
        """Yield what gives a column a type: where, the column, and the type in small letters."""
        for column, _ in self.columns():
            yield column, column.name, column.type_text.lower()
        if isinstance(self.statement, syntax.AlterTable):
            for action in self.statement.actions:
                if isinstance(action, syntax.AlterColumnType):
                    yield action, action.column, action.type_text.lower()

    def column(self, table: syntax.Name, name: str) -> tuple[Table, Column] | None:
        """Return a column as it was before the file, where that is known."""
        catalog = self.state.catalog
        found = catalog.find_table(table.parts) if catalog else None
        column = catalog.find_column(found, name) if catalog and found else None
        return (found, column) if found and column else None


def once(step: Step, code: str) -> bool:
    """Tell whether a rule speaks for the first time in its file."""
    first = code not in step.state.told
    step.state.told.add(code)
    return first
