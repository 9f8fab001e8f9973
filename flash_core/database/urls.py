"""From a URL to a database.

Depends on: database, drivers.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine
from flash_core.errors import ConfigError

from .drivers import DRIVERS

if TYPE_CHECKING:
    from .database import Database
    from .drivers import Driver

_ENGINES: Final = {
    "postgres": Engine.POSTGRESQL,
    "postgresql": Engine.POSTGRESQL,
    "sqlite": Engine.SQLITE,
    "mysql": Engine.MYSQL,
    "mariadb": Engine.MARIADB,
}
_EXAMPLES: Final = (
    "postgresql://user:password@localhost:5432/name, mysql://user:password@localhost:3306/name "
    "or sqlite://./data.db"
)


def connect(
    url: str,
    *,
    min_size: int = 1,
    max_size: int = 10,
    timeout: float = 10.0,
    max_lifetime: float = 3600.0,
    readers: int = 0,
    inline: bool | None = None,
) -> Database:
    """Return the database at ``url``, not yet open.

    Enter it, or call ``open()`` and later ``close()``.

    Args:
        url: ``postgresql://…`` (also ``postgres://``), ``mysql://…``, ``mariadb://…``,
            ``sqlite://./data.db``, ``sqlite:///absolute/data.db`` or ``sqlite://:memory:``.  A
            driver can be chosen: ``postgresql+psycopg://…``; without, the first installed one of
            the engine is used.
        min_size: Connections to keep open.
        max_size: Connections to open at most.
        timeout: Seconds to wait for a free connection (``PoolTimeout``), and for a server to
            accept one.
        max_lifetime: Seconds after which a connection is replaced by a new one, when nobody
            uses it.
        readers: Of a SQLite file: connections that only read, beside the one that all calls
            outside a transaction share, so that a long SELECT holds up nobody.  Several threads
            make short reads slower, not faster.  Temporary tables of the shared one do not hide
            a table from them, and settings by ``PRAGMA`` do not reach them.
        inline: Of a SQLite file: a row that is looked up by a key, outside a transaction, is read
            where the call is made, on a connection that only reads: several times quicker than in
            a thread, and nothing else runs meanwhile.  What SQLite does not call a look-up, takes
            many steps or must wait for a lock goes to the thread, and everything for a while once
            look-ups have taken long, as with a slow disk.  None: where calls go to a thread, which
            those of ``flash_sync`` do not.

    Raises:
        ConfigError: The URL is not understood, its driver is not installed, or there can be no
            readers.
    """
    if min_size < 0 or max_size < max(min_size, 1):
        message = (
            f"max_size is {max_size}; it must be at least 1 and at least min_size ({min_size})"
        )
        raise ConfigError(message)
    if readers < 0:
        message = f"readers is {readers}; it must be at least 0"
        raise ConfigError(message)
    scheme, separator, rest = url.strip().partition(":")
    engine_name, _, driver_name = scheme.lower().partition("+")
    engine = _ENGINES.get(engine_name)
    if not separator or engine is None:
        shown = f'"{scheme}:"' if separator else "it"
        message = f"not a database URL: {shown} names no engine; write {_EXAMPLES}"
        raise ConfigError(message)
    if engine is not Engine.SQLITE and (readers or inline):
        name = "readers" if readers else "inline"
        message = f"{engine} has a pool, and no readers beside it: leave {name} out"
        raise ConfigError(message)
    driver = _choose(engine, driver_name)
    module = import_module(driver.module)
    database: Database = module.connect(
        f"{engine}:{rest}",
        min_size=min_size,
        max_size=max_size,
        timeout=timeout,
        max_lifetime=max_lifetime,
        **({"readers": readers, "inline": inline} if engine is Engine.SQLITE else {}),
    )
    return database


def _choose(engine: Engine, name: str) -> Driver:
    drivers = [driver for driver in DRIVERS if driver.engine is engine.family]
    if name:
        drivers = [driver for driver in drivers if driver.name == name]
    if not drivers:
        known = ", ".join(
            f"{engine}+{each.name}" for each in DRIVERS if each.engine is engine.family
        )
        message = f"{engine} has no driver {name} here; write one of {known}"
        raise ConfigError(message)
    for driver in drivers:
        if all(find_spec(package) is not None for package in driver.needs):
            return driver
    message = f"no driver for {engine} is installed; run: pip install '{drivers[-1].install}'"
    raise ConfigError(message)
