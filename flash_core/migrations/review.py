"""What a migration may break: rules over its statements, each with what to do instead.

A comment ``-- flash:nolint CODE`` before a statement, or on one of its lines,
silences a rule there; at the head of a file, before an empty line, in all of it.

Depends on: engine, sql, review_rules and the rules of the engines.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass
from flash_core.engine import Engine
from flash_core.spelling import closest
from flash_core.sql.lexer import TokenKind, tokenize
from flash_core.sql.parse import parse_script
from flash_core.sql.source import Diagnostic, Severity, Span

from . import (
    review_common,
    review_mysql,
    review_postgres,
    review_postgres_tables,
    review_sqlite,
    review_types,
)
from .review_rules import FileState, Level, Rule, Step

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flash_core.catalog.model import Catalog
    from flash_core.sql.source import SourceFile

_NOLINT: Final = re.compile(r"flash:nolint\b[ \t]*([^\r\n]*?)[ \t]*(?:\*/|$)", re.MULTILINE)
_BLANK: Final = re.compile(r"\n[ \t]*\r?\n")
_MODULES: Final = (
    review_common,
    review_postgres_tables,
    review_postgres,
    review_mysql,
    review_sqlite,
    review_types,
)
RULES: Final[tuple[Rule, ...]] = tuple(rule for module in _MODULES for rule in module.RULES)
"""Every rule, in the order in which they are documented."""
_UNKNOWN: Final = Rule(
    "unknown-code",
    Level.WARNING,
    frozenset(Engine),
    "there is no rule {}",
    "correct the code, or remove the comment: docs/lint.md lists the codes",
    lambda _: (),
)


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that a statement breaks.

    Attributes:
        rule: The rule.
        message: What is wrong, with names.
        source: The file.
        span: The words that are wrong.
    """

    rule: Rule
    message: str
    source: SourceFile
    span: Span

    def render(self) -> str:
        """Return the finding as text, with the line, carets and what to do instead."""
        severity = Severity.ERROR if self.rule.level is Level.ERROR else Severity.WARNING
        shown = Diagnostic(
            self.message, self.source, self.span, self.rule.instead, self.rule.code, severity
        ).render()
        if self.rule.level is Level.ADVICE:
            return shown.replace(f"warning [{self.rule.code}]", f"advice [{self.rule.code}]", 1)
        return shown


def review(source: SourceFile, engine: Engine, catalog: Catalog | None = None) -> list[Finding]:
    """Return what a migration may break, in the order of its statements.

    Args:
        source: The file; what cannot be read in it is left to others to report.
        engine: Whose rules apply.
        catalog: What the migrations before it make, where that is known.
    """
    statements, _ = parse_script(source, engine)
    statements.sort(key=lambda item: item.span)
    state = FileState(engine, source, catalog, tuple(statements))
    silenced, found = _silenced(source, engine, [item.span for item in statements])
    rules = [rule for rule in RULES if engine in rule.engines]
    for position, statement in enumerate(statements):
        step = Step(statement, state)
        quiet = silenced[position] | silenced[-1]
        for rule in rules:
            if rule.code in quiet or "" in quiet:
                continue
            for span, name in rule.check(step):
                found.append(Finding(rule, rule.title.replace("{}", name, 1), source, span))
        state.note(step)
    return sorted(found, key=lambda item: (item.span.start, item.rule.code))


def _silenced(
    source: SourceFile, engine: Engine, spans: Sequence[Span]
) -> tuple[dict[int, set[str]], list[Finding]]:
    """Return the silenced codes of each statement, of the file under -1; and those unknown."""
    silenced: dict[int, set[str]] = {position: set() for position in range(-1, len(spans))}
    found: list[Finding] = []
    if "flash:nolint" not in source.text:
        return silenced, found
    known = {rule.code for rule in RULES}
    for span, codes in _directives(source, engine):
        place = _place(span, source.text, spans)
        silenced[place] |= set(codes) or {""}
        for code in codes:
            if code not in known:
                close = closest(code, known, cutoff=0.6)
                hint = f'"{code}": did you mean "{close[0]}"?' if close else f'"{code}"'
                found.append(Finding(_UNKNOWN, f"there is no rule {hint}", source, span))
    return silenced, found


def _directives(source: SourceFile, engine: Engine) -> Iterator[tuple[Span, list[str]]]:
    for token in tokenize(source.text, engine):
        if token.kind is TokenKind.COMMENT:
            for match in _NOLINT.finditer(token.text):
                span = Span(token.start + match.start(), token.start + match.end(1))
                yield span, re.split(r"[\s,]+", match[1]) if match[1] else []


def _place(span: Span, text: str, spans: Sequence[Span]) -> int:
    """Return the position of the statement that a comment is about, or -1 for the file."""
    for position, statement in enumerate(spans):
        if span.start < statement.end:
            head = position == 0 and span.start < statement.start
            return -1 if head and _BLANK.search(text, span.end, statement.start) else position
        if "\n" not in text[statement.end : span.start]:
            return position
    return -1
