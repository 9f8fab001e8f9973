"""SQLite's virtual tables and triggers: kept as text, with what queries must know of them.

Depends on: sql.syntax, draft, identifiers, kept, model, objects.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace

from .draft import Refused, place, suggestion
from .identifiers import quote
from .kept import keep
from .objects import created, dropped, on_table, with_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql import syntax
    from flash_core.sql.source import SourceFile

    from .draft import Draft
    from .model import OtherObject

_IF_EXISTS: Final = r"(?i)\s*DROP\s+TRIGGER\s+IF\s+EXISTS\b"


def create_virtual_table(
    draft: Draft, statement: syntax.CreateVirtualTable, source: SourceFile
) -> None:
    """Fold CREATE VIRTUAL TABLE.

    Raises:
        Refused: The name is taken.
    """
    name = statement.name
    found = draft.relation(draft.id_of(name.parts)) or find_virtual(draft, name.parts)
    if found is not None:
        if statement.if_not_exists:
            return
        message = f'table "{name}" already exists'
        raise Refused(message, name.span, hint=place(found.origin), sqlstate="42P07")
    keep(draft, statement, source, _about(draft, name.parts))
    made = name.last, statement.module, statement.arguments
    draft.others[-1] = replace(draft.others[-1], virtual=made)


def create_trigger(draft: Draft, statement: syntax.CreateTrigger, source: SourceFile) -> None:
    """Fold CREATE TRIGGER.

    Raises:
        Refused: There is no such table (yet).
    """
    if statement.temporary:
        return
    parts = statement.table.parts
    known = draft.relation(draft.id_of(parts)) or find_virtual(draft, parts)
    if known is None and draft.fold(parts[-1]) not in draft.temporary:
        raise draft.missing_relation(parts, statement.table.span)
    about = ("trigger", draft.fold(statement.name.last))
    if statement.if_not_exists and any(other.about == about for other in draft.others):
        return
    keep(draft, statement, source, about)
    if statement.ignores:
        ignores = statement.event, draft.fold(parts[-1])
        draft.others[:] = [
            replace(other, ignores=ignores) if other.about == about else other
            for other in draft.others
        ]


def check_drop(draft: Draft, statement: syntax.OtherDdl) -> None:
    """Refuse to drop a trigger that no schema file makes.

    Raises:
        Refused: There is none of that name (yet).
    """
    gone = dropped(statement.text)
    made = [each for item in draft.others if (each := created(item.text))]
    names = [name for kind, name, _ in made if kind == "TRIGGER"]
    if draft.in_order or gone is None or re.match(_IF_EXISTS, statement.text):
        return
    name = gone[1].rpartition(".")[2]
    if name.lower() not in {known.rpartition(".")[2].lower() for known in names}:
        hint = suggestion(name, names) or f"DROP TRIGGER IF EXISTS {name}"
        message = f"no such trigger: {name}"
        raise Refused(message, statement.span, hint=hint, missing=True)


def _about(draft: Draft, parts: Sequence[str]) -> tuple[object, ...]:
    return "virtual table", *draft.id_of(parts)


def find_virtual(draft: Draft, parts: Sequence[str]) -> OtherObject | None:
    """Return the virtual table of that name."""
    about = _about(draft, parts)
    return next((other for other in draft.others if other.about == about), None)


def rename_virtual(draft: Draft, old: OtherObject, name: str) -> None:
    """Give a virtual table, and what is said about it, another name."""
    assert old.virtual is not None  # noqa: S101 - find_virtual found it
    before, module, arguments = old.virtual
    quoted = quote(name, draft.engine)
    changed = replace(
        old,
        text=with_name(old.text, quoted),
        about=_about(draft, (name,)),
        virtual=(name, module, arguments),
    )
    draft.others[:] = [
        changed
        if other is old
        else replace(other, text=on_table(other.text, draft.fold(before), quoted))
        for other in draft.others
    ]


def drop_virtual(draft: Draft, old: OtherObject) -> None:
    """Drop a virtual table."""
    draft.others[:] = [other for other in draft.others if other is not old]
