"""DROP: what goes, what goes with it, and what stands in its way.

Depends on: engine, sql.syntax, draft, dropped_types, model, objects, owned_sequences, temporary,
user_types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from flash_core._dataclass import replace
from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.sql.syntax import ObjectKind

from .comments import forget_comment
from .draft import Draft, ObjectId, Refused, suggestion
from .dropped_types import drop_columns, drop_users, views_casting
from .inheritance import children
from .kept import forget
from .objects import counted_table, created, created_path, said_of
from .owned_sequences import forget_owned
from .partition_indexes import no_more_lacking, partition_indexes
from .reading import tables_in
from .temporary import was_temporary
from .user_types import names_type
from .virtual import drop_virtual, find_virtual

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping

    from .model import Index, Table, View


def drop(draft: Draft, statement: syntax.Drop) -> None:
    """Fold a DROP.

    Raises:
        Refused: There is no such object, or others depend on it.
    """
    for name in statement.names:
        if was_temporary(draft, name, statement.kind):
            continue
        match statement.kind:
            case ObjectKind.TABLE if not _is_stored(draft, name):
                _drop_table(draft, statement, name)
            case ObjectKind.TABLE:
                _drop_view(draft, statement, name)
            case ObjectKind.VIEW:
                _drop_view(draft, statement, name)
            case ObjectKind.INDEX:
                _drop_index(draft, statement, name)
            case ObjectKind.TYPE:
                _drop_type(draft, statement, name)
            case ObjectKind.SCHEMA:
                _drop_schema(draft, statement, name)
            case _:
                pass


def _is_stored(draft: Draft, name: syntax.Name) -> bool:
    view = draft.views.get(draft.id_of(name.parts))
    return view is not None and view.table


def readers(draft: Draft, key: ObjectId) -> list[tuple[ObjectId, View]]:
    """Return the views that read a table or view."""
    return [
        (view_key, view)
        for view_key, view in draft.views.items()
        if any(draft.id_of(parts) == key for parts in tables_in(view.query))
    ]


_UNKNOWN: Final = {
    "table": ("Unknown table '{}'", "42S02"),
    "view": ("Unknown VIEW: '{}'", "42S02"),
    "schema": ("Can't drop database '{}'; database doesn't exist", "HY000"),
}


def _absent(
    draft: Draft,
    kind: str,
    statement: syntax.Drop,
    name: syntax.Name,
    names: list[str],
    sqlstate: str,
) -> None:
    if not statement.if_exists:
        hint = suggestion(name.last, names) or f"DROP {kind.upper()} IF EXISTS {name}"
        message = f'{kind} "{name}" does not exist'
        if draft.engine.family is Engine.MYSQL:
            pattern, sqlstate = _UNKNOWN.get(kind, (message, sqlstate))
            message = pattern.format(name)
            if kind == "table" and draft.relation(draft.id_of(name.parts)) is not None:
                message, hint = f"'{name}' is a view", f"DROP VIEW {name}"
        raise Refused(message, name.span, hint=hint, sqlstate=sqlstate)


def _depends(statement: syntax.Drop, name: syntax.Name, dependent: str) -> Refused:
    kind = str(statement.kind)
    message = f'cannot drop {kind} "{name}": {dependent} depends on it'
    hint = f"drop that first, or write DROP {kind.upper()} {name} CASCADE"
    return Refused(message, name.span, hint=hint, sqlstate="2BP01")


def _drop_readers(draft: Draft, statement: syntax.Drop, name: syntax.Name, key: ObjectId) -> None:
    """Drop the views over a relation, where the engine ties them to it."""
    if draft.engine is not Engine.POSTGRESQL:
        return
    for view_key, view in readers(draft, key):
        if view_key == key or any(draft.id_of(n.parts) == view_key for n in statement.names):
            continue
        if view.table:  # it holds rows of its own, and nothing of the query but its columns
            if view.as_of is None:
                draft.views[view_key] = replace(view, as_of=draft.freeze())
            continue
        if not statement.cascade:
            raise _depends(statement, name, f'view "{view.name}"')
        draft.views.pop(view_key, None)
        _forget_parts(draft, view)
        _drop_readers(draft, statement, name, view_key)


def _drop_kept(draft: Draft, key: ObjectId) -> bool:
    """Drop a table that is kept as text, as one is that has columns beside those of a query."""
    rest = [
        item
        for item in draft.others
        if not ((made := created(item.text)) and made[0] == "TABLE")
        or draft.id_of(created_path(item.text)) != key
    ]
    found = len(rest) < len(draft.others)
    draft.others = rest
    return found


def _drop_table(draft: Draft, statement: syntax.Drop, name: syntax.Name) -> None:
    key = draft.id_of(name.parts)
    virtual = find_virtual(draft, name.parts)
    if virtual is not None:
        drop_virtual(draft, virtual)
        return
    if key not in draft.tables:
        if _drop_kept(draft, key):
            return
        names = [table.name for table in draft.tables.values()]
        _absent(draft, "table", statement, name, names, "42P01")
        return
    gone = {draft.id_of(item.parts) for item in statement.names}
    _drop_children(draft, statement, name, gone)
    if draft.engine is Engine.POSTGRESQL:
        gone |= _partitions(draft, gone)
        for other_key, other in list(draft.tables.items()):
            kept = tuple(f for f in other.foreign_keys if draft.id_of(f.table) != key)
            if other_key in gone or len(kept) == len(other.foreign_keys):
                continue
            if not statement.cascade:
                dependent = f'a foreign key of table "{other.name}"'
                raise _depends(statement, name, dependent)
            draft.tables[other_key] = replace(other, foreign_keys=kept)
        _drop_readers(draft, statement, name, key)
    table = draft.tables.pop(key)
    no_more_lacking(draft, table)
    for index_key, index in list(draft.indexes.items()):
        if draft.id(index.schema, index.table) == key:
            del draft.indexes[index_key]
    _forget_parts(draft, table)
    forget_owned(draft, table)


def _partitions(draft: Draft, keys: set[ObjectId]) -> set[ObjectId]:
    """Return the partitions of tables, and those of these."""
    found: set[ObjectId] = set()
    for table in [draft.tables[key] for key in keys if key in draft.tables]:
        parts = [child for child in children(draft, table) if child.bound] if table.tail else []
        below = {draft.id(child.schema, child.name) for child in parts}
        found |= below | _partitions(draft, below)
    return found


def _drop_children(
    draft: Draft, statement: syntax.Drop, name: syntax.Name, gone: set[ObjectId]
) -> None:
    """Drop the partitions of a table; tables that inherit from it go on demand."""
    for child in children(draft, draft.tables[draft.id_of(name.parts)]):
        key = draft.id(child.schema, child.name)
        if key in gone or key not in draft.tables:  # the latter went by way of another parent
            continue
        if not child.bound and not statement.cascade:
            raise _depends(statement, name, f'table "{child.name}"')
        path = (child.schema or "public", child.name)
        target = syntax.Name(path, span=name.span)
        _drop_table(draft, replace(statement, names=(target,), cascade=True), target)


def _forget_parts(draft: Draft, owner: Table | View) -> None:
    """Drop triggers, policies, rules, statistics and comments with their table or view."""
    path = f"{owner.schema}.{owner.name}" if owner.schema else owner.name
    draft.others = [o for o in draft.others if not _belongs(o.text, path)]


def _belongs(text: str, table: str) -> bool:
    made = created(text)
    if made is None:
        about = said_of(text)
        return about is not None and about[0] == table
    if made[0] == "STATISTICS":
        return counted_table(text) == table
    return made[0] in {"TRIGGER", "POLICY", "RULE"} and made[2] == table


def _drop_view(draft: Draft, statement: syntax.Drop, name: syntax.Name) -> None:
    key = draft.id_of(name.parts)
    if key not in draft.views:
        _absent(
            draft, "view", statement, name, [view.name for view in draft.views.values()], "42P01"
        )
        return
    _drop_readers(draft, statement, name, key)
    view = draft.views.pop(key)
    _forget_parts(draft, view)
    for index_key, index in list(draft.indexes.items()):
        if (index.schema, index.table) == (view.schema, view.name):
            del draft.indexes[index_key]


def _drop_index(draft: Draft, statement: syntax.Drop, name: syntax.Name) -> None:
    key = draft.id_of(name.parts)
    if key in draft.indexes and draft.engine is Engine.POSTGRESQL:
        _drop_parts(draft, draft.indexes[key])
    if draft.indexes.pop(key, None) is None:
        names = [index.name for index in draft.indexes.values()]
        _absent(draft, "index", statement, name, names, "42704")
    elif draft.engine is Engine.POSTGRESQL:
        forget_comment(draft, ObjectKind.INDEX, name.parts)


def _drop_parts(draft: Draft, index: Index) -> None:
    """Drop the indexes that partitions had before the one above, and that became part of it."""
    table = draft.tables.get(draft.id(index.schema, index.table))
    if table is None or not table.tail:
        return
    gone = [index]
    for made, above in partition_indexes(draft.freeze()):
        if any(above is each for each in gone):
            gone.append(made)
            draft.indexes.pop(draft.id(made.schema, made.name), None)


def _drop_kept_type(draft: Draft, name: syntax.Name) -> bool:
    """Drop a type that is kept as text."""
    rest = [
        other
        for other in draft.others
        if (created(other.text) or ("", ""))[:2] != ("TYPE", name.last)
    ]
    found = len(rest) < len(draft.others)
    draft.others = rest
    return found


def _drop_type(draft: Draft, statement: syntax.Drop, name: syntax.Name) -> None:
    key = draft.id_of(name.parts)
    kept_as_text = key in draft.ranges or key in draft.base_types
    if draft.type(key) is None and not kept_as_text:
        if _drop_kept_type(draft, name):
            return
        names = [enum.name for enum in draft.enums.values()]
        names += [domain.name for domain in draft.domains.values()]
        _absent(draft, "type", statement, name, names, "42704")
        return
    _drop_dependents(draft, statement, name, key)
    for kind in ("TYPE", "DOMAIN"):
        forget_comment(draft, kind, name.parts)
    draft.enums.pop(key, None)
    draft.domains.pop(key, None)
    draft.composites.pop(key, None)
    draft.ranges.pop(key, None)
    draft.base_types.pop(key, None)
    if kept_as_text:
        forget(draft, ("type", *key))


def _drop_dependents(
    draft: Draft, statement: syntax.Drop, name: syntax.Name, key: ObjectId
) -> None:
    """Drop what has a type, or refuse where the statement does not say CASCADE."""
    if statement.cascade:
        drop_users(draft, key)
        drop_columns(draft, key)
        for view_key, view in views_casting(draft, key):
            if draft.views.pop(view_key, None) is not None:
                _forget_parts(draft, view)
                _drop_readers(draft, statement, name, view_key)
        return
    for table in draft.tables.values():
        users = [c for c in table.columns if c.type and names_type(draft, c.type, key)]
        if users:
            raise _depends(statement, name, f'column "{table.name}.{users[0].name}"')


def _drop_schema(draft: Draft, statement: syntax.Drop, name: syntax.Name) -> None:
    schema = draft.fold(name.last)
    if schema not in draft.schemas:
        _absent(draft, "schema", statement, name, list(draft.schemas.values()), "3F000")
        return
    inside = [item for store in _stores(draft) for owner, item in store if owner == schema]
    if inside and not statement.cascade:
        raise _depends(statement, name, f'"{inside[0]}"')
    types = (draft.enums, draft.domains, draft.composites, draft.ranges, draft.base_types)
    for key in [key for store in types for key in store if key[0] == schema]:
        drop_users(draft, key)
        drop_columns(draft, key)
    for key in [*draft.tables, *draft.views]:
        if key[0] == schema:
            _drop_readers(draft, statement, name, key)
    for store in _stores(draft):
        for key in [key for key in store if key[0] == schema]:
            del store[key]
    for routine in [key for key in draft.routines if key[0] == schema]:
        del draft.routines[routine]
        forget(draft, ("routine", *routine))
    for table_key, table in list(draft.tables.items()):
        kept = tuple(r for r in table.foreign_keys if draft.key(r.table)[0] != schema)
        draft.tables[table_key] = replace(table, foreign_keys=kept)
    draft.others = [item for item in draft.others if not _is_in(item.text, schema)]
    del draft.schemas[schema]


def _is_in(text: str, schema: str) -> bool:
    made = created(text)
    return made is not None and made[1].partition(".")[0] == schema and "." in made[1]


def _stores(draft: Draft) -> Iterator[MutableMapping[ObjectId, Any]]:
    yield from (draft.tables, draft.views, draft.indexes)
    yield from (draft.enums, draft.domains, draft.composites)
    yield from (draft.ranges, draft.base_types)
