"""SQLite: text to syntax, by a reader of SQLite's own grammar.

Written by hand, over the tokens of ``lexer``: SQLite's grammar is small, and
what types depend on (precedence of ``||``, names of functions, ``?1``, declared
types as written, a place for every word) must survive.  It accepts a little more
than SQLite does; the analysis lets the real SQLite judge each statement too.
``cursor`` walks the tokens, ``expressions``, ``queries`` and ``sources`` build
queries, ``schema`` and ``columns`` build DDL.

Depends on: excerpt, clauses, syntax.
"""

from __future__ import annotations

from .statement import read_statement

__all__ = ["read_statement"]
