"""What to say of a call that no function fits, and of a schema that does not exist.

Depends on: context, placement, value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.types.model import UNKNOWN, SqlType, TypeKind

from .dialect import Problem
from .placement import HYPOTHETICAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.source import Span
    from flash_core.sql.syntax import FunctionCall, Name

    from .context import Scope

_ALWAYS: Final = frozenset({"public", "pg_catalog", "information_schema", "pg_temp", "pg_toast"})
_ELSEWHERE: Final = {
    "charindex": "strpos(…)",
    "curdate": "CURRENT_DATE",
    "date_format": "to_char(…)",
    "dateadd": "date + INTERVAL '1 day'",
    "datediff": "later - earlier",
    "day": "extract(day FROM …)",
    "from_unixtime": "to_timestamp(…)",
    "getdate": "now()",
    "group_concat": "string_agg(…, ',')",
    "if": "CASE WHEN … THEN … ELSE … END",
    "ifnull": "COALESCE(…)",
    "iif": "CASE WHEN … THEN … ELSE … END",
    "instr": "strpos(…)",
    "isnull": "COALESCE(…)",
    "json_extract": "-> or ->>",
    "last_insert_id": "RETURNING",
    "lcase": "lower(…)",
    "len": "length(…)",
    "locate": "strpos(…)",
    "month": "extract(month FROM …)",
    "newid": "gen_random_uuid()",
    "nvl": "COALESCE(…)",
    "rand": "random()",
    "strftime": "to_char(…)",
    "substring_index": "split_part(…)",
    "ucase": "upper(…)",
    "unix_timestamp": "extract(epoch FROM …)",
    "uuid": "gen_random_uuid()",
    "year": "extract(year FROM …)",
}
"""What PostgreSQL has for functions of other databases."""

CALL_ARGUMENTS: Final = "CALL arguments"
"""The clause of a CALL's arguments, as messages name it."""


def unknown_schema(parts: Sequence[str], span: Span, scope: Scope) -> bool:
    """Tell whether a name is qualified by a schema that does not exist, and report it."""
    context = scope.context
    if len(parts) < 2 or not context.dialect.strict:  # noqa: PLR2004 - schema and name
        return False
    schema = parts[-2]
    catalog = context.catalog
    if schema in _ALWAYS or schema in catalog.schemas or schema in catalog.search_path:
        return False
    hint = context.suggestion(schema, [*catalog.schemas, "public"])
    message = f'schema "{schema}" does not exist'
    context.error(span, message, sqlstate="3F000", hint=hint or f"CREATE SCHEMA {schema}")
    return True


def no_function(node: FunctionCall, types: Sequence[SqlType], scope: Scope) -> None:
    """Report a call that no function fits, by what is most likely wrong with it."""
    if scope.context.dialect.strict and _notation(node, types, scope):
        return
    context = scope.context
    known = context.types.has_function(node.name.parts)
    if not known and unknown_schema(node.name.parts, node.name.span, scope):
        return
    hint = context.dialect.function_hint(node.name.last, known=known)
    hint = hint or context.creation_hint(node.name.last)
    if hint is None and context.dialect.strict and (own := _ELSEWHERE.get(node.name.last)):
        hint = f"PostgreSQL has {own} for it"
    if not known:
        hint = hint or context.suggestion(node.name.last, context.types.function_names())
    name = node.name
    written = (
        str(name)
        if context.dialect.strict
        else context.source.text[name.span.start : name.span.end]
    )
    message, state = context.dialect.no_function(written, types, known=known)
    if not context.dialect.strict:
        (message, state), hint = _by_count(node, written, types, hint, scope)
    if context.dialect.strict:
        written = f"{node.name}({', '.join(_written(node, types))})"
        called = "procedure" if scope.clause == CALL_ARGUMENTS else "function"
        message = f"{called} {written} does not exist"
        if known and context.types.function_is_ambiguous(
            node.name.parts, types, names=node.argument_names, variadic=node.variadic
        ):
            message, state = f"{called} {written} is not unique", "42725"
            hint = "several functions would do: cast the arguments to the types that you mean"
        elif known and context.types.function_is_undetermined(
            node.name.parts, types, names=node.argument_names, variadic=node.variadic
        ):
            message = "could not determine polymorphic type because input has type unknown"
            state, hint = "42804", "cast an argument to the type that you mean"
    context.error(node.name.span, Problem(message, state), hint=hint)


