"""What GRANT, REVOKE and ALTER DEFAULT PRIVILEGES say, object by object and role by role.

Depends on: libpg_query, postgres.tree, postgres_objects.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass

from . import libpg_query
from .postgres.tree import child, children, flag, list_items, string, unwrap, unwrapped
from .postgres_objects import Typed

if TYPE_CHECKING:
    from .libpg_query import Tree

_DOTTED: Final = frozenset({"OBJECT_TYPE", "OBJECT_DOMAIN", "OBJECT_PARAMETER_ACL"})
_KINDS: Final = {
    "FDW": "FOREIGN DATA WRAPPER",
    "LARGEOBJECT": "LARGE OBJECT",
    "PARAMETER ACL": "PARAMETER",
}


@dataclass(frozen=True, slots=True)
class Privileges:
    """What one statement says of one object and one role.

    Attributes:
        gives: GRANT, not REVOKE.
        kind: Of the object, as GRANT writes it: ``TABLE``.
        path: The object, without ``public``; the schema where ``scope`` says so, if there is one.
        rights: Privileges in capitals, each with its columns; none for ALL.
        columns: Those of ALL.
        role: Its name, or in capitals what ``keyword`` says it is.
        keyword: ``role`` is none's name, but ``PUBLIC`` or ``CURRENT_USER``.
        option: WITH GRANT OPTION, or only that option.
        arguments: Of a routine, where they are written.
        scope: ``schema`` for all that is in one, ``default`` for what will be made.
        creator: By whom, where that is said.
    """

    gives: bool
    kind: str
    path: tuple[str, ...]
    rights: tuple[tuple[str, tuple[str, ...]], ...]
    role: str
    keyword: bool = False
    option: bool = False
    arguments: tuple[Typed, ...] | None = None
    scope: str = ""
    creator: str = ""


@lru_cache(maxsize=50_000)
def privileges(text: str) -> tuple[Privileges, ...]:
    """Return what a statement grants or revokes; nothing for another statement.

    Args:
        text: One statement.
    """
    found = libpg_query.parse(text)
    if isinstance(found, libpg_query.SyntaxProblem) or len(found) != 1:
        return ()
    kind, node = unwrap(child(found[0], "stmt") or {})
    if kind == "GrantStmt":
        return tuple(_granted(node))
    return tuple(_defaults(node)) if kind == "AlterDefaultPrivilegesStmt" else ()


def _granted(node: Tree) -> list[Privileges]:
    objtype = string(node, "objtype")
    words = objtype.removeprefix("OBJECT_").replace("_", " ")
    kind = _KINDS.get(words, words)
    scope = "schema" if string(node, "targtype") == "ACL_TARGET_ALL_IN_SCHEMA" else ""
    return [
        Privileges(
            flag(node, "is_grant"),
            kind,
            path,
            _rights(node),
            role,
            keyword,
            flag(node, "grant_option"),
            arguments,
            scope,
        )
        for (path, arguments), (role, keyword) in product(
            [_object(objtype, item) for item in children(node, "objects")],
            [_role(unwrapped(item)) for item in children(node, "grantees")],
        )
    ]


def _defaults(node: Tree) -> list[Privileges]:
    action = child(node, "action") or {}
    said = {
        string(item, "defname"): list_items(child(item, "arg") or {})
        for item in map(unwrapped, children(node, "options"))
    }
    schemas: list[tuple[str, ...]] = [
        (string(unwrapped(item), "sval"),) for item in said.get("schemas", [])
    ]
    creators = [_creator(unwrapped(item)) for item in said.get("roles", [])]
    words = string(action, "objtype").removeprefix("OBJECT_").replace("_", " ")
    return [
        Privileges(
            flag(action, "is_grant"),
            _KINDS.get(words, words),
            path,
            _rights(action),
            role,
            keyword,
            flag(action, "grant_option"),
            scope="default",
            creator=creator,
        )
        for path, creator, (role, keyword) in product(
            schemas or [()],
            creators or [""],
            [_role(unwrapped(item)) for item in children(action, "grantees")],
        )
    ]


def _rights(node: Tree) -> tuple[tuple[str, tuple[str, ...]], ...]:
    items = map(unwrapped, children(node, "privileges"))
    return tuple(
        (
            string(item, "priv_name").upper() or "ALL",
            tuple(string(unwrapped(each), "sval") for each in children(item, "cols")),
        )
        for item in items
    )


def _role(node: Tree) -> tuple[str, bool]:
    kind = string(node, "roletype").removeprefix("ROLESPEC_")
    return (string(node, "rolename"), False) if kind == "CSTRING" else (kind, True)


def _creator(node: Tree) -> str:
    name, keyword = _role(node)
    return "" if keyword else name  # CURRENT_USER is who says it


def _object(objtype: str, wrapper: Tree) -> tuple[tuple[str, ...], tuple[Typed, ...] | None]:
    kind, node = unwrap(wrapper)
    if kind == "RangeVar":
        return _plain([string(node, "schemaname"), string(node, "relname")]), None
    if kind == "ObjectWithArgs":
        names = [string(unwrapped(item), "sval") for item in children(node, "objname")]
        if flag(node, "args_unspecified"):
            return _plain(names), None
        # OUT parameters tell procedures apart, but have no place in what is called.
        types = [unwrapped(item) for item in children(node, "objargs")]
        return _plain(names), tuple(_typed(item) for item in types if item)
    if kind == "List" and objtype in _DOTTED:
        return _plain([string(unwrapped(item), "sval") for item in list_items(wrapper)]), None
    return (string(node, "sval") or string(node, "fval") or str(node.get("ival", "")),), None


def _plain(names: list[str]) -> tuple[str, ...]:
    parts = tuple(filter(None, names))
    return parts[1:] if len(parts) > 1 and parts[0] == "public" else parts


def _typed(node: Tree) -> Typed:
    parts = _plain([string(unwrapped(item), "sval") for item in children(node, "names")])
    if len(parts) > 1 and parts[0] == "pg_catalog":
        parts = parts[1:]
    dimensions = min(len(children(node, "arrayBounds")), 1)
    return Typed(parts, dimensions, of_column=flag(node, "pct_type"))
