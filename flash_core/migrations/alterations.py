"""A column that changed, altered in place.

PostgreSQL can; SQLite needs a new table for it, which is refused for now.

Depends on: catalog, engine, change, creation, matching.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from flash_core.catalog.identifiers import quote
from flash_core.catalog.table import is_serial
from flash_core.catalog.text import mentions, normalized
from flash_core.engine import Engine

from .change import Change
from .creation import column_label, table_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flash_core.catalog.model import Column, Table

    from .matching import Matching

_WIDTHS: Final = {"int2": 2, "int4": 4, "int8": 8}


def default_of(column: Column) -> str | None:
    """Return the default of a column, where NULL is none."""
    value = column.default
    return None if value is None or value.strip("() ").upper() == "NULL" else value


def same_type(one: Column, other: Column, engine: Engine) -> bool:
    """Tell whether two columns are of one type, however that is spelt."""
    if engine is Engine.POSTGRESQL:
        return one.type == other.type
    return normalized(one.type_text, engine).upper() == normalized(other.type_text, engine).upper()


def alteration(match: Matching, table: Table, old: Column, new: Column) -> list[Change]:
    """Return what turns one column into another, or report what cannot be done."""
    differences = list(_differences(old, new, match.engine))
    if not differences:
        return []
    before = (old.generated, old.stored, old.identity_options if new.identity else "")
    after = (new.generated, new.stored, new.identity_options if old.identity else "")
    serial = is_serial(old) or is_serial(new)
    retyped = not same_type(old, new, match.engine)
    fixed = before != after or (serial and retyped)
    computed = retyped and any(
        column.generated and mentions(column.generated, old.name, match.engine)
        for column in table.columns
    )
    if computed:
        differences.append("a generated column uses it")
    if fixed or computed or match.engine is Engine.SQLITE:
        match.problems.append(
            f"cannot change {column_label(table, new)} yet: {', '.join(differences)}"
        )
        return []
    return list(_alter(table, old, new, match.engine))


def _differences(old: Column, new: Column, engine: Engine) -> Iterator[str]:
    """Yield what differs between two columns, in words."""
    if not same_type(old, new, engine):
        yield f"type {old.type_text or 'none'} to {new.type_text or 'none'}"
    if (old.collation or "").lower() != (new.collation or "").lower():
        yield f"collation {old.collation or 'default'} to {new.collation or 'default'}"
    if old.not_null != new.not_null:
        yield "SET NOT NULL" if new.not_null else "DROP NOT NULL"
    if default_of(old) != default_of(new):
        yield f"default {old.default or 'none'} to {new.default or 'none'}"
    identity = (old.identity, old.identity_options)
    if identity != (new.identity, new.identity_options):
        yield f"identity {old.identity or 'none'} to {new.identity or 'none'}"
    if (old.generated, old.stored) != (new.generated, new.stored):
        yield "its generation expression"
    if old.autoincrement != new.autoincrement:
        yield "AUTOINCREMENT"


def _alter(table: Table, old: Column, new: Column, engine: Engine) -> Iterator[Change]:
    """Yield ALTER COLUMN statements, such that each can run when its turn comes."""
    retyped = not same_type(old, new, engine) or old.collation != new.collation
    # A default of the old type may not convert; identity demands NOT NULL before it.
    if retyped or default_of(old) != default_of(new):
        yield from _default_change(table, replace(new, default=default_of(old)), None, engine)
    if old.identity is not None and new.identity is None:
        yield _identity(table, replace(new, identity=old.identity), engine).inverse
    if retyped:
        yield _retype(table, old, new, engine)
    if old.not_null != new.not_null:
        yield _nullability(table, new, engine)
    if new.identity is not None and old.identity is None:
        yield _identity(table, new, engine)
    elif new.identity is not None and old.identity is not None and new.identity != old.identity:
        yield _column_change(
            table,
            new,
            f"SET GENERATED {new.identity}",
            f"SET GENERATED {old.identity}",
            ("change identity of {}", "restore identity of {}"),
            engine,
        )
    if retyped or default_of(old) != default_of(new):
        yield from _default_change(table, replace(new, default=None), default_of(new), engine)


def _column_change(
    table: Table,
    column: Column,
    up: str,
    down: str,
    comments: tuple[str, str],
    engine: Engine,
    *,
    destroys: tuple[bool, bool] = (False, False),
) -> Change:
    """Change a column; ``comments`` and ``destroys`` are for the way up and the way down."""
    name = column_label(table, column)
    head = f"ALTER TABLE {table_path(table, engine)} ALTER COLUMN {quote(column.name, engine)}"
    return Change(
        f"{head} {up}",
        f"{head} {down}",
        comments[0].replace("{}", name, 1),
        comments[1].replace("{}", name, 1),
        destroys[0],
        destroys[1],
        (name,),
    )


def _default_change(
    table: Table, column: Column, default: str | None, engine: Engine
) -> Iterator[Change]:
    """Change the default that ``column`` has to ``default``."""
    if column.default == default:
        return

    def clause(value: str | None) -> str:
        return "DROP DEFAULT" if value is None else f"SET DEFAULT {value}"

    words = ("set default of {}", "drop default of {}")
    comments = words if default is not None else (words[1], words[0])
    yield _column_change(table, column, clause(default), clause(column.default), comments, engine)


def _nullability(table: Table, column: Column, engine: Engine) -> Change:
    """Give ``column`` its nullability."""
    strict, lax = "SET NOT NULL", "DROP NOT NULL"
    required, allowed = "require a value in {}; fails if rows hold NULL", "allow NULL in {}"
    if column.not_null:
        return _column_change(table, column, strict, lax, (required, allowed), engine)
    return _column_change(table, column, lax, strict, (allowed, required), engine)


def _identity(table: Table, column: Column, engine: Engine) -> Change:
    """Make ``column`` the identity column that it is."""
    options = f" ({column.identity_options})" if column.identity_options else ""
    return _column_change(
        table,
        column,
        f"ADD GENERATED {column.identity} AS IDENTITY{options}",
        "DROP IDENTITY",
        ("make an identity column of {}", "drop identity of {}"),
        engine,
    )


def _retype(table: Table, old: Column, new: Column, engine: Engine) -> Change:
    def clause(column: Column) -> str:
        collation = f" COLLATE {column.collation}" if column.collation else ""
        using = f"{quote(new.name, engine)}::{column.type_text}"
        return f"TYPE {column.type_text}{collation} USING {using}"

    narrows, widens = _narrows(old, new), _narrows(new, old)
    remark = "; values that do not fit are cut or refused"
    return _column_change(
        table,
        new,
        clause(new),
        clause(old),
        (
            "change type of {} to " + new.type_text + remark * narrows,
            "restore type of {} to " + old.type_text + remark * widens,
        ),
        engine,
        destroys=(narrows, widens),
    )


def _narrows(old: Column, new: Column) -> bool:
    """Tell whether values may be lost on the way from one type to another."""
    if old.type is None or new.type is None or old.type == new.type:
        return False
    before, after = old.type.parts[-1], new.type.parts[-1]
    if old.type.dimensions != new.type.dimensions:
        return True
    if before in _WIDTHS and after in _WIDTHS:
        return _WIDTHS[after] < _WIDTHS[before]
    if before in {"varchar", "text"} and after in {"varchar", "text"}:
        was, now = old.type.modifiers, new.type.modifiers
        return bool(now) and (not was or int(now[0]) < int(was[0]))
    return (before, after) not in {("json", "jsonb"), ("float4", "float8"), ("date", "timestamp")}
