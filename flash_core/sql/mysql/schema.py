"""CREATE, ALTER and DROP of MySQL and MariaDB.

Depends on: syntax, cursor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flash_core.sql.syntax import Statement

    from .cursor import Cursor


def read_create(cursor: Cursor) -> Statement:
    """Read CREATE …."""
    raise cursor.unexpected()


def read_alter(cursor: Cursor) -> Statement:
    """Read ALTER …."""
    raise cursor.unexpected()


def read_drop(cursor: Cursor) -> Statement:
    """Read DROP …."""
    raise cursor.unexpected()
