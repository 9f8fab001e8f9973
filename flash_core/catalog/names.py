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

from .model import Check, ForeignKey, Key
from .text import names_in

if TYPE_CHECKING:
    from collections.abc import Container
    from typing import TypeAlias

    from .model import OtherConstraint, Table

    Constraint: TypeAlias = Key | ForeignKey | Check | OtherConstraint

_LIMIT: Final = 63  # NAMEDATALEN - 1, in bytes
_CALL: Final = r"(?i)\s*(?:[a-z_]\w*\s*\.\s*)?([a-z_]\w*)\s*\("


def object_name(first: str, second: str, label: str) -> str:
    """Join name parts as the server's ``makeObjectName`` does, shrinking the longer one to fit."""
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
            return "_".join(constraint.columns), "key"
        case ForeignKey():
            return "_".join(constraint.columns), "fkey"
        case Check():
            words = names_in(constraint.text, Engine.POSTGRESQL)
            used = [column.name for column in table.columns if column.name in words]
            return used[0] if len(used) == 1 else "", "check"
        case _:
            unique = constraint.text.upper().startswith("UNIQUE")
            words = names_in(constraint.text, Engine.POSTGRESQL)
            used = [column.name for column in table.columns if column.name in words]
            return "_".join(used), "key" if unique else "excl"


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
            name = unused(table.name, *_wanted(table, item), taken)
            taken.add(name)
        named.append((name, item))
    return named


def index_name(
    table: str, columns: tuple[str | None, ...], text: str, taken: Container[str]
) -> str:
    """Return the name of an index created without one."""
    call = re.match(_CALL, text.partition("(")[2])
    expression = call[1].lower() if call else "expr"
    second = "_".join(expression if column is None else column for column in columns)
    return unused(table, second, "idx", taken)
