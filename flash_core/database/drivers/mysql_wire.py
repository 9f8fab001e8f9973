"""What the drivers of MySQL and MariaDB spell each its own way.

Their connections are alike but for a few names.

Depends on: mysql_options, _compat.
"""

from __future__ import annotations

import abc
from typing import TYPE_CHECKING, Any

from flash_core._dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import TypeAlias

    from flash_core._compat import Work

    from .mysql_options import Options

    # What is made of the rows of a statement.
    Build: TypeAlias = Callable[[Sequence[Any]], Iterable[Any]]


@dataclass(frozen=True, slots=True)
class Result:
    """What a statement gave.

    Attributes:
        count: Rows it returned, or affected.
        rows: ``None`` when it is of a kind that returns none.
        insert_id: The AUTO_INCREMENT value of the first row it inserted; 0 when there is none.
        built: What was built of its rows while they arrived; ``None`` when none were.
    """

    count: int
    rows: tuple[Any, ...] | None
    insert_id: int
    built: Built | None = None


@dataclass(slots=True)
class Built:
    """What was built of rows while they arrived.

    Attributes:
        objects: One for each row.
        failure: What building one raised; the rows after it were read and thrown away.
    """

    objects: list[Any]
    failure: Exception | None = None


class Wire(abc.ABC):
    """What a driver spells its own way.  Its connections are ``Any``: two drivers have no types.

    Args:
        error: The base of what the driver raises.
        decoders: From a column's type to the function that reads it, as the driver has them.
        prefix: What the names of the connection's attributes begin with.
    """

    def __init__(
        self, error: type[Exception], decoders: Mapping[Any, object], prefix: str = ""
    ) -> None:
        self.error = error
        # What an argument or a value of the server can cause, the drivers do not wrap.
        self.failures = (error, OSError, ValueError, RuntimeError)
        self.decoders = {key: value for key, value in decoders.items() if isinstance(key, int)}
        self.decoders_name = f"{prefix}decoders"
        self.unicode_name = f"{prefix}use_unicode"
        self.encoding_name = f"{prefix}encoding"

    @abc.abstractmethod
    async def open(self, options: Options) -> Any:
        """Connect."""

    @abc.abstractmethod
    def is_open(self, connection: Any) -> bool:
        """Tell whether the connection can still be used."""

    def is_quiet(self, connection: Any) -> bool:
        """Tell whether the server has neither gone nor said anything since it was last asked."""
        del connection
        return True  # the event loop tells the driver what arrives

    def building(self, build: Build, query: str) -> Work[Any, Built | None] | None:
        """Return what builds the rows of a statement while they arrive.

        Args:
            build: What builds them.
            query: The statement.

        Returns:
            Given the driver's result, its rows not yet read, it reads them; its result is None for
            a statement of a kind that returns none.  None when they are to be read first.
        """
        del build, query
        return None  # next to how long most drivers take to read a row, building it costs nothing

    @abc.abstractmethod
    def drop(self, connection: Any) -> None:
        """Close the connection at once, without a word to the server."""

    @abc.abstractmethod
    async def close(self, connection: Any) -> None:
        """Close the connection; it may be closed already."""
