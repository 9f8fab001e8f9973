"""Telling whether texts are the ones of the last run.

``hashlib`` loads OpenSSL, two milliseconds of every run; it is only asked where Python
does not have the function by itself.

Depends on: nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import blake2b
else:
    try:
        from _blake2 import blake2b
    except ImportError:
        from hashlib import blake2b


def digest_of(data: bytes) -> str:
    """Return what only the same bytes have, in hexadecimal."""
    return blake2b(data, digest_size=32).hexdigest()
