"""Placeholders and macros to the engine's numbered form, before any parser sees the text.

A statement's parameters are either positional (``$1``, ``?1``, ``?``) or named
(``:name``, ``@name``, ``$name``, ``flash.arg(name)`` and its kin), never both; but
``flash.slice``, which nothing positional can say, may stand beside ``?``, and SQLite,
which numbers ``?``, ``?1`` and names as one sequence, takes any of these together.
Named ones are numbered in order of first appearance.  PostgreSQL gets ``$n``,
SQLite ``?n``, MySQL ``?`` with :attr:`Rewritten.order` telling which parameter
each stands for.  Everything else stays byte for byte.

``IN (flash.slice(ids))`` becomes ``= ANY($n)`` on PostgreSQL, and ``NOT IN``
becomes ``<> ALL($n)``: one text for lists of any length, the empty one too.

On MySQL ``@name`` is a parameter unless the statement assigns the variable of
that name: ``SET @name``, ``@name :=``, ``INTO @name``; beside ``?``, which no named
parameter may stand with, beside ``:name`` in CALL, where it takes what a procedure gives
out, and in EXECUTE and LOAD DATA, which take no parameters, it is never one.

Depends on: engine, source, lexer, lexical, edits, macros, numbering.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass, replace
from flash_core.engine import Engine

from .edits import Edit, Replacement, apply, to_original, to_rewritten
from .lexer import settled, tokenize
from .lexical import lexical_problems
from .macros import (
    Macro,
    embedded_table,
    find_macro,
    may_hold_macros,
    misuse,
    parameter_name,
)
from .numbering import Slot, Style, Use, number, numbering_problems, slots
from .source import Diagnostic, Span
from .token import LAYOUT, TokenKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .macros import MacroCall
    from .source import SourceFile
    from .token import Token

__all__ = ["Edit", "Rewritten", "Slot", "rewrite"]

_MARKS: Final = {Engine.POSTGRESQL: "$", Engine.SQLITE: "?", Engine.MYSQL: "?"}
_WORD_CHARACTER: Final = re.compile(r"[^\x00-#%-/:-@\[-\^`{-\x7f]")  # as the lexer's
_OPERATOR_CHARACTERS: Final = "~!@#^&|`?+-*/%<>="
_MOST_DIGITS: Final = 9  # longer numbers are out of range anyway, and int() is slow on them


@dataclass(frozen=True, slots=True)
class Rewritten:
    """Text ready for a parser, and the way back to the user's file.

    Attributes:
        source: The user's file.
        region: The part of it that ``sql`` was made from.
        sql: The rewritten text.
        edits: In order; between them the text is the user's own.
        slots: Parameters by number.
        embeds: Spans in ``sql`` of the ``table.*`` that ``flash.embed(table)`` became.
        order: Number of the parameter that each placeholder of ``sql`` stands for, in
            text order.  MySQL's ``?`` need it; elsewhere the text says the same.
    """

    source: SourceFile
    region: Span
    sql: str
    edits: tuple[Edit, ...] = ()
    slots: tuple[Slot, ...] = ()
    embeds: tuple[Span, ...] = ()
    order: tuple[int, ...] = ()

    def to_source(self, span: Span) -> Span:
        """Return the part of the user's file that ``span`` of ``sql`` came from.

        A span that touches a replaced stretch covers the whole original of it.
        """
        return to_original(self.edits, self.region, span)

    def to_rewritten(self, span: Span) -> Span:
        """Return the part of ``sql`` that ``span`` of the user's file became."""
        return to_rewritten(self.edits, self.region, span)


def rewrite(
    source: SourceFile, region: Span, engine: Engine, tokens: list[Token] | None = None
) -> tuple[Rewritten, list[Diagnostic]]:
    """Rewrite the placeholders and macros of one statement; report what is wrong with them.

    Unterminated quotes and stray characters are reported too.  When anything is
    reported, the text is not fit for a parser.

    Args:
        source: The file.
        region: Where the statement stands in it.
        engine: Whose SQL it is.
        tokens: The statement's, at their places in the file, where they were made already.
    """
    text = source.text[region.start : region.end]
    offset = region.start if tokens is None else 0
    found = tokenize(text, engine) if tokens is None else settled(tokens, text, engine)
    code = [one for one in found if one.kind not in LAYOUT]
    reader = _Reader(source, region, engine, code, offset)
    reader.read()
    numbers = number(reader.uses)
    replacements = reader.replacements
    for use, own in zip(reader.uses, numbers, strict=True):
        text = _placeholder(source.text, region, use.span, own, engine)
        if text != source.text[use.span.start : use.span.end]:
            replacements.append(Replacement(use.span, text))
    replacements.sort(key=lambda replacement: replacement.original)
    sql, edits = apply(source.text, region, replacements)
    problems = [
        *_lexical(source, region, code, engine, offset),
        *reader.problems,
        *numbering_problems(source, reader.uses, numbers, engine),
    ]
    return (
        Rewritten(
            source,
            region,
            sql,
            edits,
            slots(reader.uses, numbers),
            tuple(
                _without_space(sql, edit.rewritten)
                for edit in edits
                if edit.original in reader.embeds
            ),
            tuple(numbers),
        ),
        sorted(problems, key=lambda problem: problem.span),
    )


def _lexical(
    source: SourceFile, region: Span, tokens: Sequence[Token], engine: Engine, offset: int
) -> list[Diagnostic]:
    found = lexical_problems(source, region, tokens, offset)
    if engine is not Engine.POSTGRESQL:
        return found
    return [replace(problem, sqlstate="42601") for problem in found]


def _without_space(sql: str, span: Span) -> Span:
    return Span(span.start, span.start + len(sql[span.start : span.end].rstrip(" ")))


