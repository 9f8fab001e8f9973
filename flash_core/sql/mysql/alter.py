"""The clauses of ALTER TABLE.

Depends on: engine, syntax, columns, constraints, cursor, tables, types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.sql.lexer import TokenKind

from .columns import read_column, read_default
from .constraints import at_element, read_element
from .tables import read_options, read_partitions
from .types import read_charset_name, read_collation_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flash_core.sql.syntax import AlterAction, Name

    from .cursor import Cursor

_PARTITIONS: Final = frozenset(
    {"ANALYZE", "CHECK", "COALESCE", "DISCARD", "EXCHANGE", "IMPORT", "OPTIMIZE", "PARTITION"}
    | {"REBUILD", "REMOVE", "REORGANIZE", "REPAIR", "TRUNCATE"}
)
_STORAGE: Final = frozenset({"FORCE", "DISABLE", "ENABLE", "DISCARD", "IMPORT"})


def read_algorithm(cursor: Cursor) -> bool:
    """Read ALGORITHM, LOCK and WAIT, which say how and not what; tell whether one was there."""
    found = False
    while True:
        if cursor.accept_any("ALGORITHM"):
            cursor.accept("=")
            cursor.expect_any("DEFAULT", "INPLACE", "COPY", "INSTANT", "NOCOPY")
        elif cursor.accept_any("LOCK"):
            cursor.accept("=")
            cursor.expect_any("DEFAULT", "NONE", "SHARED", "EXCLUSIVE")
        elif cursor.word() in {"WITH", "WITHOUT"} and cursor.word(1) == "VALIDATION":
            cursor.position += 2
        elif cursor.accept_any("NOWAIT"):
            pass
        elif cursor.word() == "WAIT" and cursor.text(1).isdecimal():
            cursor.position += 2
        else:
            return found
        found = True


def read_actions(cursor: Cursor, table: Name) -> tuple[AlterAction, ...]:
    """Read all clauses."""
    actions: list[AlterAction] = []
    while cursor.token is not None and cursor.text() != ";":
        if not read_algorithm(cursor):
            actions += _read_action(cursor, table)
        comma = cursor.accept(",")
        if not comma and cursor.word() not in {"PARTITION", "REMOVE"}:
            break
        if comma and not cursor.text():
            raise cursor.unexpected()
    actions.sort(key=_place)
    return tuple(actions)


def _place(action: AlterAction) -> int:
    """Return when a clause takes effect: options before the columns, a new name at last."""
    if isinstance(action, syntax.RenameTable | syntax.SetSchema):
        return 2
    return int(not isinstance(action, syntax.SetTableOptions) or action.convert)


def _read_action(cursor: Cursor, table: Name) -> Iterator[AlterAction]:
    start = cursor.position
    if cursor.word() in _PARTITIONS and cursor.word(1) in {"PARTITION", "PARTITIONING", "BY"}:
        yield _read_partitioning(cursor)
        return
    if cursor.word() in _STORAGE:
        yield _read_storage(cursor, start)
        return
    match cursor.word():
        case "ADD":
            yield from _read_add(cursor, table)
        case "MODIFY" | "CHANGE":
            yield _read_modify(cursor)
        case "DROP":
            yield from _read_drop(cursor)
        case "ALTER":
            yield _read_alter(cursor)
        case "RENAME":
            yield from _read_rename(cursor)
        case "CONVERT":
            yield _read_convert(cursor)
        case "ORDER":
            cursor.expect_words("ORDER", "BY")
            yield _read_storage(cursor, start)
        case _:
            yield _read_table_options(cursor, start)


def _read_partitioning(cursor: Cursor) -> AlterAction:
    start = cursor.position
    if cursor.word(1) == "PARTITION":
        return _read_partitions(cursor, start)
    partitions = read_partitions(cursor)
    if not partitions:
        cursor.expect_words("REMOVE", "PARTITIONING")
    return syntax.SetTableOptions(partitions=partitions, span=cursor.since(start))


def _read_storage(cursor: Cursor, start: int) -> syntax.NoAction:
    """Read what is about rows or files alone, up to the next clause."""
    while cursor.token is not None and cursor.text() not in {";", ","}:
        opening = cursor.text() == "("
        cursor.position = (cursor.tokens.close(cursor.position) if opening else cursor.position) + 1
    return syntax.NoAction(span=cursor.since(start))


def _read_partitions(cursor: Cursor, start: int) -> syntax.AlterPartitions:
    """Read the clause that changes partitions: no other stands beside it."""
    while cursor.token is not None and cursor.text() != ";":
        opening = cursor.text() == "("
        cursor.position = (cursor.tokens.close(cursor.position) if opening else cursor.position) + 1
    text = cursor.tokens.slice(start, cursor.position)
    return syntax.AlterPartitions(text, span=cursor.since(start))


def _read_table_options(cursor: Cursor, start: int) -> AlterAction:
    options = read_options(cursor)
    if cursor.position == start:
        raise cursor.unexpected()
    return syntax.SetTableOptions(
        options.charset,
        options.collation,
        options.comment,
        options.tail,
        span=cursor.since(start),
    )


# -- ADD -----------------------------------------------------------------------


def _read_add(cursor: Cursor, table: Name) -> Iterator[AlterAction]:
    start = cursor.position
    cursor.expect_words("ADD")
    if cursor.accept_words("SYSTEM", "VERSIONING"):
        yield syntax.SetTableOptions(tail="WITH SYSTEM VERSIONING", span=cursor.since(start))
        return
    if cursor.word() == "PARTITION":
        yield _read_partitions(cursor, start)
        return
    if at_element(cursor):
        optional = cursor.at_words("CONSTRAINT", "IF", "NOT", "EXISTS")
        element = read_element(cursor, table)
        if isinstance(element, syntax.CreateIndex):
            yield syntax.AddIndex(element, span=element.span)
        else:
            yield syntax.AddConstraint(element, optional, span=element.span)
        return
    cursor.accept_words("COLUMN")
    if_not_exists = cursor.accept_words("IF", "NOT", "EXISTS")
    if not cursor.accept("("):
        definition = read_column(cursor)
        after = _read_place(cursor)
        yield syntax.AddColumn(definition, if_not_exists, after, span=definition.span)
        return
    while True:
        if at_element(cursor):
            element = read_element(cursor, table)
            if isinstance(element, syntax.CreateIndex):
                yield syntax.AddIndex(element, span=element.span)
            else:
                yield syntax.AddConstraint(element, span=element.span)
        else:
            definition = read_column(cursor)
            yield syntax.AddColumn(definition, if_not_exists, span=definition.span)
        if not cursor.accept(","):
            break
    cursor.expect(")")


def _read_place(cursor: Cursor) -> str | None:
    """Read FIRST, which is the empty name, or AFTER a column."""
    if cursor.accept_any("FIRST"):
        return ""
    return cursor.name() if cursor.accept_any("AFTER") else None


def _read_modify(cursor: Cursor) -> syntax.ModifyColumn:
    changes = cursor.expect_any("MODIFY", "CHANGE") == "CHANGE"
    cursor.accept_words("COLUMN")
    if_exists = cursor.accept_words("IF", "EXISTS")
    start = cursor.position
    name = cursor.name()
    span = cursor.since(start)
    if not changes:
        cursor.position = start
    definition = read_column(cursor)
    return syntax.ModifyColumn(name, definition, if_exists, _read_place(cursor), span=span)


# -- DROP ----------------------------------------------------------------------


def _read_drop(cursor: Cursor) -> Iterator[AlterAction]:
    first = cursor.position
    cursor.expect_words("DROP")
    if cursor.accept_words("SYSTEM", "VERSIONING"):
        yield syntax.SetTableOptions(tail="WITHOUT SYSTEM VERSIONING", span=cursor.since(first))
        return
    if cursor.accept_words("PERIOD"):
        yield _read_drop_period(cursor, first)
        return
    if cursor.word() == "PARTITION":
        yield _read_partitions(cursor, first)
        return
    if cursor.accept_words("PRIMARY", "KEY"):
        yield syntax.DropIndex(None, span=cursor.since(first))
        return
    kind = "COLUMN"
    if cursor.accept_words("FOREIGN", "KEY"):
        kind = "FOREIGN"
    elif word := cursor.accept_any("INDEX", "KEY", "CONSTRAINT", "CHECK", "COLUMN"):
        kind = word
    if_exists = cursor.accept_words("IF", "EXISTS")
    start = cursor.position
    name = cursor.name()
    span = cursor.since(start)
    cursor.accept_any("RESTRICT", "CASCADE")
    match kind:
        case "COLUMN":
            yield syntax.DropColumn(name, if_exists, span=span)
        case "FOREIGN":
            yield syntax.DropForeignKey(name, if_exists, span=span)
        case "INDEX" | "KEY":
            primary = name.upper() == "PRIMARY"
            yield syntax.DropIndex(None if primary else name, if_exists, span=span)
        case _:
            yield syntax.DropConstraint(name, if_exists, span=span)


def _read_drop_period(cursor: Cursor, first: int) -> syntax.DropConstraint:
    if_exists = cursor.accept_words("IF", "EXISTS")
    cursor.expect_words("FOR")
    return syntax.DropConstraint(f"PERIOD FOR {cursor.name()}", if_exists, span=cursor.since(first))


# -- ALTER, RENAME, CONVERT ------------------------------------------------------


def _read_alter(cursor: Cursor) -> AlterAction:
    first = cursor.position
    cursor.expect_words("ALTER")
    if cursor.word() in {"INDEX", "KEY"}:
        return _read_hiding(cursor)
    if cursor.word() in {"CHECK", "CONSTRAINT"}:
        return _read_storage(cursor, first)  # enforced: not what a query sees
    cursor.accept_words("COLUMN")
    cursor.accept_words("IF", "EXISTS")
    start = cursor.position
    name = cursor.name()
    span = cursor.since(start)
    if cursor.accept_words("DROP", "DEFAULT"):
        return syntax.AlterColumnDefault(name, None, span=span)
    cursor.expect_words("SET")
    if word := cursor.accept_any("VISIBLE", "INVISIBLE"):
        cursor.require(
            Engine.MYSQL,
            f"ALTER COLUMN … SET {word}",
            first,
            hint="write MODIFY COLUMN with the whole definition",
        )
        return syntax.SetVisible(name, word == "VISIBLE", span=span)
    cursor.expect_words("DEFAULT")
    return syntax.AlterColumnDefault(name, read_default(cursor), span=span)


def _read_hiding(cursor: Cursor) -> syntax.HideIndex:
    cursor.position += 1
    cursor.accept_words("IF", "EXISTS")
    start = cursor.position
    name = cursor.name()
    span = cursor.since(start)
    if cursor.accept_words("NOT", "IGNORED") or cursor.accept_word("VISIBLE"):
        return syntax.HideIndex(name, "", span=span)
    word = cursor.expect_any("IGNORED", "INVISIBLE")
    if word == "INVISIBLE":
        place = cursor.position - 1
        cursor.require(Engine.MYSQL, "INVISIBLE of an index", place, "write IGNORED")
    return syntax.HideIndex(name, word, span=span)


def _read_rename(cursor: Cursor) -> Iterator[AlterAction]:
    cursor.expect_words("RENAME")
    word = cursor.accept_any("COLUMN", "INDEX", "KEY")
    if word is None:
        if not cursor.accept_any("TO", "AS"):
            cursor.accept("=")
        name = cursor.qualified_name()
        if name.schema is not None:
            yield syntax.SetSchema(name.schema, span=name.span)
        yield syntax.RenameTable(name.last, span=name.span)
        return
    cursor.accept_words("IF", "EXISTS")
    start = cursor.position
    old = cursor.name()
    span = cursor.since(start)
    cursor.expect_words("TO")
    new = cursor.name()
    if word == "COLUMN":
        yield syntax.RenameColumn(old, new, span=span)
    else:
        yield syntax.RenameIndex(old, new, span=span)


def _read_convert(cursor: Cursor) -> syntax.SetTableOptions | syntax.ConvertPartition:
    start = cursor.position
    cursor.expect_words("CONVERT")
    if cursor.word() in {"PARTITION", "TABLE"}:
        return _read_partition_converted(cursor, start)
    cursor.expect_words("TO")
    if not cursor.accept_any("CHARSET"):
        cursor.expect_any("CHARACTER", "CHAR")
        cursor.expect_words("SET")
    charset = "default"
    if not cursor.accept_words("DEFAULT"):
        if cursor.kind() not in {TokenKind.WORD, TokenKind.STRING, TokenKind.QUOTED}:
            raise cursor.unexpected()
        charset = read_charset_name(cursor)
    collation = None
    if cursor.accept_words("COLLATE"):
        cursor.accept("=")
        collation = read_collation_name(cursor, charset)
    return syntax.SetTableOptions(charset, collation, convert=True, span=cursor.since(start))


def _read_partition_converted(cursor: Cursor, start: int) -> syntax.ConvertPartition:
    cursor.require(Engine.MARIADB, f"CONVERT {cursor.word()}", start)
    if cursor.accept_words("TABLE"):
        table = cursor.qualified_name()
        cursor.expect_words("TO")
        text = f"ADD PARTITION ({_read_partitions(cursor, cursor.position).text})"
        return syntax.ConvertPartition(text, table, comes=False, span=cursor.since(start))
    place = cursor.position
    cursor.expect_words("PARTITION")
    cursor.name()
    text = f"DROP {cursor.tokens.slice(place, cursor.position)}"
    cursor.expect_words("TO", "TABLE")
    table = cursor.qualified_name()
    return syntax.ConvertPartition(text, table, comes=True, span=cursor.since(start))
