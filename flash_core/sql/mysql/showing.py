"""SHOW, EXPLAIN and DESCRIBE of MySQL.

Depends on: engine, syntax, cursor, changes, expressions, limits, literals, queries, shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.sql.lexer import TokenKind

from .changes import read_change
from .expressions import read_expression
from .limits import read_limit
from .literals import read_text
from .queries import read_dml
from .shows import columns_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from flash_core.sql.syntax import Statement

    from .cursor import Cursor

# What may stand behind SHOW, without and with FROM and LIKE, and the name of its columns.
_PLAIN: Final = {
    ("AUTHORS",): "AUTHORS",
    ("BINARY", "LOGS"): "LOGS",
    ("BINLOG", "STATUS"): "BINLOG STATUS",
    ("CONTRIBUTORS",): "CONTRIBUTORS",
    ("ENGINES",): "ENGINES",
    ("MASTER", "LOGS"): "LOGS",
    ("MASTER", "STATUS"): "MASTER STATUS",
    ("PLUGINS",): "PLUGINS",
    ("PRIVILEGES",): "PRIVILEGES",
    ("PROCESSLIST",): "PROCESSLIST",
    ("FULL", "PROCESSLIST"): "PROCESSLIST",
    ("PROFILES",): "PROFILES",
    ("REPLICA", "STATUS"): "REPLICA STATUS",
    ("SLAVE", "STATUS"): "REPLICA STATUS",
    ("STORAGE", "ENGINES"): "ENGINES",
}
_FILTERED: Final = {
    ("CHARACTER", "SET"): "CHARACTER SET",
    ("CHARSET",): "CHARACTER SET",
    ("COLLATION",): "COLLATION",
    ("DATABASES",): "DATABASES",
    ("FUNCTION", "STATUS"): "FUNCTION STATUS",
    ("GLOBAL", "STATUS"): "STATUS",
    ("GLOBAL", "VARIABLES"): "VARIABLES",
    ("LOCAL", "STATUS"): "STATUS",
    ("LOCAL", "VARIABLES"): "VARIABLES",
    ("PACKAGE", "STATUS"): "PROCEDURE STATUS",
    ("PROCEDURE", "STATUS"): "PROCEDURE STATUS",
    ("SCHEMAS",): "DATABASES",
    ("SESSION", "STATUS"): "STATUS",
    ("SESSION", "VARIABLES"): "VARIABLES",
    ("STATUS",): "STATUS",
    ("VARIABLES",): "VARIABLES",
}
_OF_DATABASE: Final = {
    ("EVENTS",): "EVENTS",
    ("FULL", "TABLES"): "FULL TABLES",
    ("OPEN", "TABLES"): "OPEN TABLES",
    ("TABLE", "STATUS"): "TABLE STATUS",
    ("TABLES",): "TABLES",
    ("TRIGGERS",): "TRIGGERS",
    ("FULL", "TRIGGERS"): "TRIGGERS",
}
_OF_TABLE: Final = {
    ("COLUMNS",): "COLUMNS",
    ("FIELDS",): "COLUMNS",
    ("FULL", "COLUMNS"): "FULL COLUMNS",
    ("FULL", "FIELDS"): "FULL COLUMNS",
    ("INDEX",): "INDEX",
    ("INDEXES",): "INDEX",
    ("KEYS",): "INDEX",
}
_MADE: Final = {
    "DATABASE": "CREATE DATABASE",
    "EVENT": "CREATE EVENT",
    "FUNCTION": "CREATE FUNCTION",
    "PROCEDURE": "CREATE PROCEDURE",
    "SCHEMA": "CREATE DATABASE",
    "SEQUENCE": "CREATE SEQUENCE",
    "TABLE": "CREATE TABLE",
    "TRIGGER": "CREATE TRIGGER",
    "VIEW": "CREATE VIEW",
}
_MADE_TABLES: Final = frozenset({"CREATE SEQUENCE", "CREATE TABLE", "CREATE VIEW"})
_FIRST_WORDS: Final = frozenset(
    {"CHARACTER", "FULL", "GLOBAL", "LOCAL", "OPEN", "SESSION", "STORAGE"}
)


def read_show(cursor: Cursor) -> Statement:
    """Read SHOW."""
    cursor.position += 1
    for forms, read in (
        (_PLAIN, _read_nothing),
        (_FILTERED, _read_filter),
        (_OF_DATABASE, _read_database),
        (_OF_TABLE, _read_table),
    ):
        for words, shown in forms.items():
            if cursor.accept_words(*words):
                return _shown(cursor, shown, read(cursor))
    if cursor.word() in _FIRST_WORDS:
        cursor.position += 1  # what must follow it does not
    start = cursor.position
    shown = _read_other(cursor)
    if shown not in _MADE_TABLES:
        return _shown(cursor, shown)
    cursor.position = start + 2
    return _shown(cursor, shown, (cursor.qualified_name(),))


def _shown(cursor: Cursor, shown: str, tables: tuple[syntax.Name, ...] = ()) -> syntax.Utility:
    span = cursor.excerpt.whole()
    columns = columns_of(shown, cursor.engine, span)
    return syntax.Utility(f"SHOW {shown}", columns=columns, tables=tables, span=span)


def _read_nothing(_cursor: Cursor) -> tuple[syntax.Name, ...]:
    """Nothing follows."""
    return ()


def _read_filter(cursor: Cursor) -> tuple[syntax.Name, ...]:
    """Read LIKE or WHERE; the condition sees the columns of what is shown."""
    if cursor.accept_word("LIKE"):
        read_text(cursor)
    elif cursor.accept_word("WHERE"):
        read_expression(cursor)
    return ()


def _read_database(cursor: Cursor) -> tuple[syntax.Name, ...]:
    if cursor.accept_any("FROM", "IN"):
        cursor.name()
    return _read_filter(cursor)


def _read_table(cursor: Cursor) -> tuple[syntax.Name, ...]:
    """Read the table, of this database unless another is named."""
    cursor.expect_any("FROM", "IN")
    name = cursor.qualified_name()
    elsewhere = cursor.word() in {"FROM", "IN"}
    _read_database(cursor)
    return () if elsewhere else (name,)


def _read_other(cursor: Cursor) -> str:
    """Read what has a syntax of its own; return the name of its columns."""
    word = cursor.word()
    read = _OTHERS.get(word)
    if read is None:
        raise cursor.unexpected()
    cursor.position += 1
    return read(cursor, word)


def _read_rare(cursor: Cursor, word: str) -> str:
    if cursor.token is None:
        raise cursor.unexpected()
    skip_rest(cursor)
    return word


def _read_problems(cursor: Cursor, word: str) -> str:
    read_limit(cursor)
    return word


def _read_count(cursor: Cursor, word: str) -> str:
    for sign in "(*)":
        cursor.expect(sign)
    return f"{word} {cursor.expect_any('WARNINGS', 'ERRORS')}"


def _read_engine(cursor: Cursor, word: str) -> str:
    if not cursor.accept_word("ALL"):
        cursor.name()
    cursor.expect_any("STATUS", "MUTEX", "LOGS")
    return word


def _read_grants(cursor: Cursor, word: str) -> str:
    if cursor.accept_word("FOR"):
        _read_rare(cursor, word)
    return word


# Told by no more than their first word: who maintains a server shows these by hand.
# fmt: off - a word list, not one word a line
_RARE: Final = frozenset(
    {
        "ALL",
        "BINARY",
        "BINLOG",
        "CLIENT_STATISTICS",
        "CONTRIBUTORS",
        "EXPLAIN",
        "FUNCTION",
        "INDEX_STATISTICS",
        "MASTER",
        "PACKAGE",
        "PROCEDURE",
        "PROFILE",
        "RELAYLOG",
        "REPLICA",
        "REPLICAS",
        "SLAVE",
        "SLAVES",
        "TABLE_STATISTICS",
        "USER_STATISTICS",
    }
)
# fmt: on


def _read_create(cursor: Cursor, _word: str) -> str:
    word = cursor.word()
    if word in {"PACKAGE", "USER"}:
        skip_rest(cursor)
        return f"CREATE {word}"
    if word not in _MADE:
        raise cursor.unexpected()
    cursor.position += 1
    if _MADE[word] == "CREATE DATABASE":
        cursor.accept_words("IF", "NOT", "EXISTS")
    cursor.qualified_name()
    return _MADE[word]


_OTHERS: Final[dict[str, Callable[[Cursor, str], str]]] = {
    **dict.fromkeys(_RARE, _read_rare),
    "COUNT": _read_count,
    "CREATE": _read_create,
    "ENGINE": _read_engine,
    "ERRORS": _read_problems,
    "GRANTS": _read_grants,
    "WARNINGS": _read_problems,
}


def skip_rest(cursor: Cursor) -> None:
    """Consume what is left of a statement, which must be of proper tokens."""
    while (token := cursor.token) is not None and token.text != ";":
        if token.kind is TokenKind.ERROR:
            raise cursor.unexpected()
        cursor.position += 1


# -- EXPLAIN ------------------------------------------------------------------

_EXPLAINED: Final = frozenset(
    {"SELECT", "INSERT", "REPLACE", "UPDATE", "DELETE", "WITH", "TABLE", "VALUES"}
)


def read_explain(cursor: Cursor) -> Statement:
    """Read EXPLAIN or DESCRIBE of a statement or of a table."""
    cursor.position += 1
    start = cursor.position
    if cursor.accept_words("FOR", "CONNECTION"):
        read_expression(cursor)
        return _explained(cursor, "EXPLAIN", None)
    if cursor.accept_word("ANALYZE"):
        cursor.require(Engine.MYSQL, "EXPLAIN ANALYZE", start, "write ANALYZE")
        skip_format(cursor)
        return _explained(cursor, "EXPLAIN FORMAT", _read_inner(cursor))
    formatted = skip_format(cursor)
    shown = "EXPLAIN FORMAT" if formatted else "EXPLAIN"
    if not formatted and cursor.word(1) in _EXPLAINED:
        more = cursor.accept_any("EXTENDED", "PARTITIONS")
        if more and cursor.engine is Engine.MARIADB:
            shown = f"EXPLAIN {more}"
    if formatted or cursor.word() in _EXPLAINED or cursor.text() == "(":
        inner = _read_inner(cursor)
        return _explained(cursor, shown, inner)
    table = cursor.qualified_name()
    if cursor.at_string():
        read_text(cursor)
    elif cursor.at_name():
        cursor.name()
    return replace(_explained(cursor, "COLUMNS", None), tables=(table,))


def read_analyze(cursor: Cursor) -> Statement:
    """Read ANALYZE TABLE, or MariaDB's ANALYZE of a statement."""
    start = cursor.position
    following = cursor.word(1)
    if following in {"TABLE", "TABLES", "NO_WRITE_TO_BINLOG", "LOCAL"}:
        from .maintenance import read_maintenance  # noqa: PLC0415 - which reads EXPLAIN too

        return read_maintenance(cursor)
    cursor.position += 1
    formatted = skip_format(cursor)
    inner = _read_inner(cursor)
    cursor.require(Engine.MARIADB, "ANALYZE of a statement", start, "write EXPLAIN ANALYZE")
    return _explained(cursor, "ANALYZE FORMAT" if formatted else "ANALYZE SELECT", inner)


def skip_format(cursor: Cursor) -> bool:
    """Consume ``FORMAT=JSON`` and its kin; return whether the plan is one text."""
    if cursor.word() != "FORMAT" or cursor.text(1) != "=":
        return False
    cursor.position += 2
    return cursor.name().upper() != "TRADITIONAL"


def _read_inner(cursor: Cursor) -> Statement:
    if cursor.word() in {"INSERT", "REPLACE", "UPDATE", "DELETE"}:
        return read_change(cursor)
    return read_dml(cursor)


def _explained(cursor: Cursor, shown: str, inner: Statement | None) -> syntax.Utility:
    span = cursor.excerpt.whole()
    columns = columns_of(shown, cursor.engine, span)
    return syntax.Utility("EXPLAIN", columns=columns, query=inner, span=span)
