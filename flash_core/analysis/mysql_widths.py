"""Decimals whose width a parameter decides: MySQL sends them as integers where they fit.

Depends on: model, sql.syntax.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.sql.syntax import FunctionCall, Parameter
from flash_core.sql.syntax.walk import descend

if TYPE_CHECKING:
    from flash_core.sql.syntax import Statement

    from .model import Column

_WHOLE: Final = frozenset({"floor", "ceil", "ceiling"})


def loosened(statement: Statement, columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Mark the computed decimals of a statement that rounds what a parameter decides.

    FLOOR and CEIL of a decimal are an integer where it has less than 19 digits before the point
    (MariaDB's Item_func_int_val), and of ``a / ?`` only the value tells how many it has.
    """
    if not any(_rounds_parameter(node) for node in descend(statement)):
        return columns
    return tuple(
        replace(each, loose=True) if each.type.name == "decimal" and each.origin is None else each
        for each in columns
    )


def _rounds_parameter(node: object) -> bool:
    return (
        isinstance(node, FunctionCall)
        and node.name.last.lower() in _WHOLE
        and any(isinstance(each, Parameter) for each in descend(node))
    )
