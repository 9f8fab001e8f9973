"""How the engines differ in names and checks, as data; types differ in ``flash_core.types``.

Depends on: engine, types.model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass
from flash_core.engine import Engine
from flash_core.types.model import SqlType

if TYPE_CHECKING:
    from collections.abc import Sequence

_SYSTEM_COLUMNS: Final = (
    ("tableoid", SqlType("oid")),
    ("cmax", SqlType("cid")),
    ("xmax", SqlType("xid")),
    ("cmin", SqlType("cid")),
    ("xmin", SqlType("xid")),
    ("ctid", SqlType("tid")),
)
_ROWIDS: Final = tuple((name, SqlType("INTEGER")) for name in ("rowid", "oid", "_rowid_"))


@dataclass(frozen=True, slots=True)
class Dialect:
    """One engine's habits.

    Attributes:
        strict: Types must fit: conditions are boolean, assignments need a cast.
        strict_grouping: Columns outside aggregates must be grouped.
        aliases_everywhere: WHERE, GROUP BY and HAVING see the aliases of the select list.
        hidden_columns: Columns of every table that ``*`` leaves out.
        undecided: Type of a parameter that nothing decides; ``None`` is an error.
        quoted_messages: Messages as PostgreSQL words them, else as SQLite does.
    """

    strict: bool
    strict_grouping: bool
    aliases_everywhere: bool
    hidden_columns: tuple[tuple[str, SqlType], ...]
    undecided: SqlType | None
    quoted_messages: bool

    def no_relation(self, name: str) -> str:
        """Say that a table does not exist."""
        return (
            f'relation "{name}" does not exist'
            if self.quoted_messages
            else f"no such table: {name}"
        )

    def no_column(self, parts: Sequence[str]) -> str:
        """Say that a column does not exist."""
        name = ".".join(parts)
        if not self.quoted_messages:
            return f"no such column: {name}"
        name = ".".join(parts[-2:])  # without a schema
        return (
            f'column "{name}" does not exist'
            if len(parts) == 1
            else f"column {name} does not exist"
        )

    def no_target_column(self, column: str, table: str) -> str:
        """Say that INSERT or UPDATE names a column that the table does not have."""
        if self.quoted_messages:
            return f'column "{column}" of relation "{table}" does not exist'
        return f"table {table} has no column named {column}"

    def ambiguous(self, parts: Sequence[str]) -> str:
        """Say that a name reaches several columns."""
        if self.quoted_messages:
            return f'column reference "{parts[-1]}" is ambiguous'
        return f"ambiguous column name: {'.'.join(parts)}"

    def no_function(self, name: str, types: Sequence[SqlType], *, known: bool) -> str:
        """Say that no function fits."""
        if self.quoted_messages:
            return f"function {name}({', '.join(map(str, types))}) does not exist"
        if known:
            return f"wrong number of arguments to function {name}()"
        return f"no such function: {name}"


_DIALECTS: Final = {
    Engine.POSTGRESQL: Dialect(
        strict=True,
        strict_grouping=True,
        aliases_everywhere=False,
        hidden_columns=_SYSTEM_COLUMNS,
        undecided=None,
        quoted_messages=True,
    ),
    Engine.SQLITE: Dialect(
        strict=False,
        strict_grouping=False,
        aliases_everywhere=True,
        hidden_columns=_ROWIDS,
        undecided=SqlType("ANY"),
        quoted_messages=False,
    ),
}


def dialect(engine: Engine) -> Dialect:
    """Return the habits of ``engine``."""
    return _DIALECTS[engine]
