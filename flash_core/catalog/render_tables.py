"""Tables, their columns and constraints to SQL.

Depends on: engine, identifiers, implied, model, mysql_render, names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.engine import Engine
from flash_core.sql.dotted import dotted_parts

from . import mysql_render
from .identifiers import quote, quote_list, quote_path
from .implied import is_serial, rowid_alias
from .model import Check, ForeignKey, Key
from .names import constraints

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .model import Column, Index, Table
    from .names import Constraint

_INDENT: Final = "    "


def _path(parts: tuple[str, ...], engine: Engine) -> str:
    return ".".join(quote(part, engine) for part in parts)


def create_table(
    table: Table,
    engine: Engine,
    without: tuple[ForeignKey, ...] = (),
    indexes: tuple[Index, ...] = (),
) -> str:
    """Return CREATE TABLE.

    Args:
        table: The table.
        engine: Whose SQL to write.
        without: Foreign keys to leave out, because their tables come later.
        indexes: MySQL: those of its indexes to write with it.
    """
    if engine.family is Engine.MYSQL:
        return mysql_render.create_table(table, without, indexes)
    inline = inline_constraints(table, engine)
    written = {id(item) for items in inline.values() for item in items}
    skipped = {id(item) for item in without}
    for column in table.columns:
        inline[column.name] = [item for item in inline[column.name] if id(item) not in skipped]
    lines = [
        column_definition(_own(column, table), engine, inline[column.name], table)
        for column in table.columns
        if table.attached
        or not column.inherited
        or (not is_child(table) and (column.restated or inline[column.name]))
    ]
    lines += [_required(column, engine) for column in table.columns if _is_required(column, table)]
    lines += [
        constraint(item, engine)
        for item in constraints(table)
        if id(item) not in written
        and id(item) not in skipped
        and not (isinstance(item, Key) and (item.inherited or _comes_later(item, table)))
    ]
    head = "CREATE UNLOGGED TABLE" if table.unlogged else "CREATE TABLE"
    body = ",\n".join(_INDENT + line for line in lines)
    options = [
        *(["STRICT"] if table.strict else []),
        *(["WITHOUT ROWID"] if table.without_rowid else []),
    ]
    tail = f" {table.tail}" if table.tail else ""
    if options:
        tail = " " + ", ".join(options)
    body = f" (\n{body}\n)" if lines else " ()"
    if table.foreign:
        head, tail = "CREATE FOREIGN TABLE", f" {table.foreign}"
    path = quote_path(table.schema, table.name, engine)
    if table.attached or not (table.inherits or table.of_type):
        return f"{head} {path}{body}{tail}"
    if table.of_type:
        return f"{head} {path} OF {_path(table.of_type, engine)}{body if lines else ''}{tail}"
    if table.bound:
        parent = _path(table.inherits[0], engine)
        body = body if lines else ""
        return f"{head} {path} PARTITION OF {parent}{body} {table.bound}{tail}"
    parents = ", ".join(_path(parent, engine) for parent in table.inherits)
    return f"{head} {path}{body} INHERITS ({parents}){tail}"


def additions(table: Table, engine: Engine) -> Iterator[str]:
    """Yield what puts a table with columns of its own below its parents, and keys that wait."""
    path = quote_path(table.schema, table.name, engine)
    for key in table.keys:
        if _comes_later(key, table):
            yield add_constraint(table, key, engine)
    if not table.attached:
        return
    for parent in table.inherits:
        name = ".".join(quote(part, engine) for part in parent)
        if table.bound:
            yield f"ALTER TABLE {name} ATTACH PARTITION {path} {table.bound}"
        else:
            yield f"ALTER TABLE {path} INHERIT {name}"


def _own(column: Column, table: Table) -> Column:
    """Return what a table says of a column; the rest comes from its parent or its type."""
    if table.attached:
        return column
    if (is_child(table) or table.bound) and column.not_null_above:
        column = replace(column, not_null=False)
    if not column.inherited:
        return column
    return replace(column, type=None, type_text="", collation=None, generated=None, identity=None)


def inline_constraints(table: Table, engine: Engine) -> dict[str, list[Constraint]]:
    """Return the constraints to write beside each column: unnamed ones over it alone."""
    alias = rowid_alias(table) if engine is Engine.SQLITE else None
    found: dict[str, list[Constraint]] = {column.name: [] for column in table.columns}
    apart = _apart(table)
    for key in table.keys:
        if key.inherited or _comes_later(key, table):
            continue
        # AUTOINCREMENT can only be written beside a column's own PRIMARY KEY.
        beside = key.name is None or (key.primary and key.columns == (alias,))
        # A column's own key has no INCLUDE.
        beside = beside and not key.tail.upper().startswith("INCLUDE")
        # Beside a column COLLATE would be the column's own.
        sorted_ = engine is Engine.SQLITE and key.form and key.columns != (alias,)
        if len(key.columns) == 1 and beside and not sorted_ and key.columns[0] not in apart:
            found[key.columns[0]].append(key)
    as_written = engine is Engine.SQLITE  # which keeps the text
    for check in table.checks:
        if check.column in found and (as_written or check.name is None):
            found[check.column].append(check)
    for reference in table.foreign_keys:
        one = len(reference.columns) == 1 and reference.columns[0] not in apart
        if one and (reference.column in found if as_written else reference.name is None):
            found[reference.columns[0]].append(reference)
    return found


def is_child(table: Table) -> bool:
    """Tell whether INHERITS makes columns of a table, beside which nothing can be written."""
    return bool(table.inherits) and not (table.attached or table.bound)


def _apart(table: Table) -> set[str]:
    """Return the columns that INHERITS alone makes: nothing can be written beside them."""
    return {column.name for column in table.columns if column.inherited and is_child(table)}


def _is_required(column: Column, table: Table) -> bool:
    """Tell whether a table that INHERITS says itself that a column of its parent has no NULL."""
    # A server that does not know whose it is would not understand it here.
    own = column.inherited and column.not_null and column.not_null_above is False
    own = own and is_child(table)
    return own and (
        column.not_null_name is not None or not _implied(column, table, Engine.POSTGRESQL)
    )


def _comes_later(key: Key, table: Table) -> bool:
    """Tell whether CREATE TABLE would give a column another NOT NULL than its parent's."""
    return (
        key.primary
        and is_child(table)
        and any(column.not_null_above and column.name in key.columns for column in table.columns)
    )


