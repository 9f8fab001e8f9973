"""Two catalogs to the changes between them, in an order in which each can run.

Read from the end, the changes take a database back.  What cannot be expressed
is never left out: it is an error that names every object.

Depends on: catalog, engine, errors, change, copied, matching, mysql, mysql_expressions, postgres,
renames, sqlite, sqlite_copies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.catalog.order import arranged
from flash_core.engine import Engine
from flash_core.errors import MigrationError

from . import postgres
from .copied import without_copies
from .matching import Matching
from .mysql import mysql_changes
from .mysql_expressions import spelt_alike
from .renames import apply_renames, originals
from .sqlite import sqlite_changes
from .sqlite_copies import defined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.catalog.model import Catalog, Rename

    from .change import Change


def diff(
    old: Catalog,
    new: Catalog,
    chosen: Sequence[Rename] = (),
    *,
    worded: tuple[Catalog, Catalog] | None = None,
    live: bool = False,
    older: bool = False,
) -> list[Change]:
    """Return the changes that turn ``old`` into ``new``.

    Args:
        old: What a database contains.
        new: What it should contain; its directives say what was called otherwise before.
        chosen: Further renames.
        worded: Both in the words of a PostgreSQL server that was asked.
        live: One of the two was read from a database, which has no trace of what has no effect.
        older: It will run on a PostgreSQL before 17, which has no SET EXPRESSION.

    Raises:
        CompileError: A directive names nothing that exists.
        MigrationError: Some change cannot be expressed; the message lists all of them.
    """
    if old.engine is not new.engine:
        message = f"the migrations are for {old.engine}, the schema is for {new.engine}"
        raise MigrationError(message)
    if live:
        old, new = without_copies(old, new)
    if old.engine is Engine.SQLITE:
        old, new = defined(old, new)
    elif old.engine.family is Engine.MYSQL:
        new = spelt_alike(old, new)
    old = arranged(old)
    renames = apply_renames(old, new, chosen)
    renamed = old if renames.old is old else arranged(renames.old)
    match = Matching(renamed, arranged(new), renames.before)
    match.renamed_columns, match.renamed_views = renames.columns, renames.views
    match.turned = renames.turned
    if worded is not None:
        match.worded = arranged(worded[0]), arranged(worded[1])
    match.live, match.older = live, older
    match.originals = originals(renames.before, match.old)
    changes = _changes(match, renames.changes)
    if match.problems:
        raise MigrationError(_refusal(match.problems))
    return changes


def _refusal(problems: Sequence[str]) -> str:
    lines = "".join(f"\n  - {problem}" for problem in problems)
    return (
        f"this migration cannot be written automatically:{lines}\n"
        "hint: make an empty one with `flash migrate --empty` and write the statements yourself"
    )


def _changes(match: Matching, renames: Sequence[Change]) -> list[Change]:
    match match.engine.family:
        case Engine.SQLITE:
            return sqlite_changes(match, renames)
        case Engine.MYSQL:
            return mysql_changes(match, renames)
        case _:
            return postgres.changes(match, renames)
