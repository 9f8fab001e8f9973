"""What happens to enums, domains and composite types.

Depends on: catalog, change, creation, matching.
"""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from flash_core._dataclass import dataclass
from flash_core.catalog.identifiers import quote_path, string
from flash_core.catalog.model import Enum
from flash_core.catalog.order import ordered_types
from flash_core.catalog.render import comment_on

from .change import Change, inverted, only_undone
from .creation import label, type_change

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flash_core.catalog.model import Catalog, Composite, Domain
    from flash_core.engine import Engine

    from .matching import Matching


@dataclass(slots=True)
class TypeChanges:
    """The changes of all types; dropped ones go after the tables that used them."""

    created: list[Change] = field(default_factory=list[Change])
    labels: list[Change] = field(default_factory=list[Change])
    dropped: list[Change] = field(default_factory=list[Change])
    comments: list[Change] = field(default_factory=list[Change])
    lost_comments: list[Change] = field(default_factory=list[Change])  # only to be restored
    new_labels: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])


def compare_types(match: Matching) -> TypeChanges:
    """Compare the user's types of two catalogs."""
    before = match.keyed(_types(match.old))
    after = match.keyed(_types(match.new))
    changes = TypeChanges()
    changes.created = [
        type_change(item, match.engine) for key, item in after.items() if key not in before
    ]
    changes.dropped = inverted(
        type_change(item, match.engine) for key, item in before.items() if key not in after
    )
    for key, item in before.items():
        if isinstance(item, Enum) and key not in after:
            changes.lost_comments += (only_undone(c) for c in _comment(None, item, match.engine))
    for key, item in after.items():
        was = before.get(key)
        if isinstance(item, Enum):
            old = was if isinstance(was, Enum) else None
            changes.comments += _comment(old, item, match.engine)
            if old is not None:
                _compare_labels(match, old, item, changes)
                continue
        if was is not None and was != item:
            kind = type(was).__name__.lower()
            match.problems.append(f"cannot change {kind} {label(item.schema, item.name)} yet")
    return changes


def _types(catalog: Catalog) -> list[Enum | Domain | Composite]:
    """Return the user's types, without those that are part of a column."""
    every = ordered_types(catalog)
    return [item for item in every if not (isinstance(item, Enum) and item.owner is not None)]


def _compare_labels(match: Matching, old: Enum, new: Enum, changes: TypeChanges) -> None:
    name = label(new.schema, new.name)
    kept = tuple(item for item in new.labels if item in old.labels)
    if kept != old.labels:
        gone = [item for item in old.labels if item not in new.labels]
        what = f"it loses {', '.join(gone)}" if gone else "its values change their order"
        match.problems.append(f"cannot change enum {name} yet: {what}")
        return
    path = quote_path(new.schema, new.name, match.engine)
    present = list(old.labels)
    for position, item in enumerate(new.labels):
        if item in present:
            continue
        where = f" BEFORE {string(present[position])}" if position < len(present) else ""
        present.insert(position, item)
        changes.new_labels.append((name, item))
        changes.labels.append(
            Change(
                f"ALTER TYPE {path} ADD VALUE {string(item)}{where}",
                "",
                f"add value {item} to enum {name}",
                f"value {item} of enum {name} stays: it cannot be undone",
                names=(name,),
            )
        )


def _comment(old: Enum | None, new: Enum, engine: Engine) -> Iterator[Change]:
    was = old.comment if old else None
    if was == new.comment:
        return
    path, name = quote_path(new.schema, new.name, engine), label(new.schema, new.name)
    yield Change(
        comment_on("TYPE", path, new.comment),
        comment_on("TYPE", path, was),
        f"comment on enum {name}",
        f"restore the comment on enum {name}",
        names=(name,),
    )


def check_labels(match: Matching, types: TypeChanges, changes: Sequence[Change]) -> None:
    """Report new labels that other changes use: PostgreSQL refuses that in one transaction."""
    for name, item in types.new_labels:
        users = [
            change
            for change in changes
            if string(item) in change.up and change not in types.labels and change.up != ""
        ]
        enums = [change for change in users if _may_use(change)]
        if enums:
            match.problems.append(
                f"value {item} of enum {name} cannot be used in the migration that adds it:"
                f" first migrate the enum alone, then {enums[0].comment}"
            )


def _may_use(change: Change) -> bool:
    """Tell whether a statement evaluates the constants in it when it runs."""
    return not change.up.upper().startswith(("CREATE TYPE", "COMMENT ON"))
