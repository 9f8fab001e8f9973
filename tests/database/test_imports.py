"""What importing the packages loads, and what it does not."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import flash_core
import flash_sync

if TYPE_CHECKING:
    from pathlib import Path

COMPILER = ["sql", "catalog", "analysis", "codegen", "migrations", "types", "config", "cli"]
HEAVY = ["click", "rich", "sqlglot", "postgast", *(f"flash_core.{name}" for name in COMPILER)]
DRIVERS = ["asyncpg", "psycopg", "psycopg_pool", "aiosqlite", "aiomysql", "asyncmy", "pymysql"]


def loaded(statement: str) -> set[str]:
    """Return the modules that a fresh interpreter has after a statement."""
    program = f"import sys\nbefore = set(sys.modules)\n{statement}\nprint(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    return set(run.stdout.split())


def test_importing_flash_core_loads_neither_runtime_nor_compiler() -> None:
    modules = loaded("import flash_core")
    assert modules.isdisjoint([*HEAVY, *DRIVERS, "asyncio", "flash_core.database"])


def test_using_flash_core_loads_no_compiler_and_no_driver() -> None:
    modules = loaded("from flash_core import connect, wrap, QueriesBase, UniqueViolation")
    assert "flash_core.database" in modules
    assert modules.isdisjoint([*HEAVY, *DRIVERS])


def test_connecting_loads_the_driver_of_the_url_only() -> None:
    modules = loaded("import flash_core; flash_core.connect('postgresql+psycopg://localhost/x')")
    assert "psycopg" in modules
    assert modules.isdisjoint([*HEAVY, "asyncpg", "aiosqlite", "aiomysql"])
    modules = loaded("import flash_core; flash_core.connect('mysql+asyncmy://localhost/x')")
    assert "asyncmy" in modules
    assert modules.isdisjoint([*HEAVY, "psycopg", "asyncpg", "aiosqlite", "aiomysql", "pymysql"])


@pytest.mark.parametrize("url", [None, "sqlite://:memory:"])
def test_flash_sync_needs_no_event_loop_and_no_compiler(url: str | None) -> None:
    statement = "import flash_sync"
    if url is not None:
        statement += f"\nwith flash_sync.connect({url!r}) as db: db.execute('SELECT 1')"
    modules = loaded(statement)
    assert modules.isdisjoint([*HEAVY, *DRIVERS, "asyncio", "flash_core.database"])


@pytest.mark.parametrize("package", ["flash_core", "flash_sync"])
def test_migrating_reads_files_without_a_grammar_or_a_catalog(package: str, tmp_path: Path) -> None:
    (tmp_path / "20240101000000_one.up.sql").write_text("CREATE TABLE one (id INTEGER);")
    run = "import flash_sync\n" if package == "flash_sync" else "import asyncio, flash_core\n"
    way, wait, end = ("", "", "main()")
    if package == "flash_core":
        way, wait, end = "async ", "await ", "asyncio.run(main())"
    run += f"{way}def main():\n"
    run += f"    {way}with {package}.connect('sqlite://:memory:') as database:\n"
    run += f"        assert {wait}{package}.migrate(database, {str(tmp_path)!r})\n{end}"
    modules = loaded(run)
    grammars = [f"flash_core.sql.{name}" for name in ("parse", "postgres", "mysql", "syntax")]
    heavy = {*HEAVY, *grammars} - {"flash_core.sql", "flash_core.migrations"}
    assert modules.isdisjoint(heavy)
    assert "flash_core.migrations.sections" in modules


def test_both_packages_have_the_same_names() -> None:
    assert flash_core.__all__ == flash_sync.__all__
    for name in flash_core.__all__:
        assert hasattr(flash_core, name)
        assert hasattr(flash_sync, name)
    assert set(flash_core.__all__) <= set(dir(flash_core))


def test_exceptions_and_values_are_the_same_in_both_packages() -> None:
    for name in flash_core.__all__:
        value = getattr(flash_core, name)
        if isinstance(value, type) and issubclass(value, Exception):
            assert getattr(flash_sync, name) is value
    assert flash_core.Sql is flash_sync.Sql


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        getattr(flash_core, "nothing")  # noqa: B009 - a type checker would refuse the attribute


def test_typed_sql_is_a_plain_string() -> None:
    sql = flash_core.Sql[tuple[int, str]]("SELECT 1")
    assert type(sql) is str
    assert sql == "SELECT 1"
