"""What the servers say of character sets and collations that they do not have.

Depends on: excerpt, spelling, types.mysql_charsets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.spelling import closest
from flash_core.sql.excerpt import NotReadable
from flash_core.types.mysql_charsets import canonical, charsets, collations, has_collation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .cursor import Cursor


def check_charset(cursor: Cursor, name: str) -> str:
    """Refuse a character set, just consumed, that the server does not have.

    Returns:
        Its name.

    Raises:
        NotReadable: With the server's words.
    """
    if name.upper() != "DEFAULT" and canonical(name) not in charsets(cursor.engine):
        known = charsets(cursor.engine)
        raise _unknown(cursor, f"Unknown character set: '{name}'", "42000", name, known)
    return name


def check_collation(cursor: Cursor, name: str) -> str:
    """Refuse a collation, just consumed, that the server does not have.

    Returns:
        Its name.

    Raises:
        NotReadable: With the server's words.
    """
    if name.upper() != "DEFAULT" and not has_collation(name, cursor.engine):
        message = f"Unknown collation: '{name}'"
        raise _unknown(cursor, message, "HY000", name, collations())
    return name


def check_pair(cursor: Cursor, charset: str, collation: str) -> None:
    """Refuse a collation, just consumed, of another character set.

    Raises:
        NotReadable: With the server's words.
    """
    own = canonical(collation).partition("_")[0]
    if own in {canonical(charset), "uca1400"} or "DEFAULT" in {charset.upper(), own.upper()}:
        return
    message = f"COLLATION '{collation}' is not valid for CHARACTER SET '{charset}'"
    raise _refused(cursor, message, "42000", f"write a collation of {charset}")


def check_one(cursor: Cursor, before: str | None, collation: str) -> None:
    """Refuse a collation, just consumed, where another one stands before it.

    Raises:
        NotReadable: With the server's words.
    """
    if before is None or canonical(before) == canonical(collation):
        return
    message = f"Conflicting declarations: 'COLLATE {before}' and 'COLLATE {collation}'"
    raise _refused(cursor, message, "HY000", "leave one of them out")


def _unknown(
    cursor: Cursor, message: str, sqlstate: str, name: str, known: Iterable[str]
) -> NotReadable:
    close = closest(canonical(name), sorted(known))
    if name[:3].lower() == "utf" and "_" not in name:
        close = ["utf8mb4"]  # whatever Unicode was meant
    return _refused(cursor, message, sqlstate, f'did you mean "{close[0]}"?' if close else None)


def _refused(cursor: Cursor, message: str, sqlstate: str, hint: str | None) -> NotReadable:
    token = cursor.tokens.items[cursor.position - 1]
    return NotReadable(message, token.start, token.end, hint=hint, sqlstate=sqlstate)
