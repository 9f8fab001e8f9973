"""Two catalogs of PostgreSQL to the changes between them.

The way back is planned like the way there, so that each may do what only it can: an enum gets a
value in place, and loses it by a new type.

Depends on: catalog, errors, sql.postgres_objects, change, postgres_alike, postgres_build,
postgres_function_rows, postgres_grants, postgres_index_parts,
postgres_items, postgres_not_nulls, postgres_plan.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from flash_core.catalog.model import View
from flash_core.catalog.reading import tables_in
from flash_core.sql.postgres_objects import Stated

from .change import Change
from .postgres_alike import agree
from .postgres_build import objects_of
from .postgres_function_rows import turn_renamed
from .postgres_grants import is_privilege, is_refusal, own_defaults
from .postgres_index_parts import renamed_parts
from .postgres_items import place
from .postgres_not_nulls import with_certain_names, with_names_as_there
from .postgres_plan import plan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from flash_core.catalog.model import Catalog

    from .matching import Matching
    from .postgres_columns import Step
    from .postgres_items import Item, Key, Objects


# Settings that are read from a database where they are not the default.
_READ: Final = frozenset({"storage", "statistics", "compression", "options"})


def changes(match: Matching, renames: Sequence[Change]) -> list[Change]:
    """Return the changes that turn one catalog into the other.

    Args:
        match: The catalogs; takes what cannot be expressed.
        renames: What was renamed already, in ``match.old``.
    """
    same = match.old == match.new and _not_nulls(match.old) == _not_nulls(match.new)
    if same and not renames:
        return []
    before, after = match.old, match.new
    if match.live:
        after = with_names_as_there(before, after)
    old, new = map(objects_of, with_certain_names(before, after))
    old.older = new.older = match.older
    if match.live:
        own_defaults(old, new)
        own_defaults(new, old)
        _without_refusals(old, new)
        _with_part_names(old, new)
    agree(old, new, match.turned)
    if match.worded is not None:
        was, now = map(objects_of, match.worded)
        _agree(old, new, was, now, match.turned)
        if match.live:
            _pass_over(old, new, was, now)
    _turn(old, match.turned)
    originals: dict[Key, Item] = {}
    if renames:
        before_renames = objects_of(match.before)
        turn_renamed(before_renames, old)
        originals = _originals(before_renames, old)
    if not renames and _is_refusal_alone(old, new):
        return []
    forward, back = plan(old, new, {}), plan(new, old, originals)
    match.problems += forward.problems
    match.problems += [] if match.problems else back.problems
    found = [
        *map(_undoing, reversed(back.postponed)),
        *(_without_return(change, back.late) for change in renames),
        *(Change(step.sql, "", step.comment, "", step.destroys) for step in forward.steps),
        *map(_undoing, reversed(back.steps)),
    ]
    # What only the way back would say is a REVOKE that had no effect.
    return found if any(change.up for change in found) else []


def _not_nulls(catalog: Catalog) -> list[tuple[str | None, bool | None, bool]]:
    """Return what NOT NULL is called and whose it is, which does not count as part of a column."""
    return [
        (column.not_null_name, column.not_null_above, column.inherited)
        for table in catalog.tables
        for column in table.columns
    ]


def reworded(old: Catalog, new: Catalog, *, live: bool) -> bool:
    """Tell whether something is said in other words, or said, that may make no difference.

    Args:
        old: A schema.
        new: Another.
        live: One of the two was read from a database.
    """
    was, now = objects_of(old).items, objects_of(new).items
    return (live and any(is_privilege(key) for key in was.keys() ^ now.keys())) or any(
        key in was and was[key].facts != item.facts for key, item in now.items()
    )


def _is_about(item: Item, tables: AbstractSet[tuple[str, str]]) -> bool:
    """Tell whether an object is part of some tables, or names them."""
    return bool(tables) and any(key[1:3] in tables for key in (item.key, *item.needs))


def _turn(old: Objects, tables: AbstractSet[tuple[str, str]]) -> None:
    """Have made anew what keeps to columns whose names say others in the new schema.

    Args:
        old: The schema as it is.
        tables: Those of which columns changed names with each other, or whose names, or those of
            whose columns, others have now.
    """
    for item in old.items.values():
        text = item.key[0] == "view" or (item.key[0] == "routine" and not _is_text(item))
        if text and (_is_about(item, tables) or _reads(item, tables)):
            item.facts, item.definition = ("turned", item.facts), None


def _reads(item: Item, tables: AbstractSet[tuple[str, str]]) -> bool:
    """Tell whether a view names some tables, which may be called otherwise by now."""
    view = item.definition
    return isinstance(view, View) and any(place(path) in tables for path in tables_in(view.query))


def _is_text(item: Item) -> bool:
    """Tell whether what a routine does is looked up when it runs."""
    return isinstance(item.definition, Stated) and bool(item.definition.body)


def _agree(
    old: Objects,
    new: Objects,
    was: Objects,
    now: Objects,
    turned: AbstractSet[tuple[str, str]],
) -> None:
    """Let what the server words alike be the same.

    Args:
        old: The schema as it is.
        new: The schema as it should be.
        was: The first in the server's words.
        now: The second in the server's words.
        turned: Tables whose columns changed names with each other, so that words deceive.
    """
    for key, item in new.items.items():
        if _is_about(item, turned):
            continue
        before, one, other = old.items.get(key), was.items.get(key), now.items.get(key)
        if (
            before is not None
            and one is not None
            and other is not None
            # The server may word again what it has worded itself.
            and (other.facts in (one.facts, before.facts) or item.facts == one.facts)
        ):
            item.facts = before.facts


def _pass_over(old: Objects, new: Objects, was: Objects, now: Objects) -> None:
    """Leave out what a server has no trace of: privileges of an owner, settings that are the default.

    Args:
        old: The schema as it is.
        new: The schema as it should be.
        was: The first as the server has it.
        now: The second as the server has it.
    """
    for key in {**old.items, **new.items}:
        if _may_leave_no_trace(key) and key not in was.items and key not in now.items:
            old.items.pop(key, None)
            new.items.pop(key, None)


def _may_leave_no_trace(key: Key) -> bool:
    return (
        is_privilege(key)
        or key[0] == "operator family"
        or (key[0] == "setting" and key[-2] in _READ)
    )


def _with_part_names(old: Objects, new: Objects) -> None:
    """Let indexes of partitions have the names of the new schema: a database does not tell them.

    Args:
        old: The schema as it is.
        new: The schema as it should be.
    """
    while names := renamed_parts(
        old,
        new,
        [key for key in old.items if key not in new.items],
        [key for key in new.items if key not in old.items],
    ):  # those of partitions of partitions have another one above by then
        for was, now in names.items():
            old.items[now] = old.items.pop(was)
            old.items[now].key = now
        for item in old.items.values():
            item.needs = {names.get(key, key) for key in item.needs}
            item.above = names.get(item.above, item.above) if item.above else None


def _without_refusals(old: Objects, new: Objects) -> None:
    """Leave out REVOKE of what nothing granted, of an object whose privileges a database tells."""
    for objects in (old, new):
        for key in [k for k in objects.items if is_refusal(k)]:
            on = objects.items[key].inside
            if on is None or (on in old.items and on in new.items):
                del objects.items[key]


def _is_refusal_alone(old: Objects, new: Objects) -> bool:
    """Tell whether all that is gone is some REVOKE that had no effect."""
    if not any(is_refusal(key) for key in old.items):
        return False
    differing = [key for key in new.items if key not in old.items]
    differing += [
        k for k, i in old.items.items() if k not in new.items or new.items[k].facts != i.facts
    ]
    gone = [key for key in differing if is_refusal(key) and key not in new.items]
    return bool(gone) and len(gone) == len(differing)


def _without_return(change: Change, gone: set[str]) -> Change:
    """Return a rename without its inverse where that comes too late: the object is gone."""
    name = change.down.partition(" RENAME TO ")[0].partition(" SET SCHEMA ")[0]
    name = re.sub(r'(?<![\w".])(?:public|"public")\.', "", name)
    if any(
        name.endswith(f"VIEW {path}")
        or name.startswith((f"ALTER TABLE {path} TO ", f"ALTER DOMAIN {path} TO "))
        or name.partition("(")[0].endswith(f" {path}")
        for path in gone
    ):
        return replace(change, down="", undo="")
    return change


def _undoing(step: Step) -> Change:
    return Change("", step.sql, "", step.comment, undo_destroys=step.destroys)


def _originals(before: Objects, old: Objects) -> dict[Key, Item]:
    """Return what each object was before it, or what it names, was renamed."""
    pairs = zip(before.items.values(), old.items.values(), strict=False)
    return {now.key: was for was, now in pairs if was.key[0] == now.key[0]}
