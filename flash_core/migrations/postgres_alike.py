"""Objects that say the same in other words, as a dump has them beside a file written by hand.

Only what is certain without a server; see sql.postgres_alike.

Depends on: catalog, sql.postgres_alike, postgres_items, postgres_types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from flash_core.catalog.domains import clause_kind
from flash_core.catalog.model import Check, Column, Domain, Index, OtherConstraint, Table
from flash_core.sql.postgres_alike import form_of, statement_form

from .postgres_types import domain_parts

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from .postgres_items import Item, Objects

_STATEMENTS: Final = frozenset(
    {"routine", "trigger", "policy", "type", "index", "operator", "aggregate", "statistics"}
)

_WORDED: Final = (1, 4)  # where the facts of columns have the collation and what is generated


def agree(old: Objects, new: Objects, turned: AbstractSet[tuple[str, str]]) -> None:
    """Let objects be the same that say the same in other words.

    Args:
        old: The schema as it is.
        new: The schema as it should be.
        turned: Tables whose columns changed names with each other, so that words deceive.
    """
    for key, item in new.items.items():
        before = old.items.get(key)
        if before is None or before.facts == item.facts:
            continue
        if turned and any(each[1:3] in turned for each in (key, *item.needs)):
            continue
        was, now = _form(old, before), _form(new, item)
        if was is not None and was == now:
            item.facts = before.facts


def _form(objects: Objects, item: Item) -> Hashable | None:
    """Return what must agree for objects to be the same, or ``None`` where their words must."""
    kinds, made, table = _kinds(objects, item), item.definition, item.key[1:3]
    if isinstance(made, Index):
        table = made.schema, made.table
    if isinstance(made, Check):
        form = form_of(made.text, kinds, "bool", table)
        return None if form is None else (form, made.tail.upper())
    if isinstance(made, Column) and item.key[0] == "column":
        return _column(item, made, kinds, _kind(objects, made))
    if isinstance(made, Domain):
        return _domain(objects, item, made)
    if item.key[0] == "default" and isinstance(made, str):
        column = objects.items.get(("column", *item.key[1:]))
        own = column.definition if column is not None else None
        return form_of(made, {}, _kind(objects, own) if isinstance(own, Column) else "")
    if isinstance(made, OtherConstraint):
        return statement_form(item.create, kinds, table)
    if item.key[0] not in _STATEMENTS:
        return None
    form = statement_form(item.create, kinds, table)
    return None if form is None else (form, _beside(item))


def _beside(item: Item) -> Hashable:
    """Return what must agree beside the statements of objects."""
    if isinstance(item.definition, Index):
        return item.definition.unique, item.definition.lacking
    return tuple(_meant(item.facts)) if item.key[0] == "routine" else None


def _meant(facts: Hashable) -> Iterator[Hashable]:
    """Yield the columns that a star means in a routine, with what ALTER says beside them."""
    for part in _parts(facts):
        yield from _meant(part)
        if not isinstance(part, tuple | str):
            yield part


def _facts(item: Item) -> tuple[Hashable, ...]:
    return _parts(item.facts)


def _parts(facts: Hashable) -> tuple[Hashable, ...]:
    several = isinstance(facts, tuple)
    found: Any = facts  # else pyright does not know of what they are a tuple
    return found if several else ()


def _kinds(objects: Objects, item: Item) -> Mapping[str, str]:
    """Return the types of the columns that an object may name."""
    table = objects.items.get(("table", *item.key[1:3]))
    if isinstance(item.definition, Index):
        table = objects.items.get(("table", item.definition.schema, item.definition.table))
    found = table.definition if table is not None else None
    return {c.name: _kind(objects, c) for c in found.columns} if isinstance(found, Table) else {}


def _kind(objects: Objects, column: Column) -> str:
    """Return the type of a column, or of its domain, as a cast to it says it."""
    type_ = column.type
    while type_ is not None and not type_.dimensions:
        domain = objects.catalog.find_domain(type_.parts)
        if domain is None:
            break
        type_ = domain.type
    if type_ is None or (type_.parts[-1:] == ("interval",) and type_.modifiers):
        return ""  # INTERVAL DAY reads other units into a number
    path = type_.parts[1:] if type_.parts[:1] in {("public",), ("pg_catalog",)} else type_.parts
    return ".".join(path) + "[]" * bool(type_.dimensions)


def _column(item: Item, column: Column, kinds: Mapping[str, str], kind: str) -> Hashable | None:
    form = form_of(column.generated, kinds, kind, item.key[1:3]) if column.generated else ""
    if form is None:
        return None
    rest = tuple(fact for place, fact in enumerate(_facts(item)) if place not in _WORDED)
    return form, (column.collation or "").removeprefix("pg_catalog."), rest


def _domain(objects: Objects, item: Item, domain: Domain) -> Hashable | None:
    kind = _kind(objects, Column("value", domain.type, ""))
    found: list[Hashable] = []
    for name, clause in sorted(domain_parts(domain).items()):
        word = clause_kind(clause)
        form: Hashable = clause
        if word in {"CHECK", "DEFAULT"}:
            text = clause[len(word) :].strip()
            valid = text.removesuffix(" NOT VALID")
            form = form_of(valid, {"value": kind}, kind if word == "DEFAULT" else "bool")
            if form is None:
                return None
            form = form, valid == text
        found.append((name, form))
    collation = _facts(item)[3:]
    return domain.type, tuple(found), collation
