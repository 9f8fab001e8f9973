"""Python string literals and docstrings whose values are exactly the text given.

Depends on: codegen.layout.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import Final

from .layout import INDENT, LINE_LENGTH, width

_NAMED: Final = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\"}
_ODD: Final = re.compile(r"[^ -\[\]-~]")  # all but printable ASCII, and the backslash
_ODD_BUT_LINES: Final = re.compile(r"[^ -\[\]-~\n\t]")
_TRAILING: Final = re.compile(r"[ \t\f\v]+$", re.MULTILINE)
_LAST_CHARACTER_OF_PLANE_0: Final = 0xFFFF
_LAST_CHARACTER_OF_BYTE: Final = 0xFF


def _escaped(character: str) -> str:
    """Return an escape; ruff writes hexadecimal digits in lower case."""
    if character in _NAMED:
        return _NAMED[character]
    code = ord(character)
    if code <= _LAST_CHARACTER_OF_BYTE:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= _LAST_CHARACTER_OF_PLANE_0 else f"\\U{code:08x}"


def _visible(character: str) -> str:
    """Escape what an editor would hide, or what would end or reorder the line."""
    if character in _NAMED:
        return _NAMED[character]
    hidden = unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
    odd_space = character != " " and unicodedata.category(character) == "Zs"
    return _escaped(character) if hidden or odd_space else character


def one_line(text: str) -> str:
    """Return ``text`` as a literal on one line, quoted as ruff chooses quotes."""
    quote = "'" if text.count('"') > text.count("'") else '"'
    body = _ODD.sub(lambda found: _visible(found[0]), text).replace(quote, f"\\{quote}")
    return f"{quote}{body}{quote}"


@functools.lru_cache(maxsize=8192)  # the twin package asks again
def many_lines(text: str) -> str:
    """Return ``text`` as a triple-quoted literal that keeps its line breaks readable."""
    body = _ODD_BUT_LINES.sub(lambda found: _visible(found[0]), text)
    body = body.replace('"""', '""\\"')
    if body.endswith('"'):
        body = f'{body[:-1]}\\"'
    body = _TRAILING.sub(lambda found: "".join(_escaped(c) for c in found[0]), body)
    return f'"""\\\n{body}"""'


def sql_constant(name: str, row: tuple[str, ...] | None, sql_name: str, text: str) -> str:
    """Return the module-level constant that holds a query's text.

    Args:
        name: Name of the constant; its annotation (``Final``) is part of it.
        row: Types of the row as the driver delivers it; ``None`` for a plain string.
        sql_name: How ``Sql`` is spelt in this module.
        text: The SQL.
    """
    literal = many_lines(text) if "\n" in text.strip("\n") else one_line(text)
    last = width(literal.rpartition("\n")[2]) + len(")")
    if row is None:
        whole = f"{name} = {literal}"
        inside = INDENT + width(literal)
        if "\n" in literal or width(whole) <= LINE_LENGTH or inside > LINE_LENGTH:
            return whole
        return f"{name} = (\n    {literal}\n)"
    head = f"{name} = {sql_name}[tuple[{', '.join(row)}]]("
    # A literal of several lines hangs from the head: ruff looks at the head and the last line.
    inner = (last,) if "\n" in literal else (width(head) + width(literal) + len(")"),)
    if max(width(head), *inner) <= LINE_LENGTH:
        return f"{head}{literal})"
    if "\n" not in literal and width(head) <= LINE_LENGTH:
        return f"{head}\n    {literal}\n)"
    row_type = f"    tuple[{', '.join(row)}]"
    if len(row) > 1 and width(row_type) > LINE_LENGTH:
        types = "".join(f"        {item},\n" for item in row)
        row_type = f"    tuple[\n{types}    ]"
    opened = f"{name} = {sql_name}[\n{row_type}\n]("
    if "\n" in literal or len("](") + width(literal) + 1 <= LINE_LENGTH:
        return f"{opened}{literal})"
    return f"{opened}\n    {literal}\n)"


@functools.lru_cache(maxsize=8192)  # the twin package asks again
def docstring(text: str, indent: int = 0) -> str:
    """Return ``text`` as a docstring statement, indented, without a final line end."""
    lead = " " * indent
    kept = _ODD.sub(lambda found: _printable(found[0]), text.expandtabs())
    lines = [line.rstrip() for line in _without_margin(kept)]
    body = "\n".join(lines).strip().replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    if body.startswith('"'):
        body = f" {body}"
    if "\n" not in body:
        return f'{lead}"""{body}{" " if body.endswith(chr(34)) else ""}"""'
    joined = "\n".join(f"{lead}{line}" if line else "" for line in body.split("\n"))
    return f'{lead}"""{joined[indent:]}\n{lead}"""'


def _without_margin(text: str) -> list[str]:
    """Return the lines of a docstring as ``inspect.cleandoc`` does, whose module is slow to load."""
    first, *others = text.split("\n")
    margin = min(
        (len(line) - len(line.lstrip(" ")) for line in others if line.strip(" ")), default=0
    )
    return [first.lstrip(" "), *(line[margin:] for line in others)]


def _printable(character: str) -> str:
    if character in "\n\\":
        return character
    hidden = unicodedata.category(character) in ("Cc", "Cf", "Cs", "Cn", "Zl", "Zp")
    return " " if hidden or (character != " " and character.isspace()) else character
