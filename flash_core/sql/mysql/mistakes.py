"""What to type instead, where MySQL's and MariaDB's grammar only says "syntax error".

Depends on: sql.mistakes.
"""

from __future__ import annotations

from typing import Final

from flash_core.sql.mistakes import Mistakes, mistake

_UPSERT: Final = "write INSERT INTO … ON DUPLICATE KEY UPDATE …"
_LIMIT: Final = "write LIMIT at the end of the query"
_IGNORE: Final = "write INSERT IGNORE INTO …, or ON DUPLICATE KEY UPDATE"
_JOINED: Final = "write UPDATE a JOIN b ON … SET …"

_COMMON: Final = (
    mistake("", r"::", "write CAST(… AS type)"),
    mistake(r"\bINTERVAL\s.*", r"(?:SECOND|MINUTE|HOUR|DAY|WEEK|MONTH|YEAR)S\b", "write the unit without its S: INTERVAL 2 DAY"),
    mistake(r"\bEXTRACT\s*\(", r"(?:SECOND|MINUTE|HOUR|DAY|WEEK|MONTH|YEAR)S\b", "write the unit without its S"),
    mistake(r"(?:=|<|>)\s*(?:ANY|SOME|ALL)\s*\(", r"", "a subquery alone may stand here: write IN (…) for a list"),
    mistake(r"\bCOUNT\s*\(\s*DISTINCT", r"\*", "name the columns, or write COUNT(*)"),
    mistake(r"\b(?:RANK|DENSE_RANK|ROW_NUMBER|PERCENT_RANK|CUME_DIST)\s*\(\s*\)", "", "write OVER (ORDER BY …) behind it"),
    mistake("", r"ILIKE\b", "write LIKE: it does not tell capitals apart in most collations"),
    mistake(r"\bON", r"CONFLICT\b[^;]*\bNOTHING\b", _IGNORE),
    mistake(r"\bON", r"CONFLICT\b", _UPSERT),
    mistake(r"\bINSERT", r"OR\b", _IGNORE),
    mistake("", r"TABLESAMPLE\b", "write ORDER BY RAND() LIMIT n"),
    mistake(r"\bINTERVAL\s+'\s*\d+\s+\w+'", "", "write the unit without quotes: INTERVAL 1 DAY"),
    mistake(r"\bINTERVAL\s+\S+\s+\w+", r"\Z", "add it to a date: date + INTERVAL 1 DAY"),
    mistake(r"\bTOP", r"\d|\?|\(", _LIMIT),
    mistake(r"\bFETCH\s+(?:FIRST|NEXT)\s+\S+\s+ROWS?", r"\Z", "write ONLY or WITH TIES after ROWS"),
    mistake(r"\bLIMIT", r"-", "the number of rows is no expression: leave LIMIT out for all"),
    mistake(r"\bLIMIT\b[^()]*", r"(?:ORDER|WHERE|GROUP)\b", "put LIMIT after ORDER BY"),
    mistake(r"\bFULL", r"(?:OUTER|JOIN)\b", "write LEFT JOIN … UNION SELECT … RIGHT JOIN"),
    mistake(r"\bDISTINCT", r"ON\b", "write GROUP BY, or ROW_NUMBER() OVER (…)"),
    mistake(r"\bUPDATE\b[^;]*\bSET\b[^;]*", r"RETURNING\b", "select the row after the UPDATE"),
    mistake(r"\bUPDATE\b[^;]*\bSET\b[^;]*", r"FROM\b", _JOINED),
    mistake(r"\A", r"MERGE\b", _UPSERT),
    mistake(r"\A", r"EXEC\b", "write CALL procedure(…)"),
    mistake(r"\bCREATE\s+TABLE\b[^;]*", r"(?:IDENTITY|AUTOINCREMENT)\b", "write AUTO_INCREMENT"),
    mistake(r"\b(?:GROUP|ORDER|PARTITION)", r"(?!BY\b)\w", "write BY after GROUP, ORDER or PARTITION"),
    mistake(r"\b(?:GROUP|ORDER)\s+BY\b.*", r"WHERE\b", "put WHERE before GROUP BY and ORDER BY"),
    mistake(r"\bHAVING\b.*", r"GROUP\b", "write GROUP BY before HAVING"),
    mistake(r"\bORDER\s+BY\b.*", r"(?:GROUP|HAVING)\b", "put ORDER BY after GROUP BY and HAVING"),
    mistake(r"\bCASE\b(?:(?!\bEND\b).)*\bTHEN\b(?:(?!\bEND\b).)*", r"FROM\b", "close CASE with END"),
    mistake(r"\bIN\s*\(", r"\)", "write something between the brackets"),
    mistake(r",", r"FROM\b", "remove the comma before FROM"),
    mistake(r"\bJSON", r"(?:CHARACTER|CHARSET)\b", "leave it out: the characters of JSON are those of utf8mb4"),
    mistake(r"\bCHECK\s*\(.*\)", r"(?:NOT|NULL|DEFAULT|COMMENT|COLLATE|UNIQUE|INVISIBLE|CHECK)\b", "end the column with its CHECK"),
    mistake(r"\bAS\s*\(.*\)\s*(?:VIRTUAL|STORED|PERSISTENT)?\s*", r"NOT\s+NULL\b", "leave NOT NULL out: MariaDB takes it for no generated column"),
    mistake(r"\bREFERENCES\b.*\)", r"(?:NOT|NULL|DEFAULT|COMMENT|CHECK|UNIQUE)\b", "end the column with REFERENCES"),
    mistake(r"\bCONSTRAINT\s+\S+", r"CHECK\b", "leave the name out, or write the CHECK behind the columns"),
    mistake(r"\bJOIN\s+\S+(?:\s+(?:AS\s+)?\w+)?", r"\Z", "write ON and the condition of the join"),
)  # fmt: skip
_STARTS: Final = ("SELECT", "INSERT", "UPDATE", "DELETE", "REPLACE", "WITH", "VALUES", "CREATE", "ALTER", "DROP", "SHOW")  # fmt: skip
_WORDS: Final = ("FROM", "WHERE", "GROUP", "ORDER", "HAVING", "LIMIT", "OFFSET", "VALUES", "UPDATE", "JOIN", "UNION", "DISTINCT", "BETWEEN", "DUPLICATE", "PRIMARY", "UNIQUE", "REFERENCES", "DEFAULT", "TABLES", "TABLE")  # fmt: skip
MISTAKES: Final = Mistakes(_COMMON, _STARTS, _WORDS, frozenset())
"""What people type who know another language, or mistype."""
