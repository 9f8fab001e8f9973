"""Which statements of PostgreSQL wait for those who use a table, and make others wait behind them.

Depends on: catalog.objects, sql.syntax, review_rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.catalog.objects import created
from flash_core.catalog.text import fold
from flash_core.sql import syntax

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .review_rules import Step

_LOCKING: Final = frozenset({"TRUNCATE", "LOCK", "CLUSTER", "REINDEX", "REFRESH", "VACUUM"})
_OF_TABLES: Final = frozenset({"TRIGGER", "POLICY", "RULE"})
_BEFORE_NAME: Final = frozenset({"ALTER", "TABLE", "IF", "EXISTS", "ONLY"})


def waits_for_others(step: Step) -> bool:
    """Tell whether a statement locks a table, or a type in use, that the file did not make."""
    found = step.statement
    match found:
        case syntax.AlterTable(name=name) | syntax.CreateIndex(table=name):
            return not step.state.is_new(name)
        case syntax.CreateTable():
            return any(not step.state.is_new(name) for name in _others(found))
        case syntax.Drop() | syntax.RenameObject() | syntax.AlterDomain():
            return True
        case _:
            return _by_words(step)


def _others(table: syntax.CreateTable) -> Iterator[syntax.Name]:
    """Yield the tables that making one locks: those it refers to, and the one it is a part of."""
    inline = (item for column in table.columns for item in column.constraints)
    for item in (*inline, *table.constraints):
        if isinstance(item, syntax.ForeignKeyDef) and item.table.parts != table.name.parts:
            yield item.table
    if table.bound:
        yield from table.inherits


def _by_words(step: Step) -> bool:
    words = step.words
    if words[:1] and words[0] in _LOCKING:
        return "CONCURRENTLY" not in words and (words[0] != "VACUUM" or "FULL" in words)
    if words[:2] == ["ALTER", "TABLE"]:
        return not _is_new(step, _altered(step))
    if words[:3] == ["CREATE", "OR", "REPLACE"] and "VIEW" in words[3:5]:
        return True
    if words[:1] == ["CREATE"] and _OF_TABLES & set(words[1:5]):
        made = created(step.state.source.text[step.statement.span.start :])
        return made is not None and not _is_new(step, made[2])
    return False


def _altered(step: Step) -> str:
    """Return the table of an ALTER TABLE whose clauses are not understood."""
    tokens = iter(step.tokens)
    name = next((token for token in tokens if token.text.upper() not in _BEFORE_NAME), None)
    parts = [name.text if name else ""]
    while (dot := next(tokens, None)) is not None and dot.text == ".":
        parts += [each.text for each in (next(tokens, None),) if each]
    return parts[-1].strip('"')


def _is_new(step: Step, name: str) -> bool:
    return fold(name.rpartition(".")[2], step.state.engine) in step.state.created
