"""The partitions of MySQL's tables: which there are, and what ALTER TABLE makes of them.

A catalog keeps PARTITION BY and what follows as text.

Depends on: engine, sql.lexer, mysql_text, text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass, replace
from flash_core.sql.lexer import tokenize

from .mysql_text import canonical_partitions
from .text import fold, identifier

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flash_core.engine import Engine
    from flash_core.sql.lexer import Token

_BY: Final = "PARTITION BY"
_COUNT: Final = re.compile(r" PARTITIONS (\d+)$")
_EMPTYING: Final = re.compile(
    r"(?:DROP|TRUNCATE) PARTITION(?: IF EXISTS)? (.*)", re.IGNORECASE | re.DOTALL
)
_CLAUSE: Final = re.compile(
    r"(ADD|DROP|COALESCE|REORGANIZE) PARTITION(?: IF (?:NOT )?EXISTS)?\b ?(.*)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Partitioning:
    """What is said of the partitions of a table.

    Attributes:
        head: By what rows are told apart, and how many partitions there are if none is named.
        parts: The definitions of those that are named, by their names in small letters.
    """

    head: str
    parts: dict[str, str]

    @property
    def method(self) -> str:
        """What rows are told apart by, without a number of partitions."""
        return _COUNT.sub("", self.head)

    @property
    def count(self) -> int | None:
        """The number of partitions without names, where it is said."""
        found = _COUNT.search(self.head)
        return None if found is None else int(found[1])

    def __str__(self) -> str:
        """Say it in SQL."""
        return f"{self.head}({', '.join(self.parts.values())})" if self.parts else self.head


def read_partitioning(text: str, engine: Engine) -> Partitioning:
    """Read PARTITION BY and what follows, as a catalog keeps it.

    Args:
        text: The text.
        engine: MySQL or MariaDB.
    """
    for opening, closing in _groups(text, engine):
        inside = text[opening.end : closing.start]
        if inside.startswith("PARTITION "):
            return Partitioning(text[: opening.start].rstrip(), _named(inside, engine))
    return Partitioning(text, {})


def repartitioned(tail: str, clause: str, engine: Engine) -> str:
    """Return what follows a table's columns once ALTER TABLE has changed its partitions.

    Args:
        tail: What follows them before.
        clause: ADD, DROP, COALESCE or REORGANIZE PARTITION, as written; others change nothing.
        engine: MySQL or MariaDB.
    """
    options, by, text = tail.partition(_BY)
    found = _CLAUSE.fullmatch(canonical_partitions(clause, engine))
    if not by or found is None:
        return tail
    now = _changed(read_partitioning(by + text, engine), found[1].upper(), found[2], engine)
    return f"{options}{now}"


def emptied_partitions(clause: str, engine: Engine) -> list[str]:
    """Return the partitions whose rows a clause of ALTER TABLE deletes.

    Args:
        clause: The clause, as written.
        engine: MySQL or MariaDB.
    """
    found = _EMPTYING.fullmatch(canonical_partitions(clause, engine))
    return _names(found[1], engine) if found else []


def _changed(old: Partitioning, word: str, rest: str, engine: Engine) -> Partitioning:
    if word == "DROP":
        gone = set(_names(rest, engine))
        return replace(old, parts={k: text for k, text in old.parts.items() if k not in gone})
    if word == "COALESCE" or rest.startswith("PARTITIONS "):
        number = re.search(r"\d+$", rest)
        more = 0 if number is None else int(number[0])
        return _counted(old, -more if word == "COALESCE" else more)
    names, definitions = ("", rest) if word == "ADD" else _into(rest)
    new = _named(definitions.removeprefix("(").removesuffix(")"), engine)
    if word == "ADD":
        current = {k: text for k, text in old.parts.items() if text.endswith(" CURRENT")}
        kept = {k: text for k, text in old.parts.items() if k not in current}
        return replace(old, parts=kept | new | current)
    return _in_place_of(old, _names(names, engine), new)


def _into(rest: str) -> tuple[str, str]:
    """Return the names of partitions that others take the place of, and those."""
    found = re.match(r"(.*?) INTO ?(\(PARTITION .*)", rest, re.IGNORECASE | re.DOTALL)
    return ("", "") if found is None else (found[1], found[2])


def _in_place_of(old: Partitioning, gone: Sequence[str], new: dict[str, str]) -> Partitioning:
    parts: dict[str, str] = {}
    for name, text in old.parts.items():
        if name not in gone:
            parts[name] = text
        elif name == gone[0]:
            parts |= new
    return replace(old, parts=parts)


def _counted(old: Partitioning, more: int) -> Partitioning:
    """Return as many partitions more, or fewer."""
    if old.parts:
        kept = dict(list(old.parts.items())[: len(old.parts) + min(more, 0)])
        names = [f"p{number}" for number in range(len(old.parts), len(old.parts) + more)]
        return replace(old, parts=kept | {name: f"PARTITION {name}" for name in names})
    return replace(old, head=f"{old.method} PARTITIONS {(old.count or 1) + more}")


def _names(text: str, engine: Engine) -> list[str]:
    tokens = (token for token in tokenize(text, engine) if token.significant)
    found = (identifier(token, engine) for token in tokens if token.text != ",")
    return [fold(name, engine) for name in found if name is not None]


def _named(text: str, engine: Engine) -> dict[str, str]:
    """Return the definitions of a list by their names."""
    parts = [text[start:end].strip() for start, end in _divided(text, engine)]
    return {names[1]: part for part in parts if len(names := _names(part, engine)) > 1}


def _divided(text: str, engine: Engine) -> Iterator[tuple[int, int]]:
    """Yield where the parts of a list begin and end."""
    start = depth = 0
    for token in tokenize(text, engine):
        depth += (token.text == "(") - (token.text == ")")
        if token.text == "," and depth == 0:
            yield start, token.start
            start = token.end
    yield start, len(text)


def _groups(text: str, engine: Engine) -> Iterator[tuple[Token, Token]]:
    """Yield the outermost parentheses."""
    opened: list[Token] = []
    for token in tokenize(text, engine):
        if token.text == "(":
            opened.append(token)
        elif token.text == ")" and opened:
            opening = opened.pop()
            if not opened:
                yield opening, token


def values_of(part: str, engine: Engine) -> tuple[str, ...]:
    """Return the values that a partition has, or the ones that all of it is less than.

    Args:
        part: Its definition.
        engine: MySQL or MariaDB.
    """
    tokens = [token for token in tokenize(part, engine) if token.significant]
    words = [token.text.upper() for token in tokens]
    if "VALUES" not in words:
        return ()
    first = tokens[words.index("VALUES") + (3 if "LESS" in words else 2)]
    if first.text != "(":
        return (first.text,)
    opening, closing = next(_groups(part[first.start :], engine))
    inside = part[first.start + opening.end : first.start + closing.start]
    return tuple(inside[start:end].strip() for start, end in _divided(inside, engine))
