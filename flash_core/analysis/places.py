"""Where a value is written: a column, a field of a composite in it, an element of an array.

Depends on: records, infer, relation, subscripts.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from flash_core._dataclass import dataclass
from flash_core.sql.syntax import Indices

from .infer import base, infer_all
from .nullability import Certain

if TYPE_CHECKING:
    from flash_core.sql.source import Span
    from flash_core.sql.syntax import Path
    from flash_core.types.model import SqlType

    from .context import Scope
    from .model import TableColumn
    from .relation import RelationColumn


class Part(enum.StrEnum):
    """What of a column is written, as messages begin."""

    COLUMN = "column"
    FIELD = "subfield"
    ELEMENT = "subscripted assignment to"


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A column as a statement names it; ``None`` is one that does not exist."""

    column: RelationColumn | None
    span: Span | None = None
    path: Path = ()


@dataclass(frozen=True, slots=True, eq=False)
class Slot:
    """What takes the value: ``required`` ones refuse NULL."""

    name: str
    type: SqlType
    part: Part
    origin: TableColumn | None
    required: bool


def slot_of(place: Place, scope: Scope) -> Slot | None:
    """Follow the path below a column; a wrong step is reported."""
    column = place.column
    if column is None:
        return None
    slot = Slot(
        column.name, column.type, Part.COLUMN, column.origin, isinstance(column.null, Certain)
    )
    for step in place.path:
        found = (
            _element(slot, step, place, scope)
            if isinstance(step, Indices)
            else _field(slot, step, place, scope)
        )
        if found is None:
            return None
        slot = found
    return slot


def _element(slot: Slot, step: Indices, place: Place, scope: Scope) -> Slot | None:
    from .subscripts import element_type  # noqa: PLC0415 - few queries write to elements

    indices = infer_all(step.indices, scope)
    span = place.span or step.span
    type_ = element_type(slot.type, indices, span, scope, sliced=step.slice)
    if type_ is None:
        return None
    return Slot(slot.name, type_, Part.ELEMENT, None, required=False)


def _field(slot: Slot, name: str, place: Place, scope: Scope) -> Slot | None:
    from .records import composite_fields  # noqa: PLC0415 - few queries write to fields

    fields = {field: type_ for field, type_, _ in composite_fields(base(slot.type), scope)}
    if name in fields:
        return Slot(name, fields[name], Part.FIELD, None, required=False)
    span = place.span
    if span is None:
        return None
    start = f'cannot assign to field "{name}" of column "{slot.name}" because'
    if fields:
        scope.context.error(
            span,
            f"{start} there is no such column in data type {slot.type}",
            sqlstate="42703",
            hint=scope.context.suggestion(name, fields),
        )
    else:
        message = f"{start} its type {slot.type} is not a composite type"
        scope.context.error(span, message, sqlstate="42804")
    return None
