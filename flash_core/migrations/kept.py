"""Objects kept as text: functions, triggers, extensions, grants.

Depends on: catalog, change, matching, mysql_sequences, mysql_triggers.
"""

from __future__ import annotations

import re
from dataclasses import field
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass
from flash_core.catalog.identifiers import quote
from flash_core.catalog.mysql_programs import read_program, same_program
from flash_core.catalog.mysql_sequences import sequence_options
from flash_core.catalog.objects import created
from flash_core.catalog.order import split_others
from flash_core.catalog.text import closed, normalized
from flash_core.engine import Engine

from .change import Change, inverted
from .mysql_sequences import sequence_change
from .mysql_triggers import compare_triggers, is_trigger

if TYPE_CHECKING:
    from flash_core.catalog.model import OtherObject

    from .matching import Matching

_REPLACEABLE: Final = frozenset({"FUNCTION", "PROCEDURE"})
_CREATE: Final = re.compile(r"CREATE\s+(?!OR\s+REPLACE\b)", re.IGNORECASE)
_REPLACE: Final = re.compile(r"CREATE\s+OR\s+REPLACE\s+", re.IGNORECASE)
_COMMENT: Final = re.compile(
    r"(COMMENT\s+ON\s+.*\sIS\s+)(?:'(?:[^']|'')*'|NULL)\Z", re.IGNORECASE | re.DOTALL
)
_GRANT: Final = re.compile(r"(GRANT|REVOKE)\b", re.IGNORECASE)


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
    mysql = match.engine.family is Engine.MYSQL
    before = {_key(item, match): item for item in match.old.others}
    after = {_key(item, match): item for item in match.new.others}
    stages = [changes.early, changes.middle, changes.late]
    for stage, items in zip(stages, split_others(match.new), strict=True):
        for item in items:
            if mysql and is_trigger(item):
                continue
            old = before.get(_key(item, match))
            if old is None:
                stage.append(_creation(match, item))
            elif not _same(match, old, item):
                _replacement(match, old, item, stage, changes)
    # What came last goes first.
    early, middle, late = split_others(match.old)
    for items, drops in (
        (late, changes.dropped_first),
        (middle, changes.dropped_after_views),
        (early, changes.dropped_late),
    ):
        gone = [item for item in items if _key(item, match) not in after]
        gone = [item for item in gone if not (mysql and is_trigger(item))]
        for item in gone:
            if not _creation(match, item).down:
                match.problems.append(f"cannot take back {_what(item)}: {_line(item)}")
        drops.extend(inverted(_creation(match, match.original(item)) for item in gone))
    if mysql:
        dropped, made = compare_triggers(match)
        changes.dropped_first[0:0] = dropped
        changes.late += made
    return changes


def _same(match: Matching, old: OtherObject, new: OtherObject) -> bool:
    """Tell whether two statements make the same object."""
    engine = match.engine
    if old.text == new.text:
        return True
    if engine.family is Engine.MYSQL:
        if new.keyword.endswith("SEQUENCE"):
            return sequence_options(old.text) == sequence_options(new.text)
        if read_program(new.text, engine) is not None:
            return same_program(old.text, new.text, engine)
    return _text(old, match) == _text(new, match)


def _text(item: OtherObject, match: Matching) -> str:
    """Return what makes an object, whatever it replaced."""
    return _REPLACE.sub("CREATE ", normalized(item.text, match.engine), count=1)


def _key(item: OtherObject, match: Matching) -> tuple[str, ...]:
    made = created(item.text)
    if made is not None:
        return made
    comment = _COMMENT.match(item.text)
    return ("", normalized(comment[1] if comment else item.text, match.engine))


def _what(item: OtherObject) -> str:
    made = created(item.text)
    return item.keyword.lower() if made is None else f"{made[0].lower()} {made[1]}"


def _line(item: OtherObject) -> str:
    return item.text.partition("\n")[0].strip()


def _creation(match: Matching, item: OtherObject) -> Change:
    made = created(item.text)
    down = ""
    comment, undo = _what(item), f"{_what(item)}: it cannot be undone automatically"
    destroys = False
    if made is not None:
        down, comment = _removal(match, *made), f"create {comment}"
        undo = f"drop {_what(item)}"
        destroys = made[0].endswith("TABLE") or made[0] == "SEQUENCE"
    elif found := _COMMENT.match(item.text):
        down, undo = found[1] + "NULL", f"remove the {comment}"
    text = closed(item.text, match.engine)
    return Change(text, down, comment, undo, undo_destroys=destroys, names=(_what(item),))


def _removal(match: Matching, kind: str, name: str, owner: str) -> str:
    """Return the DROP of an object that a CREATE made."""
    path = ".".join(quote(part, match.engine) for part in name.split("."))
    if kind == "VIRTUAL TABLE":
        kind = "TABLE"
    if kind in {"TRIGGER", "POLICY", "RULE"} and match.engine is Engine.POSTGRESQL:
        table = ".".join(quote(part, match.engine) for part in owner.split("."))
        return f"DROP {kind} {path} ON {table}"
    overloads = match.engine is Engine.POSTGRESQL
    namesakes = [
        other
        for catalog in (match.old, match.new)
        for other in catalog.others
        if overloads
        and (made := created(other.text))
        and made[:2] == (kind, name)
        and made[2] != owner
    ]
    if kind in {"FUNCTION", "PROCEDURE", "AGGREGATE"} and namesakes:
        return f"DROP {kind} {path}{owner}" if "default" not in owner and "=" not in owner else ""
    return f"DROP {kind} {path}"


def _replacement(
    match: Matching, old: OtherObject, new: OtherObject, stage: list[Change], changes: KeptChanges
) -> None:
    made = created(new.text)
    if match.engine.family is Engine.MYSQL and new.keyword.endswith("SEQUENCE"):
        stage.append(sequence_change(match, old, new))
        return
    # MariaDB could, MySQL cannot.
    replaceable = match.engine.family is not Engine.MYSQL
    if made is not None and made[0] in _REPLACEABLE and replaceable:
        what = _what(new)
        texts = (_CREATE.sub("CREATE OR REPLACE ", item.text, count=1) for item in (new, old))
        up, down = (closed(text, match.engine) for text in texts)
        stage.append(Change(up, down, f"replace {what}", f"restore {what}", names=(what,)))
        return
    removal = _creation(match, match.original(old)).inverse
    creation = _creation(match, new)
    if made is None and _COMMENT.match(new.text):
        stage.append(
            Change(creation.up, removal.down, creation.comment, f"restore the {_what(new)}")
        )
        return
    if not removal.up or removal.destroys:
        match.problems.append(f"cannot change {_what(new)} yet: {_line(new)}")
        return
    changes.dropped_first.append(removal)
    stage.append(creation)
