"""Tables below those that a publication of PostgreSQL is given: the server adds them at once.

Depends on: sql.postgres_published, draft, expression_names, identifiers, inheritance, objects.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core.sql.postgres_published import published

from .expression_names import edited
from .identifiers import quote_path
from .inheritance import children
from .objects import unquoted_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .draft import Draft
    from .expression_names import Edit
    from .model import Table

_PART: Final = r'(?:"(?:[^"]|"")+"|[^\W\d][\w$]*)'
_TABLE: Final = re.compile(rf"(?is)(ONLY\b\s*)?\(?\s*({_PART}(?:\s*\.\s*{_PART})*)\s*[*)]?\s*(.*)")


def with_children(draft: Draft, text: str) -> str:
    """Return a statement with the tables that inherit from those which it lists without ONLY.

    Those that come later are not added (manual, CREATE PUBLICATION); partitions are published
    with what they are part of.

    Args:
        draft: Where the tables are.
        text: CREATE PUBLICATION or ALTER PUBLICATION.
    """
    return edited(text, _edits(draft, text)) if "TABLE" in text.upper() else text


def _edits(draft: Draft, text: str) -> Iterator[Edit]:
    listed = [each for each in published(text) if each.kind == "TABLE"]
    found = [(each, _TABLE.fullmatch(each.text)) for each in listed]
    named = {draft.id_of(unquoted_parts(made[2])) for _, made in found if made}
    for each, made in found:
        table = draft.tables.get(draft.id_of(unquoted_parts(made[2]))) if made else None
        if made is None or table is None or made[1]:
            continue
        below = [t for t in _below(draft, table) if draft.id(t.schema, t.name) not in named]
        if below:
            paths = [made[2], *(quote_path(t.schema, t.name, draft.engine) for t in below)]
            tables = ", ".join(f"ONLY {path} {made[3]}".rstrip() for path in paths)
            yield each.span.start, each.span.end, tables


def _below(draft: Draft, table: Table) -> list[Table]:
    found = [child for child in children(draft, table) if not child.bound]
    for child in found:
        found += [each for each in _below(draft, child) if each not in found]
    return found
