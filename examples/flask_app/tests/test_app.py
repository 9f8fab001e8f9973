"""The app over HTTP, on a database that forgets every test."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import flash_sync
import pytest
from app import create_app
from flash_sync.testing import rolled_back

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask.testing import FlaskClient

SCHEMA = Path(__file__).parent.parent / "db" / "schema" / "schema.sql"
JOHN = {"name": "John Doe", "email": "john@example.com"}


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[flash_sync.Database]:
    with flash_sync.connect(f"sqlite:///{tmp_path_factory.mktemp('data')}/test.db") as database:
        database.execute_script(SCHEMA.read_text("utf-8"))
        yield database


@pytest.fixture
def client(database: flash_sync.Database) -> Iterator[FlaskClient]:
    with rolled_back(database) as connection:
        yield create_app(connection).test_client()


def test_a_user_is_created_changed_and_deleted(client: FlaskClient) -> None:
    created = client.post("/users", json=JOHN)
    assert created.status_code == 201
    user = created.get_json()
    assert (user["name"], user["is_active"]) == ("John Doe", True)
    changed = client.patch(f"/users/{user['id']}", json={"name": "John Smith"}).get_json()
    assert changed == {**user, "name": "John Smith"}
    assert client.get("/users").get_json() == [changed]
    assert client.delete(f"/users/{user['id']}").status_code == 204
    assert client.get(f"/users/{user['id']}").status_code == 404


def test_an_address_that_is_taken_is_a_conflict(client: FlaskClient) -> None:
    assert client.post("/users", json=JOHN).status_code == 201
    assert client.post("/users", json=JOHN).status_code == 409
    assert len(client.get("/users").get_json()) == 1


def test_a_request_that_makes_no_sense_is_refused(client: FlaskClient) -> None:
    assert client.post("/users", json={"name": "", "email": "x"}).status_code == 422
    assert client.post("/users/7/posts", json={"title": "A"}).status_code == 404


def test_a_post_has_its_author(client: FlaskClient) -> None:
    user_id = client.post("/users", json=JOHN).get_json()["id"]
    post = client.post(f"/users/{user_id}/posts", json={"title": "First"}).get_json()
    assert (post["author_name"], post["published"]) == ("John Doe", 1)
    listed = client.get(f"/users/{user_id}/posts").get_json()
    assert [each["title"] for each in listed] == ["First"]
