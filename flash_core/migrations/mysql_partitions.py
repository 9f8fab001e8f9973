"""Tables of MySQL whose partitions change: what the server can do without another copy of all rows.

No row is ever left out.  DROP PARTITION would delete those in it, and REORGANIZE PARTITION those of
a LIST whose value no partition has any more, without a word; PARTITION BY refuses them, and leaves
the table as it was.

Depends on: catalog, change, creation, mysql_options.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.catalog.identifiers import quote
from flash_core.catalog.mysql_partitions import read_partitioning, values_of

from .change import Change
from .creation import label
from .mysql_options import HISTORY, is_versioned, named_options, partitions_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flash_core.catalog.model import Table
    from flash_core.catalog.mysql_partitions import Partitioning
    from flash_core.engine import Engine


def partition_changes(
    old: Table, new: Table, head: str, engine: Engine, *, altered: bool
) -> tuple[list[Change], list[Change]]:
    """Return what happens to the partitions of a table, before and after all else that changes.

    Args:
        old: The table as it is.
        new: The table as it should be.
        head: ``ALTER TABLE`` with its name.
        engine: MySQL or MariaDB.
        altered: Something else of the table changes.
    """
    before, after = partitions_of(old), partitions_of(new)
    if before == after:
        return [], []
    if not (before and after):
        removed = [_partitioning(old, head).inverse] if before else []
        return removed, [_partitioning(new, head)] if after else []
    was, now = (read_partitioning(text, engine) for text in (before, after))
    engines = [named_options(table).get("ENGINE", "").lower() for table in (old, new)]
    if altered and (was.method != now.method or engines[0] != engines[1]):
        # In between, the columns and keys are right for neither.
        return [_partitioning(old, head).inverse], [_partitioning(new, head)]
    name = label(new.schema, new.name)
    history = HISTORY if is_versioned(old) or is_versioned(new) else ""
    up, down = (f"{history}{head} {_clause(*pair, engine)}" for pair in ((was, now), (now, was)))
    return [], [
        Change(
            up, down, f"partition table {name} anew", f"restore partitions of {name}", names=(name,)
        )
    ]


def _partitioning(table: Table, head: str) -> Change:
    """Partition a table that is not."""
    name = label(table.schema, table.name)
    return Change(
        f"{head} {partitions_of(table)}",
        f"{head} REMOVE PARTITIONING",
        f"partition table {name}",
        f"remove the partitioning of table {name}",
        names=(name,),
    )


def _clause(old: Partitioning, new: Partitioning, engine: Engine) -> str:
    """Return the clause of ALTER TABLE that turns some partitions into others."""
    whole = str(new)
    if old.method != new.method or "SYSTEM_TIME" in new.method:
        return whole
    if old.count and new.count and not (old.parts or new.parts):
        more = new.count - old.count
        return f"ADD PARTITION PARTITIONS {more}" if more > 0 else f"COALESCE PARTITION {-more}"
    by_range = new.method.startswith("PARTITION BY RANGE")
    texts = [*old.parts.values(), *new.parts.values()]
    by_list = new.method.startswith("PARTITION BY LIST")
    if not (by_range or by_list) or any("DEFAULT" in text.upper() for text in texts):
        return whole
    for gone, come in _differences(list(old.parts.items()), list(new.parts.items())):
        definitions = ", ".join(come.values())
        if not gone:
            return f"ADD PARTITION ({definitions})"
        if len(gone) < len(old.parts) and come and _fits(gone, come, engine, by_range=by_range):
            names = ", ".join(quote(name, engine) for name in gone)
            return f"REORGANIZE PARTITION {names} INTO ({definitions})"
    return whole


def _differences(
    old: list[tuple[str, str]], new: list[tuple[str, str]]
) -> Iterator[tuple[dict[str, str], dict[str, str]]]:
    """Yield the partitions between those that are the same at the beginning and at the end.

    Then with the one behind them, which may give rows, or take them.
    """
    start, shorter = 0, min(len(old), len(new))
    while start < shorter and old[start] == new[start]:
        start += 1
    end = 0
    while end < shorter - start and old[-1 - end] == new[-1 - end]:
        end += 1
    if not end or start not in {len(old) - end, len(new) - end}:
        yield dict(old[start : len(old) - end]), dict(new[start : len(new) - end])
    if end:
        yield dict(old[start : len(old) - end + 1]), dict(new[start : len(new) - end + 1])


def _fits(gone: dict[str, str], come: dict[str, str], engine: Engine, *, by_range: bool) -> bool:
    """Tell whether every row of partitions has a place in those that come for them."""
    if by_range:
        last = [values_of(list(parts.values())[-1], engine) for parts in (gone, come)]
        return last[0] == last[1]
    before, after = (
        {value for text in parts.values() for value in values_of(text, engine)}
        for parts in (gone, come)
    )
    return before <= after
