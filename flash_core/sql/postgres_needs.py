"""Which objects have to be there for a statement of PostgreSQL that makes nothing itself.

ALTER, COMMENT ON, GRANT, REVOKE and DROP, and what triggers, policies … are made on.  Roles,
databases, tablespaces and casts are left out: no schema file need make them.

Depends on: libpg_query, postgres.tree, postgres_objects.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass

from . import libpg_query
from .postgres.tree import child, children, flag, list_items, string, unwrap, unwrapped
from .postgres_objects import Typed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeAlias

    from .libpg_query import Tree

    Path: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Need:
    """An object that a statement names.

    Attributes:
        kind: In the words of the server's messages: ``view``; ``relation`` for any of them.
        path: Its name, without ``public``; of a part the name of what has it.
        part: The column, constraint, trigger … of the object.
        arguments: Of a routine, where they are written.
    """

    kind: str
    path: Path
    part: str = ""
    arguments: tuple[Typed, ...] | None = None


_WORDS: Final = {
    "MATVIEW": "materialized view",
    "STATISTIC EXT": "statistics object",
    "FDW": "foreign-data wrapper",
    "FOREIGN SERVER": "server",
    "TSCONFIGURATION": "text search configuration",
    "TSDICTIONARY": "text search dictionary",
    "TSPARSER": "text search parser",
    "TSTEMPLATE": "text search template",
    "OPCLASS": "operator class",
    "OPFAMILY": "operator family",
}
_UNKNOWN: Final = frozenset(
    {"cast", "transform", "role", "database", "tablespace", "largeobject", "parameter acl"}
    | {"operator", "amop", "amproc", "default acl", "defacl", "user mapping"}
)
# Of what is in a database but its comment nothing is read, so `flash pull` writes that alone.
_UNREAD: Final = frozenset({"language", "access method", "subscription"})
_PARTS: Final = {
    "tabconstraint": "constraint",
    **{kind: kind for kind in ("column", "trigger", "policy", "rule")},
}
_RELATIONS: Final = frozenset(
    {"table", "view", "materialized view", "index", "sequence", "foreign table"}
)
_OF_COLUMNS: Final = frozenset(
    {"AT_SetStatistics", "AT_SetStorage", "AT_SetOptions", "AT_ResetOptions", "AT_SetCompression"}
)
_OF_CONSTRAINTS: Final = frozenset({"AT_ValidateConstraint", "AT_AlterConstraint"})


def needs(text: str) -> tuple[Need, ...]:
    """Return what has to be there for a statement; nothing where it says IF EXISTS.

    Args:
        text: One statement.
    """
    found = libpg_query.parse(text)
    if isinstance(found, libpg_query.SyntaxProblem) or len(found) != 1:
        return ()
    kind, node = unwrap(child(found[0], "stmt") or {})
    read = _READERS.get(kind)
    return () if read is None or flag(node, "missing_ok") else tuple(read(node))


def _kind(node: Tree, key: str = "objtype") -> str:
    words = string(node, key).removeprefix("OBJECT_").replace("_", " ")
    return _WORDS.get(words, words.lower())


def _plain(parts: list[str]) -> Path:
    path = tuple(filter(None, parts))
    return path[1:] if len(path) > 1 and path[0] == "public" else path


def _path(items: list[Tree]) -> Path:
    return _plain([string(unwrapped(item), "sval") for item in items])


def _relation(node: Tree | None) -> Path:
    return () if node is None else _plain([string(node, "schemaname"), string(node, "relname")])


def _typed(node: Tree) -> Typed:
    path = _path(children(node, "names"))
    return Typed(path, len(children(node, "arrayBounds")), of_column=flag(node, "pct_type"))


def _object(kind: str, wrapper: Tree) -> Iterator[Need]:
    """Yield what stands in the place of an object: a name, a routine, or a part of something."""
    sort, node = unwrap(wrapper)
    if kind in _UNKNOWN:
        return
    if sort == "ObjectWithArgs":
        types = [unwrapped(item) for item in children(node, "objargs")]
        given = None if flag(node, "args_unspecified") else tuple(map(_typed, types))
        yield Need(kind, _path(children(node, "objname")), arguments=given)
    elif sort == "TypeName":
        yield Need(kind, _path(children(node, "names")))
    elif sort == "RangeVar":
        yield Need(kind, _relation(node))
    elif sort != "List":
        yield Need(kind, (string(node, "sval"),))
    else:
        yield from _listed(kind, list_items(wrapper))


def _listed(kind: str, items: list[Tree]) -> Iterator[Need]:
    if kind == "domconstraint":
        domain = _path(children(unwrapped(items[0]), "names"))
        yield Need("domain constraint", domain, string(unwrapped(items[1]), "sval"))
    elif kind in _PARTS:
        yield Need(_PARTS[kind], _path(items[:-1]), string(unwrapped(items[-1]), "sval"))
    elif kind.startswith("operator "):
        yield Need(kind, _path(items[1:]))  # the access method stands first
    else:
        yield Need(kind, _path(items))


def _table(node: Tree) -> Iterator[Need]:
    kind = _kind(node)
    path = _relation(child(node, "relation"))
    yield Need("relation" if kind == "table" else kind, path)
    for clause in map(unwrapped, children(node, "cmds")):
        subtype, name = string(clause, "subtype"), string(clause, "name")
        _, definition = unwrap(child(clause, "def") or {})
        if subtype in _OF_COLUMNS and name:
            yield Need("column", path, name)
        elif subtype in _OF_CONSTRAINTS:
            yield Need("constraint", path, name or string(definition, "conname"))
        elif name and "Trig" in subtype:
            yield Need("trigger", path, name)
        elif name and subtype.endswith("Rule"):
            yield Need("rule", path, name)
        elif subtype == "AT_ClusterOn" or string(definition, "identity_type") == "i":
            yield Need("index", (*path[:-1], name or string(definition, "name")))


def _changed(node: Tree, key: str) -> Iterator[Need]:
    """Yield what gets another name, schema or owner."""
    kind, name = _kind(node, key), string(node, "subname")
    relation = child(node, "relation")
    if relation is None:
        yield from _object(kind, child(node, "object") or {})
    elif kind in _PARTS:
        yield Need(_PARTS[kind], _relation(relation), name)
    elif kind != "attribute":
        # A table's ALTER takes a view, an index or a sequence, too.
        yield Need("relation" if kind == "table" else kind, _relation(relation))


def _commented(node: Tree) -> Iterator[Need]:
    kind = _kind(node)
    return iter(()) if kind in _UNREAD else _object(kind, child(node, "object") or {})


def _granted(node: Tree) -> Iterator[Need]:
    if string(node, "targtype") == "ACL_TARGET_DEFAULTS":
        return
    schema = string(node, "targtype") == "ACL_TARGET_ALL_IN_SCHEMA"
    kind = "schema" if schema else _kind(node)
    columns = [
        string(unwrapped(column), "sval")
        for right in map(unwrapped, children(node, "privileges"))
        for column in children(right, "cols")
    ]
    for item in children(node, "objects"):
        for need in _object("relation" if kind == "table" else kind, item):
            yield need
            yield from (Need("column", need.path, column) for column in columns)


def _default(node: Tree) -> Iterator[Need]:
    for option in map(unwrapped, children(node, "options")):
        if string(option, "defname") == "schemas":
            for item in list_items(child(option, "arg") or {}):
                yield Need("schema", (string(unwrapped(item), "sval"),))


def _dropped(node: Tree) -> Iterator[Need]:
    for item in children(node, "objects"):
        yield from _object(_kind(node, "removeType"), item)


def _sequence(node: Tree) -> Iterator[Need]:
    if flag(node, "for_identity"):
        return
    yield Need("sequence", _relation(child(node, "sequence")))
    yield from _owned(node)


def _owned(node: Tree) -> Iterator[Need]:
    for option in map(unwrapped, children(node, "options")):
        items = list_items(child(option, "arg") or {})
        if string(option, "defname") == "owned_by" and len(items) > 1:
            yield from _listed("column", items)


def _domain(node: Tree) -> Iterator[Need]:
    yield Need("domain constraint", _path(children(node, "typeName")), string(node, "name"))


def _published(node: Tree) -> Iterator[Need]:
    for item in map(unwrapped, children(node, "pubobjects")):
        table = child(item, "pubtable")
        if table is not None:
            yield Need("relation", _relation(child(table, "relation")))
        elif name := string(item, "name"):
            yield Need("schema", (name,))


def _publication(node: Tree) -> Iterator[Need]:
    yield Need("publication", (string(node, "pubname"),))
    yield from _published(node)


def _policy(node: Tree) -> Iterator[Need]:
    yield Need("policy", _relation(child(node, "table")), string(node, "policy_name"))


def _on(key: str) -> Callable[[Tree], Iterator[Need]]:
    def read(node: Tree) -> Iterator[Need]:
        yield Need("relation", _relation(child(node, key)))

    return read


def _statistics(node: Tree) -> Iterator[Need]:
    for item in map(unwrapped, children(node, "relations")):
        yield Need("relation", _relation(item))


def _named(kind: str, key: str) -> Callable[[Tree], Iterator[Need]]:
    """Read a statement about an object whose name stands under a key, alone or part by part."""

    def read(node: Tree) -> Iterator[Need]:
        name = string(node, key)
        yield Need(kind, (name,) if name else _path(children(node, key)))

    return read


def _moved(node: Tree) -> Iterator[Need]:
    return _changed(node, "objectType")


_READERS: Final[dict[str, Callable[[Tree], Iterator[Need]]]] = {
    "AlterCollationStmt": _named("collation", "collname"),
    "AlterDefaultPrivilegesStmt": _default,
    "AlterDomainStmt": _domain,
    "AlterEventTrigStmt": _named("event trigger", "trigname"),
    "AlterExtensionStmt": _named("extension", "extname"),
    "AlterFdwStmt": _named("foreign-data wrapper", "fdwname"),
    "AlterForeignServerStmt": _named("server", "servername"),
    "AlterObjectSchemaStmt": _moved,
    "AlterOpFamilyStmt": _named("operator family", "opfamilyname"),
    "AlterOwnerStmt": _moved,
    "AlterPolicyStmt": _policy,
    "AlterPublicationStmt": _publication,
    "AlterSeqStmt": _sequence,
    "AlterStatsStmt": _named("statistics object", "defnames"),
    "AlterSubscriptionStmt": _named("subscription", "subname"),
    "AlterTSConfigurationStmt": _named("text search configuration", "cfgname"),
    "AlterTSDictionaryStmt": _named("text search dictionary", "dictname"),
    "AlterTableStmt": _table,
    "AlterTypeStmt": _named("type", "typeName"),
    "AlterUserMappingStmt": _named("server", "servername"),
    "CommentStmt": _commented,
    "CreateForeignServerStmt": _named("foreign-data wrapper", "fdwname"),
    "CreatePolicyStmt": _on("table"),
    "CreatePublicationStmt": _published,
    "CreateSeqStmt": _owned,
    "CreateStatsStmt": _statistics,
    "CreateTrigStmt": _on("relation"),
    "CreateUserMappingStmt": _named("server", "servername"),
    "DropStmt": _dropped,
    "DropSubscriptionStmt": _named("subscription", "subname"),
    "DropUserMappingStmt": _named("server", "servername"),
    "GrantStmt": _granted,
    "RenameStmt": lambda node: _changed(node, "renameType"),
    "RuleStmt": _on("relation"),
}
