"""How many dimensions the arrays have that a query makes.

PostgreSQL's types do not say: ``integer[]`` is the type of all of them, whatever was declared
(manual, section 8.15.1).  0 is the number of an empty array, which fits beside any other;
``None`` says that the rows decide.

Depends on: infer (``base``), types.postgres_nested_input, value.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core.sql.syntax import ArrayLiteral
from flash_core.types.model import CallKind, TypeKind

from .infer import base

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from flash_core.sql.syntax import FunctionCall
    from flash_core.types.model import Signature, SqlType

    from .value import Value

_OPENED: Final = r"\s*(?:\[[^=]*=\s*)?((?:\{\s*)*)"
_SIZES: Final = 1  # the argument of array_fill that has a size for each dimension


def is_array(type_: SqlType) -> bool:
    """Tell whether values of a type are arrays."""
    return base(type_).kind is TypeKind.ARRAY


def around(inner: int | None) -> int | None:
    """Return the dimensions of an array of arrays; one of empty ones is empty."""
    return inner and inner + 1


def dimensions_of(values: Iterable[Value]) -> int | None:
    """Return the dimensions of what is one of ``values``, whichever."""
    found = {_dimensions(value) for value in values} - {0}
    return found.pop() if len(found) == 1 else None if found else 0


def dimensions_of_text(text: str) -> int:
    """Return the dimensions of ``{{1,2},{3,4}}``."""
    from flash_core.types.postgres_array_input import array_parts  # noqa: PLC0415 - few arrays are written so

    opened = re.match(_OPENED, text)
    braces = 0 if opened is None else opened[1].count("{")
    bounded = text.lstrip().startswith("[")
    return braces if bounded or array_parts(text).parts else 0


def dimensions_of_call(
    node: FunctionCall, found: Signature, operands: Sequence[Value]
) -> int | None:
    """Return the dimensions of the array that a function returns.

    Args:
        node: The call.
        found: What it was resolved to.
        operands: Its arguments.
    """
    name, result = node.name.last, base(found.result)
    if name == "array_fill" and len(node.arguments) > _SIZES:  # else it is the user's own
        return _filled(node)
    if name == "array_cat":
        return dimensions_joined(operands, found)
    taken = list(zip(operands, found.arguments, strict=False))
    alike = [value for value, type_ in taken if base(type_) == result]
    if node.within_group:  # percentile_disc gives as many values as it is asked for
        alike = [value for value, type_ in taken if is_array(type_)]
    if not alike:
        return 1  # as those are that are stored
    if found.kind is CallKind.AGGREGATE:
        one = dimensions_of(alike[:1])
        return around(one) if name == "array_agg" else one
    return dimensions_of(alike)


def dimensions_joined(operands: Sequence[Value], found: Signature) -> int | None:
    """Return the dimensions of arrays put one behind the other, the lesser as an element."""
    taken = zip(operands, found.arguments, strict=False)
    inner = [_dimensions(value) for value, type_ in taken if is_array(type_)]
    return None if None in inner else max((one for one in inner if one is not None), default=1)


def _dimensions(value: Value) -> int | None:
    if value.text is not None:
        return dimensions_of_text(value.text)
    if value.elements is not None:
        return value.elements.dimensions
    return 1 if is_array(value.type) else 0


def _filled(node: FunctionCall) -> int | None:
    sizes = node.arguments[_SIZES]
    return len(sizes.items) if isinstance(sizes, ArrayLiteral) else None
