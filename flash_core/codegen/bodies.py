"""Writing the statements of a method: the call, and what becomes of its answer.

Depends on: analysis.model, codegen.given, codegen.layout, codegen.literals, codegen.pytypes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.analysis.model import Command

from . import names
from .given import tells_id
from .imports import BUILTINS, MODELS, RUNTIME, Symbol
from .layout import (
    INDENT,
    LINE_LENGTH,
    Expression,
    Index,
    Items,
    ListOf,
    Prefixed,
    UnlessNone,
    flat,
    statement,
    width,
)
from .literals import one_line
from .pytypes import CODECS, Call, Each, NotZero, convert

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from flash_core.analysis.model import Query

    from .given import Given
    from .methods import MethodWriter
    from .models import RowClass
    from .pytypes import PyType

BODY: Final = 8


class Body:
    """The statements of one method; its parameters are the names that are taken."""

    def __init__(self, writer: MethodWriter, constant: str, query: Query) -> None:
        self.writer = writer
        self.constant = constant
        self.query = query
        self.arguments = writer.calls.arguments(query)
        self.sending = writer.calls.sending(query)
        self.taken = {"self", *(argument.name for argument in self.arguments)}
        self.row = names.unique("row", self.taken)
        self.rows = names.unique("rows", self.taken)
        self.places: list[str] | None = None

    def spell(self, symbol: Symbol, *others: str) -> str:
        """Return how the body writes ``symbol``, ``others`` being names of its own."""
        return self.writer.spell(symbol, {*self.taken, self.row, self.rows, "item", *others})

    def lines(self) -> list[str]:
        """Return the statements."""
        match self.query.command:
            case Command.EXEC:
                return [self.call("_ = ", "execute")]
            case Command.EXECROWS:
                return [self.call("return ", "execute")]
            case Command.EXECRESULT:
                return [self.call("return ", "execute_result")]
            case Command.EXECLASTID if tells_id(self.query):
                return self.last_id()
            case Command.MANY:
                return self.many()
            case Command.ITER:
                return self.iterate()
            case _:
                return self.one()

    def call(self, prefix: str, method: str, *others: Expression, wait: bool = True) -> str:
        """Return the call of the database's ``method``; ``others`` stand behind the SQL."""
        by_number = {argument.parameter.number: argument for argument in self.arguments}
        encoded = {number: self.encoded(argument) for number, argument in by_number.items()}
        passed = [encoded[number] for number in self.sending.arguments]
        spread = [Prefixed("*", encoded[number]) for number, _ in self.sending.spread]
        call = Items(f"self.db.{method}(", (self.text(by_number), *others, *passed, *spread))
        return statement(f"{prefix}{self.writer.wait if wait else ''}", call, BODY)

    def text(self, arguments: Mapping[int, Given]) -> Expression:
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

    def encoded(self, argument: Given) -> Expression:
        """Return an argument as the driver takes it."""
        parameter = argument.parameter
        codec = argument.type.encode
        nullable = parameter.nullable or parameter.optional
        if not parameter.slice:
            return convert(codec, argument.name, self.spell, nullable=nullable)
        whole = self.listed(argument)
        return UnlessNone(argument.name, whole) if nullable else whole

    def listed(self, argument: Given) -> Expression:
        """Return the argument of a list."""
        codec, number = argument.type.encode, argument.parameter.number
        each = None
        if isinstance(codec, Call | NotZero):
            each = Each(codec).apply(argument.name, self.spell)
        if number in self.sending.json:
            function = self.spell(Symbol(CODECS, "dump_json_list"))
            return Items(f"{function}(", (each or argument.name,))
        if each is None and any(number == one for one, _ in self.sending.spread):
            return argument.name
        # Drivers take a list, and nothing else that looks like one.
        return each or f"{self.spell(Symbol(BUILTINS, 'list'))}({argument.name})"

    def one(self) -> list[str]:
        """Return what returns the first row, if there is one."""
        builder = self.writer.builder(self.query)
        if builder is not None:
            return self.built_by(builder)
        result = self.writer.calls.models.results.get(self.query.name)
        types = [self.writer.calls.models.types.of_column(column) for column in self.query.columns]
        if self.query.exactly_one:
            return self.exactly_one(result, types)
        if result is None and types[0].decode is None:
            return [self.call("return ", "fetchval")]
        fetched = self.call(f"{self.row} = ", "fetchrow")
        lead = " " * BODY
        starred = None if result is None else self.starred(result, types)
        if starred is not None:
            whole = f"{lead}return None if {self.row} is None else {starred}"
            if width(whole) <= LINE_LENGTH:
                return [fetched, whole]
        built = self.built(result, types, starred)
        missing = f"{lead}if {self.row} is None:\n{lead}    return None"
        return [fetched, missing, statement("return ", built, BODY)]

    def built_by(self, builder: str) -> list[str]:
        """Return what returns the first row as a constant builds it."""
        fetched = self.call(f"{self.row} = ", "fetchrow")
        row = self.required() if self.query.exactly_one else self.row
        return [fetched, statement("return ", Items(f"{builder}.one(", (row,)), BODY)]

    def required(self) -> Items:
        """Return the row that is always there."""
        function = self.spell(Symbol(RUNTIME, "required"))
        return Items(f"{function}(", (self.row, one_line(self.query.name)))

    def exactly_one(self, result: RowClass | None, types: Sequence[PyType]) -> list[str]:
        """Return what returns the row that is always there."""
        fetched, required = self.call(f"{self.row} = ", "fetchrow"), self.required()
        starred = None if result is None else self.starred(result, types)
        if result is None and types[0].decode is None:
            return [fetched, statement("return ", required, BODY, "[0]")]
        if starred is not None and result is not None:
            name = self.spell(Symbol(MODELS, result.name))
            call = Items(f"{name}(", (Prefixed("*", required),))
            return [fetched, statement("return ", call, BODY)]
        checked = statement(f"{self.row} = ", required, BODY)
        return [fetched, checked, statement("return ", self.built(result, types, None), BODY)]

    def last_id(self) -> list[str]:
        """Return what returns the id of the inserted row."""
        result = names.unique("result", self.taken)
        done = self.call(f"{result} = ", "execute_result")
        value = f"{result}.last_insert_id"
        if not self.query.exactly_one:
            return [done, statement("return ", value, BODY)]
        required = self.spell(Symbol(RUNTIME, "required"), result)
        checked = Items(f"{required}(", (value, one_line(self.query.name)))
        return [done, statement("return ", checked, BODY)]

    def many(self) -> list[str]:
        """Return what returns the list of all rows."""
        builder = self.writer.builder(self.query)
        if builder is not None:
            return [self.call("return ", "fetch_built", builder)]
        result = self.writer.calls.models.results.get(self.query.name)
        types = [self.writer.calls.models.types.of_column(column) for column in self.query.columns]
        if result is not None and self.writer.displays:
            # Not all checkers know of which dict it is inside a lambda.
            listed = ListOf(self.built(result, types, None), f"for {self.row} in {self.rows}")
            return [self.call(f"{self.rows} = ", "fetch"), statement("return ", listed, BODY)]
        if result is not None and self.starred(result, types) is not None:
            star = self.spell(Symbol("itertools", "starmap"))
            name = self.spell(Symbol(MODELS, result.name))
            built: Expression = Items(f"{star}(", (name, self.rows))
        else:
            self.unpack()
            row = self.row if self.places is None else ", ".join(self.places)
            built = ListOf(self.built(result, types, None), f"for {row} in {self.rows}")
        build = Prefixed(f"lambda {self.rows}: ", built)
        return [self.call("return ", "fetch_built", build)]

    def unpack(self) -> None:
        """Have each value of a row under a name, which is faster, if the names fit on a line."""
        taken = {"item", self.rows}
        places: list[str] = []
        for column in self.query.columns:
            places.append(names.unique(names.identifier(column.name, fallback="column"), taken))
            taken.add(places[-1])
        clause = f"for {', '.join(places)} in {self.rows}"
        if len(places) > 1 and BODY + INDENT * 2 + width(clause) <= LINE_LENGTH:
            self.places = places
            self.taken |= taken

    def place(self, number: int) -> Expression:
        """Return how the value of a column is written."""
        return Index(self.row, number) if self.places is None else self.places[number]

    def iterate(self) -> list[str]:
        """Return what yields the rows one by one."""
        if not self.query.reads:  # it has done its work before its first row is seen
            return [self.call(f"{self.rows} = ", "fetch"), *self.yielded(BODY)]
        chunks = names.unique("chunks", self.taken)
        prefix = "async " if self.writer.asynchronous else ""
        closing = self.spell(Symbol("contextlib", "aclosing" if prefix else "closing"), chunks)
        return [
            self.call(f"{chunks} = ", "stream", wait=False),
            f"{' ' * BODY}{prefix}with {closing}({chunks}):",
            f"{' ' * (BODY + INDENT)}{prefix}for {self.rows} in {chunks}:",
            *self.yielded(BODY + INDENT * 2, chunks),
        ]

    def yielded(self, indent: int, *shadowing: str) -> list[str]:
        """Return the loop over the rows at hand."""
        self.taken |= set(shadowing)
        result = self.writer.calls.models.results.get(self.query.name)
        types = [self.writer.calls.models.types.of_column(column) for column in self.query.columns]
        starred = None if result is None else self.starred(result, types)
        return [
            f"{' ' * indent}for {self.row} in {self.rows}:",
            statement("yield ", self.built(result, types, starred), indent + INDENT),
        ]

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
        nulls = self.writer.calls.nulls(self.query)
        values = [
            self.place(number)
            if found.decode is None
            else convert(found.decode, flat(self.place(number)), self.spell, nullable=nullable)
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
                row = UnlessNone(flat(self.place(start + field.witness)), row)
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
