"""SQL names become Python names that people would have chosen, and never a syntax error."""

from __future__ import annotations

import keyword

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flash_core.codegen import names
from flash_core.codegen.plurals import singular

SINGULARS = {
    "users": "user",
    "categories": "category",
    "addresses": "address",
    "statuses": "status",
    "classes": "class",
    "boxes": "box",
    "branches": "branch",
    "dishes": "dish",
    "buses": "bus",
    "viruses": "virus",
    "houses": "house",
    "causes": "cause",
    "databases": "database",
    "purchases": "purchase",
    "people": "person",
    "children": "child",
    "movies": "movie",
    "ties": "tie",
    "photos": "photo",
    "heroes": "hero",
    "shoes": "shoe",
    "analyses": "analysis",
    "news": "news",
    "series": "series",
    "status": "status",
    "bus": "bus",
    "analysis": "analysis",
    "address": "address",
    "data": "data",
    "sheep": "sheep",
    "aliases": "alias",
    "menus": "menu",
}


@pytest.mark.parametrize(("plural", "expected"), SINGULARS.items())
def test_the_singular_of_a_noun_is_the_one_people_use(plural: str, expected: str) -> None:
    assert singular(plural) == expected


@pytest.mark.parametrize(
    ("query", "method"),
    [
        ("GetUserByID", "get_user_by_id"),
        ("GetPostsByUserID", "get_posts_by_user_id"),
        ("GetUserHTTPInfo", "get_user_http_info"),
        ("UpsertUserWithCOALESCE", "upsert_user_with_coalesce"),
        ("getUser2FA", "get_user2fa"),
        ("GetUsersByIDs", "get_users_by_ids"),
        ("GetTop10Users", "get_top10_users"),
        ("list_users", "list_users"),
        ("import", "import_"),
        ("A", "a"),
        ("HTTP", "http"),
        ("__secret", "_secret"),
        ("_", "query"),
    ],
)
def test_a_method_is_its_query_in_snake_case(query: str, method: str) -> None:
    assert names.method_name(query) == method


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("users", "User"),
        ("order_items", "OrderItem"),
        ("ORDER_ITEMS", "OrderItem"),
        ("PlaylistTrack", "PlaylistTrack"),
        ("userProfiles", "UserProfile"),
        ("new notes", "NewNote"),
        ("2fa_codes", "T2faCode"),
        ("none", "None_"),
        ("données", "Donnée"),
        ("日本", "日本"),
        ("%%", "Unnamed"),
        ("people", "Person"),
    ],
)
def test_the_class_of_a_table_is_one_of_its_rows(table: str, expected: str) -> None:
    assert names.singular_class(table) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("admin", "ADMIN"),
        ("in-progress", "IN_PROGRESS"),
        ("1st", "_1ST"),
        ("_x_", "X"),
        ("mro", "MRO"),
        ("None", "NONE"),
        ("", "EMPTY"),
        ("+", "VALUE"),
        ("2_", "_2"),
        ("ß", "SS"),
    ],
)
def test_an_enum_member_is_its_label_in_capitals(label: str, expected: str) -> None:
    assert names.constant_name(label) == expected


def _usable(name: str) -> bool:
    return name.isidentifier() and not keyword.iskeyword(name)


@given(st.text(max_size=20))
def test_any_text_becomes_a_usable_name_of_every_kind(text: str) -> None:
    made = [
        names.identifier(text, fallback="column"),
        names.method_name(text),
        names.camel(text),
        names.singular_class(text),
        names.table_class(text),
        names.constant_name(text),
    ]
    assert [name for name in made if not _usable(name)] == []
    assert not any(name.startswith("__") for name in made)
