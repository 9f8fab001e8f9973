"""Which PostgreSQL function or operator a call means (manual chapter 10).

Follows ``parse_func.c`` and ``parse_oper.c``: candidates that take the number of
arguments, an exact match, those reachable by implicit casts, then the contest of
exact matches, preferred types and categories.

Depends on: model, postgres_coercion, postgres_data, postgres_tables.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import dataclass, replace

from .model import UNKNOWN, Nulls, Signature, SqlType, TypeKind
from .postgres_coercion import (
    ANY,
    EXPLICIT,
    IMPLICIT,
    base_type,
    bind,
    can_coerce,
    category,
    common_type,
    is_polymorphic,
    is_preferred,
    pathway,
    substitute,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .postgres_data import Routine
    from .postgres_tables import Tables


@dataclass(frozen=True, slots=True)
class Candidate:
    """A routine as this call would use it.

    Attributes:
        arguments: Declared type of each argument given, in the order given.
        positions: Where each of them stands in the declaration.
        routine: The routine.
        expanded: VARIADIC was spread over the last arguments.
        ambiguous: Another routine would do as well.
    """

    arguments: tuple[SqlType, ...]
    positions: tuple[int, ...]
    routine: Routine
    expanded: bool = False
    ambiguous: bool = False


def operator_is_ambiguous(tables: Tables, name: str, operands: tuple[SqlType, ...]) -> bool:
    """Tell of operands that resolve to no operator whether there are too many."""
    candidates = _operators(tables, name, len(operands))
    return len(_fitting(tables, candidates, operands)) > 1


def resolve_operator(tables: Tables, name: str, operands: tuple[SqlType, ...]) -> Signature | None:
    """Resolve an operator over one or two operands (``oper``, ``left_oper``)."""
    candidates = _operators(tables, name, len(operands))
    found = _exact_operator(candidates, operands) or _best(tables, candidates, operands)
    return None if found is None else _signature(tables, found, operands)


def _operators(tables: Tables, name: str, count: int) -> list[Candidate]:
    return [
        Candidate(routine.arguments, tuple(range(count)), routine)
        for routine in tables.operators(name)
        if len(routine.arguments) == count
    ]


def _exact_operator(
    candidates: Sequence[Candidate], operands: Sequence[SqlType]
) -> Candidate | None:
    """Find an exact match, taking an unknown operand for the other's type."""
    known = [operand for operand in operands if operand != UNKNOWN]
    wanted = tuple(known[0] if operand == UNKNOWN else operand for operand in operands if known)
    found = _exact(candidates, wanted)
    if found is None and len(known) == 1 and len(operands) > 1:
        found = _exact(candidates, (base_type(known[0]),) * len(operands))
    return found


def _exact(candidates: Sequence[Candidate], wanted: tuple[SqlType, ...]) -> Candidate | None:
    return next((found for found in candidates if found.arguments == wanted), None)


def resolve_function(
    tables: Tables,
    name: Sequence[str],
    arguments: Sequence[SqlType],
    names: Sequence[str | None],
    *,
    variadic: bool,
    constants: Sequence[str | None],
) -> Signature | None:
    """Resolve a function call (``func_get_detail``)."""
    candidates = _functions(tables, name, names, len(arguments), variadic=variadic)
    found = _exact(candidates, tuple(arguments))
    if found is None and len(arguments) == 1 and not any(names) and not variadic:
        # An unknown argument is a quoted string, or a parameter if the caller says so.
        quoted = not constants or constants[0] is not None
        conversion = _conversion(tables, name, arguments[0], quoted=quoted)
        if conversion is not None:
            return conversion
    found = found or _best(tables, candidates, arguments)
    return None if found is None else _signature(tables, found, arguments, variadic=variadic)


def function_is_ambiguous(
    tables: Tables,
    name: Sequence[str],
    arguments: Sequence[SqlType],
    names: Sequence[str | None],
    *,
    variadic: bool,
) -> bool:
    """Tell of a call that resolves to no function whether there are too many."""
    candidates = _functions(tables, name, names, len(arguments), variadic=variadic)
    fitting = _fitting(tables, candidates, arguments)
    return len(fitting) > 1 or any(found.ambiguous for found in fitting)


def function_is_undetermined(
    tables: Tables,
    name: Sequence[str],
    arguments: Sequence[SqlType],
    names: Sequence[str | None],
    *,
    variadic: bool,
) -> bool:
    """Tell of a call that resolves to no function whether its polymorphic type stays unknown."""
    candidates = _functions(tables, name, names, len(arguments), variadic=variadic)
    found = _best(tables, candidates, arguments)
    if found is None:
        return False
    generic = [
        argument
        for argument, declared in zip(arguments, found.arguments, strict=True)
        if is_polymorphic(declared)
    ]
    return bool(generic) and all(argument == UNKNOWN for argument in generic)


