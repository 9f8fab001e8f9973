"""Who may do what with an object: what GRANT and REVOKE add up to, and how it is said again.

Depends on: engine, sql.postgres_privileges, identifiers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from flash_core._dataclass import dataclass
from flash_core.engine import Engine

from .identifiers import quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from flash_core.sql.postgres_objects import Typed
    from flash_core.sql.postgres_privileges import Privileges

Right: TypeAlias = tuple[str, str]  # the privilege, and its column, which is empty for all of them

_PG: Final = Engine.POSTGRESQL
_EVERY: Final = {
    "TABLE": (
        *("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER"),
        "MAINTAIN",
    ),
    "SEQUENCE": ("USAGE", "SELECT", "UPDATE"),
    "FUNCTION": ("EXECUTE",),
    "TYPE": ("USAGE",),
    "SCHEMA": ("CREATE", "USAGE"),
    "DATABASE": ("CREATE", "CONNECT", "TEMPORARY"),
    "TABLESPACE": ("CREATE",),
    "LARGE OBJECT": ("SELECT", "UPDATE"),
    "PARAMETER": ("SET", "ALTER SYSTEM"),
    "LANGUAGE": ("USAGE",),
    "FOREIGN SERVER": ("USAGE",),
    "FOREIGN DATA WRAPPER": ("USAGE",),
}
_OF_COLUMNS: Final = ("SELECT", "INSERT", "UPDATE", "REFERENCES")
_FAMILIES: Final = {
    "PROCEDURE": "FUNCTION",
    "ROUTINE": "FUNCTION",
    "AGGREGATE": "FUNCTION",
    "DOMAIN": "TYPE",
    "VIEW": "TABLE",
}
# What everybody may do with what was just made.
_PUBLIC: Final = {
    "FUNCTION": ("EXECUTE",),
    "TYPE": ("USAGE",),
    "LANGUAGE": ("USAGE",),
    "DATABASE": ("CONNECT", "TEMPORARY"),
}


@dataclass(frozen=True, slots=True)
class State:
    """What one role may do with one object.

    Attributes:
        held: Its rights, each with whether it may be passed on.
        refused: What was revoked although nothing had granted it.
    """

    held: frozenset[tuple[Right, bool]] = frozenset()
    refused: frozenset[Right] = frozenset()


def family(kind: str) -> str:
    """Return the kind of object whose privileges one has: those of a procedure are a function's."""
    return _FAMILIES.get(kind, kind)


def usual(kind: str, role: str, path: tuple[str, ...] = ()) -> State:
    """Return what a role may do with what was just made.

    Args:
        kind: Of the object.
        role: As written.
        path: The object; everybody may use the schema ``public``.
    """
    if role != "PUBLIC":
        return State()
    rights = _PUBLIC.get(family(kind), ())
    if (kind, path) == ("SCHEMA", ("public",)):
        rights = ("USAGE",)
    return State(frozenset(((right, ""), False) for right in rights))


def after(state: State, said: Privileges) -> State:
    """Return what a role may do after a statement.

    Args:
        state: What it could do before.
        said: The statement.
    """
    held, rights = dict(state.held), _rights(said)
    if said.gives:
        held.update({right: said.option or held.get(right, False) for right in rights})
        return State(frozenset(held.items()), state.refused - set(rights))
    # To revoke a privilege on a table revokes it on each column.
    lost = [r for r in held if r in rights or (r[0], "") in rights]
    if said.option:
        held.update(dict.fromkeys(lost, False))
        return State(frozenset(held.items()), state.refused)
    if not lost:
        return State(state.held, state.refused | set(rights))
    return State(frozenset(i for i in state.held if i[0] not in lost), state.refused)


def _rights(said: Privileges) -> list[Right]:
    kind = family(said.kind)
    found: list[Right] = []
    for name, columns in said.rights or (("ALL", ()),):
        every = _OF_COLUMNS if columns else _EVERY.get(kind, ("ALL",))
        names = every if name == "ALL" else ("TEMPORARY" if name == "TEMP" else name,)
        found += [(each, column) for each in names for column in columns or ("",)]
    return found


