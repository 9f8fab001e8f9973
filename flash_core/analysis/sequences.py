"""Sequences in FROM: a relation of one row (PostgreSQL manual, CREATE SEQUENCE).

Depends on: catalog, nullability, relation, value.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core.catalog.names import object_name
from flash_core.catalog.objects import created
from flash_core.catalog.table import is_serial
from flash_core.engine import Engine
from flash_core.types.model import SqlType

from .nullability import Certain
from .relation import Relation, RelationColumn
from .value import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flash_core.catalog.model import Catalog

_COLUMNS = (("last_value", "bigint"), ("log_cnt", "bigint"), ("is_called", "boolean"))
# A sequence behind a column has no statement of its own that could be changed.
_MOVED: Final = re.compile(
    r'ALTER\s+SEQUENCE\s+(?:IF\s+EXISTS\s+)?(?P<old>[\w$".]+)\s+'
    r'(?:(?P<what>RENAME)\s+TO|SET\s+SCHEMA)\s+(?P<new>"[^"]+"|[\w$]+)',
    re.IGNORECASE,
)


def sequence_relation(parts: Sequence[str], alias: str | None, catalog: Catalog) -> Relation | None:
    """Return the sequence of that name as a relation, or ``None``."""
    schema = parts[-2] if len(parts) > 1 else None
    places = list(catalog.search_path) if schema is None else [_plain(schema)]
    if catalog.engine is not Engine.POSTGRESQL or not any(
        (place, parts[-1]) in set(_sequences(catalog)) for place in places
    ):
        return None
    why = Certain(f"column of sequence {parts[-1]}")
    columns = [RelationColumn(name, SqlType(type_), why) for name, type_ in _COLUMNS]
    rows = Rows.one(f"sequence {parts[-1]} has one row")
    return Relation(alias or parts[-1], columns, None if alias else _plain(schema or ""), rows=rows)


def _sequences(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield schema and name of every sequence, those behind columns among them."""
    for other in catalog.others:
        if moved := _MOVED.match(other.text):
            schema, _, name = moved["old"].replace('"', "").rpartition(".")
            new = moved["new"].strip('"') if moved["new"].startswith('"') else moved["new"].lower()
            yield (_plain(schema), new) if moved["what"] else (_plain(new), name)
        made = created(other.text)
        if made is not None and made[0] == "SEQUENCE":
            schema, _, name = made[1].rpartition(".")
            yield _plain(schema), name
    for table in catalog.tables:
        for column in table.columns:
            if is_serial(column) or column.identity is not None:
                yield table.schema, object_name(table.name, column.name, "seq")


def _plain(schema: str) -> str:
    return "" if schema == "public" else schema
