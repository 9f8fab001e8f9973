"""What a PostgreSQL schema adds: its routines, operators, casts and ranges.

The definitions name types as they were written; they are resolved when a query
asks for the object.  What Flash cannot resolve does not exist for it.  No result
is called non-null: only the routine's body could tell.

Depends on: definitions, model, postgres_data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .definitions import ArgumentMode, RoutineKind
from .model import CallKind, Nulls, SqlType, TypeKind
from .postgres_data import Routine, variadic_element

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import TypeAlias

    from flash_core.sql.syntax import TypeName

    from .definitions import (
        Definitions,
        OperatorDefinition,
        RangeDefinition,
        RoutineArgument,
        RoutineDefinition,
    )

    Named: TypeAlias = Callable[[TypeName], SqlType | None]
    Functions: TypeAlias = Callable[[Sequence[str]], Sequence[Routine]]

_CALLS: Final = {
    RoutineKind.FUNCTION: CallKind.SCALAR,
    RoutineKind.PROCEDURE: CallKind.PROCEDURE,
    RoutineKind.AGGREGATE: CallKind.AGGREGATE,
    RoutineKind.WINDOW: CallKind.WINDOW,
}
_GIVEN: Final = frozenset({ArgumentMode.IN, ArgumentMode.INOUT, ArgumentMode.VARIADIC})
_RETURNED: Final = frozenset({ArgumentMode.OUT, ArgumentMode.INOUT, ArgumentMode.TABLE})
_RECORD: Final = SqlType("record", TypeKind.PSEUDO)
_VOID: Final = SqlType("void", TypeKind.PSEUDO)
_TEXT: Final = SqlType("text")


def plain_schema(name: str) -> str:
    """Return a schema's name as the catalog keeps it: ``public`` is empty."""
    return "" if name == "public" else name


