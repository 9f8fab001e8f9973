"""SQLite's types in Python: by declared type, storage class, or union of storage classes.

Depends on: codegen.pytypes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .imports import BUILTINS, Symbol
from .pytypes import (
    BYTES,
    FLOAT,
    INT,
    JSON,
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
)

if TYPE_CHECKING:
    from collections.abc import Mapping

# To a type checker ``float`` takes an ``int`` too.
_TEXT_OR_NUMBER: Final = Annotation(STR.symbol, others=(FLOAT,))
_TEXT_OR_BYTES: Final = Annotation(STR.symbol, others=(BYTES,))
_ANYTHING: Final = Annotation(INT.symbol, others=(FLOAT, STR, BYTES))

_BOOL: Final = PyType(PLAIN_BOOL.annotation, INT, NotZero())
_JSON: Final = PyType(
    JSON, Annotation(STR.symbol, others=(BYTES, FLOAT)), codec("load_json"), codec("dump_json")
)
_ANY: Final = PyType(_ANYTHING, _ANYTHING)


def _time(name: str) -> PyType:
    annotation = Annotation(Symbol("datetime", name))
    return PyType(annotation, _TEXT_OR_NUMBER, codec(f"load_{name}"), codec(f"dump_{name}"))


def _shown(module: str, name: str, raw: Annotation) -> PyType:
    shown = Call(Symbol(BUILTINS, "str"))
    return PyType(Annotation(Symbol(module, name)), raw, codec(f"load_{name.lower()}"), shown)


_TYPES: Final[Mapping[str, PyType]] = {
    "BOOLEAN": _BOOL,
    "BOOL": _BOOL,
    **dict.fromkeys(("SERIAL", "BIGSERIAL", "SMALLSERIAL"), PLAIN_INT),
    "DATE": _time("date"),
    "TIME": _time("time"),
    **dict.fromkeys(
        (
            *("DATETIME", "TIMESTAMP", "TIMESTAMPTZ"),
            *("TIMESTAMP WITH TIME ZONE", "TIMESTAMP WITHOUT TIME ZONE"),
        ),
        _time("datetime"),
    ),
    **dict.fromkeys(("DECIMAL", "NUMERIC", "DEC"), _shown("decimal", "Decimal", _TEXT_OR_NUMBER)),
    "UUID": _shown("uuid", "UUID", _TEXT_OR_BYTES),
    "JSON": _JSON,
    "JSONB": _JSON,
    **dict.fromkeys(("ANY", "", "unknown"), _ANY),
}
"""By declared type in upper case; what is not here goes by SQLite's rules of affinity."""

_CLASSES: Final = {
    "INTEGER": PLAIN_INT,
    "REAL": PLAIN_FLOAT,
    "TEXT": PLAIN_STR,
    "BLOB": PLAIN_BYTES,
}
_SEPARATOR: Final = " | "

_AFFINITY: Final = (
    (("INT",), PLAIN_INT),
    (("CHAR", "CLOB", "TEXT"), PLAIN_STR),
    (("BLOB",), PLAIN_BYTES),
    (("REAL", "FLOA", "DOUB"), PLAIN_FLOAT),
)
"""https://sqlite.org/datatype3.html#determination_of_column_affinity, in its order."""


def named(name: str) -> PyType | None:
    """Return what the type of that name is in Python, or ``None``."""
    if _SEPARATOR in name:
        return _union(name)
    declared = " ".join(name.partition("(")[0].split())
    upper = declared.upper()
    found = _TYPES.get(declared) or _TYPES.get(upper)
    if found is not None:
        return found
    return next((found for parts, found in _AFFINITY if any(part in upper for part in parts)), None)


def _union(name: str) -> PyType | None:
    found = [_CLASSES.get(part) for part in name.split(_SEPARATOR)]
    classes = [each.annotation for each in found if each is not None]
    if len(classes) < len(found):
        return None
    annotation = Annotation(classes[0].symbol, others=tuple(classes[1:]))
    return PyType(annotation, annotation)
