"""What LIKE … INCLUDING COMMENTS brings besides the comments on columns.

Checked on the server: what is said of NOT NULL always comes, of checks, indexes and statistics
where they come, too; of keys what is said of their indexes, not of the constraints.

Depends on: sql.syntax, draft, identifiers, inheritance, model, names, objects.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import replace
from flash_core.engine import Engine

from .identifiers import quote, quote_path, string
from .inheritance import copied_checks, path_of
from .model import Key, Origin, OtherConstraint, OtherObject
from .names import constraint_names, object_name
from .objects import said_of, spoken_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import TypeAlias

    from flash_core.sql import syntax
    from flash_core.sql.source import SourceFile

    from .draft import Draft
    from .model import Index, Table
    from .names import Constraint

    # Kind of an object; its name as the server stores it, or its table's and its own.
    Commented: TypeAlias = tuple[str, str, str]


def copy_comments(draft: Draft, targets: Mapping[Commented, str], place: Origin) -> None:
    """Say of new objects what is said of others.

    Args:
        draft: Where the comments are kept.
        targets: For each of the others what follows ``COMMENT ON`` for its like.
        place: Where the likes were written.
    """
    found: dict[Commented, str | None] = {}
    for other in draft.others if targets else ():
        about = _about(other)
        if about is not None and about in targets:
            found[about] = _text(other)
    for about, text in found.items():
        if text is not None:
            said = f"COMMENT ON {targets[about]} IS {string(text)}"
            draft.others.append(OtherObject("COMMENT", said, origin=place))


def copy_comments_of_table(
    draft: Draft,
    table: Table,
    like: tuple[syntax.LikeTable, SourceFile],
    indexes: Iterable[tuple[Index, Index]],
) -> None:
    """Say of the constraints and indexes that LIKE brings what is said of theirs.

    Args:
        draft: Where the comments are kept.
        table: The new table.
        like: What it is like, and where that is written.
        indexes: Those that are copied, each with its like.
    """
    origin = draft.tables.get(draft.id_of(like[0].table.parts))
    if origin is None or "comments" not in like[0].options:
        return
    targets = {
        ("CONSTRAINT", ".".join(path_of(origin)), name): (
            f"CONSTRAINT {quote(name, Engine.POSTGRESQL)} ON "
            f"{quote_path(table.schema, table.name, Engine.POSTGRESQL)}"
        )
        for name in _constraints(draft, origin, like[0].options)
    }
    pairs = [((old.schema, old.name), (new.schema, new.name)) for old, new in indexes]
    if "indexes" in like[0].options:
        pairs += _indexes_of_keys(origin, table)
    for was, path in pairs:
        name = ".".join(part for part in was if part)
        targets["INDEX", name, ""] = f"INDEX {quote_path(*path, Engine.POSTGRESQL)}"
    copy_comments(draft, targets, Origin(like[1], like[0].span))


def _about(other: OtherObject) -> Commented | None:
    """Return what a comment is on."""
    about = spoken_of(other.text) if other.keyword.startswith("COMMENT") else None
    if about is None or about[0] != "CONSTRAINT":
        return about and (about[0], about[1], "")
    of_table = said_of(other.text)
    return of_table and (about[0], *of_table)


def _text(other: OtherObject) -> str | None:
    from flash_core.sql.postgres_objects import stated  # noqa: PLC0415 - PostgreSQL's alone

    said = stated(other.text)
    return said.text if said is not None and said.on != "domconstraint" else None


def _constraints(draft: Draft, origin: Table, options: frozenset[str]) -> Iterator[str]:
    """Yield the names of the constraints that come with what is said of them."""
    for column in origin.columns:
        if column.not_null:
            yield column.not_null_name or object_name(origin.name, column.name, "not_null")
    if "constraints" in options:
        yield from (check.name for check in copied_checks(draft, origin) if check.name)


def _indexes_of_keys(
    origin: Table, table: Table
) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Yield the paths of the indexes of a table's keys, each with that of its like."""
    names = {_unnamed(item): name for name, item in constraint_names(table)}
    for name, item in constraint_names(origin):
        if isinstance(item, Key | OtherConstraint) and _unnamed(item) in names:
            yield (origin.schema, name), (table.schema, names[_unnamed(item)])


def _unnamed(item: Constraint) -> Constraint:
    if isinstance(item, Key):
        return replace(item, name=None, inherited=False, lacking=frozenset())
    return replace(item, name=None)
