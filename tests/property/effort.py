"""How much the searching tests do, by the profile of hypothesis.

Depends on: hypothesis.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hypothesis import Phase, seed, settings

if TYPE_CHECKING:
    from collections.abc import Callable

LONG: Final = 1000
"""A profile with so many examples means to search; another wants the same few in each run."""


def shared(test: Callable[[], None], share: int, *, few: int, of: int) -> Callable[[], None]:
    """Return a property with the number of examples that the profile asks for.

    Args:
        test: The property.
        share: Which of several tests of the same property this is, from 1.
        few: Examples of a short run, which are the same each time.
        of: How many of the profile's examples are done by one example of the property.
    """
    profile = settings.default or settings()
    if profile.max_examples < LONG:
        return seed(share)(settings(max_examples=few, database=None, phases=[Phase.generate])(test))
    return settings(max_examples=profile.max_examples // of)(test)
