"""Expressions to values: the dispatch, and the conversions every rule needs.

The rules live in modules of their own, each of which registers itself for its syntax nodes, and
is imported when a query has one.  MySQL's own come with its dialect.

Depends on: context, parameters, value; constants and the rules by name.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, TypeVar, cast

from flash_core.sql.syntax import And
from flash_core.types.model import UNKNOWN, SqlType, TypeKind

from .nullability import Both, Lossy, OfColumn
from .parameters import Nullity, Rank, Use
from .value import BROKEN, Value, broken
from .wording import worded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from flash_core.sql.syntax import Expression

    from .context import Scope
    from .nullability import Null
    from .relation import Relation
    from .value import Subject

    Rule = Callable[[Expression, Scope], Value]

_E = TypeVar("_E", bound="Expression")
_RULES: dict[type[Expression], Rule] = {}
_ELSEWHERE: Final = {
    "FunctionCall": "calls",
    "ArrayLiteral": "arrays",
    "CurrentOf": "conditions",
    **dict.fromkeys(("ColumnRef", "Star", "Literal", "Parameter", "SqlValue"), "names"),
    **dict.fromkeys(("Operator", "Between", "InList", "Quantified"), "operators"),
    **dict.fromkeys(("And", "Or", "Not", "IsNull", "BooleanTest", "IsDistinct"), "conditions"),
    **dict.fromkeys(("Case", "Coalesce", "Extreme", "NullIf", "DefaultValue"), "compound"),
    "Cast": "casts",
    "Collate": "collation",
    "Subscript": "subscripts",
    "MergeAction": "merging",
    **dict.fromkeys(("RowLiteral", "FieldAccess"), "records"),
    **dict.fromkeys(("ScalarQuery", "Exists", "ArrayQuery", "InQuery"), "subqueries"),
    **dict.fromkeys(("JsonInput", "JsonPathQuery", "JsonConstructor"), "documents"),
    **dict.fromkeys(("JsonAggregate", "IsJson", "XmlFunction", "XmlSerialize"), "documents"),
}
"""The modules of the rules, by the names of the nodes."""


def rule(
    kind: type[_E],
) -> Callable[[Callable[[_E, Scope], Value]], Callable[[_E, Scope], Value]]:
    """Register a function as the rule for one kind of expression."""

    def register(function: Callable[[_E, Scope], Value]) -> Callable[[_E, Scope], Value]:
        _RULES[kind] = cast("Rule", function)  # only ever called with its own kind
        return function

    return register


def infer(node: Expression, scope: Scope) -> Value:
    """Return type and nullability of an expression; problems are reported to the context."""
    found = _RULES.get(type(node)) or _loaded(type(node))
    if found is None:
        scope.context.error(node.span, f"{type(node).__name__} is not supported here")
        return broken(node.span)
    return found(node, scope)


def _loaded(kind: type[Expression]) -> Rule | None:
    """Return a rule from the module that has it, which is loaded for its first node."""
    if module := _ELSEWHERE.get(kind.__name__):
        import_module(f"flash_core.analysis.{module}")
    return _RULES.get(kind)


def infer_all(nodes: Iterable[Expression], scope: Scope) -> list[Value]:
    """Infer several expressions in order."""
    return [infer(node, scope) for node in nodes]


def base(type_: SqlType) -> SqlType:
    """Return the type below a domain."""
    while type_.kind is TypeKind.DOMAIN and type_.element is not None:
        type_ = type_.element
    return type_


def coerce(value: Value, target: SqlType, scope: Scope) -> SqlType:
    """Convert an undecided value to ``target``; return the type the value now has.

    A placeholder's first conversion decides its type.
    """
    if value.type != UNKNOWN or target is BROKEN:
        return value.type
    if value.parameter is None or target is UNKNOWN:
        if value.text is not None:
            from .constants import check_constant  # noqa: PLC0415 - many queries quote nothing

            check_constant(value, target, scope)
        return target
    other = scope.context.parameters.decide(value.parameter, value.span, target)
    if other is not None and scope.context.dialect.strict:
        scope.context.error(
            value.span,
            f"inconsistent types deduced for parameter ${value.parameter}: {other} and {target}",
            sqlstate="42P08",
            hint="write a cast, or use two parameters",
        )
    return target


def settle(value: Value, scope: Scope) -> SqlType:
    """Give a value that nothing converts the type it ends up with: text on PostgreSQL."""
    if value.type != UNKNOWN:
        return value.type
    if scope.context.dialect.undecided is not None:
        return scope.context.dialect.undecided
    return coerce(value, scope.context.types.text(), scope)


def require_boolean(value: Value, clause: str, scope: Scope) -> None:
    """Check a condition; ``clause`` is the word in the message."""
    boolean = scope.context.types.boolean()
    coerce(value, boolean, scope)
    refuse_row(value, scope)
    if not scope.context.dialect.strict or value.broken:
        return
    if value.type is not UNKNOWN and base(value.type) != boolean:
        scope.context.error(
            value.span,
            f"argument of {clause} must be type boolean, not type {value.type}",
            sqlstate="42804",
            hint="write a condition: a comparison, IS NOT NULL or a cast ::boolean",
        )


def refuse_row(value: Value, scope: Scope) -> bool:
    """Tell whether a value is a row where rows are no values, and report it."""
    if value.fields is None or scope.context.dialect.strict:
        return False
    scope.context.error(value.span, scope.context.dialect.operand_width(1, len(value.fields)))
    return True


def assume_condition(
    node: Expression, null: Null, clause: str, scope: Scope, only: set[Relation] | None = None
) -> None:
    """Record that a condition passed, each part of an AND with its own text as the reason.

    Args:
        node: The condition.
        null: Its tree.
        clause: Where it stands: ``WHERE``.
        scope: The query level it decides the rows of.
        only: Relations, where nothing follows for others.
    """
    if isinstance(node, And) and isinstance(null, Both):
        for item, tree in zip(node.items, null.items, strict=True):
            assume_condition(item, tree, clause, scope, only)
        return
    scope.facts.assume(null, f"narrowed by {clause} {worded(node, scope)}", only)


def common(values: Sequence[Value], clause: str, scope: Scope) -> SqlType:
    """Return the type that several alternatives agree on, and convert them to it."""
    if any(value.broken or refuse_row(value, scope) for value in values):
        return BROKEN
    types = [value.type for value in values]
    found = scope.context.types.common(types)
    if found is None:
        known = [value for value in values if value.type != UNKNOWN]
        other = next(
            (v for v in known if scope.context.types.common([known[0].type, v.type]) is None),
            known[-1],
        )
        first = base(known[0].type)
        scope.context.error(
            other.span,
            f"{clause} types {first} and {base(other.type)} cannot be matched",
            sqlstate="42804",
            hint=f"cast one of the two, for example ::{first}",
        )
        return BROKEN
    if found is not UNKNOWN:
        # NULL beside an int unsigned makes a decimal on MySQL: the placeholder is none
        decided = [type_ for type_ in types if type_ is not UNKNOWN]
        apart = decided and not scope.context.dialect.strict
        wanted = _shared(decided, scope) if apart else None
        for value in values:
            coerce(value, (value.type is UNKNOWN and wanted) or found, scope)
    return found


def _shared(types: Sequence[SqlType], scope: Scope) -> SqlType | None:
    """Return the type of a placeholder beside alternatives: the very type of a column, a label."""
    alike = all(type_ == types[0] for type_ in types)
    return types[0] if alike else scope.context.types.common(types)


def merged_null(value: Value, type_: SqlType, scope: Scope) -> Null:
    """Return the tree of an alternative that becomes a value of the type of all of them."""
    if type_ is BROKEN or not scope.context.types.loses(value.type, type_, value.text):
        return value.null
    return Lossy((value.null,), f"a {value.type} may be no {type_}")


def exposed(values: Iterable[Value]) -> tuple[int, ...]:
    """Return the placeholders that stand for these values or a part of them."""
    return tuple(dict.fromkeys(number for value in values for number in value.exposed))


def subject(values: Iterable[Value]) -> Subject | None:
    """Return what the values are about, when they are about one thing."""
    found = {value.subject.name: value.subject for value in values if value.subject is not None}
    return next(iter(found.values())) if len(found) == 1 else None


def compared(left: Value, right: Value, scope: Scope) -> None:
    """Record that two values are compared with each other."""
    for one, other in ((left, right), (right, left)):
        if other.subject is not None:
            name_after(one, other.subject, Rank.COMPARED, scope)


def name_after(value: Value, about: Subject, rank: Rank, scope: Scope) -> None:
    """Record that the placeholders in ``value`` are used as ``about``."""
    if value.parameter is None:
        rank = rank.of_part()
    scope.context.parameters.use(value.exposed, Use(rank, about.name, about.origin))


def welcome_null(value: Value, scope: Scope, about: Subject | None = None) -> None:
    """Record that NULL makes sense as the placeholder that ``value`` is."""
    if value.exposed and (value.parameter is not None or scope.context.dialect.types_null):
        name = about.name if about else None
        origin = about.origin if about else None
        use = Use(Rank.OPERAND, name, origin, Nullity.WELCOME)
        scope.context.parameters.use(value.exposed, use)


def convertible(value: Value, target: SqlType, scope: Scope) -> bool:
    """Tell whether a value may be assigned to ``target`` without a cast."""
    context = scope.context
    if value.broken or target is BROKEN or not context.dialect.strict:
        return True
    if is_closed_record(value, target):
        return False
    return value.type == target or context.types.castable(value.type, target, explicit=False)


def is_closed_record(value: Value, target: SqlType) -> bool:
    """Tell whether a record would become a composite type although nothing tells its fields.

    Such are the results of functions; PostgreSQL converts ROW(…) and whole rows alone
    (``coerce_record_to_complex``).
    """
    whole = isinstance(value.null, OfColumn) and value.null.index < 0
    record = value.type.name == "record" and value.fields is None and not whole
    return record and base(target).kind is TypeKind.COMPOSITE
