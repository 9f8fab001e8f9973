"""Sequences: in FROM a relation of one row, in MariaDB's calls a name without quotes.

Depends on: catalog, infer, nullability, relation, value.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core.catalog.objects import created
from flash_core.catalog.sequence_names import counts, sequence_name
from flash_core.engine import Engine
from flash_core.sql.syntax import ColumnRef
from flash_core.types.model import SqlType

from .dialect import Problem
from .infer import coerce, infer
from .nullability import Certain, Null, Possible
from .relation import Relation, RelationColumn
from .value import Rows, Value, broken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flash_core.catalog.model import Catalog
    from flash_core.sql.syntax import FunctionCall

    from .context import Scope

_COLUMNS: Final = {
    Engine.POSTGRESQL: (("last_value", "bigint"), ("log_cnt", "bigint"), ("is_called", "boolean")),
    Engine.MARIADB: (
        ("next_not_cached_value", "bigint"),
        ("minimum_value", "bigint"),
        ("maximum_value", "bigint"),
        ("start_value", "bigint"),
        ("increment", "bigint"),
        ("cache_size", "bigint unsigned"),
        ("cycle_option", "boolean"),
        ("cycle_count", "bigint"),
    ),
}
_CALLS: Final = frozenset({"nextval", "lastval", "setval"})
# A sequence behind a column has no statement of its own that could be changed.
_MOVED: Final = (
    r'(?i)ALTER\s+SEQUENCE\s+(?:IF\s+EXISTS\s+)?(?P<old>[\w$".]+)\s+'
    r'(?:(?P<what>RENAME)\s+TO|SET\s+SCHEMA)\s+(?P<new>"[^"]+"|[\w$]+)'
)


def sequence_relation(parts: Sequence[str], alias: str | None, catalog: Catalog) -> Relation | None:
    """Return the sequence of that name as a relation, or ``None``."""
    schema = parts[-2] if len(parts) > 1 else None
    places = list(catalog.search_path) if schema is None else [_plain(schema)]
    if catalog.engine is Engine.MARIADB and schema is None:
        places = [""]
    described = _COLUMNS.get(catalog.engine)
    if described is None or not any(
        (place, parts[-1]) in set(_sequences(catalog)) for place in places
    ):
        return None
    why = Certain(f"column of sequence {parts[-1]}")
    columns = [RelationColumn(name, SqlType(type_), why) for name, type_ in described]
    rows = Rows.one(f"sequence {parts[-1]} has one row")
    return Relation(alias or parts[-1], columns, None if alias else _plain(schema or ""), rows=rows)


def sequence_value(node: FunctionCall, scope: Scope) -> Value | None:
    """Type MariaDB's NEXTVAL, LASTVAL and SETVAL, or return ``None`` for another call."""
    catalog = scope.context.catalog
    if catalog.engine is not Engine.MARIADB or catalog.fold(node.name.last) not in _CALLS:
        return None
    name = node.arguments[0] if node.arguments else None
    if not isinstance(name, ColumnRef):
        return None
    for other in node.arguments[1:]:
        coerce(infer(other, scope), SqlType("bigint"), scope)
    if sequence_relation(name.parts, None, catalog) is None:
        hint = scope.context.suggestion(name.parts[-1], (one for _, one in _sequences(catalog)))
        problem = Problem(f"Unknown SEQUENCE: '{name.parts[-1]}'", "42S02")
        if catalog.find_table(name.parts) is not None:
            problem = Problem(f"'{'.'.join(name.parts)}' is not a SEQUENCE", "42S02")
        scope.context.error(name.span, problem, hint=hint)
        return broken(node.span)
    null: Null = Certain("the next value of a sequence is never null")
    if catalog.fold(node.name.last) != "nextval":
        null = Possible("the sequence may not have been used yet")
    return Value(SqlType("bigint"), null, node.span)


def sequence_names(catalog: Catalog) -> Iterator[str]:
    """Yield the name of every sequence."""
    return (name for _, name in _sequences(catalog))


def _sequences(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield schema and name of every sequence, those behind columns among them."""
    for other in catalog.others:
        if moved := re.match(_MOVED, other.text):
            schema, _, name = moved["old"].replace('"', "").rpartition(".")
            new = moved["new"].strip('"') if moved["new"].startswith('"') else moved["new"].lower()
            yield (_plain(schema), new) if moved["what"] else (_plain(new), name)
        made = created(other.text.replace("`", '"'))
        if made is not None and made[0] == "SEQUENCE":
            schema, _, name = made[1].rpartition(".")
            yield _plain(schema), name
    for table in catalog.tables:
        for column in table.columns:
            if counts(column):
                yield table.schema, sequence_name(table, column)


def _plain(schema: str) -> str:
    return "" if schema == "public" else schema
