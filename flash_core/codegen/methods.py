"""Writing one query as a constant and a method.

Depends on: analysis.model, config, codegen.models, codegen.pytypes, codegen.layout,
codegen.sending.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass
from flash_core.analysis.model import Command
from flash_core.config import RowStyle
from flash_core.types.model import TypeKind

from . import names
from .imports import BUILTINS, MODELS, RUNTIME, Imports, Symbol
from .layout import (
    LINE_LENGTH,
    Argument,
    Expression,
    Items,
    ListOf,
    Prefixed,
    UnlessNone,
    annotated,
    signature,
    statement,
    width,
)
from .literals import docstring, one_line, sql_constant
from .pytypes import CODECS, Each, convert
from .sending import Sending, sending

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from flash_core.analysis.model import Parameter, Query

    from .models import Models, RowClass
    from .pytypes import PyType

_BODY: Final = 8
_KEYWORD_STYLES: Final = frozenset({RowStyle.TYPEDDICT, RowStyle.PYDANTIC})
_COUNTED: Final = frozenset({Command.EXEC, Command.EXECROWS, Command.EXECRESULT})


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


@dataclass(frozen=True, slots=True)
class _Argument:
    """A parameter with the Python name it has here."""

    name: str
    parameter: Parameter
    type: PyType


def _tells_id(query: Query) -> bool:
    """Tell whether the id of an inserted row is asked for that no column returns."""
    return query.command is Command.EXECLASTID and not query.columns


class MethodWriter:
    """Writes the methods of one class.

    Args:
        models: The project's classes and types.
        style: What a row is.
        flavour: Asynchronous or synchronous.
        imports: Of the module.
        methods: Names of all methods of the class: inside it, annotations see them first.
    """

    def __init__(
        self,
        models: Models,
        style: RowStyle,
        flavour: Flavour,
        imports: Imports,
        methods: Collection[str],
    ) -> None:
        self._models = models
        self._style = style
        self._flavour = flavour
        self._imports = imports
        self._methods = frozenset(methods)
        self._arguments: dict[str, list[_Argument]] = {}
        self._sendings: dict[str, Sending] = {}

    def constant(self, name: str, query: Query) -> str:
        """Return the constant that holds the query's text."""
        row = None
        if query.command not in _COUNTED and not _tells_id(query):
            types = [self._models.types.of_column(column).raw for column in query.columns]
            row = tuple(
                annotated(raw.text(self._imports.name), nullable=nullable)
                for raw, nullable in zip(types, self.nulls(query), strict=True)
            )
        final = self._imports.name(Symbol("typing", "Final"))
        sql = "" if row is None else self._imports.name(Symbol(RUNTIME, "Sql"))
        return sql_constant(f"{name}: {final}", row, sql, self.sending(query).text)

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
        return self._signature(method, query, ": ...")

    def method(self, method: str, constant: str, query: Query) -> str:
        """Return the method."""
        doc = query.doc.strip() or f"Run ``{query.name}`` of {query.source.path}."
        lines = [self._signature(method, query, ":"), docstring(doc, _BODY)]
        return "\n".join([*lines, *_Body(self, constant, query).lines()])

    def _signature(self, method: str, query: Query, tail: str) -> str:
        head = f"{self._flavour.define}{method}"
        arguments = [self.declared(argument) for argument in self.arguments(query)]
        optional = [a.parameter.optional for a in self.arguments(query)]
        # A default may only be followed by defaults.
        for number, argument in enumerate(arguments):
            if all(optional[number:]):
                arguments[number] = Argument(
                    argument.name, argument.annotation, nullable=True, default="None"
                )
        return signature(head, arguments, self._returns(query), tail)

    def arguments(self, query: Query) -> list[_Argument]:
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

    def _named(self, query: Query) -> list[_Argument]:
        taken = {"self"}
        found: list[_Argument] = []
        for parameter in query.parameters:
            name = names.identifier(parameter.name, fallback="arg")
            name = names.unique("self_" if name == "self" else name, taken)
            taken.add(name)
            element = parameter.type.element
            sliced = parameter.slice and parameter.type.kind is TypeKind.ARRAY and element
            one = element if sliced and element else parameter.type
            found.append(_Argument(name, parameter, self._models.types.of(one)))
        return found

    def declared(self, argument: _Argument) -> Argument:
        """Return how a signature declares an argument."""
        text = argument.type.annotation.text(self._in_class)
        if argument.parameter.slice:
            text = f"{self._in_class(Symbol('collections.abc', 'Sequence'))}[{text}]"
        return Argument(argument.name, text, argument.parameter.nullable)

    def slots(self) -> str:
        """Return the declaration that gives instances no dictionary."""
        return f"    __slots__: {self._in_class(Symbol(BUILTINS, 'tuple'))}[()] = ()"

    def _in_class(self, symbol: Symbol) -> str:
        return self._imports.name(symbol, self._methods)

    def _returns(self, query: Query) -> str:
        if query.command is Command.EXEC:
            return "None"
        if query.command is Command.EXECROWS:
            return self._in_class(Symbol(BUILTINS, "int"))
        if query.command is Command.EXECRESULT:
            return self._in_class(Symbol(RUNTIME, "ExecResult"))
        if _tells_id(query):
            number = self._in_class(Symbol(BUILTINS, "int"))
            return annotated(number, nullable=not query.exactly_one)
        row = self._models.results.get(query.name)
        if row is None:
            column = query.columns[0]
            annotation = self._models.types.of(column.type).annotation.text(self._in_class)
            nullable = column.nullable
        else:
            annotation, nullable = self._in_class(Symbol(MODELS, row.name)), False
        if query.command is Command.MANY:
            inner = annotated(annotation, nullable=nullable)
            return f"{self._in_class(Symbol(BUILTINS, 'list'))}[{inner}]"
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
    def wait(self) -> str:
        """What stands before a call that waits for the database."""
        return self._flavour.wait

    def spell(self, symbol: Symbol, shadowed: Collection[str]) -> str:
        """Return how a method's body writes ``symbol``."""
        return self._imports.name(symbol, shadowed)


