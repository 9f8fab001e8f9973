"""Foreign keys over periods, which are kept as text: what they refer to may get another name.

Depends on: draft, identifiers, objects, text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace

from .identifiers import quote_path
from .objects import unquoted
from .text import renamed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from flash_core.engine import Engine

    from .draft import Draft, ObjectId

_PART: Final = r'(?:"(?:[^"]|"")+"|[\w$]+)'
_REFERENCE: Final = re.compile(
    rf"(?is)(\s*FOREIGN\s+KEY\s*\([^)]*\))(\s*REFERENCES\s+)({_PART}(?:\s*\.\s*{_PART})*)"
    r"(\s*\([^)]*\))?(.*)"
)
_PERIOD: Final = re.compile(r'(?i)(\bPERIOD\s+(?=[\w"]))')


def with_column(text: str, old: str, new: str, draft: Draft) -> str:
    """Return a constraint with a column of its own table under another name.

    Args:
        text: The constraint.
        old: The column.
        new: Its new name.
        draft: Whose names they are.
    """
    found = _REFERENCE.match(text)
    own = text if found is None else found[1]
    # What stands before the columns are words, of which a column may have the name.
    head, opening, columns = own.partition("(")
    rename = renamed if found is None else _renamed_in_list
    return head + opening + rename(columns, old, new, draft.engine) + text[len(own) :]


def table_renamed(draft: Draft, table: ObjectId, path: Sequence[str]) -> None:
    """Let such keys follow a table that gets another name or schema.

    Args:
        draft: What there is.
        table: What it was.
        path: Its new name.
    """
    name = quote_path("".join(path[:-1]), path[-1], draft.engine)
    _follow(draft, table, lambda found: f"{found[1]}{found[2]}{name}{found[4] or ''}{found[5]}")


def column_renamed(draft: Draft, table: ObjectId, old: str, new: str) -> None:
    """Let such keys follow a column that they refer to.

    Args:
        draft: What there is.
        table: Whose column it is.
        old: What it was called.
        new: Its new name.
    """

    def follow(found: re.Match[str]) -> str:
        columns = _renamed_in_list(found[4] or "", old, new, draft.engine)
        return f"{found[1]}{found[2]}{found[3]}{columns}{found[5]}"

    _follow(draft, table, follow)


def _renamed_in_list(columns: str, old: str, new: str, engine: Engine) -> str:
    """Return a list of columns with one under another name, which may be ``PERIOD period``."""
    pieces = _PERIOD.split(columns)
    pieces[::2] = [renamed(each, old, new, engine) for each in pieces[::2]]
    return "".join(pieces)


def _follow(draft: Draft, table: ObjectId, write: Callable[[re.Match[str]], str]) -> None:
    def followed(text: str) -> str:
        found = _REFERENCE.match(text)
        if found is None or draft.id_of(tuple(map(unquoted, re.findall(_PART, found[3])))) != table:
            return text
        return write(found)

    for key, item in list(draft.tables.items()):
        others = tuple(replace(each, text=followed(each.text)) for each in item.others)
        if others != item.others:
            draft.tables[key] = replace(item, others=others)
