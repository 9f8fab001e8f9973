"""What takes the place of one statement of PostgreSQL, so that others can read and write.

Each of these steps knows what takes it back.

Depends on: catalog, engine, sql, change.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass, field, replace
from flash_core.catalog.identifiers import quote, quote_list, quote_path
from flash_core.catalog.names import constraint_names, object_name
from flash_core.catalog.render import create_index
from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.sql.parse import parse_script
from flash_core.sql.source import SourceFile
from flash_core.sql.syntax import ObjectKind

from .change import Change

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.catalog.model import Catalog, Index, Table

_PG: Final = Engine.POSTGRESQL
_DEFERRABLE: Final = re.compile(r"(?i)(?:(?:not )?deferrable)?(?: ?initially \w+)?\Z")


@dataclass(slots=True)
class Plan:
    """The steps in order, and those that have to wait for other transactions.

    Attributes:
        unsettled: The tables that are written anew, or whose indexes and constraints are.
    """

    old: Catalog
    new: Catalog
    unsettled: frozenset[str]
    steps: list[Change] = field(default_factory=list[Change])
    validations: list[Change] = field(default_factory=list[Change])
    settlements: list[Change] = field(default_factory=list[Change])


# -- one change ----------------------------------------------------------------


def statement_of(text: str) -> syntax.Statement | None:
    """Return a text's only statement; nothing of a text with none, several or mistakes."""
    statements, problems = parse_script(SourceFile("change.sql", text), _PG)
    return statements[0] if len(statements) == 1 and not problems else None


def rewritten(change: Change, plan: Plan, swapped: dict[str, Index]) -> list[Change]:
    """Return what to do in place of a change, and put off what has to wait."""
    statement = statement_of(change.up) if change.up else None
    match statement:
        case syntax.CreateIndex(table=name, name=str(own)) if _is_full(name.parts, plan):
            index = _found(plan.new, (*name.parts[:-1], own))
            return [change] if index is None else _create_index(change, index, swapped.get(own))
        case syntax.Drop(kind=ObjectKind.INDEX, names=(name,)):
            index = _found(plan.old, name.parts)
            full = index is not None and _is_full(_parts(index), plan)
            dropped = _drop_index(change, index, swapped) if index and full else [change]
            return [*_commented(index, plan), *dropped] if index and full else dropped
        case syntax.AlterTable(name=name, actions=(action,)) if _is_full(name.parts, plan):
            table = plan.new.find_table(name.parts)
            return [change] if table is None else _altered(change, table, action, plan)
        case _:
            return [change]


def _is_full(parts: tuple[str, ...], plan: Plan) -> bool:
    """Tell whether a table may have rows, and is one that takes such statements."""
    if quote_path("".join(parts[:-1]), parts[-1], _PG) in plan.unsettled:
        return False
    table, after = plan.old.find_table(parts), plan.new.find_table(parts)
    if table is None:
        return plan.old.find_view(parts) is not None
    return not any(side and "PARTITION BY" in side.tail.upper() for side in (table, after))


def _altered(change: Change, table: Table, action: syntax.AlterAction, plan: Plan) -> list[Change]:
    match action:
        case syntax.AddConstraint(constraint=syntax.ForeignKeyDef() | syntax.CheckDef() as item):
            return _unchecked(change, table, item, plan)
        case syntax.AddConstraint(constraint=syntax.KeyDef() as item):
            return _key(change, table, item, plan)
        case syntax.AlterColumnNotNull(column=column, not_null=True):
            return _not_null(change, table, column, plan)
        case _:
            return [change]


