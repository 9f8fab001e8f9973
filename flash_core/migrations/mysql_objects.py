"""Objects of MySQL and MariaDB that are kept as text: routines, triggers, events, sequences, grants.

Depends on: catalog, engine, change, matching, mysql_rows, mysql_sequences, mysql_triggers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass, field
from flash_core.catalog.identifiers import quote
from flash_core.catalog.mysql_programs import read_program, same_program
from flash_core.catalog.mysql_sequences import kept_options, sequence_options
from flash_core.catalog.objects import created, created_path
from flash_core.catalog.order import split_others
from flash_core.catalog.text import closed, normalized
from flash_core.engine import Engine

from .change import Change, inverted
from .mysql_rows import unnoticed
from .mysql_sequences import sequence_change
from .mysql_triggers import compare_triggers, is_trigger

if TYPE_CHECKING:
    from collections.abc import Collection

    from flash_core.catalog.model import OtherObject

    from .matching import Matching

_ROUTINE: Final = re.compile(
    r"CREATE\s+(?:OR\s+REPLACE\s+)?(?P<head>.*?\b(?:PROCEDURE|FUNCTION)\s+)(?:IF\s+NOT\s+EXISTS\s+)?",
    re.IGNORECASE | re.DOTALL,
)
_GRANTED: Final = "; privileges on {} itself are to be granted again"
_REPLACE: Final = re.compile(r"\A\s*CREATE\s+OR\s+REPLACE\s+", re.IGNORECASE)


@dataclass(slots=True)
class KeptChanges:
    """The changes of such objects, by when they can run."""

    early: list[Change] = field(default_factory=list[Change])
    middle: list[Change] = field(default_factory=list[Change])
    late: list[Change] = field(default_factory=list[Change])
    dropped_first: list[Change] = field(default_factory=list[Change])
    dropped_after_views: list[Change] = field(default_factory=list[Change])
    dropped_late: list[Change] = field(default_factory=list[Change])


def compare_kept(match: Matching) -> KeptChanges:
    """Compare the objects that are known by their text alone."""
    changes = KeptChanges()
    before = {_key(item, match): item for item in match.old.others}
    after = {_key(item, match): item for item in match.new.others}
    stages = [changes.early, changes.middle, changes.late]
    for stage, items in zip(stages, split_others(match.new), strict=True):
        for item in items:
            if is_trigger(item):
                continue
            old = before.get(_key(item, match))
            if old is None:
                stage.append(_creation(match, item, _unkept(item, before, match)))
            elif not _same(match, old, item):
                _replacement(match, old, item, stage, changes)
    # What came last goes first.
    early, middle, late = split_others(match.old)
    for items, drops in (
        (late, changes.dropped_first),
        (middle, changes.dropped_after_views),
        (early, changes.dropped_late),
    ):
        gone = [i for i in items if not is_trigger(i) and _key(i, match) not in after]
        for item in gone:
            if not _creation(match, item).down:
                match.problems.append(f"cannot take back {_what(item)}: {_line(item)}")
        drops.extend(
            inverted(
                _creation(match, match.original(item), _unkept(item, after, match)) for item in gone
            )
        )
    dropped, made = compare_triggers(match, unnoticed(match))
    changes.dropped_first[0:0] = dropped
    changes.late += made
    return changes


def _same(match: Matching, old: OtherObject, new: OtherObject) -> bool:
    """Tell whether two statements make the same object."""
    engine = match.engine
    if old.text == new.text:
        return True
    if new.keyword.endswith("SEQUENCE"):
        said = [(sequence_options(text), kept_options(text)) for text in (old.text, new.text)]
        return said[0] == said[1]
    if read_program(new.text, engine) is not None:
        return same_program(old.text, new.text, engine)
    return _text(old, match) == _text(new, match)


def _text(item: OtherObject, match: Matching) -> str:
    """Return what makes an object, whatever it replaced."""
    return _REPLACE.sub("CREATE ", normalized(item.text, match.engine), count=1)


def _key(item: OtherObject, match: Matching) -> tuple[str, ...]:
    made = created(item.text)
    if made is None:
        return "", normalized(item.text, match.engine)
    return made[0], made[1].lower()  # routines have no namesakes with other parameters


def _what(item: OtherObject) -> str:
    made = created(item.text)
    return item.keyword.lower() if made is None else f"{made[0].lower()} {made[1]}"


def _unkept(item: OtherObject, others: Collection[tuple[str, ...]], match: Matching) -> str:
    """Return what to say of a routine that becomes one of the other kind."""
    kind, *name = _key(item, match)
    turned = {"FUNCTION": "PROCEDURE", "PROCEDURE": "FUNCTION"}.get(kind, "")
    return _GRANTED.format(_what(item)) if (turned, *name) in others else ""


def _line(item: OtherObject) -> str:
    return item.text.partition("\n")[0].strip()


def _creation(match: Matching, item: OtherObject, caution: str = "") -> Change:
    made = created(item.text)
    what = _what(item)
    text = closed(item.text, match.engine)
    if made is None:
        return Change(text, "", what, f"{what}: it cannot be undone automatically", names=(what,))
    path = ".".join(quote(part, match.engine) for part in created_path(item.text))
    return Change(
        text,
        f"DROP {made[0]} {path}",
        f"create {what}",
        f"drop {what}{caution}",
        undo_destroys=made[0].endswith("TABLE") or made[0] == "SEQUENCE",
        names=(what,),
    )


def _replacement(
    match: Matching, old: OtherObject, new: OtherObject, stage: list[Change], changes: KeptChanges
) -> None:
    if new.keyword.endswith("SEQUENCE"):
        stage.append(sequence_change(match, old, new))
        return
    made = created(new.text)
    is_routine = made is not None and made[0] in {"PROCEDURE", "FUNCTION"}
    if is_routine and match.engine is Engine.MARIADB:
        stage.append(_routine_change(match, match.original(old), new))
        return
    # MySQL cannot replace it; what was granted on it goes with it.
    caution = _GRANTED.format(_what(old)) if is_routine else ""
    removal = _creation(match, match.original(old), caution).inverse
    if not removal.up or removal.destroys:
        match.problems.append(f"cannot change {_what(new)} yet: {_line(new)}")
        return
    # Views name functions: going back they are made after them.
    drops = changes.dropped_first if stage is changes.late else changes.dropped_after_views
    drops.append(removal)
    stage.append(_creation(match, new, caution))


def _routine_change(match: Matching, old: OtherObject, new: OtherObject) -> Change:
    """Replace a routine: EXECUTE that was granted on it stays, as it would not if it went."""
    up, down = (
        _ROUTINE.sub(r"CREATE OR REPLACE \g<head>", closed(item.text, match.engine), count=1)
        for item in (new, old)
    )
    what = _what(new)
    return Change(up, down, f"replace {what}", f"restore {what}", names=(what,))
