"""Sequences that statements of their own make, change and give to columns.

Depends on: sql.postgres_objects, postgres_items, postgres_sequences, postgres_tables.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from .postgres_items import Item, place, shown, written
from .postgres_sequences import Sequence, changed, sequence
from .postgres_tables import add_owner

if TYPE_CHECKING:
    from flash_core.catalog.model import OtherObject
    from flash_core.sql.postgres_objects import Stated

    from .postgres_items import Key, Objects

_GONE: Final = ("column",)  # where a sequence is whose column is dropped


def add_sequence(objects: Objects, other: OtherObject, about: Stated) -> None:
    """Add the sequence that a statement makes."""
    key = ("sequence", *place(about.name))
    item = objects.add(Item(key, f"sequence {shown(key)}"))
    parameters = sequence("int8", about.options)
    _describe(item, replace(parameters, unlogged=" UNLOGGED " in other.text[:20].upper()))
    _own(objects, key, dict(about.options))


def _describe(item: Item, parameters: Sequence) -> None:
    item.definition = parameters
    item.facts = (parameters,)
    unlogged = "UNLOGGED " if parameters.unlogged else ""
    item.create = (
        f"CREATE {unlogged}SEQUENCE {written(item.key)} AS {parameters.type_name}"
        f" {parameters.clauses}"
    )
    item.drop = f"DROP SEQUENCE {written(item.key)}"


def alter_sequence(objects: Objects, about: Stated) -> None:
    """Fold what ALTER SEQUENCE says."""
    key = ("sequence", *place(about.name))
    item = objects.items.get(key)
    if item is None or not isinstance(item.definition, Sequence):
        return
    _describe(item, changed(item.definition, about.options))
    _own(objects, key, dict(about.options))


def log_sequence(objects: Objects, about: Stated) -> None:
    """Fold ALTER SEQUENCE … SET LOGGED or UNLOGGED."""
    item = objects.items.get(("sequence", *place(about.table)))
    logged = {"SetLogged": False, "SetUnLogged": True}.get(about.name[0])
    if item is not None and isinstance(item.definition, Sequence) and logged is not None:
        _describe(item, replace(item.definition, unlogged=logged))


def forget_lost(objects: Objects) -> None:
    """Drop the sequences that went with the columns to which they belonged at last."""
    for key in [k for k, item in objects.items.items() if item.inside == _GONE]:
        del objects.items[key]


def _own(objects: Objects, key: Key, options: dict[str, str | None]) -> None:
    """Note to which column a sequence belongs."""
    owner = options.get("owned_by")
    if owner is None:
        return
    item = objects.items[key]
    if owner.lower() == "none":
        objects.items.pop(("owned", *key[1:]), None)
        item.inside = None
        return
    *path, column = owner.split(".")
    relation = objects.relation(tuple(path)) if path else None
    target = None if relation is None else ("column", *relation[1:], column)
    if target is None or target not in objects.items:
        item.inside = _GONE
        objects.items.pop(("owned", *key[1:]), None)
    elif not item.serial:
        item.inside = target
        add_owner(objects, key, target)
