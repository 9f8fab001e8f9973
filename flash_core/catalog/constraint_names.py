"""Names of PostgreSQL for constraints whose usual name another one has.

They are names in a schema, those of keys of relations, too: of ``a_b (c UNIQUE)`` and
``a (b_c UNIQUE)`` the second one's is ``a_b_c_key1`` (``ChooseConstraintName`` of the server).

Depends on: engine, domains, draft, identifiers, model, names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import replace
from flash_core.engine import Engine

from .domains import clause_kind, clause_names, clauses_of
from .identifiers import quote
from .model import Check, ForeignKey
from .names import constraint_names, constraints, unused, usual_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .draft import Draft, ObjectId
    from .model import Domain, Table


def with_free_names(draft: Draft, table: Table) -> Table:
    """Return a table that comes, or has got constraints, with names where it cannot have the usual.

    Args:
        draft: What there is.
        table: The table, which may be there without them.
    """
    if draft.engine is not Engine.POSTGRESQL or not constraints(table):
        return table
    if draft.constraint_names is None:
        draft.constraint_names = set(_all_names(draft))
    own = draft.id(table.schema, table.name)
    before = draft.tables.get(own)
    there = {name for name, _ in constraint_names(before)} if before is not None else set[str]()
    changed: dict[int, str] = {}
    for name, item in constraint_names(table):
        id_ = draft.id(table.schema, name)
        keyed = not isinstance(item, (Check, ForeignKey))
        if item.name is None and name not in there and _is_taken(draft, id_, own, keyed=keyed):
            taken = _Taken(draft, table.schema, own, keyed=keyed)
            changed[id(item)] = usual_name(table, item, taken)
            id_ = draft.id(table.schema, changed[id(item)])
        draft.constraint_names.add(id_)
    return _named(table, changed) if changed else table


def _named(table: Table, names: dict[int, str]) -> Table:
    """Return a table with names for some of its constraints."""
    return replace(
        table,
        keys=tuple(replace(i, name=names.get(id(i), i.name)) for i in table.keys),
        foreign_keys=tuple(replace(i, name=names.get(id(i), i.name)) for i in table.foreign_keys),
        checks=tuple(replace(i, name=names.get(id(i), i.name)) for i in table.checks),
        others=tuple(replace(i, name=names.get(id(i), i.name)) for i in table.others),
    )


def domain_with_free_names(draft: Draft, domain: Domain) -> Domain:
    """Return a new domain with names for its checks where they cannot have the usual."""
    if draft.constraint_names is None:
        return domain
    clauses = clauses_of(domain.text)
    for place, name in enumerate(clause_names(domain.name, clauses)):
        id_ = draft.id(domain.schema, name or "")
        if name is None:
            continue
        if clause_kind(clauses[place]) == "CHECK" and _is_taken(draft, id_):
            free = unused(domain.name, "", "check", _Taken(draft, domain.schema))
            clauses[place] = f"CONSTRAINT {quote(free, Engine.POSTGRESQL)} {clauses[place]}"
            id_ = draft.id(domain.schema, free)
        draft.constraint_names.add(id_)
    return replace(domain, text=" ".join(clauses))


class _Taken:
    """The names of a schema that another constraint has."""

    def __init__(
        self, draft: Draft, schema: str, own: ObjectId | None = None, *, keyed: bool = False
    ) -> None:
        self.draft = draft
        self.schema = schema
        self.own = own
        self.keyed = keyed

    def __contains__(self, name: object) -> bool:
        id_ = self.draft.id(self.schema, str(name))
        return _is_taken(self.draft, id_, self.own, keyed=self.keyed)


def _is_taken(
    draft: Draft, id_: ObjectId, own: ObjectId | None = None, *, keyed: bool = False
) -> bool:
    """Tell whether something has the name already; the index of a key is a relation besides."""
    if keyed and (draft.relation(id_) is not None or id_ in draft.indexes):
        return True
    if draft.constraint_names is None or id_ not in draft.constraint_names:
        return False
    # It was given once: who has it may be gone.
    return id_ in _all_names(draft, but=own)


def _all_names(draft: Draft, but: ObjectId | None = None) -> Iterator[ObjectId]:
    """Yield the names of the constraints of tables and domains."""
    for key, table in draft.tables.items():
        for name, _ in constraint_names(table) if key != but else ():
            yield draft.id(table.schema, name)
    for domain in draft.domains.values():
        for own in filter(None, clause_names(domain.name, clauses_of(domain.text))):
            yield draft.id(domain.schema, own)
