"""What is read from a live MariaDB database stands without the database's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flash_core.errors import OperationalError
from tests.migrations.live_mariadb import LiveMariaDB

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def live(mysql_url: str) -> Iterator[LiveMariaDB]:
    """An empty MariaDB database."""
    found = LiveMariaDB(mysql_url)
    yield found
    found.close()


def test_a_view_that_reads_json_too_names_no_database(live: LiveMariaDB) -> None:
    (name,) = live.rows("SELECT DATABASE()")[0]
    live.run(f"CREATE TABLE j (id INT, d JSON); CREATE TABLE {name} (id INT, n INT)")
    live.run(
        f"CREATE VIEW v AS SELECT max({name}.n) AS m, x.k FROM ({name} LEFT JOIN j ON j.id = {name}.id)"
        " JOIN JSON_TABLE(j.d, '$[*]' COLUMNS (k INT PATH '$')) AS x ON x.k = j.id"
        " WHERE EXISTS (SELECT 1 FROM j AS i WHERE i.id = j.id) GROUP BY x.k"
    )
    (text,) = (item.sql for item in live.dump() if item.kind == "view")
    live.run("DROP VIEW v")
    live.run(text)
    (again,) = (item.sql for item in live.dump() if item.kind == "view")
    assert again == text
    assert f"`{name}`.`j`" not in text
    assert f"`{name}`.`{name}`" not in text


def test_bytes_that_are_no_text_name_their_table(live: LiveMariaDB) -> None:
    live.run("CREATE TABLE bytes (b VARBINARY(4) DEFAULT (unhex('ff')))")
    (text,) = (item.sql for item in live.dump())
    assert "unhex('ff')" in text
    live.run("ALTER TABLE bytes MODIFY b VARBINARY(4) DEFAULT x'ff'")
    with pytest.raises(OperationalError, match="prints table bytes with bytes that are no text"):
        live.dump()
