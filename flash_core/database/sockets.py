"""What the operating system knows of a connection that waits for its next use.

Depends on: nothing.
"""

from __future__ import annotations

import select


def is_quiet(descriptor: int) -> bool:
    """Tell whether a socket has nothing to read, neither bytes nor the end of the connection."""
    if not hasattr(select, "poll"):  # on Windows, where select() takes any number of a socket
        return not select.select((descriptor,), (), (), 0)[0]
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    return not poll.poll(0)
