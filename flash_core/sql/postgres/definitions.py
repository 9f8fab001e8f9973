"""PostgreSQL's routines, operators, casts, ranges and extensions: raw nodes to statements.

They are kept as text, and read for what queries see of them.

Depends on: syntax, constants, names, tree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.sql import syntax

from .constants import read_type
from .names import other, qualified, tokens_of
from .tree import (
    Reader,
    child,
    children,
    flag,
    integer,
    list_items,
    string,
    strings,
    unwrap,
    unwrapped,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from flash_core.sql.libpg_query import Tree
    from flash_core.sql.syntax import Statement

_MODES: Final = {
    "FUNC_PARAM_OUT": "out",
    "FUNC_PARAM_INOUT": "inout",
    "FUNC_PARAM_VARIADIC": "variadic",
    "FUNC_PARAM_TABLE": "table",
}
_CONTEXTS: Final = {"COERCION_IMPLICIT": "implicit", "COERCION_ASSIGNMENT": "assignment"}
_ROUTINES: Final = {
    "OBJECT_AGGREGATE": "AGGREGATE",
    "OBJECT_FUNCTION": "FUNCTION",
    "OBJECT_PROCEDURE": "PROCEDURE",
    "OBJECT_ROUTINE": "ROUTINE",
}
_DROPPED: Final = {
    **_ROUTINES,
    "OBJECT_CAST": "CAST",
    "OBJECT_EXTENSION": "EXTENSION",
    "OBJECT_OPERATOR": "OPERATOR",
}


def _options(node: Tree, key: str) -> dict[str, Tree]:
    """Return the arguments of ``name = value`` definitions, as wrappers, by name."""
    found: dict[str, Tree] = {}
    for option in map(unwrapped, children(node, key)):
        found[string(option, "defname")] = child(option, "arg") or {}
    return found


def _type_of(reader: Reader, options: dict[str, Tree], key: str) -> syntax.TypeName | None:
    kind, node = unwrap(options.get(key, {}))
    if kind == "TypeName":
        return read_type(reader, node)
    if kind == "String":
        return syntax.TypeName((string(node, "sval"),), span=reader.excerpt.whole())
    return None


def _name_of(options: dict[str, Tree], *keys: str) -> tuple[str, ...]:
    """Return the name of a function given as an option, which the grammar reads as a type."""
    for key in keys:
        kind, node = unwrap(options.get(key, {}))
        if kind == "TypeName":
            return strings(children(node, "names"))
        if kind == "String":
            return (string(node, "sval"),)
    return ()


# -- routines ----------------------------------------------------------------


def _parameter(reader: Reader, node: Tree) -> syntax.RoutineParameter:
    return syntax.RoutineParameter(
        string(node, "name"),
        read_type(reader, child(node, "argType") or {}),
        _MODES.get(string(node, "mode"), "in"),
        child(node, "defexpr") is not None,
        span=reader.token(child(node, "argType") or {}),
    )


def _create_routine(reader: Reader, node: Tree) -> Statement:
    kind = "procedure" if flag(node, "is_procedure") else "function"
    options = _options(node, "options")
    returns = child(node, "returnType")
    parameters = tuple(_parameter(reader, unwrapped(w)) for w in children(node, "parameters"))
    table = any(parameter.mode == "table" for parameter in parameters)
    return syntax.CreateRoutine(
        f"CREATE {kind.upper()}",
        reader.excerpt.text,
        qualified(reader, tokens_of(reader), children(node, "funcname"), 2),
        parameters,
        None if returns is None or table else read_type(reader, returns),
        "window" if _set(options, "window") else kind,
        returns is not None and flag(returns, "setof"),
        _set(options, "strict"),
        flag(node, "replace"),
        span=reader.excerpt.whole(),
    )


def _set(options: dict[str, Tree], name: str) -> bool:
    return flag(unwrapped(options.get(name)), "boolval")


def _define(reader: Reader, node: Tree) -> Statement:
    """Read a ``DefineStmt``: an aggregate, an operator, a base type, or what is only kept."""
    kind = string(node, "kind").removeprefix("OBJECT_")
    match kind:
        case "AGGREGATE":
            return _create_aggregate(reader, node)
        case "OPERATOR":
            return _create_operator(reader, node)
        case "TYPE":
            return syntax.CreateBaseType(
                "CREATE TYPE",
                reader.excerpt.text,
                qualified(reader, tokens_of(reader), children(node, "defnames"), 2),
                not children(node, "definition"),
                span=reader.excerpt.whole(),
            )
        case "COLLATION":
            return syntax.KnownDdl(
                "CREATE COLLATION", reader.excerpt.text, span=reader.excerpt.whole()
            )
        case _:
            return other(reader, f"CREATE {kind.replace('TS', 'TEXT SEARCH ')}")


def _create_aggregate(reader: Reader, node: Tree) -> Statement:
    options = _options(node, "definition")
    options = {key.lower(): value for key, value in options.items()}
    parameters: tuple[syntax.RoutineParameter, ...] = ()
    if flag(node, "oldstyle"):
        base = _type_of(reader, options, "basetype")
        if base is not None and base.parts[-1].lower() != "any":
            parameters = (syntax.RoutineParameter("", base, span=base.span),)
    elif arguments := children(node, "args"):
        parameters = tuple(_parameter(reader, unwrapped(w)) for w in list_items(arguments[0]))
    state = _type_of(reader, options, "stype") or _type_of(reader, options, "stype1")
    if state is None:
        return other(reader, "CREATE AGGREGATE")
    return syntax.CreateAggregate(
        "CREATE AGGREGATE",
        reader.excerpt.text,
        qualified(reader, tokens_of(reader), children(node, "defnames"), 2),
        parameters,
        state,
        _name_of(options, "finalfunc"),
        flag(node, "replace"),
        span=reader.excerpt.whole(),
    )


def _create_operator(reader: Reader, node: Tree) -> Statement:
    options = _options(node, "definition")
    options = {key.lower(): value for key, value in options.items()}
    right = _type_of(reader, options, "rightarg")
    function = _name_of(options, "function", "procedure")
    if right is None or not function:
        return other(reader, "CREATE OPERATOR")
    return syntax.CreateOperator(
        "CREATE OPERATOR",
        reader.excerpt.text,
        syntax.Name(strings(children(node, "defnames")), span=reader.excerpt.whole()),
        _type_of(reader, options, "leftarg"),
        right,
        function,
        span=reader.excerpt.whole(),
    )


def _create_cast(reader: Reader, node: Tree) -> Statement:
    return syntax.CreateCast(
        "CREATE CAST",
        reader.excerpt.text,
        read_type(reader, child(node, "sourcetype") or {}),
        read_type(reader, child(node, "targettype") or {}),
        _CONTEXTS.get(string(node, "context"), "explicit"),
        child(node, "func") is None and not flag(node, "inout"),
        span=reader.excerpt.whole(),
    )


def _create_range(reader: Reader, node: Tree) -> Statement:
    options = _options(node, "params")
    subtype = _type_of(reader, options, "subtype")
    if subtype is None:
        return other(reader, "CREATE TYPE")
    return syntax.CreateRange(
        "CREATE TYPE",
        reader.excerpt.text,
        qualified(reader, tokens_of(reader), children(node, "typeName"), 2),
        subtype,
        _name_of(options, "multirange_type_name"),
        span=reader.excerpt.whole(),
    )


# -- extensions --------------------------------------------------------------


def _create_extension(reader: Reader, node: Tree) -> Statement:
    options = _options(node, "options")
    return syntax.CreateExtension(
        "CREATE EXTENSION",
        reader.excerpt.text,
        string(node, "extname"),
        string(unwrapped(options.get("schema")), "sval"),
        flag(node, "if_not_exists"),
        _set(options, "cascade"),
        span=reader.excerpt.whole(),
    )


# -- changes -----------------------------------------------------------------


def _object(reader: Reader, wrapper: Tree) -> syntax.ObjectName:
    """Read the object of DROP, RENAME or SET SCHEMA."""
    kind, node = unwrap(wrapper)
    span = reader.excerpt.whole()
    if kind == "String":
        return syntax.ObjectName((string(node, "sval"),), span=span)
    if kind == "List":
        pair = tuple(read_type(reader, unwrapped(item)) for item in list_items(wrapper))
        return syntax.ObjectName((), pair, span=span)
    return _signature(reader, node)


def _signature(reader: Reader, node: Tree) -> syntax.ObjectName:
    parts = strings(children(node, "objname"))
    span = reader.excerpt.whole()
    if parts[-1][:1].isalpha() or parts[-1][:1] == "_":
        span = qualified(reader, tokens_of(reader), children(node, "objname"), 2).span
    if flag(node, "args_unspecified"):
        return syntax.ObjectName(parts, span=span)
    # Arguments come with their modes where they can: OUT arguments are no part of a signature.
    modes = [
        string(unwrapped(item), "mode") not in {"FUNC_PARAM_OUT", "FUNC_PARAM_TABLE"}
        for item in children(node, "objfuncargs")
    ]
    items = children(node, "objargs")
    if modes.count(True) == len(items):
        modes = []
    types = tuple(
        read_type(reader, unwrapped(item)) if item else None
        for position, item in enumerate(items)
        if not modes or modes[position]
    )
    return syntax.ObjectName(parts, types, span=span)


def drop_known(reader: Reader, node: Tree) -> Statement | None:
    """Read DROP of what this module creates; ``None`` for one of something else."""
    kind = _DROPPED.get(string(node, "removeType"))
    if kind is None:
        return None
    return syntax.DropKnown(
        f"DROP {kind}",
        reader.excerpt.text,
        kind,
        tuple(_object(reader, wrapper) for wrapper in children(node, "objects")),
        flag(node, "missing_ok"),
        string(node, "behavior") == "DROP_CASCADE",
        span=reader.excerpt.whole(),
    )


def alter_routine(
    reader: Reader,
    object_type: str,
    wrapper: Tree,
    *,
    new_name: str | None = None,
    new_schema: str | None = None,
) -> Statement | None:
    """Read RENAME or SET SCHEMA of a routine; ``None`` when the object is none."""
    kind = _ROUTINES.get(object_type)
    if kind is None:
        return None
    return syntax.AlterRoutine(
        f"ALTER {kind}",
        reader.excerpt.text,
        kind,
        _object(reader, wrapper),
        new_name,
        new_schema,
        span=reader.excerpt.whole(),
    )


def _alter_function(reader: Reader, node: Tree) -> Statement:
    kind = _ROUTINES[string(node, "objtype")]
    options = _options(node, "actions")
    return syntax.AlterRoutine(
        f"ALTER {kind}",
        reader.excerpt.text,
        kind,
        _signature(reader, child(node, "func") or {}),
        strict=_set(options, "strict") if "strict" in options else None,
        span=reader.excerpt.whole(),
    )


def _create_sequence(reader: Reader, node: Tree) -> Statement:
    """Read CREATE SEQUENCE; the column that owns it may only come later."""
    text, span = reader.excerpt.text, reader.excerpt.whole()
    tokens = tokens_of(reader)
    option = next(
        (
            o
            for o in map(unwrapped, children(node, "options"))
            if string(o, "defname") == "owned_by"
        ),
        None,
    )
    keyword = "CREATE SEQUENCE"
    if option is None:
        return syntax.KnownDdl(keyword, text, span=span)
    start = tokens.index(reader.at(option) or 0)
    end = tokens.index(reader.dotted_end(tokens.items[start + 2].start))
    bare = f"{tokens.slice(0, start)} {tokens.slice(end, len(tokens))}".strip()
    sequence = reader.at(child(node, "sequence") or {}) or 0
    name = reader.excerpt.text[sequence : reader.dotted_end(sequence)]
    owner = f"ALTER SEQUENCE {name} {tokens.slice(start, end)}"
    created = syntax.KnownDdl(keyword, bare, span=span)
    owned = syntax.KnownDdl("ALTER SEQUENCE", owner, span=span)
    return syntax.Script((created, owned), span=span)


# -- search path -------------------------------------------------------------


def set_search_path(reader: Reader, node: Tree) -> Statement:
    """Read ``SET search_path``."""
    local = flag(node, "is_local")
    return syntax.SetSearchPath("SET", _path(node), local, span=reader.excerpt.whole())


def _alter_setting(reader: Reader, node: Tree) -> Statement:
    """Read ``ALTER DATABASE`` or ``ROLE … SET``."""
    setting = child(node, "setstmt") or {}
    keyword = "ALTER DATABASE" if "dbname" in node else "ALTER ROLE"
    span = reader.excerpt.whole()
    if string(setting, "name") != "search_path":
        return syntax.KnownDdl(keyword, reader.excerpt.text, span=span)
    return syntax.AlterSearchPath(keyword, reader.excerpt.text, _path(setting), span=span)


def _path(node: Tree) -> tuple[str, ...] | None:
    """Return the schemas of a path; ``$user`` is left out: there is no such schema."""
    if string(node, "kind") != "VAR_SET_VALUE":
        return None
    texts: list[str] = []
    for item in map(unwrapped, children(node, "args")):
        value = child(item, "sval") or {}
        texts.append(string(value, "sval") if value else str(integer(item, "ival")))
    # ``SET search_path = ''`` has one schema without a name: none at all.
    return tuple(text for text in texts if text not in {"", "$user"})


DEFINITIONS: Final[dict[str, Callable[[Reader, Tree], Statement]]] = {
    "AlterDatabaseSetStmt": _alter_setting,
    "AlterFunctionStmt": _alter_function,
    "AlterRoleSetStmt": _alter_setting,
    "CreateCastStmt": _create_cast,
    "CreateExtensionStmt": _create_extension,
    "CreateFunctionStmt": _create_routine,
    "CreateRangeStmt": _create_range,
    "CreateSeqStmt": _create_sequence,
    "DefineStmt": _define,
}