def steps(old: State, new: State, kind: str, target: str, role: str) -> list[str]:
    """Return what changes the rights of a role, as GRANT and REVOKE without more than that.

    Args:
        old: What it may do.
        new: What it should be able to do.
        kind: Of the object.
        target: The object as written behind ON.
        role: As written.
    """
    was, now = dict(old.held), dict(new.held)
    if was and not now:
        return [f"REVOKE ALL ON {target} FROM {role}"]
    lost = [right for right in was if right not in now]
    left = {
        r: option
        for r, option in was.items()
        if r not in lost and (not r[1] or (r[0], "") not in lost)
    }
    bound = [right for right in left if left[right] and not now[right]]
    plain = [r for r, option in now.items() if not option and r not in left]
    passed = [r for r, option in now.items() if option and not left.get(r)]
    found: list[str] = []
    if lost:
        found.append(f"REVOKE {listed(lost, kind)} ON {target} FROM {role}")
    if bound:
        words = listed(bound, kind)
        found.append(f"REVOKE GRANT OPTION FOR {words} ON {target} FROM {role} CASCADE")
    if plain:
        found.append(f"GRANT {listed(plain, kind)} ON {target} TO {role}")
    if passed:
        found.append(f"GRANT {listed(passed, kind)} ON {target} TO {role} WITH GRANT OPTION")
    return found


def listed(rights: Iterable[Right], kind: str) -> str:
    """Return rights as written; all there are as ALL."""
    columns: dict[str, list[str]] = {}
    for name, column in rights:
        columns.setdefault(name, []).append(column)
    every = _EVERY.get(family(kind), ())
    whole = [name for name, found in columns.items() if "" in found]
    if every and set(whole) == set(every):
        whole = ["ALL"]
    names = sorted(whole, key=lambda name: every.index(name) if name in every else -1)
    partial = [
        f"{name} ({', '.join(quote(column, _PG) for column in sorted(filter(None, found)))})"
        for name, found in sorted(columns.items())
        if any(found)
    ]
    return ", ".join([*names, *partial])


def role_of(said: Privileges) -> str:
    """Return the role as written."""
    return said.role if said.keyword else quote(said.role, _PG)


def type_text(typed: Typed) -> str:
    """Return a type of a signature as written."""
    of_column = "%TYPE" if typed.of_column else ""
    return ".".join(quote(part, _PG) for part in typed.path) + of_column + "[]" * typed.dimensions


def target_of(said: Privileges) -> str:
    """Return the object as written behind ON."""
    path = ".".join(quote(part, _PG) for part in said.path)
    if said.arguments is not None:
        path += f"({', '.join(map(type_text, said.arguments))})"
    return path if said.kind == "TABLE" else f"{said.kind} {path}"


def default_head(said: Privileges) -> str:
    """Return ``ALTER DEFAULT PRIVILEGES`` with whose they are, and where."""
    creator = f" FOR ROLE {quote(said.creator, _PG)}" if said.creator else ""
    schema = f" IN SCHEMA {quote(said.path[0], _PG)}" if said.path else ""
    return f"ALTER DEFAULT PRIVILEGES{creator}{schema}"


def written(said: Privileges) -> str:
    """Return a statement that says the same of one object and one role."""
    option, role = said.option, role_of(said)
    target = f"{said.kind}S" if said.scope == "default" else target_of(said)
    if not said.rights:
        words = "ALL"
    else:
        words = ", ".join(
            name + (f" ({', '.join(quote(c, _PG) for c in columns)})" if columns else "")
            for name, columns in said.rights
        )
    head = f"{default_head(said)} " if said.scope == "default" else ""
    if said.gives:
        return f"{head}GRANT {words} ON {target} TO {role}{' WITH GRANT OPTION' * option}"
    return f"{head}REVOKE {'GRANT OPTION FOR ' * option}{words} ON {target} FROM {role}"


def implied(
    defaults: Iterable[Privileges], kind: str, schema: str, *, named: bool = True
) -> Mapping[str, State]:
    """Return what roles may do with an object as soon as it is made, by role as written.

    Args:
        defaults: What ALTER DEFAULT PRIVILEGES said, in order.
        kind: Of the object.
        schema: Where it is made; empty for ``public``.
        named: The roles that FOR ROLE names count as who makes it.
    """
    everywhere: dict[str, State] = {"PUBLIC": usual(kind, "PUBLIC")}
    inside: dict[str, State] = {}
    for said in defaults:
        if family(said.kind) != family(kind) or (said.creator and not named):
            continue
        if said.path and said.path[0] != (schema or "public"):
            continue
        states, role = (inside if said.path else everywhere), role_of(said)
        states[role] = after(states.get(role, State()), said)
    # What is said of one schema only adds.
    return {
        role: State(everywhere.get(role, State()).held | inside.get(role, State()).held)
        for role in {**everywhere, **inside}
    }
