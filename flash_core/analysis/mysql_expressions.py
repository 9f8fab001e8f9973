"""Expressions of MySQL and MariaDB alone: variables, intervals, VALUES(), full-text search.

A user variable has no type of its own: the first time a statement runs, the server does not
know what the statement itself is going to assign, and reads numbers as floats.

Depends on: context, infer, mysql_indexes, nullability, value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.sql.syntax import (
    AssignVariable,
    ColumnRef,
    Convert,
    InsertedValue,
    Interval,
    Match,
    SystemVariable,
    UserVariable,
)
from flash_core.sql.syntax.walk import descend
from flash_core.types.model import SqlType, TypeKind
from flash_core.types.mysql_fractions import places
from flash_core.types.mysql_names import STORED
from flash_core.types.mysql_operators import assigned

from .dialect import Problem
from .infer import coerce, infer, infer_all, name_after, rule
from .mysql_indexes import check_match
from .nullability import Certain, Lossy, Possible
from .parameters import Rank
from .value import Subject, Value, broken

if TYPE_CHECKING:
    from .context import Scope

ANY: Final = SqlType("ANY")
"""What the session's variables hold: a number, a string or bytes."""

_MOST_PLACES: Final = 6
_NUMBERS: Final = frozenset(
    f"{size}int{sign}"
    for size in ("", "tiny", "small", "medium", "big")
    for sign in ("", " unsigned")
) | {"float", "double", "boolean"}
_TEXTS: Final = frozenset({"tinytext", "mediumtext", "longtext", "text", "char", "json"})
_BYTES: Final = {"text": "blob", "longtext": "longblob", "mediumtext": "mediumblob"}


@rule(UserVariable)
def infer_user_variable(node: UserVariable, scope: Scope) -> Value:
    """Type ``@name``; it is NULL until something is assigned."""
    type_ = scope.context.variables.get(node.name.lower(), ANY)
    return Value(type_, Possible("a variable may be unset"), node.span)


@rule(AssignVariable)
def infer_assign_variable(node: AssignVariable, scope: Scope) -> Value:
    """Type ``@name := value`` and remember what the variable holds from now on."""
    value = infer(node.value, scope)
    type_ = coerce(value, scope.context.types.text(), scope)
    if type_.name in _NUMBERS:
        scope.context.variables[node.name.lower()] = SqlType("double")
    type_ = assigned(type_)
    return Value(type_, value.null, node.span, exposed=value.exposed, subject=value.subject)


@rule(SystemVariable)
def infer_system_variable(node: SystemVariable, scope: Scope) -> Value:
    """Type ``@@name``; many of them may be unset."""
    context = scope.context
    type_ = context.types.sql_value(f"@@{node.name.lower()}")
    problem = context.dialect.no_variable(node.name) if type_ == ANY else None
    if problem is not None:
        from flash_core.types.mysql_server import (  # noqa: PLC0415 - of MySQL alone, and large
            variable_names,
        )

        context.error(node.span, problem, hint=context.suggestion(node.name, variable_names()))
        return broken(node.span)
    null = Possible("a variable of the server may be unset")
    return Value(type_, null, node.span, subject=Subject(node.name.lower()))


@rule(Interval)
def infer_interval(node: Interval, scope: Scope) -> Value:
    """Type ``INTERVAL amount unit``, which is no value of its own: the unit is in its type."""
    amount = infer(node.amount, scope)
    if amount.broken:
        return amount
    wanted = "varchar" if "_" in node.unit else "bigint"
    if node.unit == "SECOND":
        wanted = "decimal"
    coerce(amount, SqlType(wanted), scope)
    name_after(amount, Subject(f"{node.unit.lower()}s"), Rank.CLAUSE, scope)
    fraction = _MOST_PLACES if node.unit.endswith("MICROSECOND") else 0
    if node.unit == "SECOND":
        fraction = places(amount.type)
    modifiers = (fraction,) if fraction else ()
    type_ = SqlType(f"interval {node.unit.lower()}", TypeKind.PSEUDO, modifiers=modifiers)
    return Value(type_, amount.null, node.span, exposed=amount.exposed)


@rule(InsertedValue)
def infer_inserted_value(node: InsertedValue, scope: Scope) -> Value:
    """Type ``VALUES(column)`` as its column."""
    return infer(node.column, scope)


@rule(Convert)
def infer_convert(node: Convert, scope: Scope) -> Value:
    """Type ``CONVERT(x USING charset)``: text stays as long as it was."""
    operand = infer(node.operand, scope)
    if operand.broken:
        return broken(node.span)
    type_ = coerce(operand, scope.context.types.text(), scope)
    name = type_.name if type_.name in _TEXTS else "varchar"
    if node.charset == "binary":
        name = _BYTES.get(name, "varbinary")
    null = Lossy((operand.null,), f"a text may not convert to {node.charset}")
    result = SqlType(name, modifiers=STORED if name in _TEXTS | {"varchar"} else ())
    return Value(result, null, node.span, exposed=operand.exposed, subject=operand.subject)


@rule(Match)
def infer_match(node: Match, scope: Scope) -> Value:
    """Type ``MATCH … AGAINST``, the relevance of a row."""
    columns = infer_all(node.columns, scope)
    against = infer(node.against, scope)
    coerce(against, scope.context.types.text(), scope)
    name_after(against, Subject("against"), Rank.CLAUSE, scope)
    if any(isinstance(inner, ColumnRef) for inner in descend(node.against)):
        problem = Problem("Incorrect arguments to AGAINST", "HY000")
        hint = "a column cannot be searched for: write a text or a parameter"
        scope.context.error(node.against.span, problem, hint=hint)
    if any(value.broken for value in (*columns, against)) or not check_match(node, scope):
        return broken(node.span)
    null = Certain("the relevance of a row is never null")
    return Value(SqlType("double"), null, node.span)
