"""What SQLite refuses, Flash refuses: in its words, with the wrong word underlined.

A file of ``tests/corpus/refused-sqlite`` is a list of statements over its ``schema.sql``::

    -- error: no such column: nam
    -- help: did you mean "name"?
    SELECT «nam» FROM users

First the message, then the hint, then the statement with the marked place that Flash
underlines.  Where our words are better than SQLite's, ``-- server:`` gives its own;
``-- also:`` is one more problem of the statement, which SQLite never comes to.  Other
versions of SQLite word some messages otherwise: they only have to refuse.
"""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flash_core.analysis.query import analyse
from flash_core.engine import Engine
from flash_core.sql.placeholders import rewrite
from flash_core.sql.queries import read_queries
from flash_core.sql.source import Diagnostic, Severity, SourceFile
from tests.analysis.sqlite_server import database

if TYPE_CHECKING:
    from flash_core.catalog.model import Catalog
    from tests.analysis.conftest import LoadCatalog

_CORPUS = Path(__file__).parent.parent / "corpus"
_REFUSED = _CORPUS / "refused-sqlite"
_FILES = sorted(file for file in _REFUSED.glob("*.sql") if file.stem != "schema")
_NOTE = re.compile(r"-- (error|help|server|also): (.*)")
_HEAD = "-- name: Q :exec\n"
_WORDED_AS_HERE = sqlite3.sqlite_version_info[:2] == (3, 40)


def _problems(sql: str, catalog: Catalog) -> tuple[list[Diagnostic], str]:
    """Return our errors, and the statement as it is sent to SQLite."""
    source = SourceFile("queries.sql", f"{_HEAD}{sql}\n")
    (block,), problems = read_queries(source, Engine.SQLITE)
    _, more = analyse(block, source, catalog)
    errors = [one for one in (*problems, *more) if one.severity is Severity.ERROR]
    return errors, rewrite(source, block.body, Engine.SQLITE)[0].sql


def _refusal(sql: str, connection: sqlite3.Connection) -> str | None:
    """Return why SQLite does not prepare a statement, or ``None``."""
    numbers = [int(number) for number in re.findall(r"\?(\d+)", sql)]
    try:
        connection.execute(f"EXPLAIN {sql}", [0] * max(numbers, default=0)).close()
    except sqlite3.Error as error:
        return str(error)
    return None


def _wrong(block: str, catalog: Catalog, connection: sqlite3.Connection) -> list[str]:
    """Compare what we report, and what SQLite does, with what a block says."""
    notes = [found.groups() for found in map(_NOTE.match, block.split("\n")) if found]
    sql = "\n".join(line for line in block.split("\n") if not _NOTE.match(line))
    place = sql.index("«"), sql.index("»") - 1
    sql = sql.replace("«", "").replace("»", "")
    stated = {
        word: [text for name, text in notes if name == word] for word in ("error", "help", "also")
    }
    errors, sent = _problems(sql, catalog)
    ours = [(one.message, one.span.start - len(_HEAD), one.span.end - len(_HEAD)) for one in errors]
    found: list[str] = []
    if not ours or ours[0] != (stated["error"][0], *place):
        found.append(f"we say: {ours}")
    elif [errors[0].hint] * bool(errors[0].hint) != stated["help"]:
        found.append(f"our hint: {errors[0].hint}")
    if [message for message, *_ in ours[1:]] != stated["also"]:
        found.append(f"we also say: {ours[1:]}")
    theirs = _refusal(sent, connection)
    expected = ([text for name, text in notes if name == "server"] or stated["error"])[0]
    if theirs is None or (_WORDED_AS_HERE and theirs != expected):
        found.append(f"SQLite says: {theirs}")
    return [f"{sql}\n  " + "\n  ".join(found)] if found else []


@pytest.mark.parametrize("file", _FILES, ids=[file.stem for file in _FILES])
def test_what_sqlite_refuses_is_refused_in_its_words_at_its_place(
    file: Path, load_catalog: LoadCatalog
) -> None:
    schema = (_REFUSED / "schema.sql").read_text("utf-8")
    catalog = load_catalog(schema, Engine.SQLITE)
    found: list[str] = []
    with database(schema) as connection:
        for block in file.read_text("utf-8").rstrip("\n").split("\n\n"):
            found += _wrong(block, catalog, connection)
    assert not found, "\n\n".join(found)


def _mutations(sql: str) -> list[str]:
    """Return a statement with one word left out, doubled, or swapped with the next."""
    words = sql.split(" ")
    found: list[str] = []
    for place, word in enumerate(words):
        before, after = words[:place], words[place + 1 :]
        found.append(" ".join([*before, *after]))
        found.append(" ".join([*before, word, word, *after]))
        found.append(" ".join([*before, *after[:1], word, *after[1:]]))
    return found


@pytest.mark.parametrize("name", ["shop", "search"])
def test_what_is_accepted_and_refused_is_as_sqlite_has_it(
    name: str, load_catalog: LoadCatalog
) -> None:
    text = (_CORPUS / "sqlite" / f"{name}.sql").read_text("utf-8")
    schema, *blocks = re.split(r"(?m)^-- name: .*\n(?:-- .*\n)*", text)
    catalog = load_catalog(schema, Engine.SQLITE)
    tried, wrong = 0, list[str]()
    with database(schema) as connection:
        for statement in blocks[::3]:
            for sql in _mutations(statement.strip().rstrip(";").replace("\n", " ")):
                try:
                    errors, sent = _problems(sql, catalog)
                except ValueError:
                    continue  # nothing is left of it
                if "flash." in sql or re.search(r"highlight|snippet", sql):
                    continue  # SQLite counts the arguments of these when they run
                tried += 1
                theirs = _refusal(sent, connection)
                if (theirs is None) == bool(errors):
                    wrong.append(
                        f"{sql}\n  ours {[one.message for one in errors]}, theirs {theirs}"
                    )
    assert len(wrong) <= tried * 0.005, f"{len(wrong)} of {tried}\n" + "\n".join(wrong)
