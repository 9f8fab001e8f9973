"""Names of PostgreSQL for keys whose usual name something else has.

The index of a key is a relation, so that ``a_b (c UNIQUE)`` and ``a (b_c UNIQUE)`` cannot both have
an ``a_b_c_key``: the second one is ``a_b_c_key1`` (``ChooseRelationName`` of the server).

Depends on: engine, draft, model, names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import replace
from flash_core.engine import Engine

from .model import Key
from .names import key_names, unused_key_name

if TYPE_CHECKING:
    from .draft import Draft, ObjectId
    from .model import OtherConstraint, Table


def with_free_names(draft: Draft, table: Table) -> Table:
    """Return a table that comes, or has got keys, with names for those that cannot have the usual.

    Args:
        draft: What there is.
        table: The table, which may be there without them.
    """
    if draft.engine is not Engine.POSTGRESQL or not (table.keys or table.others):
        return table
    if draft.key_names is None:
        draft.key_names = {
            draft.id(t.schema, n) for t in draft.tables.values() for n, _ in key_names(t)
        }
    own = draft.id(table.schema, table.name)
    before = draft.tables.get(own)
    there = {name for name, _ in key_names(before)} if before is not None else set[str]()
    changed: dict[int, Key | OtherConstraint] = {}
    for name, item in key_names(table):
        id_ = draft.id(table.schema, name)
        if item.name is None and name not in there and _is_taken(draft, id_, own):
            taken = _Taken(draft, table.schema, own)
            changed[id(item)] = replace(item, name=unused_key_name(table, item, taken))
            id_ = draft.id(table.schema, changed[id(item)].name or "")
        draft.key_names.add(id_)
    if not changed:
        return table
    keys = tuple(
        found if isinstance(found := changed.get(id(k), k), Key) else k for k in table.keys
    )
    others = (changed.get(id(item), item) for item in table.others)
    return replace(
        table,
        keys=keys,
        others=tuple(item for item in others if not isinstance(item, Key)),
    )


class _Taken:
    """The names of a schema that something else has."""

    def __init__(self, draft: Draft, schema: str, own: ObjectId) -> None:
        self.draft = draft
        self.schema = schema
        self.own = own

    def __contains__(self, name: object) -> bool:
        id_ = self.draft.id(self.schema, str(name))
        return _is_taken(self.draft, id_, self.own)


def _is_taken(draft: Draft, id_: ObjectId, own: ObjectId) -> bool:
    if draft.relation(id_) is not None or id_ in draft.indexes:
        return True
    if draft.key_names is None or id_ not in draft.key_names:
        return False
    # It was given once: who has it may be gone.
    return any(
        draft.id(table.schema, name) == id_
        for key, table in draft.tables.items()
        if key[0] == id_[0] and key != own
        for name, _ in key_names(table)
    )
