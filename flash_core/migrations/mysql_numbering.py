"""Sequences of MariaDB that begin to number rows: after those that there are.

A number that comes a second time would break the key of its column, or name two rows alike.

Depends on: catalog, creation, mysql_columns, mysql_numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.catalog.identifiers import quote, string
from flash_core.catalog.mysql_sequences import sequence_in, sequence_options
from flash_core.catalog.objects import created
from flash_core.engine import Engine

from .creation import table_path
from .mysql_columns import quoted_name
from .mysql_numbers import WIDTHS, base_type

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flash_core.catalog.model import Catalog, Column, Table

_LAST = "@flash_last"


def counted_on(before: Catalog, after: Catalog, old: Table, new: Table) -> Iterator[str]:
    """Yield the statements that let sequences go on behind the numbers that rows have.

    Args:
        before: What there is.
        after: What there should be.
        old: A table as it is.
        new: As it should be.
    """
    there, made = _sequences(before), _sequences(after)
    known = {column.name.lower(): column for column in old.columns}
    for column in new.columns:
        was, name = known.get(column.name.lower()), _numbering(column)
        if was is None or name not in made or (name in there and _numbering(was) == name):
            continue
        falls = int(sequence_options(made[name])["INCREMENT"]) < 0
        found = f"{'MIN' if falls else 'MAX'}({quoted_name(column.name)})"
        path = table_path(new, Engine.MARIADB)
        yield f"SET {_LAST} = (SELECT {found} FROM {path})"  # noqa: S608 - quoted names
        # It takes nothing but a number, and leaves a sequence that is further.
        call = string(f"DO SETVAL({quote(name, Engine.MARIADB)}, ")
        yield f"EXECUTE IMMEDIATE COALESCE(CONCAT({call}, {_LAST}, ')'), 'DO 0')"


def _numbering(column: Column) -> str | None:
    """Return the sequence that numbers a column, if one does."""
    if column.default is None or base_type(column.type_text) not in WIDTHS:
        return None
    return sequence_in(column.default)


def _sequences(catalog: Catalog) -> dict[str, str]:
    """Return the statements that make the sequences of a schema, by their names."""
    found: dict[str, str] = {}
    for item in catalog.others:
        made = created(item.text) if item.keyword.endswith("SEQUENCE") else None
        if made is not None:
            found[made[1]] = item.text
    return found
