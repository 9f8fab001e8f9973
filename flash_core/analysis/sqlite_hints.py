"""What to type instead of what SQLite refuses when it prepares a query.

Depends on: nothing.
"""

from __future__ import annotations

import re
from typing import Final

_HINTS: Final = (
    (r"because it is a view", "change the table below it, or give the view an INSTEAD OF trigger"),
    (r"generated column", "leave it out: its value is computed"),
    (r"ON CONFLICT clause does not match", "name all columns of one PRIMARY KEY or UNIQUE constraint"),
    (r"columns assigned", "give each column one value"),
    (r"ORDER BY term does not match", "order by a column of the result, or by its number"),
    (r"a NATURAL join may not", "leave NATURAL out, or the condition"),
    (r"all VALUES must have", "give every row as many values"),
    (r"unsupported frame", "the frame must not end before it starts"),
    (r"RANGE with offset", "write one expression in ORDER BY, or ROWS for RANGE"),
    (r"^FILTER ", "FILTER goes with an aggregate: write CASE WHEN … THEN … END"),
    (r"^DISTINCT aggregates", "choose the distinct values in a subquery, or leave the separator out"),
    (r"^DISTINCT is not supported", "choose the distinct values in a subquery"),
    (r"clause should come after", "put it behind the last SELECT"),
    (r"unknown join type", "write JOIN, LEFT JOIN, RIGHT JOIN, FULL JOIN or CROSS JOIN"),
    (r"HAVING clause on a non-aggregate", "write WHERE, or GROUP BY before HAVING"),
    (r"duplicate WITH table name", "give it another name"),
    (r"has \d+ values for \d+ columns", "name as many columns as its query has"),
    (r"not allowed in the GROUP BY", "group by it in a query around this one"),
    (r"as a window function", "leave OVER out"),
    (r"multiple references to recursive", "name the recursive table once, in one FROM"),
)  # fmt: skip


def hint(message: str) -> str | None:
    """Return what to type where SQLite says so, if there is something to say."""
    return next((text for pattern, text in _HINTS if re.search(pattern, message)), None)
