"""Query files to blocks: ``-- name: GetUser :one`` and what belongs to it.

Depends on: engine, lexer, source.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flash_core.engine import Engine

    from .source import Diagnostic, SourceFile, Span


@dataclass(frozen=True, slots=True)
class QueryBlock:
    """One annotated query of a file.

    Attributes:
        name: As written.
        command: As written after the colon, known to be one of ``analysis.model.Command``.
        doc: Comment lines around the annotation, without markers and directives.
        name_span: The name in the file.
        command_span: The command with its colon.
        body: The SQL in the file, without surrounding space and without the final semicolon.
    """

    name: str
    command: str
    doc: str
    name_span: Span
    command_span: Span
    body: Span


def read_queries(source: SourceFile, engine: Engine) -> tuple[list[QueryBlock], list[Diagnostic]]:
    """Return the blocks of a file in order, and every problem found."""
    raise NotImplementedError
