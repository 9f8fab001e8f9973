"""PostgreSQL's FOR UPDATE, FOR SHARE and their kin.

Depends on: syntax, tree.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core.sql import syntax

from .tree import children, last_place, relation_name, string, unwrap, unwrapped

if TYPE_CHECKING:
    from flash_core.sql.libpg_query import Tree

    from .tree import Reader

_STRENGTHS: Final = {
    "LCS_FORKEYSHARE": "FOR KEY SHARE",
    "LCS_FORNOKEYUPDATE": "FOR NO KEY UPDATE",
    "LCS_FORSHARE": "FOR SHARE",
    "LCS_FORUPDATE": "FOR UPDATE",
}
_WORDS: Final = r"(?i)\bFOR\s+(?:(?:NO\s+)?KEY\s+)?(?:UPDATE|SHARE)\b"


def read_locks(reader: Reader, node: Tree) -> tuple[syntax.Lock, ...]:
    """Read the ``LockingClause`` nodes of a ``SelectStmt``, which have no place of their own."""
    clauses = children(node, "lockingClause")
    if not clauses:
        return ()
    rest: Tree = {key: value for key, value in node.items() if key != "lockingClause"}
    behind = reader.character(last_place(rest)) or 0
    places = re.compile(_WORDS).finditer(reader.excerpt.text, behind)
    locks: list[syntax.Lock] = []
    for clause in map(unwrapped, clauses):
        found = next(places, None)
        span = reader.excerpt.whole() if found is None else reader.excerpt.span(*found.span())
        relations = (unwrap(item)[1] for item in children(clause, "lockedRels"))
        tables = tuple(relation_name(reader, relation) for relation in relations)
        locks.append(syntax.Lock(_STRENGTHS[string(clause, "strength")], tables, span=span))
    return tuple(locks)
