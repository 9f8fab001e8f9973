"""What MariaDB tells about itself: ``information_schema`` and the server's variables.

Its ``seq_1_to_10`` is a table of the numbers that its name says.

MySQL has much the same; what it promises never to be NULL is not known here.

Depends on: engine, model, data.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from flash_core.engine import Engine

from .model import SqlType, SystemRelation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_DATA: Final = Path(__file__).parent / "data"
_SCHEMA: Final = "information_schema"
_QUALIFIED: Final = 2  # schema and name
_SERIES: Final = re.compile(r"seq_\d+_to_\d+(_step_\d+)?", re.IGNORECASE)


@cache
def _load(name: str) -> Mapping[str, str]:
    return cast("dict[str, str]", json.loads((_DATA / f"{name}.json").read_bytes()))


def relation_names(schema: str | None) -> Sequence[str]:
    """Return the tables of ``information_schema``, when that is the schema asked for."""
    named = schema is not None and schema.lower() == _SCHEMA
    return tuple(name.lower() for name in _load("mysql_information_schema")) if named else ()


def relation(parts: Sequence[str], engine: Engine) -> SystemRelation | None:
    """Return a table of ``information_schema``, whose names have no case, or a series."""
    if engine is Engine.MARIADB and _SERIES.fullmatch(parts[-1]):
        numbers = (("seq", SqlType("bigint unsigned"), True),)
        return SystemRelation(parts[-1], "", numbers, "v")
    if len(parts) != _QUALIFIED or parts[0].lower() != _SCHEMA:
        return None
    found = _load("mysql_information_schema").get(parts[1].upper())
    if found is None:
        return None
    columns: list[tuple[str, SqlType, bool]] = []
    for column in found.split("|"):
        name, _, type_ = column.partition(":")
        sure = type_.endswith("!") and engine is Engine.MARIADB
        columns.append((name, SqlType(type_.removesuffix("!")), sure))
    return SystemRelation(parts[1], _SCHEMA, tuple(columns), "v")


def variable(name: str) -> SqlType | None:
    """Return the type of ``@@name``, by its lower-case name."""
    found = _load("mysql_variables").get(name)
    return None if found is None else SqlType(found)


def variable_names() -> Sequence[str]:
    """Return the names of the server's variables."""
    return tuple(_load("mysql_variables"))
