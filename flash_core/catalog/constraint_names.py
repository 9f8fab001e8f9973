"""Names of PostgreSQL for constraints whose usual name another one has.

They are names in a schema, those of keys of relations, too: of ``a_b (c UNIQUE)`` and
``a (b_c UNIQUE)`` the second one's is ``a_b_c_key1`` (``ChooseConstraintName`` of the server).
NOT NULL has a name since PostgreSQL 18.

Depends on: engine, domains, draft, identifiers, model, names, not_nulls.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import replace
from flash_core.engine import Engine

from .domains import clause_kind, clause_names, clauses_of, is_named_clause
from .identifiers import quote
from .model import Check, ForeignKey
from .names import constraint_names, constraints, object_name, unused, usual_name
from .not_nulls import comes_from_above, is_cut, is_named, not_null_name

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from .draft import Draft, ObjectId
    from .model import Column, Domain, Table


def with_free_names(draft: Draft, table: Table) -> Table:
    """Return a table that comes, or has got constraints, with names where it cannot have the usual.

    Args:
        draft: What there is.
        table: The table, which may be there without them.
    """
    if draft.engine is not Engine.POSTGRESQL or not constraints(table):
        return table
    names = _given(draft)
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
        names.add(id_)
    return _named(table, changed) if changed else table


def with_free_not_nulls(draft: Draft, table: Table) -> Table:
    """Return a table that comes, or has changed, with names of NOT NULL where they have a number.

    Args:
        draft: What there is.
        table: The table with all that its columns require; it may be there without some of it.
    """
    if draft.engine is not Engine.POSTGRESQL:
        return table
    names = _given(draft)
    before = draft.tables.get(draft.id(table.schema, table.name))
    there = {c.name for c in before.columns if is_named(c)} if before is not None else set[str]()
    changed: dict[str, str] = {}
    for column in table.columns:
        if column.name in there or not is_named(column) or comes_from_above(table, column):
            continue
        name = column.not_null_name
        if name is None:
            name = free_not_null(draft, table, column, changed.values())
            if name != object_name(table.name, column.name, "not_null"):
                changed[column.name] = name
        names.add(draft.id(table.schema, name))
    if not changed:
        return table
    columns = (
        replace(c, not_null_name=changed.get(c.name, c.not_null_name)) for c in table.columns
    )
    return replace(table, columns=tuple(columns))


def free_not_null(draft: Draft, table: Table, column: Column, besides: Iterable[str] = ()) -> str:
    """Return the name that a NOT NULL without one gets.

    Args:
        draft: What there is.
        table: Its table, which may not be there yet.
        column: Its column.
        besides: Names that are taken, too.
    """
    name = object_name(table.name, column.name, "not_null")
    own = {item.name for item in constraints(table)}
    own.update(besides, (c.not_null_name for c in table.columns))
    if is_cut(table.name, column.name):
        return name
    if name not in own and not _is_taken(draft, draft.id(table.schema, name)):
        return name
    return unused(table.name, column.name, "not_null", _Taken(draft, table.schema, besides=own))


def _given(draft: Draft) -> set[ObjectId]:
    """Return every name that a constraint was given so far."""
    if draft.constraint_names is None:
        draft.constraint_names = set(_all_names(draft))
    return draft.constraint_names


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
    """Return a new domain with names for its constraints where they cannot have the usual."""
    names = _given(draft)
    clauses = clauses_of(domain.text)
    for place, name in enumerate(clause_names(domain.name, clauses)):
        id_ = draft.id(domain.schema, name or "")
        if name is None:
            continue
        if not is_named_clause(clauses[place]) and _is_taken(draft, id_):
            label = "check" if clause_kind(clauses[place]) == "CHECK" else "not_null"
            free = unused(domain.name, "", label, _Taken(draft, domain.schema))
            clauses[place] = f"CONSTRAINT {quote(free, Engine.POSTGRESQL)} {clauses[place]}"
            id_ = draft.id(domain.schema, free)
        names.add(id_)
    return replace(domain, text=" ".join(clauses))


class _Taken:
    """The names of a schema that another constraint has."""

    def __init__(
        self,
        draft: Draft,
        schema: str,
        own: ObjectId | None = None,
        *,
        keyed: bool = False,
        besides: Container[object] = (),
    ) -> None:
        self.draft = draft
        self.schema = schema
        self.own = own
        self.keyed = keyed
        self.besides = besides

    def __contains__(self, name: object) -> bool:
        id_ = self.draft.id(self.schema, str(name))
        return name in self.besides or _is_taken(self.draft, id_, self.own, keyed=self.keyed)


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
        for column in table.columns if key != but else ():
            if is_named(column):
                name = not_null_name(lambda path: draft.tables.get(draft.key(path)), table, column)
                yield draft.id(table.schema, name)
    for domain in draft.domains.values():
        for own in filter(None, clause_names(domain.name, clauses_of(domain.text))):
            yield draft.id(domain.schema, own)