def _placeholder(text: str, region: Span, span: Span, own: int, engine: Engine) -> str:
    """Return the engine's placeholder, kept apart from words that it would merge with."""
    mark = _MARKS[engine.family]
    written = mark if engine.family is Engine.MYSQL else f"{mark}{own}"
    before = text[span.start - 1] if span.start > region.start else " "
    after = text[span.end] if span.end < region.end else " "
    if engine is Engine.POSTGRESQL and _WORD_CHARACTER.match(before):
        written = " " + written
    return written + " " if _WORD_CHARACTER.match(after) else written


class _Reader:
    """One walk over the significant tokens of a statement."""

    def __init__(
        self,
        source: SourceFile,
        region: Span,
        engine: Engine,
        code: Sequence[Token],
        offset: int,
    ) -> None:
        self._source = source
        self._region = region
        self._offset = offset
        self._engine = engine
        self._code = code
        self.uses: list[Use] = []
        self.replacements: list[Replacement] = []
        self.embeds: set[Span] = set()
        self.problems: list[Diagnostic] = []

    def read(self) -> None:
        """Collect every parameter, replacement and problem."""
        variables: set[str] = set()
        if self._engine.family is Engine.MYSQL:
            variables = _assigned_variables(self._code)
        if not may_hold_macros(self._source.text, self._region):
            for token in self._code:
                if token.kind is TokenKind.PARAMETER and token.text not in variables:
                    self._parameter(token)
            return
        index = 0
        while index < len(self._code):
            token = self._code[index]
            call = find_macro(self._code, index) if token.kind is TokenKind.WORD else None
            if call is not None:
                self._macro(call, index)
                index = call.stop
                continue
            if token.kind is TokenKind.PARAMETER and token.text not in variables:
                self._parameter(token)
            index += 1

    def _span(self, start: int, end: int) -> Span:
        return Span(start + self._offset, end + self._offset)

    def _parameter(self, token: Token) -> None:
        span = self._span(token.start, token.end)
        rest = token.text[1:]
        if not rest:
            self.uses.append(Use(Style.NEXT, token.text, span))
        elif rest.isascii() and rest.isdigit():
            style = Style.DOLLAR if token.text[0] == "$" else Style.NUMBERED
            value = int(rest) if len(rest) <= _MOST_DIGITS else 10**_MOST_DIGITS
            self.uses.append(Use(style, token.text, span, number=value))
        else:
            self._named(rest, token.text, span)

    def _named(self, name: str, text: str, span: Span) -> None:
        if not name.isidentifier():
            hint = "use letters, digits and underscores"
            message = f'"{name}" is not a parameter name'
            self.problems.append(Diagnostic(message, self._source, span, hint))
        self.uses.append(Use(Style.NAMED, text, span, name=name))

    def _macro(self, call: MacroCall, index: int) -> None:
        span = self._span(call.span.start, call.span.end)
        if call.macro is None or not call.closed:
            self.problems.append(misuse(self._source, call, self._offset))
        elif call.macro is Macro.EMBED:
            self._embed(call, span)
        elif (name := parameter_name(call)) is None:
            self.problems.append(misuse(self._source, call, self._offset))
        else:
            is_slice = call.macro is Macro.SLICE
            if is_slice:
                self._slice(call, index, name)
            nullable = call.macro is Macro.NARG
            text = f"{call.written}({name})"
            use = Use(Style.NAMED, text, span, name=name, nullable=nullable, slice=is_slice)
            self.uses.append(use)

    def _embed(self, call: MacroCall, span: Span) -> None:
        table = embedded_table(call)
        if table is None:
            self.problems.append(misuse(self._source, call, self._offset))
            return
        behind = self._source.text[span.end : span.end + 1]
        apart = " " if behind and behind in _OPERATOR_CHARACTERS else ""
        self.replacements.append(Replacement(span, f"{table}.*{apart}"))
        self.embeds.add(span)

    def _slice(self, call: MacroCall, index: int, name: str) -> None:
        """Require ``IN (slice)``, and turn it into an array comparison on PostgreSQL."""
        words = [self._code[i].text.lower() if i >= 0 else "" for i in range(index - 3, index)]
        closing = self._code[call.stop].text if call.stop < len(self._code) else ""
        alone = words[2] == "(" and closing == ")"
        postgresql = self._engine is Engine.POSTGRESQL
        if alone and words[1] == "in":
            if postgresql:
                negated = words[0] == "not"
                first = self._code[index - 3 if negated else index - 2]
                stretch = self._span(first.start, self._code[index - 2].end)
                self.replacements.append(Replacement(stretch, "<> ALL" if negated else "= ANY"))
        elif not (alone and postgresql and words[1] in {"any", "all", "some"}):
            span = self._span(call.span.start, call.span.end)
            message = f"{call.written} stands alone in the parentheses of IN"
            hint = f"write IN ({call.written}({name}))"
            self.problems.append(Diagnostic(message, self._source, span, hint))


def _assigned_variables(code: Sequence[Token]) -> set[str]:
    """Return the MySQL variables that a statement gives a value, with their ``@``."""
    first = code[0].text.lower() if code else ""
    others = "?:" if first == "call" else "?"
    marks = {token.text[0] for token in code if token.kind is TokenKind.PARAMETER}
    if not marks.isdisjoint(others) or first in {"execute", "load"}:
        return {token.text for token in code if token.text[:1] == "@"}
    assigned: set[str] = set()
    is_set = first == "set"
    into = False
    for index, token in enumerate(code):
        if token.kind is TokenKind.PARAMETER and token.text[0] == "@":
            following = code[index + 1].text if index + 1 < len(code) else ""
            if into or following == ":=" or (is_set and following == "="):
                assigned.add(token.text)
        elif token.text != ",":
            into = token.text.lower() == "into"
    return assigned
