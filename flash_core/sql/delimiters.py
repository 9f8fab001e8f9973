"""SQL of MySQL and MariaDB for their own client, which ends a statement at every semicolon.

Depends on: engine, lexer, source, statements.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine

from .lexer import tokenize
from .source import SourceFile
from .statements import split_statements

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKS: Final = ("//", "$$", ";;", "//end//")


def delimited(text: str, engine: Engine) -> str:
    """Return a script in which what holds semicolons of its own stands between DELIMITER lines.

    Args:
        text: Statements, each with a semicolon behind it.
        engine: Whose they are; only the client of MySQL knows DELIMITER.
    """
    if engine.family is not Engine.MYSQL:
        return text
    return "".join(_pieces(text, engine))


def _pieces(text: str, engine: Engine) -> Iterator[str]:
    position = 0
    for span in split_statements(SourceFile("script.sql", text), engine):
        statement = text[span.start : span.end]
        if not any(token.text == ";" for token in tokenize(statement, engine)):
            continue
        mark = next((mark for mark in _MARKS if mark not in statement), _MARKS[-1])
        yield text[position : span.start]
        yield f"DELIMITER {mark}\n{statement}\n{mark}\nDELIMITER ;"
        position = span.end + len(";")
    yield text[position:]
