"""Drivers that Flash does not run on, and what to use in the place of each.

Neither asynchronous nor synchronous; both runtimes share it.

Depends on: nothing.
"""

from __future__ import annotations

from typing import Final

_INSTEAD: Final = {
    "psycopg2": (
        "psycopg 3: pip install 'psycopg[binary]'; Django takes it where it is installed, "
        "SQLAlchemy as postgresql+psycopg://"
    ),
    "MySQLdb": (
        "PyMySQL: pip install pymysql; Django takes it after pymysql.install_as_MySQLdb() in the "
        "settings, SQLAlchemy as mysql+pymysql://"
    ),
    "mysql": "PyMySQL or aiomysql; SQLAlchemy takes them as mysql+pymysql:// and mysql+aiomysql://",
    "mariadb": "PyMySQL or aiomysql; SQLAlchemy takes them as mysql+pymysql:// and mysql+aiomysql://",
    "pg8000": "psycopg; SQLAlchemy takes it as postgresql+psycopg://",
    "aiopg": "psycopg or asyncpg; SQLAlchemy takes them as postgresql+psycopg:// and +asyncpg://",
    "apsw": "sqlite3 of the standard library",
}


def instead_of(thing: object) -> str | None:
    """Return what to use in the place of the driver that a connection or pool is of.

    Args:
        thing: Any object.

    Returns:
        What to do, or ``None`` when it is of none of the drivers that are known by name.
    """
    packages = (cls.__module__.partition(".")[0] for cls in type(thing).__mro__)
    return next((_INSTEAD[name] for name in packages if name in _INSTEAD), None)
