"""Where a database is not what its migrations make.

Depends on: config, database.history, database.trial, engine, cli.connection, cli.verification.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass
from flash_core.config import dev_url
from flash_core.database.history import State
from flash_core.database.introspect.live import dump
from flash_core.database.trial import CannotTryError, drift
from flash_core.engine import Engine

from .connection import with_database
from .verification import no_server, on_server

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.config import Config
    from flash_core.database.history import Migration, Status

_SOUND: Final = frozenset({State.APPLIED, State.PENDING})


@dataclass(frozen=True, slots=True)
class Drift:
    """What was found.

    Attributes:
        lines: A line for each difference; ``None`` when nobody looked.
        obstacle: Why nobody could, where that is worth saying.
    """

    lines: tuple[str, ...] | None = None
    obstacle: str = ""


def drift_of(
    config: Config, url: str, states: Sequence[Status], every: Sequence[Migration], *, wanted: bool
) -> Drift:
    """Run the applied migrations on a scratch database, and compare it with the live one.

    Args:
        config: The project.
        url: Of the live database.
        states: Of the migrations.
        every: The migrations.
        wanted: Somebody asked for it; without, it is done where it costs little: on SQLite, and
            where a server for scratch databases is named.
    """
    server = dev_url(config)
    applied = {each.id for each in states if each.state is State.APPLIED}
    if not applied or not (wanted or server or config.engine is Engine.SQLITE):
        return Drift()
    if any(each.state not in _SOUND for each in states):
        return Drift(obstacle="files and history disagree" if wanted else "")
    if server is None and (missing := no_server(config)) is not None:
        return Drift(obstacle=missing)
    live = with_database(url, dump)
    migrations = [each for each in every if each.id in applied]
    try:
        found = on_server(
            config.engine, server, lambda at: drift(live, migrations, config.engine, at)
        )
    except CannotTryError as error:
        return Drift(obstacle=str(error))
    return Drift(tuple(found))
