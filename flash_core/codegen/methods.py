"""Writing one query as a constant and a method.

Depends on: analysis.model, config, codegen.bodies, codegen.models, codegen.layout,
codegen.sending.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass
from flash_core.analysis.model import Command
from flash_core.config import RowStyle
from flash_core.types.model import TypeKind

from . import names
from .batches import PARAMS, BatchBody
from .bodies import BODY, Body, Given, tells_id
from .imports import BUILTINS, MODELS, RUNTIME, Imports, Symbol
from .layout import Argument, Items, annotated, signature, statement, tuple_of
from .literals import docstring, one_line, sql_constant
from .sending import Sending, sending

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from flash_core.analysis.model import Query

    from .building import Builder
    from .models import Models

_KEYWORD_STYLES: Final = frozenset({RowStyle.TYPEDDICT, RowStyle.PYDANTIC})
_COUNTED: Final = frozenset({Command.EXEC, Command.EXECROWS, Command.EXECRESULT, Command.BATCHEXEC})
_NOTHING: Final = frozenset({Command.EXEC, Command.BATCHEXEC})


@dataclass(frozen=True, slots=True)
class Flavour:
    """Asynchronous or synchronous.

    Attributes:
        runtime: The package that runs the queries.
        models: Where ``models.py`` is, from a query module.
        asynchronous: Methods are coroutines.
    """

    runtime: str
    models: str
    asynchronous: bool

    @property
    def define(self) -> str:
        """Return what a method's definition begins with."""
        return "async def " if self.asynchronous else "def "

    @property
    def wait(self) -> str:
        """Return what stands before a call that waits for the database."""
        return "await " if self.asynchronous else ""