class Own:
    """Objects that the schema defines, as the type system sees them."""

    def __init__(self, definitions: Definitions, named: Named) -> None:
        """Wrap definitions.

        Args:
            definitions: What the schema's statements say.
            named: Returns the type that a name denotes.
        """
        self._definitions = definitions
        self._named = named
        self._by_name: dict[str, list[RoutineDefinition]] | None = None
        self._by_range: dict[tuple[str, str], RangeDefinition] | None = None
        self._multiranges: Mapping[SqlType, SqlType] | None = None
        self._casts: Mapping[tuple[SqlType, SqlType], str] | None = None

    @property
    def _routines(self) -> dict[str, list[RoutineDefinition]]:
        if self._by_name is None:
            self._by_name = {}
            for definition in self._definitions.routines:
                self._by_name.setdefault(definition.name, []).append(definition)
        return self._by_name

    @property
    def _ranges(self) -> dict[tuple[str, str], RangeDefinition]:
        """Ranges by the name of each and of its multirange."""
        if self._by_range is None:
            self._by_range = {}
            for definition in self._definitions.ranges:
                schema = plain_schema(definition.schema)
                for name in (_multirange(definition), definition.name):
                    self._by_range[schema, name] = definition
        return self._by_range

    @property
    def function_names(self) -> Sequence[str]:
        """Names of all routines and constructors."""
        return [*self._routines, *(name for _, name in self._ranges)]

    # -- types and casts -----------------------------------------------------

    def range(self, schema: str, name: str) -> SqlType | None:
        """Return the range or multirange type of that name."""
        definition = self._ranges.get((schema, name))
        if definition is None:
            return None
        subtype = self._named(definition.subtype)
        if subtype is None:
            return None
        range_ = SqlType(definition.name, TypeKind.RANGE, schema, subtype)
        if name == definition.name:
            return range_
        return SqlType(name, TypeKind.MULTIRANGE, schema, range_)

    @property
    def multiranges(self) -> Mapping[SqlType, SqlType]:
        """Multirange type by range type."""
        if self._multiranges is None:
            self._multiranges = self._find_multiranges()
        return self._multiranges

    def _find_multiranges(self) -> Mapping[SqlType, SqlType]:
        found: dict[SqlType, SqlType] = {}
        for definition in self._definitions.ranges:
            schema = plain_schema(definition.schema)
            range_ = self.range(schema, definition.name)
            multirange = self.range(schema, _multirange(definition))
            if range_ is not None and multirange is not None:
                found[range_] = multirange
        return found

    @property
    def casts(self) -> Mapping[tuple[SqlType, SqlType], str]:
        """By source and target, the letters of ``castcontext`` and ``castmethod``."""
        if self._casts is None:
            self._casts = self._find_casts()
        return self._casts

    def _find_casts(self) -> Mapping[tuple[SqlType, SqlType], str]:
        found: dict[tuple[SqlType, SqlType], str] = {}
        for definition in self._definitions.casts:
            source, target = self._named(definition.source), self._named(definition.target)
            if source is not None and target is not None:
                method = "b" if definition.binary else "f"
                found[source, target] = definition.context[0] + method
        found |= dict.fromkeys(self.multiranges.items(), "ef")
        return found | dict.fromkeys(self._rows(), "if")

    def _rows(self) -> Iterator[tuple[SqlType, SqlType]]:
        """Yield each row type with those that its rows can be taken for."""
        above: dict[SqlType, list[SqlType]] = {}
        for parts, parent in self._definitions.row_parents:
            find = self._definitions.find_type
            row, other = find(parts), find(parent)
            if row is not None and other is not None:
                above.setdefault(row, []).append(other)
        for row, parents in above.items():
            waiting, seen = list(parents), {row}
            while waiting:
                other = waiting.pop()
                if other not in seen:
                    seen.add(other)
                    waiting += above.get(other, ())
                    yield row, other

    # -- routines ------------------------------------------------------------

    def functions(self, name: str) -> Sequence[Routine]:
        """Return the routines of that name in every schema, constructors of ranges included."""
        routines = [self._routine(definition) for definition in self._routines.get(name, ())]
        made = [found for found in routines if found is not None]
        for (schema, own), definition in self._ranges.items():
            if own == name:
                made += self._constructors(schema, name, definition)
        return made

    def _routine(self, definition: RoutineDefinition) -> Routine | None:
        procedure = definition.kind is RoutineKind.PROCEDURE
        given = [  # CALL gives a procedure its OUT arguments too
            one for one in definition.arguments if procedure or one.mode in _GIVEN
        ]
        returned = [one for one in definition.arguments if one.mode in _RETURNED]
        arguments = self._types(given)
        columns = self._types(returned)
        result = self._result(definition, columns)
        if arguments is None or columns is None or result is None:
            return None
        kind = CallKind.TABLE if definition.returns_set else _CALLS[definition.kind]
        variadic = any(one.mode is ArgumentMode.VARIADIC for one in given[-1:])
        lossy = definition.strict and kind is CallKind.SCALAR and not variadic
        return Routine(
            definition.name,
            arguments,
            result,
            kind,
            Nulls.LOSSY if lossy else Nulls.MAYBE,
            variadic_element(arguments[-1]) if variadic else None,
            sum(one.has_default for one in given),
            tuple(one.name or "-" for one in given),
            _columns(returned, columns),
            plain_schema(definition.schema),
        )

    def _types(self, arguments: Sequence[RoutineArgument]) -> tuple[SqlType, ...] | None:
        found = [self._named(argument.type) for argument in arguments]
        known = tuple(type_ for type_ in found if type_ is not None)
        return known if len(known) == len(found) else None

    def _result(
        self, definition: RoutineDefinition, columns: Sequence[SqlType] | None
    ) -> SqlType | None:
        if definition.kind is RoutineKind.PROCEDURE:
            return _RECORD if columns else _VOID
        if columns:
            return columns[0] if len(columns) == 1 else _RECORD
        return _VOID if definition.result is None else self._named(definition.result)

    def _constructors(self, schema: str, name: str, definition: RangeDefinition) -> list[Routine]:
        made = self.range(schema, name)
        if made is None or made.element is None:
            return []
        element = made.element
        if name == definition.name:
            both = (element, element)
            return [
                Routine(name, types, made, CallKind.SCALAR, Nulls.NEVER, schema=schema)
                for types in (both, (*both, _TEXT))
            ]
        array = SqlType(f"{element.name}[]", TypeKind.ARRAY, element.schema, element)
        return [
            Routine(name, (), made, CallKind.SCALAR, Nulls.NEVER, schema=schema),
            Routine(name, (element,), made, CallKind.SCALAR, Nulls.STRICT, schema=schema),
            Routine(name, (array,), made, CallKind.SCALAR, Nulls.MAYBE, element, schema=schema),
        ]

    # -- operators -----------------------------------------------------------

    def operators(self, name: str, functions: Functions) -> list[Routine]:
        """Return the operators of that name; ``functions`` finds what implements them."""
        found = [
            self._operator(definition, functions)
            for definition in self._definitions.operators
            if definition.name == name
        ]
        return [operator for operator in found if operator is not None]

    def _operator(self, definition: OperatorDefinition, functions: Functions) -> Routine | None:
        left = None if definition.left is None else self._named(definition.left)
        right = self._named(definition.right)
        if right is None or (left is None and definition.left is not None):
            return None
        operands = (right,) if left is None else (left, right)
        for function in functions(definition.function):
            if function.arguments == operands:
                schema = plain_schema(definition.schema)
                return Routine(
                    function.name,
                    operands,
                    function.result,
                    CallKind.SCALAR,
                    function.nulls if function.nulls is Nulls.LOSSY else Nulls.MAYBE,
                    schema=schema,
                )
        return None


def _multirange(definition: RangeDefinition) -> str:
    """Return the name of a range's multirange (``makeMultirangeTypeName``)."""
    if definition.multirange:
        return definition.multirange
    name = definition.name
    if "range" in name:
        return name.replace("range", "multirange", 1)
    return f"{name}_multirange"


def _columns(
    returned: Sequence[RoutineArgument], types: Sequence[SqlType]
) -> tuple[tuple[str, SqlType], ...]:
    """Name the columns of the row that is returned, as the server does."""
    if len(returned) == 1 and not returned[0].name:
        return ()
    names = (one.name or f"column{place}" for place, one in enumerate(returned, 1))
    return tuple(zip(names, types, strict=True))
