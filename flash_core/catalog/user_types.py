"""Types that statements name, while the schema is being folded.

Depends on: sql.syntax, types, draft, inheritance, model.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.sql.source import Span
from flash_core.types.systems import type_system

from .draft import Refused, place, suggestion
from .identifiers import quote_path
from .inheritance import plain
from .model import Catalog

if TYPE_CHECKING:
    from flash_core.sql.syntax import TypeName

    from .draft import Draft, ObjectId, TypeId


def check_type_name(draft: Draft, key: ObjectId, name: syntax.Name) -> None:
    """Refuse a name that a type has; a table is a type, too.

    Raises:
        Refused: The name is taken.
    """
    found = draft.type(key) or draft.tables.get(key)
    if found is not None or key in draft.ranges or key in draft.base_types:
        message = f'type "{name}" already exists'
        hint = None if found is None else place(found.origin)
        raise Refused(message, name.span, hint=hint, sqlstate="42710")


def type_id(draft: Draft, type_: TypeName) -> TypeId:
    """Return what tells a type from others in a signature."""
    return draft.type_id(_column_type(draft, type_) if type_.of_column else type_)


def resolved(draft: Draft, type_: TypeName) -> TypeName:
    """Return a type's name such that it means the same wherever it is looked up.

    Raises:
        Refused: There is no such type (yet).
    """
    if type_.of_column:
        return resolved(draft, _column_type(draft, type_))
    if draft.engine is not Engine.POSTGRESQL:
        return type_
    if is_built_in(type_.parts):
        return type_  # pg_catalog is searched first, whatever a path says
    key = draft.id_of(type_.parts)
    if _is_user_type(draft, key) or _is_user_type(draft, (key[0], key[1].removeprefix("_"))):
        last = type_.parts[-1]
        if type_.parts != (last,) or draft.path == ("",):
            return type_
        return replace(type_, parts=(key[0] or "public", last))
    if is_built_in(type_.parts[-2:]) or draft.extensions:
        return type_  # an extension's types are in no schema file
    raise _missing_type(draft, type_)


def resolved_text(draft: Draft, old: TypeName, new: TypeName, text: str) -> str:
    """Return the text of a type whose name has got a schema, modifiers and all."""
    if old.parts == new.parts:
        return text
    found = re.match(_FIRST_NAME, text)
    rest = "" if found is None else text[found.end() :]
    return f"{quote_path(new.parts[0], new.parts[-1], draft.engine)}{rest}"


def resolved_column(draft: Draft, column: syntax.ColumnDef) -> syntax.ColumnDef:
    """Return a column whose type means the same wherever it is looked up.

    Raises:
        Refused: There is no such type (yet).
    """
    if draft.path == ("",):
        return column
    if column.default is not None or column.generated is not None:
        column = _in_path(draft, column)
    if column.type is None:
        return column
    type_ = resolved(draft, column.type)
    text = resolved_text(draft, column.type, type_, column.type_text)
    return replace(column, type=type_, type_text=text)


def _in_path(draft: Draft, column: syntax.ColumnDef) -> syntax.ColumnDef:
    from .in_path import part_in_path  # noqa: PLC0415 - where a search path is set

    default, generated = column.default, column.generated
    return replace(
        column,
        default=None if default is None else part_in_path(draft, default),
        generated=None if generated is None else part_in_path(draft, generated),
    )


def _is_user_type(draft: Draft, key: ObjectId) -> bool:
    known = draft.type(key) or draft.tables.get(key) or draft.views.get(key)
    multiranges = {(draft.schema_of((r.schema, "")), r.multirange) for r in draft.ranges.values()}
    return (
        known is not None
        or key in draft.ranges
        or key in draft.base_types
        or key in multiranges
        or any(key == multirange_of(other) for other in draft.ranges)
    )


def multirange_of(key: ObjectId) -> ObjectId:
    """Return the name that the server makes up for the multirange of a range."""
    schema, name = key
    return schema, multirange_name(name)


def multirange_name(name: str) -> str:
    """Return the same for the name of a range alone."""
    if "range" in name:
        return name.replace("range", "multirange", 1)
    return f"{name}_multirange"


def names_type(draft: Draft, type_: TypeName, key: ObjectId) -> bool:
    """Tell whether a type as written is the user's type, or the rows of the table, of that key.

    A name without a schema that the server has a type of means that one: ``pg_catalog`` is searched
    before any path (manual, 5.10.5), whatever tables are called.
    """
    return draft.id_of(type_.parts) == key and not (
        len(type_.parts) == 1 and is_built_in(type_.parts)
    )


@cache
def is_built_in(parts: tuple[str, ...]) -> bool:
    """Tell whether PostgreSQL has a type of that name itself."""
    name = syntax.TypeName(parts, span=_NOWHERE)
    return type_system(Engine.POSTGRESQL, _EMPTY).named(name) is not None


_EMPTY: Final = Catalog(Engine.POSTGRESQL)
_NOWHERE: Final = Span(0, 0)
_FIRST_NAME: Final = r'"(?:[^"]|"")+"|[\w$]+'


def _column_type(draft: Draft, type_: TypeName) -> TypeName:
    """Return the type that ``table.column%TYPE`` means."""
    *owner, name = type_.parts
    table = draft.table(owner, type_.span)
    column = draft.column(table, name)
    if column is None or column.type is None:
        message, sqlstate = f'column "{name}" of table "{table.name}" does not exist', "42703"
        if draft.engine is Engine.MARIADB:
            message, sqlstate = f"Unknown column '{name}' in '{table.name}'", "42S22"
        hint = suggestion(name, (item.name for item in table.columns))
        raise Refused(message, type_.span, hint=hint, sqlstate=sqlstate, missing=True)
    # A serial column is an integer to whoever takes its type, before it loses its default and after.
    is_plain = draft.engine is not Engine.POSTGRESQL
    return column.type if is_plain else plain(column, table).type or column.type


def _missing_type(draft: Draft, type_: TypeName) -> Refused:
    candidates: list[str] = [
        item.name
        for store in (draft.enums, draft.domains, draft.composites, draft.tables)
        for item in store.values()
    ]
    return Refused(
        f'type "{".".join(type_.parts)}" does not exist',
        type_.span,
        hint=suggestion(type_.parts[-1], candidates),
        sqlstate="42704",
        missing=True,
        about=draft.id_of(type_.parts),
    )
