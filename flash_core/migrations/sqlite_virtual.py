"""Virtual tables: made anew when they change, with their contents where those can be read back.

Depends on: catalog, engine, change, sqlite_compare.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass, field
from flash_core.catalog.identifiers import quote
from flash_core.catalog.model import RenameKind
from flash_core.catalog.objects import with_name
from flash_core.catalog.text import closed
from flash_core.engine import Engine

from .change import Change, inverted
from .sqlite_compare import canonical, same_statement

if TYPE_CHECKING:
    from collections.abc import Sequence

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
        filled: What indexes the table, or the view, behind a full-text table, when that is there.
        unfilled: The same on the way down.
        disturbed: Those that views and triggers cannot be about meanwhile; names in lower case.
    """

    undone: list[Change] = field(default_factory=list[Change])
    dropped: list[Change] = field(default_factory=list[Change])
    created: list[Change] = field(default_factory=list[Change])
    filled: list[Change] = field(default_factory=list[Change])
    unfilled: list[Change] = field(default_factory=list[Change])
    disturbed: set[str] = field(default_factory=set[str])


def compare_virtual(match: Matching) -> VirtualChanges:
    """Compare the virtual tables of two catalogs."""
    before, after = _by_name(match.old), _by_name(match.new)
    found = VirtualChanges()
    for key, item in after.items():
        was = before.get(key)
        if was is None:
            found.created.append(_creation(item))
            if _is_external(item) and _content(item) in _tables(match.old):
                found.filled.append(_filling(item))
        elif not same_statement(was.text, item.text):
            _replace(found, match, was, item)
            found.disturbed.add(key)
    gone = [item for key, item in before.items() if key not in after]
    found.dropped = inverted(_creation(item) for item in gone)
    there = _tables(match.new) | (_tables(match.before) - _tables(match.old))
    back = (_filling(i) for i in gone if _is_external(i) and _content(i) in there)
    found.unfilled += inverted(back)
    found.disturbed |= before.keys() - after.keys()
    return found


def find_virtual(catalog: Catalog, parts: Sequence[str]) -> OtherObject | None:
    """Return the virtual table of a name, or ``None``."""
    return _by_name(catalog).get(parts[-1].lower()) if parts else None


def virtual_columns(item: OtherObject | None) -> list[str]:
    """Return the columns of a virtual table as far as they are known; none of no table."""
    return [] if item is None else _said_columns(item)


def _moved(match: Matching, old: OtherObject, new: OtherObject) -> dict[str, str]:
    """Return what columns were called that a comment renames, by their new names."""
    name, before = _named(new)[0].lower(), _said_columns(old)
    pairs = [
        (canonical(quote(item.name[-1], _LITE)), canonical(quote(item.old, _LITE)))
        for item in match.new.renames
        if item.kind is RenameKind.COLUMN and item.owner[-1].lower() == name
    ]
    return {now: was for now, was in pairs if was in before and now not in before}


def _by_name(catalog: Catalog) -> dict[str, OtherObject]:
    return {item.virtual[0].lower(): item for item in catalog.others if item.virtual is not None}


def _named(item: OtherObject) -> tuple[str, str, tuple[str, ...]]:
    assert item.virtual is not None  # noqa: S101 - only those are looked at
    return item.virtual


def _tables(catalog: Catalog) -> frozenset[str]:
    """Return what a full-text table may be about, in lower case."""
    names = [table.name for table in catalog.tables] + [view.name for view in catalog.views]
    return frozenset(name.lower() for name in names)


def _creation(item: OtherObject) -> Change:
    name, module, _ = _named(item)
    return Change(
        closed(item.text, _LITE),
        f"DROP TABLE {quote(name, _LITE)}",
        f"create virtual table {name} ({module})",
        f"drop virtual table {name} ({module})",
        undo_destroys=_holds_rows(item),
        names=(name,),
    )