def _unchecked(
    change: Change,
    table: Table,
    item: syntax.ForeignKeyDef | syntax.CheckDef,
    plan: Plan,
) -> list[Change]:
    """Add a constraint for new rows now, and validate it for the others later."""
    if item.name is None or "NOT VALID" in item.tail.upper() or _replaces(table, item, plan):
        return [change]
    what = f"{change.comment.partition(';')[0].removeprefix('add ')}"
    name = quote(item.name, _PG)
    plan.validations.append(_validation(table, name, what))
    return [
        replace(
            change,
            up=f"{change.up} NOT VALID",
            down=f"ALTER TABLE {quote_path(table.schema, table.name, _PG)} DROP CONSTRAINT {name}",
            comment=f"add {what} for new rows",
            undo=f"drop {what}",
        )
    ]


def _replaces(
    table: Table, item: syntax.KeyDef | syntax.ForeignKeyDef | syntax.CheckDef, plan: Plan
) -> bool:
    """Tell whether a constraint takes the place of another one of its name."""
    was = plan.old.find_table((table.schema, table.name) if table.schema else (table.name,))
    return was is not None and any(item.name == name for name, _ in constraint_names(was))


def _validation(table: Table, name: str, what: str) -> Change:
    path = quote_path(table.schema, table.name, _PG)
    return Change(
        f"ALTER TABLE {path} VALIDATE CONSTRAINT {name}",
        "",
        f"check the rows that exist: {what}; fails if one breaks it",
        f"nothing to take back: {what} was checked",
    )


def _key(change: Change, table: Table, item: syntax.KeyDef, plan: Plan) -> list[Change]:
    """Build the index of a key first, beside those who write."""
    plain = not item.form and _DEFERRABLE.match(item.tail) is not None
    was = plan.old.find_table((table.schema, table.name) if table.schema else (table.name,))
    strict = {column.name for column in (was.columns if was else ()) if column.not_null}
    if (
        item.name is None
        or not plain
        or _replaces(table, item, plan)
        or (item.primary and not strict.issuperset(item.columns))
    ):
        return [change]
    path, name = quote_path(table.schema, table.name, _PG), quote(item.name, _PG)
    outer = f"{quote(table.schema, _PG)}.{name}" if table.schema else name
    kind = "PRIMARY KEY" if item.primary else "UNIQUE"
    what = f"index {name} of table {table.name}"
    index = Change(
        f"CREATE UNIQUE INDEX CONCURRENTLY {name} ON {path} {quote_list(item.columns, _PG)}",
        f"DROP INDEX CONCURRENTLY IF EXISTS {outer}",
        f"create unique {what}; fails if rows have equal values",
        f"drop {what}, if it is left",
        alone=True,
    )
    tail = f" {item.tail}" if item.tail else ""
    up = f"ALTER TABLE {path} ADD CONSTRAINT {name} {kind} USING INDEX {name}{tail}"
    down = f"ALTER TABLE {path} DROP CONSTRAINT {name}"
    comments = f"make a constraint of {what}", f"drop constraint {name} of table {table.name}"
    return [index, replace(change, up=up, down=down, comment=comments[0], undo=comments[1])]


def _not_null(change: Change, table: Table, name: str, plan: Plan) -> list[Change]:
    """Let a validated check prove that no row holds NULL."""
    column = plan.new.find_column(table, name)
    if column is None or column.identity is not None or name in table.primary_key:
        return [change]  # what follows in the plan needs it at once
    check = quote(object_name(table.name, name, "not_null_check"), _PG)
    path = quote_path(table.schema, table.name, _PG)
    label = f"{table.name}.{name}"
    plan.validations.append(_validation(table, check, f"{label} holds no NULL"))
    plan.settlements += [
        replace(
            change,
            down=f"ALTER TABLE {path} ALTER COLUMN {quote(name, _PG)} DROP NOT NULL",
            comment=f"require a value in {label}: the check has proved it",
            undo=f"allow NULL in {label}",
        ),
        Change(
            f"ALTER TABLE {path} DROP CONSTRAINT {check}",
            "",
            f"drop the check of {label}, which NOT NULL replaces",
            f"the check of {label} does not come back",
        ),
    ]
    return [
        Change(
            f"ALTER TABLE {path} ADD CONSTRAINT {check}"
            f" CHECK ({quote(name, _PG)} IS NOT NULL) NOT VALID",
            f"ALTER TABLE {path} DROP CONSTRAINT IF EXISTS {check}",
            f"require a value in {label} for new rows",
            f"drop the check of {label}, if it is left",
        )
    ]


