"""How a type of PostgreSQL changes: in place where the server can, else by a new one of its name.

A new type takes the place of the old one column by column, each value by way of its text.

Depends on: catalog, postgres_casts, postgres_columns, postgres_items, postgres_not_nulls.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flash_core.catalog.domains import clause_kind, clause_names, clauses_of, is_named_clause
from flash_core.catalog.identifiers import string
from flash_core.catalog.model import Composite, Domain, Enum
from flash_core.catalog.render import create_type
from flash_core.catalog.render_tables import column_definition
from flash_core.catalog.text import names_in
from flash_core.sql.clauses import significant

from .postgres_casts import aside
from .postgres_columns import Step, column_of, table_key
from .postgres_items import PG, comparable, quoted, written
from .postgres_not_nulls import renamed_domain_not_null

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from collections.abc import Set as AbstractSet

    from flash_core.catalog.model import Column

    from .postgres_casts import Casts
    from .postgres_items import Item, Key, Objects


def is_alterable(old: Item, new: Item) -> bool:
    """Tell whether ALTER TYPE or ALTER DOMAIN can do it."""
    before, after = old.definition, new.definition
    if isinstance(before, Enum) and isinstance(after, Enum):
        return tuple(x for x in after.labels if x in before.labels) == before.labels
    if isinstance(before, Domain) and isinstance(after, Domain):
        return (before.type, _collation(before)) == (after.type, _collation(after))
    if isinstance(before, Composite) and isinstance(after, Composite):
        was = {column.name: attribute_facts(column) for column in before.columns}
        now = {column.name: attribute_facts(column) for column in after.columns}
        kept = [name for name in was if name in now]
        return list(now)[: len(kept)] == kept and all(was[name] == now[name] for name in kept)
    return False


def attribute_facts(column: Column) -> tuple[object, ...]:
    """Return what must agree for an attribute to be the same, whatever its type is spelt like."""
    return column.name, column.type or column.type_text, column.collation


def _collation(domain: Domain) -> list[str]:
    return [clause for clause in clauses_of(domain.text) if clause_kind(clause) == "COLLATE"]


def new_labels(old: Item, new: Item) -> tuple[str, ...]:
    """Return the labels that an enum gets."""
    before, after = old.definition, new.definition
    if isinstance(before, Enum) and isinstance(after, Enum):
        return tuple(label for label in after.labels if label not in before.labels)
    return ()


def alter_type(objects: Objects, old: Item, new: Item) -> Iterator[Step]:
    """Yield what turns a type into another of its name.

    Args:
        objects: The schema as it is.
        old: The type.
        new: What it should be.
    """
    before, after = old.definition, new.definition
    if isinstance(before, Enum) and isinstance(after, Enum):
        yield from _labels(new, before, after)
    elif isinstance(before, Domain) and isinstance(after, Domain):
        yield from _domain(new, before, after)
    elif isinstance(before, Composite) and isinstance(after, Composite):
        tables = objects.catalog.tables
        typed = any(objects.type(t.of_type) == old.key for t in tables if t.of_type)
        yield from _attributes(new, before, after, " CASCADE" if typed else "")


def _labels(new: Item, before: Enum, after: Enum) -> Iterator[Step]:
    present = list(before.labels)
    for position, label in enumerate(after.labels):
        if label in present:
            continue
        where = f" BEFORE {string(present[position])}" if position < len(present) else ""
        present.insert(position, label)
        yield Step(
            f"ALTER TYPE {written(new.key)} ADD VALUE {string(label)}{where}",
            f"add value {label} to {new.label}",
        )


def _attributes(new: Item, before: Composite, after: Composite, tail: str) -> Iterator[Step]:
    head = f"ALTER TYPE {written(new.key)}"
    names = {column.name for column in after.columns}
    for column in before.columns:
        if column.name not in names:
            yield Step(
                f"{head} DROP ATTRIBUTE {quoted(column.name)}{tail}",
                f"drop attribute {column.name} of {new.label}",
                destroys=True,
            )
    names = {column.name for column in before.columns}
    for column in after.columns:
        if column.name not in names:
            yield Step(
                f"{head} ADD ATTRIBUTE {column_definition(column, PG)}{tail}",
                f"add attribute {column.name} to {new.label}",
            )


def _domain(new: Item, before: Domain, after: Domain) -> Iterator[Step]:
    head = f"ALTER DOMAIN {written(new.key)}"
    was, now = domain_parts(before), domain_parts(after)
    now = {n: was[n] if _agree(was.get(n, ""), clause) else clause for n, clause in now.items()}
    for name, clause in was.items():
        if now.get(name) not in {clause, clause.removesuffix(" NOT VALID")}:
            yield from _without_clause(head, name, clause, new, gone=name not in now)
    names = _not_null_name(before), _not_null_name(after)
    yield from _renamed_not_null(new, *names)
    for name, clause in now.items():
        if was.get(name) != clause:
            kind = clause_kind(clause)
            if was.get(name) == f"{clause} NOT VALID":
                yield Step(
                    f"{head} VALIDATE CONSTRAINT {quoted(name)}", f"look for what breaks {name}"
                )
            elif kind == "CHECK":
                body = f"CONSTRAINT {quoted(name)} {clause}"
                yield Step(f"{head} ADD {body}", f"add {name} to {new.label}")
            elif kind == "DEFAULT":
                yield Step(f"{head} SET {clause}", f"set default of {new.label}")
            elif kind == "NOT" and name not in was:
                yield Step(f"{head} SET NOT NULL", f"require a value in {new.label}")
                yield from _renamed_not_null(new, f"{after.name}_not_null", names[1])


def _agree(one: str, other: str) -> bool:
    return comparable(one) == comparable(other)


def _not_null_name(domain: Domain) -> str:
    """Return what the NOT NULL of a domain is called, if it has one."""
    clauses = clauses_of(domain.text)
    named = zip(clause_names(domain.name, clauses), clauses, strict=True)
    return next((name for name, clause in named if name and clause_kind(clause) == "NOT"), "")


def _renamed_not_null(new: Item, was: str, name: str) -> Iterator[Step]:
    if was and name and was != name:
        sql = renamed_domain_not_null(written(new.key), was, name)
        yield Step(sql, f"rename the NOT NULL constraint of {new.label}, if it has one")


def _without_clause(head: str, name: str, clause: str, new: Item, *, gone: bool) -> Iterator[Step]:
    match clause_kind(clause):
        case "CHECK":
            yield Step(f"{head} DROP CONSTRAINT {quoted(name)}", f"drop {name} of {new.label}")
        case "DEFAULT" if gone:
            yield Step(f"{head} DROP DEFAULT", f"drop default of {new.label}")
        case "NOT" if gone:
            yield Step(f"{head} DROP NOT NULL", f"allow NULL in {new.label}")
        case _:
            pass


def domain_parts(domain: Domain) -> dict[str, str]:
    """Return the clauses of a domain: by the name of the constraint, or by what they are."""
    clauses = clauses_of(domain.text)
    found: dict[str, str] = {}
    for name, clause in zip(clause_names(domain.name, clauses), clauses, strict=True):
        kind = clause_kind(clause)
        usual = name == f"{domain.name}_not_null"
        if (kind == "CHECK" or usual) and name is not None and is_named_clause(clause):
            tokens = significant(clause, PG)
            clause = tokens.slice(2, len(tokens))  # noqa: PLW2901 - without its name
        if kind == "NOT":
            own = f"CONSTRAINT {quoted(name)} " if name and is_named_clause(clause) else ""
            clause = f"{own}NOT NULL"  # noqa: PLW2901 - in one spelling
        unchecked = " NOT VALID" if name in domain.unchecked else ""
        found[name if kind == "CHECK" and name is not None else f" {kind}"] = clause + unchecked
    return {name: clause for name, clause in found.items() if name not in {" NULL", " COLLATE"}}


def created(item: Item) -> str:
    """Return what makes a domain.

    Args:
        item: The domain, which may be without some of its clauses.
    """
    domain = item.definition
    return create_type(domain, PG) if isinstance(domain, Domain) else item.create


def bared(item: Item, routines: Collection[Key]) -> Item:
    """Return a domain without the clauses that call a routine.

    Args:
        item: The domain.
        routines: Keys of the routines, among others.
    """
    domain = item.definition
    if not isinstance(domain, Domain):
        return item
    names = {key[2] for key in routines if key[0] == "routine"}
    clauses = clauses_of(_certain(domain).text)
    kept = [clause for clause in clauses if not names_in(clause, PG, calls=True) & names]
    return replace(item, definition=replace(domain, text=" ".join(kept)))


def swap(old: Item, new: Item, columns: list[tuple[Item, Item]], casts: Casts) -> Iterator[Step]:
    """Yield what puts a new type in the place of an old one.

    Args:
        old: The type.
        new: What it should be.
        columns: Those of the type before and after.
        casts: What makes new values of old ones.
    """
    if is_range(casts.old, old.key):
        yield from _by_way_of_text(old, new, columns)
        return
    word = "DOMAIN" if isinstance(old.definition, Domain) else "TYPE"
    create = new.create
    if isinstance(new.definition, Domain):
        # The old one has the names that the server would give.
        create = create_type(_certain(new.definition), PG)
    yield Step(
        f"ALTER {word} {written(old.key)} RENAME TO {quoted(aside(old.key)[2])};\n"
        f"{create}{casts.created(old.key)}",
        f"make {new.label} anew",
    )
    for before, after in columns:
        column = column_of(after)
        name = quoted(column.name)
        value = casts.value(name, column_of(before), column)
        label = after.label.removeprefix("column ")
        yield Step(
            f"ALTER TABLE {written(table_key(before))} ALTER COLUMN {name}"
            f" TYPE {column.type_text} USING {value}",
            f"give {label} the new type{_caution(old, new)}",
        )


def _caution(old: Item, new: Item) -> str:
    """Return what to look for before values get a type that may not have them."""
    before, after = old.definition, new.definition
    if not isinstance(before, Enum) or not isinstance(after, Enum):
        return "; fails if a value is none of it"
    gone = [string(each) for each in before.labels if each not in after.labels]
    if not gone:
        return ""
    return f"; fails if rows hold {' or '.join(gone)}: give them another value first"


def _certain(domain: Domain) -> Domain:
    """Return the domain with a name for each constraint."""
    clauses = clauses_of(domain.text)
    named = [
        f"CONSTRAINT {quoted(name)} {clause}"
        if name is not None and not is_named_clause(clause)
        else clause
        for name, clause in zip(clause_names(domain.name, clauses), clauses, strict=True)
    ]
    return replace(domain, text=" ".join(named))


def _by_way_of_text(old: Item, new: Item, columns: list[tuple[Item, Item]]) -> Iterator[Step]:
    """Yield what makes a range anew while its values are text.

    A renamed range would leave functions behind that have the names of those of the new one.
    """
    places = [
        (
            f"ALTER TABLE {written(table_key(before))} ALTER COLUMN {quoted(after.key[3])} TYPE",
            quoted(after.key[3]),
            column_of(after),
            after.label.removeprefix("column "),
        )
        for before, after in columns
    ]
    for head, name, column, label in places:
        plain = "text[]" if column.type is not None and column.type.dimensions else "text"
        yield Step(f"{head} {plain} USING {name}::{plain}", f"write {label} as text for a while")
    yield Step(f"{old.drop};\n{new.create}", f"make {new.label} anew")
    for head, name, column, label in places:
        yield Step(
            f"{head} {column.type_text} USING {name}::{column.type_text}",
            f"give {label} the new type; fails if a value is none of it",
        )


def is_range(objects: Objects, key: Key) -> bool:
    """Tell whether a type is a range."""
    return any(("type", found.schema, found.name) == key for found in objects.catalog.ranges)


def columns_of(
    old: Objects, new: Objects, key: Key, anew: AbstractSet[Key]
) -> list[tuple[Item, Item]]:
    """Return the columns that have a type before and after, where they are written.

    Args:
        old: The schema as it is.
        new: The schema as it should be.
        key: The type.
        anew: What is made anew.
    """
    found: list[tuple[Item, Item]] = []
    for item in new.users(key):
        item_key = item.key
        before = old.items.get(item_key)
        if item_key[0] != "column" or before is None or (item.unwritten and before.unwritten):
            continue
        if table_key(item) in anew or item_key in anew:
            continue  # it gets its type when it is made
        if key in before.needs and _is_of(old, before, key):
            found.append((before, item))
    return found


def _is_of(objects: Objects, item: Item, key: Key) -> bool:
    kind = column_of(item).type
    return kind is not None and objects.type(kind.parts) == key


def is_contained(objects: Objects, key: Key) -> bool:
    """Tell whether values of a type, or of domains over it, are elements or fields of a column.

    Args:
        objects: The schema.
        key: The type.
    """
    seen: set[Key] = {key}
    waiting = [(key, False)]
    while waiting:
        inner, is_part = waiting.pop()
        for item in objects.users(inner):
            type_ = column_of(item).type if item.key[0] == "column" else None
            if type_ is not None and (is_part or type_.dimensions):
                return True
            if item.key[0] == "type" and item.key not in seen:
                seen.add(item.key)
                waiting.append((item.key, is_part or not isinstance(item.definition, Domain)))
    return False
