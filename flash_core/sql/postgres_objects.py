"""What a statement about PostgreSQL's objects makes, for those that compare two schemas.

Statements that no query depends on (sequences, triggers, policies, settings, comments …) are kept
as text.  Here is read which object each of them is about, by PostgreSQL's own grammar.

Depends on: libpg_query, postgres.tree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass, replace

from . import libpg_query
from .postgres.tree import child, children, flag, integer, list_items, string, unwrap, unwrapped

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from .libpg_query import Json, Tree

    Path: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Typed:
    """A type as a signature names it: its path, and 1 for an array of it.

    The path of a column, ``t.c%TYPE``, stands for its type.
    """

    path: Path
    dimensions: int = 0
    of_column: bool = False


@dataclass(frozen=True, slots=True)
class Stated:
    """What a statement is about.

    Attributes:
        kind: ``function``, ``trigger``, ``sequence``, ``comment``, ``setting`` …
        name: Path of the object, without ``public``; of a setting, what is set.
        table: Path of the table of a trigger, rule, policy or setting.
        arguments: Types that tell a routine or operator from its namesakes.
        parameters: Types of all that a procedure declares, OUT among them, which it is called by, too
            (manual, COMMENT: of the arguments).
        returned: Type of what a function returns, where RETURNS says it.
        options: Clauses of a sequence, or of a setting, with their values.
        signature: What CREATE OR REPLACE cannot change of a routine; of a publication a line for
            each of ``arguments``, the tables and schemas that it publishes.
        defaults: How many arguments of a routine have a default.
        body: Text of a routine that runs later, which may name anything.
        language: Of a routine.
        on: Of a comment: the kind of object.
        text: Of a comment; ``None`` removes it.
    """

    kind: str
    name: Path = ()
    table: Path = ()
    arguments: tuple[Typed, ...] = ()
    options: tuple[tuple[str, str | None], ...] = ()
    signature: str = ""
    defaults: int = 0
    body: str = ""
    language: str = ""
    on: str = ""
    text: str | None = None
    parameters: tuple[Typed, ...] = ()
    returned: Typed | None = None


def stated(text: str) -> Stated | None:
    """Return what a statement is about, or ``None`` for one that is not understood."""
    found = libpg_query.parse(text)
    if isinstance(found, libpg_query.SyntaxProblem) or len(found) != 1:
        return None
    kind, node = unwrap(child(found[0], "stmt") or {})
    read = _READERS.get(kind)
    return None if read is None else read(node)


def sequence_options(text: str) -> tuple[tuple[str, str | None], ...]:
    """Return the clauses of ``START WITH 1 INCREMENT BY 2``."""
    found = stated(f"CREATE SEQUENCE s {text}")
    return () if found is None else found.options


def _path(items: list[Tree]) -> Path:
    parts = tuple(string(unwrapped(item), "sval") for item in items)
    return parts[1:] if len(parts) > 1 and parts[0] == "public" else parts


def _relation(node: Tree, key: str = "relation") -> Path:
    relation = child(node, key) or {}
    schema = string(relation, "schemaname")
    name = string(relation, "relname")
    return (schema, name) if schema and schema != "public" else (name,)


def _typed(node: Tree) -> Typed:
    parts = _path(children(node, "names"))
    if len(parts) > 1 and parts[0] == "pg_catalog":
        parts = parts[1:]
    dimensions = min(len(children(node, "arrayBounds")), 1)
    return Typed(parts, dimensions, of_column=flag(node, "pct_type"))


def _value(wrapper: Tree | None) -> str | None:
    if wrapper is None:
        return None
    kind, node = unwrap(wrapper)
    match kind:
        case "Integer":
            return str(integer(node, "ival"))
        case "Float":
            return string(node, "fval")
        case "Boolean":
            return "true" if flag(node, "boolval") else "false"
        case "TypeName":
            return ".".join(_typed(node).path)
        case "List":
            return ".".join(_path(list_items(wrapper)))
        case _:
            return string(node, "sval")


def _options(items: list[Tree]) -> tuple[tuple[str, str | None], ...]:
    nodes = map(unwrapped, items)
    return tuple((_option_name(node), _value(child(node, "arg"))) for node in nodes)


def _option_name(node: Tree) -> str:
    return ".".join(filter(None, [string(node, "defnamespace"), string(node, "defname")]))


def _sequence(node: Tree) -> Stated:
    options = _options(children(node, "options"))
    return Stated("sequence", _relation(node, "sequence"), options=options)


def _sequence_change(node: Tree) -> Stated:
    options = _options(children(node, "options"))
    return Stated("alter sequence", _relation(node, "sequence"), options=options)


_OUTPUTS: Final = frozenset({"FUNC_PARAM_OUT", "FUNC_PARAM_TABLE"})


def _routine(node: Tree) -> Stated:
    procedure = flag(node, "is_procedure")
    parameters = [unwrapped(item) for item in children(node, "parameters")]
    taken = [
        _typed(child(item, "argType") or {})
        for item in parameters
        if string(item, "mode") not in _OUTPUTS
    ]
    body, language = "", "sql"
    for option in map(unwrapped, children(node, "options")):
        if string(option, "defname") == "as":
            items = list_items(child(option, "arg") or {})
            body = string(unwrapped(items[0]), "sval") if len(items) == 1 else ""
        elif string(option, "defname") == "language":
            language = _value(child(option, "arg")) or ""
    shape = [
        (string(item, "name"), _shape(child(item, "argType")), string(item, "mode"))
        for item in parameters
    ]
    returned = child(node, "returnType")
    result = None if returned is None else _typed(returned)
    return Stated(
        "procedure" if procedure else "function",
        _path(children(node, "funcname")),
        arguments=tuple(taken),
        signature=repr((shape, _shape(returned))),
        returned=result,
        defaults=sum("defexpr" in item for item in parameters),
        body=body,
        language=language.lower(),
        parameters=tuple(_typed(child(item, "argType") or {}) for item in parameters * procedure),
    )


def _shape(node: Tree | None) -> str:
    if node is None:
        return ""
    typed = _typed(node)
    return f"{typed.path}{typed.dimensions}{flag(node, 'setof')}{flag(node, 'pct_type')}"


def _define(node: Tree) -> Stated | None:
    kind = string(node, "kind").removeprefix("OBJECT_").replace("_", " ").lower()
    name = _path(children(node, "defnames"))
    arguments: tuple[Typed, ...] = ()
    options = {
        string(item, "defname"): child(item, "arg")
        for item in map(unwrapped, children(node, "definition"))
    }
    if kind == "aggregate":
        items = list_items(children(node, "args")[0]) if children(node, "args") else []
        nodes = [child(unwrapped(item), "argType") or {} for item in items]
        arguments = tuple(map(_typed, nodes))
        if "basetype" in options:
            base = unwrapped(options["basetype"])
            arguments = (_typed(base),) if "names" in base else ()
    elif kind == "operator":
        sides = [options.get("leftarg"), options.get("rightarg")]
        arguments = tuple(_typed(unwrapped(side)) if side else Typed(("none",)) for side in sides)
    elif kind.startswith("ts"):
        words = {"tsconfiguration": "configuration", "tsdictionary": "dictionary"}
        kind = f"text search {words.get(kind, kind.removeprefix('ts'))}"
    return Stated(kind, name, arguments=arguments)


_RENAMED: Final = {
    "OBJECT_TRIGGER": "TRIGGER",
    "OBJECT_POLICY": "POLICY",
    "OBJECT_RULE": "RULE",
    "OBJECT_EVENT_TRIGGER": "TRIGGER",
    "OBJECT_PUBLICATION": "PUBLICATION",
    "OBJECT_COLLATION": "COLLATION",
}


def _rename(node: Tree) -> Stated | None:
    """Read RENAME of what is kept as text: the new name is the text."""
    kind = _RENAMED.get(string(node, "renameType"))
    if kind is None:
        return None
    table = _relation(node) if child(node, "relation") else ()
    wrapper = child(node, "object") or {}
    names = _path(list_items(wrapper)) if "List" in wrapper else ()
    old = string(node, "subname") or "".join(names[-1:]) or string(unwrapped(wrapper), "sval")
    return Stated("rename", (*names[:-1], old), table, on=kind, text=string(node, "newname"))


def _trigger(node: Tree) -> Stated:
    return Stated("trigger", (string(node, "trigname"),), _relation(node))


def _rule(node: Tree) -> Stated:
    return Stated("rule", (string(node, "rulename"),), _relation(node))


def _policy(node: Tree) -> Stated:
    return Stated("policy", (string(node, "policy_name"),), _relation(node, "table"))


def _statistics(node: Tree) -> Stated:
    relations = [_relation({"relation": unwrapped(item)}) for item in children(node, "relations")]
    # What the server puts into the name of those that have none.
    columns = [string(unwrapped(item), "name") or "expr" for item in children(node, "exprs")]
    table = relations[0] if relations else ()
    return Stated("statistics", _path(children(node, "defnames")), table, text="_".join(columns))


def _settings(node: Tree) -> Stated | None:
    commands = [unwrapped(item) for item in children(node, "cmds")]
    if len(commands) != 1:
        return None
    kind = string(commands[0], "subtype").removeprefix("AT_")
    number = integer(commands[0], "num")  # of a column of an index, which has no name
    name = string(commands[0], "name") or (str(number) if number > 0 else "")
    definition = child(commands[0], "def")
    options: tuple[tuple[str, str | None], ...] = ()
    if definition is not None:
        which, inner = unwrap(definition)
        if which == "List":
            options = _options(list_items(definition))
        elif which == "ReplicaIdentityStmt":
            name = string(inner, "name")
            options = ((string(inner, "identity_type"), None),)
        else:
            options = ((which, _value(definition)),)
    on = string(node, "objtype").removeprefix("OBJECT_").lower()
    return Stated("setting", (kind, name), _relation(node), options=options, on=on)


def _comment(node: Tree) -> Stated:
    on = string(node, "objtype").removeprefix("OBJECT_").replace("_", " ").lower()
    wrapper = child(node, "object") or {}
    kind, inner = unwrap(wrapper)
    arguments: tuple[Typed, ...] = ()
    if kind == "ObjectWithArgs":
        name = _path(children(inner, "objname"))
        sides = [unwrapped(item) for item in children(inner, "objargs")]
        none = [Typed(("none",))] if on == "operator" else []  # of a prefix operator
        arguments = tuple(each for side in sides for each in ([_typed(side)] if side else none))
    elif kind == "TypeName":
        name = _typed(inner).path
    elif kind == "String":
        name = (string(inner, "sval"),)
    else:
        items = list_items(wrapper)
        if on == "domconstraint":
            name = (*_typed(unwrapped(items[0])).path, string(unwrapped(items[1]), "sval"))
        elif on == "cast":
            name, arguments = (), tuple(_typed(unwrapped(item)) for item in items)
        elif on in {"opclass", "opfamily"}:
            name = (*_path(items[1:]), *_path(items[:1]))  # the access method last
        else:
            name = _path(items)
    text = node.get("comment")
    return Stated(
        "comment",
        name,
        arguments=arguments,
        on=on,
        text=text if isinstance(text, str) and text else None,
    )


def _user_mapping(node: Tree) -> Stated:
    role = child(node, "user") or {}
    user = string(role, "rolename") or string(role, "roletype").removeprefix("ROLESPEC_").lower()
    options = _options(children(node, "options"))
    return Stated("user mapping", (user, string(node, "servername")), options=options)


def _server(node: Tree) -> Stated:
    """Read CREATE SERVER: type, version and wrapper stand in the table's place."""
    words = tuple(string(node, key) for key in ("servertype", "version", "fdwname"))
    options = _options(children(node, "options"))
    return Stated("server", (string(node, "servername"),), words, options=options)