def _replace(found: VirtualChanges, match: Matching, old: OtherObject, new: OtherObject) -> None:
    """Make a virtual table anew, there and back, each when what is behind it has its names."""
    moved, settled = _moved(match, old, new), _settled(match)
    forth = _steps(old, new, moved, settled)
    turned = {was: now for now, was in moved.items()}
    back = _steps(new, match.original(old), turned, settled)
    if _is_external(new):
        found.filled.append(_filling(new))
    if _is_external(old):
        found.unfilled.append(_filling(match.original(old)).inverse)
    name = _named(new)[0]
    found.created += [Change(sql, "", text, "", lost, names=(name,)) for sql, text, lost in forth]
    found.undone += [
        Change("", sql, "", text, undo_destroys=lost, names=(name,))
        for sql, text, lost in reversed(back)
    ]


def _settled(match: Matching) -> frozenset[str]:
    """Return the tables that nothing happens to, in lower case: they can be read all along."""
    same = (
        old.name.lower()
        for old, new in match.tables()
        if old == new and match.key(new) not in match.renamed_columns
    )
    return _tables(match.before).intersection(same)


def _steps(
    old: OtherObject, new: OtherObject, moved: dict[str, str], settled: frozenset[str]
) -> list[tuple[str, str, bool]]:
    """Return statements, each with what it does and whether it destroys data."""
    name, module, _ = _named(new)
    path, passing = quote(name, _LITE), quote(_PASSING + name, _LITE)
    shared = _shared_columns(old, new, moved, settled)
    if shared is None:
        return [
            (f"DROP TABLE {path}", f"drop virtual table {name}", _holds_rows(old)),
            (closed(new.text, _LITE), f"create virtual table {name} ({module}) anew", False),
        ]
    columns, values = ", ".join(shared), ", ".join(shared.values())
    lost = _holds_rows(old) and len(shared) < len(_columns(old) or ())
    return [
        (
            closed(with_name(new.text, passing), _LITE),
            f"make virtual table {name} ({module}) anew",
            False,
        ),
        (
            f"INSERT INTO {passing} ({columns})\nSELECT {values} FROM {path}",
            f"copy the contents of {name}",
            lost,
        ),
        (f"DROP TABLE {path}", f"drop the old {name}, whose contents have been copied", False),
        (f"ALTER TABLE {passing} RENAME TO {path}", f"put the new {name} in its place", False),
    ]


def _filling(item: OtherObject) -> Change:
    name = _named(item)[0]
    path = quote(name, _LITE)
    sql = f"INSERT INTO {path} ({path}) VALUES ('rebuild')"  # noqa: S608 - a quoted name
    return Change(sql, "", f"index what is behind {name}", "", names=(name,))


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
    _, module, _ = _named(item)
    if module in _BOXES:
        return _said_columns(item)
    if module not in _FTS or "content" in _options(item):
        return None
    return ["rowid", *_said_columns(item)]


def _said_columns(item: OtherObject) -> list[str]:
    """Return the columns among the arguments, as they stand in SQL."""
    _, module, arguments = _named(item)
    if module in _BOXES:
        return [canonical(text).removeprefix("+").split()[0] for text in arguments]
    if module not in _FTS:
        return []
    words = [canonical(text).split() for text in arguments if "=" not in canonical(text)]
    said = "" if module == "fts5" else "tokenize"  # which older ones take without a sign
    return [word[0] for word in words if word[0] != said]


def _shared_columns(
    old: OtherObject, new: OtherObject, moved: dict[str, str], settled: frozenset[str]
) -> dict[str, str] | None:
    """Return the columns to copy and what from, ``None`` where nothing can be."""
    before, after = _columns(old), _columns(new)
    if after is not None and _is_external(old) and _content(old) in settled:
        before = ["rowid", *_said_columns(old)]  # what it shows is what it is about
    kinds = {_named(item)[1] for item in (old, new)}
    if before is None or after is None or not (len(kinds) == 1 or kinds <= _FTS or kinds <= _BOXES):
        return None
    pairs = ((column, moved.get(column, column)) for column in after)
    return {column: source for column, source in pairs if source in before}
