"""Room for deep recursion: a chain of a thousand ``||`` is a tree a thousand levels deep.

The readers and the analysis follow the tree.  What is too deep for the usual stack is
done again on a large one, in a thread of its own.

Depends on: nothing.
"""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_T = TypeVar("_T")
_DEEPEST: Final = 60_000
_STACK: Final = 512 << 20  # only what is used is ever allocated
_ONE_AT_A_TIME: Final = threading.RLock()
_ROOMY: Final = "flash-deeply"  # the name of a thread with the large stack


def deeply(function: Callable[[], _T]) -> _T:
    """Call a function, which must be one that may be called twice.

    Returns:
        What it returns.

    Raises:
        RecursionError: It is too deep for the large stack as well.
    """
    try:
        return function()
    except RecursionError:
        if threading.current_thread().name == _ROOMY:
            raise
    results: list[_T] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(function())
        except BaseException as error:  # noqa: BLE001 - raised again by the caller's thread
            errors.append(error)

    with _ONE_AT_A_TIME:
        limit, size = sys.getrecursionlimit(), threading.stack_size(_STACK)
        sys.setrecursionlimit(max(limit, _DEEPEST))
        try:
            thread = threading.Thread(target=run, name=_ROOMY)
            _start(thread)
            thread.join()
        finally:
            sys.setrecursionlimit(limit)
            threading.stack_size(size)
    if errors:
        raise errors[0]
    return results[0]


def _start(thread: threading.Thread) -> None:
    """Start it, where the system has that much address space."""
    try:
        thread.start()
    except RuntimeError as error:
        message = "there is no room for a large stack"
        raise RecursionError(message) from error
