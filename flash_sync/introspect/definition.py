# Generated from flash_core/database/introspect/definition.py by `nox -s unasync`: edit that file.
"""An object of a live database: the SQL that makes it, and what must agree to call two the same.

Depends on: nothing.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Definition:
    """An object of a database.

    Attributes:
        kind: ``table``, ``index``, ``view``, ``trigger``, ``function``, ``enum``, ``sequence``,
            ``comment`` …
        name: As users qualify it.
        sql: What makes it, without a final semicolon; readable by our own parser.
        facts: What must agree when two databases are compared: of a table a line for each column
            and constraint (sorted where their order says nothing), of others the canonical text.
        vague: A server before PostgreSQL 18 does not say whose the NOT NULL of a child is.
    """

    kind: str
    name: str
    sql: str
    facts: tuple[str, ...]
    vague: bool = field(default=False, compare=False)

    @property
    def identity(self) -> tuple[str, str]:
        """What tells it from every other object of its database."""
        return self.kind, self.name


def differences(one: Iterable[Definition], other: Iterable[Definition]) -> list[str]:
    """Compare two databases, object by object.

    Args:
        one: What is there.
        other: What should be there.

    Returns:
        A line for each fact that only one of them has; empty when the databases are the same.
    """
    before = {item.identity: item.facts for item in one}
    after = {item.identity: item.facts for item in other}
    lines: list[str] = []
    for identity in dict.fromkeys([*before, *after]):
        what = " ".join(identity)
        was, is_ = before.get(identity), after.get(identity)
        if was is None:
            lines.append(f"{what}: missing")
        elif is_ is None:
            lines.append(f"{what}: not wanted")
        elif was != is_:
            there, wanted = Counter(was), Counter(is_)
            lines += [f"{what}: has {fact}" for fact in (there - wanted).elements()]
            lines += [f"{what}: should have {fact}" for fact in (wanted - there).elements()]
            if there == wanted:
                lines.append(f"{what}: has the order {'; '.join(was)}")
    return lines
