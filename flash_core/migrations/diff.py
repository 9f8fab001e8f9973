"""Two catalogs to the changes between them, in an order in which each can run.

Read from the end, the changes take a database back.  What cannot be expressed
is never left out: it is an error that names every object.

Depends on: catalog, engine, errors, change, creation, kept, matching, renames, sqlite, tables,
user_types, views.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.catalog.order import arranged, split_indexes
from flash_core.engine import Engine
from flash_core.errors import MigrationError

from . import postgres
from .change import Change, inverted
from .creation import index_change, schema_change
from .kept import compare_kept
from .matching import Matching
from .renames import apply_renames, originals
from .sqlite import sqlite_changes
from .tables import compare_tables
from .user_types import check_labels, compare_types
from .views import compare_views

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.catalog.model import Catalog, Index, Rename


def diff(old: Catalog, new: Catalog, chosen: Sequence[Rename] = ()) -> list[Change]:
    """Return the changes that turn ``old`` into ``new``.

    Args:
        old: What a database contains.
        new: What it should contain; its directives say what was called otherwise before.
        chosen: Further renames.

    Raises:
        CompileError: A directive names nothing that exists.
        MigrationError: Some change cannot be expressed; the message lists all of them.
    """
    if old.engine is not new.engine:
        message = f"the migrations are for {old.engine}, the schema is for {new.engine}"
        raise MigrationError(message)
    renames = apply_renames(arranged(old), new, chosen)
    match = Matching(arranged(renames.old), arranged(new), renames.before)
    match.renamed_columns, match.renamed_views = renames.columns, renames.views
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
    engine = match.engine
    if engine is Engine.SQLITE:
        return sqlite_changes(match, renames)
    if engine is Engine.POSTGRESQL:
        return postgres.changes(match, renames)
    kept = compare_kept(match)
    types = compare_types(match)
    old_indexes, new_indexes, surviving = _indexes(match)
    tables = compare_tables(match, surviving)
    dropped_views, created_views = compare_views(match)
    schemas = [name for name in match.new.schemas if name not in match.old.schemas]
    gone_schemas = [name for name in match.old.schemas if name not in match.new.schemas]
    changes = [
        *(schema_change(name, engine) for name in schemas),
        *kept.dropped_first,
        *dropped_views,
        *kept.dropped_after_views,
        *_still_there(renames, dropped_views),
        *types.lost_comments,
        *tables.lost_comments,
        *inverted(index_change(index, engine) for index in old_indexes),
        *kept.early,
        *types.created,
        *types.labels,
        *tables.all(),
        *kept.middle,
        *(index_change(index, engine) for index in new_indexes),
        *created_views,
        *kept.late,
        *types.comments,
        *tables.comments,
        *types.dropped,
        *kept.dropped_late,
        *inverted(schema_change(name, engine) for name in gone_schemas),
    ]
    check_labels(match, types, changes)
    return changes


def _still_there(renames: Sequence[Change], dropped: Sequence[Change]) -> list[Change]:
    """Return the renames without those of views that are dropped and made again."""
    gone = {change.up.partition(" ")[2] for change in dropped}
    return [
        change
        for change in renames
        if change.up.partition(" ")[2].partition(" RENAME TO ")[0] not in gone
    ]


def _indexes(match: Matching) -> tuple[list[Index], list[Index], list[Index]]:
    """Return the indexes of tables to drop, to create, and to leave alone.

    MySQL's are part of their tables.
    """
    if match.engine.family is Engine.MYSQL:
        return [], [], []
    before = match.keyed(split_indexes(match.old)[0])
    after = match.keyed(split_indexes(match.new)[0])
    stale = [key for key, index in before.items() if key not in after or after[key] != index]
    old = [before[key] for key in stale]
    new = [index for key, index in after.items() if key not in before or key in stale]
    return old, new, [index for key, index in before.items() if key not in stale]
