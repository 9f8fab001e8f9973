"""Words in capitals or in small letters are one: a file that a formatter went over is no change."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from flash_core.catalog.identifiers import quote
from flash_core.engine import Engine
from flash_core.errors import CompileError, MigrationError
from flash_core.migrations.diff import diff
from flash_core.migrations.files import up_text
from flash_core.sql.lexer import TokenKind, tokenize
from tests.migrations.round_trip import catalog_of, read_pair

PAIRS = Path(__file__).parent / "pairs"
ENGINES: Final = {
    "postgresql": Engine.POSTGRESQL,
    "mariadb": Engine.MARIADB,
    "sqlite": Engine.SQLITE,
}
# MariaDB keeps the letters of what runs later; nobody knows what a query gave once.
PROGRAM: Final = re.compile(
    r"(?i)\b(?:TRIGGER|PROCEDURE|FUNCTION|EVENT|PACKAGE)\b|\bCREATE\s+TABLE\b[^;]*\bSELECT\b"
)


def _respelt(text: str, engine: Engine, *, capitals: bool) -> str:
    """Return SQL with its words in the same letters; MariaDB's names have letters of their own."""
    pieces: list[str] = []
    for token in tokenize(text, engine):
        word = token.text.upper() if capitals else token.text.lower()
        own = engine is Engine.MARIADB and quote(word, engine) == word
        pieces.append(word if token.kind is TokenKind.WORD and not own else token.text)
    return "".join(pieces)


@pytest.mark.parametrize("capitals", [True, False], ids=["capitals", "small"])
@pytest.mark.parametrize(
    "path",
    [
        pytest.param(path, id=f"{path.parent.name}-{path.stem}")
        for path in sorted(PAIRS.glob("*/*.sql"))
    ],
)
def test_a_schema_in_other_letters_is_the_same(path: Path, *, capitals: bool) -> None:
    engine, pair = ENGINES[path.parent.name], read_pair(path)
    for text in (pair.before, pair.after):
        tokens = tokenize(text, engine)
        plain = "".join(token.text for token in tokens if token.kind is not TokenKind.COMMENT)
        if engine is Engine.MARIADB and PROGRAM.search(plain):
            continue
        try:
            old = catalog_of(plain, engine)
        except (CompileError, MigrationError):
            assert pair.refused
            continue
        new = catalog_of(_respelt(plain, engine, capitals=capitals), engine)
        assert up_text(diff(old, new)) == ""
