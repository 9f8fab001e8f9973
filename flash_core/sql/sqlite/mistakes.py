"""What to type instead, where SQLite's grammar only says "syntax error".

Depends on: sql.mistakes, cursor.
"""

from __future__ import annotations

from typing import Final

from flash_core.sql.mistakes import Mistakes, mistake

from .cursor import JOIN_WORDS, RESERVED

_UPSERT: Final = "write INSERT INTO … ON CONFLICT (…) DO UPDATE SET …"
_CLAUSE: Final = r"(?:FROM|WHERE|GROUP|ORDER|HAVING|LIMIT|RETURNING|UNION|ON|SET|VALUES)\b"
_JOIN: Final = r"(?:(?:INNER|CROSS|LEFT|RIGHT|FULL)\s+(?:OUTER\s+)?)?JOIN\b"
_SUBQUERY: Final = "choose the rows in a subquery: WHERE id IN (SELECT …)"
_PARAMETER: Final = "write a parameter as ?, ?1 or :name"
_QUOTES: Final = 'put a name that is a keyword in "double quotes"'
_LIMIT: Final = "write LIMIT at the end of the query"

_COMMON: Final = (
    mistake("", r"::", "write CAST(… AS type)"),
    mistake("", r"%s\b|%\(|\{|\$\d", _PARAMETER),
    mistake("%", r"s\b|\(", _PARAMETER),
    mistake(r"\bAS\s+FROM", r"\w", "write a name after AS"),
    mistake(r"(?:SELECT|,)", r"(?:ORDER|GROUP|LIMIT|DEFAULT|CHECK|INDEX|TABLE|TO)\s*(?:FROM\b|,)", _QUOTES),
    mistake(r"\bCREATE\s+TABLE\b[^;]*[(,]", r"(?:ORDER|GROUP|LIMIT|DEFAULT|INDEX|TABLE|TO|FROM|SELECT|WHERE|TRANSACTION)\s", _QUOTES),
    mistake(r"\bCREATE\s+TABLE\b[^;]*", r"(?:AUTO_INCREMENT|SERIAL|IDENTITY)\b", "write INTEGER PRIMARY KEY: SQLite numbers the rows itself"),
    mistake(r"\bCREATE\s+TABLE\b[^;]*", r"AUTOINCREMENT\b", "AUTOINCREMENT goes after INTEGER PRIMARY KEY"),
    mistake(r"\bCREATE\s+TABLE\b[^;]*", r"(?:UNSIGNED|COMMENT|ON\s+UPDATE|ENUM)\b", "SQLite has no such clause: remove it"),
    mistake(r"\bCREATE\s+TABLE\b[^;]*\bDEFAULT", r"\w+\s*\(", "put the expression in brackets: DEFAULT (…)"),
    mistake(r"\bDEFAULT\s+\w+", r"\(", "put the expression in brackets: DEFAULT (…)"),
    mistake(r"\bCREATE", r"OR\b", "drop it first: DROP … IF EXISTS"),
    mistake(r"\bALTER\s+TABLE\s+\S+\s+(?:ALTER|MODIFY|CHANGE)?", r"(?:ALTER|MODIFY|CHANGE|COLUMN)\b", "SQLite cannot change a column: make a new table and copy the rows"),
    mistake(r"\bALTER\s+TABLE\s+\S+\s+ADD", r"(?:CONSTRAINT|PRIMARY|FOREIGN|UNIQUE|CHECK)\b", "SQLite cannot add a constraint: make a new table and copy the rows"),
    mistake(r"\bALTER\s+TABLE\b.*", r",", "write an ALTER TABLE for each change"),
    mistake(r"\bUPDATE\s+\w+(?:\s+(?:AS\s+)?\w+)?", _JOIN, "write UPDATE … SET … FROM …, and the condition in WHERE"),
    mistake(r"\bUPDATE\s+\w+", r"\w+\s+SET\b", "write AS before the alias"),
    mistake(r"\bUPDATE\s+\w+", r"\w+\s+" + _JOIN, "write UPDATE … SET … FROM …, and the condition in WHERE"),
    mistake(r"\bUPDATE\s+\w+", r",", "write UPDATE … SET … FROM …, and the condition in WHERE"),
    mistake(r"\bDELETE\s+FROM\s+\w+(?:\s+(?:AS\s+)?\w+)?", _JOIN + r"|USING\b", _SUBQUERY),
    mistake(r"\bINSERT\s+INTO\s+\S+", r"SET\b", "write INSERT INTO … (column, …) VALUES (…)"),
    mistake(r"\bSET\s+\w+", r"\.", "write the column's name alone after SET"),
    mistake(r"\bUPDATE\s+SET\s+\w+", r"=", "name the table after UPDATE"),
    mistake(r"\bUPDATE\s+\w+\s+\w+", r"=", "write SET before the first column"),
    mistake(r"\bUPDATE\s+\S+", r"\w+\s*=", "write SET before the first column"),
    mistake(r"\bUPDATE", r"SET\b", "name the table after UPDATE"),
    mistake(r"\bNOT", r"IN\b", "name the value before NOT IN"),
    mistake(r"\bWITH\s+\w+\s*\(", r"SELECT\b", "write AS before the query"),
    mistake(r"\*", r"AS\b", "name columns one by one: * takes no alias"),
    mistake(r"\bON", r"DUPLICATE\b", _UPSERT),
    mistake(r"", r"ON\s+DUPLICATE\b", _UPSERT),
    mistake(r"\bON\s+CONFLICT(?:\s*\([^()]*\))?", r"UPDATE\b", "write ON CONFLICT (…) DO UPDATE SET …"),
    mistake(r"\bON\s+CONFLICT", r"ON\b", "name the columns: ON CONFLICT (…)"),
    mistake(r"\bINSERT", r"IGNORE\b", "write INSERT OR IGNORE"),
    mistake(r"\bTOP", r"\d|\?", _LIMIT),
    mistake(r"\bFETCH", r"(?:FIRST|NEXT)\b", _LIMIT),
    mistake(r"\bOFFSET", r"\S", "write LIMIT count OFFSET start"),
    mistake(r"\bFOR", r"(?:UPDATE|SHARE)\b", "SQLite locks the whole database: leave it out"),
    mistake(r"\bDISTINCT", r"ON\b", "SQLite has no DISTINCT ON: write GROUP BY, or row_number() OVER (…)"),
    mistake(r"\A", r"TRUNCATE\b", "write DELETE FROM"),
    mistake(r"\A", r"MERGE\b", _UPSERT),
    mistake(r"\A", r"(?:CALL|EXEC|EXECUTE|DO)\b", "SQLite has no procedures"),
    mistake(r"\A", r"SHOW\b", "read sqlite_schema, or pragma_table_info('table')"),
    mistake(r"\A", r"DESC(?:RIBE)?\b", "read pragma_table_info('table')"),
    mistake(r"", r"ILIKE\b", "write LIKE: it does not tell A from a"),
    mistake(r"", r"SIMILAR\b|RLIKE\b", "write LIKE or GLOB"),
    mistake(r"", r"(?:LATERAL)\b", "SQLite has no LATERAL: write a subquery in the select list, or a window"),
    mistake(r"\bLATERAL\s*\(?", r"\(|SELECT\b", "SQLite has no LATERAL: write a subquery in the select list, or a window"),
    mistake(r"=\s*(?:ANY|ALL|SOME)?", r"(?:ANY|ALL|SOME)?\s*\(?\s*SELECT\b", "put the query in brackets, or write IN (SELECT …)"),
    mistake(r"\b(?:INTERSECT|EXCEPT)", r"ALL\b", "SQLite has no ALL here: leave it out"),
    mistake(r"\b(?:UNION|INTERSECT|EXCEPT)(?:\s+ALL)?", r"\(", "leave the brackets out: SQLite takes plain SELECTs here"),
    mistake(r"\A", r"\(\s*SELECT\b", "leave the brackets out: SQLite takes plain SELECTs here"),
    mistake(r"\bEXTRACT\s*\(\s*\w+", r"FROM\b", "write strftime(…): SQLite has no EXTRACT"),
    mistake(r"\b(?:SUBSTRING|TRIM|POSITION|OVERLAY)\s*\(.*", r"(?:FROM|FOR|IN)\b", "separate the arguments with commas"),
    mistake(r"\bINTERVAL", r"\S", "write datetime(moment, '+1 day'): SQLite has no INTERVAL"),
    mistake(r"\bAT", r"TIME\b", "write datetime(moment, 'localtime')"),
    mistake(r"\bARRAY", r"\[", "SQLite has no arrays: write json_array(…)"),
    mistake(r"", r"(?:DESCENDING|ASCENDING)\b", "write ASC or DESC"),
    mistake(r"\bSELECT\s+DISTINCT\b[^;]*,", r"DISTINCT\b", "write DISTINCT once, before the first column"),
    mistake(r"\bOVER\s+(?:ORDER|PARTITION)\s+BY\b[^()]*", r"\S", "put the window in brackets: OVER (…)"),
    mistake(r"\bIS\s+NOT", r"(?:IN|LIKE|GLOB|BETWEEN)\b", "leave IS out"),
    mistake(r"\bIS", r"(?:IN|LIKE|GLOB|BETWEEN)\b", "leave IS out"),
    mistake(r"\bINSERT", r"\w", "write INSERT INTO"),
    mistake(r"\bDELETE", r"\w|\*", "write DELETE FROM"),
    mistake(r"", r"VALUE\b", "write VALUES"),
    mistake(r"\bVALUES", r"[^(\s]", "put the values of each row in brackets: VALUES (…)"),
    mistake(r"\bINTO\s+\S+", r"\w+\s+VALUES\b", "put the columns in brackets: (…)"),
    mistake(r"\bVALUES\s*\(.*", r"DEFAULT\b", "leave the column out, or write its value"),
    mistake(r"=", r"DEFAULT\b", "write the value: SQLite takes no DEFAULT here"),
    mistake(r",", rf"{_CLAUSE}|\)|\Z", "remove the comma before it"),
    mistake(r"\A\s*WITH\b.*\)\s*,", r"SELECT\b", "remove the comma before it"),
    mistake(r"\bCASE\b(?:(?!\b(?:WHEN|END)\b).)*", r"(?:THEN|END)\b", "write WHEN before the condition"),
    mistake(r"\bCASE\b(?:(?!\bEND\b).)*\bTHEN\b(?:(?!\bEND\b).)*", r"(?:FROM|AS)\b|,|\)|\Z", "close CASE with END"),
    mistake(r"\bCASE\b(?:(?!\bTHEN\b).)*\bWHEN\b(?:(?!\bTHEN\b).)*", r"(?:ELSE|END)\b", "write THEN after the condition"),
    mistake(r"\bCAST\s*\([^()]*", r",|\w", "write CAST(… AS type)"),
    mistake(r"\bBETWEEN\s+\S+", r"TO\b|,", "write AND between the bounds"),
    mistake(r"\w\s*\((?!\s*SELECT\b)[^()]*", r"FROM\b", "close the bracket with )"),
    mistake(r"\b(?:GROUP|ORDER|PARTITION)", r"(?!BY\b)\S", "write BY after GROUP, ORDER or PARTITION"),
    mistake(r"\b(?:GROUP|ORDER)\s+BY\b.*", r"WHERE\b", "put WHERE before GROUP BY and ORDER BY"),
    mistake(r"\bHAVING\b.*", r"WHERE\b", "put WHERE before GROUP BY and HAVING"),
    mistake(r"\bLIMIT\b[^()]*", r"(?:ORDER|WHERE|GROUP)\b", "put LIMIT after ORDER BY"),
    mistake(r"\bORDER\s+BY\b.*", r"(?:GROUP|HAVING)\b", "put ORDER BY after GROUP BY and HAVING"),
    mistake(r"\bHAVING\b.*", r"GROUP\b", "write GROUP BY before HAVING"),
    mistake(r"\bLIMIT\b[^,]*,[^,]*", r",", "write LIMIT count OFFSET start"),
    mistake(r"[\w\")]\s+NOT", r"\S", "write IS NOT NULL, NOT IN, NOT LIKE or NOT BETWEEN"),
    mistake(r"\bWITH\s+\w+(?:\s*\([^)]*\))?\s+AS", r"[^(\s]", "put the query in brackets: AS (SELECT …)"),
    mistake(r"\bWITH\s+\w+", r"\(\s*SELECT\b", "write AS before the query"),
    mistake(r"\bEXISTS", r"SELECT\b", "put the query in brackets: EXISTS (SELECT …)"),
    mistake(r"\bEXISTS\s*\(", r"\w", "write a query in the brackets: EXISTS (SELECT …)"),
    mistake(r"\bIN", r"(?:SELECT|\d|'|\?|:)", "put the values in brackets: IN (…)"),
    mistake(r"\bUSING", r"\w", "put the columns in brackets: USING (…)"),
    mistake(r"\bOVER", r"[^(\s]", "write OVER (…) or OVER and the name of a window"),
    mistake(r"\(", r"\)", "write something between the brackets"),
    mistake(r"'\Z", r"\w", "write '' for a quote inside a string"),
    mistake(r"\bAS", r"\)|FROM\b", "write the type or the name before it"),
)  # fmt: skip
_STARTS: Final = ("SELECT", "INSERT", "UPDATE", "DELETE", "REPLACE", "WITH", "VALUES", "CREATE", "ALTER", "DROP")  # fmt: skip
_WORDS: Final = ("FROM", "WHERE", "GROUP", "ORDER", "HAVING", "LIMIT", "OFFSET", "VALUES", "RETURNING", "UPDATE", "JOIN", "UNION", "DISTINCT", "BETWEEN", "PRECEDING", "FOLLOWING", "CONFLICT", "NOTHING", "PRIMARY", "UNIQUE", "REFERENCES", "DEFAULT", "TABLE")  # fmt: skip
_RESERVED: Final = frozenset(word.lower() for word in RESERVED | JOIN_WORDS)
MISTAKES: Final = Mistakes(_COMMON, _STARTS, _WORDS, _RESERVED)
"""What people type who know another language, or mistype."""