def _required(column: Column, engine: Engine) -> str:
    name = column.not_null_name
    head = "" if name is None else f"CONSTRAINT {quote(name, engine)} "
    tail = " NO INHERIT" if column.not_null_alone else ""
    return f"{head}NOT NULL {quote(column.name, engine)}{tail}"


def column_definition(
    column: Column,
    engine: Engine,
    beside: list[Constraint] | tuple[()] = (),
    table: Table | None = None,
) -> str:
    """Return a column of CREATE TABLE or ADD COLUMN.

    Args:
        column: The column.
        engine: Whose SQL to write.
        beside: Constraints to write with it.
        table: Its table, which may imply NOT NULL.
    """
    if engine.family is Engine.MYSQL:
        return mysql_render.column_definition(column, () if table is None else table.checks)
    keys = [item for item in beside if isinstance(item, Key)]
    words = [quote(column.name, engine), *_type_words(column, engine)]
    words += [_key_beside(key, column, engine) for key in keys if key.primary]
    name = column.not_null_name if engine in {Engine.POSTGRESQL, Engine.SQLITE} else None
    if column.not_null and (name is not None or not _implied(column, table, engine)):
        words += [] if name is None else ["CONSTRAINT", quote(name, engine)]
        words.append(f"NOT NULL {column.not_null_conflict}".rstrip())
        words += ["NO INHERIT"] if column.not_null_alone else []
    words += [_key_beside(key, column, engine) for key in keys if not key.primary]
    if column.default is not None:
        name = column.default_name
        words += [] if name is None else ["CONSTRAINT", quote(name, engine)]
        words.append(f"DEFAULT {column.default}")
    words += [constraint(item, engine) for item in beside if isinstance(item, Check)]
    for item in beside:
        if isinstance(item, ForeignKey):
            words += [] if item.name is None else ["CONSTRAINT", quote(item.name, engine)]
            words.append(references(item, engine))
    return " ".join(words)


