"""CREATE, DROP, RENAME and USE of MySQL and MariaDB.

Depends on: engine, syntax, alter, constraints, cursor, programs, queries, tables.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.sql.syntax import ObjectKind

from .alter import read_actions, read_algorithm
from .constraints import read_index
from .programs import at_program, read_definer, read_program
from .queries import read_query
from .tables import read_create_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flash_core.sql.syntax import Statement

    from .cursor import Cursor

_INDEXES: Final = ("UNIQUE", "FULLTEXT", "SPATIAL", "VECTOR")
# Made outside of databases: nothing that a query could read.
_ACCOUNTS: Final = frozenset(
    {"USER", "ROLE", "SERVER", "TABLESPACE", "LOGFILE", "UNDO", "RESOURCE", "PACKAGE", "SPATIAL"}
)


def read_create(cursor: Cursor) -> Statement:
    """Read CREATE."""
    start = cursor.position
    cursor.expect_words("CREATE")
    or_replace = cursor.accept_words("OR", "REPLACE")
    temporary = cursor.accept_any("TEMPORARY") is not None
    if cursor.accept_words("TABLE"):
        if or_replace:
            cursor.position -= 1
            cursor.require(Engine.MARIADB, "CREATE OR REPLACE TABLE", start)
            cursor.position += 1
        return read_create_table(cursor, temporary=temporary, or_replace=or_replace)
    if cursor.accept_any("DATABASE", "SCHEMA"):
        return _read_database(cursor)
    if cursor.accept_any("SEQUENCE"):
        return _read_sequence(cursor, start, temporary=temporary)
    if cursor.word() in {"INDEX", *_INDEXES, "ONLINE", "OFFLINE"} and (
        cursor.word(1) != "REFERENCE"
    ):
        return _read_index(cursor, start, or_replace=or_replace)
    if cursor.word() in _ACCOUNTS:
        return other(cursor, f"CREATE {cursor.word()}")
    return _read_stored(cursor, or_replace=or_replace)


def _read_stored(cursor: Cursor, *, or_replace: bool) -> Statement:
    """Read CREATE VIEW, TRIGGER, PROCEDURE, FUNCTION or EVENT, which have a definer."""
    if cursor.accept_any("ALGORITHM"):
        cursor.expect("=")
        cursor.expect_any("UNDEFINED", "MERGE", "TEMPTABLE")
    read_definer(cursor)
    if cursor.accept_words("SQL", "SECURITY"):
        cursor.expect_any("DEFINER", "INVOKER")
    if at_program(cursor):
        return read_program(cursor, or_replace=or_replace)
    cursor.expect_words("VIEW")
    return read_view(cursor, or_replace=or_replace)


def read_view(cursor: Cursor, *, or_replace: bool) -> syntax.CreateView:
    """Read a view from its name on."""
    if_not_exists = cursor.accept_words("IF", "NOT", "EXISTS")
    name = cursor.qualified_name()
    columns = cursor.names() if cursor.text() == "(" else ()
    cursor.expect_words("AS")
    query = read_query(cursor)
    if cursor.accept_words("WITH"):
        cursor.accept_any("CASCADED", "LOCAL")
        cursor.expect_words("CHECK", "OPTION")
    return syntax.CreateView(
        name,
        query,
        columns,
        cursor.statement(),
        or_replace=or_replace,
        if_not_exists=if_not_exists,
        span=cursor.excerpt.whole(),
    )


def _read_database(cursor: Cursor) -> syntax.CreateSchema:
    if_not_exists = cursor.accept_words("IF", "NOT", "EXISTS")
    name = cursor.name()
    options = " ".join(_rest(cursor))
    return syntax.CreateSchema(name, if_not_exists, options, span=cursor.excerpt.whole())


def _read_sequence(cursor: Cursor, start: int, *, temporary: bool) -> Statement:
    cursor.require(Engine.MARIADB, "sequence", start)
    cursor.accept_words("IF", "NOT", "EXISTS")
    cursor.qualified_name()
    if temporary:
        return other(cursor, "CREATE TEMPORARY SEQUENCE")
    return known(cursor, "CREATE SEQUENCE")


def _read_index(cursor: Cursor, start: int, *, or_replace: bool) -> syntax.CreateIndex:
    if or_replace:
        cursor.require(Engine.MARIADB, "CREATE OR REPLACE INDEX", start)
    cursor.accept_any("ONLINE", "OFFLINE")
    word = cursor.accept_any(*_INDEXES)
    unique, kind = word == "UNIQUE", "" if word in {None, "UNIQUE"} else str(word)
    cursor.expect_words("INDEX")
    if_not_exists = cursor.accept_words("IF", "NOT", "EXISTS")
    name = cursor.name()
    method = cursor.position
    if cursor.accept_words("USING"):
        cursor.expect_any("BTREE", "HASH", "RTREE")
    early = cursor.tokens.slice(method, cursor.position)
    cursor.expect_words("ON")
    table = cursor.qualified_name()
    index = read_index(cursor, table, name, start, kind, unique=unique)
    read_algorithm(cursor)
    return syntax.CreateIndex(
        name,
        table,
        index.columns,
        unique,
        index.text,
        False,  # noqa: FBT003 - the index has every row
        if_not_exists,
        kind,
        f"{early} {index.tail}".strip(),
        or_replace,
        span=cursor.excerpt.whole(),
    )


# -- DROP --------------------------------------------------------------------

_DROPPED: Final = {"TABLE": ObjectKind.TABLE, "TABLES": ObjectKind.TABLE, "VIEW": ObjectKind.VIEW}
_PROGRAMS: Final = frozenset({"PROCEDURE", "FUNCTION", "TRIGGER", "EVENT", "SEQUENCE"})


def read_drop(cursor: Cursor) -> Statement:
    """Read DROP."""
    start = cursor.position
    cursor.expect_words("DROP")
    temporary = cursor.accept_any("TEMPORARY") is not None
    word = cursor.word()
    if word in _DROPPED:
        cursor.position += 1
        return _read_dropped(cursor, _DROPPED[word])
    if temporary:
        raise cursor.unexpected()
    if cursor.accept_any("DATABASE", "SCHEMA"):
        if_exists = cursor.accept_words("IF", "EXISTS")
        name = _one_name(cursor)
        return syntax.Drop(
            ObjectKind.SCHEMA, (name,), if_exists, cascade=True, span=cursor.excerpt.whole()
        )
    if cursor.accept_any("INDEX"):
        return _read_drop_index(cursor)
    if word in _PROGRAMS:
        return _read_drop_program(cursor, start)
    if word in _ACCOUNTS:
        return other(cursor, f"DROP {word}")
    raise cursor.unexpected()


def _one_name(cursor: Cursor) -> syntax.Name:
    start = cursor.position
    return syntax.Name((cursor.name(),), span=cursor.since(start))


def _read_dropped(cursor: Cursor, kind: ObjectKind) -> syntax.Drop:
    if_exists = cursor.accept_words("IF", "EXISTS")
    names = [cursor.qualified_name()]
    while cursor.accept(","):
        names.append(cursor.qualified_name())
    _read_wait(cursor)
    cursor.accept_any("RESTRICT", "CASCADE")
    return syntax.Drop(kind, tuple(names), if_exists, span=cursor.excerpt.whole())


def _read_wait(cursor: Cursor) -> None:
    if cursor.accept_any("WAIT"):
        cursor.position += 1
    else:
        cursor.accept_any("NOWAIT")


def _read_drop_index(cursor: Cursor) -> syntax.AlterTable:
    if_exists = cursor.accept_words("IF", "EXISTS")
    start = cursor.position
    name = cursor.name()
    span = cursor.since(start)
    cursor.expect_words("ON")
    table = cursor.qualified_name()
    read_algorithm(cursor)
    primary = name.upper() == "PRIMARY"
    action = syntax.DropIndex(None if primary else name, if_exists, span=span)
    return syntax.AlterTable(table, (action,), span=cursor.excerpt.whole())


def _read_drop_program(cursor: Cursor, start: int) -> Statement:
    kind = cursor.word()
    cursor.position += 1
    if kind == "SEQUENCE":
        cursor.require(Engine.MARIADB, "sequence", start)
    if_exists = cursor.accept_words("IF", "EXISTS")
    name = cursor.qualified_name()
    if kind in {"PROCEDURE", "FUNCTION"}:
        routine = syntax.ObjectName(name.parts, span=name.span)
        return syntax.DropKnown(
            f"DROP {kind}",
            cursor.statement(),
            kind,
            (routine,),
            if_exists,
            span=cursor.excerpt.whole(),
        )
    while cursor.accept(","):
        cursor.qualified_name()
    return syntax.KnownDdl(f"DROP {kind}", cursor.statement(), span=cursor.excerpt.whole())


# -- ALTER, RENAME, USE --------------------------------------------------------


def read_alter(cursor: Cursor) -> Statement:
    """Read ALTER."""
    cursor.expect_words("ALTER")
    start = cursor.position
    cursor.accept_any("ONLINE")
    cursor.accept_words("IGNORE")
    if cursor.accept_words("TABLE"):
        if_exists = cursor.accept_words("IF", "EXISTS")
        name = cursor.qualified_name()
        _read_wait(cursor)
        actions = read_actions(cursor, name)
        return syntax.AlterTable(name, actions, if_exists, span=cursor.excerpt.whole())
    if cursor.position != start:
        raise cursor.unexpected()
    word = cursor.word()
    if word in {"ALGORITHM", "DEFINER", "SQL", "VIEW"}:
        return _read_alter_view(cursor)
    if word in {"DATABASE", "SCHEMA", "PROCEDURE", "FUNCTION", "SEQUENCE"}:
        return known(cursor, f"ALTER {word}")
    if word == "EVENT" or word in _ACCOUNTS or word == "INSTANCE":
        return known(cursor, f"ALTER {word}")
    raise cursor.unexpected()


def _read_alter_view(cursor: Cursor) -> Statement:
    if cursor.accept_any("ALGORITHM"):
        cursor.expect("=")
        cursor.expect_any("UNDEFINED", "MERGE", "TEMPTABLE")
    read_definer(cursor)
    if cursor.accept_words("SQL", "SECURITY"):
        cursor.expect_any("DEFINER", "INVOKER")
    if cursor.word() == "EVENT":
        return known(cursor, "ALTER EVENT")
    cursor.expect_words("VIEW")
    view = read_view(cursor, or_replace=True)
    place = view.text.upper().index("ALTER")
    text = f"{view.text[:place]}CREATE OR REPLACE{view.text[place + 5 :]}"
    return syntax.CreateView(
        view.name, view.query, view.columns, text, or_replace=True, changes=True, span=view.span
    )


def read_rename(cursor: Cursor) -> Statement:
    """Read RENAME TABLE; RENAME USER is none of the schema's business."""
    cursor.expect_words("RENAME")
    if cursor.accept_any("USER"):
        return other(cursor, "RENAME USER")
    cursor.expect_any("TABLE", "TABLES")
    cursor.accept_words("IF", "EXISTS")
    statements: list[Statement] = [_read_renamed(cursor)]
    while cursor.accept(","):
        statements.append(_read_renamed(cursor))
    if len(statements) == 1:
        return statements[0]
    return syntax.Script(tuple(statements), span=cursor.excerpt.whole())


