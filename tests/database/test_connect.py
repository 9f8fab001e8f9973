"""From a URL to a database, or to a message that says what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import flash_core
from flash_core import QueriesBase, Sql

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.anyio


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("sqlite://./data.db", "data.db"),
        ("sqlite://data.db", "data.db"),
        ("sqlite:///./data.db", "data.db"),
        ("sqlite:data.db", "data.db"),
        ("SQLite://./data.db", "data.db"),
        ("sqlite://./my%20data.db", "my data.db"),
        ("sqlite://data.db?cache=private", "data.db"),
        ("sqlite:///{cwd}/deep.db", "deep.db"),
        ("sqlite://{cwd}/deep.db", "deep.db"),
    ],
)
async def test_a_sqlite_url_names_a_file(
    url: str, file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with flash_core.connect(url.replace("{cwd}", str(tmp_path))) as database:
        await database.execute("CREATE TABLE t (id INTEGER)")
    assert file in names(tmp_path)


@pytest.mark.parametrize(
    "url", ["sqlite://:memory:", "sqlite:///:memory:", "sqlite://", "sqlite://x?mode=memory"]
)
async def test_a_sqlite_url_can_name_memory(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with flash_core.connect(url) as database:
        await database.execute("CREATE TABLE t (id INTEGER)")
        assert await database.fetch(Sql[tuple[int]]("SELECT id FROM t")) == []
    assert names(tmp_path) == []


async def test_a_sqlite_file_is_set_up_for_concurrent_use(tmp_path: Path) -> None:
    async with flash_core.connect(f"sqlite://{tmp_path}/x.db") as database:
        for connection in (database, database.transaction()):
            if isinstance(connection, flash_core.Transaction):
                async with connection as tx:
                    db = QueriesBase(tx)
                    assert await db.fetchval("PRAGMA foreign_keys") == 1
            else:
                db = QueriesBase(connection)
                assert await db.fetchval("PRAGMA foreign_keys") == 1
                assert await db.fetchval("PRAGMA journal_mode") == "wal"


async def test_a_read_only_sqlite_file_can_be_read(tmp_path: Path) -> None:
    async with flash_core.connect(f"sqlite://{tmp_path}/x.db") as database:
        await database.execute("CREATE TABLE t (id INTEGER)")
    async with flash_core.connect(f"sqlite://{tmp_path}/x.db?mode=ro") as database:
        assert await database.fetch(Sql[tuple[int]]("SELECT id FROM t")) == []
        with pytest.raises(flash_core.OperationalError):
            await database.execute("INSERT INTO t VALUES (1)")


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("", "not a database URL"),
        ("data.db", "not a database URL"),
        ("oracle://x/y", '"oracle:" names no engine'),
        ("mysql+nothing://user:secret@localhost/x", "mysql has no driver nothing"),
        ("mysql://user:secret@localhost:port/x", "not a MySQL URL"),
        ("mysql://user:secret@localhost/x?charst=utf8", "no option charst; there are charset"),
        ("mysql://user:secret@localhost/x?connect_timeout=soon", "a number of seconds; got soon"),
        ("mysql://user:secret@localhost/x?ssl=maybe", "verify_identity; got maybe"),
        ("mysql://user:secret@localhost/x?ssl_ca=/nowhere.pem", "ssl_ca) cannot be read"),
        ("postgresql+nothing://localhost/x", "postgresql has no driver nothing"),
        ("sqlite+nothing://x", "sqlite has no driver nothing"),
    ],
)
async def test_a_url_that_is_not_understood_is_a_config_error(url: str, words: str) -> None:
    with pytest.raises(flash_core.ConfigError) as caught:
        flash_core.connect(url)
    assert words in str(caught.value)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(("min_size", "max_size"), [(0, 0), (5, 2), (-1, 5)])
async def test_impossible_pool_sizes_are_config_errors(min_size: int, max_size: int) -> None:
    with pytest.raises(flash_core.ConfigError, match="max_size"):
        flash_core.connect("sqlite://:memory:", min_size=min_size, max_size=max_size)


async def test_a_server_that_cannot_be_reached_is_named(drivers: list[str]) -> None:
    for driver in drivers:
        url = f"postgresql+{driver}://user:secret@127.0.0.1:1/x"
        with pytest.raises(flash_core.ConnectionLost) as caught:
            async with flash_core.connect(url, timeout=2):
                pass
        assert "127.0.0.1:1" in str(caught.value)
        assert "secret" not in str(caught.value)
        assert caught.value.__cause__ is not None


async def test_a_database_that_does_not_exist_is_named(
    postgresql_url: str, drivers: list[str]
) -> None:
    base, _, tail = postgresql_url.partition("?")
    for driver in drivers:
        url = base.rpartition("/")[0] + "/nowhere" + (f"?{tail}" if tail else "")
        url = url.replace("postgresql://", f"postgresql+{driver}://")
        with pytest.raises(flash_core.ConnectionLost, match='"nowhere" does not exist'):
            async with flash_core.connect(url, timeout=2):
                pass


async def test_a_sqlite_file_in_no_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(flash_core.ConnectionLost, match=f"there is no folder {tmp_path}/no"):
        async with flash_core.connect(f"sqlite://{tmp_path}/no/x.db"):
            pass


async def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    path.write_text("not a database, but long enough to look at" * 50)
    with pytest.raises(flash_core.ConnectionLost, match=r"x\.db: file is not a database"):
        async with flash_core.connect(f"sqlite://{path}"):
            pass


async def test_the_driver_may_be_left_open(postgresql_url: str) -> None:
    for scheme in ("postgres", "postgresql"):
        url = postgresql_url.replace("postgresql", scheme, 1)
        async with flash_core.connect(url) as database:
            assert await database.fetchval(Sql[tuple[int]]("SELECT 1")) == 1
