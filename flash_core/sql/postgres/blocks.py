"""DO blocks that define what does not exist yet, the way migration tools write them.

PostgreSQL has no CREATE TYPE IF NOT EXISTS, so people put the statement in a block
that swallows the duplicate or that looks into the system catalogs first.  Either
way the object exists afterwards.  A block that does anything else is left alone.

Depends on: engine, source, statements.
"""

from __future__ import annotations

import re
from typing import Final

from flash_core.engine import Engine
from flash_core.sql.source import SourceFile, Span
from flash_core.sql.statements import split_statements

_BODY: Final = re.compile(
    r"DO\s+(?:LANGUAGE\s+plpgsql\s+)?(\$\w*\$)(?P<body>.*)\1(?:\s+LANGUAGE\s+plpgsql)?\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
# What may stand before a statement, in front of the semicolon that ends it.
_HEAD: Final = re.compile(
    r"\s+|--[^\n]*|/\*.*?\*/|BEGIN\b|EXCEPTION\b|WHEN\s+\w+(?:\s+OR\s+\w+)*\s+THEN\b",
    re.IGNORECASE | re.DOTALL,
)
_GUARD: Final = re.compile(r"IF\s+NOT\s+EXISTS\s*(?=\()", re.IGNORECASE)
_THEN: Final = re.compile(r"\s*THEN\b", re.IGNORECASE)
_NOTHING: Final = re.compile(r"(?:NULL|END(?:\s+IF)?|RAISE\s+NOTICE\b.*)?\Z", re.IGNORECASE)
_DEFINITION: Final = re.compile(r"(?:CREATE|ALTER|COMMENT)\b", re.IGNORECASE)


def definitions_in(text: str) -> list[Span]:
    """Return where the definitions of a DO block stand.

    Args:
        text: The whole statement.

    Returns:
        Offsets in ``text``; empty where the block does more than to define.
    """
    block = _BODY.match(text)
    if block is None:
        return []
    body, found = block["body"], list[Span]()
    for region in split_statements(SourceFile("", _plain(body)), Engine.POSTGRESQL):
        start = _head_end(body, region)
        if _DEFINITION.match(body, start, region.end):
            offset = block.start("body")
            found.append(Span(offset + start, offset + region.end))
        elif not _NOTHING.match(body[start : region.end]):
            return []
    return found


def _plain(body: str) -> str:
    """Return the body with as many spaces for BEGIN, which opens a body of SQL elsewhere."""
    return re.sub(r"\A\s*BEGIN\b", lambda found: " " * len(found[0]), body, flags=re.IGNORECASE)


def _head_end(body: str, region: Span) -> int:
    """Return where a statement begins, after BEGIN, EXCEPTION and the conditions."""
    position = region.start
    while position < region.end:
        if guard := _GUARD.match(body, position, region.end):
            then = _THEN.match(body, _closed(body, guard.end()), region.end)
            if then is None:
                break
            position = then.end()
        elif head := _HEAD.match(body, position, region.end):
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
