"""What is said of a table of MySQL behind its columns: options, partitions, history, periods.

Depends on: catalog.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from flash_core.catalog.mysql_render import table_options
from flash_core.catalog.mysql_text import table_options as options_in
from flash_core.sql.strings import quoted

if TYPE_CHECKING:
    from flash_core.catalog.model import Table

_PARTITION: Final = "PARTITION BY"
_VERSIONING: Final = "WITH SYSTEM VERSIONING"
_LEFT_OUT: Final = "WITHOUT SYSTEM VERSIONING"
_BLOCKS: Final = "KEY_BLOCK_SIZE"
_TRANSACTIONAL: Final = re.compile(r"\bTRANSACTIONAL\s*=\s*\S+\s*", re.IGNORECASE)
_OPTION_NAME: Final = re.compile(r"\b(?:PAGE_COMPRESS\w+|ENCRYPT\w+)", re.IGNORECASE)
HISTORY: Final = "SET system_versioning_alter_history = KEEP;\n"
# What takes an option back.
OPTIONS: Final = {
    "AVG_ROW_LENGTH": "0",
    "CHECKSUM": "0",
    "DELAY_KEY_WRITE": "0",
    "ENCRYPTED": "DEFAULT",
    "ENCRYPTION_KEY_ID": "DEFAULT",
    "ENGINE": "InnoDB",
    "KEY_BLOCK_SIZE": "0",
    "MAX_ROWS": "0",
    "MIN_ROWS": "0",
    "PACK_KEYS": "DEFAULT",
    "PAGE_CHECKSUM": "1",
    "PAGE_COMPRESSED": "DEFAULT",
    "PAGE_COMPRESSION_LEVEL": "DEFAULT",
    "ROW_FORMAT": "DEFAULT",
    "STATS_AUTO_RECALC": "DEFAULT",
    "STATS_PERSISTENT": "DEFAULT",
    "STATS_SAMPLE_PAGES": "DEFAULT",
    "TRANSACTIONAL": "DEFAULT",
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
    # The server keeps the letters of the storage engine's own options.
    spelt = {name.upper(): name for name in _OPTION_NAME.findall(new.tail)}
    found += [
        f"{spelt.get(name, name)}={value}"
        for name, value in after.items()
        if _folded(before.get(name, "")) != _folded(value)
    ]
    gone = [name for name in before if name not in after]
    found += [f"{name}={OPTIONS[name]}" for name in gone if name in OPTIONS]
    if old.comment != new.comment:
        found.append(f"COMMENT={quoted(new.comment or '')}")
    return found


def _folded(value: str) -> str:
    """Return a value so that letters matter in strings alone."""
    return value if value.startswith("'") else value.lower()


def without_foreign_options(old: Table, new: Table) -> Table:
    """Return a table without the options that must go before it gets another storage engine."""
    before, after = named_options(old), named_options(new)
    if (
        "TRANSACTIONAL" not in before
        or before.get("ENGINE", "").lower() == after.get("ENGINE", "").lower()
    ):
        return old
    return replace(old, tail=_TRANSACTIONAL.sub("", old.tail))


def kept_options(old: Table, new: Table) -> list[str]:
    """Return what takes back the options that the server keeps for another storage engine.

    Aria always has its checksums; only once a table is no longer one of Aria's can they go.
    """
    before, after = named_options(old), named_options(new)
    left = before.get("ENGINE", "").lower() == "aria" != after.get("ENGINE", "").lower()
    return ["PAGE_CHECKSUM=DEFAULT"] if left and "PAGE_CHECKSUM" not in after else []


def respells_keys(old: Table, new: Table) -> bool:
    """Tell whether keys keep an option of the table of before, unless they are made anew."""
    before, after = (named_options(table).get(_BLOCKS) for table in (old, new))
    return before is not None and before != after


def named_options(table: Table) -> dict[str, str]:
    """Return the value of each option, without those that say what is so anyway."""
    options = table.tail.partition(_PARTITION)[0].replace(_VERSIONING, "")
    named = options_in(options)
    return {
        name: value
        for name, value in named.items()
        if value.lower() not in {"default", OPTIONS.get(name, "").lower()}
    }


def partitions_of(table: Table) -> str:
    """Return PARTITION BY and what follows, or nothing."""
    _, word, text = table.tail.partition(_PARTITION)
    return word + text


def versioning(old: Table, new: Table, *, word: str = "DROP") -> list[str]:
    """Return what ends, or begins, the history of a table."""
    changed = is_versioned(old) and not is_versioned(new)
    return [f"{word} SYSTEM VERSIONING"] if changed else []


def versioned_first(old: Table, new: Table) -> Table:
    """Return a table as it is when its history begins, where a column is left out of that.

    The server says of no column that it is left out before the table has a history.
    """
    if is_versioned(old) or not is_versioned(new):
        return old
    if not any(_LEFT_OUT in column.attributes for column in new.columns):
        return old
    options, word, partitions = old.tail.partition(_PARTITION)
    tail = f"{options} {_VERSIONING}".strip()
    return replace(old, tail=f"{tail} {word}{partitions}" if word else tail)


def unversioned(table: Table, old: Table) -> Table:
    """Return a table as it is before its history begins, where it has none in ``old``."""
    if is_versioned(old) or not is_versioned(table):
        return table
    columns = [
        replace(column, attributes=column.attributes.replace(_LEFT_OUT, "").strip())
        for column in table.columns
    ]
    return replace(table, columns=tuple(columns), tail=table.tail.replace(_VERSIONING, "").strip())


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
