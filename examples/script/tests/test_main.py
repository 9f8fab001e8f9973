"""The import writes everything, or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from main import DuplicateError, import_users

import flash_sync
from flash_gen import Queries, new
from flash_sync.testing import rolled_back

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA = Path(__file__).parent.parent / "db" / "schema" / "schema.sql"
JOHN = {"name": "John Doe", "email": "john@example.com"}
JANE = {"name": "Jane Roe", "email": "jane@example.com"}


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[flash_sync.Database]:
    with flash_sync.connect(f"sqlite:///{tmp_path_factory.mktemp('data')}/test.db") as database:
        database.execute_script(SCHEMA.read_text("utf-8"))
        yield database


@pytest.fixture
def db(database: flash_sync.Database) -> Iterator[Queries]:
    with rolled_back(database) as connection:
        yield new(connection)


def test_users_get_a_first_post(db: Queries) -> None:
    assert import_users(db, [JOHN, JANE]) == 2
    jane, john = db.list_users(10, 0)
    assert (john.name, jane.email) == ("John Doe", "jane@example.com")
    assert [post.title for post in db.get_posts_by_user_id(john.id)] == ["Hello, I am John Doe"]


def test_nothing_is_written_when_an_address_stands_twice(db: Queries) -> None:
    with pytest.raises(DuplicateError, match=r"john@example\.com"):
        import_users(db, [JOHN, JANE, JOHN])
    assert db.list_users(10, 0) == []