class _Body:
    """The statements of one method; its parameters are the names that are taken."""

    def __init__(self, writer: MethodWriter, constant: str, query: Query) -> None:
        self.writer = writer
        self.constant = constant
        self.query = query
        self.arguments = writer.arguments(query)
        self.sending = writer.sending(query)
        self.taken = {"self", *(argument.name for argument in self.arguments)}
        self.row = names.unique("row", self.taken)
        self.rows = names.unique("rows", self.taken)

    def spell(self, symbol: Symbol, *others: str) -> str:
        return self.writer.spell(symbol, {*self.taken, self.row, self.rows, "item", *others})

    def lines(self) -> list[str]:
        match self.query.command:
            case Command.EXEC:
                return [self.call("_ = ", "execute")]
            case Command.EXECROWS:
                return [self.call("return ", "execute")]
            case Command.EXECRESULT:
                return [self.call("return ", "execute_result")]
            case Command.EXECLASTID if _tells_id(self.query):
                return self.last_id()
            case Command.MANY:
                return [self.call(f"{self.rows} = ", "fetch"), self.many()]
            case _:
                return self.one()

    def call(self, prefix: str, method: str) -> str:
        by_number = {argument.parameter.number: argument for argument in self.arguments}
        encoded = {number: self.encoded(argument) for number, argument in by_number.items()}
        passed = [encoded[number] for number in self.sending.arguments]
        spread = [Prefixed("*", encoded[number]) for number, _ in self.sending.spread]
        call = Items(f"self.db.{method}(", (self.text(by_number), *passed, *spread))
        return statement(f"{prefix}{self.writer.wait}", call, _BODY)

    def text(self, arguments: Mapping[int, _Argument]) -> Expression:
        """Return the SQL: the constant, its lists spread where there are such."""
        if not self.sending.spread:
            return self.constant
        count = self.spell(Symbol(BUILTINS, "len"))
        lists = [
            f"{mark}={count}({arguments[number].name})" for number, mark in self.sending.spread
        ]
        function = self.spell(Symbol("flash_core.values", "spread"))
        first = str(len(self.sending.arguments) + 1)
        return Items(f"{function}(", (self.constant, first, *lists))

    def encoded(self, argument: _Argument) -> Expression:
        parameter = argument.parameter
        codec = argument.type.encode
        nullable = parameter.nullable or parameter.optional
        if not parameter.slice:
            return convert(codec, argument.name, self.spell, nullable=nullable)
        whole = self.listed(argument)
        return UnlessNone(argument.name, whole) if nullable else whole

    def listed(self, argument: _Argument) -> Expression:
        """Return the argument of a list."""
        codec, number = argument.type.encode, argument.parameter.number
        each = None
        if codec is not None and not isinstance(codec, Each):
            each = Each(codec).apply(argument.name, self.spell)
        if number in self.sending.json:
            function = self.spell(Symbol(CODECS, "dump_json_list"))
            return Items(f"{function}(", (each or argument.name,))
        if each is None and any(number == one for one, _ in self.sending.spread):
            return argument.name
        # Drivers take a list, and nothing else that looks like one.
        return each or f"{self.spell(Symbol(BUILTINS, 'list'))}({argument.name})"

    def one(self) -> list[str]:
        result = self.writer.models.results.get(self.query.name)
        types = [self.writer.models.types.of_column(column) for column in self.query.columns]
        if self.query.exactly_one:
            return self.exactly_one(result, types)
        if result is None and types[0].decode is None:
            return [self.call("return ", "fetchval")]
        fetched = self.call(f"{self.row} = ", "fetchrow")
        lead = " " * _BODY
        starred = None if result is None else self.starred(result, types)
        if starred is not None:
            whole = f"{lead}return None if {self.row} is None else {starred}"
            if width(whole) <= LINE_LENGTH:
                return [fetched, whole]
        built = self.built(result, types, starred)
        missing = f"{lead}if {self.row} is None:\n{lead}    return None"
        return [fetched, missing, statement("return ", built, _BODY)]

    def exactly_one(self, result: RowClass | None, types: Sequence[PyType]) -> list[str]:
        fetched = self.call(f"{self.row} = ", "fetchrow")
        required = Items(
            f"{self.spell(Symbol(RUNTIME, 'required'))}(", (self.row, one_line(self.query.name))
        )
        starred = None if result is None else self.starred(result, types)
        if result is None and types[0].decode is None:
            return [fetched, statement("return ", required, _BODY, "[0]")]
        if starred is not None and result is not None:
            name = self.spell(Symbol(MODELS, result.name))
            call = Items(f"{name}(", (Prefixed("*", required),))
            return [fetched, statement("return ", call, _BODY)]
        checked = statement(f"{self.row} = ", required, _BODY)
        return [fetched, checked, statement("return ", self.built(result, types, None), _BODY)]

    def last_id(self) -> list[str]:
        result = names.unique("result", self.taken)
        done = self.call(f"{result} = ", "execute_result")
        value = f"{result}.last_insert_id"
        if not self.query.exactly_one:
            return [done, statement("return ", value, _BODY)]
        required = self.spell(Symbol(RUNTIME, "required"), result)
        checked = Items(f"{required}(", (value, one_line(self.query.name)))
        return [done, statement("return ", checked, _BODY)]

    def many(self) -> str:
        result = self.writer.models.results.get(self.query.name)
        types = [self.writer.models.types.of_column(column) for column in self.query.columns]
        if result is not None and self.starred(result, types) is not None:
            star = self.spell(Symbol("itertools", "starmap"))
            name = self.spell(Symbol(MODELS, result.name))
            rows = Items(f"{star}(", (name, self.rows))
            listed = Items(f"{self.spell(Symbol(BUILTINS, 'list'))}(", (rows,))
            return statement("return ", listed, _BODY)
        element = self.built(result, types, None)
        return statement("return ", ListOf(element, f"for {self.row} in {self.rows}"), _BODY)

    def starred(self, result: RowClass, types: Sequence[PyType]) -> str | None:
        """Return ``User(*row)`` when the row can be taken as it comes."""
        if self.writer.keywords or any(found.decode is not None for found in types):
            return None
        if any(field.row is not None for field in result.fields):
            return None
        return f"{self.spell(Symbol(MODELS, result.name))}(*{self.row})"

    def built(
        self, result: RowClass | None, types: Sequence[PyType], starred: str | None
    ) -> Expression:
        """Return the value of one row."""
        if starred is not None:
            return starred
        nulls = self.writer.nulls(self.query)
        values = [
            convert(found.decode, f"{self.row}[{number}]", self.spell, nullable=nullable)
            for number, (found, nullable) in enumerate(zip(types, nulls, strict=True))
        ]
        return values[0] if result is None else self.constructed(result, values)

    def constructed(self, result: RowClass, values: Sequence[Expression]) -> Expression:
        """Return an instance of ``result``, with the rows embedded in it."""
        fields: list[Expression] = []
        start = 0
        for field in result.fields:
            if field.row is None:
                fields.append(values[start])
                start += 1
                continue
            end = start + len(field.row.fields)
            row = self.constructed(field.row, values[start:end])
            if field.witness is not None:
                row = UnlessNone(f"{self.row}[{start + field.witness}]", row)
            fields.append(row)
            start = end
        keys = [field.name for field in result.fields]
        if self.writer.displays:
            pairs = zip(keys, fields, strict=True)
            return Items("{", tuple(Prefixed(f"{one_line(key)}: ", v) for key, v in pairs), "}")
        opening = f"{self.spell(Symbol(MODELS, result.name))}("
        if self.writer.keywords:
            pairs = zip(keys, fields, strict=True)
            return Items(opening, tuple(Prefixed(f"{key}=", value) for key, value in pairs))
        return Items(opening, tuple(fields))
