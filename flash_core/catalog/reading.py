"""Which tables and views a query reads.

Depends on: sql.syntax.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.sql import syntax
from flash_core.sql.syntax.walk import descend

if TYPE_CHECKING:
    from collections.abc import Iterator


def tables_in(node: syntax.Node) -> Iterator[tuple[str, ...]]:
    """Yield the name of every table or view that a query reads."""
    for name in table_names(node):
        yield name.parts


def table_names(node: syntax.Node) -> Iterator[syntax.Name]:
    """Yield the same with their places."""
    return (found.name for found in descend(node) if isinstance(found, syntax.TableRef))
