"""The indexes that partitions have of the table above: what the server calls them.

It names each after its partition when it makes it, and never again: a partition or a column gets
another name, an index before it goes, and the schema made afresh has other names.  What they are
called by then depends on all that happened, so it is looked up when the migration runs.

Depends on: catalog, change, postgres_columns, postgres_items.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core.catalog.identifiers import quote, quote_path, string
from flash_core.catalog.model import Index, Key
from flash_core.catalog.names import constraint_names, index_name
from flash_core.catalog.partition_indexes import partition_indexes
from flash_core.sql.postgres_index_names import index_column_names

from .change import Change
from .postgres_columns import Step
from .postgres_items import PG, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flash_core.catalog.model import Catalog

    from .postgres_fates import Fates
    from .postgres_items import Item, Objects, Path
    from .postgres_items import Key as ItemKey

_INCLUDED: Final = re.compile(r"INCLUDE\s*\([^)]*\)", re.IGNORECASE)


def renamed_with(before: Catalog, after: Catalog) -> Iterator[Change]:
    """Yield what gives them the names that they would have after renames, and takes it back.

    Args:
        before: The schema without the renames.
        after: The schema with them; everything stands where it stood.
    """
    was, now = partition_indexes(before), partition_indexes(after)
    names: dict[Path, list[tuple[str, str, str]]] = {}
    for (one, _), (other, above) in zip(was, now, strict=False):
        found = names.setdefault((other.schema, other.table), [])
        found.append((quote_path(above.schema, above.name, PG), one.name, other.name))
    for (schema, table), found in names.items() if len(was) == len(now) else ():
        if any(one != other for _, one, other in found):
            path = quote_path(schema, table, PG)
            what = f"what the partition {path} has of indexes, which PostgreSQL named after it"
            yield Change(
                named_parts(path, [(above, other) for above, _, other in found]),
                named_parts(path, [(above, one) for above, one, _ in found]),
                f"rename {what}",
                f"rename {what}, back",
                names=(path,),
            )


def renamed_columns_with(before: Catalog, after: Catalog) -> Iterator[Change]:
    """Yield what renames the columns of indexes with those of their tables, and takes it back.

    Partitions to come have indexes and keys that are called after them.

    Args:
        before: The schema without the renames.
        after: The schema with them; everything stands where it stood.
    """
    pairs = zip(_above_partitions(before), _above_partitions(after), strict=False)
    for (_, was), (path, now) in pairs:
        names = [(one, other) for one, other in zip(was, now, strict=False) if one != other]
        if names:
            yield Change(
                _columns_named(path, names),
                _columns_named(path, [(other, one) for one, other in names]),
                f"rename the columns of index {path}, after which those of partitions are called",
                f"rename the columns of index {path} back",
                names=(path,),
            )


def _above_partitions(catalog: Catalog) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the indexes of partitioned tables, those of keys, too, with their columns."""
    tables = {(t.schema, t.name): t for t in catalog.tables if t.tail}
    for index in catalog.indexes:
        if (index.schema, index.table) in tables:
            yield quote_path(index.schema, index.name, PG), index_column_names(index.text)
    for table in tables.values():
        for name, key in constraint_names(table):
            if isinstance(key, Key) and not key.inherited:
                columns = ", ".join(quote(each, PG) for each in key.columns)
                text = (
                    f"({columns}) {included[0] if (included := _INCLUDED.match(key.tail)) else ''}"
                )
                yield quote_path(table.schema, name, PG), index_column_names(text)


def _columns_named(index: str, names: Iterable[tuple[str, str]]) -> str:
    values = ", ".join(f"({string(one)}, {string(other)})" for one, other in names)
    command = string(f"ALTER TABLE {index.replace('%', '%%')} RENAME COLUMN %I TO %I")
    # Not by EXCEPTION: a block with one cannot begin after some changes of the same transaction.
    return f"""\
DO $$ DECLARE each record; BEGIN
    IF EXISTS (SELECT FROM pg_partition_tree(to_regclass({string(index)})) AS tree
        JOIN pg_attribute AS top ON top.attrelid = to_regclass({string(index)})
        JOIN (VALUES {values}) AS names (was, name) ON top.attname = was
        WHERE NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = relid AND attname = was)
        OR EXISTS (SELECT FROM pg_attribute WHERE attrelid = relid AND attname = name)
    ) THEN RETURN; -- a partition has its own
    END IF;
    FOR each IN SELECT was, name FROM pg_attribute
        JOIN (VALUES {values}) AS names (was, name) ON attname = was
        WHERE attrelid = to_regclass({string(index)})
    LOOP EXECUTE format({command}, each.was, each.name); END LOOP;
END $$"""  # noqa: S608 - quoted names


