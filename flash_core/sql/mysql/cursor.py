"""Walking the tokens of a MySQL statement.

Depends on: engine, excerpt, executable, syntax, words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine
from flash_core.sql.cursor import TokenCursor
from flash_core.sql.excerpt import NotReadable
from flash_core.sql.executable import executed, executed_text
from flash_core.sql.lexer import TokenKind
from flash_core.sql.syntax import Name

from .words import reserved_words

if TYPE_CHECKING:
    from flash_core.sql.excerpt import Excerpt
    from flash_core.sql.syntax import Node

SYNTAX_ERROR: Final = "42000"
# Before these rather a name is missing.
_BEGINNINGS: Final = frozenset(
    [
        "ALL",
        "AND",
        "ANY",
        "AS",
        "BETWEEN",
        "BY",
        "DISTINCT",
        "EXISTS",
        "IF",
        "CROSS",
        "FROM",
        "HAVING",
        "IN",
        "INNER",
        "INTO",
        "IS",
        "JOIN",
        "LEFT",
        "LIKE",
        "LIMIT",
        "NOT",
        "NULL",
        "ON",
        "OR",
        "RIGHT",
        "SELECT",
        "SET",
        "TABLE",
        "UNION",
        "USING",
        "VALUES",
        "WHERE",
    ]
)
_PRODUCT: Final = {Engine.MYSQL: "MySQL", Engine.MARIADB: "MariaDB"}


class Cursor(TokenCursor):
    """A position in the tokens of one statement.

    Attributes:
        engine: MySQL or MariaDB.
        in_duplicate: We are behind ON DUPLICATE KEY UPDATE, where VALUES is a function.
        in_program: We are in the body of a stored program, whose variables are plain names.
        takes_into: SELECT … INTO may stand here.
        into: Its variables, ``None`` where there was none.
    """

    __slots__ = (
        "_pairs",
        "_reserved",
        "_runs",
        "engine",
        "in_duplicate",
        "in_program",
        "into",
        "takes_into",
    )

    def __init__(self, excerpt: Excerpt, engine: Engine) -> None:
        super().__init__(excerpt, executed(excerpt.text, engine))
        self.engine = engine
        self._runs: list[int] | None = None
        self._pairs: tuple[dict[int, int], set[int]] | None = None
        self.in_duplicate = False
        self.in_program = False
        self.takes_into = False
        self.into: tuple[Node, ...] | None = None
        self._reserved = reserved_words(engine)
        self._free_qualifiers()

    def _free_qualifiers(self) -> None:
        """Let a word with a dot and a name right behind it be no keyword: ``select.a``."""
        if "." not in self._texts:
            return
        glued, words = self.tokens.glued, self._words
        for index, text in enumerate(self._texts[1:-1], 1):
            if text == "." and glued[index] and glued[index + 1] and words[index - 1][:2] != "@@":
                following = self._texts[index + 1]
                if words[index - 1] and (words[index + 1] or following[0] == "`"):
                    words[index - 1] += "."

    def opening_run(self) -> int:
        """Return how many parentheses open from here on without anything between them."""
        if self._runs is None:
            runs = [0] * (self._length + 1)
            for index in range(self._length - 1, -1, -1):
                runs[index] = runs[index + 1] + 1 if self._texts[index] == "(" else 0
            self._runs = runs
        return self._runs[min(self.position, self._length)]

    def closing(self, position: int) -> int:
        """Return the index of the parenthesis that closes the one at ``position``."""
        return self._parentheses()[0].get(position, self._length)

    def holds_comma(self, position: int) -> bool:
        """Tell whether a comma stands directly in the parentheses that open at ``position``."""
        return position in self._parentheses()[1]

    def _parentheses(self) -> tuple[dict[int, int], set[int]]:
        if self._pairs is None:
            closing: dict[int, int] = {}
            lists: set[int] = set()
            opened: list[int] = []
            for index, text in enumerate(self._texts):
                if text == "(":
                    opened.append(index)
                elif text == ")" and opened:
                    closing[opened.pop()] = index
                elif text == "," and opened:
                    lists.add(opened[-1])
            self._pairs = closing, lists
        return self._pairs

    def unexpected(self) -> NotReadable:
        """Return the server's own error for the next token."""
        token = self.token
        if token is None:
            end = len(self.excerpt.text)
            return self._syntax_error("syntax error at end of input", end, end)
        span = self.excerpt.span(token.start, token.end)
        written = self.excerpt.rewritten.source.text[span.start : span.end].partition("\n")[0]
        message = f'syntax error near "{written}"'
        return self._syntax_error(message, token.start, token.end)

    def _syntax_error(self, message: str, start: int, end: int) -> NotReadable:
        from flash_core.sql.mistakes import hint_for  # noqa: PLC0415 - for an error alone

        from .mistakes import MISTAKES  # noqa: PLC0415 - many patterns, for an error alone

        hint = hint_for(MISTAKES, self.excerpt.text, start)
        return NotReadable(message, start, end, hint=hint, sqlstate=SYNTAX_ERROR)

    def require(self, engine: Engine, what: str, start: int, hint: str | None = None) -> None:
        """Refuse what the other server of the family has alone.

        Args:
            engine: The one that has it.
            what: Its name, for the message.
            start: Index of its first token; the last one is before the next.
            hint: What to write instead.

        Raises:
            NotReadable: The statement is for the other one.
        """
        if engine is self.engine:
            return
        items = self.tokens.items
        first, last = items[min(start, self._length - 1)], items[max(self.position - 1, start)]
        message = f"{_PRODUCT[self.engine]} has no {what}: it is {_PRODUCT[engine]}'s"
        raise NotReadable(message, first.start, last.end, hint=hint, sqlstate=SYNTAX_ERROR)

    def number_of_parameter(self) -> int | None:
        """Return which parameter the next token, a ``?``, stands for."""
        order = self.excerpt.rewritten.order
        before = self._texts[: self.position].count("?")
        return order[before] if before < len(order) else None

    def at_name(self, ahead: int = 0) -> bool:
        """Tell whether a name comes next: quoted, or a word that is not reserved."""
        word = self.word(ahead)
        if word:
            return word not in self._reserved and word[:2] != "@@"
        return self.text(ahead)[:1] == "`"

    def at_string(self) -> bool:
        """Tell whether a string comes next, which may name a column of the result."""
        return self.kind() is TokenKind.STRING and self.text()[0] in "'\""

    def name(self) -> str:
        """Consume a name and return it without quotes, otherwise as written."""
        if not self.at_name():
            raise self._no_name()
        self.position += 1
        return unquote(self._texts[self.position - 1])

    def _no_name(self) -> NotReadable:
        """Return the error for the next token, which may be a reserved word that was meant."""
        problem = self.unexpected()
        word = self.word()
        if word[:2] not in {"", "@@"} and word not in _BEGINNINGS and self.word(1) != "BY":
            problem.hint = f"it is a reserved word: as a name, write `{self.text()}`"
        return problem

    def name_after_dot(self) -> str:
        """Consume a name where a dot came before: right behind it no word is reserved."""
        glued = self.position < self._length and self.tokens.glued[self.position]
        if glued and (self.word() or self.text().isdecimal()):
            self.position += 1
            return self._texts[self.position - 1]
        return self.name()

    def bare_text(self, ahead: int = 0) -> str:
        """Return the token ``ahead`` tokens from here without backquotes."""
        return unquote(self.text(ahead))

    def apart(self) -> NotReadable:
        """Return the error for a function's name that a space parts from its parenthesis."""
        token = self.tokens.items[self.position]
        message = f'FUNCTION {token.text} does not exist: a space stands between it and "("'
        hint = f"write {token.text}("
        return NotReadable(message, token.start, token.end, hint=hint, sqlstate=SYNTAX_ERROR)

    def qualified_name(self) -> Name:
        """Consume ``name`` or ``schema.name``."""
        start = self.position
        parts = [] if self.text() == "." else [self.name()]
        if self.accept("."):
            parts.append(self.name_after_dot())
        return Name(tuple(parts), span=self.since(start))

    def statement(self) -> str:
        """Return the whole statement as written, executable comments opened."""
        return executed_text(self.excerpt.text, self.engine)


def unquote(text: str) -> str:
    """Return a name without its backquotes, doubled ones undone."""
    return text[1:-1].replace("``", "`") if text[:1] == "`" else text
