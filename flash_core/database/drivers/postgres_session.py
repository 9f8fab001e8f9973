"""What PostgreSQL is told before a connection goes to somebody else.

Depends on: nothing.
"""

from __future__ import annotations

from typing import Final

# DISCARD ALL without DEALLOCATE ALL and DISCARD PLANS: the drivers count on their statements.
RESET: Final = (
    "CLOSE ALL; SET SESSION AUTHORIZATION DEFAULT; RESET ALL; UNLISTEN *; "
    "SELECT pg_catalog.pg_advisory_unlock_all(); DISCARD TEMP; DISCARD SEQUENCES"
)
