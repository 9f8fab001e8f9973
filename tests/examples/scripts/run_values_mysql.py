"""Enums, sets and JSON of the guide's schema: ``run_values_mysql.py URL``; the same on every driver."""

from __future__ import annotations

import asyncio
import sys
from typing import assert_type

import flash_core
from flash_core import JsonValue
from flash_gen import CountByRoleRow, PostsTags, UserProfile, UserProfilesRole, new


async def main(url: str) -> None:
    async with flash_core.connect(url) as database:
        db = new(database)
        user_id = await db.create_user("Ada", "ada@example.com")
        await db.create_user_profile(user_id, None)
        profile = await db.get_user_profile(user_id)
        assert_type(profile, UserProfile | None)
        assert profile is not None
        assert profile.role is UserProfilesRole.USER
        assert await db.set_role(UserProfilesRole.ADMIN, user_id) == 1
        assert await db.set_role(UserProfilesRole.ADMIN, user_id + 1) == 0
        assert await db.count_by_role() == [CountByRoleRow(UserProfilesRole.ADMIN, 1)]

        settings: JsonValue = {"theme": "dark", "sizes": [1, 2.5, None], "é": 'quo"te'}
        saved = await db.save_preferences(user_id, settings, "just text")
        assert (saved.preferences, saved.settings) == (settings, "just text")
        kept = await db.get_preferences(user_id)
        assert kept is not None
        assert (kept.preferences, kept.settings) == (settings, "just text")

        post_id = await db.create_post(user_id, "Tagged", None)
        tags = await db.get_tags(post_id)
        assert_type(tags, frozenset[PostsTags] | None)
        assert tags is None
        both = frozenset({PostsTags.FUN, PostsTags.NEWS})
        assert await db.tag_post(both, post_id) == 1
        assert await db.get_tags(post_id) == both
        assert [row.tags for row in await db.posts_with_tag("fun")] == [both]
        assert await db.posts_tagged([both, frozenset()]) == ["Tagged"]
        assert await db.posts_tagged([]) == []

        await db.delete_post(post_id)
        rows = await db.posts_with_authors()
        assert rows == []


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
