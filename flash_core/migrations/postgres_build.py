"""A catalog of PostgreSQL as items.

Depends on: catalog, sql.postgres_objects, postgres_function_rows, postgres_items, postgres_kept,
postgres_spelling, postgres_stars, postgres_tables.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core.catalog.domains import clause_kind, clauses_of
from flash_core.catalog.identifiers import quote
from flash_core.catalog.model import Domain, Enum, Table, View
from flash_core.catalog.order import ordered_types
from flash_core.catalog.partition_indexes import partition_indexes
from flash_core.catalog.reading import tables_in
from flash_core.catalog.render import create_index, create_schema, create_type
from flash_core.catalog.text import mentions
from flash_core.catalog.user_types import multirange_name
from flash_core.sql.lexer import tokenize
from flash_core.sql.syntax import Star
from flash_core.sql.syntax.walk import descend

from .postgres_function_rows import function_rows
from .postgres_items import PG, USED, Item, Objects, column_key, comparable, filled, written
from .postgres_kept import add_kept, announced
from .postgres_spelling import spelt_alike
from .postgres_stars import without_stars
from .postgres_tables import add_comment, add_table
from .postgres_types import attribute_facts, domain_parts

if TYPE_CHECKING:
    from flash_core.catalog.model import Catalog, Composite, Index
    from flash_core.sql.syntax import Node

    from .postgres_items import Key


_REPLACE: Final = re.compile(r"CREATE\s+(?:OR\s+REPLACE\s+)?", re.IGNORECASE)


def objects_of(catalog: Catalog) -> Objects:
    """Return every object of a catalog.

    Args:
        catalog: Of PostgreSQL.
    """
    catalog = spelt_alike(catalog)
    objects = Objects(catalog)
    _announce(objects)
    for schema in catalog.schemas:
        item = objects.add(Item(("schema", "", schema), f"schema {schema}"))
        item.create = create_schema(schema, PG)
        item.drop = f"DROP SCHEMA {quote(schema, PG)}"
    for kind in ordered_types(catalog):
        _add_type(objects, kind)
    for table in catalog.tables:
        add_table(objects, table)
    for view in catalog.views:
        _add_view(objects, view)
    for index in catalog.indexes:
        _add_index(objects, index)
    for index, above in partition_indexes(catalog):
        _add_part(objects, index, above)
    add_kept(objects)
    for item in objects.items.values():
        if isinstance(item.definition, View):
            _need_results(objects, item, item.definition)
        if item.key[0] in {"type", "view", "routine", "sequence", "statistics"} and item.key[1]:
            item.needs.add(("schema", "", item.key[1]))
    return objects


def _announce(objects: Objects) -> None:
    """Let text mention what is defined anywhere."""
    catalog = objects.catalog
    types: tuple[Enum | Domain | Composite, ...] = (
        *catalog.enums,
        *catalog.domains,
        *catalog.composites,
    )
    for kind in types:
        objects.announce(("type", kind.schema, kind.name))
    for table in catalog.tables:
        objects.announce(("table", table.schema, table.name))
        for column in table.columns:
            objects.announce(column_key(table.schema, table.name, column.name))
    for view in catalog.views:
        objects.announce(("view", view.schema, view.name))
    for key in announced(catalog):
        objects.announce(key)
    for item in catalog.ranges:
        multirange = item.multirange or multirange_name(item.name)
        objects.alias(multirange, ("type", item.schema, item.name))


def _add_type(objects: Objects, kind: Enum | Domain | Composite) -> None:
    key = ("type", kind.schema, kind.name)
    word = "DOMAIN" if isinstance(kind, Domain) else "TYPE"
    name = f"{kind.schema}.{kind.name}" if kind.schema else kind.name
    item = objects.add(Item(key, f"{type(kind).__name__.lower()} {name}", definition=kind))
    item.create = create_type(kind, PG)
    item.drop = f"DROP {word} {written(key)}"
    names = []
    if isinstance(kind, Enum):
        item.facts = ("enum", kind.labels)
        if kind.comment is not None:
            add_comment(objects, "TYPE", written(key), kind.comment, key)
    elif isinstance(kind, Domain):
        parts = domain_parts(kind)
        collation = [comparable(c) for c in clauses_of(kind.text) if clause_kind(c) == "COLLATE"]
        item.facts = ("domain", kind.type, tuple(sorted(parts.items())), tuple(collation))
        item.needs |= {k for k in objects.mentioned(kind.text) if k[0] in USED | {"sequence"}}
        names = [kind.type]
    else:
        item.facts = ("composite", tuple(map(attribute_facts, kind.columns)))
        names = [column.type for column in kind.columns if column.type is not None]
        collations = [column.collation for column in kind.columns if column.collation]
        item.needs |= {c for name in collations if (c := objects.collation(name))}
    for found in (objects.type(type_.parts) for type_ in names):
        if found is not None:
            item.needs.add(found)


def _has_star(query: Node) -> bool:
    return any(isinstance(found, Star) for found in descend(query))


def _add_view(objects: Objects, view: View) -> None:
    key = ("table" if view.table else "view", view.schema, view.name)
    word = "TABLE" if view.table else "MATERIALIZED VIEW" if view.materialized else "VIEW"
    name = f"{view.schema}.{view.name}" if view.schema else view.name
    item = objects.add(Item(key, f"{word.lower()} {name}", definition=view, destroys=view.table))
    text = _REPLACE.sub("CREATE ", view.text, count=1)
    item.create = ";\n".join([text, *view.changes])
    item.drop = f"DROP {word} {written(key)}"
    listed = without_stars(objects.catalog, view, text)
    item.listed = ";\n".join([listed, *view.changes]) if listed else ""
    shown = text if listed is None else listed
    shown = filled(shown) if view.materialized else shown
    item.facts = ("view", comparable(shown), view.changes)
    read = {found for parts in tables_in(view.query) if (found := objects.relation(parts))} - {key}
    item.needs |= read | {
        k
        for k in objects.mentioned(view.text)
        if k[0] in USED - {"routine"} or k[0] == "sequence" or _is_called(k, view.text)
    }
    star = _has_star(view.query)
    item.needs |= objects.columns_in(view.text, read, every=star) | _renamed(objects, view, read)
    if "GROUP BY" in view.text.upper():  # a primary key may decide what need not be grouped
        item.needs |= {
            k for k in objects.items if k[0] == "constraint" and ("table", *k[1:3]) in read
        }
    if star and listed is None:
        item.facts = (item.facts, _under_star(objects, view, read))


def _is_called(key: Key, text: str) -> bool:
    """Tell whether a routine is called in a text, be it as ``row.f``: a column may have its name."""
    name = re.escape(key[2].replace('"', '""'))
    return key[0] == "routine" and (
        re.search(rf"(?i)(?<![\w$]){name}\"?\s*\(|\.\s*\"?{name}(?![\w$])", text) is not None
    )


def _renamed(objects: Objects, view: View, read: set[Key]) -> set[Key]:
    """Return the columns that a view knows by names which they had when it was made."""
    if view.as_of is None:
        return set()
    found: set[Key] = set()
    for key in read:
        now, was = objects.items[key].definition, view.as_of.find_table(key[1:])
        if not isinstance(now, Table) or was is None:
            continue
        names, known = ({column.name for column in table.columns} for table in (now, was))
        if any(mentions(view.text, name, PG) for name in known - names):
            found |= {column_key(now.schema, now.name, name) for name in names - known}
    return found


def _under_star(objects: Objects, view: View, read: set[Key]) -> frozenset[Key]:
    """Return the columns that a star means: those that there were when the view was made."""
    if view.as_of is None:
        return frozenset(objects.columns_in("", read, every=True))
    tables = filter(None, map(view.as_of.find_table, tables_in(view.query)))
    return frozenset(column_key(t.schema, t.name, c.name) for t in tables for c in t.columns)


def _need_results(objects: Objects, item: Item, view: View) -> None:
    """Let a view need the columns of the rows that its functions return."""
    routines = [objects.items[k] for k in item.needs if k[0] == "routine" and k in objects.items]
    tables = {k for found in routines for k in found.needs if k[0] == "table"}
    if tables:
        item.needs |= objects.columns_in(view.text, tables, every=_has_star(view.query))
    if rows := function_rows(objects, item, view):
        item.facts = (item.facts, tuple(rows.items()))
        item.wants |= {key for kind in rows for key in (kind, *objects.columns(kind).values())}


def _bare(text: str) -> str:
    """Return an index without the brackets that the server puts around the whole predicate."""
    head, word, predicate = text.rpartition(" WHERE (")
    if not word or not predicate.endswith(")") or not head:
        return text
    depth = 1
    for token in tokenize(predicate[:-1], PG):
        depth += (token.text == "(") - (token.text == ")")
        if depth == 0:
            return text
    return f"{head} WHERE {predicate[:-1]}"


def _add_index(objects: Objects, index: Index) -> Item:
    key = ("index", index.schema, index.name)
    owner = objects.relation((index.schema or "public", index.table))
    name = f"{index.schema}.{index.name}" if index.schema else index.name
    unique = "unique " if index.unique else ""
    item = objects.add(Item(key, f"{unique}index {name} on {index.table}", definition=index))
    item.create = create_index(index, PG)
    item.drop = f"DROP INDEX {written(key)}"
    item.facts = (index.unique, comparable(_bare(index.text)), index.table)
    item.inside = owner
    if owner is not None:
        whole = ".*" in index.text
        item.needs |= {owner} | objects.columns_in(index.text, [owner], every=whole)
    item.needs |= {k for k in objects.mentioned(index.text) if k[0] in USED}
    if index.lacking:
        item.facts = (*item.facts, index.lacking)
        # It is theirs alone that are partitions by then.
        item.wants |= {("parent", *path, index.schema, index.table) for path in index.lacking}
    return item


def _add_part(objects: Objects, index: Index, above: Index) -> None:
    """Add what a partition has of an index: it is taken over, and left behind, with the link."""
    item = _add_index(objects, index)
    item.unwritten, item.above = True, ("index", above.schema, above.name)
    if above.lacking:
        item.wants.add(item.above)
    parent = objects.relation((above.schema or "public", above.table))
    link = ("parent", index.schema, index.table, *(parent or ())[1:])
    if link in objects.items:
        objects.items[link].needs.add(item.key)
        # Detached before the index above goes, which would take it along.
        objects.items[link].wants.add(item.above)
