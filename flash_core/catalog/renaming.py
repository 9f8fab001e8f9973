"""RENAME and SET SCHEMA of views, indexes, types, schemas and sequences.

Depends on: sql.syntax, draft, identifiers, implied, kept, kept_names, model, names,
objects, owned_sequences, partition_indexes, removal, sequence_names, sequence_renames.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeVar

from flash_core._dataclass import replace
from flash_core.sql import syntax
from flash_core.sql.syntax import ObjectKind

from .domains import clauses_of, named_clauses
from .draft import Draft, ObjectId, Refused, place, suggestion
from .identifiers import quote, quote_path, string
from .implied import is_serial
from .kept import keep, recollate, retitle
from .kept_names import part_renamed, relation_renamed, schema_renamed, type_renamed
from .names import object_name
from .objects import created, unquoted, with_name
from .owned_sequences import owned_by
from .partition_indexes import implied_index
from .removal import readers
from .sequence_names import SEQUENCE_NAME
from .sequence_renames import known_as
from .type_uses import rename_uses
from .user_types import multirange_of

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping, Sequence

    from flash_core.sql.source import SourceFile, Span
    from flash_core.sql.syntax import Name

    from .model import View

_Value = TypeVar("_Value")
_LITERAL: Final = r"'((?:[^']|'')+)'"
_PART: Final = r'"(?:[^"]|"")+"|[^."]+'
_ALTER_TABLE: Final = re.compile(r"\AALTER\s+TABLE(?:\s+ONLY)?\b", re.IGNORECASE)


def rename_object(draft: Draft, statement: syntax.RenameObject, source: SourceFile) -> None:
    """Fold RENAME TO and SET SCHEMA.

    Raises:
        Refused: There is no such object (yet), or the new name is taken.
    """
    key = draft.id_of(statement.name.parts)
    match statement.kind:
        case ObjectKind.SCHEMA:
            _rename_schema(draft, statement)
        case ObjectKind.SEQUENCE:
            _rename_sequence(draft, statement, source)
        case ObjectKind.INDEX:
            _rename_index(draft, statement, key)
        case ObjectKind.TYPE:
            _rename_type(draft, statement, key)
        case _ if key in draft.views:
            move_view(draft, key, statement.name, statement.new_name, statement.new_schema)
        case _ if not statement.if_exists:
            raise _absent(draft, statement, [view.name for view in draft.views.values()], "42P01")
        case _:
            pass


def _rename_sequence(draft: Draft, statement: syntax.RenameObject, source: SourceFile) -> None:
    """Rename a sequence where a statement makes it; that of a column keeps its ALTER."""
    name = statement.name
    schemas = [draft.schema_of(name.parts)] if len(name.parts) > 1 else draft.path
    if _place_sequence(draft, name, schemas, statement.new_name, statement.new_schema):
        return
    if statement.new_name is not None:
        above = draft.schemas.get(schemas[0], "") if schemas else ""
        relation_renamed(draft, (above, name.last), (above, statement.new_name))
        if _rename_identity(draft, name, statement.new_name):
            return
    text = source.text[statement.span.start : statement.span.end]
    text = _ALTER_TABLE.sub("ALTER SEQUENCE", text)
    keep(draft, syntax.KnownDdl("ALTER SEQUENCE", text, span=statement.span), source)


def move_owned(draft: Draft, path: tuple[str, str], schema: str, span: Span) -> None:
    """Let the sequences that a table owns follow it to another schema, as the server does.

    Args:
        draft: What there is, the table moved.
        path: Schema and name of the table, as it is now.
        schema: The schema it was in.
        span: The statement that moved it.
    """
    for column in draft.tables[draft.id(*path)].columns:
        if column.identity is not None or is_serial(column):
            for known in known_as(draft, object_name(path[1], column.name, "seq")):
                relation_renamed(draft, (draft.schemas.get(schema, ""), known), (path[0], known))
    for name in owned_by(draft, draft.id(*path)):
        if draft.schema_of(name) == schema:
            sequence = syntax.Name((schema or "public", name[-1]), span=span)
            _place_sequence(draft, sequence, [schema], None, path[0] or "public")


def _place_sequence(
    draft: Draft,
    name: Name,
    schemas: Sequence[str],
    new_name: str | None,
    new_schema: str | None,
) -> bool:
    """Give a sequence that a statement makes another name or schema; tell whether there is one."""
    _rename_in_defaults(draft, name, new_name, new_schema)
    for position, item in enumerate(draft.others):
        made = created(item.text)
        for schema in schemas:
            if made == ("SEQUENCE", f"{schema}.{name.last}" if schema else name.last, ""):
                key = schema, name.last
                _, schema_name, spelt = _target(draft, key, name, new_name, new_schema)
                path = quote_path(schema_name, spelt, draft.engine)
                draft.others[position] = replace(item, text=with_name(item.text, path))
                was = draft.schemas.get(schema, ""), name.last
                relation_renamed(draft, was, (schema_name, spelt))
                return True
    return False


def _rename_identity(draft: Draft, name: Name, new_name: str) -> bool:
    """Rename the sequence of an identity column; tell whether it is one."""
    schema = draft.schema_of(name.parts) if len(name.parts) > 1 else ""
    for key, table in draft.tables.items():
        for column in table.columns if key[0] == schema else ():
            usual = object_name(table.name, column.name, "seq")
            given = re.search(SEQUENCE_NAME, column.identity_options)
            known = unquoted(given[1].rpartition(".")[2]) if given else usual
            if column.identity is None or known not in {name.last, new_name}:
                continue
            options = re.sub(SEQUENCE_NAME, "", column.identity_options)
            if new_name != usual:
                path = quote_path(table.schema, new_name, draft.engine)
                options = f"SEQUENCE NAME {path} {options}"
            made = replace(column, identity_options=options.strip())
            columns = tuple(made if each is column else each for each in table.columns)
            draft.put(replace(table, columns=columns))
            return True
    return False


def _rename_in_defaults(
    draft: Draft, name: Name, new_name: str | None, new_schema: str | None
) -> None:
    """Let defaults follow a sequence that gets another name or schema, as ``regclass`` does."""
    schema = draft.schema_of(name.parts) if len(name.parts) > 1 else ""
    place = schema if new_schema is None else draft.schema_of((new_schema, ""))
    path = quote_path(draft.schemas.get(place, place), new_name or name.last, draft.engine)

    def follow(found: re.Match[str]) -> str:
        parts = [unquoted(part) for part in re.findall(_PART, found[1].replace("''", "'"))]
        there = draft.schema_of((parts[0], "")) if len(parts) > 1 else ""
        if parts[-1:] != [name.last] or there != schema:
            return found[0]
        return string(path)

    for table in list(draft.tables.values()):
        columns = tuple(
            replace(column, default=re.sub(_LITERAL, follow, column.default))
            if column.default is not None and "nextval" in column.default.lower()
            else column
            for column in table.columns
        )
        if columns != table.columns:
            draft.put(replace(table, columns=columns))


def _absent(
    draft: Draft, statement: syntax.RenameObject, names: list[str], sqlstate: str
) -> Refused:
    return Refused(
        f'{statement.kind} "{statement.name}" does not exist',
        statement.name.span,
        hint=suggestion(statement.name.last, names),
        sqlstate=sqlstate,
        missing=True,
        about=draft.id_of(statement.name.parts),
    )


def _target(
    draft: Draft, key: ObjectId, name: Name, new_name: str | None, new_schema: str | None
) -> tuple[ObjectId, str, str]:
    """Return the new key, schema and name of an object."""
    schema = key[0]
    if new_schema is not None:
        schema, _ = draft.new_id((new_schema, ""), name.span)
    spelt = name.last if new_name is None else new_name
    return (schema, draft.fold(spelt)), draft.schemas.get(schema, ""), spelt


def _moved(
    store: MutableMapping[ObjectId, _Value], old: ObjectId, new: ObjectId, value: _Value
) -> None:
    """Store a value under its new key, at its old place."""
    items = [(new, value) if key == old else (key, item) for key, item in store.items()]
    store.clear()
    store.update(items)


def move_view(
    draft: Draft, key: ObjectId, name: Name, new_name: str | None, new_schema: str | None
) -> None:
    """Give a view another name or schema.

    Raises:
        Refused: The name is taken, or there is no such schema (yet).
    """
    view = draft.views[key]
    new, schema, spelt = _target(draft, key, name, new_name, new_schema)
    taken = draft.relation(new)
    if taken is not None and new != key:
        message = f'"{spelt}" already exists'
        raise Refused(message, name.span, hint=place(taken.origin), sqlstate="42P07")
    for reader_key, reader in readers(draft, key):
        if reader.as_of is None:
            draft.views[reader_key] = replace(reader, as_of=draft.freeze())
    moved = replace(view, name=spelt, schema=schema)
    if view.changes:
        moved = replace(moved, changes=(*view.changes, *_moves(draft, view, schema, spelt)))
    else:
        text = with_name(view.text, quote_path(schema, spelt, draft.engine))
        moved = replace(moved, text=text)
    _moved(draft.views, key, new, moved)
    relation_renamed(draft, (view.schema, view.name), (schema, spelt))
    rename_uses(draft, key, (schema, spelt) if schema else (spelt,))
    for index_key, index in list(draft.indexes.items()):
        if draft.id(index.schema, index.table) == key:
            del draft.indexes[index_key]
            changed = replace(index, table=spelt, schema=schema)
            draft.indexes[draft.id(schema, index.name)] = changed


def _moves(draft: Draft, view: View, schema: str, name: str) -> Iterator[str]:
    """Yield the statements that give a view another name or schema."""
    path = quote_path(view.schema, view.name, draft.engine)
    if name != view.name:
        yield f"ALTER TABLE {path} RENAME TO {quote(name, draft.engine)}"
    if schema != view.schema:
        path = quote_path(view.schema, name, draft.engine)
        yield f"ALTER TABLE {path} SET SCHEMA {quote(schema or 'public', draft.engine)}"


def _rename_index(draft: Draft, statement: syntax.RenameObject, key: ObjectId) -> None:
    index = draft.indexes.get(key)
    if index is None and _rename_key(draft, statement, key):
        return
    index = index or implied_index(draft, key)
    if index is None:
        if statement.if_exists:
            return
        names = [item.name for item in draft.indexes.values()]
        raise _absent(draft, statement, names, "42704")
    new, _, spelt = _target(draft, key, statement.name, statement.new_name, None)
    taken = draft.relation(new)
    if taken is not None and new != key:
        message = f'"{spelt}" already exists'
        raise Refused(message, statement.name.span, hint=place(taken.origin), sqlstate="42P07")
    _moved(draft.indexes, key, new, replace(index, name=spelt))
    for own, part in list(draft.indexes.items()):
        if part.part_of == (index.schema, index.name):
            draft.indexes[own] = replace(part, part_of=(index.schema, spelt))
    part_renamed(draft, index.name, spelt, index.schema)


def _rename_key(draft: Draft, statement: syntax.RenameObject, key: ObjectId) -> bool:
    """Rename a key by its index, which has the same name."""
    from .names import constraint_names  # noqa: PLC0415 - a rare statement

    for table in draft.tables.values():
        for name, item in constraint_names(table):
            if (draft.schema_of((table.schema, "")), name) == key and item in table.keys:
                keys = tuple(
                    replace(k, name=statement.new_name) if k is item else k for k in table.keys
                )
                draft.put(replace(table, keys=keys))
                part_renamed(draft, name, statement.new_name or name, table.schema)
                return True
    return False


# -- types ---------------------------------------------------------------------


def _rename_type(draft: Draft, statement: syntax.RenameObject, key: ObjectId) -> None:
    found = draft.type(key)
    new, schema, spelt = _target(
        draft, key, statement.name, statement.new_name, statement.new_schema
    )
    if found is None and key not in draft.ranges and key not in draft.base_types:
        if statement.if_exists:
            return
        names = [name for _, name in (*draft.enums, *draft.domains, *draft.composites)]
        raise _absent(draft, statement, names, "42704")
    if (draft.type(new) or draft.tables.get(new)) and new != key:
        message = f'type "{spelt}" already exists'
        raise Refused(message, statement.name.span, sqlstate="42710")
    if found is None:
        _rename_kept_type(draft, key, new, schema, spelt)
        path = quote_path(schema, spelt, draft.engine)
        draft.others = [
            replace(item, text=with_name(item.text, path), about=("type", *new))
            if item.about == ("type", *key)
            else item
            for item in draft.others
        ]
    elif key in draft.enums:
        enum = replace(draft.enums[key], name=spelt, schema=schema)
        _moved(draft.enums, key, new, enum)
    elif key in draft.domains:
        before = draft.domains[key]
        # What the server has named after it keeps its name.
        clauses = named_clauses(before.name, clauses_of(before.text))
        domain = replace(before, name=spelt, schema=schema, text=" ".join(clauses))
        _moved(draft.domains, key, new, domain)
    else:
        composite = replace(draft.composites[key], name=spelt, schema=schema)
        _moved(draft.composites, key, new, composite)
    rename_uses(draft, key, (schema, spelt) if schema else (spelt,))
    was = draft.schemas.get(key[0], ""), statement.name.last
    type_renamed(draft, was, (schema, spelt))


def _rename_kept_type(draft: Draft, key: ObjectId, new: ObjectId, schema: str, name: str) -> None:
    if key in draft.ranges:
        found = draft.ranges[key]
        multirange = found.multirange or multirange_of(key)[1]
        moved = replace(found, name=name, schema=schema, multirange=multirange)
        _moved(draft.ranges, key, new, moved)
    else:
        base = replace(draft.base_types[key], name=name, schema=schema)
        _moved(draft.base_types, key, new, base)


# -- schemas -------------------------------------------------------------------


def _rename_schema(draft: Draft, statement: syntax.RenameObject) -> None:
    old = draft.fold(statement.name.last)
    new = statement.new_name or ""
    if old not in draft.schemas:
        names = list(draft.schemas.values())
        raise _absent(draft, statement, names, "3F000")
    if draft.fold(new) in draft.schemas:
        message = f'schema "{new}" already exists'
        raise Refused(message, statement.name.span, sqlstate="42P06")
    for key, view in list(draft.views.items()):
        if view.as_of is None:
            draft.views[key] = replace(view, as_of=draft.freeze())
    draft.schemas = {
        (draft.fold(new) if key == old else key): (new if key == old else name)
        for key, name in draft.schemas.items()
    }
    for key in [*draft.enums, *draft.domains, *draft.composites, *draft.tables]:
        if key[0] == old:
            rename_uses(draft, key, (new, key[1]))
    moved = [key for key in draft.routines if key[0] == old]
    draft.rename_schema(old, new)
    for routine in moved:
        retitle(draft, ("routine", *routine), ("routine", draft.fold(new), *routine[1:]))
    schema_renamed(draft, statement.name.last, new)
    recollate(
        draft, lambda name: f"{new}{name[len(old) :]}" if name.startswith(f"{old}.") else name
    )
