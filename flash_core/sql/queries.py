"""Query files to blocks: ``-- name: GetUser :one`` and what belongs to it.

An annotation is a comment that starts its line, or follows a semicolon; what
looks like one inside a string is text.  The comments directly above and below
it are the query's documentation; a blank line, SQL or a ruled line ends them.
The body runs to the next annotation.  Problems inside the text of a body, an
unterminated string for example, are reported when the body is rewritten.

Depends on: engine, source, lexer, comments, annotations.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass, field

from .annotations import Annotation, Command, read_annotation
from .comments import LINE_BREAK, WHITESPACE, comment_lines, is_meaningful, is_rule, join_doc
from .lexer import Token, TokenKind, scan, tokens_of
from .source import Diagnostic, Span
from .token import LAYOUT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from flash_core.engine import Engine

    from .source import SourceFile

__all__ = [
    "Command",
    "QueryBlock",
    "RefusedBlock",
    "duplicate_names",
    "read_queries",
    "read_refused",
]

_NEXT_ANNOTATION: Final = re.compile(r"\n[ \t]*(?=(?:--|\#|/\*)[ \t]*name[ \t]*:)")
_MAX_RECOVERIES: Final = 32  # bounds the time for a file in which every query is unterminated


@dataclass(frozen=True, slots=True)
class QueryBlock:
    """One annotated query of a file.

    Attributes:
        name: As written.
        command: What the user asked to get back.
        doc: Comment lines around the annotation, without markers and directives.
        name_span: The name in the file.
        command_span: The command with its colon.
        body: The SQL in the file, without surrounding space and without the final semicolon.
        tokens: Those of the body, at their places in the file, where it is made of whole ones.
    """

    name: str
    command: Command
    doc: str
    name_span: Span
    command_span: Span
    body: Span
    tokens: list[Token] | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class RefusedBlock:
    """An annotation that makes no query, because of itself or for want of SQL.

    Attributes:
        name: As written, perhaps empty.
        command: As written, without its colon; perhaps empty.
        name_span: The name in the file.
        body: The SQL below it, if any.
        problems: What is wrong with it.
    """

    name: str
    command: str
    name_span: Span
    body: Span | None
    problems: tuple[Diagnostic, ...]


def read_queries(source: SourceFile, engine: Engine) -> tuple[list[QueryBlock], list[Diagnostic]]:
    """Return the blocks of a file in order, and every problem found.

    A query with a problem in its annotation or without SQL has no block.  One with
    two statements has a block of the first.
    """
    tokens = _tokenize_file(source.text, engine)
    annotations, problems = _find_annotations(source, tokens)
    first = annotations[0][0] if annotations else len(tokens)
    if stray := _statement(tokens, range(first)):
        hint = "write -- name: QueryName :many on the line above"
        message = "SQL without a query annotation above it"
        problems.append(Diagnostic(message, source, _place(tokens, stray), hint))
    blocks: list[QueryBlock] = []
    ends = [*(index for index, _ in annotations), len(tokens)][1:]
    for (index, annotation), end in zip(annotations, ends, strict=True):
        problems += annotation.problems
        inside = _statement(tokens, range(index + 1, end))
        if annotation.problems or annotation.command is None:
            continue
        if inside is None:
            problems.append(_empty(source, annotation))
            continue
        behind = range(inside.stop, end)
        problems += _further_statement(source, annotation.name, tokens, behind)
        body = _place(tokens, inside)
        blocks.append(
            QueryBlock(
                annotation.name,
                annotation.command,
                join_doc([*_doc_above(tokens, index), *annotation.doc, *_doc_below(tokens, index)]),
                annotation.name_span,
                annotation.command_span,
                body,
                tokens[inside.start : inside.stop]
                if tokens[inside.stop - 1].end == body.end
                else None,
            )
        )
    problems += _duplicates(source, blocks)
    return blocks, sorted(problems, key=lambda problem: problem.span)


def read_refused(source: SourceFile, engine: Engine) -> list[RefusedBlock]:
    """Return the annotations for which :func:`read_queries` gives no block, in order."""
    tokens = _tokenize_file(source.text, engine)
    annotations, _ = _find_annotations(source, tokens)
    ends = [*(index for index, _ in annotations), len(tokens)][1:]
    refused: list[RefusedBlock] = []
    for (index, annotation), end in zip(annotations, ends, strict=True):
        inside = _statement(tokens, range(index + 1, end))
        body = None if inside is None else _place(tokens, inside)
        problems = annotation.problems or (() if body else (_empty(source, annotation),))
        if problems:
            span = annotation.command_span
            command = source.text[span.start : span.end].removeprefix(":")
            refused.append(
                RefusedBlock(annotation.name, command, annotation.name_span, body, problems)
            )
    return refused


def duplicate_names(
    files: Iterable[tuple[SourceFile, Sequence[QueryBlock]]],
) -> list[Diagnostic]:
    """Report every query whose name a query of an earlier file has.

    Names that are used twice in one file are reported by :func:`read_queries`.
    """
    first: dict[str, tuple[SourceFile, QueryBlock]] = {}
    problems: list[Diagnostic] = []
    for source, blocks in files:
        for name, block in {block.name: block for block in reversed(blocks)}.items():
            owner, earlier = first.setdefault(name, (source, block))
            if owner is not source:
                problems.append(_duplicate(source, block, owner, earlier))
    return sorted(problems, key=lambda problem: (problem.source.path, problem.span))


def _duplicates(source: SourceFile, blocks: Iterable[QueryBlock]) -> Iterator[Diagnostic]:
    first: dict[str, QueryBlock] = {}
    for block in blocks:
        earlier = first.setdefault(block.name, block)
        if earlier is not block:
            yield _duplicate(source, block, source, earlier)


def _duplicate(
    source: SourceFile, block: QueryBlock, owner: SourceFile, earlier: QueryBlock
) -> Diagnostic:
    line, _ = owner.position(earlier.name_span.start)
    return Diagnostic(
        f"query {block.name} is defined twice",
        source,
        block.name_span,
        f"rename one of them; the first is at {owner.path}:{line}",
    )


def _empty(source: SourceFile, annotation: Annotation) -> Diagnostic:
    message = f"query {annotation.name} has no SQL"
    return Diagnostic(message, source, annotation.name_span, "write the statement below it")


def _further_statement(
    source: SourceFile, name: str, tokens: Sequence[Token], behind: range
) -> Iterator[Diagnostic]:
    if found := _statement(tokens, behind):
        hint = "give the second statement a -- name: annotation of its own"
        message = f"query {name} has more than one statement"
        yield Diagnostic(message, source, _place(tokens, found), hint)


def _tokenize_file(text: str, engine: Engine) -> list[Token]:
    """Tokenize, but let an unterminated quote or comment end before the next annotation."""
    tokens = tokens_of(text, engine)
    for _ in range(_MAX_RECOVERIES):
        last = tokens[-1] if tokens else None
        if last is None or last.kind is not TokenKind.ERROR:
            break
        cut = _NEXT_ANNOTATION.search(last.text)
        if cut is None:
            break
        tokens[-1] = Token(TokenKind.ERROR, last.text[: cut.start()], last.start)
        tokens += scan(text, engine, last.start + cut.start())
    return tokens


def _find_annotations(
    source: SourceFile, tokens: Sequence[Token]
) -> tuple[list[tuple[int, Annotation]], list[Diagnostic]]:
    """Return the annotations with their token's index, and complete ones in a wrong place."""
    found: list[tuple[int, Annotation]] = []
    misplaced: list[Diagnostic] = []
    checked, on_new_line = 0, True
    for index, token in enumerate(tokens):
        if token.kind is not TokenKind.COMMENT:
            continue
        annotation = read_annotation(source, token)
        if annotation is None:
            continue
        on_new_line = _is_on_new_line(tokens, range(checked, index), otherwise=on_new_line)
        checked = index + 1
        if on_new_line:
            found.append((index, annotation))
        elif annotation.complete:
            hint = "start a new line before it"
            message = f"annotation of query {annotation.name} behind SQL"
            misplaced.append(Diagnostic(message, source, annotation.name_span, hint))
    return found, misplaced


