"""A MariaDB session on a database that is emptied after each example.

Depends on: claims, flash_sync (the adapter under test), the tests' reader of metadata.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, TypeAlias

import pymysql
from pymysql.constants import ER

import flash_sync
from flash_core.codegen.pytypes_mysql import named
from flash_core.codegen.sending import sending
from flash_core.engine import Engine
from flash_core.errors import DatabaseError
from flash_core.types.model import TypeKind
from flash_core.values import Sql
from tests.analysis.mysql_metadata import prepare

from .claims import Description, Refusal, Result

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from typing import Any

    from flash_core.analysis.model import Query
    from flash_core.catalog.model import Catalog
    from flash_core.types.model import SqlType

    from .annotations import Annotations
    from .expressions import Argument

    Connection: TypeAlias = pymysql.Connection[Any]  # whatever its cursors return

_PARAMETER: Final = re.compile(r":p\d+")
_NULLS: Final = frozenset({"null", "unknown"})
_OF_NAMES: Final = frozenset({ER.BAD_FIELD_ERROR, ER.NON_UNIQ_ERROR, ER.WRONG_GROUP_FIELD})
# What travels as text, whatever its type.
_TEXTS: Final = frozenset({"json", "uuid", "inet4", "inet6"})


class MariadbServer:
    """A session on a database of its own.

    Args:
        connection: It must be in autocommit mode.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._prepare()

    def _prepare(self) -> None:
        self._adapter = flash_sync.wrap(self._connection)
        self._execute("SET max_statement_time = 2, foreign_key_checks = 0")

    def _execute(self, sql: str) -> None:
        with self._connection.cursor() as cursor:
            cursor.execute(sql)

    @contextmanager
    def undone(self) -> Generator[None]:
        """Leave the database empty, since no transaction undoes CREATE."""
        try:
            yield
        finally:
            self._execute("ROLLBACK")
            with self._connection.cursor() as cursor:
                cursor.execute("SHOW FULL TABLES")
                found = [(str(name), str(kind)) for name, kind in cursor.fetchall()]
            for name, kind in found:
                self._execute(f"DROP {'VIEW' if kind == 'VIEW' else 'TABLE'} {name}")

    def keep(self, sql: str) -> Refusal | None:
        """Run a statement, unless it is refused."""
        try:
            self._execute(sql)
        except pymysql.MySQLError as error:
            return _refusal(error)
        return None

    def describe(self, sql: str) -> Description | Refusal:
        """Prepare a statement; only one without parameters has types that do not depend on them."""
        try:
            found = prepare(self._connection, _PARAMETER.sub("?", sql))
        except pymysql.MySQLError as error:
            return _refusal(error)
        if not found.columns:  # nor is anything said of what RETURNING returns
            return self._unprepared(sql) or Description()
        names = tuple(column.name for column in found.columns)
        if found.parameters:
            return Description(names=names)
        return Description((), tuple(_annotated(column.type) for column in found.columns), names)

    def _unprepared(self, sql: str) -> Refusal | None:
        """Return what is wrong with names below SET and WHERE, which preparing leaves unread."""
        if not sql.startswith(("UPDATE", "DELETE")):
            return None
        try:
            self._execute("EXPLAIN " + _PARAMETER.sub("NULL", sql))
        except pymysql.MySQLError as error:
            return _refusal(error) if error.args[0] in _OF_NAMES else None
        return None

    def claimed(self, query: Query, catalog: Catalog) -> Description:
        """Return what the compiler says of a query, as far as the server tells."""
        del catalog
        names = tuple(column.name for column in query.columns)
        if any(column.type.name in _NULLS for column in query.columns):
            return Description((), None, names)
        return Description((), tuple(_sent(column.type) for column in query.columns), names)

    def run(
        self, query: Query, arguments: Sequence[Argument], annotations: Annotations
    ) -> Result | Refusal:
        """Run a query and undo what it did."""
        values = {
            each.number: annotations.argument(each, arguments[int(each.name[1:]) - 1])
            for each in query.parameters
        }
        types = {each.number: annotations.type_of(each.type) for each in query.parameters}
        names = {each.number: each.name for each in query.parameters}
        sent = sending(query, Engine.MARIADB, types, names)
        self._execute("START TRANSACTION")
        try:
            sql = Sql[tuple[object, ...]](sent.text)
            rows = self._adapter.fetch(sql, *(values[number] for number in sent.arguments))
        except DatabaseError as error:
            return Refusal(str(error.sqlstate), str(error))
        finally:
            if not self._connection.open:  # as after JSON with bytes in it that are no text
                self._connection.connect()
                self._prepare()
            self._execute("ROLLBACK")
        places = range(len(query.columns))
        nulls = tuple(sum(row[place] is None for row in rows) for place in places)
        return Result(len(rows), nulls, rows)


def _sent(type_: SqlType) -> str:
    if type_.name == "json":  # made of bytes it is bytes, which are read just as well
        return "str | bytes"
    return "str" if type_.kind is TypeKind.ENUM else _annotated(type_.name)


def _annotated(name: str) -> str:
    """Return the name of the Python type of a SQL type, as far as the server tells it."""
    found = None if name in _TEXTS else named(name)
    return "str" if found is None else found.annotation.symbol.name


def _refusal(error: pymysql.MySQLError) -> Refusal:
    return Refusal(str(error.args[0]), str(error.args[-1]))
