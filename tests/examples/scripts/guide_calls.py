"""The guide's calls on a generated package: checked by type checkers, then run on a live database."""

from __future__ import annotations

import asyncio
import datetime
from typing import TYPE_CHECKING, assert_type

import flash_core
from flash_gen import (
    GetPostByIDRow,
    GetPostsByUserIDRow,
    PostQueries,
    Queries,
    User,
    UserQueries,
)

if TYPE_CHECKING:
    from flash_gen import UserQueriesProtocol


async def call_everything(db: Queries) -> None:
    user_id = await db.create_user("John Doe", "john@example.com")
    assert_type(user_id, int)
    assert user_id > 0

    user = await db.get_user_by_id(user_id)
    assert_type(user, User | None)
    assert user is not None
    assert_type(user.id, int)
    assert_type(user.name, str)
    assert_type(user.is_active, bool | None)
    assert_type(user.created_at, datetime.datetime | None)
    assert (user.id, user.name, user.email) == (user_id, "John Doe", "john@example.com")
    assert user.is_active is True
    assert isinstance(user.created_at, datetime.datetime)
    assert await db.get_user_by_id(user_id + 1000) is None
    assert await db.get_user_by_email("john@example.com") == user

    post_id = await db.create_post(
        user_id, "My First Post", "This is the content of my first post."
    )
    assert_type(post_id, int)
    posts = await db.get_posts_by_user_id(user_id)
    assert_type(posts, list[GetPostsByUserIDRow])
    assert [post.title for post in posts] == ["My First Post"]
    post = await db.get_post_by_id(post_id)
    assert_type(post, GetPostByIDRow | None)
    assert post is not None
    assert_type(post.author_name, str)
    assert (post.author_name, post.author_email) == ("John Doe", "john@example.com")

    await db.update_user(user_id, name="John Smith")
    renamed = await db.get_user_by_id(user_id)
    assert renamed is not None
    assert (renamed.name, renamed.email) == ("John Smith", "john@example.com")
    await db.update_user(user_id, name=None, email="smith@example.com")
    moved = await db.get_user_by_id(user_id)
    assert moved is not None
    assert (moved.name, moved.email) == ("John Smith", "smith@example.com")

    await db.update_post(post_id, "Renamed", None, True)
    published = await db.get_published_posts()
    assert [(p.title, p.content, p.published) for p in published] == [("Renamed", None, True)]

    other = await db.create_user(name="Ada", email="ada@example.com")
    listed = await db.list_users(10, 0)
    assert_type(listed, list[User])
    assert {u.id for u in listed} == {user_id, other}
    assert len(await db.list_users(limit=1, offset=1)) == 1

    await db.delete_post(post_id)
    assert await db.get_post_by_id(post_id) is None


async def call_at_once(db: Queries) -> None:
    user_id = await db.create_user("Grace", "grace@example.com")
    user, posts = await asyncio.gather(db.get_user_by_id(user_id), db.get_posts_by_user_id(user_id))
    assert_type(user, User | None)
    assert user is not None
    assert posts == []


async def break_rules(db: Queries) -> None:
    await db.create_user("User 1", "twice@example.com")
    try:
        await db.create_user("User 2", "twice@example.com")
    except flash_core.UniqueViolation as error:
        assert "unique constraint" in str(error).lower()
        assert error.__cause__ is not None
    else:
        raise AssertionError("a duplicate was accepted")


async def roll_back(db: Queries) -> None:
    before = len(await db.list_users(100, 0))
    try:
        async with db.transaction() as tx:
            assert_type(tx, Queries)
            user_id = await tx.create_user("Nobody", "nobody@example.com")
            await tx.create_user_profile(user_id, "bio")
            async with tx.transaction() as inner:
                await inner.create_user("Nobody 2", "nobody2@example.com")
            raise KeyError(user_id)
    except KeyError:
        pass
    assert len(await db.list_users(100, 0)) == before

    async with db.transaction() as tx:
        try:
            async with tx.transaction() as inner:
                await inner.create_user("Nobody", "nobody@example.com")
                raise KeyError
        except KeyError:
            pass
        await tx.create_user("Somebody", "somebody@example.com")
    names = {user.name for user in await db.list_users(100, 0)}
    assert "Somebody" in names
    assert "Nobody" not in names


async def use_parts(db: Queries) -> None:
    users: UserQueriesProtocol = UserQueries(db.db)
    found = await users.list_users(1, 0)
    assert_type(found, list[User])
    assert len(found) == 1
    assert await PostQueries(db.db).get_post_by_id(0) is None


async def run_alone(db: Queries) -> None:
    """All that one connection can do."""
    await call_everything(db)
    await break_rules(db)
    await roll_back(db)
    await use_parts(db)


async def run(db: Queries) -> None:
    """All that a pool can do."""
    await run_alone(db)
    await call_at_once(db)
