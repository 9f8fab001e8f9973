"""DO blocks that define what does not exist yet, the way migration tools write them.

PostgreSQL has no CREATE TYPE IF NOT EXISTS, so people put the statement in a block
that swallows the duplicate or that looks into the system catalogs first.  Either
way the object exists afterwards.  Others ask whether something is there before they change it
or drop it.  A block that does anything else is left alone.

Depends on: engine, source, statements.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from flash_core.engine import Engine
from flash_core.sql.source import SourceFile, Span
from flash_core.sql.statements import split_statements

if TYPE_CHECKING:
    from collections.abc import Sequence

_BODY: Final = (
    r"(?is)DO\s+(?:LANGUAGE\s+plpgsql\s+)?(\$\w*\$)(?P<body>.*)\1(?:\s+LANGUAGE\s+plpgsql)?\s*\Z"
)
# What may stand before a statement, in front of the semicolon that ends it.
_HEAD: Final = (
    r"(?is)\s+|--[^\n]*|/\*.*?\*/|BEGIN\b|EXCEPTION\b|WHEN\s+\w+(?:\s+OR\s+\w+)*\s+THEN\b"
)
_GUARD: Final = r"(?i)IF\s+(?P<no>NOT\s+)?EXISTS\s*(?=\()"
_THEN: Final = r"(?i)\s*THEN\b"
_NOTHING: Final = r"(?i)(?:NULL|END(?:\s+IF)?|RAISE\s+NOTICE\b.*)?\Z"
_END_IF: Final = r"(?i)END\s+IF\Z"
_DEFINITION: Final = r"(?i)(?:CREATE|ALTER|COMMENT|(?P<drop>DROP))\b"
_KIND: Final = r"(?i)\b(?:con|rel|pro|typ)(?:type|kind)\s*=\s*'\w'"  # which names nothing
_SWALLOWS: Final = r"(?i)\bWHEN\s+(?:\w+\s+OR\s+)*undefined_\w+(?:\s+OR\s+\w+)*\s+THEN\b"


class Defined(NamedTuple):
    """A definition in a block.

    Attributes:
        span: Offsets in the whole statement.
        if_there: It does nothing where what it is about does not exist.
    """

    span: Span
    if_there: bool


class _Condition(NamedTuple):
    """What an IF asks of the system catalogs."""

    negated: bool
    text: str


def definitions_in(text: str) -> list[Defined]:
    """Return where the definitions of a DO block stand.

    Args:
        text: The whole statement.

    Returns:
        What it defines; empty where the block does more than to define.
    """
    block = re.match(_BODY, text)
    if block is None:
        return []
    body, found = block["body"], list[Defined]()
    around: list[_Condition] = []
    swallows = re.search(_SWALLOWS, body) is not None
    for region in split_statements(SourceFile("", _plain(body)), Engine.POSTGRESQL):
        start = _head_end(body, region, around)
        statement = body[start : region.end]
        if definition := re.match(_DEFINITION, statement):
            if not _understood(around, statement, drops=definition["drop"] is not None):
                return []
            offset = block.start("body")
            there = swallows or any(not item.negated for item in around)
            found.append(Defined(Span(offset + start, offset + region.end), there))
        elif not re.match(_NOTHING, statement):
            return []
        elif re.match(_END_IF, statement) and around:
            around.pop()
    return found


def _understood(around: Sequence[_Condition], statement: str, *, drops: bool) -> bool:
    """Tell whether the conditions say no more than that the statement has something to do."""
    if drops and any(item.negated for item in around):
        return False
    words = {word.lower() for word in re.findall(r"\w+", statement)}
    return all(item.negated or _asks_only_for(words, item.text) for item in around)


def _asks_only_for(words: set[str], condition: str) -> bool:
    """Tell whether a condition names nothing but what a statement has in its words."""
    literals = re.findall(r"'([^']*)'", re.sub(_KIND, "", condition))
    named = {word.lower() for text in literals for word in re.findall(r"\w+", text)} - {"public"}
    return bool(named) and named <= words


def _plain(body: str) -> str:
    """Return the body with as many spaces for BEGIN, which opens a body of SQL elsewhere."""
    return re.sub(r"\A\s*BEGIN\b", lambda found: " " * len(found[0]), body, flags=re.IGNORECASE)


def _head_end(body: str, region: Span, around: list[_Condition]) -> int:
    """Return where a statement begins, after BEGIN, EXCEPTION and the conditions.

    Args:
        body: What stands between the quotes.
        region: The statement with all that stands before it.
        around: The conditions that hold; those before the statement are added.
    """
    position = region.start
    while position < region.end:
        if guard := re.compile(_GUARD).match(body, position, region.end):
            closed = _closed(body, guard.end())
            then = re.compile(_THEN).match(body, closed, region.end)
            if then is None:
                break
            around.append(_Condition(guard["no"] is not None, body[guard.end() : closed]))
            position = then.end()
        elif head := re.compile(_HEAD).match(body, position, region.end):
            position = head.end()
        else:
            break
    return position


def _closed(body: str, start: int) -> int:
    """Return the offset after the parenthesis that closes the one at ``start``."""
    depth = 0
    for found in re.finditer(r"'[^']*'|[()]", body[start:]):
        depth += {"(": 1, ")": -1}.get(found[0], 0)
        if depth == 0:
            return start + found.end()
    return start