def _read_renamed(cursor: Cursor) -> syntax.AlterTable:
    name = cursor.qualified_name()
    _read_wait(cursor)
    cursor.expect_words("TO")
    new = cursor.qualified_name()
    actions: list[syntax.AlterAction] = []
    if new.schema is not None and new.schema != name.schema:
        actions.append(syntax.SetSchema(new.schema, span=new.span))
    actions.append(syntax.RenameTable(new.last, span=new.span))
    return syntax.AlterTable(name, tuple(actions), span=cursor.excerpt.whole())


def read_use(cursor: Cursor) -> syntax.SetSearchPath:
    """Read USE: names without a database are looked up in this one from here on."""
    cursor.expect_words("USE")
    name = cursor.name()
    return syntax.SetSearchPath("USE", (name,), local=False, span=cursor.excerpt.whole())


# -- kept as text --------------------------------------------------------------


def _rest(cursor: Cursor) -> Iterator[str]:
    while cursor.token is not None and cursor.text() != ";":
        yield cursor.text()
        cursor.position += 1


def other(cursor: Cursor, keyword: str) -> syntax.OtherDdl:
    """Return the statement as one whose effect is not modelled."""
    cursor.position = len(cursor.tokens)
    return syntax.OtherDdl(keyword, cursor.statement(), span=cursor.excerpt.whole())


def known(cursor: Cursor, keyword: str) -> syntax.KnownDdl:
    """Return the statement as one that is kept as text, and that queries need not know of."""
    cursor.position = len(cursor.tokens)
    return syntax.KnownDdl(keyword, cursor.statement(), span=cursor.excerpt.whole())
