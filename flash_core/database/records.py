"""The table ``_flash_migrations``: what has been applied to the database that holds it.

Tables that earlier versions of Flash made have fewer columns: they are read as they are, and get
the others when something is written.

Depends on: connection, history, engine, errors, values.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine
from flash_core.errors import MigrationError, ProgrammingError
from flash_core.values import Sql

from .history import Record, order

if TYPE_CHECKING:
    from .connection import Connection
    from .history import Migration

TABLE: Final = "_flash_migrations"
_STEPS: Final = "_flash_migration_steps"  # where earlier versions noted what was half done
_FIRST: Final = ("id", "name", "checksum", "applied_at", "duration_ms")
_LATER: Final = (
    "down_checksum",
    "started_at",
    "statements",
    "done",
    "state",
    "direction",
    "version",
    "digest",
    "fingerprint",
    "problem",
)
_NAMES: Final = tuple(field.name for field in fields(Record))
_DEFAULTS: Final = {"statements": "0", "done": "0", "state": "'applied'", "direction": "'up'"}
_NUMBERS: Final = frozenset({"duration_ms", "statements", "done"})
_PROBLEM: Final = 1000  # characters that are kept of an error

_COLUMNS_OF: Final = {
    # Reading a catalog table makes the session notice what others have committed meanwhile;
    # to_regclass alone may answer from a cache that is older than the lock.
    Engine.POSTGRESQL: "SELECT attname::text FROM pg_attribute JOIN pg_class c ON c.oid = attrelid"
    " WHERE attrelid = to_regclass('{table}') AND attnum > 0 AND NOT attisdropped",
    Engine.SQLITE: "SELECT name FROM pragma_table_info('{table}')",
    Engine.MYSQL: "SELECT column_name FROM information_schema.columns"
    " WHERE table_schema = DATABASE() AND table_name = '{table}'",
}
_SCHEMA: Final = (
    "SELECT quote_ident(n.nspname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE c.oid = to_regclass('_flash_migrations')"
)


@dataclass(frozen=True, slots=True)
class Records:
    """The history of one database, over one connection.

    Attributes:
        session: Where it is read and written.
        prefix: What stands before the table's name, so that neither ``USE`` nor a search path
            changes its meaning.
    """

    session: Connection
    prefix: str = ""

    async def read(self) -> list[Record]:
        """Return what stands there, oldest first.  Changes nothing; makes no table.

        Raises:
            MigrationError: There is a table of that name which is not ours.
        """
        present = await _columns(self.session, TABLE)
        if not present:
            return []
        chosen = ", ".join(
            name if name in present else f"{_default(name)} AS {name}" for name in _NAMES
        )
        query = f"SELECT {chosen} FROM {self.prefix}{TABLE}"  # noqa: S608 - our own names
        try:
            rows = await self.session.fetch(Sql[tuple[object, ...]](query))
        except ProgrammingError as error:
            raise _stranger() from error
        records = [Record(*row) for row in rows]  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] - each column has its field's type
        return sorted(records, key=lambda record: order(record.id))

    async def write(self, record: Record) -> None:
        """Write a row, whether there is one of that migration or not."""
        await self.remove(record.id)
        names = ", ".join(_NAMES)
        values = [getattr(record, name) for name in _NAMES]
        marks = ", ".join(self._mark(number) for number in range(1, len(values) + 1))
        sql = f"INSERT INTO {self.prefix}{TABLE} ({names}) VALUES ({marks})"  # noqa: S608 - as above
        await self.session.execute(sql, *values)

    async def remove(self, identifier: str) -> None:
        """Remove the row of a migration."""
        sql = f"DELETE FROM {self.prefix}{TABLE} WHERE id = {self._mark(1)}"  # noqa: S608 - as above
        await self.session.execute(sql, identifier)

    async def remove_all(self, migration: Migration) -> None:
        """Remove the row of a migration, and those of what it stands for."""
        for identifier in (migration.id, *(each.id for each in migration.squashes)):
            await self.remove(identifier)

    async def change(self, identifier: str, **values: object) -> None:
        """Change columns of the row of a migration."""
        if isinstance(values.get("problem"), str):
            values["problem"] = str(values["problem"])[:_PROBLEM]
        sets = ", ".join(f"{name} = {self._mark(n)}" for n, name in enumerate(values, 1))
        where = self._mark(len(values) + 1)
        sql = f"UPDATE {self.prefix}{TABLE} SET {sets} WHERE id = {where}"  # noqa: S608 - as above
        await self.session.execute(sql, *values.values(), identifier)

    def _mark(self, number: int) -> str:
        """Return how the engine writes a parameter."""
        engine = self.session.engine
        if engine.family is Engine.MYSQL:
            return "%s"
        return f"${number}" if engine is Engine.POSTGRESQL else f"?{number}"


async def prepared(session: Connection) -> Records:
    """Return the history; make its table, or add to it what earlier versions had not.

    Raises:
        MigrationError: There is a table of that name which is not ours.
    """
    present = await _columns(session, TABLE)
    family = session.engine.family
    if not present:
        columns = ",\n    ".join(f"{name} {_type(name, family)}" for name in (*_FIRST, *_LATER))
        options = " ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"
        await session.execute(
            f"CREATE TABLE {TABLE} (\n    {columns}\n){options if family is Engine.MYSQL else ''}"
        )
    missing = [name for name in _LATER if name not in present] if present else []
    for name in missing:
        await session.execute(f"ALTER TABLE {TABLE} ADD COLUMN {name} {_type(name, family)}")
    records = Records(session, await _prefix(session))
    if missing and family is Engine.MYSQL:
        await _take_over_steps(records)
    return records


async def _columns(session: Connection, table: str) -> set[str]:
    query = _COLUMNS_OF[session.engine.family].format(table=table)
    found = {name.lower() for (name,) in await session.fetch(Sql[tuple[str]](query))}
    if found and table == TABLE and not found.issuperset(_FIRST):
        raise _stranger()
    return found


def _stranger() -> MigrationError:
    return MigrationError(
        f"the table {TABLE} was not made by this version of Flash: rename or drop it, then run the "
        'command again, or "flash baseline" where its migrations are applied'
    )


def _type(name: str, family: Engine) -> str:
    if name in _NUMBERS:
        kind = "BIGINT"
    elif family is Engine.MYSQL:
        kind = f"VARCHAR({_PROBLEM if name == 'problem' else 255})"
    else:
        kind = "TEXT"
    if name == "id":
        return f"{kind} NOT NULL PRIMARY KEY"
    return f"{kind} NOT NULL" + ("" if name in _FIRST else f" DEFAULT {_default(name)}")


def _default(name: str) -> str:
    return _DEFAULTS.get(name, "''")


async def _prefix(session: Connection) -> str:
    """Return what says where the table is, whatever a migration does to the session."""
    if session.engine.family is Engine.MYSQL:
        home = await current_database(session)  # unasync finds no await in an f-string of 3.11
        return f"{quoted(home)}."
    if session.engine is not Engine.POSTGRESQL:
        return "main."
    schema = await session.fetchval(Sql[tuple[str]](_SCHEMA))
    return "" if schema is None else f"{schema}."


async def current_database(session: Connection) -> str:
    """Return the name of the database of MySQL that unqualified names belong to."""
    return await session.fetchval(Sql[tuple[str]]("SELECT DATABASE()")) or ""


def quoted(database: str) -> str:
    """Return the name of a database of MySQL as SQL writes it."""
    return "`" + database.replace("`", "``") + "`"


async def _take_over_steps(records: Records) -> None:
    """Take what earlier versions noted of half-done migrations into the history."""
    session = records.session
    if not await _columns(session, _STEPS):
        return
    query = f"SELECT id, done, total, digest, started_at FROM {_STEPS} WHERE done > 0"  # noqa: S608 - our own name
    for identifier, done, total, digest, started in await session.fetch(
        Sql[tuple[str, int, int, str, str]](query)
    ):
        name = identifier.partition("_")[2]
        await records.write(
            Record(
                *(identifier, name, "", ""),
                started_at=started,
                statements=total,
                done=done,
                state="failed",
                digest=digest,
            )
        )
    await session.execute(f"DROP TABLE {_STEPS}")
