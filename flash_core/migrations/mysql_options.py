"""What is said of a table of MySQL behind its columns: options, partitions, history, periods.

Depends on: catalog, change, creation.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from flash_core.catalog.mysql_render import table_options
from flash_core.catalog.mysql_text import table_options as options_in
from flash_core.sql.strings import quoted

from .change import Change
from .creation import label

if TYPE_CHECKING:
    from flash_core.catalog.model import Table

_PARTITION: Final = "PARTITION BY"
_VERSIONING: Final = "WITH SYSTEM VERSIONING"
HISTORY: Final = "SET system_versioning_alter_history = KEEP;\n"
# What takes an option back.
OPTIONS: Final = {
    "AVG_ROW_LENGTH": "0",
    "CHECKSUM": "0",
    "DELAY_KEY_WRITE": "0",
    "ENGINE": "InnoDB",
    "KEY_BLOCK_SIZE": "0",
    "MAX_ROWS": "0",
    "MIN_ROWS": "0",
    "PACK_KEYS": "DEFAULT",
    "ROW_FORMAT": "DEFAULT",
    "STATS_AUTO_RECALC": "DEFAULT",
    "STATS_PERSISTENT": "DEFAULT",
    "STATS_SAMPLE_PAGES": "DEFAULT",
}


def option_clauses(old: Table, new: Table) -> list[str]:
    """Return what changes in the options; columns that are changed beside it have the new ones."""
    found: list[str] = []
    if (old.charset, old.collation) != (new.charset, new.collation):
        found += list(table_options(replace(new, tail="", comment=None))) or [
            "DEFAULT CHARACTER SET DEFAULT"
        ]
        found = [" ".join(found)]
    before, after = named_options(old), named_options(new)
    found += [f"{name}={value}" for name, value in after.items() if before.get(name) != value]
    gone = [name for name in before if name not in after]
    found += [f"{name}={OPTIONS[name]}" for name in gone if name in OPTIONS]
    if old.comment != new.comment:
        found.append(f"COMMENT={quoted(new.comment or '')}")
    return found


def named_options(table: Table) -> dict[str, str]:
    """Return the value of each option, without those that say what is so anyway."""
    options = table.tail.partition(_PARTITION)[0].replace(_VERSIONING, "")
    named = options_in(options)
    return {
        name: value
        for name, value in named.items()
        if value.lower() != OPTIONS.get(name, "").lower()
    }


def partitions_of(table: Table) -> str:
    """Return PARTITION BY and what follows, or nothing."""
    _, word, text = table.tail.partition(_PARTITION)
    return word + text


def partitioning(table: Table, text: str, head: str) -> Change:
    """Partition a table.

    Args:
        table: The table.
        text: PARTITION BY and what follows.
        head: ``ALTER TABLE`` with its name.
    """
    name = label(table.schema, table.name)
    return Change(
        f"{head} {text}",
        f"{head} REMOVE PARTITIONING",
        f"partition table {name}",
        f"remove the partitioning of table {name}",
        names=(name,),
    )


def versioning(old: Table, new: Table, *, word: str = "DROP") -> list[str]:
    """Return what ends, or begins, the history of a table."""
    changed = is_versioned(old) and not is_versioned(new)
    return [f"{word} SYSTEM VERSIONING"] if changed else []


def is_versioned(table: Table) -> bool:
    """Tell whether the server keeps what rows of a table were."""
    return _VERSIONING in table.tail.partition(_PARTITION)[0]


def periods_of(table: Table) -> list[str]:
    """Return the periods of a table, as they are defined."""
    return [item.text for item in table.others]


def dropped_periods(old: Table, new: Table) -> list[str]:
    """Return the clauses that drop periods."""
    gone = [text for text in periods_of(old) if text not in periods_of(new)]
    return [f"DROP {text.partition('(')[0].strip()}" for text in gone]
