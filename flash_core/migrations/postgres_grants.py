"""What is granted and revoked.

Depends on: catalog, postgres_items.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core.catalog.text import closed, normalized

from .postgres_items import PG, Item

if TYPE_CHECKING:
    from flash_core.catalog.model import OtherObject

    from .postgres_items import Objects

_GRANT: Final = re.compile(
    r"(GRANT|REVOKE)\s+(?:GRANT\s+OPTION\s+FOR\s+)?(.*)\s+(?:TO|FROM)\s+(.*?)"
    r"(?:\s+WITH\s+GRANT\s+OPTION)?\s*(?:CASCADE|RESTRICT)?\Z",
    re.IGNORECASE | re.DOTALL,
)


# What everybody may do unless it is revoked; to grant what nobody had would be a hole.
_HAS_BY_DEFAULT: Final = re.compile(
    r"(?i)\bON\s+(?:ALL\s+)?(?:FUNCTION|PROCEDURE|ROUTINE|TYPE|DOMAIN|LANGUAGE|DATABASE)S?\b"
    r".*\bFROM\s+PUBLIC\b"
)


_SPLIT: Final = 3  # what GRANT or REVOKE stands between


def revoked(text: str) -> str:
    """Return the REVOKE that undoes a GRANT, or the other way round; nothing for other texts."""
    parts = re.split(r"\b(GRANT|REVOKE)\b", text, maxsplit=1, flags=re.IGNORECASE)
    if len(parts) != _SPLIT:
        return ""
    before, word, rest = parts
    found = _GRANT.match(f"{word} {rest.strip()}")
    if found is None:
        return ""
    forward = word.upper() == "GRANT"
    return (
        f"{before}{'REVOKE' if forward else 'GRANT'} {found[2]}"
        f" {'FROM' if forward else 'TO'} {found[3]}"
    )


def add_grant(objects: Objects, other: OtherObject) -> None:
    """Add what is granted or revoked."""
    text = normalized(other.text, PG)
    undo = revoked(text)
    if objects.items.pop(("grant", undo), None) is not None:
        return
    item = objects.add(Item(("grant", text), text[:60]))
    item.create = closed(other.text, PG)
    item.drop = "" if undo.startswith("GRANT") and not _HAS_BY_DEFAULT.search(text) else undo
    item.facts = text
    found = re.search(r"\bON\s+(.*?)\s+(?:TO|FROM)\s", text, re.IGNORECASE)
    item.needs = objects.mentioned(found[1]) if found else set()
    if len(item.needs) == 1:
        item.inside = next(iter(item.needs))
