"""Settings in schema files and migrations under which MySQL reads what follows otherwise.

Depends on: mysql_modes, sql.source, sql.syntax, draft.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core.mysql_modes import OTHER_MODES
from flash_core.sql.source import Span

from .draft import Refused

if TYPE_CHECKING:
    from flash_core.sql import syntax
    from flash_core.sql.source import SourceFile

_MODE: Final = re.compile(
    r"\bsql_mode\s*:?=\s*(CONCAT\s*\([^()]*\)|'[^']*'|\"[^\"]*\"|\w+)", re.IGNORECASE
)


def check_settings(statement: syntax.Utility, source: SourceFile) -> None:
    """Refuse an sql_mode that gives the statements after it another meaning.

    Args:
        statement: SET.
        source: Where it stands.

    Raises:
        Refused: It sets one.
    """
    text = source.text[statement.span.start : statement.span.end]
    for found in _MODE.finditer(text):
        modes = re.findall(r"\w+", found[1].upper())
        wrong = next((mode for mode in modes if mode in OTHER_MODES), None)
        if wrong is not None:
            start = statement.span.start + found.start(1)
            message = (
                f"sql_mode {wrong}: what follows is read under the mode that servers come with"
            )
            hint = "write the statements so that they need no sql_mode, as CONCAT(…) for ||"
            raise Refused(message, Span(start, start + len(found[1])), hint=hint)
