"""Which PostgreSQL type becomes which: casts, polymorphic types, common types.

Follows the server's ``parse_coerce.c`` function by function, so that a question
about a corner has one place to look it up in.  A user's type is an ordinary
:class:`SqlType` of kind ENUM, DOMAIN or COMPOSITE, or an array of one.

Depends on: model, postgres_tables.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass, field

from .model import UNKNOWN, SqlType, TypeKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .postgres_tables import Tables

IMPLICIT: Final = "i"
ASSIGNMENT: Final = "a"
EXPLICIT: Final = "e"
_RANK: Final = {IMPLICIT: 0, ASSIGNMENT: 1, EXPLICIT: 2}

_USER_CATEGORY: Final = {
    TypeKind.ENUM: "E",
    TypeKind.COMPOSITE: "C",
    TypeKind.ARRAY: "A",
    TypeKind.RANGE: "R",
    TypeKind.MULTIRANGE: "R",
}

TEXT: Final = SqlType("text")
ANY: Final = SqlType('"any"', TypeKind.PSEUDO)
_RECORD: Final = SqlType("record", TypeKind.PSEUDO)
_RECORDS: Final = SqlType("record[]", TypeKind.ARRAY, element=_RECORD)

# Stored like arrays, yet no cast of an array's elements makes one.
_VECTORS: Final = frozenset({"int2vector", "oidvector"})

_SIMPLE: Final = frozenset(
    {
        "anyelement",
        "anyarray",
        "anynonarray",
        "anyenum",
        "anyrange",
        "anymultirange",
    }
)
_COMPATIBLE: Final = frozenset(
    {
        "anycompatible",
        "anycompatiblearray",
        "anycompatiblenonarray",
        "anycompatiblerange",
        "anycompatiblemultirange",
    }
)


def base_type(type_: SqlType) -> SqlType:
    """Return what a domain is made of; any other type as it is."""
    while type_.kind is TypeKind.DOMAIN and type_.element is not None:
        type_ = type_.element
    return type_


def category(tables: Tables, type_: SqlType) -> str:
    """Return the type's category, the letter in ``pg_type.typcategory``."""
    type_ = base_type(type_)
    return tables.types.category.get(type_) or _USER_CATEGORY.get(type_.kind, "U")


def is_preferred(tables: Tables, type_: SqlType) -> bool:
    """Tell whether the type is preferred within its category."""
    return type_ in tables.types.preferred


def is_polymorphic(type_: SqlType) -> bool:
    """Tell whether the type stands for others: ``anyelement`` and its kin."""
    return type_.kind is TypeKind.PSEUDO and type_.name in _SIMPLE | _COMPATIBLE


def _element(array: SqlType) -> SqlType | None:
    """Return the element of an array or of a domain over one."""
    array = base_type(array)
    return array.element if array.kind is TypeKind.ARRAY else None


def pathway(tables: Tables, source: SqlType, target: SqlType, context: str) -> bool:
    """Tell whether some cast leads from ``source`` to ``target`` (``find_coercion_pathway``)."""
    source, target = base_type(source), base_type(target)
    if source == target:
        return True
    declared = tables.types.casts.get((source, target))
    if declared is not None:
        return _RANK[declared[0]] <= _RANK[context]
    if source.kind is target.kind is TypeKind.ARRAY and target.name not in _VECTORS:
        elements = source.element, target.element
        if elements[0] and elements[1] and pathway(tables, elements[0], elements[1], context):
            return True
    if _RANK[context] >= _RANK[ASSIGNMENT] and category(tables, target) == "S":
        return True
    return context == EXPLICIT and category(tables, source) == "S"


def _coerces(tables: Tables, source: SqlType, target: SqlType, context: str) -> bool:
    if target in (source, ANY) or source == UNKNOWN or pathway(tables, source, target, context):
        return True
    row = base_type(source).kind is TypeKind.COMPOSITE
    if row and target == _RECORD:
        return True
    if source == _RECORD and base_type(target).kind is TypeKind.COMPOSITE:
        return True
    element = _element(source)
    return target == _RECORDS and element is not None and element.kind is TypeKind.COMPOSITE


def can_coerce(
    tables: Tables, sources: Sequence[SqlType], targets: Sequence[SqlType], context: str
) -> bool:
    """Tell whether all ``sources`` convert to ``targets``, taken together (``can_coerce_type``)."""
    generics = False
    for source, target in zip(sources, targets, strict=True):
        if is_polymorphic(target):
            generics = True
        elif not _coerces(tables, source, target, context):
            return False
    return not generics or bind(tables, sources, targets) is not None


