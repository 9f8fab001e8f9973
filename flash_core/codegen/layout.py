"""Laying out Python source exactly as ``ruff format`` does, for the shapes that codegen writes.

A construct stays on one line while it fits in 88 columns; otherwise it is written
one item a line behind a magic trailing comma, which the formatter keeps.

Depends on: nothing.
"""

from __future__ import annotations

import functools
import unicodedata
from typing import TYPE_CHECKING, Final, TypeAlias

from flash_core._dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

LINE_LENGTH: Final = 88
INDENT: Final = 4


@dataclass(frozen=True, slots=True)
class Items:
    """Comma-separated expressions in brackets: a call, a tuple type, a dict display."""

    opening: str
    items: tuple[Expression, ...]
    closing: str = ")"


@dataclass(frozen=True, slots=True)
class Index:
    """``value[number]``."""

    value: str
    number: int


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list comprehension; ``clause`` runs from its ``for``."""

    element: Expression
    clause: str


@dataclass(frozen=True, slots=True)
class UnlessNone:
    """``None if value is None else otherwise``."""

    value: str
    otherwise: Expression


@dataclass(frozen=True, slots=True)
class Prefixed:
    """``name=value``, ``"key": value`` or ``*value``."""

    prefix: str
    value: Expression


Expression: TypeAlias = str | Items | Index | ListOf | UnlessNone | Prefixed


@dataclass(frozen=True, slots=True)
class Argument:
    """One parameter of a signature; ``annotation`` without its ``| None``.

    ``within`` says how to break an annotation ``a[b[c, d]]``: ``a[``, ``b[``, ``c``, ``d``.
    """

    name: str
    annotation: str
    nullable: bool = False
    default: str | None = None
    within: tuple[str, ...] = ()


def width(text: str) -> int:
    """Return the columns that ``text`` takes; East Asian wide characters take two."""
    if text.isascii():
        return len(text)
    return sum(_character_width(character) for character in text)


def _character_width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def flat(expression: Expression) -> str:
    """Return ``expression`` on one line."""
    if isinstance(expression, str):
        return expression
    match expression:
        case Items(opening, items, closing):
            texts = [item if isinstance(item, str) else flat(item) for item in items]
            return f"{opening}{', '.join(texts)}{closing}"
        case Index(value, number):
            return f"{value}[{number}]"
        case ListOf(element, clause):
            return f"[{flat(element)} {clause}]"
        case UnlessNone(value, otherwise):
            return f"None if {value} is None else {flat(otherwise)}"
        case Prefixed(prefix, value):
            return f"{prefix}{flat(value)}"


def fit(expression: Expression, indent: int, column: int, trailing: int = 0) -> str:
    """Return ``expression`` over as few lines as the line length allows.

    Args:
        expression: What to write.
        indent: Indentation of the line it starts on.
        column: Where on that line it starts.
        trailing: Characters that must follow its last one.
    """
    if isinstance(expression, str):
        return expression
    text = flat(expression)
    if column + width(text) + trailing <= LINE_LENGTH:
        return text
    outer, inner = " " * indent, " " * (indent + INDENT)
    step = indent + INDENT
    if isinstance(expression, Items):
        lines = [f"{inner}{fit(item, step, step, 1)},\n" for item in expression.items]
        return f"{expression.opening}\n{''.join(lines)}{outer}{expression.closing}"
    if isinstance(expression, Index):
        return f"{expression.value}[\n{inner}{expression.number}\n{outer}]"
    if isinstance(expression, ListOf):
        if step + width(text) - len("[]") <= LINE_LENGTH:
            return f"[\n{inner}{text[1:-1]}\n{outer}]"
        return (
            f"[\n{inner}{fit(expression.element, step, step)}\n{inner}{expression.clause}\n{outer}]"
        )
    if isinstance(expression, Prefixed):
        start = column + width(expression.prefix)
        return expression.prefix + fit(expression.value, indent, start, trailing)
    # One that is broken breaks those inside it.
    column = LINE_LENGTH if isinstance(expression.otherwise, UnlessNone) else indent + len("else ")
    rest = fit(expression.otherwise, indent, column, trailing)
    return f"None\n{outer}if {expression.value} is None\n{outer}else {rest}"


def statement(prefix: str, expression: Expression, indent: int, suffix: str = "") -> str:
    """Return the line(s) ``prefix expression suffix`` without a final line end."""
    lead = " " * indent
    line = f"{lead}{prefix}{flat(expression)}{suffix}"
    if width(line) <= LINE_LENGTH:
        return line
    if isinstance(expression, UnlessNone):
        step = indent + INDENT
        body = fit(expression, step, step)
        return f"{lead}{prefix}(\n{' ' * step}{body}\n{lead}){suffix}"
    body = fit(expression, indent, indent + width(prefix), width(suffix))
    return f"{lead}{prefix}{body}{suffix}"


def tuple_of(items: Sequence[str]) -> Items:
    """Return a tuple; one of a single item keeps its comma."""
    alone = len(items) == 1
    return Items("(", (f"{items[0]},",) if alone else tuple(items))


def annotated(annotation: str, *, nullable: bool) -> str:
    """Return the annotation, with ``| None`` where NULL can come."""
    return f"{annotation} | None" if nullable and annotation != "object" else annotation


def field(name: str, annotation: str, *, nullable: bool) -> str:
    """Return one annotated field of a class body, indented once."""
    whole = annotated(annotation, nullable=nullable)
    text = f"    {name}: {whole}"
    if width(text) <= LINE_LENGTH:
        return text
    if " | " in whole:
        return f"    {name}: (\n        {whole}\n    )"
    if whole.endswith("]"):
        opening, _, inside = whole.partition("[")
        return f"    {name}: {opening}[\n        {inside[:-1]}\n    ]"
    return text


def signature(
    head: str, arguments: Sequence[Argument], returns: str, tail: str, *, indent: int = INDENT
) -> str:
    """Return ``head(self, …) -> returns`` and ``tail``, over as many lines as needed."""
    lead = " " * indent
    declared = [
        _declared(argument.name, argument.annotation, argument.nullable, argument.default)
        for argument in arguments
    ]
    one_line = f"{lead}{head}({', '.join(['self', *declared])}) -> {returns}{tail}"
    if width(one_line) <= LINE_LENGTH:
        return one_line
    inner = " " * (indent + INDENT)
    lines = [f"{lead}{head}(", f"{inner}self,"]
    for argument, text in zip(arguments, declared, strict=True):
        lines.append(_argument_line(argument, f"{inner}{text},", inner))
    last = f"{lead}) -> {returns}{tail}"
    outer, bracket, inside = returns.partition("[")
    if width(last) > LINE_LENGTH and bracket and inside.find("]") >= len(inside.rstrip("]")):
        last = f"{lead}) -> {outer}[\n{inner}{inside[:-1]}\n{lead}]{tail}"
    elif width(last) > LINE_LENGTH and " | " in returns:
        broken = returns.replace(" | ", f"\n{inner}| ")
        last = f"{lead}) -> (\n{inner}{broken}\n{lead}){tail}"
    return "\n".join([*lines, last])


@functools.lru_cache(maxsize=8192)  # queries take the same, and the twin package asks again
def _declared(name: str, annotation: str, nullable: bool, default: str | None) -> str:
    whole = annotated(annotation, nullable=nullable)
    return f"{name}: {whole}" if default is None else f"{name}: {whole} = {default}"


def _argument_line(argument: Argument, line: str, lead: str) -> str:
    if width(line) <= LINE_LENGTH:
        return line
    if argument.within:
        outer, inner, *items = argument.within
        step = len(lead) + INDENT
        body = fit(Items(inner, tuple(items), "]"), step, step)
        return f"{lead}{argument.name}: {outer}\n{' ' * step}{body}\n{lead}],"
    return line.replace(" | ", f"\n{lead}| ")


def block(opening: str, items: Sequence[str], closing: str) -> str:
    """Return a module-level bracket: on one line if it fits, else one item a line."""
    return fit(Items(opening, tuple(items), closing), 0, 0)
