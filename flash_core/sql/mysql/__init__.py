"""MySQL and MariaDB: text to syntax, by a reader of the servers' own grammar.

Written by hand, over the tokens of ``lexer``, as SQLite's.  The two servers share
one grammar; what only one of them takes is refused for the other, by name.
``cursor`` walks the tokens, ``words`` knows the reserved ones, ``expressions``,
``calls``, ``queries`` and ``sources`` build queries, ``changes`` what writes rows,
``utility`` what does neither, ``schema`` and its kin DDL.

How the syntax tree says what only these servers have:

- Names and aliases are as written, without quotes.
- ``LIKE … ESCAPE`` is a call of ``like(text, pattern, escape)``.
- The unit of EXTRACT, TIMESTAMPADD and TIMESTAMPDIFF is a string literal, the first argument.
- ``IF(a, b, c)`` is a CASE, IFNULL and NVL are COALESCE.
- The types of CAST are the words as written, in lower case: ``signed``, ``unsigned``, ``char``.
- GROUP BY … WITH ROLLUP is a grouping set of every prefix, the empty one too.

Depends on: engine, excerpt, clauses, syntax.
"""

from __future__ import annotations

from .statement import read_statement

__all__ = ["read_statement"]
