"""PostgreSQL's ALTER TABLE and RENAME.

Clauses have no place in the raw tree; they are matched with the comma-separated
stretches of tokens after the table's name.

Depends on: syntax, clauses, constraints, definitions, names, tree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass
from flash_core.sql import syntax
from flash_core.sql.dotted import dotted
from flash_core.sql.syntax import ObjectKind

from .constants import read_type
from .constraints import IDENTITY, read_column, read_constraint
from .definitions import alter_routine
from .names import find_name, fold, known, qualified, tokens_of
from .tree import (
    Reader,
    child,
    children,
    flag,
    integer,
    list_items,
    optional,
    relation_name,
    string,
    strings,
    unwrapped,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from flash_core.sql.clauses import Tokens
    from flash_core.sql.libpg_query import Tree
    from flash_core.sql.source import Span
    from flash_core.sql.syntax import Statement

_TYPE_END: Final = frozenset({"CASCADE", "COLLATE", "RESTRICT", "USING"})


@dataclass(frozen=True, slots=True)
class _Command:
    """One clause of ALTER TABLE and the tokens it was written with."""

    reader: Reader
    tokens: Tokens
    node: Tree
    start: int
    end: int

    @property
    def name(self) -> str:
        """The column or constraint that the clause names."""
        return string(self.node, "name")

    @property
    def span(self) -> Span:
        """The place of that name."""
        for token in self.tokens.items[self.start + 1 : self.end]:
            if fold(token.text) == self.name:
                return self.reader.excerpt.span(token.start, token.end)
        token = self.tokens.items[self.start]
        return self.reader.excerpt.span(token.start, token.end)


def _add_column(command: _Command) -> syntax.AlterAction:
    definition = unwrapped(child(command.node, "def"))
    column = read_column(command.reader, command.tokens, definition)
    return syntax.AddColumn(column, flag(command.node, "missing_ok"), span=column.span)


def _drop_column(command: _Command) -> syntax.AlterAction:
    if_exists = flag(command.node, "missing_ok")
    return syntax.DropColumn(command.name, if_exists, span=command.span)


def _alter_type(command: _Command) -> syntax.AlterAction:
    reader, tokens = command.reader, command.tokens
    type_node = child(unwrapped(child(command.node, "def")), "typeName") or {}
    start = tokens.index(reader.at(type_node) or 0)
    text = tokens.slice(start, tokens.find(_TYPE_END, start + 1, command.end))
    clause = child(unwrapped(child(command.node, "def")), "collClause") or {}
    collation = dotted(strings(children(clause, "collname"))) or None
    return syntax.AlterColumnType(
        command.name, read_type(reader, type_node), text, collation, span=command.span
    )


def _alter_default(command: _Command) -> syntax.AlterAction:
    default = None
    if child(command.node, "def") is not None:
        words = frozenset({"DEFAULT"})
        # Two tokens at least come before: ALTER, the column (which may be called "default"), SET.
        start = command.tokens.find(words, command.start + 2, command.end)
        default = command.tokens.slice(start + 1, command.end)
    return syntax.AlterColumnDefault(command.name, default, span=command.span)


def _set_not_null(command: _Command) -> syntax.AlterAction:
    return syntax.AlterColumnNotNull(command.name, not_null=True, span=command.span)


def _drop_not_null(command: _Command) -> syntax.AlterAction:
    return syntax.AlterColumnNotNull(command.name, not_null=False, span=command.span)


def _add_constraint(command: _Command) -> syntax.AlterAction:
    definition = unwrapped(child(command.node, "def"))
    name = optional(definition, "conname")
    if string(definition, "contype") == "CONSTR_NOTNULL":
        return syntax.AlterColumnNotNull(
            strings(children(definition, "keys"))[0],
            not_null=True,
            name=name,
            not_valid=flag(definition, "skip_validation"),
            alone=flag(definition, "is_no_inherit"),
            span=command.span,
        )
    if index := optional(definition, "indexname"):
        primary = string(definition, "contype") == "CONSTR_PRIMARY"
        after = command.tokens.find(frozenset({"INDEX"}), command.start, command.end)
        tail = command.tokens.slice(after + 2, command.end)
        return syntax.AddKeyUsingIndex(name, primary, index, tail, span=command.span)
    constraint = read_constraint(command.reader, command.tokens, definition)
    return syntax.AddConstraint(constraint, span=constraint.span)


def _drop_constraint(command: _Command) -> syntax.AlterAction:
    if_exists = flag(command.node, "missing_ok")
    return syntax.DropConstraint(command.name, if_exists, span=command.span)


def _inherit_constraint(command: _Command) -> syntax.AlterAction:
    definition = unwrapped(child(command.node, "def"))
    inherits = not flag(definition, "noinherit")
    return syntax.InheritConstraint(string(definition, "conname"), inherits, span=command.span)


def _add_identity(command: _Command) -> syntax.AlterAction:
    definition = unwrapped(child(command.node, "def"))
    kind = IDENTITY[string(definition, "generated_when")]
    start = command.tokens.find(frozenset({"IDENTITY"}), command.start + 1, command.end) + 1
    options = command.tokens.slice(start + 1, command.end - 1)
    return syntax.AlterColumnIdentity(command.name, kind, options, span=command.span)


def _set_identity(command: _Command) -> syntax.AlterAction:
    kind = None
    for option in map(unwrapped, list_items(child(command.node, "def") or {})):
        if string(option, "defname") == "generated":
            value = integer(unwrapped(child(option, "arg")), "ival")
            kind = IDENTITY[chr(value)]
    given = [unwrapped(item) for item in list_items(child(command.node, "def") or {})]
    clauses = tuple(
        (string(item, "defname"), _number(child(item, "arg")))
        for item in given
        if string(item, "defname") != "generated"
    )
    return syntax.AlterColumnIdentity(command.name, kind, settings=clauses, span=command.span)


def _number(wrapper: Tree | None) -> str | None:
    """Return a number, or a flag, of a clause of a sequence; ``None`` for NO MAXVALUE."""
    node = unwrapped(wrapper)
    if "fval" in node:
        return string(node, "fval")
    if wrapper is not None and "Boolean" in wrapper:
        return "true" if flag(node, "boolval") else "false"
    return None if wrapper is None else str(integer(node, "ival"))


def _drop_identity(command: _Command) -> syntax.AlterAction:
    return syntax.AlterColumnIdentity(command.name, None, span=command.span)


def _set_expression(command: _Command) -> syntax.AlterAction:
    tokens = command.tokens
    start = tokens.find(frozenset({"AS"}), command.start + 2, command.end) + 1
    text = tokens.slice(start + 1, tokens.close(start))
    return syntax.AlterColumnExpression(command.name, text, span=command.span)


def _drop_expression(command: _Command) -> syntax.AlterAction:
    return syntax.AlterColumnExpression(command.name, None, span=command.span)


def _attach(command: _Command) -> syntax.AlterAction:
    definition = unwrapped(child(command.node, "def"))
    table = relation_name(command.reader, child(definition, "name") or {})
    start = table.span.end - command.reader.excerpt.span(0, 0).start
    bound = command.tokens.slice(command.tokens.index(start), command.end)
    return syntax.AttachPartition(table, bound, span=table.span)


def _detach(command: _Command) -> syntax.AlterAction:
    definition = unwrapped(child(command.node, "def"))
    table = relation_name(command.reader, child(definition, "name") or {})
    return syntax.AttachPartition(table, "", span=table.span)


def _inherit(command: _Command) -> syntax.AlterAction:
    parent = relation_name(command.reader, unwrapped(child(command.node, "def")))
    inherits = string(command.node, "subtype") == "AT_AddInherit"
    return syntax.Inherit(parent, inherits, span=parent.span)


def _row_type(command: _Command) -> syntax.AlterAction:
    names = tuple(strings(children(unwrapped(child(command.node, "def")), "names")))
    name = syntax.Name(names, span=command.span) if names else None
    return syntax.SetRowType(name, span=command.span)


def _validate(command: _Command) -> syntax.AlterAction:
    return syntax.ValidateConstraint(command.name, span=command.span)


def _set_logged(command: _Command) -> syntax.AlterAction:
    logged = string(command.node, "subtype") == "AT_SetLogged"
    return syntax.SetLogged(logged, span=command.span)


_ACTIONS: Final[dict[str, Callable[[_Command], syntax.AlterAction]]] = {
    "AT_AddColumn": _add_column,
    "AT_AddConstraint": _add_constraint,
    "AT_AddIdentity": _add_identity,
    "AT_AddInherit": _inherit,
    "AT_AlterColumnType": _alter_type,
    "AT_AttachPartition": _attach,
    "AT_ColumnDefault": _alter_default,
    "AT_DetachPartition": _detach,
    "AT_DropColumn": _drop_column,
    "AT_DropConstraint": _drop_constraint,
    "AT_DropExpression": _drop_expression,
    "AT_DropIdentity": _drop_identity,
    "AT_AddOf": _row_type,
    "AT_DropOf": _row_type,
    "AT_DropInherit": _inherit,
    "AT_DropNotNull": _drop_not_null,
    "AT_SetExpression": _set_expression,
    "AT_SetIdentity": _set_identity,
    "AT_SetLogged": _set_logged,
    "AT_SetNotNull": _set_not_null,
    "AT_SetUnLogged": _set_logged,
    "AT_ValidateConstraint": _validate,
}
# Clauses without any effect on what queries see.
_HARMLESS: Final = frozenset(
    {
        "AT_ChangeOwner",
        "AT_DetachPartitionFinalize",
        "AT_ReAddStatistics",
    }
)


# Clauses that a migration must not lose and no query sees.
_UNSEEN: Final = frozenset(
    {
        "AT_AlterColumnGenericOptions",
        "AT_AlterConstraint",
        "AT_DisableRowSecurity",
        "AT_DisableRule",
        "AT_DisableTrig",
        "AT_DisableTrigAll",
        "AT_DisableTrigUser",
        "AT_EnableAlwaysRule",
        "AT_EnableAlwaysTrig",
        "AT_EnableReplicaRule",
        "AT_EnableReplicaTrig",
        "AT_EnableRowSecurity",
        "AT_EnableRule",
        "AT_EnableTrig",
        "AT_EnableTrigAll",
        "AT_EnableTrigUser",
        "AT_ForceRowSecurity",
        "AT_GenericOptions",
        "AT_NoForceRowSecurity",
        "AT_SetAccessMethod",
        "AT_SetStorage",
        "AT_SetTableSpace",
        "AT_SetStatistics",
        "AT_SetRelOptions",
        "AT_SetOptions",
        "AT_SetCompression",
        "AT_ResetRelOptions",
        "AT_ResetOptions",
        "AT_ReplicaIdentity",
        "AT_DropCluster",
        "AT_ClusterOn",
    }
)
_ALTERED: Final = frozenset({"TABLE", "FOREIGN TABLE", "TYPE"})
_RENAMED: Final = {
    "OBJECT_DOMAIN": ObjectKind.TYPE,
    "OBJECT_FOREIGN_TABLE": ObjectKind.TABLE,
    "OBJECT_INDEX": ObjectKind.INDEX,
    "OBJECT_MATVIEW": ObjectKind.VIEW,
    "OBJECT_SCHEMA": ObjectKind.SCHEMA,
    "OBJECT_SEQUENCE": ObjectKind.SEQUENCE,
    "OBJECT_TABLE": ObjectKind.TABLE,
    "OBJECT_TYPE": ObjectKind.TYPE,
    "OBJECT_VIEW": ObjectKind.VIEW,
}
_TABLES: Final = frozenset({"OBJECT_TABLE", "OBJECT_FOREIGN_TABLE"})


def _action_of(clause: Tree) -> Callable[[_Command], syntax.AlterAction] | None:
    """Return what reads a clause that is modelled."""
    if flag(unwrapped(child(clause, "def")), "alterInheritability"):
        return _inherit_constraint
    return _ACTIONS.get(string(clause, "subtype"))


def alter_table(reader: Reader, node: Tree) -> Statement:
    """Read an ``AlterTableStmt``.

    A clause that is not modelled becomes a statement of its own, kept as text.
    """
    kind = string(node, "objtype").removeprefix("OBJECT_").replace("_", " ")
    nodes = [unwrapped(wrapper) for wrapper in children(node, "cmds")]
    if kind not in _ALTERED:
        if all(string(clause, "subtype") == "AT_ChangeOwner" for clause in nodes):
            return syntax.Utility(f"ALTER {kind}", span=reader.excerpt.whole())
        if len(nodes) == 1:
            return known(reader, f"ALTER {kind}")
    tokens = tokens_of(reader)
    relation = child(node, "relation") or {}
    position = tokens.index(reader.dotted_end(reader.at(relation) or 0))
    if kind not in _ALTERED:
        return _all(_apart(reader, tokens, position, f"ALTER {kind}"), reader.excerpt.whole())
    if tokens.text(position) == "*":
        position += 1
    actions: list[syntax.AlterAction] = []
    kept: list[Statement] = []
    head = tokens.slice(0, position)
    for clause in nodes:
        end = tokens.element_end(position)
        command = _Command(reader, tokens, clause, position, end)
        subtype = string(clause, "subtype")
        if read := _action_of(clause):
            actions.append(read(command))
        elif subtype not in _HARMLESS:
            keyword = f"ALTER TABLE {_words(tokens, position)}"
            text = f"{head} {tokens.slice(position, end)}"
            form = syntax.KnownDdl if subtype in _UNSEEN else syntax.OtherDdl
            kept.append(form(keyword, text, span=reader.excerpt.whole()))
        position = end + 1
    name = relation_name(reader, relation)
    span = reader.excerpt.whole()
    if not actions:
        return _all(kept, span) if kept else syntax.Utility("ALTER TABLE", span=span)
    only = not flag(relation, "inh")
    table = syntax.AlterTable(
        name, tuple(actions), flag(node, "missing_ok"), only and kind != "TYPE", span=span
    )
    return _all([table, *kept], span)


def _apart(reader: Reader, tokens: Tokens, position: int, keyword: str) -> list[Statement]:
    """Return what changes a view in several ways as a statement for each."""
    head = tokens.slice(0, position)
    found: list[Statement] = []
    while position < len(tokens):
        end = tokens.element_end(position)
        text = f"{head} {tokens.slice(position, end)}"
        found.append(syntax.KnownDdl(keyword, text, span=reader.excerpt.whole()))
        position = end + 1
    return found


def _all(statements: list[Statement], span: Span) -> Statement:
    return statements[0] if len(statements) == 1 else syntax.Script(tuple(statements), span=span)


def _words(tokens: Tokens, position: int) -> str:
    words: list[str] = []
    while (word := tokens.word(position)) and len(words) < 2:  # noqa: PLR2004 - "ATTACH PARTITION"
        words.append(word)
        position += 1
    return " ".join(words)


def rename(reader: Reader, node: Tree) -> Statement:
    """Read a ``RenameStmt``: of a table or a column; anything else is not modelled."""
    kind = string(node, "renameType")
    if found := alter_routine(
        reader, kind, child(node, "object") or {}, new_name=string(node, "newname")
    ):
        return found
    relation = child(node, "relation") or {}
    new_name = string(node, "newname")
    tokens = tokens_of(reader)
    action: syntax.AlterAction
    if kind in _TABLES:
        action = syntax.RenameTable(new_name, span=find_name(reader, tokens, new_name, 3))
    elif kind == "OBJECT_TABCONSTRAINT":
        name = string(node, "subname")
        span = find_name(reader, tokens, name, 3)
        action = syntax.RenameConstraint(name, new_name, span=span)
    elif kind in {"OBJECT_COLUMN", "OBJECT_ATTRIBUTE"}:
        column = string(node, "subname")
        after = tokens.index(reader.dotted_end(reader.at(relation) or 0))
        span = find_name(reader, tokens, column, after + 1)
        action = syntax.RenameColumn(column, new_name, span=span)
    elif kind == "OBJECT_DOMCONSTRAINT":
        domain = qualified(reader, tokens, list_items(child(node, "object") or {}), 2)
        old = string(node, "subname")
        span = reader.excerpt.whole()
        return syntax.AlterDomain(domain, constraint=old, new_name=new_name, span=span)
    elif kind in _RENAMED:
        return _rename_object(reader, node, new_name=new_name)
    else:
        return known(reader, f"ALTER {kind.removeprefix('OBJECT_').replace('_', ' ')}")
    name_ = relation_name(reader, relation)
    if_exists = flag(node, "missing_ok")
    only = kind == "OBJECT_COLUMN" and not flag(relation, "inh")
    return syntax.AlterTable(name_, (action,), if_exists, only, span=reader.excerpt.whole())


def _rename_object(
    reader: Reader, node: Tree, *, new_name: str | None = None, new_schema: str | None = None
) -> Statement:
    kind = string(node, "renameType") or string(node, "objectType")
    tokens = tokens_of(reader)
    if relation := child(node, "relation"):
        name = relation_name(reader, relation)
    elif kind == "OBJECT_SCHEMA":
        parts = (string(node, "subname"),)
        name = syntax.Name(parts, span=find_name(reader, tokens, parts[0], 2))
    else:
        name = qualified(reader, tokens, list_items(child(node, "object") or {}), 2)
    return syntax.RenameObject(
        _RENAMED[kind],
        name,
        new_name,
        new_schema,
        flag(node, "missing_ok"),
        span=reader.excerpt.whole(),
    )


def set_schema(reader: Reader, node: Tree) -> Statement:
    """Read an ``AlterObjectSchemaStmt``."""
    kind = string(node, "objectType")
    schema = string(node, "newschema")
    wrapper = child(node, "object") or {}
    if found := alter_routine(reader, kind, wrapper, new_schema=schema):
        return found
    if kind == "OBJECT_EXTENSION":
        return syntax.AlterExtension(
            "ALTER EXTENSION",
            reader.excerpt.text,
            string(unwrapped(wrapper), "sval"),
            schema,
            span=reader.excerpt.whole(),
        )
    if kind in _TABLES:
        name = relation_name(reader, child(node, "relation") or {})
        span = reader.excerpt.whole()
        action = syntax.SetSchema(schema, span=span)
        return syntax.AlterTable(name, (action,), flag(node, "missing_ok"), span=span)
    if kind in _RENAMED:
        return _rename_object(reader, node, new_schema=schema)
    return known(reader, f"ALTER {kind.removeprefix('OBJECT_').replace('_', ' ')}")


def alter_domain(reader: Reader, node: Tree) -> Statement:
    """Read an ``AlterDomainStmt``."""
    tokens = tokens_of(reader)
    name = qualified(reader, tokens, children(node, "typeName"), 2)
    start = tokens.index(name.span.end - reader.excerpt.span(0, 0).start)
    add = drop = ""
    match string(node, "subtype"):
        case "T" if child(node, "def") is None:
            drop = "DEFAULT"
        case "T":
            add, drop = tokens.slice(start + 1, len(tokens)), "DEFAULT"
        case "N":
            drop = "NOT"
        case "O":
            add = "NOT NULL"
        case "C":
            add = tokens.slice(start + 1, len(tokens))
        case _:
            pass
    return syntax.AlterDomain(
        name,
        add,
        drop,
        optional(node, "name") if string(node, "subtype") in {"X", "V"} else None,
        if_exists=flag(node, "missing_ok"),
        validates=string(node, "subtype") == "V",
        span=reader.excerpt.whole(),
    )


READERS: Final[dict[str, Callable[[Reader, Tree], Statement]]] = {
    "AlterDomainStmt": alter_domain,
    "AlterObjectSchemaStmt": set_schema,
    "AlterTableStmt": alter_table,
    "RenameStmt": rename,
}
