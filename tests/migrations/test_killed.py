"""``apply`` that is killed, and several at once: afterwards everything is applied exactly once."""

from __future__ import annotations

import os
import time
import uuid
from random import Random
from typing import TYPE_CHECKING

import pytest

import flash_sync
from flash_sync import migrator
from flash_sync.folders import read_migrations
from flash_sync.records import Records
from tests.migrations.killed import kill, look, recover, start, write
from tests.servers import ask

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.migrations.killed import Seen

FEW = int(os.environ.get("FLASH_TEST_KILLS", "2"))


@pytest.fixture(params=["sqlite", "postgresql", "mysql"])
def engine(request: pytest.FixtureRequest) -> str:
    """Each engine."""
    return str(request.param)


@pytest.fixture
def fresh(
    engine: str, request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[Callable[[], str]]:
    """A function that makes an empty database, in the place of the one before."""
    if engine == "sqlite":

        def make_file() -> str:
            for path in tmp_path.glob("data.db*"):
                path.unlink()
            return f"sqlite://{tmp_path}/data.db"

        yield make_file
        return
    server: str = request.getfixturevalue(f"{engine}_url")
    name = f"k_{uuid.uuid4().hex[:12]}"
    drop = f"DROP DATABASE IF EXISTS {name}" + (" WITH (FORCE)" if engine == "postgresql" else "")

    def make() -> str:
        ask(server, drop)
        ask(server, f"CREATE DATABASE {name}")
        base, mark, options = server.partition("?")
        return f"{base.rpartition('/')[0]}/{name}{mark}{options}"

    yield make
    ask(server, drop)


@pytest.fixture
def folder(engine: str, tmp_path: Path) -> Path:
    """Migrations of the engine."""
    (tmp_path / "migrations").mkdir()
    return write(tmp_path / "migrations", engine)


def undisturbed(url: str, folder: Path) -> tuple[Seen, float]:
    """Apply in peace; return what that makes, and how long it takes."""
    with flash_sync.connect(url) as database:
        began = time.monotonic()
        flash_sync.migrate(database, folder)
        return look(database), time.monotonic() - began


def kill_often(fresh: Callable[[], str], folder: Path, runs: int) -> None:
    """Kill it so often at random points, each time on an empty database."""
    wanted, longest = undisturbed(fresh(), folder)
    random = Random(6)  # noqa: S311 - no secret
    for number in range(runs):
        url = fresh()
        # On a busy machine the measured time says little: what came too late comes sooner.
        within = longest * 1.2
        while not kill(url, folder, random, within):
            url, within = fresh(), within / 2
        # From time to time, what continues is killed as well.
        if number % 3 == 0:
            kill(url, folder, random, longest * 1.2)
        assert recover(url, folder) == wanted, f"run {number}"


def at_once(fresh: Callable[[], str], folder: Path, runs: int) -> None:
    """Apply by three processes at once."""
    wanted, _ = undisturbed(fresh(), folder)
    for number in range(runs):
        url = fresh()
        processes = [start(url, folder) for _ in range(3)]
        for process in processes:
            out, err = process.communicate(timeout=120)
            assert (process.returncode, out, err) == (0, b"ends\n", b""), f"run {number}"
        assert recover(url, folder) == wanted, f"run {number}"


def test_a_killed_apply_is_explained_and_finished(fresh: Callable[[], str], folder: Path) -> None:
    kill_often(fresh, folder, FEW)


@pytest.mark.fuzz
def test_a_killed_apply_is_always_explained_and_finished(
    fresh: Callable[[], str], folder: Path
) -> None:
    kill_often(fresh, folder, 300)


def test_several_at_once_apply_everything_once(fresh: Callable[[], str], folder: Path) -> None:
    at_once(fresh, folder, 1)


@pytest.mark.fuzz
def test_several_at_once_always_apply_everything_once(
    fresh: Callable[[], str], folder: Path
) -> None:
    at_once(fresh, folder, 50)


def test_what_was_killed_between_a_definition_and_its_note_is_not_done_twice(
    fresh: Callable[[], str], folder: Path, engine: str
) -> None:
    if engine == "sqlite":
        pytest.skip("nothing that cannot be repeated is outside of a transaction")
    url = fresh()
    with flash_sync.connect(url) as database:
        flash_sync.migrate(database, folder)
        wanted = look(database)
    url = fresh()
    with flash_sync.connect(url) as database:
        own = next(each for each in read_migrations(folder, database.engine) if "own" in each.id)
        database_dies_after_each_statement(database, folder, len(own.up.statements))
        assert look(database) == wanted


def database_dies_after_each_statement(
    database: flash_sync.Database, folder: Path, most: int
) -> None:
    """Apply; each statement is the last of its process, which does not come to note it."""

    class KilledError(BaseException):
        """Ends everything, and lets nobody tidy up."""

    original = Records.change
    seen: set[tuple[str, object]] = set()

    def dies_once(self: Records, identifier: str, **values: object) -> None:
        noted = "fingerprint" in values and "done" in values
        if noted and (identifier, values["done"]) not in seen:
            seen.add((identifier, values["done"]))
            raise KilledError
        original(self, identifier, **values)

    found = read_migrations(folder, database.engine)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Records, "change", dies_once)
        for _ in range(most + 40):
            try:
                migrator.apply(database, found)
            except KilledError:
                continue
            break
    assert migrator.apply(database, found) == []
    assert len(seen) >= most
