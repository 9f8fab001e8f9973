"""String constants as MySQL and MariaDB write them.

Depends on: nothing.
"""

from __future__ import annotations

import re
from typing import Final

_ESCAPE: Final = re.compile(r"\\([\s\S])")
_CONTROL: Final = {
    "0": "\0",
    "b": "\b",
    "n": "\n",
    "r": "\r",
    "t": "\t",
    "Z": "\x1a",
    "%": r"\%",
    "_": r"\_",
}
_ESCAPED: Final = (("\\", "\\\\"), ("\0", "\\0"), ("\n", "\\n"), ("\r", "\\r"), ("'", "''"))


def string_value(text: str) -> str:
    """Return what a string in quotes says, its escapes undone."""
    quote = text[0]
    inner = text[1:-1]
    return _unescape(inner, quote) if "\\" in inner else inner.replace(quote * 2, quote)


def _unescape(inner: str, quote: str) -> str:
    parts: list[str] = []
    last = 0
    for found in _ESCAPE.finditer(inner):
        parts.append(inner[last : found.start()].replace(quote * 2, quote))
        parts.append(_CONTROL.get(found[1], found[1]))
        last = found.end()
    return "".join([*parts, inner[last:].replace(quote * 2, quote)])


def quoted(text: str) -> str:
    """Return a string constant, escaped as SHOW CREATE TABLE escapes it."""
    for plain, escaped in _ESCAPED:
        text = text.replace(plain, escaped)
    return f"'{text}'"
