"""For tests of programs that use Flash: a database that forgets everything when a test ends.

``flash_sync.testing`` is the same for synchronous programs.

Depends on: database.
"""

from __future__ import annotations

from .database.testing import rolled_back

__all__ = ["rolled_back"]