def _functions(
    tables: Tables,
    name: Sequence[str],
    names: Sequence[str | None],
    count: int,
    *,
    variadic: bool,
) -> list[Candidate]:
    given = tuple(names) or (None,) * count
    found = [_candidate(one, given, variadic=variadic) for one in tables.functions(name)]
    return _distinct(tables, [one for one in found if one is not None], count)


def _conversion(
    tables: Tables, name: Sequence[str], argument: SqlType, *, quoted: bool
) -> Signature | None:
    """Read ``type(value)`` as a cast, where no function has to run for it."""
    target = tables.type_called(name)
    if target is None or target.kind is TypeKind.PSEUDO:
        return None
    literal = argument == UNKNOWN and quoted
    if not literal and not _needs_no_function(tables, base_type(argument), target):
        return None
    return Signature((target,), target, Nulls.STRICT)


def _needs_no_function(tables: Tables, source: SqlType, target: SqlType) -> bool:
    if source == target:
        return True
    if (source, target) in tables.types.casts:
        return tables.types.casts[source, target][1] != "f"
    if source.kind is target.kind is TypeKind.ARRAY:
        return False
    row = source.kind is TypeKind.COMPOSITE or source.name == "record"
    return not row and pathway(tables, source, target, EXPLICIT)


def _candidate(
    routine: Routine, names: Sequence[str | None], *, variadic: bool
) -> Candidate | None:
    """Fit a routine to the number and names of the arguments."""
    count, declared = len(names), len(routine.arguments)
    if any(names):
        return None if routine.variadic and not variadic else _by_name(routine, names)
    if variadic and routine.variadic is None:
        return None
    expanded = routine.variadic is not None and not variadic and declared <= count
    if routine.variadic is not None and expanded:
        spread = (routine.variadic,) * (count - declared + 1)
        positions = (*range(declared - 1), *(declared - 1,) * len(spread))
        return Candidate(routine.arguments[:-1] + spread, positions, routine, expanded=True)
    if not declared - routine.defaults <= count <= declared:
        return None
    return Candidate(routine.arguments[:count], tuple(range(count)), routine)


def _by_name(routine: Routine, names: Sequence[str | None]) -> Candidate | None:
    positional = sum(name is None for name in names)
    if len(names) > len(routine.arguments) or any(names[:positional]):
        return None
    positions = list(range(positional))
    for name in names[positional:]:
        if name not in routine.names:
            return None
        positions.append(routine.names.index(name))
    required = range(len(routine.arguments) - routine.defaults)
    if len(set(positions)) < len(positions) or not set(required) <= set(positions):
        return None
    arguments = tuple(routine.arguments[position] for position in positions)
    return Candidate(arguments, tuple(positions), routine)


def _distinct(tables: Tables, candidates: Sequence[Candidate], count: int) -> list[Candidate]:
    """Keep one candidate for the same types: the first on the path, one that spreads nothing."""
    kept: dict[tuple[SqlType, ...], Candidate] = {}
    for found in candidates:
        if len(found.arguments) == count:
            other = kept.get(found.arguments)
            kept[found.arguments] = found if other is None else _nearer(tables, found, other)
    return list(kept.values())


def _nearer(tables: Tables, one: Candidate, other: Candidate) -> Candidate:
    if one.routine.schema != other.routine.schema:
        return min(one, other, key=lambda found: tables.path.index(found.routine.schema))
    if one.expanded != other.expanded:
        return other if one.expanded else one
    return replace(one, ambiguous=True)


def _best(
    tables: Tables, candidates: Sequence[Candidate], arguments: Sequence[SqlType]
) -> Candidate | None:
    fitting = _fitting(tables, candidates, arguments)
    if len(fitting) > 1:
        return _select(tables, fitting, arguments)
    return fitting[0] if fitting else None


def _fitting(
    tables: Tables, candidates: Sequence[Candidate], arguments: Sequence[SqlType]
) -> list[Candidate]:
    return [one for one in candidates if can_coerce(tables, arguments, one.arguments, IMPLICIT)]