def named_again(fates: Fates) -> Iterator[Step]:
    """Yield what gives them the names they would have if all had been made at once.

    Only of indexes on the same columns, which the server numbers, one changes its name with another.

    Args:
        fates: What becomes of each object.
    """
    disturbed = fates.gone | fates.fresh | fates.rebuilt
    owned_before = _owned(fates.old)
    for owner, names in _owned(fates.new).items():
        before = owned_before.get(owner, {})
        tops = set(_tops(fates.old, before)) | set(_tops(fates.new, names))
        numbered = any(map(_is_numbered, (*_items(fates.old, before), *_items(fates.new, names))))
        again = bool(tops & disturbed) and owner not in disturbed
        if numbered and (again or _is_named_by_server(fates, owner, names)):
            path = written(owner)
            pairs = [(written(above), key[2]) for above, key in names.items()]
            yield Step(
                named_parts(path, pairs), f"name what {path} has of indexes as if made at once"
            )


def _is_named_by_server(fates: Fates, owner: ItemKey, names: dict[ItemKey, ItemKey]) -> bool:
    """Tell whether indexes that have names of their own are made with those of the one above."""
    items = list(_items(fates.new, names))
    if not any(map(_has_own_name, items)):
        return False
    return fates.comes(owner) or any(item.needs & fates.retyped for item in items)


def _has_own_name(item: Item) -> bool:
    index = item.definition
    if not isinstance(index, Index):
        return False
    usual = index_name(index.table, index.text, ())
    return re.fullmatch(rf"{re.escape(usual)}\d*", index.name) is None


def _owned(objects: Objects) -> dict[ItemKey, dict[ItemKey, ItemKey]]:
    """Return for each partition what it has of which index."""
    found: dict[ItemKey, dict[ItemKey, ItemKey]] = {}
    for key, item in objects.items.items():
        if item.above is not None and item.inside is not None:
            found.setdefault(item.inside, {})[item.above] = key
    return found


def _tops(objects: Objects, names: Iterable[ItemKey]) -> Iterator[ItemKey]:
    """Yield the indexes, written in the schema, that those above some parts are, or are parts of."""
    for key in names:
        top = key
        while (above := objects.items[top].above) is not None:
            top = above
        yield top


def _items(objects: Objects, names: dict[ItemKey, ItemKey]) -> Iterator[Item]:
    return (objects.items[key] for key in names.values())


def _is_numbered(item: Item) -> bool:
    index = item.definition
    return isinstance(index, Index) and index.name != index_name(index.table, index.text, ())


def named_parts(part: str, names: Iterable[tuple[str, str]]) -> str:
    """Return what names the indexes of a partition, whatever they are called.

    The catalog reads it, so that a migration leads to where it should.

    Args:
        part: The partition.
        names: The index above and the name for what the partition has of it.
    """
    values = ", ".join(f"({string(above)}, {string(name)})" for above, name in names)
    return f"""\
DO $$ DECLARE each record; BEGIN
    FOR turn IN 1..2 LOOP -- two of them may change names
        FOR each IN SELECT indexrelid AS id, name FROM pg_index
            JOIN pg_class ON oid = indexrelid
            JOIN pg_inherits ON inhrelid = indexrelid
            JOIN (VALUES {values}) AS names (above, name)
                ON inhparent = to_regclass(above) AND relname <> name
            WHERE indrelid = {string(part)}::regclass
        LOOP
            EXECUTE format('ALTER INDEX %s RENAME TO %I', each.id::regclass,
                CASE turn WHEN 1 THEN 'aside_' || each.id ELSE each.name END);
        END LOOP;
    END LOOP;
END $$"""  # noqa: S608 - quoted names
