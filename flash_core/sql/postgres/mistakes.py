"""What to type instead, where PostgreSQL's grammar only says "syntax error".

Each entry of the table is a pattern for the text before the place, one for the text from
there on, and the hint; the first that fits wins.

Depends on: nothing.
"""

from __future__ import annotations

import re
from typing import Final

from flash_core.spelling import closest

_UPSERT: Final = "write INSERT INTO … ON CONFLICT (…) DO UPDATE SET …"
_QUOTES: Final = 'quote names with "double quotes"'
_CLAUSE: Final = r"(?:FROM|WHERE|GROUP|ORDER|HAVING|LIMIT|RETURNING|UNION|ON|SET|VALUES)\b"
_JOIN: Final = r"(?:(?:INNER|CROSS|LEFT|RIGHT|FULL)\s+(?:OUTER\s+)?)?JOIN\b"
_FLAGS: Final = re.IGNORECASE | re.DOTALL


def _entry(before: str, after: str, hint: str) -> tuple[re.Pattern[str], re.Pattern[str], str]:
    return re.compile(rf"{before}\s*\Z", _FLAGS), re.compile(after, _FLAGS), hint


_MISTAKES: Final = (
    _entry("", r"`", _QUOTES),
    _entry(r"`\S+`", r"\S", _QUOTES),
    _entry("", r"==", "write = once"),
    _entry("", r"%s\b|%\(", "write a parameter as $1 or @name"),
    _entry(r"\bAS\s+FROM", r"\w", "write a name after AS"),
    _entry(r"(?:SELECT|,)\s+(?:ORDER|GROUP|LIMIT|OFFSET|DEFAULT|CHECK|USER|END)", r"FROM\b|,", 'put a name that is a keyword in "double quotes"'),
    _entry(r"\bUPDATE\s+\w+(?:\s+(?:AS\s+)?\w+)?", _JOIN, "write UPDATE … SET … FROM …, and the condition in WHERE"),
    _entry(r"\bDELETE\s+FROM\s+\w+(?:\s+(?:AS\s+)?\w+)?", _JOIN, "write DELETE FROM … USING …, and the condition in WHERE"),
    _entry(r"\A\s*(?:UPDATE|DELETE)\b[^()]*", r"(?:LIMIT|ORDER)\b", "choose the rows in a subquery: WHERE id IN (SELECT … LIMIT …)"),
    _entry(r"\bINSERT\s+INTO\s+\S+", r"SET\b", "write INSERT INTO … (column, …) VALUES (…)"),
    _entry(r"\bNOT\s+MATCHED\b[^;]*\bTHEN", r"(?:UPDATE|DELETE)\b", "a row that is not matched can only be inserted"),
    _entry(r"\bMATCHED(?:(?!\bTHEN\b)[^;])*", r"(?:UPDATE|DELETE|INSERT|DO)\b", "write THEN before it"),
    _entry(r"\bUPDATE\s+SET\s+\w+", r"=", "name the table after UPDATE"),
    _entry(r"\bUPDATE\s+\w+\s+\w+", r"=", "write SET before the first column"),
    _entry(r"\bNOT", r"IN\b", "name the value before NOT IN"),
    _entry(r"\bWITH\s+\w+\s*\(", r"SELECT\b", "write AS before the query"),
    _entry(r"\bBEGIN", r"\w", "a query file holds no transactions: leave BEGIN out"),
    _entry(r"\*", r"AS\b", "name columns one by one: * takes no alias"),
    _entry(r"(?:SELECT|FROM|JOIN|,|\.)", r"\[", _QUOTES),
    _entry(r"\bON", r"DUPLICATE\b", _UPSERT),
    _entry(r"\bON\s+CONFLICT", r"UPDATE\b", "write ON CONFLICT (…) DO UPDATE SET …"),
    _entry(r"\bINSERT", r"OR\b", _UPSERT),
    _entry("", r"REPLACE\s+INTO\b", _UPSERT),
    _entry(r"\bTOP", r"\d", "write LIMIT at the end of the query"),
    _entry(r"\bTOP\s+\d+", r"\w", "write LIMIT at the end of the query"),
    _entry("", r"LIMIT\s+\S+\s*,", "write LIMIT count OFFSET start"),
    _entry(r"\bINSERT", r"\w", "write INSERT INTO"),
    _entry(r"\bDELETE", r"\w|\*", "write DELETE FROM"),
    _entry(r"", r"VALUE\b", "write VALUES"),
    _entry(r"\bVALUES", r"[^(\s]", "put the values of each row in brackets: VALUES (…)"),
    _entry(r"\bINTO\s+\S+", r"\w+\s+VALUES\b", "put the columns in brackets: (…)"),
    _entry(r"\bUPDATE\s+\S+", r"\w+\s*=", "write SET before the first column"),
    _entry(r"\bUPDATE", r"SET\b", "name the table after UPDATE"),
    _entry(r"\bIN\s*\(", r"\)", "write a value: IN takes no empty list"),
    _entry(r"\(", r"\)", "write something between the brackets"),
    _entry(r",", rf"{_CLAUSE}|\)|\Z", "remove the comma before it"),
    _entry(r"\A\s*WITH\b.*\)\s*,", r"SELECT\b", "remove the comma before it"),
    _entry(r"\bCASE\b(?:(?!\b(?:WHEN|END)\b).)*", r"THEN\b", "write WHEN before the condition"),
    _entry(r"\bCASE\b(?:(?!\bEND\b).)*\bTHEN\b(?:(?!\bEND\b).)*", r"(?:FROM|AS)\b|,|\)|\Z", "close CASE with END"),
    _entry(r"\bINTERVAL", r"[+-]?\d", "write the amount and the unit in quotes: INTERVAL '1 day'"),
    _entry(r"\bCAST\s*\([^()]*", r",", "write CAST(… AS type)"),
    _entry(r"\bAT", r"TIMEZONE\b", "write AT TIME ZONE"),
    _entry(r"\bBETWEEN\s+\S+", r"TO\b", "write AND between the bounds"),
    _entry(r"\w\s*\((?!\s*SELECT\b)[^()]*", r"FROM\b", "close the bracket with )"),
    _entry(r"\b(?:GROUP|ORDER|PARTITION)", r"(?!BY\b)\S", "write BY after GROUP, ORDER or PARTITION"),
    _entry(r"\b(?:GROUP|ORDER)\s+BY\b.*", r"WHERE\b", "put WHERE before GROUP BY and ORDER BY"),
    _entry(r"\bLIMIT\b[^()]*", r"(?:ORDER|WHERE|GROUP)\b", "put LIMIT after ORDER BY"),
    _entry(r"\bORDER\s+BY\b.*", r"(?:UNION|INTERSECT|EXCEPT)\b", "put ORDER BY after the last SELECT, or a SELECT in brackets"),
    _entry(r"\bHAVING", r"GROUP\b", "write GROUP BY before HAVING"),
    _entry(r"\bIS(?:\s+NOT)?", r"['\d]", "compare with =, or with IS DISTINCT FROM"),
    _entry(r"\w\s+NOT", r"NULL\b", "write IS NOT NULL"),
    _entry(r"\w", r"NOT\s+NULL\b", "write IS NOT NULL"),
    _entry(r"(?:=|<|>|<=|>=|<>)\s*[\w.']+", r"(?:=|<|>)", "compare two values at a time, and join the comparisons with AND"),
    _entry(r"=", r"=", "write = once"),
    _entry(r"&&\s*[\w.]+", r"[=<>]", "join the conditions with AND"),
    _entry(r"\|\|\s*[\w.]+", r"[=<>]", "join the conditions with OR"),
    _entry(r"[\w\")]", r"(?:REGEXP|RLIKE)\b", "write ~ for a regular expression"),
    _entry(r"\bWITH\s+\w+(?:\s*\([^)]*\))?\s+AS", r"[^(\s]", "put the query in brackets: AS (SELECT …)"),
    _entry(r"\bWITH\s+\w+", r"\(\s*SELECT\b", "write AS before the query"),
    _entry(r"\bEXISTS", r"SELECT\b", "put the query in brackets: EXISTS (SELECT …)"),
    _entry(r"\bEXISTS\s*\(", r"\w", "write a query in the brackets: EXISTS (SELECT …)"),
    _entry(r"\bCROSS\s+JOIN\s+\S+(?:\s+\w+)?", r"ON\b", "a CROSS JOIN has no ON: write JOIN"),
    _entry(r"\bNATURAL\s+(?:\w+\s+)?JOIN\s+\S+(?:\s+\w+)?", r"ON\b", "a NATURAL JOIN has no ON: write JOIN"),
    _entry(r"\bJOIN\s+\S+(?:\s+(?:AS\s+)?\w+)?", r"(?:WHERE|GROUP|ORDER|LIMIT)\b|\Z", "add ON … or USING (…) to the JOIN"),
    _entry(r"\bOVER", r"[^(\s]", "write OVER (…) or OVER and the name of a window"),
    _entry(r"'\Z", r"\w", "write '' for a quote inside a string"),
    _entry(r"\w::|\bAS", r"\)|FROM\b", "write the type or the name before it"),
)  # fmt: skip
_STARTS: Final = (
    "SELECT",
    "INSERT",
    "UPDATE",
    "DELETE",
    "WITH",
    "VALUES",
    "MERGE",
    "TRUNCATE",
    "CALL",
)
_WORDS: Final = ("FROM", "WHERE", "GROUP", "ORDER", "HAVING", "LIMIT", "OFFSET", "VALUES", "RETURNING", "UPDATE", "JOIN", "UNION", "DISTINCT", "BETWEEN", "PRECEDING", "FOLLOWING")  # fmt: skip
_RESERVED: Final = frozenset(
    [
        "all",
        "and",
        "any",
        "as",
        "asc",
        "both",
        "case",
        "cast",
        "check",
        "column",
        "constraint",
        "create",
        "default",
        "desc",
        "distinct",
        "do",
        "else",
        "end",
        "except",
        "for",
        "foreign",
        "from",
        "grant",
        "group",
        "having",
        "in",
        "intersect",
        "into",
        "lateral",
        "leading",
        "limit",
        "not",
        "null",
        "offset",
        "on",
        "only",
        "or",
        "order",
        "primary",
        "references",
        "returning",
        "select",
        "some",
        "table",
        "then",
        "to",
        "trailing",
        "union",
        "unique",
        "user",
        "using",
        "variadic",
        "when",
        "where",
        "window",
        "with",
    ]
)
_CLOSE: Final = 0.7
_NAMED: Final = re.compile(r"\b(?:FROM|JOIN|INTO|UPDATE|AS)\Z|\.\Z", re.IGNORECASE)


