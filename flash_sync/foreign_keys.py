# Generated from flash_core/database/foreign_keys.py by `nox -s unasync`: edit that file.
"""SQLite's foreign keys while a table is built anew.

``PRAGMA foreign_keys`` does nothing inside a transaction, and dropping a table there deletes its
rows one by one, with those of others that refer to them.  So it is switched off before, and what
the transaction leaves is checked before its end.

Depends on: session, history, engine, errors, values, _compat.
"""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final, TypeAlias

from flash_core.engine import Engine
from flash_core.errors import DatabaseError, MigrationError
from flash_core.values import Sql
from flash_sync._compat import finish

if TYPE_CHECKING:
    from collections.abc import Generator

    from .history import Script
    from .session import Session

Rows: TypeAlias = "list[tuple[str, int | None, str, int]]"  # table, row, parent, number of the key

_ENABLED: Final = Sql[tuple[int]]("PRAGMA foreign_keys")
_CHECK: Final = Sql[tuple[str, int | None, str, int]]("PRAGMA foreign_key_check")
_TABLES: Final = Sql[tuple[str]]("SELECT name FROM sqlite_schema WHERE type = 'table'")
_SHOWN: Final = 20  # rows


@contextmanager
def unchecked(session: Session, script: Script) -> Generator[None]:
    """Let SQLite not check foreign keys meanwhile, if the script asks for it.

    Args:
        session: In no transaction.
        script: What is to be run.

    Raises:
        MigrationError: They cannot be switched off.
    """
    if script.foreign_keys or session.engine is not Engine.SQLITE:
        yield
        return
    before = session.fetchval(_ENABLED)
    session.execute("PRAGMA foreign_keys = OFF")
    if session.fetchval(_ENABLED) != 0:
        message = "SQLite does not switch foreign keys off: a transaction is open"
        raise MigrationError(message)
    try:
        yield
    except BaseException:
        # A full-text index that is built anew leaves a statement open, so that a connection which
        # was told to stop does nothing more: what led here says more than that.
        with suppress(DatabaseError):
            finish(_switch_on(session, before))
        raise
    finish(_switch_on(session, before))


def _switch_on(session: Session, before: int | None) -> None:
    if before:
        session.execute("PRAGMA foreign_keys = ON")


def orphans(session: Session) -> Rows:
    """Return the rows of SQLite whose foreign keys have no parent."""
    return session.fetch(_CHECK) if session.engine is Engine.SQLITE else []


def tables(session: Session) -> set[str]:
    """Return the tables of SQLite, their names in lower case."""
    found = session.fetch(_TABLES) if session.engine is Engine.SQLITE else []
    return {name.lower() for (name,) in found}


def new_orphans(before: Rows, after: Rows) -> str:
    """Return the rows that lost their parent, a line each; empty when none has.

    Rows have other numbers in a table that was built anew: what is compared is how many there are.
    """
    counts = Counter((table, parent) for table, _, parent, _ in before)
    more = Counter((table, parent) for table, _, parent, _ in after) - counts
    rows = [each for each in after if (each[0], each[2]) in more and each not in before]
    lines = [
        f"  row {'?' if rowid is None else rowid} of {table} has no parent in {parent}"
        for table, rowid, parent, _ in rows[:_SHOWN]
    ]
    if len(rows) > _SHOWN:
        lines.append(f"  and {len(rows) - _SHOWN} more")
    return "\n".join(lines)
