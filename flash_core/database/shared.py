"""What a PostgreSQL server has beside its databases, kept apart from those that are made for a look.

Roles, databases and tablespaces are those of whoever owns the server: statements about them are not
run.  A role that others name is made where it is missing, and dropped afterwards.

Depends on: history, urls, engine, errors, _compat.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeVar

from flash_core._compat import finish
from flash_core.engine import Engine
from flash_core.errors import DatabaseError, FlashError

from .urls import connect

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Sequence

    from .history import Migration, Script

T = TypeVar("T")

_SHARED: Final = re.compile(
    r"""(?:CREATE|ALTER|DROP)\s+(?:ROLE|USER(?!\s+MAPPING)|GROUP|DATABASE|TABLESPACE|SYSTEM)\b
    |(?:GRANT|REVOKE)\s(?:(?!\bON\b).)*\Z
    |(?:GRANT|REVOKE)\s(?:(?!\bON\b).)*\bON\s+(?:DATABASE|TABLESPACE|PARAMETER)\b
    |COMMENT\s+ON\s+(?:ROLE|DATABASE|TABLESPACE)\b""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_MISSING: Final = re.compile(r'role "([^"]+)" does not exist')


def of_database(statements: Iterable[str], engine: Engine) -> list[str]:
    """Return the statements that are about a database alone.

    Args:
        statements: One by one.
        engine: Whose they are.
    """
    shared = engine is Engine.POSTGRESQL
    return [text for text in statements if not (shared and _SHARED.match(text))]


def within_database(migrations: Sequence[Migration], engine: Engine) -> list[Migration]:
    """Return migrations without what they do to the server.

    Args:
        migrations: As their files say.
        engine: Whose they are.
    """
    return [
        replace(each, up=_within(each.up, engine), down=each.down and _within(each.down, engine))
        for each in migrations
    ]


def _within(script: Script, engine: Engine) -> Script:
    kept = tuple(of_database(script.statements, engine))
    return script if kept == script.statements else replace(script, statements=kept, lines=())


async def with_roles(work: Callable[[], Awaitable[T]], engine: Engine, server: str) -> T:
    """Do something, with the roles on the server that it misses.

    Args:
        work: What to do; done again when a role was made.
        engine: Whose server it is.
        server: Its URL.

    Raises:
        FlashError: What the work raises for another reason.
    """
    made: list[str] = []
    try:
        while True:
            try:
                return await work()
            except FlashError as error:
                found = _MISSING.search(str(error)) if engine is Engine.POSTGRESQL else None
                if found is None or found[1] in made or not await _make(server, found[1]):
                    raise
                made.append(found[1])
    finally:
        if made:
            await finish(_drop(server, made))


async def _make(server: str, role: str) -> bool:
    """Make a role; tell whether that could be done."""
    try:
        async with connect(server, max_size=1) as host:
            await host.execute(f'CREATE ROLE "{role}"')
    except DatabaseError:
        return False
    return True


async def _drop(server: str, roles: Iterable[str]) -> None:
    async with connect(server, max_size=1) as host:
        for role in roles:
            try:
                await host.execute(f'DROP ROLE IF EXISTS "{role}"')
            except DatabaseError:
                continue  # somebody uses it by now