def _type_words(column: Column, engine: Engine) -> Iterator[str]:
    if column.type_text:
        yield column.type_text
    if column.collation is not None:
        yield f"COLLATE {_collation(column.collation, engine)}"
    if column.generated is not None:
        yield f"GENERATED ALWAYS AS ({column.generated})"
        yield "STORED" if column.stored else "VIRTUAL"
    if column.identity is not None:
        options = f" ({column.identity_options})" if column.identity_options else ""
        yield f"GENERATED {column.identity} AS IDENTITY{options}"


def _collation(name: str, engine: Engine) -> str:
    parts = dotted_parts(name) if engine is Engine.POSTGRESQL else [name]
    return ".".join(quote(part, engine) for part in parts)


def _implied(column: Column, table: Table | None, engine: Engine) -> bool:
    """Tell whether the column is NOT NULL without the words."""
    if engine is Engine.SQLITE:
        if table is None or column.not_null_written:
            return False
        keyed = table.strict or table.without_rowid
        return column.name == rowid_alias(table) or (keyed and column.name in table.primary_key)
    if is_serial(column) or column.identity is not None:
        return True
    if table is None:
        return False
    return any(
        key.primary and column.name in key.columns for key in table.keys if not key.inherited
    )


def _key_beside(key: Key, column: Column, engine: Engine) -> str:
    words = [] if key.name is None else [f"CONSTRAINT {quote(key.name, engine)}"]
    words.append("PRIMARY KEY" if key.primary else "UNIQUE")
    words += [key.form] if key.form and engine is not Engine.SQLITE else []
    if key.tail:
        words.append(key.tail)
    if key.primary and column.autoincrement:
        words.append("AUTOINCREMENT")
    return " ".join(words)


# -- constraints ---------------------------------------------------


def constraint(item: Constraint, engine: Engine) -> str:
    """Return a table constraint, with its name if it has one."""
    if engine.family is Engine.MYSQL:
        return mysql_render.constraint(item)
    head = "" if item.name is None else f"CONSTRAINT {quote(item.name, engine)} "
    match item:
        case Key():
            kind = "PRIMARY KEY" if item.primary else "UNIQUE"
            columns = quote_list(item.columns, engine)
            if engine is Engine.SQLITE:
                columns = _sorted(item)
            elif item.form == "WITHOUT OVERLAPS":
                columns = f"{columns[:-1]} {item.form})"
            elif item.form:
                kind = f"{kind} {item.form}"
            body = f"{kind} {columns} {item.tail}"
        case ForeignKey():
            body = f"FOREIGN KEY {quote_list(item.columns, engine)} {references(item, engine)}"
        case Check():
            body = f"CHECK ({item.text}) {item.tail}"
        case _:
            body = item.text
    return (head + body).rstrip()


def _sorted(key: Key) -> str:
    """Return the columns of a key of SQLite, each with how the key sorts it."""
    forms = key.form.split(",") if key.form else [""] * len(key.columns)
    parts = zip(key.columns, forms, strict=True)
    columns = (f"{quote(column, Engine.SQLITE)} {how}".rstrip() for column, how in parts)
    return f"({', '.join(columns)})"


def references(item: ForeignKey, engine: Engine) -> str:
    """Return the REFERENCES clause of a foreign key."""
    table = ".".join(quote(part, engine) for part in item.table)
    columns = f" {quote_list(item.foreign_columns, engine)}" if item.foreign_columns else ""
    return f"REFERENCES {table}{columns} {item.tail}".rstrip()


def add_constraint(table: Table, item: Constraint, engine: Engine) -> str:
    """Return ALTER TABLE … ADD."""
    return (
        f"ALTER TABLE {quote_path(table.schema, table.name, engine)} ADD {constraint(item, engine)}"
    )