def _select(
    tables: Tables, candidates: list[Candidate], arguments: Sequence[SqlType]
) -> Candidate | None:
    """Choose among several candidates that all fit (``func_select_candidate``)."""
    bases = [base_type(argument) for argument in arguments]
    candidates = _most(tables, candidates, bases, preferred=False)
    if len(candidates) > 1:
        candidates = _most(tables, candidates, bases, preferred=True)
    if len(candidates) == 1:
        return candidates[0]
    unknown = [place for place, base in enumerate(bases) if base == UNKNOWN]
    if not unknown:
        return None
    candidates = _by_category(tables, candidates, unknown)
    if len(candidates) == 1:
        return candidates[0]
    known = {base for base in bases if base != UNKNOWN}
    if len(known) != 1:
        return None
    alike = [known.pop()] * len(bases)
    candidates = [
        found for found in candidates if can_coerce(tables, alike, found.arguments, IMPLICIT)
    ]
    return candidates[0] if len(candidates) == 1 else None


def _most(
    tables: Tables, candidates: list[Candidate], bases: Sequence[SqlType], *, preferred: bool
) -> list[Candidate]:
    """Keep the candidates with the most exact (or preferred) argument types."""

    def score(found: Candidate) -> int:
        return sum(
            declared == base
            or (
                preferred
                and is_preferred(tables, declared)
                and category(tables, declared) == category(tables, base)
            )
            for base, declared in zip(bases, found.arguments, strict=True)
            if base != UNKNOWN
        )

    best = max(map(score, candidates))
    return [found for found in candidates if score(found) == best]


def _by_category(
    tables: Tables, candidates: list[Candidate], unknown: Sequence[int]
) -> list[Candidate]:
    """Keep the candidates of the category that each unknown argument must have.

    Returns:
        All of them when some argument's category cannot be told.
    """
    wanted: dict[int, tuple[str, bool]] = {}
    for place in unknown:
        declared = [found.arguments[place] for found in candidates]
        letters = {category(tables, type_) for type_ in declared}
        if len(letters) > 1 and "S" not in letters:
            return candidates
        letter = "S" if "S" in letters else letters.pop()
        preferred = any(
            is_preferred(tables, type_) and category(tables, type_) == letter for type_ in declared
        )
        wanted[place] = letter, preferred
    kept = [
        found
        for found in candidates
        if all(
            category(tables, found.arguments[place]) == letter
            and (not preferred or is_preferred(tables, found.arguments[place]))
            for place, (letter, preferred) in wanted.items()
        )
    ]
    return kept or candidates


def _signature(
    tables: Tables, found: Candidate, arguments: Sequence[SqlType], *, variadic: bool = False
) -> Signature | None:
    """Put the actual types in place of polymorphic ones (``enforce_generic_type_consistency``)."""
    routine = found.routine
    if found.ambiguous:
        return None
    binding = bind(tables, arguments, found.arguments)
    if binding is None:
        return None
    result = substitute(tables, binding, routine.result)
    converted: list[SqlType] = []
    for argument, declared in zip(arguments, found.arguments, strict=True):
        actual = argument if declared == ANY else substitute(tables, binding, declared)
        if actual is None:
            return None
        converted.append(actual)
    columns = [(name, substitute(tables, binding, type_)) for name, type_ in routine.columns]
    if result is None:
        return None
    if routine.ordered == "h":
        unified = _hypothetical(tables, converted)
        if unified is None:
            return None
        converted = unified
    spreads_any = variadic and routine.variadic == ANY
    if spreads_any and base_type(arguments[-1]).kind is not TypeKind.ARRAY:
        return None
    return Signature(
        tuple(converted),
        result,
        _nulls(found, spreads_any=spreads_any),
        routine.kind,
        tuple((name, type_) for name, type_ in columns if type_ is not None),
        _argument_names(found),
        bool(routine.ordered),
    )


def _hypothetical(tables: Tables, arguments: Sequence[SqlType]) -> list[SqlType] | None:
    """Give each direct argument and the key it is ranked by one type, if they have one."""
    half, odd = divmod(len(arguments), 2)
    pairs = zip(arguments[:half], arguments[half:], strict=False)
    found = [common_type(tables, pair) for pair in pairs]
    types = [type_ for type_ in found if type_ is not None]
    return None if odd or len(types) < half else [*types, *types]


def _nulls(found: Candidate, *, spreads_any: bool) -> Nulls:
    if spreads_any:
        return Nulls.MAYBE  # f(VARIADIC NULL::text[]) is NULL where f(NULL) is not
    if found.expanded and found.routine.nulls is Nulls.STRICT:
        return Nulls.LENIENT  # the array that is built of them is not NULL
    if found.expanded and found.routine.nulls is Nulls.LOSSY:
        return Nulls.MAYBE
    return found.routine.nulls


def _argument_names(found: Candidate) -> tuple[str, ...]:
    names = found.routine.names
    if not names:
        return ()
    return tuple("" if names[place] == "-" else names[place] for place in found.positions)
