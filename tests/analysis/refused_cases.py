"""Blocks of ``tests/corpus/refused…``: what is said of a statement, and where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from flash_core.analysis.query import analyse
from flash_core.sql.placeholders import rewrite
from flash_core.sql.queries import read_queries
from flash_core.sql.source import Diagnostic, Severity, SourceFile

if TYPE_CHECKING:
    from pathlib import Path

    from flash_core.catalog.model import Catalog

_NOTE: Final = re.compile(r"-- (\w+): (.*)")
_HEAD: Final = "-- name: Q :exec\n"


@dataclass(frozen=True, slots=True)
class Case:
    """One block: ``place`` is the marked range of ``sql``, ``notes`` what stands above it."""

    line: int
    sqlstate: str
    message: str
    notes: tuple[tuple[str, str], ...]
    sql: str
    place: tuple[int, int]

    def noted(self, word: str) -> list[str]:
        return [text for name, text in self.notes if name == word]


def read_cases(file: Path) -> list[Case]:
    """Return the blocks of a file."""
    cases: list[Case] = []
    line = 1
    for block in file.read_text("utf-8").rstrip("\n").split("\n\n"):
        notes = [found.groups() for found in map(_NOTE.match, block.split("\n")) if found]
        sql = "\n".join(line for line in block.split("\n") if not _NOTE.match(line))
        start, end = sql.index("«"), sql.index("»") - 1
        sql = sql.replace("«", "").replace("»", "")
        (sqlstate, message), *rest = notes
        pairs = tuple((name, text) for name, text in rest)
        cases.append(Case(line, sqlstate, message, pairs, sql, (start, end)))
        line += block.count("\n") + 2
    return cases


def problems_of(sql: str, catalog: Catalog) -> tuple[list[Diagnostic], str]:
    """Return our errors, and the statement as it is sent to the server."""
    source = SourceFile("queries.sql", f"{_HEAD}{sql}\n")
    (block,), problems = read_queries(source, catalog.engine)
    _, more = analyse(block, source, catalog)
    errors = [one for one in (*problems, *more) if one.severity is Severity.ERROR]
    return errors, rewrite(source, block.body, catalog.engine)[0].sql


def what_is_wrong(case: Case, catalog: Catalog) -> list[str]:
    """Compare what we report with what the block says."""
    errors, _ = problems_of(case.sql, catalog)
    main = [one for one in errors if (one.sqlstate, one.message) == (case.sqlstate, case.message)]
    if not main:
        return ["we say: " + "; ".join(f"{one.sqlstate} {one.message}" for one in errors)]
    found: list[str] = []
    place = main[0].span.start - len(_HEAD), main[0].span.end - len(_HEAD)
    if place != case.place:
        found.append(f"we underline {case.sql[slice(*place)]!r}")
    if (main[0].hint or "") != "".join(case.noted("help")):
        found.append(f"our hint: {main[0].hint}")
    also = [one.message for one in errors if one is not main[0]]
    if also != case.noted("also"):
        found.append(f"we also say: {also}")
    return found
