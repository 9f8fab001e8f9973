"""Every rule of the review fires where it should, and is quiet where it should be.

The cases are files ``corpus/lint/ENGINE/CODE.sql`` of blocks that begin with a line ``-- fires``
or ``-- quiet``, each a migration of its own; ``-- given`` is a schema for those that follow.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from flash_core.catalog.build import build
from flash_core.engine import Engine
from flash_core.migrations.review import RULES, review
from flash_core.sql.parse import parse_script
from flash_core.sql.source import SourceFile

CASES = Path(__file__).parents[1] / "corpus" / "lint"
_BLOCK = re.compile(r"^-- (fires|quiet|given)[ \t]*\n", re.MULTILINE)


class Case(NamedTuple):
    """One block of a file."""

    kind: str
    text: str
    given: str


def cases(path: Path) -> list[Case]:
    """Read the blocks of a file."""
    _, *parts = _BLOCK.split(path.read_text(encoding="utf-8"))
    found: list[Case] = []
    given = ""
    for kind, text in zip(parts[::2], parts[1::2], strict=True):
        if kind == "given":
            given = text
        else:
            found.append(Case(kind, text, given))
    return found


def codes(engine: Engine, text: str, given: str = "") -> list[str]:
    """Return the codes of what the review finds."""
    catalog = None
    if given:
        schema = SourceFile("schema.sql", given)
        statements, _ = parse_script(schema, engine)
        catalog, _ = build([(schema, item) for item in statements], engine)
    source = SourceFile("migration.sql", text)
    _, unread = parse_script(source, engine)
    assert unread == [], text
    return [finding.rule.code for finding in review(source, engine, catalog)]


FILES = sorted(CASES.glob("*/*.sql"))


@pytest.mark.parametrize("path", [pytest.param(p, id=f"{p.parent.name}-{p.stem}") for p in FILES])
def test_a_rule_fires_and_is_quiet_as_its_cases_say(path: Path) -> None:
    engine = Engine(path.parent.name)
    found = cases(path)
    assert {case.kind for case in found} == {"fires", "quiet"}, "both kinds of block are needed"
    for case in found:
        assert (path.stem in codes(engine, case.text, case.given)) == (case.kind == "fires"), case


def test_every_rule_has_cases_on_every_engine_that_it_applies_to() -> None:
    # What is true of MariaDB is true of MySQL where a rule knows both.
    known = {(Engine(path.parent.name).family, path.stem) for path in FILES}
    wanted = {(engine.family, rule.code) for rule in RULES for engine in rule.engines}
    assert wanted - known == set()


def test_codes_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)


DROPS = "ALTER TABLE t DROP COLUMN a;\nALTER TABLE t DROP COLUMN b;\n"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (DROPS, 2),
        ("-- flash:nolint drop-column\n" + DROPS, 1),
        ("-- flash:nolint drop-column\n\n" + DROPS, 0),
        ("-- flash:nolint\n\n" + DROPS, 0),
        ("-- flash:nolint drop-table, drop-column\n" + DROPS, 1),
        ("-- flash:nolint drop-table\n\n" + DROPS, 2),
        (DROPS.rstrip() + " -- flash:nolint drop-column\n", 1),
        (DROPS.replace("t DROP", "t /* flash:nolint drop-column */ DROP"), 0),
    ],
)
def test_a_comment_silences_a_rule_where_it_stands(text: str, left: int) -> None:
    assert codes(Engine.SQLITE, text).count("drop-column") == left


def test_a_code_that_no_rule_has_is_told() -> None:
    source = SourceFile("m.sql", "-- flash:nolint drop-colum\n" + DROPS)
    first, *_ = review(source, Engine.SQLITE)
    assert first.rule.code == "unknown-code"
    assert 'did you mean "drop-column"?' in first.render()


def test_a_finding_shows_the_words_and_what_to_do_instead() -> None:
    (finding,) = review(SourceFile("m.sql", "ALTER TABLE t DROP COLUMN a"), Engine.SQLITE)
    shown = finding.render()
    assert shown.startswith("m.sql:1:")
    assert "warning [drop-column]: dropping column" in shown
    assert "^" in shown
    assert "= help: deploy code that does not name it first" in shown


def test_what_a_file_creates_may_be_changed_in_it() -> None:
    text = "CREATE TABLE t (id bigint PRIMARY KEY); CREATE INDEX i ON t (id); ALTER TABLE t DROP COLUMN id;"
    assert codes(Engine.POSTGRESQL, text) == []


def test_the_documentation_lists_every_rule() -> None:
    root = Path(__file__).parents[2]
    tool = [sys.executable, str(root / "tools/lint_docs.py"), "--check"]
    done = subprocess.run(tool, check=False, env=os.environ | {"PYTHONPATH": str(root)})
    assert done.returncode == 0, "run python tools/lint_docs.py"
