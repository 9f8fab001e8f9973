"""ALTER TABLE … ALTER COLUMN.

Depends on: engine, sql.syntax, constraint_names, draft, identifiers, implied, inheritance, model, objects, table, text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.engine import Engine
from flash_core.sql import syntax

from .constraint_names import free_not_null, with_free_not_nulls
from .draft import Draft, Refused, suggestion
from .identifiers import quote_path
from .implied import is_serial, settle
from .inheritance import plain
from .names import object_name
from .not_nulls import comes_from_above, not_null_name
from .sequence_names import SEQUENCE_NAME, keep_sequence
from .table import own_collation
from .text import normalized

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeAlias

    from flash_core.sql.source import Span
    from flash_core.sql.syntax import TypeName

    from .model import Column, Table

    ColumnAction: TypeAlias = (
        syntax.AlterColumnType
        | syntax.AlterColumnDefault
        | syntax.AlterColumnNotNull
        | syntax.AlterColumnIdentity
        | syntax.AlterColumnExpression
    )


def find_column(draft: Draft, table: Table, name: str, span: Span, *, wait: bool = True) -> Column:
    """Return a column of a table.

    Raises:
        Refused: There is none of that name; with ``wait``, none yet.
    """
    found = draft.column(table, name)
    if found is None:
        message, sqlstate = f'column "{name}" of table "{table.name}" does not exist', "42703"
        if draft.engine.family is Engine.MYSQL:
            message, sqlstate = f"Unknown column '{name}' in '{table.name}'", "42S22"
        raise Refused(
            message,
            span,
            hint=suggestion(name, (column.name for column in table.columns)),
            sqlstate=sqlstate,
            missing=wait,
        )
    return found


def alter_column(draft: Draft, table: Table, action: ColumnAction) -> None:
    """Change one column of a table.

    Raises:
        Refused: There is no such column (yet), or the engine would refuse the change.
    """
    column = find_column(draft, table, action.column, action.span)
    changed = _changed(draft, table, column, action)
    if draft.engine is Engine.POSTGRESQL and is_serial(column) and not is_serial(changed):
        keep_sequence(draft, table, column, object_name(table.name, column.name, "seq"))
    columns = tuple(changed if item is column else item for item in table.columns)
    draft.put(with_free_not_nulls(draft, settle(replace(table, columns=columns), draft.engine)))


def _changed(draft: Draft, table: Table, column: Column, action: ColumnAction) -> Column:
    engine = draft.engine
    match action:
        case syntax.AlterColumnType():
            if engine is Engine.POSTGRESQL and is_serial(column):
                column = plain(column, table)
            written = normalized(action.type_text, engine)
            return replace(
                column,
                type=action.type,
                type_text=written,
                collation=own_collation(action.type, action.collation, engine),
                default=_converted(draft, column, action.type),
            )
        case syntax.AlterColumnDefault(default=None):
            return replace(plain(column, table), default=None)
        case syntax.AlterColumnDefault():
            default = normalized(action.default or "", engine)
            return replace(plain(column, table), default=default)
        case syntax.AlterColumnIdentity() if action.settings:
            changed = changed_options(column.identity_options, action.settings)
            identity = action.identity or column.identity
            return replace(column, identity=identity, identity_options=changed)
        case syntax.AlterColumnIdentity():
            options = column.identity_options if action.options is None else action.options
            options = normalized(options, engine) if action.identity else ""
            # NOT NULL stays behind when the identity goes.
            return replace(
                column, identity=action.identity, identity_options=options, not_null=True
            )
        case syntax.AlterColumnExpression():
            text = None if action.expression is None else normalized(action.expression, engine)
            return replace(column, generated=text, stored=column.stored and text is not None)
        case _:
            return _with_not_null(draft, table, column, action)


_STRING: Final = re.compile(r"[eE]?'(?:[^']|'')*'")


def _converted(draft: Draft, column: Column, new: TypeName | None) -> str | None:
    """Return the default of a column that gets another type.

    PostgreSQL has read a constant as one of the old type, and converts it whenever it is used:
    ``DEFAULT 'f'`` of a boolean is ``false`` in a text (checked on a server).
    """
    old, default = column.type, column.default
    if draft.engine is not Engine.POSTGRESQL or old is None or new is None or default is None:
        return default
    same = (old.parts, old.dimensions) == (new.parts, new.dimensions)
    if same or not _STRING.fullmatch(default):
        return default
    text = column.type_text
    while not old.dimensions and (domain := draft.domains.get(draft.id_of(old.parts))):
        old, text = domain.type, domain.type_text
    if old.modifiers:  # a cast to a length would cut
        schema = "".join(old.parts[:-1]).removeprefix("pg_catalog")
        text = quote_path(schema, old.parts[-1], draft.engine) + "[]" * old.dimensions
    return f"{default}::{text}"


def _with_not_null(
    draft: Draft, table: Table, column: Column, action: syntax.AlterColumnNotNull
) -> Column:
    if action.not_valid:
        # Rows that are there may hold NULL until the constraint is validated.
        pending = action.name or free_not_null(draft, table, column)
        return replace(column, not_null_name=pending, not_null_alone=action.alone)
    if action.not_null:
        name = column.not_null_name if column.not_null else action.name
        if column.not_null_above and not draft.in_order:
            # It becomes its own as well, under the name it has.
            name = not_null_name(lambda path: draft.tables.get(draft.key(path)), table, column)
        elif table.bound and comes_from_above(table, column) and column.not_null:
            name = not_null_name(lambda path: draft.tables.get(draft.key(path)), table, column)
        alone = column.not_null_alone if column.not_null else action.alone
        return replace(
            column,
            not_null=True,
            not_null_name=name,
            not_null_above=False,
            not_null_alone=alone,
            restated=column.restated or bool(table.bound),  # it is the partition's own from now on
        )
    if column.not_null_above:
        message = f'column "{column.name}" has its NOT NULL from a parent of "{table.name}"'
        raise Refused(message, action.span, sqlstate="42P16")
    if column.name in table.primary_key:
        message = f'column "{column.name}" is in a primary key'
        raise Refused(message, action.span, sqlstate="42P16")
    if column.identity is not None:
        message = f'column "{column.name}" of table "{table.name}" is an identity column'
        raise Refused(message, action.span, sqlstate="42601")
    bare = plain(column, table)
    return replace(bare, not_null=False, not_null_name=None, not_null_alone=False)


_CLAUSES: Final = {
    "start": "START WITH",
    "increment": "INCREMENT BY",
    "minvalue": "MINVALUE",
    "maxvalue": "MAXVALUE",
    "cache": "CACHE",
}


def changed_options(text: str, settings: Iterable[tuple[str, str | None]]) -> str:
    """Return the clauses of an identity column's sequence after some have changed."""
    from flash_core.sql.postgres_objects import sequence_options  # noqa: PLC0415 - PostgreSQL's alone

    options = dict(sequence_options(text)) if text else {}
    options.update(settings)
    clauses = [
        f"{_CLAUSES[name]} {value}" if value is not None else f"NO {name.upper()}"
        for name, value in options.items()
        if name in _CLAUSES
    ]
    if "cycle" in options:
        clauses.append("CYCLE" if options["cycle"] == "true" else "NO CYCLE")
    named = re.search(SEQUENCE_NAME, text)
    return " ".join([named[0].strip(), *clauses] if named else clauses)
