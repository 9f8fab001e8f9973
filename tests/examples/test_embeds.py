"""``flash.embed``: rows inside rows, in every style, as two engines deliver them."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flash_core.config import RowStyle
from tests.examples.test_generated_types import CHECKERS, check

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.examples.conftest import Project

SCRIPTS = Path(__file__).parent / "scripts"

ENGINES = {
    "asyncpg": "postgresql",
    "psycopg": "postgresql",
    "sqlite": "sqlite",
    "aiomysql": "mysql",
    "asyncmy": "mysql",
}
RESTART = {
    "postgresql": "ALTER SEQUENCE users_id_seq RESTART",
    "mysql": "ALTER TABLE users AUTO_INCREMENT = 1",
}


def use(made: Project, rows: RowStyle) -> None:
    config = made.root / "flash.config.json"
    settings = json.loads(config.read_text("utf-8"))
    settings["gen"]["python"]["rows"] = str(rows)
    config.write_text(json.dumps(settings), "utf-8")
    made.flash("gen")


@pytest.mark.parametrize("driver", ["asyncpg", "psycopg", "sqlite", "aiomysql", "asyncmy"])
def test_embedded_rows_are_what_the_database_holds(
    project: Callable[[str, str], Project],
    request: pytest.FixtureRequest,
    tmp_path: Path,
    driver: str,
) -> None:
    engine = ENGINES[driver]
    url = f"sqlite://{tmp_path}/data.db"
    if engine != "sqlite":
        given: str = request.getfixturevalue(f"{engine}_url")
        url = given.replace(engine, f"{engine}+{driver}", 1)
    made = project(f"embeds-{engine}", url)
    made.flash("migrate", "initial schema")
    made.flash("apply")
    shutil.copy(SCRIPTS / "run_embeds.py", made.root)
    made.add_sync_twin("run_embeds.py", "run_embeds_sync.py")
    text = (made.root / "run_embeds_sync.py").read_text("utf-8")
    (made.root / "run_embeds_sync.py").write_text(text.replace("asyncio.run(main())", "main()"))
    clear = made.root / "clear.py"
    clear.write_text(
        "import sys, flash_sync\nwith flash_sync.connect(sys.argv[1]) as db:\n"
        "    db.execute('DELETE FROM posts')\n    db.execute('DELETE FROM users')\n"
        + (f"    db.execute('{RESTART[engine]}')\n" if engine in RESTART else ""),
        "utf-8",
    )
    for rows in RowStyle:
        use(made, rows)
        made.python("run_embeds.py", url)
        made.python("clear.py", url.replace(f"+{driver}", ""))
    if driver not in {"asyncpg", "asyncmy"}:
        made.python("run_embeds_sync.py", url.replace("+aiomysql", ""))


@pytest.mark.parametrize("engine", ["postgresql", "mysql", "sqlite"])
def test_embeds_are_written_as_ruff_formats_them(
    project: Callable[[str, str], Project], tmp_path: Path, engine: str
) -> None:
    made = project(f"embeds-{engine}", f"{engine}://{tmp_path}/none.db")
    for rows in RowStyle:
        use(made, rows)
        done = made.run(sys.executable, "-m", "ruff", "format", "--isolated", "--diff", "flash_gen")
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.typecheck
@pytest.mark.parametrize("checker", CHECKERS)
@pytest.mark.parametrize("engine", ["postgresql", "mysql", "sqlite"])
def test_type_checkers_accept_embeds_in_every_style(
    project: Callable[[str, str], Project], tmp_path: Path, engine: str, checker: str
) -> None:
    made = project(f"embeds-{engine}", f"{engine}://{tmp_path}/none.db")
    folders: list[str] = []
    for rows in RowStyle:
        use(made, rows)
        shutil.copytree(made.root / "flash_gen", made.root / f"gen_{rows}")
        folders.append(f"gen_{rows}")
    check(made, checker, *folders)


def test_a_row_that_could_not_be_told_from_nulls_is_refused(
    project: Callable[[str, str], Project], tmp_path: Path
) -> None:
    made = project("embeds-sqlite", f"sqlite://{tmp_path}/none.db")
    (made.root / "db/schema/notes.sql").write_text("CREATE TABLE notes (post INTEGER, text TEXT);")
    queries = made.root / "db/queries/notes.sql"
    queries.write_text(
        "-- name: Noted :many\nSELECT flash.embed(p), flash.embed(n)\n"
        "FROM posts p LEFT JOIN notes n ON p.id = 1;\n"
    )
    done = made.run(sys.executable, "-m", "flash_core.cli", "gen")
    assert done.returncode == 1
    assert "db/queries/notes.sql:1:10: error: flash.embed(n) in query Noted: a row" in done.stderr
    queries.write_text("-- name: Notes :many\nSELECT flash.embed(notes) FROM notes;\n")
    made.flash("gen")
