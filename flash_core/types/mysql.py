"""The type system of MySQL and MariaDB.

Both convert whatever stands where something else is wanted, and complain at run time if
at all, so nearly every call and operator resolves: what is told here is what comes out.
The names of types are those of ``mysql_names``.

Two claims hold for ordinary values only: a string that outgrows ``max_allowed_packet``
and a date beyond the year 9999 become NULL on these servers.

Depends on: engine, definitions, model, mysql_casts, mysql_functions, mysql_merging,
mysql_names, mysql_operators, mysql_results, mysql_server.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine

from .definitions import RoutineKind
from .model import UNKNOWN, CallKind, Nulls, Signature, SqlType
from .mysql_casts import cast_nulls, cast_result
from .mysql_functions import find_form, forms
from .mysql_merging import computed, merge, united
from .mysql_names import (
    ADDRESSES,
    DIGITS,
    NULL,
    SPELLED,
    WRITTEN,
    decided,
    decimal,
    digits,
    hybrid,
    integer,
    is_address,
    is_null,
    named_type,
    stored,
)
from .mysql_operators import INT, TEXT, resolve_operator, shifted
from .mysql_results import signature, text_of
from .mysql_server import relation, relation_names, variable
from .plain import PlainTypes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.syntax import Literal, TypeName

    from .definitions import Definitions, RoutineDefinition
    from .model import SystemRelation

_LITERALS: Final = {
    "null": NULL,
    "boolean": INT,
    "blob": SqlType("varbinary", modifiers=WRITTEN),
    "date": SqlType("date"),
    "time": SqlType("time"),
    "datetime": SqlType("datetime"),
}
_VALUES: Final = {
    "CURRENT_DATE": "date",
    "UTC_DATE": "date",
    "CURRENT_TIME": "time",
    "UTC_TIME": "time",
    "CURRENT_TIMESTAMP": "datetime",
    "LOCALTIME": "datetime",
    "LOCALTIMESTAMP": "datetime",
    "UTC_TIMESTAMP": "datetime",
}
_INT_DIGITS: Final = 9  # of a constant that is an int, not a bigint
_INT8_MAX: Final = 2**63 - 1
_UINT8_MAX: Final = 2**64 - 1


class MysqlTypes(PlainTypes):
    """Implements :class:`flash_core.types.model.TypeSystem`."""

    def __init__(self, engine: Engine, definitions: Definitions) -> None:
        """Serve one schema of one of the two servers."""
        self._server = engine
        self._engine = engine.value
        self._bumps = engine is Engine.MYSQL
        self._definitions = definitions

    def named(self, name: TypeName) -> SqlType | None:
        """Return the type of a column or a cast, with its widths; labels are the catalog's."""
        return named_type(name) or self._definitions.find_type(name.parts)

    def relation(self, parts: Sequence[str]) -> SystemRelation | None:
        """Return a table of ``information_schema``."""
        return relation(parts, self._server)

    def relation_names(self, schema: str | None) -> Sequence[str]:
        """Return those of ``information_schema``."""
        return relation_names(schema)

    def literal(self, literal: Literal) -> SqlType:
        """Return the type of a constant; an integer's depends on its digits."""
        kind = literal.kind.value
        if kind == "integer":
            return _integer(literal.text)
        if kind == "decimal":
            return _decimal(literal.text)
        if kind == "bits":
            return hybrid(len(literal.text))
        if kind == "blob" and self._server is Engine.MYSQL:
            return hybrid(4 * len(literal.text))
        if kind == "string":
            return SqlType("varchar", modifiers=(*SPELLED, len(literal.text)))
        return _LITERALS.get(kind, TEXT)

    def sql_value(self, name: str) -> SqlType:
        """Return the type of ``CURRENT_TIMESTAMP`` and its kin, and of ``@@variable``."""
        if name.startswith("@@"):
            return variable(name[2:]) or SqlType("ANY")
        return SqlType(_VALUES.get(name, "varchar"))

    def boolean(self) -> SqlType:
        """Return int: a condition is 0 or 1."""
        return INT

    def row_count(self) -> SqlType:
        """Return bigint unsigned."""
        return integer("bigint unsigned")

    def text(self) -> SqlType:
        """Return varchar."""
        return TEXT

    def operator(self, name: str, left: SqlType | None, right: SqlType) -> Signature | None:
        """Resolve an operator; ``left`` is ``None`` for a prefix operator."""
        if right.name.startswith("interval ") and left is not None:
            moment = decided(left, SqlType("datetime"))
            first = left if is_null(left) else moment
            result = shifted(first, right.name[9:].upper(), right.modifiers)
            return Signature((moment, right), result, Nulls.LOSSY) if name in "+-" else None
        if left is not None and left.name.startswith("interval ") and name == "+":
            moment = decided(right, SqlType("datetime"))
            first = right if is_null(right) else moment
            result = shifted(first, left.name[9:].upper(), left.modifiers)
            return Signature((left, moment), result, Nulls.LOSSY)
        return resolve_operator(name.upper(), left, right)

    def function(
        self,
        name: Sequence[str],
        arguments: Sequence[SqlType],
        *,
        star: bool = False,
        names: Sequence[str | None] = (),
        variadic: bool = False,
        constants: Sequence[str | None] = (),
    ) -> Signature | None:
        """Resolve a function call; see :class:`flash_core.types.model.TypeSystem`."""
        del names, variadic
        function = name[-1].lower()
        if star and (function != "count" or arguments):
            return None
        if star:
            return Signature((), integer("bigint"), Nulls.NEVER, CallKind.AGGREGATE)
        if len(name) == 1 and (form := find_form(function, len(arguments), self._engine)):
            return signature(form, arguments, constants, bumps=self._bumps)
        return self._routine(function, arguments)

    def _routine(self, name: str, arguments: Sequence[SqlType]) -> Signature | None:
        """Resolve a call of a stored function, which may return NULL whatever it is given."""
        for routine in self._definitions.routines:
            inputs = routine.arguments
            if routine.name.lower() != name or len(inputs) != len(arguments):
                continue
            wanted = [self.named(argument.type) or TEXT for argument in inputs]
            converted = tuple(map(decided, arguments, wanted))
            names = tuple(argument.name for argument in inputs)
            result, kind = self._returned(routine)
            return Signature(converted, result, Nulls.MAYBE, kind, argument_names=names)
        return None

    def _returned(self, routine: RoutineDefinition) -> tuple[SqlType, CallKind]:
        if routine.kind is RoutineKind.PROCEDURE:
            return UNKNOWN, CallKind.PROCEDURE
        aggregate = routine.kind is RoutineKind.AGGREGATE
        found = None if routine.result is None else self.named(routine.result)
        kind = CallKind.AGGREGATE if aggregate else CallKind.SCALAR
        # The server keeps the width of RETURNS BOOLEAN.
        if found is not None and found.name == "boolean":
            return found, kind
        return computed(found or TEXT), kind

    def has_function(self, name: Sequence[str]) -> bool:
        """Tell whether any function of that name exists on this server or in the schema."""
        function = name[-1].lower()
        if any(routine.name.lower() == function for routine in self._definitions.routines):
            return True
        found = forms().get(function, ()) if len(name) == 1 else ()
        return any(form.engine in {"", self._engine} for form in found)

    def function_names(self) -> Sequence[str]:
        """Return every function name, for suggestions."""
        own = {routine.name for routine in self._definitions.routines}
        return tuple(sorted(own | {name for name in forms() if self.has_function((name,))}))

    def collated(self, type_: SqlType) -> SqlType:
        """Return the text that anything becomes there."""
        return type_ if type_ == UNKNOWN else text_of([type_])

    def common(self, types: Sequence[SqlType]) -> SqlType | None:
        """Return the type of UNION, CASE, COALESCE, VALUES over these, or ``None``."""
        return merge(types, bumps=self._bumps)

    def united(self, type_: SqlType, other: SqlType) -> SqlType:
        """Return bytes for bits beside what is none: UNION has no number for them."""
        return united(type_, other)

    def negated(self, result: SqlType, number: int) -> SqlType:
        """Return decimal where the number is negative already, or no bigint: it may overflow."""
        if self._server is Engine.MYSQL or result.name not in DIGITS or 0 <= number <= 2**63:
            return result
        return decimal(digits(result), 0)

    def loses(self, source: SqlType, target: SqlType, text: str | None) -> bool:
        """Tell whether a value may become NULL as an alternative of that type: no address."""
        if target.name not in ADDRESSES or source in {target, UNKNOWN}:
            return False
        return text is None or not is_address(text, target.name)

    def cast_nulls(self, source: SqlType, target: SqlType) -> Nulls:
        """Return LOSSY where NULL stands for what makes no such value."""
        return cast_nulls(computed(source), computed(target))

    def materialised(self, type_: SqlType) -> SqlType:
        """Return the type of the column that keeps it: an integer is as wide as its type."""
        return stored(type_)

    def passed_on(self, type_: SqlType) -> SqlType:
        """Return it without what a column alone has: labels, and the width of ``tinyint(1)``."""
        return computed(type_)

    def cast_result(self, target: SqlType, source: SqlType, constant: str | None) -> SqlType:
        """Return the target; CAST makes integers as wide as what it reads, and no padded strings."""
        return cast_result(target, source, constant)


def _integer(text: str) -> SqlType:
    size = len(text.lstrip("0")) or 1
    if size <= _INT_DIGITS:
        return integer("int", size)
    value = int(text)
    if value <= _INT8_MAX:
        return integer("bigint", size)
    return integer("bigint unsigned", size) if value <= _UINT8_MAX else decimal(size, 0)


def _decimal(text: str) -> SqlType:
    """Return decimal for ``1.5``, double for ``1e0``."""
    if "e" in text.lower():
        return SqlType("double")
    whole, _, fraction = text.partition(".")
    return decimal(len(whole.lstrip("0")) + len(fraction), len(fraction))
