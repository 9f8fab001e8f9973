"""Triggers of MySQL and MariaDB: which come and go, and in which order they run.

The server lets a trigger be placed when it is made and never afterwards, so one that moves is made
anew beside those that stay.

Depends on: catalog, change, creation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from flash_core.catalog.identifiers import quote
from flash_core.catalog.mysql_programs import read_program
from flash_core.catalog.text import closed

from .change import Change, inverted
from .mysql_columns import settled

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from flash_core.catalog.model import Catalog, OtherObject
    from flash_core.catalog.mysql_programs import Program

    from .matching import Matching


def is_trigger(item: OtherObject) -> bool:
    """Tell whether an object kept as text is a trigger."""
    return item.keyword.endswith("TRIGGER")


def compare_triggers(match: Matching, filled: Collection[str]) -> tuple[list[Change], list[Change]]:
    """Return the changes that drop triggers, and those that create them.

    Args:
        match: The catalogs.
        filled: Tables, in small letters, whose rows change without a trigger that notices.
    """
    before, after = _groups(match.old), _groups(match.new)
    dropped: list[Change] = []
    made: list[Change] = []
    for group in dict.fromkeys([*before, *after]):
        old, new = before.get(group, {}), after.get(group, {})
        same = [
            name
            for name, (program, _) in old.items()
            if name in new and new[name][0].body == program.body
        ]
        if group[0].lower() in filled and group[2] == "UPDATE":
            same = []
        staying = settled(same, [name for name in new if name in same])
        dropped += inverted(_creations(match, old, staying))
        made += _creations(match, new, staying)
    return dropped, made


_Groups: TypeAlias = "dict[tuple[str, ...], dict[str, tuple[Program, OtherObject]]]"


def _groups(catalog: Catalog) -> _Groups:
    """Return the triggers of each table, moment and event, in the order in which they run."""
    found: _Groups = {}
    for item in catalog.others:
        program = read_program(item.text, catalog.engine) if is_trigger(item) else None
        if program is not None:
            found.setdefault(program.group, {})[program.name] = program, item
    return found


def _creations(
    match: Matching, triggers: dict[str, tuple[Program, OtherObject]], staying: frozenset[str]
) -> Iterator[Change]:
    """Make the triggers that are not there yet, in their order."""
    names = list(triggers)
    for position, (name, (_, item)) in enumerate(triggers.items()):
        # A trigger that goes does so before its table gets another name.
        text = match.original(item).text
        program = read_program(text, match.engine)
        if name in staying or program is None:
            continue
        place = _place(names, position, staying, match)
        placed = closed(f"{text[: program.place]}{place}{text[program.after :]}", match.engine)
        yield Change(
            placed if place else closed(text, match.engine),
            f"DROP TRIGGER {quote(name, match.engine)}",
            f"create trigger {name}",
            f"drop trigger {name}",
            names=(f"trigger {name}",),
        )


def _place(names: Sequence[str], position: int, staying: frozenset[str], match: Matching) -> str:
    """Return what says where a trigger belongs; nothing where it comes last anyway."""
    later = [name for name in names[position + 1 :] if name in staying]
    if not later:
        return ""
    if position:
        return f"FOLLOWS {quote(names[position - 1], match.engine)} "
    return f"PRECEDES {quote(later[0], match.engine)} "