# -- indexes -------------------------------------------------------------------


def _concurrently(text: str) -> str:
    return re.sub(r"\b(CREATE (?:UNIQUE )?|DROP )INDEX\b", r"\1INDEX CONCURRENTLY", text, count=1)


def _built(index: Index, comment: str, undo: str) -> Change:
    """Build an index beside those who write."""
    return Change(
        _concurrently(create_index(index, _PG)),
        f"DROP INDEX CONCURRENTLY {quote_path(index.schema, index.name, _PG)}",
        comment,
        undo,
        alone=True,
    )


def _create_index(change: Change, index: Index, before: Index | None) -> list[Change]:
    step = _built(index, change.comment, f"drop index {index.name}")
    if before is None:
        return [step]
    # The old one serves until the new one is there.
    spare = replace(before, name=_spare(before.name))
    back = f"create the old index {before.name}, under another name"
    return [step, _built(spare, back, f"drop the old index {before.name}").inverse]


def _drop_index(change: Change, index: Index, swapped: dict[str, Index]) -> list[Change]:
    if index.name not in swapped:
        return [_built(index, f"create index {index.name} again", change.comment).inverse]
    one, other = quote(index.name, _PG), quote(_spare(index.name), _PG)
    return [
        Change(
            f"ALTER INDEX {quote_path(index.schema, index.name, _PG)} RENAME TO {other}",
            f"ALTER INDEX {quote_path(index.schema, _spare(index.name), _PG)} RENAME TO {one}",
            f"keep index {index.name} under another name until the new one is there",
            f"give the old index {index.name} its name again",
        )
    ]


def _commented(index: Index, plan: Plan) -> list[Change]:
    """Return what gives an index its comment again when it is built again."""
    paths = {quote_path(index.schema, index.name, _PG)}
    paths |= set() if index.schema else {quote_path("public", index.name, _PG)}
    heads = tuple(f"COMMENT ON INDEX {path} IS " for path in paths)
    what = f"comment on index {index.name} again"
    return [
        Change("", other.text, "", what, alone=True)
        for other in plan.old.others
        if other.keyword == "COMMENT" and other.text.startswith(heads)
    ]


def _found(catalog: Catalog, parts: Sequence[str]) -> Index | None:
    """Return the index of that name; one without a schema is in the default one."""
    schema = "" if len(parts) == 1 or parts[-2] == "public" else parts[-2]
    own = (each for each in catalog.indexes if (each.schema, each.name) == (schema, parts[-1]))
    return next(own, None)


def _parts(index: Index) -> tuple[str, ...]:
    return (index.schema, index.table) if index.schema else (index.table,)


def _spare(name: str) -> str:
    return object_name(name, "", "old")


def swapped_indexes(changes: Sequence[Change], plan: Plan) -> dict[str, Index]:
    """Return the indexes that are replaced, and whose columns stay as they are."""
    texts = {change.up for change in changes}
    found: dict[str, Index] = {}
    for index in plan.old.indexes:
        twin = next((each for each in plan.new.indexes if each.name == index.name), None)
        table, after = (side.find_table(_parts(index)) for side in (plan.old, plan.new))
        if twin is None or table is None or after is None or "PARTITION BY" in table.tail.upper():
            continue
        kept = {(item.name, item.type, item.generated, item.collation) for item in after.columns}
        stay = twin.table == index.table and kept.issuperset(
            (item.name, item.type, item.generated, item.collation) for item in table.columns
        )
        if stay and create_index(twin, _PG) in texts and twin != index:
            found[index.name] = index
    return found
