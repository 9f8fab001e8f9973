"""Other names for constraints, indexes and sequences, each given when it is free.

PostgreSQL's keys, indexes and sequences share their names with all of a schema: where tables change
names with each other, so do these, and one of them waits under a third name.

Depends on: catalog, change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import dataclass, field
from flash_core.catalog.identifiers import quote
from flash_core.engine import Engine

from .change import Change

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_LONGEST = 50  # so that something fits behind it


@dataclass(frozen=True, slots=True)
class NameChange:
    """One of them.

    Attributes:
        what: For comments: ``constraint``.
        owner: The table, for comments.
        names: The old name and the new one.
        among: What no two may have the same name of.
        write: Returns the statement for two names, the first of them as it is.
    """

    what: str
    owner: str
    names: tuple[str, str]
    among: tuple[str, ...]
    write: Callable[[str, str], str] = field(compare=False, repr=False)

    def change(self) -> Change:
        """Return it as a change."""
        one, other = self.names
        return Change(
            self.write(one, quote(other, Engine.POSTGRESQL)),
            self.write(other, quote(one, Engine.POSTGRESQL)),
            f"rename {self.what} {one} of table {self.owner} to {other}",
            f"rename {self.what} {other} of table {self.owner} back to {one}",
            names=(self.owner,),
        )

    def to(self, old: str, new: str) -> NameChange:
        """Return the same for other names."""
        return NameChange(self.what, self.owner, (old, new), self.among, self.write)


def in_turn(wanted: Sequence[NameChange | Change]) -> Iterator[Change]:
    """Yield changes so that each name is free when it is given.

    Args:
        wanted: Them, and what comes after all names.
    """
    waiting = [item for item in wanted if isinstance(item, NameChange)]
    while waiting:
        olds = {(item.among, item.names[0]) for item in waiting}
        ready = [item for item in waiting if (item.among, item.names[1]) not in olds]
        if not ready:  # they go round
            first = waiting.pop(0)
            aside = f"{first.names[0][:_LONGEST]}__old"
            yield first.to(first.names[0], aside).change()
            waiting.append(first.to(aside, first.names[1]))
            continue
        yield from (item.change() for item in ready)
        waiting = [item for item in waiting if item not in ready]
    yield from (item for item in wanted if isinstance(item, Change))
