"""Statements that are neither queries nor changes of rows: SHOW, EXPLAIN, SET, DECLARE.

Depends on: casts, mysql_utility, statements, value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.sql.syntax import Select

from .casts import named_type
from .mysql_utility import check_into, check_tables, compute
from .nullability import Certain, Possible
from .statements import analyse_statement
from .value import Rows, Shape, ShapeColumn

if TYPE_CHECKING:
    from flash_core.sql.syntax import Utility

    from .context import Scope


def analyse_utility(statement: Utility, scope: Scope) -> Shape | None:
    """Analyse a statement that is neither a query nor a change of rows."""
    check_tables(statement, scope)
    if statement.keyword in {"DO", "SET"} and isinstance(statement.query, Select):
        compute(statement.keyword, statement.query, scope)
    elif statement.query is not None:
        found = analyse_statement(statement.query, scope)
        if found is None:
            return None
        check_into(statement, len(found.columns), scope)
    certain, absent = Certain("every row has a value"), Possible("not every row has a value")
    columns = [
        ShapeColumn(
            column.name, named_type(column.type, scope), absent if column.nullable else certain
        )
        for column in statement.columns
    ]
    rows = Rows()
    if statement.keyword == "SHOW" and len(columns) == 1:
        rows = Rows.one("SHOW of one setting")
    elif statement.keyword.startswith("SHOW CREATE"):
        rows = Rows.one("SHOW CREATE shows one object")
    elif statement.one_row:
        rows = Rows.one("a setting has one value")
    return Shape(tuple(columns), rows)
