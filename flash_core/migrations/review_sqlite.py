"""Rules of SQLite: what it does silently, or refuses only when there are rows.

Depends on: sql.syntax, review_rules.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core.sql import syntax

from .review_rules import SQLITE, Level, registry

if TYPE_CHECKING:
    from .review_rules import Spots, Step

RULES, rule = registry()

_OFF: Final = re.compile(
    r"(?i)flash:foreign-keys-off|pragma\s+foreign_keys\s*=\s*(?:off|0|no|false)"
)
_CHANGING: Final = re.compile(r"(?i)\s*\(?\s*(?:current_(?:time|date|timestamp)\b|\w+\s*\()")


@rule(
    "foreign-keys-pragma",
    Level.ADVICE,
    SQLITE,
    "PRAGMA foreign_keys does nothing inside of a transaction: the runner switches them for the"
    " whole file",
    "write `-- flash:foreign-keys-off` at the head of the file, which says so",
)
def _foreign_keys(step: Step) -> Spots:
    if step.words[:2] == ["PRAGMA", "FOREIGN_KEYS"]:
        yield step.head, ""


@rule(
    "rebuild-with-foreign-keys",
    Level.WARNING,
    SQLITE,
    "dropping {} to replace it deletes the rows that refer to it with ON DELETE CASCADE",
    "begin the file with `-- flash:foreign-keys-off`: the runner turns them off around it",
)
def _rebuild(step: Step) -> Spots:
    found = step.statement
    if not isinstance(found, syntax.Drop) or _OFF.search(step.state.source.text):
        return
    for other in step.state.statements:
        if isinstance(other, syntax.AlterTable):
            for action in other.actions:
                names = {name.last.lower() for name in found.names}
                if isinstance(action, syntax.RenameTable) and action.new_name.lower() in names:
                    yield step.at(found.names[0]), f'"{action.new_name}"'


@rule(
    "changing-default",
    Level.ERROR,
    SQLITE,
    "adding column {} with a default that is computed fails if the table has rows",
    "add it with a constant or no default, and fill it",
)
def _changing_default(step: Step) -> Spots:
    for _, action in step.actions():
        if (
            isinstance(action, syntax.AddColumn)
            and action.column.default is not None
            and _CHANGING.match(action.column.default)
        ):
            yield step.at(action.column), f'"{action.column.name}"'


@rule(
    "vacuum",
    Level.ERROR,
    SQLITE,
    "VACUUM fails inside the transaction of the file",
    "run it by hand",
)
def _vacuum(step: Step) -> Spots:
    if step.words[:1] == ["VACUUM"] and step.state.transaction:
        yield step.head, ""