def _wrapper(node: Tree) -> Stated:
    functions = repr(_options(children(node, "func_options")))
    options = _options(children(node, "options"))
    name = string(node, "fdwname")
    return Stated("foreign data wrapper", (name,), options=options, signature=functions)


def _changed(kind: str, key: str) -> Callable[[Tree], Stated]:
    """Read ALTER of a server or wrapper; an option without a value is dropped."""

    def read(node: Tree) -> Stated:
        options = _options(children(node, "options"))
        return Stated(
            kind, (string(node, key),), options=options, text=string(node, "version") or None
        )

    return read


def _changed_mapping(node: Tree) -> Stated:
    return replace(_user_mapping(node), kind="alter user mapping")


def _changed_extension(node: Tree) -> Stated:
    options = _options(children(node, "options"))
    return Stated("alter extension", (string(node, "extname"),), options=options)


def _moved(node: Tree) -> Stated | None:
    if string(node, "objectType") != "OBJECT_EXTENSION":
        return None
    _, name = unwrap(child(node, "object") or {})
    options = (("schema", string(node, "newschema")),)
    return Stated("alter extension", (string(name, "sval"),), options=options)


def foreign_clause(text: str) -> Stated | None:
    """Return server and options of ``SERVER s OPTIONS (…)``."""
    found = libpg_query.parse(f"CREATE FOREIGN TABLE t () {text}")
    if isinstance(found, libpg_query.SyntaxProblem) or len(found) != 1:
        return None
    _, node = unwrap(child(found[0], "stmt") or {})
    options = _options(children(node, "options"))
    return Stated("foreign table", (string(node, "servername"),), options=options)


