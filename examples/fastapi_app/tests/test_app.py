"""The app over HTTP, on a database that forgets every test."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import flash_core
import pytest
from app import app, get_db
from flash_core.testing import rolled_back
from flash_gen import new
from httpx import ASGITransport, AsyncClient

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

pytestmark = pytest.mark.anyio

SCHEMA = Path(__file__).parent.parent / "db" / "schema" / "schema.sql"
JOHN = {"name": "John Doe", "email": "john@example.com"}


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
async def client(tmp_path: Path) -> AsyncIterator[AsyncClient]:
    async with flash_core.connect(f"sqlite:///{tmp_path}/test.db") as database:
        await database.execute_script(SCHEMA.read_text("utf-8"))
        async with (
            rolled_back(database) as connection,
            AsyncClient(transport=ASGITransport(app), base_url="http://test") as client,
        ):
            app.dependency_overrides[get_db] = lambda: new(connection)
            yield client
    app.dependency_overrides.clear()


async def test_a_user_is_created_changed_and_deleted(client: AsyncClient) -> None:
    created = await client.post("/users", json=JOHN)
    assert created.status_code == 201
    user = created.json()
    assert (user["name"], user["is_active"]) == ("John Doe", True)
    changed = await client.patch(f"/users/{user['id']}", json={"name": "John Smith"})
    assert changed.json() == {**user, "name": "John Smith"}
    assert (await client.get("/users")).json() == [changed.json()]
    assert (await client.delete(f"/users/{user['id']}")).status_code == 204
    assert (await client.get(f"/users/{user['id']}")).status_code == 404


async def test_an_address_that_is_taken_is_a_conflict(client: AsyncClient) -> None:
    assert (await client.post("/users", json=JOHN)).status_code == 201
    again = await client.post("/users", json=JOHN)
    assert (again.status_code, again.json()["detail"]) == (
        409,
        "this address belongs to another user",
    )
    assert len((await client.get("/users")).json()) == 1


async def test_a_request_that_makes_no_sense_is_refused(client: AsyncClient) -> None:
    assert (await client.post("/users", json={"name": "", "email": "x"})).status_code == 422
    assert (await client.post("/users/7/posts", json={"title": "A"})).status_code == 404


async def test_a_post_has_its_author(client: AsyncClient) -> None:
    user_id = (await client.post("/users", json=JOHN)).json()["id"]
    post = (await client.post(f"/users/{user_id}/posts", json={"title": "First"})).json()
    assert (post["author_name"], post["published"]) == ("John Doe", True)
    listed = (await client.get(f"/users/{user_id}/posts")).json()
    assert [each["title"] for each in listed] == ["First"]


async def test_the_app_opens_its_pool_and_closes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.URL", f"sqlite:///{tmp_path}/real.db")
    async with app.router.lifespan_context(app):
        database: flash_core.Database = app.state.database
        assert await database.execute("SELECT 1") == 1
    with pytest.raises(flash_core.ProgrammingError, match="not open"):
        await database.execute("SELECT 1")