def common_type(tables: Tables, found: Sequence[SqlType]) -> SqlType | None:
    """Return the type that all these become in UNION, CASE and the like (``select_common_type``).

    Args:
        tables: What the database knows.
        found: At least one type.

    Returns:
        The type, ``None`` when the categories differ or one does not convert.
    """
    first = found[0]
    if first != UNKNOWN and all(other == first for other in found):
        return first
    chosen = base_type(first)
    for other in map(base_type, found[1:]):
        if other in (UNKNOWN, chosen):
            continue
        if chosen == UNKNOWN:
            chosen = other
        elif category(tables, other) != category(tables, chosen):
            return None
        elif (
            not is_preferred(tables, chosen)
            and can_coerce(tables, [chosen], [other], IMPLICIT)
            and not can_coerce(tables, [other], [chosen], IMPLICIT)
        ):
            chosen = other
    if chosen == UNKNOWN:
        chosen = TEXT
    return (
        chosen if all(can_coerce(tables, [other], [chosen], IMPLICIT) for other in found) else None
    )


@dataclass(slots=True)
class Binding:
    """What the polymorphic types of one call stand for.

    ``element``, ``array``, ``range`` and ``multirange`` belong to ``anyelement`` and
    its kin; the ``common`` ones to ``anycompatible`` and its kin.
    """

    element: SqlType | None = None
    array: SqlType | None = None
    range: SqlType | None = None
    multirange: SqlType | None = None
    common: SqlType | None = None
    common_range: SqlType | None = None
    common_multirange: SqlType | None = None
    elements: list[SqlType] = field(default_factory=list[SqlType])

    def agree(self, name: str, type_: SqlType) -> bool:
        """Set a field, or tell whether it already holds that very type."""
        if getattr(self, name) is None:
            setattr(self, name, type_)
        return bool(getattr(self, name) == type_)


def bind(tables: Tables, sources: Sequence[SqlType], targets: Sequence[SqlType]) -> Binding | None:
    """Find what polymorphic ``targets`` stand for (``check_generic_type_consistency``).

    Returns:
        The binding, in which a type that only unknown arguments mention is ``None``;
        ``None`` when the arguments contradict each other.
    """
    binding = Binding()
    pairs = list(zip(sources, targets, strict=True))
    for source, target in pairs:
        if source != UNKNOWN and is_polymorphic(target) and not _observe(binding, source, target):
            return None
    names = {target.name for target in targets if target.kind is TypeKind.PSEUDO}
    if not _settle_simple(binding, names) or not _settle_common(tables, binding, names):
        return None
    return binding


def _observe(binding: Binding, source: SqlType, target: SqlType) -> bool:
    base = base_type(source)
    match target.name:
        case "anyelement" | "anynonarray" | "anyenum":
            return binding.agree("element", source)
        case "anyarray":
            return binding.agree("array", base)
        case "anyrange":
            return binding.agree("range", base)
        case "anymultirange":
            return binding.agree("multirange", base)
        case "anycompatiblearray":
            inner = _element(source)
        case "anycompatiblerange":
            inner = base.element if binding.agree("common_range", base) else None
            inner = inner if base.kind is TypeKind.RANGE else None
        case "anycompatiblemultirange":
            known = binding.agree("common_multirange", base) and base.kind is TypeKind.MULTIRANGE
            range_ = base.element if known else None
            agreed = range_ is not None and binding.agree("common_range", range_)
            inner = range_.element if range_ is not None and agreed else None
        case _:
            inner = source
    if inner is None:
        return False
    binding.elements.append(inner)
    return True


def _settle_simple(binding: Binding, names: set[str]) -> bool:
    if binding.array is not None:
        inner = _element(binding.array)
        if inner is None or not binding.agree("element", inner):
            return False
    if binding.multirange is not None:
        range_ = binding.multirange.element
        if binding.multirange.kind is not TypeKind.MULTIRANGE or range_ is None:
            return False
        if not binding.agree("range", range_):
            return False
    if binding.range is not None:
        inner = binding.range.element if binding.range.kind is TypeKind.RANGE else None
        if inner is None or not binding.agree("element", inner):
            return False
    element = binding.element
    if "anynonarray" in names and element is not None and _element(element) is not None:
        return False
    return "anyenum" not in names or (element is not None and element.kind is TypeKind.ENUM)


def _settle_common(tables: Tables, binding: Binding, names: set[str]) -> bool:
    if not binding.elements:
        return True
    binding.common = common_type(tables, binding.elements)
    if binding.common is None:
        return False
    if binding.common_range is not None and binding.common_range.element != binding.common:
        return False
    return "anycompatiblenonarray" not in names or _element(binding.common) is None


def substitute(tables: Tables, binding: Binding, declared: SqlType) -> SqlType | None:
    """Return what ``declared`` is in this call, ``None`` when nothing tells."""
    if not is_polymorphic(declared):
        return declared
    simple = declared.name in _SIMPLE
    element = binding.element if simple else binding.common
    if not simple and element is None:
        element = TEXT  # all of them unknown: the server falls back to text
    range_ = binding.range if simple else binding.common_range
    match declared.name:
        case "anyarray" | "anycompatiblearray":
            if simple and binding.array is not None:
                return binding.array
            return None if element is None else tables.array_type(element)
        case "anyrange" | "anycompatiblerange":
            return range_
        case "anymultirange" | "anycompatiblemultirange":
            return None if range_ is None else tables.types.multiranges.get(range_)
        case _:
            return element
