"""One comment to one annotation: ``-- name: GetUser :one``.

Depends on: source, token, comments.
"""

from __future__ import annotations

import enum
import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass
from flash_core.spelling import closest

from .comments import LINE_BREAK, comment_lines
from .source import Diagnostic, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .source import SourceFile
    from .token import Token


class Command(enum.StrEnum):
    """What the user asked to get back, after the query's name."""

    ONE = "one"
    MANY = "many"
    ITER = "iter"
    EXEC = "exec"
    EXECROWS = "execrows"
    EXECLASTID = "execlastid"
    EXECRESULT = "execresult"
    BATCHEXEC = "batchexec"
    BATCHONE = "batchone"
    BATCHMANY = "batchmany"
    COPYFROM = "copyfrom"

    @property
    def takes_many(self) -> bool:
        """Whether its method takes many sets of parameters."""
        return self in _TAKES_MANY


_TAKES_MANY: Final = frozenset(
    {Command.BATCHEXEC, Command.BATCHONE, Command.BATCHMANY, Command.COPYFROM}
)


_EXAMPLE: Final = "-- name: GetUser :one"
_START: Final = re.compile(
    r"(?:-{2,}|\#|/\*+)[\s*]*(?P<word>name)[ \t]*(?P<colon>:?)[ \t]*(?P<rest>[^\r\n]*)",
    re.IGNORECASE,
)
_REST: Final = re.compile(
    r"(?P<name>[^\s:]*)[ \t]*(?P<command>:\S*)?[ \t]*(?P<extra>.*)", re.DOTALL
)
_COMPLETE: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*[ \t]*:[a-zA-Z]+[ \t]*")
_COMMANDS: Final = {command.value: command for command in Command}
_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Annotation:
    """What an annotation says.

    Attributes:
        name: As written; an identifier unless ``problems`` says otherwise.
        command: ``None`` when it is missing or unknown.
        doc: Further lines of a block comment.
        name_span: The name in the file.
        command_span: The command with its colon.
        complete: Name and command are well-formed, whatever stands around them.
        problems: What is wrong with it.
    """

    name: str
    command: Command | None
    doc: tuple[str, ...]
    name_span: Span
    command_span: Span
    complete: bool
    problems: tuple[Diagnostic, ...]


def read_annotation(source: SourceFile, token: Token) -> Annotation | None:
    """Return the annotation that a comment is meant to be, or ``None`` for any other comment.

    ``name:`` in lower case is always meant as one.  ``Name:`` and ``name`` without
    the colon also begin sentences, so the rest has to fit as well.
    """
    start = _START.match(token.text)
    if start is None:
        return None
    rest_text = start["rest"].removesuffix("*/").rstrip("* \t")
    complete = _COMPLETE.fullmatch(rest_text) is not None
    if not complete and (start["word"] != "name" or not start["colon"]):
        return None
    rest = _REST.match(rest_text)
    if rest is None:
        return None
    offset = token.start + start.start("rest")
    word = Span(token.start + start.start("word"), token.start + start.end("word"))
    spans = {
        part: Span(offset + max(0, rest.start(part)), offset + max(0, rest.end(part)))
        for part in ("name", "command", "extra")
    }
    command = _COMMANDS.get((rest["command"] or "")[1:])
    line = len(LINE_BREAK.findall(token.text, 0, start.start("word")))
    return Annotation(
        name=rest["name"],
        command=command,
        doc=tuple(comment_lines(token.text)[line + 1 :]),
        name_span=spans["name"],
        command_span=spans["command"],
        complete=complete and command is not None,
        problems=tuple(
            Diagnostic(message, source, span, hint)
            for message, span, hint in _problems(rest, spans, word, colon=bool(start["colon"]))
        ),
    )


def _problems(
    rest: re.Match[str], spans: dict[str, Span], word: Span, *, colon: bool
) -> Iterator[tuple[str, Span, str]]:
    name, command, extra = rest["name"], rest["command"], rest["extra"]
    if not name:
        yield "query annotation without a name", word, f"write {_EXAMPLE}"
        return
    if not colon:
        hint = f"write -- name: {name} {command}"
        yield "query annotation without a colon after name", word, hint
    if _NAME.fullmatch(name) is None:
        yield f'"{name}" is not a query name', spans["name"], _name_hint(name)
    if command is None:
        hint = _command_hint(name, extra)
        yield f"query {name} has no command", spans["name"].until(spans["extra"]), hint
    elif command[1:] not in _COMMANDS:
        yield f"unknown command {command}", spans["command"], _closest_command(command[1:])
    elif extra:
        hint = "put it on a comment line of its own"
        yield f"unexpected text after {command}", spans["extra"], hint


def _name_hint(name: str) -> str:
    """Suggest the nearest name that is allowed."""
    allowed = re.sub(r"[^A-Za-z0-9_]+", "_", name).strip("_")
    if not allowed:
        return "use letters, digits and underscores"
    if allowed[0].isdigit():
        allowed = f"_{allowed}"
    return f"use letters, digits and underscores: {allowed}"


def _command_hint(name: str, extra: str) -> str:
    word = extra.split(maxsplit=1)[0].lower() if extra else ""
    if word in _COMMANDS:
        return f"write -- name: {name} :{word}"
    return f"say what it returns: {_every_command()}"


def _closest_command(word: str) -> str:
    close = closest(word.lower(), _COMMANDS)
    return f"did you mean :{close[0]}?" if close else f"use one of {_every_command()}"


def _every_command() -> str:
    return ", ".join(f":{command}" for command in _COMMANDS)
