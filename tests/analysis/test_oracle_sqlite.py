"""SQLite itself is asked: every value of a query's rows is what we say its column holds.

A file of ``tests/corpus/sqlite`` is a schema with rows, and the queries over it, from the
first ``-- name:`` on.  Each is run over all rows, over one row a table and over none, with
several arguments.  A new construct is a new query in one of them.  What the rows cannot
tell may stand under the name of a query, and is compared with our answer::

    -- params: id INTEGER, name TEXT?, note TEXT?=
    -- columns: id INTEGER!, name TEXT?

``?`` takes or may be NULL, ``?=`` may be left out, ``!`` is never NULL.  A column that can
hold anything must be stated so.  ``-- needs:`` on a file's first line names an option that
SQLite was compiled with, without which the file is skipped.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flash_core.engine import Engine
from tests.analysis.sqlite_server import observed, unfit

if TYPE_CHECKING:
    from flash_core.analysis.model import Parameter, Query
    from tests.analysis.conftest import AnalyseAll, LoadCatalog

_CORPUS = Path(__file__).parent.parent / "corpus"
_FILES = sorted((_CORPUS / "sqlite").glob("*.sql"))
_STATEMENT = re.compile(r"(?m)^(params|columns):(.*)$")
_NEEDS = re.compile(r"-- needs: (\w+)\n")


def _compiled_with(option: str) -> bool:
    with closing(sqlite3.connect(":memory:")) as connection:
        row = connection.execute("SELECT sqlite_compileoption_used(?)", (option,)).fetchone()
        return bool(row[0])


def _marked(parameter: Parameter) -> str:
    marks = "*" * parameter.slice + "?" * parameter.nullable + "=" * parameter.optional
    return f"{parameter.name} {parameter.type}{marks}"


def _stated(query: Query) -> list[str]:
    """Return what the comments of a query state and we do not answer."""
    ours = {
        "params": ", ".join(map(_marked, query.parameters)),
        "columns": ", ".join(
            f"{c.name} {c.type}{'?' if c.nullable else '!'}" for c in query.columns
        ),
    }
    stated = dict(_STATEMENT.findall(query.doc))
    found = [f"{what} {ours[what]}" for what in stated if ours[what] != stated[what].strip()]
    if "columns" not in stated and any(column.type.name == "ANY" for column in query.columns):
        found.append(f"columns {ours['columns']} are not stated")
    return found


def _differences(
    schema: str, queries: str, load: LoadCatalog, analyse_all: AnalyseAll
) -> list[str]:
    catalog = load(schema, Engine.SQLITE)
    found: list[str] = []
    analysed: list[Query] = []
    for query, problems in analyse_all(queries, catalog):
        if query is None:
            found += [problem.render() for problem in problems]
        else:
            analysed.append(query)
    for query, seen in zip(analysed, observed(schema, analysed), strict=True):
        wrong = [*unfit(query, seen), *_stated(query)]
        found += ["\n  ".join([query.name, *wrong])] if wrong else []
    return found


@pytest.mark.parametrize("file", _FILES, ids=[file.stem for file in _FILES])
def test_rows_are_what_we_say_of_them(
    file: Path, load_catalog: LoadCatalog, analyse_all: AnalyseAll
) -> None:
    schema, mark, queries = file.read_text("utf-8").partition("-- name:")
    if (needs := _NEEDS.match(schema)) and not _compiled_with(needs[1]):
        pytest.skip(f"this SQLite was compiled without {needs[1]}")
    found = _differences(schema, mark + queries, load_catalog, analyse_all)
    assert not found, "\n\n".join(found)


def test_the_rows_of_chinook_are_what_we_say_of_them(
    load_catalog: LoadCatalog, analyse_all: AnalyseAll
) -> None:
    schema = (_CORPUS / "chinook" / "sqlite.sql").read_text("utf-8")
    text = (_CORPUS / "queries" / "chinook-sqlite.sql").read_text("utf-8")
    rows, mark, queries = text.partition("-- name:")
    found = _differences(schema + rows, mark + queries, load_catalog, analyse_all)
    assert not found, "\n\n".join(found)
