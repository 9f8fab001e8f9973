"""With ``"rows": "typeddict"`` rows are real dictionaries, as the guide's web snippets use them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.examples.conftest import Project

SCRIPT = """
import json, sys
import flash_sync
from flash_gen import new

with flash_sync.connect(sys.argv[1]) as database:
    db = new(database)
    user_id = db.create_user("Test User", "test@example.com")
    user = db.get_user_by_id(user_id)
    assert type(user) is dict
    assert user["id"] == user_id
    assert user["name"] == "Test User"
    assert json.loads(json.dumps(user, default=str))["email"] == "test@example.com"
    user["posts"] = db.get_posts_by_user_id(user_id)
    assert user["posts"] == []
    assert [row["id"] for row in db.list_users(10, 0)] == [user_id]
    assert db.get_user_by_id(0) is None
"""


@pytest.mark.parametrize("engine", ["postgresql", "sqlite"])
def test_a_row_is_a_dict_and_takes_new_keys(
    project: Callable[[str, str], Project],
    request: pytest.FixtureRequest,
    tmp_path: Path,
    engine: str,
) -> None:
    if engine == "postgresql":
        url: str = request.getfixturevalue("postgresql_url")
    else:
        url = f"sqlite://{tmp_path}/data.db"
    made = project(f"guide-{engine}", url)
    config = made.root / "flash.config.json"
    settings = json.loads(config.read_text("utf-8"))
    settings["gen"]["python"] |= {"rows": "typeddict", "async": False}
    config.write_text(json.dumps(settings), "utf-8")
    made.flash("migrate", "initial schema")
    made.flash("apply")
    made.flash("gen")
    assert not (made.root / "flash_gen/sync").exists()
    (made.root / "script.py").write_text(SCRIPT, "utf-8")
    made.python("script.py", url)
