"""PostgreSQL's CREATE TABLE in all its forms: plain, LIKE, INHERITS, PARTITION OF, OF, foreign.

Depends on: syntax, clauses, constraints, names, tree.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.sql import syntax

from .constraints import not_null_columns, read_column, read_constraint
from .names import tokens_of
from .tree import (
    Reader,
    child,
    children,
    flag,
    integer,
    relation_name,
    string,
    strings,
    unwrap,
    unwrapped,
)

if TYPE_CHECKING:
    from flash_core.sql.clauses import Tokens
    from flash_core.sql.libpg_query import Tree

    from .constraints import ConstraintDef

# Bits of the server's TableLikeOption.
_LIKE: Final = {
    "comments": 1,
    "compression": 2,
    "constraints": 4,
    "defaults": 8,
    "generated": 16,
    "identity": 32,
    "indexes": 64,
    "statistics": 128,
    "storage": 256,
}
_OIDS: Final = re.compile(
    r"(?i)\bWITHOUT\s+OIDS\b|(?<=[(,])\s*oids\s*=\s*\w+\s*(?:,|(?=\)))|,\s*oids\s*=\s*\w+\s*(?=\))"
)
_NO_SETTINGS: Final = re.compile(r"(?i)\bWITH\s*\(\s*\)\s*")


def create_table(reader: Reader, node: Tree) -> syntax.CreateTable:
    """Read a ``CreateStmt``."""
    tokens = tokens_of(reader)
    relation = child(node, "relation") or {}
    position = tokens.index(reader.dotted_end(reader.at(relation) or 0))
    parents = tuple(relation_name(reader, unwrapped(w)) for w in children(node, "inhRelations"))
    of_type = child(node, "ofTypename")
    partition = child(node, "partbound") is not None
    if partition:  # PARTITION OF parent
        position = tokens.index(parents[0].span.end - reader.excerpt.span(0, 0).start)
    elif of_type is not None:
        position = tokens.index(reader.dotted_end(reader.at(of_type) or 0))
    rest = tokens.close(position) + 1 if tokens.text(position) == "(" else position
    if parents and not partition:  # INHERITS ( … )
        rest = tokens.close(rest + 1) + 1
    bound, rest = _bound(tokens, rest) if partition else ("", rest)
    columns, constraints, likes = _elements(reader, tokens, children(node, "tableElts"))
    persistence = string(relation, "relpersistence")
    return syntax.CreateTable(
        relation_name(reader, relation),
        columns,
        constraints,
        if_not_exists=flag(node, "if_not_exists"),
        temporary=persistence == "t",
        tail=_without_oids(tokens.slice(rest, len(tokens))),
        unlogged=persistence == "u",
        likes=likes,
        inherits=parents,
        bound=bound,
        of_type=None if of_type is None else _type_name(reader, of_type),
        span=reader.excerpt.whole(),
    )


def _without_oids(tail: str) -> str:
    """Return what follows the columns of a table without what says that its rows have no OID.

    None have since PostgreSQL 12, which reads past these words and keeps nothing of them.
    """
    if _OIDS.search(tail) is None:
        return tail
    return _NO_SETTINGS.sub("", _OIDS.sub("", tail)).strip()


def create_foreign_table(reader: Reader, node: Tree) -> syntax.CreateTable:
    """Read a ``CreateForeignTableStmt``: to a query, a table."""
    table = create_table(reader, child(node, "base") or {})
    return replace(table, tail="", foreign=table.tail)


def _type_name(reader: Reader, node: Tree) -> syntax.Name:
    return syntax.Name(strings(children(node, "names")), span=reader.dotted(node))


def _bound(tokens: Tokens, position: int) -> tuple[str, int]:
    """Return the text of ``DEFAULT`` or ``FOR VALUES …`` and where it ends."""
    end = position + 1
    if tokens.word(position) == "FOR":
        while end < len(tokens) and tokens.text(end) != "(":
            end += 1
        end = tokens.close(end) + 1
        if tokens.word(end) == "TO":
            end = tokens.close(end + 1) + 1
    return tokens.slice(position, end), end


def _elements(
    reader: Reader, tokens: Tokens, elements: list[Tree]
) -> tuple[tuple[syntax.ColumnDef, ...], tuple[ConstraintDef, ...], tuple[syntax.LikeTable, ...]]:
    not_null = not_null_columns(elements)
    columns: list[syntax.ColumnDef] = []
    constraints: list[ConstraintDef] = []
    likes: list[syntax.LikeTable] = []
    for kind, element in map(unwrap, elements):
        if kind == "ColumnDef":
            column = read_column(reader, tokens, element)
            if column.name in not_null:
                name, alone = not_null.pop(column.name)
                column = replace(
                    column,
                    not_null=True,
                    not_null_name=column.not_null_name or name,
                    not_null_alone=column.not_null_alone or alone,
                )
            columns.append(column)
        elif kind == "TableLikeClause":
            likes.append(_like(reader, element, len(columns)))
        elif string(element, "contype") != "CONSTR_NOTNULL":
            constraints.append(read_constraint(reader, tokens, element))
    # What is left is about columns that come from elsewhere.
    columns += [
        syntax.ColumnDef(
            name,
            None,
            not_null=True,
            not_null_name=label,
            not_null_alone=alone,
            span=reader.excerpt.whole(),
        )
        for name, (label, alone) in not_null.items()
    ]
    return tuple(columns), tuple(constraints), tuple(likes)


def _like(reader: Reader, node: Tree, position: int) -> syntax.LikeTable:
    relation = child(node, "relation") or {}
    bits = integer(node, "options")
    options = frozenset(name for name, bit in _LIKE.items() if bits & bit)
    name = relation_name(reader, relation)
    return syntax.LikeTable(name, position, options, span=name.span)
