"""The indexes that partitions have of the table above: what the server calls them.

It names each after its partition when it makes it, and never again: a partition or a column gets
another name, an index before it goes, and the schema made afresh has other names.  What they are
called by then depends on all that happened, so it is looked up when the migration runs.

Depends on: catalog, change, postgres_columns, postgres_items.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.catalog.identifiers import quote_path, string
from flash_core.catalog.model import Index
from flash_core.catalog.names import index_name
from flash_core.catalog.partition_indexes import partition_indexes

from .change import Change
from .postgres_columns import Step
from .postgres_items import PG, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flash_core.catalog.model import Catalog

    from .postgres_fates import Fates
    from .postgres_items import Item, Key, Objects, Path


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
                _named(path, [(above, other) for above, _, other in found]),
                _named(path, [(above, one) for above, one, _ in found]),
                f"rename {what}",
                f"rename {what}, back",
                names=(path,),
            )


def named_again(fates: Fates) -> Iterator[Step]:
    """Yield what gives them the names they would have if all had been made at once.

    Only of indexes on the same columns, which the server numbers, one changes its name with another.

    Args:
        fates: What becomes of each object.
    """
    disturbed = fates.gone | fates.fresh | fates.rebuilt
    for owner, names in _owned(fates.new).items():
        before = _owned(fates.old).get(owner, {})
        tops = set(_tops(fates.old, before)) | set(_tops(fates.new, names))
        numbered = any(map(_is_numbered, (*_items(fates.old, before), *_items(fates.new, names))))
        if tops & disturbed and numbered and owner not in disturbed:
            path = written(owner)
            pairs = [(written(above), key[2]) for above, key in names.items()]
            yield Step(_named(path, pairs), f"name what {path} has of indexes as if made at once")


def _owned(objects: Objects) -> dict[Key, dict[Key, Key]]:
    """Return for each partition what it has of which index."""
    found: dict[Key, dict[Key, Key]] = {}
    for key, item in objects.items.items():
        if item.above is not None and item.inside is not None:
            found.setdefault(item.inside, {})[item.above] = key
    return found


def _tops(objects: Objects, names: Iterable[Key]) -> Iterator[Key]:
    """Yield the indexes, written in the schema, that those above some parts are, or are parts of."""
    for key in names:
        top = key
        while (above := objects.items[top].above) is not None:
            top = above
        yield top


def _items(objects: Objects, names: dict[Key, Key]) -> Iterator[Item]:
    return (objects.items[key] for key in names.values())


def _is_numbered(item: Item) -> bool:
    index = item.definition
    return isinstance(index, Index) and index.name != index_name(index.table, index.text, ())


def _named(part: str, names: Iterable[tuple[str, str]]) -> str:
    """Return what names the indexes of a partition, whatever they are called.

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
