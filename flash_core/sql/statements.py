r"""Schema and migration files to statements.

A semicolon ends a statement unless it stands inside a body: ``BEGIN ATOMIC …
END`` and the actions of a rule (PostgreSQL), the body of a trigger (SQLite), the
body of a stored program (MySQL).  What the engines' command-line clients add to
a dump is understood and left out: psql's ``\restrict`` lines, the rows after
``COPY … FROM stdin``, and mysql's ``DELIMITER``.

Depends on: engine, source, lexer, comments, executable.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine

from .comments import WHITESPACE
from .executable import executable
from .lexer import TokenKind, scan
from .source import Span

if TYPE_CHECKING:
    from .lexer import Token
    from .source import SourceFile

# fmt: off - a word list, not one word a line
_OBJECTS: Final = frozenset(
    {
        "database",
        "domain",
        "event",
        "extension",
        "function",
        "index",
        "materialized",
        "policy",
        "procedure",
        "role",
        "rule",
        "schema",
        "sequence",
        "server",
        "table",
        "trigger",
        "type",
        "unique",
        "user",
        "view",
    }
)
# fmt: on
# Of MySQL; what else there is may be BEGIN NOT ATOMIC, or begin with a label.
_WITHOUT_BODY: Final = frozenset(
    {"alter", "call", "delete", "drop", "grant", "insert", "rename", "replace", "revoke"}
    | {"select", "set", "truncate", "update", "use", "with"}
)
_PROGRAMS: Final = frozenset({"event", "function", "procedure", "trigger"})
_HEADER: Final = 16  # the object's kind is among so many tokens: CREATE DEFINER=a@b TRIGGER
_COMPOUND: Final = frozenset({"if", "while", "loop", "repeat", "for", "case"})
_STARTS_STATEMENT: Final = frozenset(
    {";", ":", ")", "begin", "then", "else", "do", "loop", "repeat", "row"}
)
# What holds no body, so that only its semicolon matters.  PostgreSQL's bodies stand in few places.
_BODILESS: Final = frozenset({"domain", "index", "sequence", "table", "type", "unique", "view"})
_LEAPS: Final = frozenset({"alter", "comment", "insert"})
# Runs up to a semicolon, or to what has to be looked at: the group is the last that is no layout.
_LINE_COMMENT: Final = r"[^\r\n]*+(?:\r(?!\n)[^\r\n]*+)*+"
_FLAT_COMMENT: Final = r"/\*(?!M?!)[^*]*+(?:\*(?!/)[^*]*+)*+\*/"
_WORD: Final = r"[^\x00-@\[-\^`{-\x7f][^\x00-#%-/:-@\[-\^`{-\x7f]*+"
_SIGNS: Final = r"\x00-\x08\x0e-\x1f!%&()*+,.0-:<-@\]^{|}~\x7f"
_RUNS: Final = {
    # A word before a quote may be the prefix of a string in which backslashes count.
    Engine.POSTGRESQL: r"(?:[ \t\n\r\f\v]++|--[^\r\n]*+"
    rf"""|({_WORD}(?!')|[{_SIGNS}#\[`]++|'[^'\\]*+'|"[^"]*+"|-(?!-)|/(?!\*)))*+""",
    Engine.MYSQL: rf"(?:[ \t\n\r\f\v]++|(?:--(?=[\x00-\x20]|\Z)|\#){_LINE_COMMENT}|{_FLAT_COMMENT}"
    rf"""|({_WORD}|[{_SIGNS}$\[]++|'[^'\\]*+'|"[^"\\]*+"|`[^`]*+`"""
    r"|-(?!-(?:[\x00-\x20]|\Z))|/(?!\*)))*+",
    Engine.SQLITE: rf"(?:[ \t\n\r\f\ufeff]++|--{_LINE_COMMENT}|{_FLAT_COMMENT}"
    rf"""|({_WORD}|[{_SIGNS}#$\v]++|'[^']*+'|"[^"]*+"|`[^`]*+`|\[[^\]]*+\]"""
    r"|-(?!-)|/(?!\*)))*+",
}
_DELIMITER: Final = r"[ \t]*([^\s]+)[^\n]*"
_COPY_END: Final = r"(?m)^\\\.[ \t]*\r?$"


@functools.cache
def _runs(family: Engine) -> re.Pattern[str]:
    return re.compile(_RUNS[family])


def split_statements(source: SourceFile, engine: Engine) -> list[Span]:
    """Return the statements of a file, without surrounding space, comments and semicolons."""
    return _Splitter(source.text, engine).run()


class _Splitter:
    """One walk over a file; the state is that of the statement being read."""

    def __init__(self, text: str, engine: Engine) -> None:
        self._text = text
        self._engine = engine
        self._spans: list[Span] = []
        self._delimiter = ";"
        self._reset()

    def _reset(self) -> None:
        self._start: int | None = None
        self._end = 0
        self._count = 0
        self._first = ""  # word that the statement begins with
        self._object = ""  # kind of object that a CREATE makes
        self._previous = ""
        self._depth = 0  # of bodies, or of parentheses in a rule
        self._from_stdin = False

    def run(self) -> list[Span]:
        position: int | None = 0
        while position is not None:
            position = self._read(position)
        self._finish()
        return self._spans

    def _read(self, position: int) -> int | None:
        """Read on until something asks to go on elsewhere; return where, or None at the end."""
        for token in scan(self._text, self._engine, position):
            if not token.significant:
                if executable(token, self._engine):
                    self._take(token.start, token.end)
                continue
            if self._delimiter != ";" and (found := self._find_delimiter(token)) is not None:
                if found > token.start:
                    self._take(token.start, found)
                self._finish()
                return found + len(self._delimiter)
            resume = self._step(token)
            if resume is not None:
                return resume
            if self._is_bodiless():
                leap = _runs(self._engine.family).match(self._text, token.end)
                if leap is not None and leap.end() > token.end:
                    self._end = max(self._end, leap.end(1))
                    return leap.end()
        return None

    def _is_bodiless(self) -> bool:
        """Tell whether all that is left of the statement to find is its semicolon."""
        if self._delimiter != ";" or self._start is None:
            return False
        if self._engine is Engine.POSTGRESQL:
            return self._object in _BODILESS or self._first in _LEAPS
        if self._object:
            return self._object not in _PROGRAMS
        return self._first != "create" or self._count > _HEADER

    def _is_plain(self) -> bool:
        """Tell whether a semicolon ends the statement before another delimiter does.

        The client sends both at once, and the server reads them one after the other.
        """
        if self._first == "create":
            return bool(self._object) and self._object not in _PROGRAMS
        return self._start is None or self._first in _WITHOUT_BODY

    def _find_delimiter(self, token: Token) -> int | None:
        if token.kind is TokenKind.STRING or token.kind is TokenKind.QUOTED:
            return None
        end = token.end + len(self._delimiter) - 1
        found = self._text.find(self._delimiter, token.start, end)
        return None if found < 0 else found

    def _step(self, token: Token) -> int | None:
        """Take one token; return where to go on when that is not behind it."""
        word = token.text.lower() if token.kind is not TokenKind.QUOTED else ""
        if self._engine is Engine.POSTGRESQL and word == "\\":
            return self._meta_command(token)
        if self._engine.family is Engine.MYSQL and self._start is None and word == "delimiter":
            return self._change_delimiter(token)
        if word == ";" and self._depth == 0 and (self._delimiter == ";" or self._is_plain()):
            from_stdin = self._from_stdin
            self._finish()
            return self._after_rows(token.end) if from_stdin else None
        self._take(token.start, token.end)
        self._note(word)
        return None

    def _take(self, start: int, end: int) -> None:
        self._start = start if self._start is None else self._start
        self._end = end

    def _finish(self) -> None:
        if self._start is not None:
            end = self._start + len(self._text[self._start : self._end].rstrip(WHITESPACE))
            self._spans.append(Span(self._start, end))
        self._reset()

    def _note(self, word: str) -> None:
        """Follow the bodies that a statement opens and closes."""
        self._count += 1
        if self._count == 1:
            self._first = word
        elif self._first == "create" and not self._object and self._count <= _HEADER:
            self._object = word if word in _OBJECTS else ""
        if self._engine is Engine.POSTGRESQL:
            self._note_postgresql(word)
        elif self._object in _PROGRAMS:
            if self._engine is Engine.SQLITE:
                self._note_sqlite(word)
            else:
                self._note_mysql(word)
        self._previous = word.lstrip(":") or word

    def _note_postgresql(self, word: str) -> None:
        if self._first == "copy" and self._previous == "from" and word == "stdin":
            self._from_stdin = True
        elif self._object == "rule":
            self._depth = max(0, self._depth + (word == "(") - (word == ")"))
        elif word == "atomic" and self._previous == "begin" and self._depth == 0:
            self._depth = 1
        elif self._depth and self._previous != ".":
            self._depth += (word == "case") - (word == "end")

    def _note_sqlite(self, word: str) -> None:
        """Follow a trigger: its END is the one behind a semicolon, as CASE's never is."""
        if word == "begin" and self._depth == 0:
            self._depth = 1
        elif word == "end" and self._previous in {";", "begin"}:
            self._depth = 0

    def _note_mysql(self, word: str) -> None:
        if self._previous == ".":
            return
        if word[:1] == ":":  # a label, and no space behind it
            self._previous, word = ":", word[1:]
        if self._previous == "end" and word in _COMPOUND:
            return
        if word == "end":
            self._depth = max(0, self._depth - 1)
        elif word in {"begin", "case"} or (
            word in _COMPOUND
            and self._previous in _STARTS_STATEMENT
            and (word, self._previous) != ("for", ")")  # … FOR UPDATE
        ):
            self._depth += 1

    def _line_end(self, offset: int) -> int:
        end = self._text.find("\n", offset)
        return len(self._text) if end < 0 else end

    def _meta_command(self, token: Token) -> int | None:
        r"""Leave out a line for psql; ``\g`` and its kin behind a statement also end it."""
        line_start = self._text.rfind("\n", 0, token.start) + 1
        if self._start is not None and self._text.startswith("g", token.end):
            self._finish()
        elif self._text[line_start : token.start].strip(" \t\r"):
            self._take(token.start, token.end)
            return None
        return self._line_end(token.end)

    def _change_delimiter(self, token: Token) -> int:
        line = re.compile(_DELIMITER).match(self._text, token.end, self._line_end(token.end))
        if line is not None:
            self._delimiter = line[1]
        return self._line_end(token.end)

    def _after_rows(self, offset: int) -> int:
        end = re.compile(_COPY_END).search(self._text, self._line_end(offset))
        return len(self._text) if end is None else end.end()
