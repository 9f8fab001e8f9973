"""Names of several parts in one text, of which a part may have dots: ``pg_catalog."C.utf8"``.

Depends on: nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_PART: Final = re.compile(r'"([^"]*)"|([^."]+)')


def dotted(parts: Iterable[str]) -> str:
    """Return the parts of a name as one text.

    Args:
        parts: Each without quotation marks.
    """
    return ".".join(f'"{part}"' if "." in part else part for part in parts)


def dotted_parts(name: str) -> tuple[str, ...]:
    """Return the parts of such a text.

    Args:
        name: What `dotted` returned.
    """
    return tuple(quoted or plain for quoted, plain in _PART.findall(name))
