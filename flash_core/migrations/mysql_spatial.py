"""Spatial values that rows of MySQL and MariaDB get where a column requires one and has no default.

Depends on: catalog, mysql_numbers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from .mysql_numbers import base_type

if TYPE_CHECKING:
    from flash_core.catalog.model import Column

# The smallest value of each type. The server puts in none of its own but '', which neither a
# spatial index nor a restored dump takes.
_SHAPES: Final = {
    "geometry": "POINT(0 0)",
    "point": "POINT(0 0)",
    "linestring": "LINESTRING(0 0,0 0)",
    "polygon": "POLYGON((0 0,0 0,0 0,0 0))",
    "multipoint": "MULTIPOINT(0 0)",
    "multilinestring": "MULTILINESTRING((0 0,0 0))",
    "multipolygon": "MULTIPOLYGON(((0 0,0 0,0 0,0 0)))",
    "geometrycollection": "GEOMETRYCOLLECTION(POINT(0 0))",
}
_SYSTEM: Final = re.compile(r"\b(?:SRID|REF_SYSTEM_ID)\s*=?\s*(\d+)", re.IGNORECASE)


def first_shape(column: Column) -> str | None:
    """Return the value at the origin that a column can have, ``None`` where it is not spatial."""
    shape = _SHAPES.get(base_type(column.type_text))
    if shape is None:
        return None
    system = _SYSTEM.search(column.attributes)
    return f"ST_GeomFromText('{shape}'{f', {system[1]}' if system else ''})"