class MethodWriter:
    """Writes the methods of one class.

    Args:
        models: The project's classes and types.
        style: What a row is.
        flavour: Asynchronous or synchronous.
        imports: Of the module.
        methods: Names of all methods of the class: inside it, annotations see them first.
        builders: The constants that build rows, by the names of queries.
    """

    def __init__(
        self,
        models: Models,
        style: RowStyle,
        flavour: Flavour,
        imports: Imports,
        methods: Collection[str],
        builders: Mapping[str, Builder] | None = None,
    ) -> None:
        self._models = models
        self._style = style
        self._flavour = flavour
        self._imports = imports
        self._methods = frozenset(methods)
        self._builders = builders or {}
        self._arguments: dict[str, list[Given]] = {}
        self._sendings: dict[str, Sending] = {}

    def constant(self, name: str, query: Query) -> str:
        """Return the constant that holds the query's text, or where it copies to."""
        if query.command is Command.COPYFROM:
            return self._copy_target(name, query)
        row = None
        if query.command not in _COUNTED and not tells_id(query):
            types = [self._models.types.of_column(column).raw for column in query.columns]
            row = tuple(
                annotated(raw.text(self._imports.name), nullable=nullable)
                for raw, nullable in zip(types, self.nulls(query), strict=True)
            )
        final = self._imports.name(Symbol("typing", "Final"))
        sql = "" if row is None else self._imports.name(Symbol(RUNTIME, "Sql"))
        return sql_constant(f"{name}: {final}", row, sql, self.sending(query).text)

    def builder(self, query: Query) -> str | None:
        """Return the constant that builds the query's rows, if there is one."""
        found = self._builders.get(query.name)
        return None if found is None else found.name

    def _copy_target(self, name: str, query: Query) -> str:
        origins = [found.origin for found in query.parameters if found.origin is not None]
        table = [part for part in (origins[0].schema, origins[0].table) if part]
        columns = [origin.column for origin in origins]
        types = [found.type.name for found in query.parameters]
        final = self._imports.name(Symbol("typing", "Final"))
        called = self._imports.name(Symbol(RUNTIME, "CopyTarget"))
        items = tuple(
            tuple_of([one_line(text) for text in part]) for part in (table, columns, types)
        )
        return statement(f"{name}: {final} = ", Items(f"{called}(", items), 0)

    def nulls(self, query: Query) -> list[bool]:
        """Tell of each column whether it may be NULL where its value is used.

        The columns of an embedded row that may be missing are only used when it is
        there, which one of them tells.
        """
        result = self._models.results.get(query.name)
        nulls = [column.nullable for column in query.columns]
        start = 0
        for field in () if result is None else result.fields:
            end = start + (1 if field.row is None else len(field.row.fields))
            if field.witness is not None:
                for number, column in enumerate(query.columns[start:end]):
                    within = column.embed is None or column.embed.nullable
                    nulls[start + number] = within or number == field.witness
            start = end
        return nulls

    def declaration(self, method: str, query: Query) -> str:
        """Return the method without a body, for a Protocol."""
        return self._signature(method, query, ": ...", declares=True)

    def method(self, method: str, constant: str, query: Query) -> str:
        """Return the method."""
        doc = query.doc.strip() or f"Run ``{query.name}`` of {query.source.path}."
        lines = [self._signature(method, query, ":"), docstring(doc, BODY)]
        body = BatchBody if query.command.takes_many else Body
        return "\n".join([*lines, *body(self, constant, query).lines()])

    def _signature(self, method: str, query: Query, tail: str, *, declares: bool = False) -> str:
        # A generator is called, and not awaited; its body alone tells that it is one.
        plain = declares and query.command is Command.ITER
        head = f"{'def ' if plain else self._flavour.define}{method}"
        if query.command.takes_many:
            return signature(head, [self._many(query)], self._returns(query), tail)
        arguments = [self.declared(argument) for argument in self.arguments(query)]
        optional = [a.parameter.optional for a in self.arguments(query)]
        # A default may only be followed by defaults.
        for number, argument in enumerate(arguments):
            if all(optional[number:]):
                arguments[number] = Argument(
                    argument.name, argument.annotation, nullable=True, default="None"
                )
        return signature(head, arguments, self._returns(query), tail)

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
            found = sending(query, self._models.types.engine, types, called)
            self._sendings[query.name] = found
        return found

    def _named(self, query: Query) -> list[Given]:
        taken = {"self"}
        found: list[Given] = []
        for parameter in query.parameters:
            name = names.identifier(parameter.name, fallback="arg")
            name = names.unique("self_" if name == "self" else name, taken)
            taken.add(name)
            element = parameter.type.element
            sliced = parameter.slice and parameter.type.kind is TypeKind.ARRAY and element
            one = element if sliced and element else parameter.type
            found.append(Given(name, parameter, self._models.types.of(one)))
        return found

    def declared(self, argument: Given) -> Argument:
        """Return how a signature declares an argument."""
        text = argument.type.annotation.text(self._in_class)
        if argument.parameter.slice:
            text = f"{self._in_class(Symbol('collections.abc', 'Sequence'))}[{text}]"
        return Argument(argument.name, text, argument.parameter.nullable)

    def _many(self, query: Query) -> Argument:
        """Return the argument that is many sets of parameters."""
        declared = [self.declared(argument) for argument in self.arguments(query)]
        optional = [argument.parameter.optional for argument in self.arguments(query)]
        items = tuple(
            annotated(found.annotation, nullable=found.nullable or null)
            for found, null in zip(declared, optional, strict=True)
        )
        batch = self._in_class(Symbol(RUNTIME, "Batch"))
        if len(items) == 1:
            return Argument(PARAMS, f"{batch}[{items[0]}]")
        opening = f"{self._in_class(Symbol(BUILTINS, 'tuple'))}["
        whole = f"{batch}[{opening}{', '.join(items)}]]"
        return Argument(PARAMS, whole, within=(f"{batch}[", opening, *items))

    def slots(self) -> str:
        """Return the declaration that gives instances no dictionary."""
        return f"    __slots__: {self._in_class(Symbol(BUILTINS, 'tuple'))}[()] = ()"

    def _in_class(self, symbol: Symbol) -> str:
        return self._imports.name(symbol, self._methods)

    def _returns(self, query: Query) -> str:
        if query.command in _NOTHING:
            return "None"
        if query.command in (Command.EXECROWS, Command.COPYFROM):
            return self._in_class(Symbol(BUILTINS, "int"))
        if query.command is Command.EXECRESULT:
            return self._in_class(Symbol(RUNTIME, "ExecResult"))
        if tells_id(query):
            number = self._in_class(Symbol(BUILTINS, "int"))
            return annotated(number, nullable=not query.exactly_one)
        row = self._models.results.get(query.name)
        if row is None:
            column = query.columns[0]
            annotation = self._models.types.of_column(column).annotation.text(self._in_class)
            nullable = column.nullable
        else:
            annotation, nullable = self._in_class(Symbol(MODELS, row.name)), False
        each = annotated(annotation, nullable=nullable)
        if query.command is Command.MANY:
            return f"{self._in_class(Symbol(BUILTINS, 'list'))}[{each}]"
        if query.command is Command.ITER:
            kind = "AsyncGenerator" if self.asynchronous else "Generator"
            return f"{self._in_class(Symbol('collections.abc', kind))}[{each}]"
        if query.command is Command.BATCHMANY:
            many = self._in_class(Symbol(BUILTINS, "list"))
            return f"{many}[{many}[{each}]]"
        if query.command is Command.BATCHONE:
            each = annotated(annotation, nullable=nullable or not query.exactly_one)
            return f"{self._in_class(Symbol(BUILTINS, 'list'))}[{each}]"
        return annotated(annotation, nullable=nullable or not query.exactly_one)

    @property
    def models(self) -> Models:
        """The project's classes and types."""
        return self._models

    @property
    def keywords(self) -> bool:
        """Whether rows are built by name rather than by position."""
        return self._style in _KEYWORD_STYLES

    @property
    def displays(self) -> bool:
        """Whether rows are written as dict displays."""
        return self._style is RowStyle.TYPEDDICT

    @property
    def asynchronous(self) -> bool:
        """Whether methods are coroutines."""
        return self._flavour.asynchronous

    @property
    def wait(self) -> str:
        """What stands before a call that waits for the database."""
        return self._flavour.wait

    def spell(self, symbol: Symbol, shadowed: Collection[str]) -> str:
        """Return how a method's body writes ``symbol``."""
        return self._imports.name(symbol, shadowed)
