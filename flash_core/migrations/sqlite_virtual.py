"""Virtual tables: made anew when they change, with their contents where those can be read back.

Depends on: catalog, engine, change, sqlite_compare.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass, field
from flash_core.catalog.identifiers import quote
from flash_core.catalog.objects import with_name
from flash_core.catalog.text import closed
from flash_core.engine import Engine

from .change import Change, inverted
from .sqlite_compare import canonical, same_statement

if TYPE_CHECKING:
    from flash_core.catalog.model import Catalog, OtherObject

    from .matching import Matching

_LITE: Final = Engine.SQLITE
_PASSING: Final = "_flash_new_"
_FTS: Final = frozenset({"fts3", "fts4", "fts5"})
_BOXES: Final = frozenset({"rtree", "rtree_i32"})


@dataclass(slots=True)
class VirtualChanges:
    """What happens to virtual tables.

    Attributes:
        undone: What brings back those of before, only on the way down, last.
        disturbed: Those that views and triggers cannot be about meanwhile; names in lower case.
    """

    undone: list[Change] = field(default_factory=list[Change])
    dropped: list[Change] = field(default_factory=list[Change])
    created: list[Change] = field(default_factory=list[Change])
    disturbed: set[str] = field(default_factory=set[str])


def compare_virtual(match: Matching) -> VirtualChanges:
    """Compare the virtual tables of two catalogs."""
    before, after = _by_name(match.old), _by_name(match.new)
    found = VirtualChanges()
    for key, item in after.items():
        was = before.get(key)
        if was is None:
            found.created.append(_creation(item, _tables(match.old)))
        elif not same_statement(was.text, item.text):
            _replace(found, was, item)
            found.disturbed.add(key)
    gone = [item for key, item in before.items() if key not in after]
    renamed = _tables(match.before) - _tables(match.old)
    found.dropped = inverted(_creation(item, _tables(match.new) | renamed) for item in gone)
    found.disturbed |= before.keys() - after.keys()
    return found


def _by_name(catalog: Catalog) -> dict[str, OtherObject]:
    return {item.virtual[0].lower(): item for item in catalog.others if item.virtual is not None}


def _named(item: OtherObject) -> tuple[str, str, tuple[str, ...]]:
    assert item.virtual is not None  # noqa: S101 - only those are looked at
    return item.virtual


def _tables(catalog: Catalog) -> frozenset[str]:
    return frozenset(table.name.lower() for table in catalog.tables)


def _creation(item: OtherObject, there: frozenset[str]) -> Change:
    """Create a virtual table, and index what is already behind it.

    Args:
        item: The virtual table.
        there: The tables that may have rows by then, in lower case.
    """
    name, module, _ = _named(item)
    making = closed(item.text, _LITE)
    if _is_external(item) and _content(item) in there:
        making = f"{making};\n{_filling(name)[0]}"
    return Change(
        making,
        f"DROP TABLE {quote(name, _LITE)}",
        f"create virtual table {name} ({module})",
        f"drop virtual table {name} ({module})",
        undo_destroys=_holds_rows(item),
        names=(name,),
    )


def _replace(found: VirtualChanges, old: OtherObject, new: OtherObject) -> None:
    """Make a virtual table anew, there and back, each when what is behind it has its names."""
    forth, back = _steps(old, new), _steps(new, old)
    name = _named(new)[0]
    found.created += [Change(sql, "", text, "", lost, names=(name,)) for sql, text, lost in forth]
    found.undone += [
        Change("", sql, "", text, undo_destroys=lost, names=(name,))
        for sql, text, lost in reversed(back)
    ]


def _steps(old: OtherObject, new: OtherObject) -> list[tuple[str, str, bool]]:
    """Return statements, each with what it does and whether it destroys data."""
    name, module, _ = _named(new)
    path, passing = quote(name, _LITE), quote(_PASSING + name, _LITE)
    shared = _shared_columns(old, new)
    if shared is None:
        filled = _is_external(new)
        steps = [
            (f"DROP TABLE {path}", f"drop virtual table {name}", _holds_rows(old)),
            (closed(new.text, _LITE), f"create virtual table {name} ({module}) anew", False),
        ]
        if filled:
            steps.append(_filling(name))
        return steps
    columns = ", ".join(shared)
    lost = len(shared) < len(_columns(old) or ())
    return [
        (
            closed(with_name(new.text, passing), _LITE),
            f"make virtual table {name} ({module}) anew",
            False,
        ),
        (
            f"INSERT INTO {passing} ({columns})\nSELECT {columns} FROM {path}",
            f"copy the contents of {name}",
            lost,
        ),
        (f"DROP TABLE {path}", f"drop the old {name}, whose contents have been copied", False),
        (f"ALTER TABLE {passing} RENAME TO {path}", f"put the new {name} in its place", False),
    ]


def _filling(name: str) -> tuple[str, str, bool]:
    path = quote(name, _LITE)
    sql = f"INSERT INTO {path} ({path}) VALUES ('rebuild')"  # noqa: S608 - a quoted name
    return sql, f"index the table behind {name}", False


def _options(item: OtherObject) -> dict[str, str]:
    """Return the options of a full-text table: what is behind it, above all."""
    pairs = [canonical(text).partition("=") for text in _named(item)[2]]
    return {name.strip(): value.strip() for name, equals, value in pairs if equals}


def _is_external(item: OtherObject) -> bool:
    """Tell whether a full-text table only indexes another table."""
    return _named(item)[1] in _FTS and _content(item) != ""


def _content(item: OtherObject) -> str:
    """Return the name of the table that a full-text table is about, in lower case."""
    return _options(item).get("content", "''").strip("'\"[]`").lower()


def _holds_rows(item: OtherObject) -> bool:
    return not _is_external(item)


def _columns(item: OtherObject) -> list[str] | None:
    """Return the columns whose contents can be read, ``None`` where that is not known."""
    _, module, arguments = _named(item)
    if module in _BOXES:
        return [canonical(text).removeprefix("+").split()[0] for text in arguments]
    if module not in _FTS or "content" in _options(item):
        return None
    words = [canonical(text).split() for text in arguments if "=" not in canonical(text)]
    said = "" if module == "fts5" else "tokenize"  # which older ones take without a sign
    return ["rowid", *(word[0] for word in words if word[0] != said)]


def _shared_columns(old: OtherObject, new: OtherObject) -> list[str] | None:
    """Return the columns to copy, ``None`` where nothing can be."""
    before, after = _columns(old), _columns(new)
    kinds = {_named(item)[1] for item in (old, new)}
    if before is None or after is None or not (len(kinds) == 1 or kinds <= _FTS or kinds <= _BOXES):
        return None
    return [column for column in after if column in before]
