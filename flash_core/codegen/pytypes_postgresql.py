"""PostgreSQL's types in Python.

Depends on: codegen.pytypes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .pytypes import (
    CODECS,
    JSON_TEXT,
    OBJECT,
    PLAIN_BOOL,
    PLAIN_BYTES,
    PLAIN_FLOAT,
    PLAIN_INT,
    PLAIN_STR,
    same,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .pytypes import PyType

_TYPES: Final[Mapping[str, PyType]] = {
    "boolean": PLAIN_BOOL,
    **dict.fromkeys(("smallint", "integer", "bigint", "oid"), PLAIN_INT),
    **dict.fromkeys(("real", "double precision"), PLAIN_FLOAT),
    "numeric": same("decimal", "Decimal"),
    **dict.fromkeys(
        (
            *("text", "character varying", "character", '"char"', "name", "citext", "unknown"),
            *("xml", "money", "bit", "bit varying", "ltree", "lquery", "ltxtquery"),
            *("tsvector", "tsquery", "macaddr", "macaddr8", "cstring"),
            *("point", "line", "lseg", "box", "path", "polygon", "circle"),
        ),
        PLAIN_STR,
    ),
    "bytea": PLAIN_BYTES,
    "date": same("datetime", "date"),
    "time without time zone": same("datetime", "time"),
    "time with time zone": same("datetime", "time"),
    "timestamp without time zone": same("datetime", "datetime"),
    "timestamp with time zone": same("datetime", "datetime"),
    "interval": same("datetime", "timedelta"),
    "uuid": same("uuid", "UUID"),
    "json": JSON_TEXT,
    "jsonb": JSON_TEXT,
    "inet": same(CODECS, "InetAddress"),
    "cidr": same(CODECS, "IpNetwork"),
    "void": OBJECT,
}
"""By the names that ``format_type`` prints."""


def named(name: str) -> PyType | None:
    """Return what the type of that name is in Python, or ``None``."""
    return _TYPES.get(name)
