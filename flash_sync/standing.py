# Generated from flash_core/database/standing.py by `nox -s unasync`: edit that file.
"""Migrations that stand for others: what ``flash squash`` made of them.

A database that has applied all of the others has applied the one that stands for them.  Nothing is
written for that, so files from before the squash fit the same history, too.

Depends on: history, when types are checked.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .history import Migration, Record

_SHOWN: Final = 3  # names in a message


@dataclass(frozen=True, slots=True)
class Standing:
    """Files and history, as far as they concern each other.

    Attributes:
        migrations: Without those that another stands for; where a part of them is applied and the
            files of all are there, without that other.
        records: One for a migration that stands for others, in place of theirs.
        edited: Identifiers to what was applied in another version.
        partial: Identifiers to why neither it nor what it stands for can be applied.
        replaced: Identifiers of what those of ``partial`` stand for.
    """

    migrations: list[Migration]
    records: list[Record]
    edited: dict[str, str] = field(default_factory=dict[str, str])
    partial: dict[str, str] = field(default_factory=dict[str, str])
    replaced: set[str] = field(default_factory=set[str])


def standing(migrations: Sequence[Migration], applied: Sequence[Record]) -> Standing:
    """Look at files and history with regard to what stands for what.

    Args:
        migrations: In order.
        applied: The history as it is.
    """
    result = Standing(list(migrations), list(applied))
    for migration in reversed(migrations):  # one may stand for one that stands for others
        if migration.squashes and migration in result.migrations:
            _settle(migration, result)
    return result


def _settle(migration: Migration, result: Standing) -> None:
    replaced = {each.id for each in migration.squashes}
    theirs = [each for each in result.records if each.id in replaced]
    itself = any(each.id == migration.id for each in result.records)
    lacking = _lacking(migration, theirs)
    if theirs and lacking and not itself:
        files = {each.id for each in result.migrations}
        if files.issuperset({*lacking, *(each.id for each in theirs)}):
            result.migrations.remove(migration)
        else:
            result.partial[migration.id] = _partly(migration, lacking)
            result.replaced.update(replaced)
        return
    if theirs and not itself:
        record = _record(migration, theirs)
        result.records.append(record)
        if not record.checksum:
            result.edited[migration.id] = _other_version(migration, theirs)
    result.migrations[:] = [each for each in result.migrations if each.id not in replaced]
    result.records[:] = [each for each in result.records if each.id not in replaced]


def _lacking(migration: Migration, theirs: Iterable[Record]) -> list[str]:
    """Return what a migration stands for and the database has not."""
    present = {each.id for each in theirs if each.complete}
    for each in migration.squashes:
        if each.id in present:
            present.update(each.contains)
    return [each.id for each in migration.squashes if not (each.contains or each.id in present)]


def _record(migration: Migration, theirs: Sequence[Record]) -> Record:
    """Return the record that a migration would have; without a checksum if others were applied."""
    total = len(migration.up.statements)
    return replace(
        theirs[-1],
        id=migration.id,
        name=migration.name,
        checksum="" if _others(migration, theirs) else migration.up.checksum,
        down_checksum=migration.down.checksum if migration.down else "",
        duration_ms=sum(each.duration_ms for each in theirs),
        statements=total,
        done=total,
    )


def _others(migration: Migration, theirs: Iterable[Record]) -> list[str]:
    checksums = {each.id: each.checksum for each in migration.squashes}
    return [each.id for each in theirs if each.checksum != checksums[each.id]]


def _other_version(migration: Migration, theirs: Iterable[Record]) -> str:
    names = _names(_others(migration, theirs))
    return (
        f"{migration.id} stands for {names}, applied in another version: look in version control "
        'what differs, and run "flash apply --force" to leave it as it is'
    )


def _partly(migration: Migration, lacking: Sequence[str]) -> str:
    return (
        f"{migration.id} stands for migrations of which this database has only a part, not "
        f'{_names(lacking)}: put the files of all of them back beside it and run "flash apply", or '
        f'run "flash resolve {migration.id} --applied" when the database has what it makes'
    )


def _names(identifiers: Sequence[str]) -> str:
    shown = ", ".join(identifiers[:_SHOWN])
    more = len(identifiers) - _SHOWN
    return f"{shown} and {more} more" if more > 0 else shown
