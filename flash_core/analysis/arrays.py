"""Arrays: ARRAY[…], and whether NULL is among the elements of an array that a query makes.

What is stored or passed is taken to have none: PostgreSQL cannot forbid it, and ``list[T]`` of
a column says so.  What a query gathers from values that may be NULL is ``list[T | None]``.

Depends on: infer, nullability, value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.sql.syntax import ArrayLiteral, Literal, LiteralKind
from flash_core.types.model import UNKNOWN, CallKind, Nulls, TypeKind
from flash_core.types.postgres_input import Refusal
from flash_core.types.postgres_nested_input import array_parts

from .infer import base, coerce, common, exposed, infer, rule, subject
from .nullability import Certain, Gathered, Lenient, Possible
from .value import BROKEN, Value, broken

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from flash_core.sql.syntax import FunctionCall
    from flash_core.types.model import Signature, SqlType

    from .context import Scope
    from .nullability import Null

_STORED: Final = Certain("arrays that are stored have no NULL inside")
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
    return Value(
        array,
        Certain("an array constructor is never null"),
        node.span,
        exposed=exposed(values),
        subject=None if element is not None else subject(values),
        element=Lenient(tuple(_inside(value, value.type) for value in values)),
    )


def elements_of(values: Iterable[Value], type_: SqlType) -> Null | None:
    """Return whether an element is NULL in what is one of ``values``, or made of them.

    Args:
        values: Arrays, and constants in quotes that become arrays.
        type_: What they become.
    """
    if not is_array(type_):
        return None
    found = tuple(value.element if value.text is None else _written(value.text) for value in values)
    given = tuple(null for null in found if null is not None)
    return Lenient(given) if given else None


def element_of_cast(operand: Value, target: SqlType, scope: Scope) -> Null | None:
    """Return whether an element is NULL in what a cast makes an array of."""
    source, made = base(operand.type), base(target)
    if made.kind is not TypeKind.ARRAY or operand.type == UNKNOWN:
        return elements_of([operand], target)
    if source.element is None or made.element is None or source.kind is not TypeKind.ARRAY:
        return Possible("a text that is read as an array may say NULL")
    if scope.context.types.cast_nulls(source.element, made.element) is not Nulls.STRICT:
        return Possible(f"the cast of {source.element} to {made.element} makes null of some values")
    return operand.element


def is_array(type_: SqlType) -> bool:
    """Tell whether values of a type are arrays."""
    return base(type_).kind is TypeKind.ARRAY


def _written(text: str) -> Null:
    """Return whether the text of an array says NULL."""
    parts = array_parts(text)
    # what follows written bounds is not read
    null = "null" in text.lower() if not parts or isinstance(parts, Refusal) else None in parts
    return Possible("NULL is written inside") if null else _STORED


def _inside(value: Value, type_: SqlType) -> Null:
    """Return whether NULL comes with an item of an array, or with the elements of one joined in."""
    return elements_of([value], type_) or _STORED if is_array(type_) else value.null


def element_of_call(
    node: FunctionCall, found: Signature, operands: Sequence[Value], condition: Null | None
) -> Null | None:
    """Return whether an element is NULL in the array that a function returns.

    Args:
        node: The call.
        found: What it was resolved to.
        operands: Its arguments.
        condition: What FILTER says.
    """
    if not is_array(found.result):
        return None
    name = node.name.last
    if found.kind is CallKind.AGGREGATE:
        # several rows are gathered, of a group or of a window: each may bring NULL
        return Gathered((_joined(operands[:1], found),), condition)
    if name in _LEAVING_OUT:
        return Possible(f"{name} gives null for a group that matched nothing")
    if name == "string_to_array" and len(operands) == _NULL_TEXT:
        return Possible("string_to_array makes null of a text")
    if name == "array_remove" and _is_null(node):
        return Certain("array_remove took out what is null")
    return _joined(operands, found) if name in _TAKING else elements_of(operands, found.result)


def element_of_operator(found: Signature, left: Value, right: Value) -> Null | None:
    """Return whether an element is NULL in the array that an operator returns."""
    return _joined((left, right), found) if is_array(found.result) else None


def _joined(operands: Sequence[Value], found: Signature) -> Null:
    taken = zip(operands, found.arguments, strict=False)  # an aggregate's first one alone
    return Lenient(tuple(_inside(value, type_) for value, type_ in taken))


def _is_null(node: FunctionCall) -> bool:
    last = node.arguments[-1]
    return isinstance(last, Literal) and last.kind is LiteralKind.NULL
