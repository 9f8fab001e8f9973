"""PostgreSQL's types in Python.

Depends on: codegen.pytypes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .imports import BUILTINS, Symbol
from .pytypes import (
    CODECS,
    FLOAT,
    JSON_TEXT,
    OBJECT,
    PLAIN_BOOL,
    PLAIN_BYTES,
    PLAIN_FLOAT,
    PLAIN_INT,
    PLAIN_STR,
    STR,
    Annotation,
    Call,
    PyType,
    codec,
    same,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

_TEXTS: Final = "flash_core.postgres_texts"


def _text(name: str) -> PyType:
    """Return the text that asyncpg makes something else of."""
    load = Call(Symbol(_TEXTS, "load_text"))
    return PyType(STR, OBJECT.annotation, load, Call(Symbol(_TEXTS, f"dump_{name}")))


_TYPES: Final[Mapping[str, PyType]] = {
    "boolean": PLAIN_BOOL,
    **dict.fromkeys(("smallint", "integer", "bigint", "oid"), PLAIN_INT),
    **dict.fromkeys(("real", "double precision"), PLAIN_FLOAT),
    "numeric": same("decimal", "Decimal"),
    **dict.fromkeys(
        (
            *("text", "character varying", "character", "name", "citext", "unknown"),
            *("xml", "money", "ltree", "lquery", "ltxtquery"),
            *("tsvector", "tsquery", "macaddr", "macaddr8", "cstring"),
        ),
        PLAIN_STR,
    ),
    '"char"': _text("char"),
    **dict.fromkeys(("bit", "bit varying"), _text("bits_text")),
    **{
        shape: _text(shape)
        for shape in ("point", "line", "lseg", "box", "path", "polygon", "circle")
    },
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
    "hstore": PyType(
        Annotation(
            Symbol(BUILTINS, "dict"),
            (STR, Annotation(STR.symbol, others=(Annotation(Symbol(BUILTINS, "None")),))),
        ),
        STR,
        codec("load_hstore"),
        codec("dump_hstore"),
    ),
    **dict.fromkeys(
        ("vector", "halfvec"),
        PyType(
            Annotation(Symbol(BUILTINS, "list"), (FLOAT,)),
            STR,
            codec("load_vector_text"),
            codec("dump_vector_text"),
        ),
    ),
    "sparsevec": PLAIN_STR,
    "void": OBJECT,
}
"""By the names that ``format_type`` prints."""


def named(name: str) -> PyType | None:
    """Return what the type of that name is in Python, or ``None``."""
    return _TYPES.get(name)
