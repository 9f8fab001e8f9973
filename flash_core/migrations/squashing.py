"""Several migrations to one that makes the same schema.

What only moves rows is no part of a schema: it is found, and shown to whoever decides about it.
What the differ wrote itself to carry rows over has nothing to carry in an empty database.

Depends on: catalog, sql, errors, change, diff, files, replay, sections.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass
from flash_core.catalog.model import Catalog
from flash_core.catalog.text import normalized
from flash_core.errors import MigrationError
from flash_core.sql import syntax
from flash_core.sql.parse import parse_script
from flash_core.sql.source import SourceFile, Span
from flash_core.sql.statements import split_statements

from .diff import diff
from .files import down_text, up_text
from .replay import replay, replay_each
from .sections import FOREIGN_KEYS_OFF, NO_TRANSACTION, Squashed, directives

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flash_core.engine import Engine
    from flash_core.sql.syntax import Statement

    from .files import MigrationFile

# What neither makes a schema nor changes rows: it matters to its session, or to the storage.
_PASSING: Final = frozenset(
    {
        *("SET", "RESET", "BEGIN", "START", "COMMIT", "END", "ROLLBACK", "SAVEPOINT", "RELEASE"),
        *("USE", "LOCK", "UNLOCK", "PRAGMA", "DISCARD", "CHECKPOINT", "FLUSH", "SHOW", "EXPLAIN"),
        *("ANALYZE", "ANALYSE", "VACUUM", "REINDEX", "OPTIMIZE", "CHECK", "CLUSTER", "REFRESH"),
        *("LISTEN", "UNLISTEN", "NOTIFY", "DELIMITER"),
    }
)
_LASTING: Final = re.compile(
    r"SET\s+(?:GLOBAL|PERSIST|PERSIST_ONLY|@@GLOBAL\W)"
    r"|PRAGMA\s+(?:\w+\s*\.\s*)?(?:user_version|application_id|journal_mode|auto_vacuum|page_size"
    r"|encoding)\b",
    re.IGNORECASE,
)
_PATH: Final = re.compile(r"SELECT\s+(?:pg_catalog\s*\.\s*)?set_config\s*\(", re.IGNORECASE)
_CHANGES: Final = (syntax.Insert, syntax.Update, syntax.Delete, syntax.Merge, syntax.Call)


@dataclass(frozen=True, slots=True)
class Remnant:
    """A statement that no schema says.

    Attributes:
        source: Its file.
        span: Where it is.
    """

    source: SourceFile
    span: Span

    @property
    def place(self) -> str:
        """``path:line``."""
        return f"{self.source.path}:{self.source.position(self.span.start)[0]}"

    @property
    def sql(self) -> str:
        """The statement, in one line."""
        return " ".join(self.source.text[self.span.start : self.span.end].split())

    @property
    def head(self) -> Span:
        """Its first word."""
        word = re.match(r"\w*", self.source.text[self.span.start : self.span.end])
        return Span(self.span.start, self.span.start + (word.end() if word else 1))


def remnants(files: Sequence[MigrationFile], engine: Engine) -> list[Remnant]:
    """Return the statements of migrations that their schema does not say, in order.

    Args:
        files: From the first one on.
        engine: Whose SQL they are.
    """
    steps = list(replay_each(files, engine))
    last, _ = replay(files, engine)
    found: list[Remnant] = []
    for (file, before), after in zip(steps, [*(each for _, each in steps[1:]), last], strict=True):
        source = SourceFile(file.up_path.as_posix(), file.up)
        statements, _ = parse_script(source, engine)
        suspects = [each for each in statements if _is_remnant(each, source)]
        if not suspects:
            continue
        own = _own(before, after)
        gone = _dropped(statements)
        for each in suspects:
            whole = _whole(source, each.span, engine)
            text = normalized(source.text[whole.start : whole.end], engine)
            if text not in own and not _carries(each, gone):
                found.append(Remnant(source, whole))
    return found


def _whole(source: SourceFile, span: Span, engine: Engine) -> Span:
    """Return the statement in which a span is: that of a node may be narrower."""
    for region in split_statements(source, engine):
        if region.start <= span.start < region.end:
            return region
    return span


def _is_remnant(statement: Statement, source: SourceFile) -> bool:
    text = source.text[statement.span.start : statement.span.end]
    if isinstance(statement, _CHANGES):
        return True
    if isinstance(statement, syntax.Query):
        return not _PATH.match(text)
    if isinstance(statement, syntax.SetSearchPath):
        return False
    if isinstance(statement, syntax.Utility):
        return _first(statement.keyword) not in _PASSING or _LASTING.match(text) is not None
    if isinstance(statement, syntax.OtherDdl):
        return _first(statement.keyword) in {"DO", "SELECT"}
    return False


def _first(keyword: str) -> str:
    return (keyword.upper().split() or [""])[0]


def _own(before: Catalog, after: Catalog) -> set[str]:
    """Return the statements that the differ would have written."""
    try:
        changes = diff(before, after)
    except MigrationError:
        return set()
    return {
        normalized(text, after.engine)
        for change in changes
        for text in _split(change.up, after.engine)
    }


def _split(sql: str, engine: Engine) -> Iterator[str]:
    for span in split_statements(SourceFile("", sql), engine):
        yield sql[span.start : span.end]


def _dropped(statements: Sequence[Statement]) -> set[str]:
    return {
        name.last.lower()
        for each in statements
        if isinstance(each, syntax.Drop) and each.kind is syntax.ObjectKind.TABLE
        for name in each.names
    }


def _carries(statement: Statement, gone: set[str]) -> bool:
    """Tell whether a statement carries rows out of a table that its migration drops."""
    if not isinstance(statement, syntax.Insert):
        return False
    match statement.source:
        case syntax.Select(from_=(syntax.TableRef(name=name),)):
            return name.last.lower() in gone
        case _:
            return False


@dataclass(frozen=True, slots=True)
class Squash:
    """One migration in place of several.

    Attributes:
        id: Its identifier.
        up: What applies it.
        down: What takes it back.
        squashes: What it stands for.
    """

    id: str
    up: str
    down: str
    squashes: tuple[Squashed, ...]


def squash(
    files: Sequence[MigrationFile], engine: Engine, identifier: str, kept: Sequence[Remnant] = ()
) -> Squash:
    """Make one migration of several.

    Args:
        files: From the first one on, in order; they have no errors.
        engine: Whose SQL they are.
        identifier: What it is to be called.
        kept: Statements that it must have besides the schema: from the file of the first of them
            on, all stay as they are, so that each finds the tables that it was written for.

    Raises:
        MigrationError: Something of the schema cannot be expressed.
    """
    nothing = Catalog(engine)
    changes = diff(nothing, replay(files, engine)[0])
    squashes = _stood_for(files)
    lines = "".join(each.line() for each in squashes)
    if not kept:
        return Squash(identifier, f"{lines}\n{up_text(changes)}", down_text(changes), squashes)
    places = [each.up_path.as_posix() for each in files]
    first = places.index(kept[0].source.path)
    before = diff(nothing, replay(files[:first], engine)[0])
    parts = [up_text(before), *(_closed(file.up, engine) for file in files[first:])]
    said = {word for part in parts for word in directives(part)}
    order = {"no-transaction": NO_TRANSACTION, "foreign-keys-off": FOREIGN_KEYS_OFF}
    head = "".join(f"{line}\n" for word, line in order.items() if word in said)
    up = "\n".join(part for part in parts if part.strip())
    return Squash(identifier, f"{lines}{head}\n{up}", down_text(changes), squashes)


def _stood_for(files: Sequence[MigrationFile]) -> tuple[Squashed, ...]:
    """Return what is squashed; what that stood for comes before it."""
    found: list[Squashed] = []
    for file in files:
        found += file.squashes
        above = tuple(each.id for each in found) if file.squashes else ()
        found.append(Squashed(file.id, file.checksum, above))
    return tuple(found)


_SQUASH_LINES: Final = re.compile(r"^[ \t]*-- flash:squashes .*\n", re.MULTILINE)


def _closed(text: str, engine: Engine) -> str:
    """Return the text of a file such that the next one may follow it."""
    text = _SQUASH_LINES.sub("", text).strip()
    spans = split_statements(SourceFile("", text), engine)
    if not spans:
        return f"{text}\n" if text else ""
    end = spans[-1].end
    return f"{text}\n" if ";" in text[end:] else f"{text[:end]};{text[end:]}\n"
