"""Types of PostgreSQL that Python shows as text, which asyncpg has in classes of its own.

Bits, geometry and ``"char"``: ``load_…`` turns what a driver delivers into the text that the server
would write, ``dump_…`` makes of a text what every driver takes.  psycopg delivers and takes texts.

Neither asynchronous nor synchronous; both runtimes share it.

Depends on: errors.
"""

from __future__ import annotations

import re
import sys
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from .errors import DataError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

__all__ = [
    "BoxText",
    "Char",
    "as_text",
    "dump_bits_text",
    "dump_box",
    "dump_char",
    "dump_circle",
    "dump_line",
    "dump_lseg",
    "dump_path",
    "dump_point",
    "dump_polygon",
    "load_text",
]

_NUMBER: Final = re.compile(
    r"[-+]?(?:(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|inf(?:inity)?|nan)", re.IGNORECASE
)
_SCIENTIFIC: Final = 1e15  # from here on the server writes an exponent, Python ten times later
_ASCII: Final = 0x80
_OF_LINE: Final = 3


class Char(bytes):
    """A value of ``"char"`` on its way to a driver."""

    __slots__ = ()


class BoxText(str):
    """A box on its way to psycopg, which puts semicolons between those of an array."""

    __slots__ = ()


def load_text(value: object) -> str:
    """Return the text of a value, whatever the driver made of it."""
    return value if isinstance(value, str) else as_text(value)


def as_text(value: object) -> str:
    """Return what the server writes for a value in one of asyncpg's classes.

    Raises:
        DataError: It is no such value.
    """
    if isinstance(value, bytes):
        return _char(value)
    given: Any = value
    match type(value).__name__:
        case "BitString":
            return str(given.as_string()).replace(" ", "")
        case "Point":
            return _point(given)
        case "LineSegment":
            return f"[{_points(given)}]"
        case "Box":
            return _points(given)
        case "Polygon":
            return f"({_points(given)})"
        case "Path":
            return f"({_points(given)})" if given.is_closed else f"[{_points(given)}]"
        case "Circle":
            return f"<{_point(given[0])},{_number(given[1])}>"
        case "Line":
            return f"{{{','.join(map(_number, given))}}}"
        case name:
            message = f"a value of {name} is no text of PostgreSQL's"
            raise DataError(message)


def _char(value: bytes) -> str:
    if value in (b"", b"\0"):
        return ""
    return value.decode() if value[0] < _ASCII else f"\\{value[0]:03o}"


def _points(points: Iterable[Sequence[float]]) -> str:
    return ",".join(map(_point, points))


def _point(point: Sequence[float]) -> str:
    return f"({_number(point[0])},{_number(point[1])})"


def _number(value: float) -> str:
    text = repr(value).removesuffix(".0")
    if text in {"nan", "inf", "-inf"}:
        return text.replace("nan", "NaN").replace("inf", "Infinity")
    if abs(value) >= _SCIENTIFIC and "e" not in text:
        return f"{Decimal(text).normalize():e}"
    return text


def dump_char(value: str) -> Char:
    """Return a value of ``"char"``, which is one byte: the server cuts what is longer."""
    if re.fullmatch(r"\\[0-3][0-7]{2}", value):
        return Char([int(value[1:], 8)])
    return Char(value.encode()[:1] or b"\0")


def dump_bits_text(value: str) -> object:
    """Return a value of ``bit`` or ``bit varying`` from ``101``, ``b101`` or ``x1F``.

    Raises:
        DataError: It is none of these.
    """
    types = sys.modules.get("asyncpg.types")
    if types is None:
        return value
    bits = value[1:] if value[:1] in {"b", "B"} else value
    try:
        if value[:1] in {"x", "X"}:
            bits = "".join(f"{int(digit, 16):04b}" for digit in value[1:])
        made: object = types.BitString(bits)
    except ValueError as exc:
        message = f"no bit string: {value!r}"
        raise DataError(message) from exc
    return made


def dump_point(value: str) -> object:
    """Return a point from ``(1,2)``."""
    return _made("Point", value, 2)


def dump_line(value: str) -> object:
    """Return a line from ``{A,B,C}``, or from two of its points."""
    return _made("Line", value, 4 if value.lstrip()[:1] in {"[", "("} else 3)


def dump_lseg(value: str) -> object:
    """Return a line segment from ``[(1,2),(3,4)]``."""
    return _made("LineSegment", value, 4)


def dump_box(value: str) -> object:
    """Return a box from ``(3,4),(1,2)``."""
    made = _made("Box", value, 4)
    return BoxText(made) if isinstance(made, str) else made


def dump_path(value: str) -> object:
    """Return a path from ``((1,2),(3,4))``, or from ``[(1,2),(3,4)]`` when it is open."""
    return _made("Path", value, None)


def dump_polygon(value: str) -> object:
    """Return a polygon from ``((1,2),(3,4))``."""
    return _made("Polygon", value, None)


def dump_circle(value: str) -> object:
    """Return a circle from ``<(1,2),3>``."""
    return _made("Circle", value, 3)


def _made(name: str, text: str, count: int | None) -> object:
    """Return a value of asyncpg's class where asyncpg is loaded, else the text.

    Args:
        name: Of the class.
        text: As the server reads it.
        count: How many numbers are in it; ``None`` for any number of points.

    Raises:
        DataError: There are not so many.
    """
    types = sys.modules.get("asyncpg.types")
    if types is None:
        return text
    numbers = [float(found) for found in _NUMBER.findall(text)]
    if not numbers or (len(numbers) % 2 if count is None else len(numbers) != count):
        message = f"no {name.lower()} as PostgreSQL writes it: {text!r}"
        raise DataError(message)
    make: Callable[..., object] = getattr(types, name)
    pairs = list(zip(numbers[::2], numbers[1::2], strict=False))
    match name:
        case "Point":
            return make(*numbers)
        case "Line":
            return make(*(_through(*numbers) if len(numbers) > _OF_LINE else numbers))
        case "Circle":
            return make(pairs[0], numbers[2])
        case "Path":
            return make(*pairs, is_closed=text.lstrip()[:1] != "[")
        case _:
            return make(*pairs)


def _through(x1: float, y1: float, x2: float, y2: float) -> tuple[float, float, float]:
    """Return the line through two points as the server does."""
    if x1 == x2:
        return -1.0, 0.0, x1
    if y1 == y2:
        return 0.0, -1.0, y1
    slope = (y2 - y1) / (x2 - x1)
    return slope, -1.0, y1 - slope * x1
