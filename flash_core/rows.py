"""Building rows: instances of a dataclass out of the tuples that a driver fetches.

Generated code makes one builder for each query that returns rows of a class.  Where the extension
``_rows`` was compiled, it writes the fields of the objects directly, for little more than the
driver's tuple cost; where it was not (``pip`` found no C compiler), the builder calls the class
for each row as a hand-written comprehension would.  Both build the same.

Depends on: codecs.
"""

from __future__ import annotations

from dataclasses import fields
from itertools import starmap
from typing import TYPE_CHECKING, Final, Generic, TypeAlias, TypeVar, overload

from .codecs import QUICK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from _typeshed import DataclassInstance

    Decoder: TypeAlias = Callable[..., object] | None

T = TypeVar("T", bound="DataclassInstance")


class CallingBuilder(Generic[T]):
    """What calls a class for each row.

    Args:
        row: The class.
        names: Of its fields.
        decoders: For each field in order; ``None``: the driver's value is right.
        quick: What the extension tries first; written out here, both would take longer.
    """

    __slots__ = ("_all", "_one")

    def __init__(
        self,
        row: type[T],
        names: tuple[str, ...],
        decoders: tuple[Decoder, ...],
        quick: tuple[Decoder, ...],
    ) -> None:
        del names, quick
        self._one: Callable[..., T] = row
        self._all: Callable[[Iterable[Sequence[object]]], list[T]]
        self._all = lambda rows: list(starmap(row, rows))
        if any(decoders):
            self._write_out(row, decoders)

    def _write_out(self, row: type[T], decoders: tuple[Decoder, ...]) -> None:
        # As dataclasses write their __init__: going through the decoders of each row takes half as
        # long again.  The text holds numbers only, and no name of the user.
        values = ", ".join(_decoded(place, decoder) for place, decoder in enumerate(decoders))
        unpacked = ", ".join(f"v{place}" for place in range(len(decoders)))
        known = {f"d{place}": decoder for place, decoder in enumerate(decoders)}
        scope = {"row": row, **known}
        self._one = eval(f"lambda {unpacked}: row({values})", scope)  # noqa: S307 - as above
        self._all = eval(f"lambda rows: [row({values}) for {unpacked}, in rows]", scope)  # noqa: S307 - as above

    def __call__(self, rows: Iterable[Sequence[object]], /) -> list[T]:
        """Return the list of what is built of each row."""
        return self._all(rows)

    @overload
    def one(self, values: Sequence[object], /) -> T: ...

    @overload
    def one(self, values: Sequence[object] | None, /) -> T | None: ...

    def one(self, values: Sequence[object] | None, /) -> T | None:
        """Return what is built of one row; None of None."""
        return None if values is None else self._one(*values)


def _decoded(place: int, decoder: Decoder) -> str:
    """Return how the value at a place of a row is written."""
    if decoder is None:
        return f"v{place}"
    value = f"v{place} != 0" if decoder is bool else f"d{place}(v{place})"
    return f"None if v{place} is None else {value}"


def look_for_text(rows: Sequence[Sequence[object]], places: tuple[int, ...], /) -> bool:
    """Return whether a row has a text at one of the places.

    Args:
        rows: As a driver fetched them; of the extension, tuples.
        places: Where a text would stand for what Python has not, such as a date without a day.
    """
    # Every value of every row is looked at: this is the quickest way to do so.
    return any(str in {row[place].__class__ for row in rows} for place in places)


if TYPE_CHECKING:
    from ._rows import RowBuilder as RowBuilder  # noqa: PLC0414 - for others
    from ._rows import holds_text as holds_text  # noqa: PLC0414 - as above
else:
    try:
        from ._rows import RowBuilder, holds_text
    except ImportError:
        RowBuilder, holds_text = CallingBuilder, look_for_text

# Whether a builder has ``read_mysql(data, start, end, sequence, columns, rows)``.  It appends to
# ``rows`` what it builds of the packets in ``data[start:end]``, which begins with number
# ``sequence``, as far as they are whole rows that it can read, and returns ``start`` and
# ``sequence`` of what is left.  A column is a kind, the encoding of its texts (None: bytes) and
# what makes the value of them (None: they are it).
READS_MYSQL: Final = hasattr(RowBuilder, "read_mysql")
# The kinds of columns that it reads by itself, as _rows_mysql.c numbers them.
OTHER, INTEGER, FLOAT, DATE, DATETIME = range(5)


def row_builder(row: type[T], /, **decoders: Callable[..., object]) -> RowBuilder[T]:
    """Return what builds rows.

    Args:
        row: A dataclass with slots, without ``__post_init__`` and with all fields in ``__init__``.
        decoders: By the names of fields, what makes the value of the driver's; a field without
            one takes that as it is.  NULL (``None``) stays what it is.  ``bool`` stands for "is
            not zero", which is what engines without booleans mean.

    Returns:
        Called with the driver's rows, each with a value for every field, it returns the list of
        instances; its method ``one`` returns that of one row, and ``None`` where there is no row.

    Raises:
        TypeError: A decoder is for no field.
    """
    names = tuple(field.name for field in fields(row))
    unknown = sorted(decoders.keys() - set(names))
    if unknown:
        message = f"{row.__name__} has no field {unknown[0]}"
        raise TypeError(message)
    given = tuple(map(decoders.get, names))
    quick = tuple(None if decoder is None else QUICK.get(decoder) for decoder in given)
    return RowBuilder(row, names, given, quick)