def _changed_routine(node: Tree) -> Stated:
    function = child(node, "func") or {}
    arguments = [unwrapped(item) for item in children(function, "objargs")]
    return Stated(
        "alter routine",
        _path(children(function, "objname")),
        arguments=tuple(_typed(item) for item in arguments if item),
    )


def _event_state(node: Tree) -> Stated:
    return Stated(
        "alter event trigger", (string(node, "trigname"),), text=string(node, "tgenabled")
    )


def _operator_class(kind: str, key: str) -> Callable[[Tree], Stated]:
    return lambda node: Stated(kind, _path(children(node, key)), on=string(node, "amname"))


def _extension(node: Tree) -> Stated:
    options = _options(children(node, "options"))
    return Stated("extension", (string(node, "extname"),), options=options)


def _publication(kind: str) -> Callable[[Tree], Stated]:
    """Read what is published: options, paths of tables and schemas, and what of each of them."""

    def read(node: Tree) -> Stated:
        content = [_published(unwrapped(item)) for item in children(node, "pubobjects")]
        return Stated(
            kind,
            (string(node, "pubname"),),
            arguments=tuple(Typed(path) for path, _ in content),
            options=_options(children(node, "options")),
            signature="\n".join(said for _, said in content),
            on=string(node, "action"),
            text="all tables" if flag(node, "for_all_tables") else None,
        )

    return read


