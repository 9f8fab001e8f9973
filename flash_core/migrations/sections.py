"""What stands in a migration file: its two directions, its directives, and its statements.

Single files of Flash and sql-migrate (``-- +migrate Up``), goose (``-- +goose Up``) and dbmate
(``-- migrate:up``) have both directions.  What these tools say of transactions is put into our
words: a direction whose first comments say ``-- flash:no-transaction`` runs in none.

Depends on: engine, sql.source, sql.statements.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass
from flash_core.engine import Engine
from flash_core.sql.source import SourceFile
from flash_core.sql.statements import split_statements

if TYPE_CHECKING:
    from collections.abc import Iterator

NO_TRANSACTION: Final = "-- flash:no-transaction"
FOREIGN_KEYS_OFF: Final = "-- flash:foreign-keys-off"

_MARK: Final = re.compile(
    r"[ \t]*--[ \t]*(?:\+(?:migrate|goose)[ \t]+|migrate:)(up|down)\b([^\n]*)", re.IGNORECASE
)
_OWN: Final = re.compile(r"[ \t]*--[ \t]*\+migrate[ \t]+(?:up|down)\b", re.IGNORECASE)
_NONE: Final = re.compile(r"notransaction|transaction[ \t]*:[ \t]*false", re.IGNORECASE)
_NONE_AT_ALL: Final = re.compile(r"[ \t]*--[ \t]*\+goose[ \t]+NO[ \t]+TRANSACTION", re.IGNORECASE)
_DIRECTIVE: Final = re.compile(r"--[ \t]*flash:([a-z-]+)[ \t]*\Z")
_BLOCK: Final = re.compile(
    r"^[ \t]*--[ \t]*\+(?:goose|migrate)[ \t]+StatementBegin\b[^\n]*\n(.*?)"
    r"^[ \t]*--[ \t]*\+(?:goose|migrate)[ \t]+StatementEnd\b",
    re.IGNORECASE | re.MULTILINE | re.DOTALL,
)
_PRAGMA: Final = re.compile(
    r"PRAGMA\s+(?:main\s*\.\s*)?foreign_keys\s*(?:=|\()\s*['\"]?(\w+)['\"]?\s*\)?\s*\Z",
    re.IGNORECASE,
)
_OFF: Final = frozenset({"off", "0", "no", "false"})
SQUASHES: Final = "-- flash:squashes"
_ABOVE: Final = "and those above"
_SQUASHES: Final = re.compile(rf"{SQUASHES}[ \t]+(\S+)[ \t]+([0-9a-f]{{64}})([ \t]+{_ABOVE})?\Z")


@dataclass(frozen=True, slots=True)
class Squashed:
    """A migration that another stands for.

    Attributes:
        id: Of it.
        checksum: Of what it was.
        contains: Identifiers of those that it stood for itself.
    """

    id: str
    checksum: str
    contains: tuple[str, ...] = ()

    def line(self) -> str:
        """Return the directive that says so; those that it contains stand above it."""
        above = f" {_ABOVE}" if self.contains else ""
        return f"{SQUASHES} {self.id} {self.checksum}{above}\n"


@dataclass(frozen=True, slots=True)
class Step:
    """A statement of a migration, and the line of its file where it begins."""

    sql: str
    line: int


@dataclass(frozen=True, slots=True)
class Steps:
    """What is to be run, and how.

    Attributes:
        steps: The statements.
        transaction: All of them are one transaction, where the engine can do that.
        foreign_keys: SQLite checks foreign keys while they run; without, afterwards.
    """

    steps: tuple[Step, ...]
    transaction: bool
    foreign_keys: bool


def sections(text: str) -> tuple[str, str, str, str]:
    """Return the two directions of a single file; all of it is Up when nothing is marked.

    Returns:
        Up and down, in lines of the same numbers as in the file; and again up and down, as they
        are to be compared with what was applied.
    """
    lines = text.splitlines(keepends=True)
    if not any(_MARK.match(line) for line in lines):
        return text, "", text, ""
    outside = any(_NONE_AT_ALL.match(line) for line in lines)
    shown: dict[str, list[str]] = {"up": [], "down": []}
    compared: dict[str, list[str]] = {"up": [], "down": []}
    current = ""
    for line in lines:
        end = line[len(line.rstrip("\r\n")) :]
        for direction, seen in shown.items():
            seen.append(line if direction == current else end)
        mark = _MARK.match(line)
        if mark is None:
            if current:
                compared[current].append(line)
            continue
        current = mark[1].lower()
        for seen in shown.values():
            seen[-1] = end
        if outside or _NONE.search(mark[2]):
            shown[current][-1] = NO_TRANSACTION + (end or "\n")
        if not _OWN.match(line):  # their options count, too
            compared[current].append(line)
    return (*map("".join, shown.values()), *map("".join, compared.values()))  # type: ignore[return-value]  # pyright: ignore[reportReturnType] - two and two


def directives(text: str) -> frozenset[str]:
    """Return the directives in the comments that a text begins with: ``no-transaction``."""
    found = (_DIRECTIVE.match(line) for line in _first_comments(text))
    return frozenset(directive[1] for directive in found if directive)


def squashed(text: str) -> tuple[Squashed, ...]:
    """Return the migrations that a text stands for, as its first comments say."""
    found: list[Squashed] = []
    for line in _first_comments(text):
        if said := _SQUASHES.match(line):
            above = tuple(each.id for each in found) if said[3] else ()
            found.append(Squashed(said[1], said[2], above))
    return tuple(found)


def _first_comments(text: str) -> Iterator[str]:
    for line in text.removeprefix("\ufeff").splitlines():
        stripped = line.strip()
        if stripped and not stripped.startswith("--"):
            return
        yield stripped


def read_steps(text: str, engine: Engine) -> Steps:
    """Return the statements of one direction.

    Args:
        text: Of the file, or of its section.
        engine: Whose SQL it is.
    """
    said = directives(text)
    foreign_keys = "foreign-keys-off" not in said
    steps: list[Step] = []
    counted, line = 0, 1
    for start, statement in _statements(text, engine):
        # From the last statement on: from the beginning, a long file would be read very often.
        line += text.count("\n", counted, start)
        counted = start
        pragma = _PRAGMA.match(statement) if engine is Engine.SQLITE else None
        if pragma is not None:
            # In a transaction it would do nothing, and not say so: the runner switches instead.
            foreign_keys = foreign_keys and pragma[1].lower() not in _OFF
            continue
        steps.append(Step(statement, line))
    return Steps(tuple(steps), "no-transaction" not in said, foreign_keys)


def _statements(text: str, engine: Engine) -> Iterator[tuple[int, str]]:
    position = 0
    for block in _BLOCK.finditer(text):
        yield from _split(text, position, block.start(), engine)
        body = block[1].strip()
        if body:
            yield block.start(1) + block[1].index(body), body
        position = block.end()
    yield from _split(text, position, len(text), engine)


def _split(text: str, start: int, end: int, engine: Engine) -> Iterator[tuple[int, str]]:
    part = text[start:end]
    for span in split_statements(SourceFile("", part), engine):
        yield start + span.start, part[span.start : span.end]
