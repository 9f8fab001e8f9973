"""Writing the methods that take many sets of parameters: ``:batchexec`` and its kin.

A set is a tuple, or of a single parameter its bare value.  ``models.py`` has a named tuple for
each query that takes more than one.

Depends on: analysis.model, codegen.bodies, codegen.given, codegen.imports, codegen.layout, codegen.literals.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.analysis.model import Command

from .bodies import BODY, Body
from .given import Given
from .imports import BUILTINS, MODELS, RUNTIME, Symbol
from .layout import Items, ListOf, Prefixed, UnlessNone, flat, statement
from .literals import one_line

if TYPE_CHECKING:
    from .layout import Expression

PARAMS: Final = "params"


class BatchBody(Body):
    """The statements of a method that takes many sets of parameters."""

    def lines(self) -> list[str]:
        """Return the statements."""
        self.taken = {"self", PARAMS}
        self.row, self.rows = "row", "rows"
        match self.query.command:
            case Command.BATCHEXEC:
                return [self.many_calls("", "execute_many")]
            case Command.COPYFROM:
                return [self.many_calls("return ", "copy_rows")]
            case Command.BATCHMANY:
                return self.lists()
            case _:
                return self.first_rows()

    def many_calls(self, prefix: str, method: str, *others: str) -> str:
        """Return the call of the database's ``method`` with all sets."""
        call = Items(f"self.db.{method}(", (self.constant, PARAMS, self.encoder(), *others))
        return statement(f"{prefix}{self.writer.wait}", call, BODY)

    def encoder(self) -> Expression:
        """Return the function from a set to what is sent."""
        given = self.arguments
        alone = len(given) == 1
        within = {
            argument.parameter.number: Given(
                "row" if alone else f"row[{place}]", argument.parameter, argument.type
            )
            for place, argument in enumerate(given)
        }
        copied = self.query.command is Command.COPYFROM  # the columns are named in this order
        order = [found.parameter.number for found in given] if copied else self.sending.arguments
        values = [self.encoded(within[number]) for number in order]
        if alone and len(values) == 1:
            return f"lambda row: ({flat(values[0])},)"
        plain = all(argument.type.encode is None for argument in given)
        if plain and list(order) == [argument.parameter.number for argument in given]:
            return self.spell(Symbol(BUILTINS, "tuple"))
        return Prefixed("lambda row: ", Items("(", tuple(values)))

    def lists(self) -> list[str]:
        """Return what returns the rows of each set."""
        result = self.writer.calls.models.results.get(self.query.name)
        types = [self.writer.calls.models.types.of_column(column) for column in self.query.columns]
        element: Expression
        builder = self.writer.builder(self.query)
        if builder is not None:
            element = Items(f"{builder}(", (self.rows,))
        elif result is not None and self.starred(result, types) is not None:
            star = self.spell(Symbol("itertools", "starmap"), "found")
            name = self.spell(Symbol(MODELS, result.name), "found")
            rows = Items(f"{star}(", (name, self.rows))
            element = Items(f"{self.spell(Symbol(BUILTINS, 'list'), 'found')}(", (rows,))
        else:
            element = ListOf(self.built(result, types, None), f"for {self.row} in {self.rows}")
        every = ListOf(element, f"for {self.rows} in found")
        return [self.many_calls("found = ", "fetch_many"), statement("return ", every, BODY)]

    def first_rows(self) -> list[str]:
        """Return what returns the first row of each set."""
        if self.query.exactly_one:
            fetched = self.many_calls(f"{self.rows} = ", "fetchrow_many", "exact=True")
            required = self.spell(Symbol(RUNTIME, "required"), "found")
            row = Items(f"{required}(", (self.row, one_line(self.query.name)))
            checked = ListOf(row, f"for {self.row} in {self.rows}")
            every = ListOf(self.each(), f"for {self.row} in found")
            return [
                fetched,
                statement("found = ", checked, BODY),
                statement("return ", every, BODY),
            ]
        fetched = self.many_calls(f"{self.rows} = ", "fetchrow_many")
        each = UnlessNone(self.row, self.each())
        every = ListOf(each, f"for {self.row} in {self.rows}")
        return [fetched, statement("return ", every, BODY)]

    def each(self) -> Expression:
        """Return the value of one row."""
        result = self.writer.calls.models.results.get(self.query.name)
        types = [self.writer.calls.models.types.of_column(column) for column in self.query.columns]
        starred = None if result is None else self.starred(result, types)
        return self.built(result, types, starred)
