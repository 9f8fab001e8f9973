"""The views over HTTP, on a database that forgets every test."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

os.environ["DJANGO_SETTINGS_MODULE"] = "settings"
os.environ["DATABASE_NAME"] = ":memory:"

import django
from django.db import connection
from django.test import Client
from flash_gen import new
from flash_sync.testing import rolled_back

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA = Path(__file__).parent.parent / "db" / "schema" / "schema.sql"
JOHN = json.dumps({"name": "John Doe", "email": "john@example.com"})
JSON = "application/json"


@pytest.fixture(scope="session")
def tables() -> Iterator[None]:
    django.setup()
    with connection.cursor() as cursor:
        for statement in filter(str.strip, SCHEMA.read_text("utf-8").split(";")):
            cursor.execute(statement)
    yield
    connection.close()


@pytest.fixture
def client(tables: None) -> Iterator[Client]:
    del tables
    with rolled_back(connection):
        yield Client()


def test_a_user_is_created_changed_and_deleted(client: Client) -> None:
    created = client.post("/users", JOHN, JSON)
    assert created.status_code == 201
    user = created.json()
    assert (user["name"], user["is_active"]) == ("John Doe", True)
    changed = client.patch(f"/users/{user['id']}", '{"name": "John Smith"}', JSON).json()
    assert changed == {**user, "name": "John Smith"}
    assert client.get("/users").json() == [changed]
    assert client.delete(f"/users/{user['id']}").status_code == 204
    assert client.get(f"/users/{user['id']}").status_code == 404


def test_an_address_that_is_taken_is_a_conflict(client: Client) -> None:
    assert client.post("/users", JOHN, JSON).status_code == 201
    assert client.post("/users", JOHN, JSON).status_code == 409
    assert len(new(connection).list_users(10, 0)) == 1


def test_a_request_that_makes_no_sense_is_refused(client: Client) -> None:
    assert client.post("/users", '{"name": "", "email": "x"}', JSON).status_code == 422


def test_a_post_is_published(client: Client) -> None:
    user_id = client.post("/users", JOHN, JSON).json()["id"]
    posts = client.post(f"/users/{user_id}/posts", '{"title": "First"}', JSON).json()
    assert [(post["title"], post["published"]) for post in posts] == [("First", True)]