def _is_on_new_line(tokens: Sequence[Token], before: range, *, otherwise: bool) -> bool:
    """Tell whether only comments stand behind the last line break or ``;`` of these tokens.

    Args:
        tokens: All tokens.
        before: Those that are looked at.
        otherwise: What holds where they are comments alone.
    """
    for index in reversed(before):
        token = tokens[index]
        if token.kind is TokenKind.SPACE:
            if LINE_BREAK.search(token.text) is not None:
                return True
        elif token.kind is not TokenKind.COMMENT:
            return token.text == ";"
    return otherwise


def _statement(tokens: Sequence[Token], within: range) -> range | None:
    """Return which of these tokens are the first statement, without its semicolon."""
    first = last = None
    for index in within:
        kind, text, _ = tokens[index]
        if kind in LAYOUT and not (kind is TokenKind.COMMENT and is_meaningful(text)):
            continue
        if text == ";" and kind is TokenKind.PUNCTUATION:
            if first is not None:
                break
        else:
            first, last = index if first is None else first, index
    return None if first is None or last is None else range(first, last + 1)


def _place(tokens: Sequence[Token], within: range) -> Span:
    """Return where a statement stands; a comment that it ends with may hold a line end."""
    last = tokens[within.stop - 1]
    return Span(tokens[within.start].start, last.start + len(last.text.rstrip(WHITESPACE)))


def _breaks(token: Token) -> int:
    return len(LINE_BREAK.findall(token.text))


def _doc_above(tokens: Sequence[Token], index: int) -> list[str]:
    """Return the lines of the comments that end on the line above, up to a ruled line."""
    above: list[Token] = []
    pending: list[Token] = []  # comments on a line whose beginning is not yet seen
    for position in range(index - 1, -1, -1):
        token = tokens[position]
        if token.kind is TokenKind.SPACE:
            breaks = _breaks(token)
            if breaks:
                above += pending
                pending = []
            if breaks > 1:
                break
        elif token.kind is TokenKind.COMMENT and not is_meaningful(token.text):
            pending.append(token)
        else:
            pending = []
            break
    above += pending
    lines: list[str] = []
    for token in above:
        for line in reversed(comment_lines(token.text)):
            if is_rule(line):
                return lines[::-1]
            lines.append(line)
    return lines[::-1]


def _doc_below(tokens: Sequence[Token], index: int) -> list[str]:
    """Return the lines of the comments that start on the line below, up to a ruled line."""
    lines: list[str] = []
    for position in range(index + 1, len(tokens)):
        token = tokens[position]
        if token.kind is TokenKind.SPACE:
            if _breaks(token) > 1:
                break
        elif token.kind is TokenKind.COMMENT and not is_meaningful(token.text):
            for line in comment_lines(token.text):
                if is_rule(line):
                    return lines
                lines.append(line)
        else:
            break
    return lines
