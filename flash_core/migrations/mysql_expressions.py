"""Checks and generated columns of MySQL and MariaDB that are the same in other capitals.

The server writes keywords and functions in small letters and leaves out parentheses that change
nothing, so dumps do. Two expressions are one where all their words are the same, and what belongs
together, too.

Depends on: catalog, sql.lexer, sql.parse, sql.source, sql.syntax, mysql_words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.sql.lexer import TokenKind, tokenize
from flash_core.sql.parse import parse_script
from flash_core.sql.source import SourceFile
from flash_core.sql.syntax import Select

if TYPE_CHECKING:
    from flash_core.catalog.model import Catalog, Check, Column, Table
    from flash_core.engine import Engine

_SAME: Final = {"!=": "<>"}


def spelt_alike(old: Catalog, new: Catalog) -> Catalog:
    """Return ``new`` with the expressions of ``old`` where only their spelling differs.

    Args:
        old: The schema as it is.
        new: The schema as it should be.
    """
    before = {(table.schema, table.name): table for table in old.tables}
    tables = tuple(_table(before.get((t.schema, t.name)), t, new.engine) for t in new.tables)
    same = all(one is other for one, other in zip(tables, new.tables, strict=True))
    return new if same else replace(new, tables=tables)


def _table(before: Table | None, table: Table, engine: Engine) -> Table:
    if before is None or before == table:
        return table
    columns = {column.name: column for column in before.columns}
    checks = {check.name: check for check in before.checks if check.name is not None}
    return replace(
        table,
        columns=tuple(_column(columns.get(c.name), c, engine) for c in table.columns),
        checks=tuple(_check(checks.get(c.name or ""), c, engine) for c in table.checks),
    )


def _column(before: Column | None, column: Column, engine: Engine) -> Column:
    if before is None:
        return column
    texts = (before.generated, column.generated), (before.default, column.default)
    generated, default = (_chosen(one, other, engine) for one, other in texts)
    if (generated, default) == (column.generated, column.default):
        return column
    return replace(column, generated=generated, default=default)


def _check(before: Check | None, check: Check, engine: Engine) -> Check:
    text = _chosen(None if before is None else before.text, check.text, engine)
    return check if text is None or text == check.text else replace(check, text=text)


def _chosen(before: str | None, text: str | None, engine: Engine) -> str | None:
    """Return an expression as it was, where it is the same."""
    same = before is not None and text is not None and _is_same(before, text, engine)
    return before if same else text


def _is_same(one: str, other: str, engine: Engine) -> bool:
    if one == other:
        return True
    words = _words(one, engine), _words(other, engine)
    bare = [[word for word in each if word.strip("( )\n\t")] for each in words]
    if bare[0] != bare[1]:
        return False
    tree = _tree("".join(words[0]), engine)
    return tree is not None and tree == _tree("".join(words[1]), engine)


def _words(text: str, engine: Engine) -> list[str]:
    """Return the words of an expression; nothing but strings has letters that count."""
    return [
        token.text if token.kind is TokenKind.STRING else _SAME.get(token.text, token.text.lower())
        for token in tokenize(text, engine)
    ]


def _tree(text: str, engine: Engine) -> object:
    """Return how an expression is built, ``None`` where it cannot be read."""
    statements, problems = parse_script(SourceFile("", f"SELECT {text}"), engine)
    query = statements[0] if len(statements) == 1 and not problems else None
    return query.targets[0].expression if isinstance(query, Select) else None
