"""Columns and constraints of PostgreSQL's CREATE TABLE and ALTER TABLE.

The raw tree says what a clause is and where it starts; its text comes from the
user's file, so that what the catalog keeps is what the user wrote.

Depends on: syntax, clauses, tree, expressions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass
from flash_core.sql import syntax
from flash_core.sql.dotted import dotted

from .constants import read_type
from .tree import (
    child,
    children,
    flag,
    optional,
    relation_name,
    string,
    strings,
    unwrap,
    unwrapped,
)

if TYPE_CHECKING:
    from typing import TypeAlias

    from flash_core.sql.clauses import Tokens
    from flash_core.sql.libpg_query import Tree

    from .tree import Reader

    ConstraintDef: TypeAlias = (
        syntax.KeyDef | syntax.ForeignKeyDef | syntax.CheckDef | syntax.OtherConstraint
    )

# What may follow a type before any constraint; the last two in ALTER TYPE.
_STORAGE: Final = frozenset({"STORAGE", "COMPRESSION", "OPTIONS", "CASCADE", "RESTRICT"})
IDENTITY: Final = {"a": "ALWAYS", "d": "BY DEFAULT"}
_KEYWORDS: Final = {"CONSTR_PRIMARY": "PRIMARY KEY", "CONSTR_UNIQUE": "UNIQUE"}


@dataclass(frozen=True, slots=True)
class Clause:
    """A constraint node with the positions of its tokens."""

    node: Tree
    start: int
    end: int

    @property
    def kind(self) -> str:
        """The node's ``contype`` without its prefix."""
        return string(self.node, "contype").removeprefix("CONSTR_")


def read_column(reader: Reader, tokens: Tokens, node: Tree) -> syntax.ColumnDef:
    """Read a ``ColumnDef``."""
    name = string(node, "colname")
    start = tokens.index(reader.at(node) or 0)
    end = tokens.element_end(start)
    clauses, first = _clauses(reader, tokens, node, end)
    type_node = child(node, "typeName")
    type_start = first if type_node is None else tokens.index(reader.at(type_node) or 0)
    type_end = tokens.find(_STORAGE, type_start + 1, first)
    collation = child(node, "collClause")
    found = {clause.kind: clause for clause in clauses}
    identity = found.get("IDENTITY")
    generated = found.get("GENERATED")
    default = found.get("DEFAULT")
    constraints = (_column_constraint(reader, tokens, clause, name) for clause in clauses)
    return syntax.ColumnDef(
        name,
        None if type_node is None else read_type(reader, type_node),
        tokens.slice(type_start, type_end),
        not_null="NOTNULL" in found,
        default=None if default is None else _after(tokens, default, "DEFAULT"),
        collation=None if collation is None else dotted(strings(children(collation, "collname"))),
        identity=None if identity is None else IDENTITY[string(identity.node, "generated_when")],
        generated=None if generated is None else _in_brackets(tokens, generated)[0],
        stored=generated is not None and string(generated.node, "generated_kind") != "v",
        constraints=tuple(item for item in constraints if item is not None),
        identity_options="" if identity is None else _in_brackets(tokens, identity)[0],
        not_null_name=optional(found["NOTNULL"].node, "conname") if "NOTNULL" in found else None,
        not_null_alone="NOTNULL" in found and flag(found["NOTNULL"].node, "is_no_inherit"),
        settings=_settings(node),
        span=reader.token(node),
    )


def _settings(node: Tree) -> tuple[tuple[str, str], ...]:
    """Return what ALTER COLUMN would say of a column's storage, and of one of a foreign table."""
    words = (("SET STORAGE", "storage_name"), ("SET COMPRESSION", "compression"))
    found = [(word, value) for word, part in words if (value := string(node, part))]
    options = [unwrapped(wrapper) for wrapper in children(node, "fdwoptions")]
    if options:
        found.append(("OPTIONS", f"({', '.join(map(_option, options))})"))
    return tuple(found)


def _option(node: Tree) -> str:
    name = string(node, "defname").replace('"', '""')
    value = string(unwrapped(child(node, "arg")), "sval").replace("'", "''")
    return f"\"{name}\" '{value}'"


def _clauses(reader: Reader, tokens: Tokens, column: Tree, end: int) -> tuple[list[Clause], int]:
    """Return the constraints of a column with their extents, and where the first clause starts."""
    nodes = [unwrapped(wrapper) for wrapper in children(column, "constraints")]
    # DEFERRABLE and its kin arrive as constraints of their own but belong to the one before.
    starts: list[tuple[int, Tree | None]] = [
        (tokens.index(reader.at(node) or 0), node)
        for node in nodes
        if not string(node, "contype").startswith("CONSTR_ATTR_")
    ]
    if collation := child(column, "collClause"):
        starts.append((tokens.index(reader.at(collation) or 0), None))
    starts.sort(key=lambda item: item[0])
    limits = [position for position, _ in starts[1:]] + [end]
    clauses = [
        Clause(node, start, limit)
        for (start, node), limit in zip(starts, limits, strict=False)
        if node is not None
    ]
    return clauses, starts[0][0] if starts else end


