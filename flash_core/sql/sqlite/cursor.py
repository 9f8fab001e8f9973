"""Walking the tokens of an SQLite statement.

Depends on: clauses, excerpt, syntax.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine
from flash_core.sql.clauses import significant
from flash_core.sql.excerpt import NotReadable
from flash_core.sql.lexer import TokenKind
from flash_core.sql.syntax import Name

if TYPE_CHECKING:
    from flash_core.sql.excerpt import Excerpt
    from flash_core.sql.lexer import Token
    from flash_core.sql.source import Span

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


class Cursor:
    """A position in the tokens of one statement.

    Attributes:
        excerpt: The text.
        tokens: Its tokens without space and comments.
        position: Index of the next token.
    """

    __slots__ = ("excerpt", "position", "tokens")

    def __init__(self, excerpt: Excerpt) -> None:
        self.excerpt = excerpt
        self.tokens = significant(excerpt.text, Engine.SQLITE)
        self.position = 0

    @property
    def token(self) -> Token | None:
        """The next token, or ``None`` at the end."""
        items = self.tokens.items
        return items[self.position] if self.position < len(items) else None

    def word(self, ahead: int = 0) -> str:
        """Return the keyword ``ahead`` tokens from here in upper case, or an empty string."""
        return self.tokens.word(self.position + ahead)

    def text(self, ahead: int = 0) -> str:
        """Return the token ``ahead`` tokens from here as written, or an empty string."""
        return self.tokens.text(self.position + ahead)

    def at_words(self, *words: str) -> bool:
        """Tell whether the next tokens are these keywords."""
        return all(self.word(ahead) == word for ahead, word in enumerate(words))

    def accept_words(self, *words: str) -> bool:
        """Consume these keywords if they come next."""
        if not self.at_words(*words):
            return False
        self.position += len(words)
        return True

    def accept_any(self, *words: str) -> str | None:
        """Consume one of these keywords and return it, if it comes next."""
        word = self.word()
        if word and word in words:
            self.position += 1
            return word
        return None

    def expect_words(self, *words: str) -> None:
        """Consume these keywords, one after the other."""
        for word in words:
            if not self.accept_words(word):
                raise self.unexpected()

    def accept(self, text: str) -> bool:
        """Consume a punctuation or operator token if it comes next."""
        token = self.token
        if token is None or token.text != text or token.kind is TokenKind.QUOTED:
            return False
        self.position += 1
        return True

    def expect(self, text: str) -> None:
        """Consume a punctuation or operator token."""
        if not self.accept(text):
            raise self.unexpected()

    def unexpected(self) -> NotReadable:
        """Return SQLite's own error for the next token."""
        token = self.token
        if token is None:
            end = len(self.excerpt.text)
            return NotReadable("incomplete input", end, end, sqlstate="SQLITE_ERROR")
        if token.kind is TokenKind.ERROR:
            return self.unrecognized(token)
        span = self.excerpt.span(token.start, token.end)
        written = self.excerpt.rewritten.source.text[span.start : span.end]
        message = f'near "{written}": syntax error'
        return NotReadable(message, token.start, token.end, sqlstate="SQLITE_ERROR")

    def unrecognized(self, token: Token) -> NotReadable:
        """Return the error for a token that is none."""
        end = min(token.end, token.start + 1)
        written = token.text.split("\n", 1)[0][:20]
        message = f'unrecognized token: "{written}"'
        return NotReadable(message, token.start, end, sqlstate="SQLITE_ERROR")

    def since(self, start: int) -> Span:
        """Return the place of the tokens from index ``start`` to the last one consumed."""
        items = self.tokens.items
        if not items:
            return self.excerpt.whole()
        first = items[min(start, len(items) - 1)]
        last = items[max(min(self.position, len(items)) - 1, min(start, len(items) - 1))]
        return self.excerpt.span(first.start, last.end)

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

    def names(self) -> tuple[str, ...]:
        """Consume ``(name, …)``."""
        self.expect("(")
        names = [self.name()]
        while self.accept(","):
            names.append(self.name())
        self.expect(")")
        return tuple(names)

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
                return self.tokens.word(self.position + 2) == "AS"
            case "INDEXED":
                return self.word(1) == "BY"
            case _:
                return False

    def finish(self) -> None:
        """Refuse what follows a complete statement, but for a semicolon."""
        self.accept(";")
        if self.token is not None:
            raise self.unexpected()


def unquote(text: str) -> str:
    """Return a name or string without its quotes, doubled quotes undone."""
    quote = text[:1]
    if quote == "[":
        return text[1:-1]
    if quote and quote in "\"`'":
        return text[1:-1].replace(quote * 2, quote)
    return text
