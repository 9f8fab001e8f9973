"""The search path in force at each statement of a script.

Depends on: sql.syntax, draft, model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import replace
from flash_core.sql import syntax

from .model import RenameKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from flash_core.sql.source import SourceFile
    from flash_core.sql.syntax import Statement

    from .draft import Draft
    from .model import Rename


def used_database(statements: Iterable[tuple[SourceFile, Statement]]) -> str:
    """Return the database that MySQL's schema files USE, if it is but one."""
    used = {
        item.path[0]
        for _, item in statements
        if isinstance(item, syntax.SetSearchPath) and item.keyword == "USE" and item.path
    }
    return used.pop() if len(used) == 1 else ""


def with_paths(
    statements: Sequence[tuple[SourceFile, Statement]], draft: Draft, *, stays: bool
) -> Iterator[tuple[SourceFile, Statement, tuple[str, ...]]]:
    """Yield each statement with the search path in force when it runs.

    A path without any schema, as pg_dump sets it, holds to the end of its file;
    any other is what the author wants names to mean.

    Args:
        statements: In the order of their files.
        draft: Knows how schemas are spelt.
        stays: A path that a file sets is also that of the queries.
    """
    usual = path = draft.search_path
    file: SourceFile | None = None
    for source, statement in statements:
        if source is not file:
            file, path = source, usual
        if isinstance(statement, syntax.Script):
            yield from _parts(source, statement, draft, path)
            continue
        if isinstance(statement, syntax.SetSearchPath):
            path = draft.schemas_of(statement.path)
            kept = not statement.local
        elif (written := _configured(statement)) is not None:
            path, kept = draft.schemas_of(written), True
        else:
            yield source, statement, path
            continue
        if stays and kept and path:
            usual = draft.search_path = path


def _parts(
    source: SourceFile, script: syntax.Script, draft: Draft, path: tuple[str, ...]
) -> Iterator[tuple[SourceFile, Statement, tuple[str, ...]]]:
    """Yield the statements of CREATE SCHEMA: what it creates is in the schema."""
    for statement in script.statements:
        yield source, statement, path
        if isinstance(statement, syntax.CreateSchema):
            path = tuple(dict.fromkeys((*draft.schemas_of((statement.name,)), *path)))


def _configured(statement: Statement) -> tuple[str, ...] | None:
    """Return the path that ``SELECT set_config('search_path', …)`` sets, or ``None``."""
    match statement:
        case syntax.Select(
            targets=(
                syntax.Target(
                    expression=syntax.FunctionCall(
                        name=name,
                        arguments=(
                            syntax.Literal(text="search_path"),
                            syntax.Literal(text=text),
                            *_,
                        ),
                    )
                ),
            )
        ) if name.last == "set_config":
            names = (part.strip().strip('"') for part in text.split(","))
            return tuple(part for part in names if part not in {"", "$user"})
        case _:
            return None


def under_paths(
    renames: Sequence[Rename],
    statements: Sequence[tuple[SourceFile, Statement, tuple[str, ...]]],
    draft: Draft,
) -> tuple[Rename, ...]:
    """Return renames with the schemas in which the statements beside them make something.

    Args:
        renames: As they are written.
        statements: Each with its file and the search path in force when it runs.
        draft: Knows how schemas are spelt.
    """
    return tuple(_under(item, _path_at(item, statements), draft) for item in renames)


def _path_at(
    item: Rename, statements: Sequence[tuple[SourceFile, Statement, tuple[str, ...]]]
) -> tuple[str, ...]:
    """Return the search path of the statement around a directive, or of the one that follows it."""
    place = item.origin
    ends = (
        (statement.span.end, path)
        for source, statement, path in statements
        if place is not None and source is place.source and statement.span.end > place.span.start
    )
    return min(ends, key=lambda found: found[0], default=(0, ("",)))[1]


def _under(item: Rename, path: tuple[str, ...], draft: Draft) -> Rename:
    """Return a rename of what is made in the first schema of a path."""
    if not path or not path[0] or item.kind is RenameKind.SCHEMA:
        return item
    schema = draft.schemas.get(path[0], path[0])
    if len(item.owner) == 1:
        return replace(item, owner=(schema, *item.owner))
    if not item.owner and len(item.name) == 1:
        return replace(item, name=(schema, *item.name))
    return item
