"""How many characters and bytes columns of MySQL and MariaDB have room for, and which.

Depends on: catalog, types, mysql_numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass
from flash_core.engine import Engine
from flash_core.types.mysql_charsets import canonical, charset_of, effective, width

from .mysql_numbers import arguments, base_type

if TYPE_CHECKING:
    from flash_core.catalog.model import Column, Table

_SIZES: Final = {"tiny": 2**8 - 1, "": 2**16 - 1, "medium": 2**24 - 1, "long": 2**32 - 1}
# All of Unicode, and all that any character set has beside them.
_WHOLE: Final = frozenset({"utf8mb4", "utf16", "utf16le", "utf32", "gb18030"})
_PLANE: Final = frozenset({"utf8mb3", "ucs2"})
_LEAST: Final = {"ucs2": 2, "utf16": 2, "utf16le": 2, "utf32": 4}
_NOT_ASCII: Final = frozenset({"swe7", *_LEAST})


@dataclass(frozen=True, slots=True)
class Characters:
    """What a column of text holds.

    Attributes:
        charset: Their set; ``None`` for the database's.
        length: How many at most; ``None`` where bytes limit them.
        limit: How many bytes at most, where that is so.
        padded: Spaces at the end are none of the value.
    """

    charset: str | None
    length: int | None = None
    limit: int | None = None
    padded: bool = False

    @property
    def most(self) -> int | None:
        """How many characters at most."""
        if self.length is not None or self.limit is None:
            return self.length
        return self.limit // _LEAST.get(self.charset or "", 1)

    @property
    def size(self) -> int | None:
        """How many bytes at most."""
        return self.limit if self.length is None else self.length * width(self.charset or "utf8mb4")

    def loses(self, other: Characters | None) -> bool:
        """Tell whether some of the characters are not in another set, or may not be."""
        before = self.charset or "utf8mb4"
        after = (None if other is None else other.charset) or "utf8mb4"
        if before == after or after in _WHOLE or before == "ascii":
            return before == "ascii" and after == "swe7"
        return after not in _PLANE or before in _WHOLE


def characters_of(table: Table, column: Column) -> Characters | None:
    """Return what a column of text holds, ``None`` for one of something else."""
    base = base_type(column.type_text)
    charset = _charset(table, column)
    if base in {"char", "varchar"}:
        length = int(arguments(column.type_text)[0] or 1)
        return Characters(charset, length, padded=base == "char")
    if base.endswith("text"):
        return Characters(charset, limit=_SIZES[base.removesuffix("text")])
    return Characters(charset) if base in {"enum", "set"} else None


def bytes_of(text: str) -> int | None:
    """Return how many bytes a type has room for, ``None`` for one of something else."""
    base = base_type(text)
    if base in {"binary", "varbinary"}:
        return int(arguments(text)[0] or 1)
    return _SIZES[base.removesuffix("blob")] if base.endswith("blob") else None


def fits_in(source: Characters, target: Characters) -> bool:
    """Tell whether a column has room for all that another one holds, and the characters."""
    if source.loses(target) or source.most is None:
        return False
    if target.length is not None:
        return source.most <= target.length
    if target.limit is None:
        return False
    before, after = source.charset or "utf8mb4", target.charset or "utf8mb4"
    if before == after and source.size is not None:
        return source.size <= target.limit
    one = 1 if before == "ascii" and after not in _NOT_ASCII else None
    return source.most * (one or width(after)) <= target.limit


def _charset(table: Table, column: Column) -> str | None:
    """Return the character set of a column, ``None`` where only the database says it."""
    for one in (column, table):
        collation = effective(one.charset, one.collation, Engine.MARIADB)
        if collation is not None:
            return charset_of(collation)
        if one.charset not in {None, "default"}:
            return canonical(one.charset or "")
    return None
