"""Building rows: instances of a dataclass out of the tuples that a driver fetches.

Generated code makes one builder for each query that returns a list.  Where the extension
``_rows`` was compiled, it writes the fields of the objects directly, for little more than the
driver's tuple cost; where it was not (``pip`` found no C compiler), the builder calls the class
for each row as a hand-written comprehension would.  Both build the same.

Depends on: codecs.
"""

from __future__ import annotations

from dataclasses import fields
from itertools import starmap
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from .codecs import QUICK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from _typeshed import DataclassInstance

    Decoder: TypeAlias = Callable[..., object] | None

T = TypeVar("T", bound="DataclassInstance")


def calling(
    row: type[T],
    names: tuple[str, ...],
    decoders: tuple[Decoder, ...],
    quick: tuple[Decoder, ...],
) -> Callable[[Iterable[Sequence[object]]], list[T]]:
    """Return what calls a class for each row.

    Args:
        row: The class.
        names: Of its fields.
        decoders: For each field in order; ``None``: the driver's value is right.
        quick: What the extension tries first; written out here, both would take longer.
    """
    del quick
    if not any(decoders):
        return lambda rows: list(starmap(row, rows))
    # Written out and evaluated, as dataclasses write their __init__: going through the decoders
    # of each row takes half as long again.  The text holds numbers only, and no name of the user.
    places = range(len(names))
    values = ", ".join(_decoded(place, decoders[place]) for place in places)
    unpacked = ", ".join(f"v{place}" for place in places)
    known = {f"d{place}": decoder for place, decoder in enumerate(decoders)}
    text = f"lambda rows: [row({values}) for {unpacked}, in rows]"
    build: Callable[[Iterable[Sequence[object]]], list[T]] = eval(text, {"row": row, **known})  # noqa: S307 - as above
    return build


def _decoded(place: int, decoder: Decoder) -> str:
    """Return how the value at a place of a row is written."""
    if decoder is None:
        return f"v{place}"
    value = f"v{place} != 0" if decoder is bool else f"d{place}(v{place})"
    return f"None if v{place} is None else {value}"


if TYPE_CHECKING:
    from ._rows import RowBuilder
else:
    try:
        from ._rows import RowBuilder
    except ImportError:
        RowBuilder = calling


def row_builder(
    row: type[T], /, **decoders: Callable[..., object]
) -> Callable[[Iterable[Sequence[object]]], list[T]]:
    """Return what builds a list of rows.

    Args:
        row: A dataclass with slots, without ``__post_init__`` and with all fields in ``__init__``.
        decoders: By the names of fields, what makes the value of the driver's; a field without
            one takes that as it is.  NULL (``None``) stays what it is.  ``bool`` stands for "is
            not zero", which is what engines without booleans mean.

    Returns:
        A function from the driver's rows, each with a value for every field, to the instances.

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