def hint_for(text: str, start: int) -> str | None:
    """Return what to type where the grammar stumbled at ``start``, if the mistake is a known one."""
    before, after = text[:start], text[start:]
    found = next((hint for a, b, hint in _MISTAKES if b.match(after) and a.search(before)), None)
    before = before.rstrip()
    return found or _brackets(before, after) or _misspelt(before, after) or _keyword(before, after)


def _brackets(before: str, after: str) -> str | None:
    plain = re.sub(r"'[^']*'|\"[^\"]*\"|--[^\n]*", "", before)
    depth = plain.count("(") - plain.count(")")
    if after.startswith(")") and depth <= 0:
        return "there is no ( for it: remove it"
    if not after.strip():
        return "close the bracket with )" if depth > 0 else "the statement is not complete"
    return None


def _misspelt(before: str, after: str) -> str | None:
    """Find the keyword that the word here, or the one before, is meant to be."""
    word = re.match(r"\w+", after)
    if not before and word:
        return _meant(word[0], _STARTS)
    words = [word[0]] if word else []
    words += re.findall(r"\w+", before)[-2:][::-1]
    return next((hint for one in words if (hint := _meant(one, _WORDS))), None)


def _meant(word: str, keywords: tuple[str, ...]) -> str | None:
    if word.upper() in keywords:
        return None
    close = closest(word.upper(), keywords, cutoff=_CLOSE)
    return f'did you mean "{close[0]}"?' if close else None


def _keyword(before: str, after: str) -> str | None:
    """Name a keyword that stands where only a name can."""
    if not _NAMED.search(before):
        return None
    word = re.match(r"[A-Za-z_]+", after)
    if word is None or word[0].lower() not in _RESERVED:
        return None
    return f'{word[0].upper()} is a keyword; as a name it is written "{word[0].lower()}"'
