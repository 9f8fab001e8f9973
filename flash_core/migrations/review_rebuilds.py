"""Tables that a file makes anew: created under another name, filled, and put in the old one's place.

Depends on: catalog, sql.syntax, review_rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.catalog.text import fold
from flash_core.sql import syntax
from flash_core.sql.syntax.walk import descend

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .review_rules import Step


def successor(step: Step, name: syntax.Name) -> syntax.Insert | None:
    """Return what copies every row of a table into the one that takes its name afterwards.

    Args:
        step: The statement that drops the table.
        name: The table.

    Returns:
        ``None`` where there is no such statement in the file, or it leaves rows out.
    """
    state, engine = step.state, step.state.engine
    dropped = fold(name.last, engine)
    taking = {
        fold(other.name.last, engine)
        for other in state.statements
        if isinstance(other, syntax.AlterTable) and other.span.start > step.statement.span.start
        for action in other.actions
        if isinstance(action, syntax.RenameTable) and fold(action.new_name, engine) == dropped
    }
    return next(
        (
            found
            for found in (state.statements if taking else ())
            if isinstance(found, syntax.Insert)
            and found.conflict_action not in {"IGNORE", "REPLACE"}
            and found.span.start < step.statement.span.start
            and fold(found.table.name.last, engine) in taking
            and _whole(found.source, dropped, step)
        ),
        None,
    )


def _whole(query: syntax.Query | None, table: str, step: Step) -> bool:
    """Tell whether a query gives something of each row of a table."""
    if not isinstance(query, syntax.Select) or len(query.from_) != 1:
        return False
    source = query.from_[0]
    return (
        isinstance(source, syntax.TableRef)
        and fold(source.name.last, step.state.engine) == table
        and query == syntax.Select(targets=query.targets, from_=query.from_, span=query.span)
    )


def left_out(step: Step, name: syntax.Name, copy: syntax.Insert) -> Iterator[str]:
    """Yield the columns of a table that is made anew whose values are not copied, where known.

    Args:
        step: The statement that drops the table.
        name: The table.
        copy: What copies its rows.
    """
    catalog, engine = step.state.catalog, step.state.engine
    table = catalog.find_table(name.parts) if catalog else None
    read = {
        fold(found.parts[-1], engine)
        for found in descend(copy)
        if isinstance(found, syntax.ColumnRef)
    }
    if table is None or any(isinstance(found, syntax.Star) for found in descend(copy)):
        return
    for column in table.columns:
        if column.generated is None and fold(column.name, engine) not in read:
            yield column.name
