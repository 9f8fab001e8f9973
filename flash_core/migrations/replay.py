"""The state that a folder of migrations leads to.

Depends on: catalog.build, sql.parse, files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.catalog.build import build
from flash_core.catalog.model import Catalog
from flash_core.sql.parse import parse_script
from flash_core.sql.source import SourceFile

from .files import in_force

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flash_core.engine import Engine
    from flash_core.sql.source import Diagnostic

    from .files import MigrationFile


def replay_each(
    files: Iterable[MigrationFile], engine: Engine
) -> Iterator[tuple[MigrationFile, Catalog]]:
    """Yield each migration with what the ones before it make."""
    before = Catalog(engine)
    for file in in_force(list(files)):
        yield file, before
        source = SourceFile(file.up_path.as_posix(), file.up)
        statements, _ = parse_script(source, engine)
        located = [(source, statement) for statement in statements]
        before, _ = build(located, engine, before, in_order=True)


def replay(files: Iterable[MigrationFile], engine: Engine) -> tuple[Catalog, list[Diagnostic]]:
    """Fold migrations in order, each over what the ones before it made.

    Returns:
        The catalog, and what is wrong with the files.
    """
    catalog = Catalog(engine)
    problems: list[Diagnostic] = []
    for file in in_force(list(files)):
        source = SourceFile(file.up_path.as_posix(), file.up)
        statements, unread = parse_script(source, engine)
        located = [(source, statement) for statement in statements]
        catalog, refused = build(located, engine, catalog, in_order=True)
        problems += [*unread, *refused]
    return catalog, problems
