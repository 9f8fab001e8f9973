"""What the methods of a module are given and what they send, whatever their flavour.

Depends on: analysis.model, codegen.models, codegen.names, codegen.sending, types.model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import dataclass, field
from flash_core.analysis.model import Command
from flash_core.types.model import TypeKind

from . import names
from .sending import Sending, sending

if TYPE_CHECKING:
    from flash_core.analysis.model import Parameter, Query

    from .models import Models
    from .pytypes import PyType


@dataclass(frozen=True, slots=True)
class Given:
    """A parameter with the Python name it has here."""

    name: str
    parameter: Parameter
    type: PyType


def tells_id(query: Query) -> bool:
    """Tell whether the id of an inserted row is asked for that no column returns."""
    return query.command is Command.EXECLASTID and not query.columns


@dataclass(frozen=True, slots=True)
class Calls:
    """The calls of queries, each worked out once for both flavours.

    Attributes:
        models: The project's classes and types.
    """

    models: Models
    _arguments: dict[str, list[Given]] = field(default_factory=dict[str, "list[Given]"])
    _sendings: dict[str, Sending] = field(default_factory=dict[str, Sending])

    def arguments(self, query: Query) -> list[Given]:
        """Return the parameters under names that are free in a method."""
        found = self._arguments.get(query.name)
        if found is None:
            found = self._arguments[query.name] = self._named(query)
        return found

    def sending(self, query: Query) -> Sending:
        """Return what the method sends."""
        found = self._sendings.get(query.name)
        if found is None:
            arguments = self.arguments(query)
            types = {argument.parameter.number: argument.type for argument in arguments}
            called = {argument.parameter.number: argument.name for argument in arguments}
            found = sending(query, self.models.types.engine, types, called)
            self._sendings[query.name] = found
        return found

    def nulls(self, query: Query) -> list[bool]:
        """Tell of each column whether it may be NULL where its value is used.

        The columns of an embedded row that may be missing are only used when it is
        there, which one of them tells.
        """
        result = self.models.results.get(query.name)
        nulls = [column.nullable for column in query.columns]
        start = 0
        for each in () if result is None else result.fields:
            end = start + (1 if each.row is None else len(each.row.fields))
            if each.witness is not None:
                for number, column in enumerate(query.columns[start:end]):
                    within = column.embed is None or column.embed.nullable
                    nulls[start + number] = within or number == each.witness
            start = end
        return nulls

    def _named(self, query: Query) -> list[Given]:
        taken = {"self"}
        found: list[Given] = []
        for parameter in query.parameters:
            name = names.identifier(parameter.name, fallback="arg")
            name = names.unique("self_" if name == "self" else name, taken)
            taken.add(name)
            element = parameter.type.element
            sliced = parameter.slice and parameter.type.kind is TypeKind.ARRAY and element
            types = self.models.types
            given = types.of(element) if sliced and element else types.of_parameter(parameter)
            found.append(Given(name, parameter, given))
        return found
