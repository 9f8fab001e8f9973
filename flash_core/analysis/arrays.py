"""Arrays: ARRAY[…], and what is in an array that a query makes.

What is stored or passed is taken to be a list without NULL inside: PostgreSQL cannot demand it,
and ``list[T]`` of a column says so.  What a query gathers from values that may be NULL is
``list[T | None]``, and what it gathers from arrays ``list[list[T]]``.

Depends on: dimensions, infer, nullability, value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.sql.syntax import ArrayLiteral, Literal, LiteralKind
from flash_core.types.model import UNKNOWN, CallKind, Nulls, TypeKind

from .dimensions import (
    around,
    dimensions_joined,
    dimensions_of,
    dimensions_of_call,
    is_array,
)
from .infer import base, coerce, common, exposed, infer, rule, subject
from .nullability import Certain, Gathered, Lenient, Possible
from .value import BROKEN, STORED, Elements, Value, broken

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from flash_core.sql.syntax import FunctionCall
    from flash_core.types.model import Signature, SqlType

    from .context import Scope
    from .nullability import Null
    from .value import ShapeColumn

_TAKING: Final = frozenset({"array_append", "array_fill", "array_prepend", "array_replace"})
"""Functions that put an argument among the elements.  Manual, section 9.19."""
_LEAVING_OUT: Final = frozenset({"regexp_match", "regexp_matches"})
"""Functions that give NULL for a group that matched nothing.  Manual, section 9.7.3."""
_NULL_TEXT: Final = 3  # the argument of string_to_array that stands for NULL


@rule(ArrayLiteral)
def _infer_literal(node: ArrayLiteral, scope: Scope) -> Value:
    return infer_array(node, scope, None)


def infer_array(node: ArrayLiteral, scope: Scope, element: SqlType | None) -> Value:
    """Resolve ARRAY[…].

    Args:
        node: The constructor.
        scope: Where it stands.
        element: What a cast around it makes of its items.
    """
    values = [
        infer_array(item, scope, element) if isinstance(item, ArrayLiteral) else infer(item, scope)
        for item in node.items
    ]
    if any(value.broken for value in values):
        return broken(node.span)
    if element is not None:
        for value in values:
            coerce(value, element, scope)
    elif not values:
        scope.context.error(
            node.span,
            "cannot determine type of empty array",
            sqlstate="42P18",
            hint="explicitly cast to the desired type, for example ARRAY[]::integer[]",
        )
        return broken(node.span)
    type_ = element or common(values, "ARRAY", scope)
    array = None if type_ is BROKEN else scope.context.types.array_of(type_) or element
    if array is None:
        return broken(node.span)
    deeper = any(is_array(value.type) for value in values) and (
        type_ == array or element is not None
    )
    null = Lenient(tuple(_inside(value, value.type) for value in values))
    return Value(
        array,
        Certain("an array constructor is never null"),
        node.span,
        exposed=exposed(values),
        subject=None if element is not None else subject(values),
        elements=Elements(null, around(dimensions_of(values)) if deeper else min(len(values), 1)),
    )


def elements_of(values: Iterable[Value], type_: SqlType) -> Elements | None:
    """Return what is in an array that is one of ``values``, or made of them.

    Args:
        values: Arrays, and constants in quotes that become arrays.
        type_: What they become.
    """
    values = tuple(values)
    if not is_array(type_) or all(
        value.text is None and value.elements is None for value in values
    ):
        return None
    return Elements(Lenient(tuple(map(_null_inside, values))), dimensions_of(values))


def elements_of_cast(operand: Value, target: SqlType, scope: Scope) -> Elements | None:
    """Return what is in the array that a cast makes."""
    source, made = base(operand.type), base(target)
    if made.kind is not TypeKind.ARRAY or operand.type == UNKNOWN:
        return elements_of([operand], target)
    if source.element is None or made.element is None or source.kind is not TypeKind.ARRAY:
        return Elements(Possible("a text that is read as an array may say NULL"))
    if scope.context.types.cast_nulls(source.element, made.element) is not Nulls.STRICT:
        why = f"the cast of {source.element} to {made.element} makes null of some values"
        return Elements(Possible(why), dimensions_of([operand]))
    return operand.elements


def elements_of_query(column: ShapeColumn, array: SqlType) -> Elements:
    """Return what is in ARRAY(SELECT …).

    Args:
        column: What is selected.
        array: The type of the array.
    """
    if column.type != array:
        return Elements(column.null)
    kept = column.elements or Elements(STORED)
    return Elements(kept.null, around(kept.dimensions))


def elements_of_call(
    node: FunctionCall, found: Signature, operands: Sequence[Value], condition: Null | None
) -> Elements | None:
    """Return what is in the array that a function returns.

    Args:
        node: The call.
        found: What it was resolved to.
        operands: Its arguments.
        condition: What FILTER says.
    """
    if not is_array(found.result):
        return None
    null = _null_of_call(node, found, operands, condition)
    dimensions = dimensions_of_call(node, found, operands)
    return None if null is None and dimensions == 1 else Elements(null or STORED, dimensions)


def elements_of_operator(found: Signature, left: Value, right: Value) -> Elements | None:
    """Return what is in the array that an operator returns."""
    if not is_array(found.result):
        return None
    operands = (left, right)
    return Elements(_joined(operands, found), dimensions_joined(operands, found))


def _null_of_call(
    node: FunctionCall, found: Signature, operands: Sequence[Value], condition: Null | None
) -> Null | None:
    name = node.name.last
    if found.kind is CallKind.AGGREGATE:
        # several rows are gathered, of a group or of a window: each may bring NULL
        if node.within_group:  # percentile_disc gives what it is asked for, of what is ordered
            taken = zip(operands, found.arguments, strict=False)
            arrays = (_null_inside(value) for value, type_ in taken if is_array(type_))
            return Gathered(tuple(arrays), condition)
        return Gathered((_joined(operands[:1], found),), condition)
    if name in _LEAVING_OUT:
        return Possible(f"{name} gives null for a group that matched nothing")
    if name == "string_to_array" and len(operands) == _NULL_TEXT:
        return Possible("string_to_array makes null of a text")
    if name == "array_remove" and _is_null(node):
        return Certain("array_remove took out what is null")
    if name in _TAKING:
        return _joined(operands, found)
    elements = elements_of(operands, found.result)
    return None if elements is None else elements.null


def _joined(operands: Sequence[Value], found: Signature) -> Null:
    taken = zip(operands, found.arguments, strict=False)  # an aggregate's first one alone
    return Lenient(tuple(_inside(value, type_) for value, type_ in taken))


def _inside(value: Value, type_: SqlType) -> Null:
    """Return whether NULL comes with an item of an array, or with the elements of one joined in."""
    return _null_inside(value) if is_array(type_) else value.null


def _null_inside(value: Value) -> Null:
    if value.text is not None:
        return _written(value.text)
    return STORED if value.elements is None else value.elements.null


def _written(text: str) -> Null:
    """Return whether the text of an array says NULL."""
    from flash_core.types.postgres_array_input import array_parts  # noqa: PLC0415 - few arrays are written so

    split = array_parts(text)
    # the elements of a type with another delimiter are not told apart
    null = "null" in text.lower() if split.problem else None in split.parts
    return Possible("NULL is written inside") if null else STORED


def _is_null(node: FunctionCall) -> bool:
    last = node.arguments[-1]
    return isinstance(last, Literal) and last.kind is LiteralKind.NULL
