"""Whether a statement can leave something behind in the server's session.

A pool gives a connection of PostgreSQL to somebody else as it is after a statement that cannot:
settings, advisory locks, temporary tables, LISTEN and the like would have to be undone first.
What is not seen through counts as leaving something.

Depends on: walk, catalog, sql.syntax, types.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine
from flash_core.sql.syntax import Delete, FunctionCall, Insert, Merge, Query, Update
from flash_core.sql.syntax.walk import subtree
from flash_core.types.postgres_data import built_in

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from flash_core.catalog.model import Catalog, View
    from flash_core.sql.syntax import Node, Statement

# Built-in functions that change the session, or run a text that may.
_CHANGING: Final = frozenset(
    {"set_config", "setseed", "ts_stat", "ts_rewrite", "pg_terminate_backend"}
)
_CHANGING_STARTS: Final = (
    *("pg_advisory_lock", "pg_advisory_unlock", "pg_try_advisory_lock"),
    *("pg_create_logical_", "pg_create_physical_", "pg_copy_", "pg_replication_origin_"),
    *("binary_upgrade_", "lo_", "has_lo_"),
)
_CHANGING_ENDS: Final = ("to_xml", "to_xmlschema", "to_xml_schema", "to_xml_and_xmlschema")
_WRITING: Final = (Insert, Update, Delete, Merge)
_SEEN_THROUGH: Final = (Query, *_WRITING)
_RULE: Final = r"(?i)\s*CREATE\s+(OR\s+REPLACE\s+)?RULE\b"
_POLICY: Final = r"(?i)\s*CREATE\s+POLICY\b"


def changes_session(
    statement: Statement, within: Collection[type[Node]], sql: str, catalog: Catalog
) -> bool:
    """Tell whether a statement can leave something behind in the session.

    Args:
        statement: The statement.
        within: The kinds of nodes in it.
        sql: Its text.
        catalog: The database it runs on.
    """
    if catalog.engine is not Engine.POSTGRESQL:
        return False
    if not isinstance(statement, _SEEN_THROUGH) or _runs_own(within, sql, catalog):
        return True
    seen: list[View] = []
    _named(sql, catalog.views, seen)
    if FunctionCall not in within and not seen:
        return False
    return any(
        _changes(node.name.last)
        or (bool(catalog.extensions) and not built_in().functions(node.name.last))
        for each in (statement, *(view.query for view in seen))
        for node in subtree(each)
        if isinstance(node, FunctionCall)
    )


def _changes(name: str) -> bool:
    """Tell whether a built-in function of that name changes the session."""
    return name in _CHANGING or name.startswith(_CHANGING_STARTS) or name.endswith(_CHANGING_ENDS)


def _named(text: str, views: Sequence[View], seen: list[View]) -> None:
    """Add the views that a text may read, and those that they read."""
    for view in views:
        if view.name in text and view not in seen:
            seen.append(view)
            _named(view.text, views, seen)


def _runs_own(within: Collection[type[Node]], sql: str, catalog: Catalog) -> bool:
    """Tell whether a statement may run a function or rule of the schema."""
    if any(re.match(_RULE, other.text) for other in catalog.others):
        return True
    own = catalog.routines
    if not own:
        return False
    # Triggers, defaults, checks and generated columns run them.
    if any(issubclass(kind, _WRITING) for kind in within):
        return True
    called = [one.name for one in own if one.result is None or one.result.parts[-1] != "trigger"]
    if not called:
        return False
    # Views, operators, casts, domains and policies run them under other names.
    hidden = (catalog.views, catalog.operators, catalog.casts, catalog.domains, catalog.base_types)
    if any(hidden) or any(re.match(_POLICY, other.text) for other in catalog.others):
        return True
    return any(name in sql for name in called)
