"""In which order objects can be made: each after what it needs.

Depends on: postgres_items.
"""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .postgres_items import Item, Key

_RANKS: Final = {
    kind: rank
    for rank, kind in enumerate(
        [
            "schema",
            "extension",
            "collation",
            "type",
            "sequence",
            "routine",
            "aggregate",
            "operator",
            "cast",
            "text search parser",
            "text search template",
            "text search dictionary",
            "text search configuration",
            "foreign data wrapper",
            "server",
            "operator family",
            "operator class",
            "table",
            "column",
            "default",
            "constraint",
            "reference",
            "parent",
            "index",
            "view",
            "statistics",
            "trigger",
            "rule",
            "policy",
        ]
    )
}
_LAST: Final = len(_RANKS)


def ordered(
    keys: Sequence[Key], items: Mapping[Key, Item], homes: Mapping[Key, Key], *, backwards: bool
) -> list[Key]:
    """Return ``keys`` so that each comes after what it needs.

    What is only wanted, or part of a cycle, is passed over where it cannot be had.

    Args:
        keys: What to order.
        items: All objects.
        homes: With which of ``keys`` other objects come.
        backwards: Last first, for dropping.
    """
    place = {key: number for number, key in enumerate(keys)}
    needs: list[set[int]] = [set() for _ in keys]
    wants: list[set[int]] = [set() for _ in keys]
    later: list[set[int]] = [set() for _ in keys]
    for key in (*keys, *homes):
        own = place.get(_home(key, homes))
        if own is None:
            continue
        # A foreign key can come later than its table.
        soft = key[0] == "reference" and key in homes
        # Columns of foreign keys, too: that they want the others is for changes of both.
        weak = soft or (key[0] == "column" and key in homes)
        for need in items[key].needs:
            other = place.get(_home(need, homes))
            if other is not None and other != own:
                (later if soft else needs)[own].add(other)
        for need in items[key].wants:
            other = place.get(_home(need, homes))
            if other is not None and other != own:
                (later if weak or need in items[key].unseen else wants)[own].add(other)
    ranks = [(_RANKS.get(key[0], _LAST), number) for number, key in enumerate(keys)]
    result = [keys[number] for number in _sorted(needs, wants, later, ranks)]
    return result[::-1] if backwards else result


def _home(key: Key, homes: Mapping[Key, Key]) -> Key:
    return homes.get(key, key)


def _sorted(
    needs: list[set[int]],
    wants: list[set[int]],
    later: list[set[int]],
    ranks: list[tuple[int, int]],
) -> list[int]:
    left = [need | want | late for need, want, late in zip(needs, wants, later, strict=True)]
    users: list[list[int]] = [[] for _ in needs]
    for number, needed in enumerate(left):
        for need in needed:
            users[need].append(number)
    free = [ranks[number] for number, needed in enumerate(left) if not needed]
    heapq.heapify(free)
    open_ = dict.fromkeys(number for _, number in sorted(ranks))
    result: list[int] = []
    while open_:
        number = heapq.heappop(free)[1] if free else _least_bound(open_, left, needs, wants)
        if number not in open_:
            continue
        del open_[number]
        result.append(number)
        for user in users[number]:
            left[user].discard(number)
            if user in open_ and not left[user]:
                heapq.heappush(free, ranks[user])
    return result


def _least_bound(
    open_: Mapping[int, None],
    left: list[set[int]],
    needs: list[set[int]],
    wants: list[set[int]],
) -> int:
    """Return what to take although something of it is missing: first what can come later.

    Then what is only wanted.
    """
    for number in open_:
        if not left[number] & (needs[number] | wants[number]):
            return number
    for number in open_:
        if not left[number] & needs[number]:
            return number
    return next(iter(open_))
