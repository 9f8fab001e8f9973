"""PostgreSQL's ALTER TABLE and RENAME.

Clauses have no place in the raw tree; they are matched with the comma-separated
stretches of tokens after the table's name.

Depends on: syntax, clauses, constraints, definitions, names, tree.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from flash_core.sql import syntax

from .constants import read_type
from .constraints import read_column, read_constraint
from .definitions import alter_routine
from .names import find_name, fold, other, tokens_of
from .tree import Reader, child, children, flag, relation_name, string, strings, unwrapped

if TYPE_CHECKING:
    from collections.abc import Callable

    from flash_core.sql.clauses import Tokens
    from flash_core.sql.libpg_query import Tree
    from flash_core.sql.source import Span
    from flash_core.sql.syntax import Statement

_TYPE_END: Final = frozenset({"USING", "COLLATE"})


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
    return syntax.AlterColumnType(
        command.name, read_type(reader, type_node), text, span=command.span
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
    if string(definition, "contype") == "CONSTR_NOTNULL":
        column = strings(children(definition, "keys"))[0]
        return syntax.AlterColumnNotNull(column, not_null=True, span=command.span)
    constraint = read_constraint(command.reader, command.tokens, definition)
    return syntax.AddConstraint(constraint, span=constraint.span)


def _drop_constraint(command: _Command) -> syntax.AlterAction:
    if_exists = flag(command.node, "missing_ok")
    return syntax.DropConstraint(command.name, if_exists, span=command.span)


_ACTIONS: Final[dict[str, Callable[[_Command], syntax.AlterAction]]] = {
    "AT_AddColumn": _add_column,
    "AT_AddConstraint": _add_constraint,
    "AT_AlterColumnType": _alter_type,
    "AT_ColumnDefault": _alter_default,
    "AT_DropColumn": _drop_column,
    "AT_DropConstraint": _drop_constraint,
    "AT_DropNotNull": _drop_not_null,
    "AT_SetNotNull": _set_not_null,
}
# Clauses without any effect on what queries see.
_HARMLESS: Final = frozenset(
    {
        "AT_ChangeOwner",
        "AT_ClusterOn",
        "AT_DropCluster",
        "AT_ReplicaIdentity",
        "AT_ResetOptions",
        "AT_ResetRelOptions",
        "AT_SetCompression",
        "AT_SetLogged",
        "AT_SetOptions",
        "AT_SetRelOptions",
        "AT_SetStatistics",
        "AT_SetStorage",
        "AT_SetTableSpace",
        "AT_SetUnLogged",
        "AT_ValidateConstraint",
    }
)


def alter_table(reader: Reader, node: Tree) -> Statement:
    """Read an ``AlterTableStmt``.

    A clause that is not modelled makes the whole statement an
    :class:`~flash_core.sql.syntax.OtherDdl` only when it stands alone; among
    clauses that are, it is an error: the others must not be lost with it.
    """
    kind = string(node, "objtype").removeprefix("OBJECT_").replace("_", " ")
    if kind != "TABLE":
        return other(reader, f"ALTER {kind}")
    tokens = tokens_of(reader)
    relation = child(node, "relation") or {}
    position = tokens.index(reader.dotted_end(reader.at(relation) or 0))
    if tokens.text(position) == "*":
        position += 1
    actions: list[syntax.AlterAction] = []
    nodes = [unwrapped(wrapper) for wrapper in children(node, "cmds")]
    for clause in nodes:
        end = tokens.element_end(position)
        command = _Command(reader, tokens, clause, position, end)
        subtype = string(clause, "subtype")
        if read := _ACTIONS.get(subtype):
            actions.append(read(command))
        elif subtype not in _HARMLESS:
            if len(nodes) == 1:
                return other(reader, f"ALTER TABLE {_words(tokens, position)}")
            token = tokens.items[position]
            reader.refuse(
                f"ALTER TABLE … {_words(tokens, position)}",
                {"location": len(reader.excerpt.text[: token.start].encode())},
                "write it as a statement of its own",
            )
        position = end + 1
    name = relation_name(reader, relation)
    if not actions:
        return syntax.Utility("ALTER TABLE", span=reader.excerpt.whole())
    if_exists = flag(node, "missing_ok")
    return syntax.AlterTable(name, tuple(actions), if_exists, span=reader.excerpt.whole())


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
    if kind == "OBJECT_TABLE":
        action = syntax.RenameTable(new_name, span=find_name(reader, tokens, new_name, 3))
    elif kind == "OBJECT_COLUMN" and string(node, "relationType") == "OBJECT_TABLE":
        column = string(node, "subname")
        after = tokens.index(reader.dotted_end(reader.at(relation) or 0))
        action = syntax.RenameColumn(
            column, new_name, span=find_name(reader, tokens, column, after + 1)
        )
    else:
        object_kind = kind.removeprefix("OBJECT_").replace("_", " ")
        return other(reader, f"ALTER {object_kind} RENAME")
    name = relation_name(reader, relation)
    if_exists = flag(node, "missing_ok")
    return syntax.AlterTable(name, (action,), if_exists, span=reader.excerpt.whole())


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
    return other(reader, f"ALTER {kind.removeprefix('OBJECT_').replace('_', ' ')} SET SCHEMA")
