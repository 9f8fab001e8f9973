"""How SQLite stores values: storage classes, the affinity of a declared type, unions.

A value whose storage class is not known is a union of those it can be, written
``INTEGER | TEXT``: always in the order INTEGER, REAL, TEXT, BLOB, and ``ANY`` for all
four.

Depends on: model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .model import UNKNOWN, SqlType

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

INTEGER: Final = SqlType("INTEGER")
REAL: Final = SqlType("REAL")
TEXT: Final = SqlType("TEXT")
BLOB: Final = SqlType("BLOB")
ANY: Final = SqlType("ANY")
BOOLEAN: Final = SqlType("BOOLEAN")
JSON: Final = SqlType("JSON")

SEPARATOR: Final = " | "
CLASSES: Final = ("INTEGER", "REAL", "TEXT", "BLOB")

DECIMALS: Final = frozenset({"NUMERIC", "DECIMAL", "DEC"})
BOOLEANS: Final = frozenset({"BOOLEAN", "BOOL"})
TIMES: Final = frozenset(
    [
        "DATE",
        "TIME",
        "DATETIME",
        "TIMESTAMP",
        "TIMESTAMPTZ",
        "TIMESTAMP WITH TIME ZONE",
        "TIMESTAMP WITHOUT TIME ZONE",
    ]
)
# Names for one thing.
_SAME: Final = (BOOLEANS, DECIMALS, TIMES - {"DATE", "TIME"}, frozenset({"JSON", "JSONB"}))
_NUMBERS: Final = frozenset({"INTEGER", "REAL"})
_TEXTS: Final = frozenset({"INTEGER", "REAL", "TEXT"})  # text that looks like a number becomes one
# What a column holds that is declared so; every other name goes by its affinity.
_DECLARED: Final = {
    **dict.fromkeys((*BOOLEANS, "SERIAL", "BIGSERIAL", "SMALLSERIAL"), frozenset({"INTEGER"})),
    **dict.fromkeys(DECIMALS, _NUMBERS),
    **dict.fromkeys(TIMES, _TEXTS),
    "JSON": _TEXTS,
    "UUID": frozenset({"TEXT", "BLOB"}),
}


def affinity(declared: str) -> str:
    """Return the affinity of a column's declared type, by the five rules of the manual.

    Args:
        declared: The type as declared; empty when there is none.

    Returns:
        ``INTEGER``, ``TEXT``, ``BLOB``, ``REAL`` or ``NUMERIC``.
    """
    name = declared.upper()
    if "INT" in name:
        return "INTEGER"
    if any(word in name for word in ("CHAR", "CLOB", "TEXT")):
        return "TEXT"
    if not name or "BLOB" in name:
        return "BLOB"
    if any(word in name for word in ("REAL", "FLOA", "DOUB")):
        return "REAL"
    return "NUMERIC"


def union(classes: Iterable[str]) -> SqlType:
    """Return the type of a value of any of these storage classes."""
    possible = set(classes)
    found = [name for name in CLASSES if name in possible]
    return SqlType(SEPARATOR.join(found)) if len(found) < len(CLASSES) else ANY


def storage_classes(type_: SqlType) -> frozenset[str]:
    """Return the storage classes that a value of the type can have."""
    name = type_.name
    if SEPARATOR in name:
        return frozenset(name.split(SEPARATOR))
    found = _DECLARED.get(name)
    if found is not None:
        return found
    class_ = affinity(name)
    # BLOB is also the affinity of no type; ANY and names like STRING keep what they are given.
    return frozenset(CLASSES if not name or class_ == "NUMERIC" else (class_,))


NUMBER: Final = union(_NUMBERS)
SCALAR: Final = union(_TEXTS)  # of a JSON document


def number(type_: SqlType) -> SqlType:
    """Return what a value of that type becomes in arithmetic."""
    classes = storage_classes(type_)
    return union(classes) if len(classes) == 1 and classes <= _NUMBERS else NUMBER


def is_number(type_: SqlType) -> bool:
    """Tell whether every value of the type is an integer or a real."""
    return storage_classes(type_) <= _NUMBERS


def common_type(types: Sequence[SqlType]) -> SqlType:
    """Return a type that holds for a value of any of these; unknown ones do not count."""
    found = list(dict.fromkeys(type_ for type_ in types if type_ != UNKNOWN))
    if len(found) <= 1:
        return found[0] if found else ANY
    if any(all(type_.name in names for type_ in found) for names in _SAME):
        return found[0]
    decimal = next((type_ for type_ in found if type_.name in DECIMALS), None)
    if decimal is not None and all(is_number(type_) for type_ in found):
        return decimal
    return union(name for type_ in found for name in storage_classes(type_))
