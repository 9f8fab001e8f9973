"""CREATE TABLE and the options of a table.

Depends on: engine, excerpt, spelling, strings, syntax, columns, constraints, cursor, queries, types.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass, replace
from flash_core.engine import Engine
from flash_core.spelling import closest
from flash_core.sql import syntax
from flash_core.sql.excerpt import NotReadable
from flash_core.sql.lexer import TokenKind
from flash_core.sql.strings import string_value

from .columns import read_column, read_string
from .constraints import at_element, read_element
from .queries import read_query
from .types import read_charset_name, read_collation_name

if TYPE_CHECKING:
    from flash_core.sql.syntax import Statement

    from .constraints import ConstraintDef
    from .cursor import Cursor

# fmt: off - a word list
_OPTIONS: Final = frozenset(
    {
        "AUTOEXTEND_SIZE",
        "AVG_ROW_LENGTH",
        "CHECKSUM",
        "COMPRESSION",
        "CONNECTION",
        "DELAY_KEY_WRITE",
        "ENCRYPTION",
        "ENCRYPTED",
        "ENCRYPTION_KEY_ID",
        "ENGINE",
        "ENGINE_ATTRIBUTE",
        "IETF_QUOTES",
        "INSERT_METHOD",
        "KEY_BLOCK_SIZE",
        "MAX_ROWS",
        "MIN_ROWS",
        "PACK_KEYS",
        "PAGE_CHECKSUM",
        "PAGE_COMPRESSED",
        "PAGE_COMPRESSION_LEVEL",
        "PASSWORD",
        "ROW_FORMAT",
        "SECONDARY_ENGINE",
        "SECONDARY_ENGINE_ATTRIBUTE",
        "SEQUENCE",
        "STATS_AUTO_RECALC",
        "STATS_PERSISTENT",
        "STATS_SAMPLE_PAGES",
        "TRANSACTIONAL",
        "TYPE",
    }
)
_MYSQLS: Final = frozenset(
    {"AUTOEXTEND_SIZE", "COMPRESSION", "ENCRYPTION", "ENGINE_ATTRIBUTE"}
    | {"SECONDARY_ENGINE", "SECONDARY_ENGINE_ATTRIBUTE"}
)
_MARIADBS: Final = {"COMPRESSION": "PAGE_COMPRESSED=1", "ENCRYPTION": "ENCRYPTED=YES"}
# Options of a storage engine: MariaDB keeps the letters in which they are written.
_SPELT: Final = frozenset(
    {"ENCRYPTED", "ENCRYPTION_KEY_ID", "IETF_QUOTES", "PAGE_COMPRESSED", "PAGE_COMPRESSION_LEVEL"}
)
# Some of them are plug-ins that a server may lack.
_ENGINES: Final = frozenset(
    {
        "ARCHIVE",
        "ARIA",
        "BLACKHOLE",
        "COLUMNSTORE",
        "CONNECT",
        "CSV",
        "EXAMPLE",
        "FEDERATED",
        "FEDERATEDX",
        "HEAP",
        "INNODB",
        "INNOBASE",
        "MARIA",
        "MEMORY",
        "MERGE",
        "MRG_MYISAM",
        "MROONGA",
        "MYISAM",
        "NDB",
        "NDBCLUSTER",
        "OQGRAPH",
        "PERFORMANCE_SCHEMA",
        "ROCKSDB",
        "S3",
        "SEQUENCE",
        "SPHINX",
        "SPIDER",
        "TOKUDB",
        "XTRADB",
    }
)
# fmt: on
_BARE: Final = re.compile(r"'([\w.]+)'")
_QUERY: Final = frozenset({"AS", "SELECT", "WITH", "VALUES", "IGNORE", "REPLACE"})
_VALUES: Final = frozenset({TokenKind.STRING, TokenKind.NUMBER, TokenKind.WORD, TokenKind.QUOTED})


@dataclass(frozen=True, slots=True)
class Options:
    """The options of a table; ``tail`` has those that are kept as text, as written."""

    charset: str | None = None
    collation: str | None = None
    comment: str | None = None
    tail: str = ""


@dataclass(slots=True)
class _Elements:
    columns: list[syntax.ColumnDef]
    constraints: list[ConstraintDef]
    indexes: list[syntax.CreateIndex]


def read_create_table(cursor: Cursor, *, temporary: bool, or_replace: bool) -> Statement:
    """Read CREATE TABLE from behind these words on."""
    if_not_exists = cursor.accept_words("IF", "NOT", "EXISTS")
    start = cursor.position
    name = cursor.qualified_name()
    if like := _read_like(cursor):
        return syntax.CreateTable(
            name,
            (),
            if_not_exists=if_not_exists,
            temporary=temporary,
            likes=(like,),
            or_replace=or_replace,
            span=cursor.excerpt.whole(),
        )
    found = _Elements([], [], [])
    if cursor.text() == "(" and cursor.word(1) not in {"SELECT", "WITH"}:
        _read_elements(cursor, name, found)
    options = read_options(cursor)
    partitions = read_partitions(cursor)
    tail = f"{options.tail} {partitions}".strip()
    if cursor.word() in _QUERY or cursor.text() == "(":
        made = _read_as(cursor, name, found, if_not_exists=if_not_exists, temporary=temporary)
        return replace(made, or_replace=or_replace) if isinstance(made, syntax.CreateView) else made
    if not found.columns and cursor.token is None:
        message = "A table must have at least 1 column"
        raise NotReadable(
            message, *cursor.place(start), hint="write its columns in (…)", sqlstate="42000"
        )
    if not found.columns or (cursor.at_name() and cursor.text(1) == "="):
        raise _unknown_option(cursor)
    return syntax.CreateTable(
        name,
        tuple(found.columns),
        tuple(found.constraints),
        if_not_exists,
        temporary=temporary,
        tail=tail,
        indexes=tuple(found.indexes),
        charset=options.charset,
        collation=options.collation,
        comment=options.comment,
        or_replace=or_replace,
        span=cursor.excerpt.whole(),
    )


def _read_like(cursor: Cursor) -> syntax.LikeTable | None:
    start = cursor.position
    bracketed = cursor.text() == "(" and cursor.word(1) == "LIKE"
    if bracketed:
        cursor.position += 1
    if not cursor.accept_words("LIKE"):
        return None
    table = cursor.qualified_name()
    if bracketed:
        cursor.expect(")")
    return syntax.LikeTable(table, 0, span=cursor.since(start))


def _read_elements(cursor: Cursor, table: syntax.Name, found: _Elements) -> None:
    cursor.expect("(")
    while True:
        if at_element(cursor):
            element = read_element(cursor, table)
            if isinstance(element, syntax.CreateIndex):
                found.indexes.append(element)
            else:
                found.constraints.append(element)
        else:
            found.columns.append(read_column(cursor))
        if not cursor.accept(","):
            break
    cursor.expect(")")


def _read_as(
    cursor: Cursor, name: syntax.Name, found: _Elements, *, if_not_exists: bool, temporary: bool
) -> Statement:
    """Read the query of CREATE TABLE … SELECT."""
    cursor.accept_any("IGNORE", "REPLACE")
    cursor.accept_words("AS")
    query = read_query(cursor)
    text = cursor.statement()
    if found.columns or found.constraints or found.indexes:
        # Its columns are those of both, merged by name: more than is modelled.
        return syntax.OtherDdl(
            "CREATE TABLE … SELECT with columns", text, span=cursor.excerpt.whole()
        )
    return syntax.CreateView(
        name,
        query,
        (),
        text,
        if_not_exists=if_not_exists,
        table=True,
        temporary=temporary,
        span=cursor.excerpt.whole(),
    )


def read_options(cursor: Cursor) -> Options:
    """Read table options, in any order and with or without commas between them."""
    charset = collation = comment = None
    kept: list[str] = []
    found = False
    while cursor.token is not None:
        before = cursor.position
        if found:
            cursor.accept(",")
        start = cursor.position
        cursor.accept_words("DEFAULT")
        if cursor.accept_words("CHARACTER", "SET") or cursor.accept_any("CHARSET"):
            cursor.accept("=")
            charset = "default" if cursor.accept_any("DEFAULT") else read_charset_name(cursor)
        elif cursor.accept_words("COLLATE"):
            cursor.accept("=")
            collation = read_collation_name(cursor, charset)
        elif start == cursor.position and cursor.accept_any("COMMENT"):
            cursor.accept("=")
            comment = read_string(cursor)
        elif start != cursor.position or not _read_option(cursor, kept):
            if start != cursor.position:
                raise cursor.unexpected()
            cursor.position = before  # a comma may be before the next clause of ALTER
            break
        found = True
    return Options(charset, collation, comment, " ".join(kept))


def _read_option(cursor: Cursor, kept: list[str]) -> bool:
    # MariaDB prints the options that a storage engine adds in quotes.
    spelt = cursor.bare_text()
    word = cursor.word() or spelt.upper()
    start = cursor.position
    if cursor.accept_words("WITH", "SYSTEM", "VERSIONING"):
        cursor.require(Engine.MARIADB, "system versioning", start)
        kept.append("WITH SYSTEM VERSIONING")
    elif cursor.accept_words("START", "TRANSACTION"):
        pass
    elif cursor.accept_words("DATA", "DIRECTORY") or cursor.accept_words("INDEX", "DIRECTORY"):
        _read_option_value(cursor)
    elif cursor.accept_words("UNION"):
        cursor.accept("=")
        kept.append(f"UNION={_read_list(cursor)}")
    elif cursor.accept_words("TABLESPACE"):
        kept.append(f"TABLESPACE {cursor.tokens.slice(cursor.position, cursor.position + 1)}")
        cursor.name()
        if cursor.accept_any("STORAGE"):
            cursor.expect_any("DISK", "MEMORY")
    elif cursor.accept_any("AUTO_INCREMENT"):
        _read_option_value(cursor)  # a matter of rows
    elif word in _OPTIONS:
        cursor.position += 1
        if word in _MYSQLS:
            instead = f"write {_MARIADBS[word]}" if word in _MARIADBS else None
            cursor.require(Engine.MYSQL, f"option {word}", cursor.position - 1, instead)
        value = _BARE.sub(r"\1", _read_option_value(cursor))
        kept.append(f"{spelt if word in _SPELT else word}={value}")
    else:
        return False
    return True


def _check_engine(cursor: Cursor) -> None:
    """Refuse the name of a storage engine, just consumed, that no server has."""
    name = cursor.bare_text(-1)
    name = string_value(name) if name[0] in "'\"" else name
    if name.upper() in _ENGINES:
        return
    close = closest(name.lower(), sorted(engine.lower() for engine in _ENGINES))
    hint = f'did you mean "{close[0]}"?' if close else "write ENGINE=InnoDB"
    message = f"Unknown storage engine '{name}'"
    first, last = cursor.place(cursor.position - 1)
    raise NotReadable(message, first, last, hint=hint, sqlstate="42000")


def _unknown_option(cursor: Cursor) -> NotReadable:
    """Return the error for the next token, which may be an option that there is not."""
    problem = cursor.unexpected()
    if cursor.engine is Engine.MARIADB and cursor.at_name() and cursor.text(1) == "=":
        problem.message = f"Unknown option '{cursor.bare_text()}'"
        problem.sqlstate = "HY000"
        close = closest(cursor.word().lower(), sorted(word.lower() for word in _OPTIONS))
        problem.hint = f'did you mean "{close[0]}"?' if close else None
    return problem


def _read_option_value(cursor: Cursor) -> str:
    cursor.accept("=")
    if cursor.kind() not in _VALUES:
        raise cursor.unexpected()
    cursor.position += 1
    if cursor.word(-2) == "ENGINE" or (cursor.text(-2) == "=" and cursor.word(-3) == "ENGINE"):
        _check_engine(cursor)
    return cursor.text(-1)


def _read_list(cursor: Cursor) -> str:
    start = cursor.position
    cursor.expect("(")
    cursor.qualified_name()
    while cursor.accept(","):
        cursor.qualified_name()
    cursor.expect(")")
    return cursor.tokens.slice(start, cursor.position)


def read_partitions(cursor: Cursor) -> str:
    """Read PARTITION BY, whose insides are kept as written, up to the query or the end."""
    if not cursor.at_words("PARTITION", "BY"):
        return ""
    start = cursor.position
    end = cursor.tokens.find(_QUERY, start, len(cursor.tokens))
    while cursor.position < end and cursor.text() not in {";", ")"}:
        opening = cursor.text() == "("
        cursor.position = (cursor.tokens.close(cursor.position) if opening else cursor.position) + 1
    if cursor.position > len(cursor.tokens):
        cursor.position = len(cursor.tokens)
        raise cursor.unexpected()
    return f"PARTITION BY {cursor.tokens.slice(start + 2, cursor.position)}"
