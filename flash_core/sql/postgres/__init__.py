"""PostgreSQL: text to syntax, by the server's own grammar.

:func:`read_statement` parses one statement with libpg_query and converts its raw
tree; ``tree`` reads the JSON, ``expressions``, ``queries`` and ``sources`` build
queries, ``schema``, ``constraints`` and ``alter`` build DDL.

Depends on: excerpt, libpg_query, syntax.
"""

from __future__ import annotations

from .statement import read_statement

__all__ = ["read_statement"]
