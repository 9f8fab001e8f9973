"""Embedded rows as they come from a database, whatever a row is."""

from __future__ import annotations

import asyncio
import sys

import flash_core
import flash_gen

ADA = ("countess", 1, "Ada", "writer", {"dark": True})
BOB = (None, 2, "Bob", "writer", None)


def plain(value: object) -> object:
    """Return a row as a tuple, with the rows inside it; a user without the time of joining."""
    if isinstance(value, dict):
        if type(value) is dict and "dark" in value:
            return value
        found = tuple(value.values())
    elif isinstance(value, tuple):
        found = tuple(value)
    elif hasattr(value, "model_dump"):
        found = tuple(getattr(value, name) for name in type(value).model_fields)
    elif hasattr(value, "__struct_fields__"):
        found = tuple(getattr(value, name) for name in value.__struct_fields__)
    elif hasattr(value, "__match_args__"):
        found = tuple(getattr(value, name) for name in value.__match_args__)
    else:
        return value
    made = tuple(plain(each) for each in found)
    return made[:5] if len(made) == 6 and str(made[5]).startswith("2026-01-02 03:04:05") else made


def check(actual: list[object], *expected: object) -> None:
    """Compare rows."""
    assert [plain(row) for row in actual] == list(expected), [plain(row) for row in actual]


async def main() -> None:
    """Write a few rows and read them in every shape."""
    async with flash_core.connect(sys.argv[1]) as database:
        db = flash_gen.new(database)
        ada = await db.add_user("Ada", "countess", {"dark": True})
        bob = await db.add_user("Bob", None, None)
        first = await db.add_post("Alone", ada, None)
        second = await db.add_post("Read twice", ada, bob)
        post, other = (first, ada, None, "Alone", True), (second, ada, bob, "Read twice", True)
        check(await db.list_authors(), (ADA,), (BOB,))
        check(await db.list_posts(), (post, ADA, None), (other, ADA, BOB))
        check([await db.get_post(first)], (first, "Alone", None, 5))
        check([await db.get_post(second)], (second, "Read twice", BOB, 10))
        assert await db.get_post(0) is None
        check([await db.count_posts()], ((2, "Read twice"),))
        check(await db.latest_of(), (ADA, (ada, "Read twice")), (BOB, None))
        check(await db.both_sides(), (ADA, ADA), (BOB, BOB))
        check(await db.titles("Alone"), (post,))


asyncio.run(main())
