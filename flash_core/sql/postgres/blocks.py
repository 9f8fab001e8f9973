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

_BODY: Final = (
    r"(?is)DO\s+(?:LANGUAGE\s+plpgsql\s+)?(\$\w*\$)(?P<body>.*)\1(?:\s+LANGUAGE\s+plpgsql)?\s*\Z"
)
# What may stand before a statement, in front of the semicolon that ends it.
_HEAD: Final = (
    r"(?is)\s+|--[^\n]*|/\*.*?\*/|BEGIN\b|EXCEPTION\b|WHEN\s+\w+(?:\s+OR\s+\w+)*\s+THEN\b"
)
_GUARD: Final = r"(?i)IF\s+NOT\s+EXISTS\s*(?=\()"
_THEN: Final = r"(?i)\s*THEN\b"
_NOTHING: Final = r"(?i)(?:NULL|END(?:\s+IF)?|RAISE\s+NOTICE\b.*)?\Z"
_DEFINITION: Final = r"(?i)(?:CREATE|ALTER|COMMENT)\b"


def definitions_in(text: str) -> list[Span]:
    """Return where the definitions of a DO block stand.

    Args:
        text: The whole statement.

    Returns:
        Offsets in ``text``; empty where the block does more than to define.
    """
    block = re.match(_BODY, text)
    if block is None:
        return []
    body, found = block["body"], list[Span]()
    for region in split_statements(SourceFile("", _plain(body)), Engine.POSTGRESQL):
        start = _head_end(body, region)
        if re.compile(_DEFINITION).match(body, start, region.end):
            offset = block.start("body")
            found.append(Span(offset + start, offset + region.end))
        elif not re.match(_NOTHING, body[start : region.end]):
            return []
    return found


def _plain(body: str) -> str:
    """Return the body with as many spaces for BEGIN, which opens a body of SQL elsewhere."""
    return re.sub(r"\A\s*BEGIN\b", lambda found: " " * len(found[0]), body, flags=re.IGNORECASE)


def _head_end(body: str, region: Span) -> int:
    """Return where a statement begins, after BEGIN, EXCEPTION and the conditions."""
    position = region.start
    while position < region.end:
        if guard := re.compile(_GUARD).match(body, position, region.end):
            then = re.compile(_THEN).match(body, _closed(body, guard.end()), region.end)
            if then is None:
                break
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
