"""The names that PostgreSQL gives to what the user did not name.

They are never invented for a constraint that has a name of its own, and the
catalog keeps unnamed constraints unnamed; but ``DROP CONSTRAINT users_email_key``
must find the constraint that it means.

Depends on: engine, model, text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine
from flash_core.sql.clauses import significant

from .model import Check, ForeignKey, Key
from .text import identifier, names_in, referred

if TYPE_CHECKING:
    from collections.abc import Container
    from typing import TypeAlias

    from .model import OtherConstraint, Table

    Constraint: TypeAlias = Key | ForeignKey | Check | OtherConstraint

_LIMIT: Final = 63  # NAMEDATALEN - 1, in bytes
_CALL: Final = r"(?i)\s*(?:[a-z_]\w*\s*\.\s*)?([a-z_]\w*)\s*\("


def object_name(first: str, second: str, label: str) -> str:
    """Join name parts as the server's ``makeObjectName`` does, shrinking the longer one to fit."""
    whole = f"{first}_{second}_{label}" if second else f"{first}_{label}"
    if first and len(whole) <= _LIMIT and whole.isascii():
        return whole
    one, two = first.encode(), second.encode()
    room = _LIMIT - len(label.encode()) - 1 - (1 if two else 0)
    while len(one) + len(two) > room:
        if len(one) > len(two):
            one = one[:-1]
        else:
            two = two[:-1]
    parts = [one.decode(errors="ignore"), two.decode(errors="ignore"), label]
    return "_".join(part for part in parts if part)


def unused(first: str, second: str, label: str, taken: Container[str]) -> str:
    """Return the first of ``a_b_label``, ``a_b_label1``, … that is not taken."""
    name = object_name(first, second, label)
    number = 0
    while name in taken:
        number += 1
        name = object_name(first, second, f"{label}{number}")
    return name


def _wanted(table: Table, constraint: Constraint) -> tuple[str, str]:
    """Return the second part of a constraint's name and its label."""
    match constraint:
        case Key(primary=True):
            return "", "pkey"
        case Key():
            # The name counts what is only included, too.
            words = names_in(constraint.tail.partition(")")[0], Engine.POSTGRESQL)
            included = [column.name for column in table.columns if column.name in words]
            covers = constraint.tail.upper().startswith("INCLUDE")
            return "_".join([*constraint.columns, *(included if covers else ())]), "key"
        case ForeignKey():
            return "_".join(constraint.columns), "fkey"
        case Check():
            words = referred(constraint.text, Engine.POSTGRESQL)
            used = [column.name for column in table.columns if column.name in words]
            return used[0] if len(used) == 1 else "", "check"
        case _:
            temporal = re.match(r"(?i)FOREIGN\s+KEY\s*\(([^)]*)\)", constraint.text)
            if temporal is not None:
                return "_".join(_named(table, temporal[1])), "fkey"
            unique = constraint.text.upper().startswith("UNIQUE")
            if not unique:
                return "_".join(_excluded(table, constraint.text)), "excl"
            return "_".join(_named(table, constraint.text)), "key"


def _named(table: Table, text: str) -> list[str]:
    """Return the columns that a text names, in its order."""
    known = {column.name for column in table.columns}
    names = (
        identifier(item, Engine.POSTGRESQL) for item in significant(text, Engine.POSTGRESQL).items
    )
    return list(dict.fromkeys(name for name in names if name is not None and name in known))


def _excluded(table: Table, text: str) -> list[str]:
    """Return what an exclusion constraint is called after: its columns, or what it calls."""
    tokens = significant(text, Engine.POSTGRESQL)
    start = next((n for n in range(len(tokens)) if tokens.text(n) == "("), len(tokens))
    end = tokens.close(start) if start < len(tokens) else start
    position = start + 1
    found: list[str] = []
    while position < end:
        stop = min(tokens.element_end(position), end)
        element = tokens.slice(position, stop)
        name = identifier(tokens.items[position], Engine.POSTGRESQL)
        call = re.match(_CALL, element.lstrip("( "))
        if any(column.name == name for column in table.columns):
            found.append(name or "")
        else:
            found.append(call[1].lower() if call else "expr")
        position = stop + 1
    return found


def constraints(table: Table) -> tuple[Constraint, ...]:
    """Return every constraint of a table."""
    return (*table.keys, *table.foreign_keys, *table.checks, *table.others)


def constraint_names(table: Table) -> list[tuple[str, Constraint]]:
    """Return the constraints of a PostgreSQL table with the names they have on the server."""
    taken = {item.name for item in constraints(table) if item.name is not None}
    named: list[tuple[str, Constraint]] = []
    for item in constraints(table):
        name = item.name
        if name is None:
            name = usual_name(table, item, taken)
            taken.add(name)
        named.append((name, item))
    return named


def usual_name(table: Table, item: Constraint, taken: Container[str]) -> str:
    """Return the name that a constraint without one gets.

    Args:
        table: What it is of.
        item: The constraint.
        taken: Names that others have.
    """
    return unused(table.name, *_wanted(table, item), taken)


def index_name(table: str, text: str, taken: Container[str]) -> str:
    """Return the name of an index created without one.

    Args:
        table: What it is on.
        text: What follows the name of the table.
        taken: Names that others have.
    """
    from flash_core.sql.postgres_index_names import (  # noqa: PLC0415 - PostgreSQL's alone
        index_column_names,
    )

    return unused(table, "_".join(index_column_names(text)), "idx", taken)
