"""Where squawk has a rule that ours has too, both say the same of our cases."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from flash_core.engine import Engine
from tests.migrations.test_review import FILES, Case, cases, codes

_SQUAWK: Final = shutil.which("squawk", path=str(Path(sys.executable).parent))

# Ours to squawk's: both fire, or neither.
SAME: Final = {
    "add-column-not-null": "adding-required-field",
    "char-type": "ban-char-field",
    "change-type": "changing-column-type",
    "detach-not-concurrent": "require-concurrent-partition-detach",
    "domain-constraint": "ban-create-domain-with-constraint ban-alter-domain-with-add-constraint",
    "drop-column": "ban-drop-column",
    "drop-database": "ban-drop-database ban-drop-schema",
    "drop-index-not-concurrent": "require-concurrent-index-deletion",
    "drop-not-null": "ban-drop-not-null",
    "drop-table": "ban-drop-table",
    "duplicate-assignment": "ban-duplicate-column-assignments",
    "enum-value-order": "require-enum-value-ordering",
    "foreign-key-validates": "adding-foreign-key-constraint",
    "identifier-too-long": "identifier-too-long",
    "index-not-concurrent": "require-concurrent-index-creation",
    "primary-key": "adding-serial-primary-key-field",
    "reindex-not-concurrent": "require-concurrent-reindex",
    "rename-column": "renaming-column",
    "rename-table": "renaming-table ban-set-schema",
    "serial-type": "prefer-identity",
    "small-integer": "prefer-bigint-over-int prefer-bigint-over-smallint",
    "timestamp-without-zone": "prefer-timestamp-tz",
    "transaction-control": "transaction-nesting ban-uncommitted-transaction",
    "truncate-cascade": "ban-truncate-cascade",
    "unique-constraint": "disallowed-unique-constraint",
    "varchar-length": "prefer-text-field",
}
# Squawk's to ours: when it fires, one of these does; ours know more of what they see.
FINER: Final = {
    "adding-field-with-default": "add-column-volatile-default add-serial stored-generated-column",
    "adding-not-nullable-field": "set-not-null",
    "constraint-missing-not-valid": "check-validates foreign-key-validates validated-at-once"
    " primary-key unique-constraint exclusion-constraint",
    "require-concurrent-index-creation": "index-not-concurrent",
}
# Squawk's rules about tables that the file itself makes, where nothing can break yet.
_OF_NEW_TABLES: Final = {"add-column-not-null", "drop-column", "drop-table", "rename-table"}


def _every_case() -> list[Case]:
    paths = [path for path in FILES if path.parent.name == "postgresql"]
    return [case for path in paths for case in cases(path)]


@pytest.fixture(scope="module")
def squawked(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Case, set[str]]]:
    """Every case with what squawk says of it."""
    if _SQUAWK is None:
        pytest.skip("pip install squawk-cli")
    folder = tmp_path_factory.mktemp("squawk")
    every = _every_case()
    found: dict[str, set[str]] = {}
    for flag in (True, False):
        paths = [
            folder / f"{number:03}.sql"
            for number, case in enumerate(every)
            if ("flash:no-transaction" not in case.text) == flag
        ]
        for path in paths:
            path.write_text(every[int(path.stem)].text)
        options = ["--assume-in-transaction"] if flag else []
        command = [_SQUAWK, "--reporter", "json", *options, *map(str, paths)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        for item in json.loads(done.stdout):
            found.setdefault(Path(item["file"]).stem, set()).add(item["rule_name"])
    return [(case, found.get(f"{number:03}", set())) for number, case in enumerate(every)]


@pytest.mark.parametrize("code", SAME)
def test_squawk_and_we_agree(code: str, squawked: list[tuple[Case, set[str]]]) -> None:
    theirs = set(SAME[code].split())
    fired = 0
    for case, names in squawked:
        if case.given or (code in _OF_NEW_TABLES and "CREATE TABLE" in case.text):
            continue  # squawk does not know what there is
        ours = code in codes(Engine.POSTGRESQL, case.text)
        assert ours == bool(theirs & names), case.text
        fired += ours
    assert fired


@pytest.mark.parametrize("name", FINER)
def test_what_squawk_finds_we_find(name: str, squawked: list[tuple[Case, set[str]]]) -> None:
    ours = set(FINER[name].split())
    fired = 0
    for case, names in squawked:
        if name in names and "flash:no-transaction" not in case.text:
            assert ours & set(codes(Engine.POSTGRESQL, case.text, case.given)), case.text
            fired += 1
    assert fired
