# Generated from flash_core/database/joining.py by `nox -s unasync`: edit that file.
"""Joining what the user already holds: a driver's connection or pool, or a framework's.

Drivers are recognised by the names of an object's classes, so none is imported to look.

Depends on: connection, protocol, queries, drivers.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from flash_core.strangers import instead_of
from flash_sync._compat import OTHER_KIND, OTHER_PACKAGE

from .connection import Connection
from .drivers import ACCEPTED, DRIVERS, FOREIGN, FRAMEWORKS
from .queries import QueriesBase
from .watching import Watched, unwatched

if TYPE_CHECKING:
    from typing import TypeGuard

    from .protocol import Connectable, DatabaseConnection

_METHODS = ("execute", "fetch", "fetchrow", "fetchval", "transaction")


def wrap(thing: Connectable | QueriesBase) -> DatabaseConnection:
    """Return a connection for generated code over what the user holds.

    Outside a transaction every call commits by itself; a transaction that the user began is joined
    and never committed.  The user's object keeps its settings, and stays theirs to close.

    Args:
        thing: A driver's connection or pool, a framework's connection or session, what
            ``connect()`` gave, generated queries, or an object with the methods of
            ``DatabaseConnection``.

    Raises:
        TypeError: It is something else, or belongs to the other package.
    """
    if isinstance(thing, Connection):
        return thing
    if isinstance(thing, (QueriesBase, Watched)):
        return unwatched(thing.db if isinstance(thing, QueriesBase) else thing)
    names = {f"{cls.__module__}.{cls.__qualname__}" for cls in type(thing).__mro__}
    for driver in DRIVERS:
        for accepted, function in (
            (driver.connections, "wrap_connection"),
            (driver.pools, "wrap_pool"),
        ):
            if not accepted.isdisjoint(names):
                adapter: DatabaseConnection = getattr(import_module(driver.module), function)(thing)
                return adapter
    for framework in FRAMEWORKS:
        if not framework.classes.isdisjoint(names):
            held: DatabaseConnection = getattr(import_module(framework.module), framework.function)(
                thing
            )
            return held
    if not FOREIGN.isdisjoint(names):
        message = f"{_name(thing)} is {OTHER_KIND}: use {OTHER_PACKAGE} for it, or pass {ACCEPTED}"
        raise TypeError(message)
    if _meets_protocol(thing):
        return thing
    advice = instead_of(thing)
    wanted = f"pass {ACCEPTED}" if advice is None else f"use {advice}"
    message = f"cannot run queries on {_name(thing)}: {wanted}"
    raise TypeError(message)


def _meets_protocol(thing: object) -> TypeGuard[DatabaseConnection]:
    return all(callable(getattr(thing, method, None)) for method in _METHODS)


def _name(thing: object) -> str:
    if isinstance(thing, type):
        return f"the class {thing.__qualname__}"
    cls = type(thing)
    return (
        cls.__qualname__ if cls.__module__ == "builtins" else f"{cls.__module__}.{cls.__qualname__}"
    )