def _published(node: Tree) -> tuple[Path, str]:
    table = child(node, "pubtable")
    if table is None:
        kind = string(node, "pubobjtype").removeprefix("PUBLICATIONOBJ_")
        return (string(node, "name"),), kind
    columns = sorted(string(unwrapped(item), "sval") for item in children(table, "columns"))
    return _relation(table), f"TABLE {columns} {_placeless(table.get('whereClause', ''))}"


_PLACES: Final = frozenset(
    {"location", "list_start", "list_end", "rexpr_list_start", "rexpr_list_end"}
)


def _placeless(tree: Json) -> Json:
    """Return a part of the tree without where it was written."""
    if isinstance(tree, dict):
        return {k: _placeless(v) for k, v in tree.items() if k not in _PLACES}
    return [_placeless(item) for item in tree] if isinstance(tree, list) else tree


def _named(kind: str, key: str) -> Callable[[Tree], Stated]:
    return lambda node: Stated(kind, (string(node, key),))


def _cast(node: Tree) -> Stated:
    ends = (_typed(child(node, "sourcetype") or {}), _typed(child(node, "targettype") or {}))
    return Stated("cast", arguments=ends)


_READERS: Final[dict[str, Callable[[Tree], Stated | None]]] = {
    "AlterEventTrigStmt": _event_state,
    "AlterExtensionStmt": _changed_extension,
    "AlterFdwStmt": _changed("alter foreign data wrapper", "fdwname"),
    "AlterForeignServerStmt": _changed("alter server", "servername"),
    "AlterFunctionStmt": _changed_routine,
    "AlterObjectSchemaStmt": _moved,
    "AlterPublicationStmt": _publication("alter publication"),
    "AlterPolicyStmt": lambda node: Stated(
        "alter policy", (string(node, "policy_name"),), _relation(node, "table")
    ),
    "AlterSeqStmt": _sequence_change,
    "AlterTSConfigurationStmt": lambda node: Stated(
        "alter text search configuration", _path(children(node, "cfgname"))
    ),
    "AlterTSDictionaryStmt": lambda node: Stated(
        "alter text search dictionary", _path(children(node, "dictname"))
    ),
    "AlterUserMappingStmt": _changed_mapping,
    "AlterTableStmt": _settings,
    "CommentStmt": _comment,
    "CompositeTypeStmt": lambda node: Stated("type", _relation(node, "typevar")),
    "CreateCastStmt": _cast,
    "CreateEventTrigStmt": _named("event trigger", "trigname"),
    "CreateExtensionStmt": _extension,
    "CreateFdwStmt": _wrapper,
    "CreateForeignServerStmt": _server,
    "CreateFunctionStmt": _routine,
    "CreateOpClassStmt": _operator_class("operator class", "opclassname"),
    "CreateOpFamilyStmt": _operator_class("operator family", "opfamilyname"),
    "CreatePolicyStmt": _policy,
    "CreatePublicationStmt": _publication("publication"),
    "CreateRangeStmt": lambda node: Stated("type", _path(children(node, "typeName"))),
    "CreateSeqStmt": _sequence,
    "CreateStatsStmt": _statistics,
    "CreateTrigStmt": _trigger,
    "CreateUserMappingStmt": _user_mapping,
    "DefineStmt": _define,
    "RenameStmt": _rename,
    "RuleStmt": _rule,
}
