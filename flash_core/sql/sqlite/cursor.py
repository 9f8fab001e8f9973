"""Walking the tokens of an SQLite statement.

Depends on: clauses, excerpt, syntax.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine
from flash_core.sql.clauses import significant
from flash_core.sql.cursor import TokenCursor
from flash_core.sql.excerpt import NotReadable
from flash_core.sql.lexer import TokenKind
from flash_core.sql.syntax import Name

if TYPE_CHECKING:
    from flash_core.sql.excerpt import Excerpt
    from flash_core.sql.lexer import Token

# Keywords that SQLite never takes for a name; the others "fall back" to one.
RESERVED: Final = frozenset(
    [
        "ADD",
        "ALL",
        "ALTER",
        "AND",
        "AS",
        "AUTOINCREMENT",
        "BETWEEN",
        "CASE",
        "CHECK",
        "COLLATE",
        "COMMIT",
        "CONSTRAINT",
        "CREATE",
        "DEFAULT",
        "DEFERRABLE",
        "DELETE",
        "DISTINCT",
        "DROP",
        "ELSE",
        "ESCAPE",
        "EXCEPT",
        "EXISTS",
        "FOREIGN",
        "FROM",
        "GROUP",
        "HAVING",
        "IN",
        "INDEX",
        "INSERT",
        "INTERSECT",
        "INTO",
        "IS",
        "ISNULL",
        "JOIN",
        "LIMIT",
        "NOT",
        "NOTHING",
        "NOTNULL",
        "NULL",
        "ON",
        "OR",
        "ORDER",
        "PRIMARY",
        "REFERENCES",
        "RETURNING",
        "SELECT",
        "SET",
        "TABLE",
        "THEN",
        "TO",
        "TRANSACTION",
        "UNION",
        "UNIQUE",
        "UPDATE",
        "USING",
        "VALUES",
        "WHEN",
        "WHERE",
    ]
)
JOIN_WORDS: Final = frozenset({"CROSS", "FULL", "INNER", "LEFT", "NATURAL", "OUTER", "RIGHT"})


class Cursor(TokenCursor):
    """A position in the tokens of one statement."""

    __slots__ = ()

    def __init__(self, excerpt: Excerpt) -> None:
        super().__init__(excerpt, significant(excerpt.text, Engine.SQLITE))

    def unexpected(self) -> NotReadable:
        """Return SQLite's own error for the next token."""
        token = self.token
        if token is None:
            end = len(self.excerpt.text)
            return self._syntax_error("incomplete input", end, end)
        if token.kind is TokenKind.ERROR:
            return self.unrecognized(token)
        if token.text == "::":
            return self._syntax_error('unrecognized token: ":"', token.start, token.end)
        span = self.excerpt.span(token.start, token.end)
        written = self.excerpt.rewritten.source.text[span.start : span.end]
        return self._syntax_error(f'near "{written}": syntax error', token.start, token.end)

    def _syntax_error(self, message: str, start: int, end: int) -> NotReadable:
        from flash_core.sql.mistakes import hint_for  # noqa: PLC0415 - for an error alone

        from .mistakes import MISTAKES  # noqa: PLC0415 - a hundred patterns, for an error alone

        hint = hint_for(MISTAKES, self.excerpt.text, start)
        return NotReadable(message, start, end, hint=hint, sqlstate="SQLITE_ERROR")

    def refused(self, message: str, hint: str | None = None) -> NotReadable:
        """Return an error of SQLite's for the next token, which there is."""
        start, end = (0, 0) if self.token is None else (self.token.start, self.token.end)
        return NotReadable(message, start, end, hint=hint, sqlstate="SQLITE_ERROR")

    def unrecognized(self, token: Token) -> NotReadable:
        """Return the error for a token that is none."""
        end = min(token.end, token.start + 1)
        written = token.text.split("\n", 1)[0][:20]
        message = f'unrecognized token: "{written}"'
        return NotReadable(message, token.start, end, sqlstate="SQLITE_ERROR")

    def at_name(self, *, joins: bool = True) -> bool:
        """Tell whether a name comes next: quoted, or a word that is not reserved.

        Args:
            joins: Whether LEFT, CROSS and their kin may be names here.
        """
        token = self.token
        if token is None:
            return False
        if token.kind is TokenKind.QUOTED:
            return True
        word = self.word()
        return bool(word) and word not in RESERVED and (joins or word not in JOIN_WORDS)

    def at_string(self) -> bool:
        """Tell whether a string comes next, which SQLite takes for a name where it needs one."""
        token = self.token
        return token is not None and token.kind is TokenKind.STRING and token.text.startswith("'")

    def name(self) -> str:
        """Consume a name and return it without quotes, otherwise as written."""
        token = self.token
        if token is None or not (self.at_name() or self.at_string()):
            raise self.unexpected()
        self.position += 1
        return unquote(token.text)

    def qualified_name(self) -> Name:
        """Consume ``name`` or ``schema.name``."""
        start = self.position
        parts = [self.name()]
        if self.accept("."):
            parts.append(self.name())
        return Name(tuple(parts), span=self.since(start))

    def alias(self) -> str | None:
        """Consume ``AS name`` or a bare alias, if there is one."""
        if self.accept_words("AS"):
            return self.name()
        if self.at_string() or (self.at_name(joins=False) and not self._at_clause()):
            return self.name()
        return None

    def _at_clause(self) -> bool:
        """Tell whether the word that could be an alias starts a clause here."""
        match self.word():
            case "WINDOW":
                # SQLite decides as we do: "WINDOW name AS" is the clause.
                return self.word(2) == "AS"
            case "INDEXED":
                return self.word(1) == "BY"
            case _:
                return False


def unquote(text: str) -> str:
    """Return a name or string without its quotes, doubled quotes undone."""
    quote = text[:1]
    if quote == "[":
        return text[1:-1]
    if quote and quote in "\"`'":
        return text[1:-1].replace(quote * 2, quote)
    return text
