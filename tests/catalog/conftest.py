"""Schemas as text to catalogs."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import pytest

from flash_core.catalog.build import build
from flash_core.sql.parse import parse_script
from flash_core.sql.source import SourceFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from flash_core.catalog.model import Catalog
    from flash_core.engine import Engine
    from flash_core.sql.source import Diagnostic
    from flash_core.sql.syntax import Statement

    Build: TypeAlias = Callable[..., tuple[Catalog, list[Diagnostic]]]
    Load: TypeAlias = Callable[..., Catalog]


@pytest.fixture
def built() -> Build:
    """Return a function from the texts of schema files to their catalog and its problems."""

    def run(
        engine: Engine, *texts: str, start: Catalog | None = None, in_order: bool = False
    ) -> tuple[Catalog, list[Diagnostic]]:
        statements: list[tuple[SourceFile, Statement]] = []
        for number, text in enumerate(texts):
            source = SourceFile(f"{number}.sql", text)
            parsed, problems = parse_script(source, engine)
            assert problems == []
            statements += [(source, statement) for statement in parsed]
        return build(statements, engine, start, in_order=in_order)

    return run


@pytest.fixture
def load(built: Build) -> Load:
    """Return a function from the texts of correct schema files to their catalog."""

    def run(engine: Engine, *texts: str) -> Catalog:
        catalog, problems = built(engine, *texts)
        assert [problem.render() for problem in problems if problem.severity == "error"] == []
        return catalog

    return run


@pytest.fixture
def parsed() -> Callable[[Engine, str], list[str]]:
    """Return a function from a script to what its grammar says against it."""

    def run(engine: Engine, text: str) -> list[str]:
        _, problems = parse_script(SourceFile("0.sql", text), engine)
        return [problem.message for problem in problems]

    return run
