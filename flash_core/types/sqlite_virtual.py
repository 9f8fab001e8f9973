"""The columns of SQLite's virtual tables and of the tables that SQLite brings.

A virtual table's columns are what its module makes of the arguments; here are those of
the modules that come with SQLite: fts3, fts4, fts5, their vocabularies, and rtree.

Depends on: model, sqlite_pragmas, sqlite_storage.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from .model import SqlType, SystemRelation
from .sqlite_pragmas import pragmas, read_columns
from .sqlite_storage import ANY, INTEGER, REAL, SCALAR, TEXT, union

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .model import SystemColumn

_WORD: Final = r"""\s*("(?:[^"]|"")*"|'(?:[^']|'')*'|`(?:[^`]|``)*`|\[[^\]]*\]|[^\s=]+)"""
_OPTION: Final = r"\s*\w+\s*="
_TYPES: Final = {"INTEGER": INTEGER, "REAL": REAL, "TEXT": TEXT, "ANY": ANY}
_TYPES["SCALAR"] = SCALAR
_TYPES["KEY"] = union(("INTEGER", "TEXT"))


def _name(argument: str) -> str:
    """Return the first word of a module's argument, without quotes."""
    found = re.match(_WORD, argument)
    word = found[1] if found else ""
    quote = word[:1]
    if quote == "[":
        return word[1:-1]
    return word[1:-1].replace(quote * 2, quote) if quote and quote in "\"'`" else word


def _declared(argument: str, otherwise: SqlType) -> SqlType:
    """Return the type that an argument declares after its name."""
    found = re.match(_WORD, argument)
    words = argument[found.end() :].partition("(")[0].split() if found else []
    return SqlType(" ".join(words).upper()) if words else otherwise


def _fts5(name: str, arguments: Sequence[str]) -> SystemRelation:
    columns: list[SystemColumn] = []
    for argument in arguments:
        if not re.match(_OPTION, argument):
            plain = "UNINDEXED" not in argument.upper().split()
            # what is not indexed is mostly a key, and keeps its storage class
            columns.append((_name(argument), TEXT if plain else ANY, False))
    hidden = ((name, ANY, False), ("rank", REAL, False))
    return SystemRelation(name, "", tuple(columns), "r", hidden)


def _fts4(name: str, arguments: Sequence[str]) -> SystemRelation:
    named = [
        argument
        for argument in arguments
        if not re.match(_OPTION, argument) and _name(argument).lower() != "tokenize"
    ]
    columns = [(_name(argument), TEXT, False) for argument in named] or [("content", TEXT, False)]
    languages = [
        a.partition("=")[2].strip() for a in arguments if a.lower().startswith("languageid")
    ]
    hidden: list[SystemColumn] = [(name, ANY, False), ("docid", INTEGER, True)]
    hidden += [(_name(language), INTEGER, True) for language in languages]
    return SystemRelation(name, "", tuple(columns), "r", tuple(hidden))


def _rtree(coordinate: SqlType) -> Callable[[str, Sequence[str]], SystemRelation]:
    def columns(name: str, arguments: Sequence[str]) -> SystemRelation:
        found: list[SystemColumn] = []
        for place, argument in enumerate(arguments):
            if argument.startswith("+"):
                text = argument[1:]
                found.append((_name(text), _declared(text, ANY), False))
            else:
                found.append((_name(argument), coordinate if place else INTEGER, True))
        return SystemRelation(name, "", tuple(found), "r")

    return columns


_VOCABULARY: Final = {
    "row": "term TEXT! doc INTEGER! cnt INTEGER!",
    "col": "term TEXT! col TEXT? doc INTEGER! cnt INTEGER!",
    "instance": "term TEXT! doc INTEGER! col TEXT? offset INTEGER?",
}


def _vocabulary(name: str, arguments: Sequence[str]) -> SystemRelation:
    kind = _name(arguments[-1]).lower() if arguments else ""
    return SystemRelation(name, "", _columns(_VOCABULARY.get(kind, "")), "v")


def _terms(name: str, arguments: Sequence[str]) -> SystemRelation:
    del arguments
    columns = _columns("term TEXT! col ANY! documents INTEGER! occurrences INTEGER!")
    return SystemRelation(name, "", columns, "v", _columns("languageid INTEGER?"))


_MODULES: Final[dict[str, Callable[[str, Sequence[str]], SystemRelation]]] = {
    "fts3": _fts4,
    "fts4": _fts4,
    "fts4aux": _terms,
    "fts5": _fts5,
    "fts5vocab": _vocabulary,
    "rtree": _rtree(REAL),
    "rtree_i32": _rtree(INTEGER),
}
MODULES: Final = frozenset(_MODULES)
"""The modules whose tables are known."""


def virtual_table(name: str, module: str, arguments: Sequence[str]) -> SystemRelation | None:
    """Return what CREATE VIRTUAL TABLE makes, or ``None`` for a module that is not known.

    Args:
        name: The table's name.
        module: In lower case.
        arguments: As written.
    """
    make = _MODULES.get(module)
    return None if make is None else make(name, arguments)


# One line a table; ``!`` is never NULL, and what follows a bar is left out by ``*``.
_BROUGHT: Final = """
sqlite_schema type TEXT! name TEXT! tbl_name TEXT! rootpage INTEGER? sql TEXT?
sqlite_sequence name TEXT? seq INTEGER?
sqlite_stat1 tbl TEXT? idx TEXT? stat TEXT?
json_each key KEY? value SCALAR? type TEXT! atom SCALAR? id INTEGER! parent INTEGER? fullkey TEXT! path TEXT! | json JSON? root TEXT?
json_tree key KEY? value SCALAR? type TEXT! atom SCALAR? id INTEGER! parent INTEGER? fullkey TEXT! path TEXT! | json JSON? root TEXT?
dbstat name TEXT? path TEXT? pageno INTEGER? pagetype TEXT? ncell INTEGER? payload INTEGER? unused INTEGER? mx_payload INTEGER? pgoffset INTEGER? pgsize INTEGER? | schema TEXT? aggregate BOOLEAN?
"""
_OTHER_NAMES: Final = {
    "sqlite_master": "sqlite_schema",
    "sqlite_temp_master": "sqlite_schema",
    "sqlite_temp_schema": "sqlite_schema",
}


def _columns(text: str) -> tuple[SystemColumn, ...]:
    return read_columns(text, _TYPES)


def _read_brought() -> dict[str, SystemRelation]:
    found: dict[str, SystemRelation] = {}
    for line in filter(None, _BROUGHT.splitlines()):
        name, _, rest = line.partition(" ")
        shown, _, hidden = rest.partition("|")
        left_out = _columns(hidden)
        kind = "r" if name.startswith("sqlite_") else "v"
        found[name] = SystemRelation(name, "", _columns(shown), kind, left_out)
    for name, same in _OTHER_NAMES.items():
        found[name] = found[same]
    asked = ("arg", ANY, False), ("schema", TEXT, False)
    for name, pragma in pragmas().items():
        if pragma.is_table:
            found[f"pragma_{name}"] = SystemRelation(
                f"pragma_{name}", "", pragma.columns, "v", asked
            )
    return found


_RELATIONS: dict[str, SystemRelation] = {}


def brought_table(name: str) -> SystemRelation | None:
    """Return the table of that name that SQLite brings: its schema, pragmas, json_each."""
    if not _RELATIONS:
        _RELATIONS.update(_read_brought())
    return _RELATIONS.get(name.lower())


def brought_names() -> Sequence[str]:
    """Return the names of the tables that SQLite brings, for suggestions."""
    brought_table("")
    return tuple(_RELATIONS)
