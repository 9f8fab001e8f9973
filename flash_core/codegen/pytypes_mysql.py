"""The types of MySQL and MariaDB in Python.

Our adapters write arguments themselves, so a UUID, an address or a duration goes as it
is; what comes is what every driver makes of the server's text.

Depends on: codegen.pytypes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace

from .imports import BUILTINS, Symbol
from .pytypes import (
    BYTES,
    FLOAT,
    INT,
    JSON_TEXT,
    PLAIN_BOOL,
    PLAIN_BYTES,
    PLAIN_FLOAT,
    PLAIN_INT,
    PLAIN_STR,
    STR,
    Annotation,
    Call,
    NotZero,
    PyType,
    codec,
    same,
)

if TYPE_CHECKING:
    from collections.abc import Mapping


def _from_text(module: str, name: str) -> PyType:
    symbol = Symbol(module, name)
    return PyType(Annotation(symbol), STR, Call(symbol))


_BITS: Final = PyType(INT, BYTES, codec("load_bits"))
_VECTOR: Final = PyType(
    Annotation(Symbol(BUILTINS, "list"), (FLOAT,)),
    BYTES,
    codec("load_vector"),
    codec("dump_vector"),
)

_TYPES: Final[Mapping[str, PyType]] = {
    "boolean": replace(PLAIN_BOOL, raw=INT, decode=NotZero()),
    "bit(1)": replace(PLAIN_BOOL, raw=BYTES, decode=codec("load_bit")),
    "bit": _BITS,
    **dict.fromkeys(
        ("tinyint", "smallint", "mediumint", "int", "integer", "bigint", "year"), PLAIN_INT
    ),
    **dict.fromkeys(("float", "double"), PLAIN_FLOAT),
    "decimal": same("decimal", "Decimal"),
    **dict.fromkeys(
        (
            *("char", "varchar", "tinytext", "text", "mediumtext", "longtext"),
            *("enum", "set", "null", "unknown"),
        ),
        PLAIN_STR,
    ),
    **dict.fromkeys(
        (
            *("binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob"),
            *("geometry", "point", "linestring", "polygon", "geometrycollection"),
            *("multipoint", "multilinestring", "multipolygon", "geomcollection"),
        ),
        PLAIN_BYTES,
    ),
    "date": same("datetime", "date"),
    "time": same("datetime", "timedelta"),
    "datetime": same("datetime", "datetime"),
    "timestamp": same("datetime", "datetime"),
    "json": JSON_TEXT,
    "uuid": _from_text("uuid", "UUID"),
    "inet4": _from_text("ipaddress", "IPv4Address"),
    "inet6": _from_text("ipaddress", "IPv6Address"),
    "vector": _VECTOR,
}
"""By the type system's names, without what says how numbers are written."""


def named(name: str) -> PyType | None:
    """Return what the type of that name is in Python, or ``None``."""
    return _TYPES.get(name.removesuffix(" zerofill").removesuffix(" unsigned"))
