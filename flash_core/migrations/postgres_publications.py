"""Publications: what they publish, however many statements say so.

Depends on: catalog, sql.postgres_objects, postgres_items.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.catalog.text import closed
from flash_core.sql.postgres_objects import Stated

from .postgres_items import PG, place

if TYPE_CHECKING:
    from collections.abc import Hashable

    from flash_core.catalog.model import OtherObject

    from .postgres_items import Item, Objects

_EVERY: Final = "delete, insert, truncate, update"
_DEFAULTS: Final = {
    "publish": _EVERY,
    "publish_via_partition_root": "false",
    "publish_generated_columns": "none",
}
_TRUE: Final = frozenset({None, "", "true", "on", "1", "yes"})


def describe_publication(item: Item, about: Stated) -> None:
    """Note what a publication publishes.

    Args:
        item: The publication.
        about: The statement that makes it.
    """
    item.definition = about
    item.facts = _facts(about.signature.splitlines(), dict(about.options))


def change_publication(objects: Objects, other: OtherObject, about: Stated) -> None:
    """Fold what ALTER PUBLICATION adds, sets and drops.

    Args:
        objects: Where the publication is.
        other: The statement.
        about: The same.
    """
    item = objects.items.get(("publication", *place(about.name)))
    made = None if item is None else item.definition
    if item is None or not isinstance(made, Stated):
        return
    content, said = made.signature.splitlines(), about.signature.splitlines()
    if about.on == "AP_SetObjects":
        content = said
    elif about.on == "AP_DropObjects":
        heads = {_head(line) for line in said}
        content = [line for line in content if _head(line) not in heads]
    else:
        content += said
    options = {**dict(made.options), **dict(about.options)}
    folded = Stated(
        "publication", made.name, options=tuple(options.items()), signature="\n".join(content)
    )
    item.create = f"{item.create};\n{closed(other.text, PG)}"
    item.needs |= objects.mentioned(other.text)
    describe_publication(item, folded)


def _head(line: str) -> str:
    return line.partition(" [")[0]


def _facts(content: list[str], options: dict[str, str | None]) -> Hashable:
    found = {name: _value(name, value) for name, value in options.items()}
    return frozenset(content), tuple(sorted({**_DEFAULTS, **found}.items()))


def _value(name: str, value: str | None) -> str:
    if name == "publish":
        return ", ".join(sorted(word.strip() for word in (value or "").lower().split(",")))
    if name == "publish_via_partition_root":
        return "true" if value is None or value.lower() in _TRUE else "false"
    return (value or "stored").lower()