def _by_count(
    node: FunctionCall, written: str, types: Sequence[SqlType], hint: str | None, scope: Scope
) -> tuple[Problem, str | None]:
    """Say where types decide nothing that there is no such function, or another count is wanted."""
    context, own = scope.context, _own_counts(node.name, scope)
    known = context.types.has_function(node.name.parts)
    problem = context.dialect.no_function(written, types, known=known)
    if scope.clause == CALL_ARGUMENTS:
        if own is None:
            names = (one.name for one in context.catalog.routines)
            hint = context.suggestion(node.name.last, names)
        return context.dialect.no_procedure(written, own, len(types)), hint
    if own is not None:
        got = f"expected {own}, got {len(types)}"
        message = f"Incorrect number of arguments for FUNCTION {written}; {got}"
        problem = problem._replace(message=message)
    return problem, hint


def _own_counts(name: Name, scope: Scope) -> int | None:
    """Return how many arguments a function of the schema takes, if there is one of that name."""
    fold = scope.context.catalog.fold
    for routine in scope.context.catalog.routines:
        if fold(routine.name) == fold(name.last):
            return len(routine.arguments)
    return None


def _written(node: FunctionCall, types: Sequence[SqlType]) -> list[str]:
    names = [*node.argument_names, *[None] * len(types)]
    return [
        f"{name} => {type_}" if name else str(type_)
        for name, type_ in zip(names, types, strict=False)
    ]


def _notation(node: FunctionCall, types: Sequence[SqlType], scope: Scope) -> bool:
    """Report what is wrong with the notation of a call, whatever its types."""
    name = node.name.last
    seen: set[str] = set()
    for argument, given in zip(node.arguments, node.argument_names, strict=False):
        problem = None
        if given in seen:
            problem, hint = (
                f'argument name "{given}" used more than once',
                "name each argument once",
            )
        elif given is None and seen:
            problem = "positional argument cannot follow named argument"
            hint = "name it too, or put it before the named ones"
        else:
            seen.update([given] if given else [])
            continue
        scope.context.error(argument.span, problem, sqlstate="42601", hint=hint)
        return True
    if node.variadic and types and _takes_array(node, types, scope):
        message = "VARIADIC argument must be an array"
        span = node.arguments[-1].span
        scope.context.error(
            span, message, sqlstate="42804", hint="leave VARIADIC out, or pass an array"
        )
        return True
    if name in HYPOTHETICAL and node.arguments and not node.within_group:
        message = f"WITHIN GROUP is required for ordered-set aggregate {name}"
        hint = f"write {name}() OVER (ORDER BY …) to rank the rows"
        scope.context.error(node.name.span, message, sqlstate="42809", hint=hint)
        return True
    if (
        not node.arguments
        and not node.star
        and scope.context.types.function(node.name.parts, (), star=True)
    ):
        message = f"{node.name}(*) must be used to call a parameterless aggregate function"
        scope.context.error(node.name.span, message, sqlstate="42809", hint=f"write {name}(*)")
        return True
    return False


def _takes_array(node: FunctionCall, types: Sequence[SqlType], scope: Scope) -> bool:
    """Tell whether the call would do with an array behind VARIADIC."""
    last = types[-1]
    while last.kind is TypeKind.DOMAIN and last.element is not None:
        last = last.element
    array = scope.context.types.array_of(scope.context.types.text())
    if array is None or last == UNKNOWN or last.kind is TypeKind.ARRAY:
        return False
    found = scope.context.types.function(node.name.parts, [*types[:-1], array], variadic=True)
    element = scope.context.types.array_of(last)
    same = element and scope.context.types.function(
        node.name.parts, [*types[:-1], element], variadic=True
    )
    return found is not None and bool(same)
