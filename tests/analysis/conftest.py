"""Schemas and queries through the real lexer, parser, catalog and types."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

from flash_core.analysis.query import analyse
from flash_core.catalog.build import build
from flash_core.sql.parse import parse_script
from flash_core.sql.queries import read_queries
from flash_core.sql.source import Diagnostic, SourceFile

if TYPE_CHECKING:
    from flash_core.analysis.model import Query
    from flash_core.catalog.model import Catalog
    from flash_core.engine import Engine

CORPUS = Path(__file__).parent.parent / "corpus"


class LoadCatalog(Protocol):
    def __call__(self, schema: str, engine: Engine) -> Catalog: ...


class AnalyseAll(Protocol):
    def __call__(
        self, text: str, catalog: Catalog
    ) -> list[tuple[Query | None, list[Diagnostic]]]: ...


class AnalyseOne(Protocol):
    def __call__(
        self, sql: str, catalog: Catalog, command: str = "many"
    ) -> tuple[Query | None, list[Diagnostic]]: ...


def _load(schema: str, engine: Engine) -> Catalog:
    source = SourceFile("schema.sql", schema)
    statements, problems = parse_script(source, engine)
    catalog, more = build([(source, statement) for statement in statements], engine)
    errors = [problem for problem in (*problems, *more) if problem.severity == "error"]
    assert not errors, "\n".join(problem.render() for problem in errors)
    return catalog


def _analyse_all(text: str, catalog: Catalog) -> list[tuple[Query | None, list[Diagnostic]]]:
    source = SourceFile("queries.sql", text)
    blocks, problems = read_queries(source, catalog.engine)
    assert not problems, "\n".join(problem.render() for problem in problems)
    return [analyse(block, source, catalog) for block in blocks]


def _analyse_one(
    sql: str, catalog: Catalog, command: str = "many"
) -> tuple[Query | None, list[Diagnostic]]:
    return _analyse_all(f"-- name: Q :{command}\n{sql}\n", catalog)[0]


@pytest.fixture(scope="session")
def load_catalog() -> LoadCatalog:
    """Turn a schema's text into a catalog."""
    return _load


@pytest.fixture(scope="session")
def analyse_all() -> AnalyseAll:
    """Analyse every query of a file's text."""
    return _analyse_all


@pytest.fixture(scope="session")
def analyse_one() -> AnalyseOne:
    """Analyse one statement."""
    return _analyse_one


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Folder of the schemas and queries that many tests share."""
    return CORPUS