def _after(tokens: Tokens, clause: Clause, word: str) -> str:
    start = tokens.find(frozenset({word}), clause.start, clause.end)
    return tokens.slice(start + 1, clause.end)


def _in_brackets(tokens: Tokens, clause: Clause) -> tuple[str, str]:
    """Return what stands in the first parentheses of a clause, and what follows them."""
    for position in range(clause.start, clause.end):
        if tokens.text(position) == "(":
            close = tokens.close(position)
            return tokens.slice(position + 1, close), tokens.slice(close + 1, clause.end)
    return "", ""


def _column_constraint(
    reader: Reader, tokens: Tokens, clause: Clause, column: str
) -> ConstraintDef | None:
    node = clause.node
    name = optional(node, "conname")
    span = reader.token(node)
    body = clause.start + (2 if name else 0)  # CONSTRAINT name
    match clause.kind:
        case "PRIMARY" | "UNIQUE":
            words = _KEYWORDS[string(node, "contype")].split()
            start = body + len(words)
            if start < clause.end and tokens.word(start) == "NULLS":  # [NOT] DISTINCT
                start += 3 if tokens.word(start + 1) == "NOT" else 2
            tail, primary = tokens.slice(start, clause.end), clause.kind == "PRIMARY"
            return syntax.KeyDef((column,), primary, tail, name, _form(node), span=span)
        case "FOREIGN":
            return _foreign_key(reader, tokens, clause, (column,))
        case "CHECK":
            text, tail = _in_brackets(tokens, clause)
            return syntax.CheckDef(text, name, tail, span=span)
        case _:
            return None


def _form(node: Tree) -> str:
    """Return what makes a key unlike others."""
    if flag(node, "nulls_not_distinct"):
        return "NULLS NOT DISTINCT"
    return "WITHOUT OVERLAPS" if flag(node, "without_overlaps") else ""


def _foreign_key(
    reader: Reader, tokens: Tokens, clause: Clause, columns: tuple[str, ...]
) -> syntax.ForeignKeyDef:
    node = clause.node
    relation = child(node, "pktable") or {}
    table = relation_name(reader, relation)
    foreign = strings(children(node, "pk_attrs"))
    start = reader.at(relation) or 0
    position = tokens.index(reader.dotted_end(start))
    if foreign:
        position = tokens.close(position) + 1
    return syntax.ForeignKeyDef(
        columns,
        table,
        foreign,
        tokens.slice(position, clause.end),
        optional(node, "conname"),
        span=reader.token(node),
    )


def read_constraint(reader: Reader, tokens: Tokens, node: Tree) -> ConstraintDef:
    """Read a table constraint other than NOT NULL."""
    start = tokens.index(reader.at(node) or 0)
    clause = Clause(node, start, tokens.element_end(start))
    name = optional(node, "conname")
    span = reader.token(node)
    body = start + (2 if name and tokens.word(start) == "CONSTRAINT" else 0)
    whole = tokens.slice(body, clause.end)
    odd = ("fk_with_period", "pk_with_period")
    if any(flag(node, key) for key in odd):
        return syntax.OtherConstraint(whole, name, span=span)
    match clause.kind:
        case "PRIMARY" | "UNIQUE":
            columns = strings(children(node, "keys"))
            tail = _in_brackets(tokens, clause)[1]
            primary = clause.kind == "PRIMARY"
            return syntax.KeyDef(columns, primary, tail, name, _form(node), span=span)
        case "FOREIGN":
            return _foreign_key(reader, tokens, clause, strings(children(node, "fk_attrs")))
        case "CHECK":
            text, tail = _in_brackets(tokens, clause)
            return syntax.CheckDef(text, name, tail, span=span)
        case _:
            return syntax.OtherConstraint(whole, name, span=span)


def not_null_columns(wrappers: list[Tree]) -> dict[str, tuple[str | None, bool]]:
    """Return the columns that table constraints ``NOT NULL column`` name.

    Each comes with the name of its constraint, and whether that has NO INHERIT.
    """
    found: dict[str, tuple[str | None, bool]] = {}
    for kind, node in map(unwrap, wrappers):
        if kind == "Constraint" and string(node, "contype") == "CONSTR_NOTNULL":
            said = optional(node, "conname"), flag(node, "is_no_inherit")
            found |= dict.fromkeys(strings(children(node, "keys")), said)
    return found
