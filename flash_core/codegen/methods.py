"""Writing one query as a method.

Depends on: analysis.model, config, codegen.bodies, codegen.given, codegen.layout.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass
from flash_core.analysis.model import Command
from flash_core.config import RowStyle

from .bodies import BODY, Body
from .given import tells_id
from .imports import BUILTINS, MODELS, RUNTIME, Imports, Symbol
from .layout import Argument, annotated, signature
from .literals import docstring

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from flash_core.analysis.model import Query

    from .building import Builder
    from .given import Calls, Given

_KEYWORD_STYLES: Final = frozenset({RowStyle.TYPEDDICT, RowStyle.PYDANTIC})
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
    def places(self) -> dict[str, str]:
        """Return where a query module finds the runtime and the models."""
        return {MODELS: self.models, RUNTIME: self.runtime}

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
        calls: Of the project's queries.
        style: What a row is.
        flavour: Asynchronous or synchronous.
        imports: Of the module.
        methods: Names of all methods of the class: inside it, annotations see them first.
        builders: The constants that build rows, by the names of queries.
    """

    def __init__(
        self,
        calls: Calls,
        style: RowStyle,
        flavour: Flavour,
        imports: Imports,
        methods: Collection[str],
        builders: Mapping[str, Builder] | None = None,
    ) -> None:
        self.calls = calls
        self._style = style
        self._flavour = flavour
        self.imports = imports
        self._methods = frozenset(methods)
        self._builders = builders or {}
        self._signatures: dict[str, tuple[list[Argument], str]] = {}

    def builder(self, query: Query) -> str | None:
        """Return the constant that builds the query's rows, if there is one."""
        found = self._builders.get(query.name)
        return None if found is None else found.name

    def declaration(self, method: str, query: Query) -> str:
        """Return the method without a body, for a Protocol."""
        return self._signature(method, query, ": ...", declares=True)

    def method(self, method: str, constant: str, query: Query) -> str:
        """Return the method."""
        doc = query.doc.strip() or f"Run ``{query.name}`` of {query.source.path}."
        lines = [self._signature(method, query, ":"), docstring(doc, BODY)]
        return "\n".join([*lines, *self._body(constant, query).lines()])

    def _body(self, constant: str, query: Query) -> Body:
        if not query.command.takes_many:
            return Body(self, constant, query)
        from .batches import BatchBody  # noqa: PLC0415 - few projects have any

        return BatchBody(self, constant, query)

    def _signature(self, method: str, query: Query, tail: str, *, declares: bool = False) -> str:
        # A generator is called, and not awaited; its body alone tells that it is one.
        plain = declares and query.command is Command.ITER
        head = f"{'def ' if plain else self._flavour.define}{method}"
        if query.name not in self._signatures:
            self._signatures[query.name] = self._parameters(query), self._returns(query)
        return signature(head, *self._signatures[query.name], tail)

    def _parameters(self, query: Query) -> list[Argument]:
        if query.command.takes_many:
            return [self._many(query)]
        arguments = [self.declared(argument) for argument in self.calls.arguments(query)]
        optional = [argument.parameter.optional for argument in self.calls.arguments(query)]
        # A default may only be followed by defaults.
        for number, argument in enumerate(arguments):
            if all(optional[number:]):
                arguments[number] = Argument(
                    argument.name, argument.annotation, nullable=True, default="None"
                )
        return arguments

    def declared(self, argument: Given) -> Argument:
        """Return how a signature declares an argument."""
        text = argument.type.annotation.text(self._in_class)
        if argument.parameter.slice:
            text = f"{self._in_class(Symbol('collections.abc', 'Sequence'))}[{text}]"
        return Argument(argument.name, text, argument.parameter.nullable)

    def _many(self, query: Query) -> Argument:
        """Return the argument that is many sets of parameters."""
        from .batches import PARAMS  # noqa: PLC0415 - few projects have any

        declared = [self.declared(argument) for argument in self.calls.arguments(query)]
        optional = [argument.parameter.optional for argument in self.calls.arguments(query)]
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
        return self.imports.name(symbol, self._methods)

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
        row = self.calls.models.results.get(query.name)
        if row is None:
            column = query.columns[0]
            annotation = self.calls.models.types.of_column(column).annotation.text(self._in_class)
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
        return self.imports.name(symbol, shadowed)
