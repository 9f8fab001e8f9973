"""Walking the tokens of a statement, for the readers that are written by hand.

Depends on: excerpt, clauses, token.
"""

from __future__ import annotations

import abc
from typing import TYPE_CHECKING

from .token import TokenKind

if TYPE_CHECKING:
    from .clauses import Tokens
    from .excerpt import Excerpt, NotReadable
    from .source import Span
    from .token import Token


class TokenCursor(abc.ABC):
    """A position in the tokens of one statement.

    Args:
        excerpt: The text.
        tokens: Its tokens without space and comments.

    Attributes:
        position: Index of the next token.
    """

    __slots__ = ("_length", "_texts", "_words", "excerpt", "position", "tokens")

    def __init__(self, excerpt: Excerpt, tokens: Tokens) -> None:
        self.excerpt = excerpt
        self.tokens = tokens
        self.position: int = 0
        self._length: int = len(tokens.items)
        self._texts = [token.text for token in tokens.items]
        self._words = [
            token.text.upper() if token.kind is TokenKind.WORD else "" for token in tokens.items
        ]

    @abc.abstractmethod
    def unexpected(self) -> NotReadable:
        """Return the engine's own error for the next token."""

    @abc.abstractmethod
    def name(self) -> str:
        """Consume a name and return it without quotes, otherwise as written."""

    @property
    def token(self) -> Token | None:
        """The next token, or ``None`` at the end."""
        return self.tokens.items[self.position] if self.position < self._length else None

    def kind(self, ahead: int = 0) -> TokenKind | None:
        """Return the kind of the token ``ahead`` tokens from here, or ``None`` after the end."""
        index = self.position + ahead
        return self.tokens.items[index].kind if index < self._length else None

    def word(self, ahead: int = 0) -> str:
        """Return the keyword ``ahead`` tokens from here in upper case, or an empty string."""
        index = self.position + ahead
        return self._words[index] if index < self._length else ""

    def text(self, ahead: int = 0) -> str:
        """Return the token ``ahead`` tokens from here as written, or an empty string."""
        index = self.position + ahead
        return self._texts[index] if index < self._length else ""

    def at_words(self, *words: str) -> bool:
        """Tell whether the next tokens are these keywords."""
        start = self.position
        # Most often the first of them is another: one look is all that costs.
        if start >= self._length or self._words[start] != words[0]:
            return False
        return self._words[start : start + len(words)] == list(words)

    def accept_word(self, word: str) -> bool:
        """Consume this keyword if it comes next."""
        if self.word() != word:
            return False
        self.position += 1
        return True

    def accept_words(self, *words: str) -> bool:
        """Consume these keywords if they come next."""
        start = self.position
        if start >= self._length or self._words[start] != words[0]:
            return False
        if self._words[start : start + len(words)] != list(words):
            return False
        self.position = start + len(words)
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
            if not self.accept_word(word):
                raise self.unexpected()

    def expect_any(self, *words: str) -> str:
        """Consume one of these keywords and return it."""
        word = self.accept_any(*words)
        if word is None:
            raise self.unexpected()
        return word

    def accept(self, text: str) -> bool:
        """Consume a punctuation or operator token if it comes next."""
        if self.text() != text:
            return False
        self.position += 1
        return True

    def expect(self, text: str) -> None:
        """Consume a punctuation or operator token."""
        if not self.accept(text):
            raise self.unexpected()

    def since(self, start: int) -> Span:
        """Return the place of the tokens from index ``start`` to the last one consumed."""
        items = self.tokens.items
        if not items:
            return self.excerpt.whole()
        first = min(start, self._length - 1)
        last = max(min(self.position, self._length) - 1, first)
        return self.excerpt.span(items[first].start, items[last].end)

    def place(self, start: int) -> tuple[int, int]:
        """Return where in the excerpt the tokens from index ``start`` to the last one stand."""
        items = self.tokens.items
        return items[start].start, items[max(self.position - 1, start)].end

    def names(self) -> tuple[str, ...]:
        """Consume ``(name, …)``."""
        self.expect("(")
        names = [self.name()]
        while self.accept(","):
            names.append(self.name())
        self.expect(")")
        return tuple(names)

    def finish(self) -> None:
        """Refuse what follows a complete statement, but for a semicolon."""
        self.accept(";")
        if self.position < self._length:
            raise self.unexpected()
