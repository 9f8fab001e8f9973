"""Comments as people read them: without markers, directives and ruled lines.

Depends on: nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

LINE_BREAK: Final = re.compile(r"\r\n|\n|\r")
WHITESPACE: Final = " \t\n\r\f"  # str.strip() alone also takes what is a word in SQL

_DIRECTIVES: Final = ("flash:", "sqlc:", "sqlfluff:", "noqa", "@")
_RULE: Final = re.compile(r"[-=*#~_+/]{3}|[-=*#~_+/ ]{2,}$")
_STAR: Final = re.compile(r"[ \t]*\*(?: |$)")
# Comments that mean something where they stand: hints, conditional code, optional blocks.
_MEANINGFUL: Final = ("/*+", "/*!", "/*?")


def is_meaningful(comment: str) -> bool:
    """Whether the comment has to stay in the statement that it begins or ends."""
    return comment.startswith(_MEANINGFUL)


def comment_lines(comment: str) -> list[str]:
    """Return the lines of one comment token without its markers and right-hand space."""
    if comment.startswith("--"):
        lines = [comment[2:]]
    elif comment.startswith("#"):
        lines = [comment[1:]]
    else:
        body = comment[2:-2] if comment.endswith("*/") else comment[2:]
        lines = LINE_BREAK.split(body.removeprefix("*").removesuffix("*"))
        lines[1:] = [_STAR.sub("", line, count=1) for line in lines[1:]]
    return [line.removeprefix(" ").rstrip() for line in lines]


def is_rule(line: str) -> bool:
    """Whether the line only decorates: ``======`` or ``--- Users ---``."""
    return _RULE.match(line.strip()) is not None


def join_doc(lines: Iterable[str]) -> str:
    """Return documentation from comment lines, without the lines addressed to programs."""
    kept = [line for line in lines if not line.lstrip().startswith(_DIRECTIVES)]
    text = "\n".join(kept).strip("\n")
    if "\n" not in text:
        return text.strip()
    from textwrap import dedent  # noqa: PLC0415 - most comments are of one line

    return dedent(text).strip()
