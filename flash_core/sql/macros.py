"""Calls of Flash's macros: ``flash.arg(name)``, ``flash.embed(table)`` and their kin.

``sqlc.`` works like ``flash.``.  A quoted prefix is never a macro, so that a
schema of that name stays reachable: ``"flash".total(1)``.

Depends on: source, token.
"""

from __future__ import annotations

import enum
import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass
from flash_core.spelling import closest

from .source import Diagnostic, Span
from .token import TokenKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .source import SourceFile
    from .token import Token


class Macro(enum.StrEnum):
    """What a macro stands for."""

    ARG = "arg"
    NARG = "narg"
    SLICE = "slice"
    EMBED = "embed"


_PREFIXES: Final = frozenset({"flash", "sqlc"})
_PREFIX: Final = re.compile("flash|sqlc", re.IGNORECASE)
_MACROS: Final = {macro.value: macro for macro in Macro}
# After these a dotted name and a parenthesis are a table and its columns.
_BEFORE_TABLE: Final = frozenset({"into", "from", "join", "table", "update", "references", "only"})
_NAME_KINDS: Final = frozenset({TokenKind.WORD, TokenKind.QUOTED, TokenKind.STRING})
_CLOSING: Final = {"'": "'", '"': '"', "`": "`", "[": "]"}


@dataclass(frozen=True, slots=True)
class MacroCall:
    """One call.

    Attributes:
        macro: ``None`` when there is no macro of that name.
        written: Its name with the prefix: ``flash.arg``.
        arguments: Tokens between the parentheses.
        span: The whole call, relative to the tokens' text.
        name_span: ``flash.arg`` in the same coordinates.
        stop: Index of the first token after the call.
        closed: The closing parenthesis is there.
    """

    macro: Macro | None
    written: str
    arguments: tuple[Token, ...]
    span: Span
    name_span: Span
    stop: int
    closed: bool


def may_hold_macros(text: str, region: Span) -> bool:
    """Tell whether what macros begin with stands in a part of a text at all."""
    return _PREFIX.search(text, region.start, region.end) is not None


def find_macro(code: Sequence[Token], index: int) -> MacroCall | None:
    """Return the macro call that starts at a significant token, if one does."""
    if not _starts_call(code, index):
        return None
    name = code[index + 2]
    macro = _MACROS.get(name.text.lower())
    before = code[index - 1].text.lower() if index else ""
    if before == "." or (macro is None and before in _BEFORE_TABLE):
        return None
    stop, closed = _closing(code, index + 3)
    return MacroCall(
        macro=macro,
        written=f"{code[index].text}.{name.text}",
        arguments=tuple(code[index + 4 : stop - 1 if closed else stop]),
        span=Span(code[index].start, code[stop - 1].end),
        name_span=Span(code[index].start, name.end),
        stop=stop,
        closed=closed,
    )


def _starts_call(code: Sequence[Token], index: int) -> bool:
    if index + 3 >= len(code) or code[index].text.lower() not in _PREFIXES:
        return False
    kinds = code[index].kind is TokenKind.WORD and code[index + 2].kind is TokenKind.WORD
    return kinds and code[index + 1].text == "." and code[index + 3].text == "("


def _closing(code: Sequence[Token], opening: int) -> tuple[int, bool]:
    """Return the index after the parenthesis that closes the one at ``opening``."""
    depth = 0
    for index in range(opening, len(code)):
        if code[index].kind is TokenKind.PUNCTUATION:
            depth += (code[index].text == "(") - (code[index].text == ")")
            if depth == 0:
                return index + 1, True
            if code[index].text == ";":
                return index, False
    return len(code), False


def parameter_name(call: MacroCall) -> str | None:
    """Return the name that ``arg``, ``narg`` or ``slice`` is called with, or ``None``."""
    if len(call.arguments) != 1 or call.arguments[0].kind not in _NAME_KINDS:
        return None
    text = call.arguments[0].text
    closing = _CLOSING.get(text[0])
    if closing is not None:
        text = text[1:-1]
    return text if text.isidentifier() else None


def embedded_table(call: MacroCall) -> str | None:
    """Return the table that ``embed`` is called with, as written, or ``None``."""
    arguments = call.arguments
    names = all(token.kind in {TokenKind.WORD, TokenKind.QUOTED} for token in arguments[::2])
    dots = all(token.text == "." for token in arguments[1::2])
    if len(arguments) % 2 == 0 or not names or not dots:
        return None
    return "".join(token.text for token in arguments)


def misuse(source: SourceFile, call: MacroCall, offset: int) -> Diagnostic:
    """Say what is wrong with a call that has no macro or not the right arguments."""
    prefix, _, name = call.written.partition(".")
    if call.macro is None:
        close = closest(name.lower(), _MACROS)
        every = ", ".join(f"{prefix}.{macro}" for macro in _MACROS)
        hint = f"did you mean {prefix}.{close[0]}?" if close else f"the macros are {every}"
        span = Span(call.name_span.start + offset, call.name_span.end + offset)
        return Diagnostic(f"unknown macro {call.written}", source, span, hint)
    span = Span(call.span.start + offset, call.span.end + offset)
    if not call.closed:
        message = f"{call.written} has no closing parenthesis"
        return Diagnostic(message, source, span, f"write {_example(call)}")
    wanted = "one table" if call.macro is Macro.EMBED else "one name"
    return Diagnostic(f"{call.written} takes {wanted}", source, span, f"write {_example(call)}")


def _example(call: MacroCall) -> str:
    arguments = {Macro.SLICE: "ids", Macro.EMBED: "users"}
    return f"{call.written}({arguments.get(call.macro or Macro.ARG, 'user_id')})"
