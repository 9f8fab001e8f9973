"""Statements with what ALTER makes of them: a function and its settings, a policy and its roles.

Depends on: libpg_query, postgres.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .postgres.tree import child, children, string, unwrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .libpg_query import Json, Tree


def as_one(statements: Sequence[Tree]) -> Tree | None:
    """Return a statement with what those behind it change, or ``None`` where they do more.

    Args:
        statements: The trees.
    """
    if not statements:
        return None
    found = statements[0]
    for later in statements[1:]:
        changed = None
        if "AlterFunctionStmt" in later and "CreateFunctionStmt" in found:
            changed = _routine(unwrapped(found), unwrapped(later))
        elif "AlterPolicyStmt" in later and "CreatePolicyStmt" in found:
            changed = _policy(unwrapped(found), unwrapped(later))
        if changed is None:
            return None
        found = changed
    return found


def _routine(made: Tree, later: Tree) -> Tree:
    options = {_name(each): each for each in children(made, "options")}
    for each in children(later, "actions"):
        variable = child(unwrapped(each), "arg") or {}
        kind = string(unwrapped(variable), "kind") if "VariableSetStmt" in variable else ""
        if kind == "VAR_RESET_ALL":
            options = {name: option for name, option in options.items() if name[0] != "set"}
        elif kind in {"VAR_RESET", "VAR_SET_DEFAULT"}:
            options.pop(_name(each), None)
        else:
            options[_name(each)] = each
    listed: list[Json] = list(options.values())
    return {"CreateFunctionStmt": {**made, "options": listed}}


def _name(option: Tree) -> tuple[str, str]:
    """Return what an option says something about."""
    inner = unwrapped(option)
    variable = unwrapped(child(inner, "arg") or {})
    word = string(inner, "defname").lower()
    return word, string(variable, "name").lower() if word == "set" else ""


def _policy(made: Tree, later: Tree) -> Tree:
    words = "roles", "qual", "with_check"
    parts: Tree = {key: later[key] for key in words if key in later}
    return {"CreatePolicyStmt": {**made, **parts}}
