"""A SQLite table made anew, for what ALTER TABLE cannot do: https://sqlite.org/lang_altertable.html.

A new table under a passing name, the rows copied, the old one dropped, the new one renamed.  What
is written about the table (indexes, triggers, views) goes before and comes after; that foreign keys
are off meanwhile is up to who runs it.

Depends on: catalog, engine, change, creation, sqlite_compare.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass, replace
from flash_core.catalog.identifiers import quote, quote_path, string
from flash_core.catalog.implied import rowid_alias
from flash_core.catalog.render import create_table
from flash_core.engine import Engine

from .change import Change
from .creation import label
from .sqlite_columns import default_of
from .sqlite_compare import by_name, same_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flash_core.catalog.model import Column, Table

_LITE: Final = Engine.SQLITE
_PREFIX: Final = "_flash_new_"
# Values of types that SQLite takes for numbers, and whoever reads them does not.
_NEUTRAL: Final = {
    "DATE": "'1970-01-01'",
    "DATETIME": "'1970-01-01 00:00:00'",
    "JSON": "'{}'",
    "TIME": "'00:00:00'",
    "TIMESTAMP": "'1970-01-01 00:00:00'",
    "UUID": "'00000000-0000-0000-0000-000000000000'",
}
_ROWIDS: Final = ("rowid", "_rowid_", "oid")


@dataclass(frozen=True, slots=True)
class _Step:
    sql: str
    comment: str
    destroys: bool = False


def rebuild(
    old: Table, new: Table, reasons: Sequence[str], unique: frozenset[str]
) -> tuple[list[Change], list[Change]]:
    """Return the changes that make a table anew on the way up, and again on the way down.

    Args:
        old: As it is.
        new: As it should be.
        reasons: What cannot be done otherwise, in words.
        unique: The columns that unique indexes of the old one are about, in lower case.
    """
    why = ", ".join(reasons)
    unique = unique | _gone_from_keys(old, new)
    forth = list(_steps(old, new, why, None))
    back = list(_steps(new, old, why, unique))
    names = (label(new.schema, new.name),)
    changes = [
        Change(step.sql, "", step.comment, "", step.destroys, names=names, foreign_keys_off=True)
        for step in forth
    ]
    return changes, [
        Change("", step.sql, "", step.comment, undo_destroys=step.destroys, foreign_keys_off=True)
        for step in reversed(back)
    ]


def _gone_from_keys(old: Table, new: Table) -> frozenset[str]:
    """Return a column of each key of the old table that is not in the new one, if there is any."""
    kept = by_name(new)
    gone = ([name.lower() for name in key.columns if name.lower() not in kept] for key in old.keys)
    return frozenset(names[0] for names in gone if names)


def _steps(old: Table, new: Table, why: str, unique: frozenset[str] | None) -> Iterator[_Step]:
    name = label(new.schema, new.name)
    passing = replace(new, name=_PREFIX + new.name)
    path, passing_path = (quote_path(t.schema, t.name, _LITE) for t in (old, passing))
    yield _Step(
        create_table(passing, _LITE),
        f"rebuild table {name}: SQLite cannot alter {why} in place",
    )
    yield _copy(old, new, passing_path, unique)
    if all(any(column.autoincrement for column in table.columns) for table in (old, new)):
        yield from _count_on(old, passing)
    yield _Step(f"DROP TABLE {path}", f"drop the old {name}, whose rows have been copied")
    yield _Step(
        f"ALTER TABLE {passing_path} RENAME TO {quote(new.name, _LITE)}",
        f"put the new {name} in its place",
    )


def _count_on(old: Table, passing: Table) -> Iterator[_Step]:
    """Let AUTOINCREMENT give no number again that it has given before."""
    was, is_ = string(old.name), string(passing.name)
    yield _Step(
        f"DELETE FROM sqlite_sequence WHERE name = {is_}",  # noqa: S608 - a quoted name
        f"keep the count of AUTOINCREMENT in {old.name}",
    )
    yield _Step(
        "INSERT INTO sqlite_sequence (name, seq)"  # noqa: S608 - quoted names
        f" SELECT {is_}, seq FROM sqlite_sequence WHERE name = {was}",
        f"go on counting where {old.name} stopped",
    )


def _copy(old: Table, new: Table, passing_path: str, unique: frozenset[str] | None) -> _Step:
    """Copy what both tables have; on the way back ``unique`` names columns of different values."""
    before, after = by_name(old), by_name(new)
    targets: list[str] = []
    values: list[str] = []
    remarks: list[str] = []
    if rowid := _kept_rowid(old, new):
        targets.append(rowid[1])
        values.append(rowid[0])
    for key, column in after.items():
        if column.generated is not None:
            continue
        value, remark = _value(old, new, before.get(key), column, unique)
        if value is not None:
            targets.append(quote(column.name, _LITE))
            values.append(value)
            remarks += [remark] if remark else []
    lost = [column.name for key, column in before.items() if key not in after]
    kept = [key for key in before if key in after]
    comment = f"copy the rows of {label(new.schema, new.name)}"
    comment += f" without {', '.join(lost)}" if lost else ""
    comment += "".join(f"; {remark}" for remark in remarks)
    # A conflict clause of the table would leave out rows without a word.
    insert = "INSERT OR ABORT" if _has_conflict_clause(new) else "INSERT"
    path = quote_path(old.schema, old.name, _LITE)
    if not targets:  # as many rows as there were
        targets, values = [_rowid(new) or ""], [_number(old)]
    sql = f"{insert} INTO {passing_path} ({', '.join(targets)})\nSELECT {', '.join(values)} FROM {path}"
    return _Step(sql, comment, bool(lost) or not kept or any(_cuts(value) for value in values))


def _cuts(value: str) -> bool:
    """Tell whether a cast may lose what a value says: a text can say anything."""
    return "CAST(" in value and " AS TEXT)" not in value


def _kept_rowid(old: Table, new: Table) -> tuple[str, str] | None:
    """Return what to call the rowid of both tables, where no column that is copied is its name."""
    if old.without_rowid or new.without_rowid:
        return None
    alias = rowid_alias(new)
    if alias is not None and alias.lower() in by_name(old):
        return None
    names = [_rowid(old), _rowid(new)]
    return None if None in names else (names[0] or "", names[1] or "")


def _rowid(table: Table) -> str | None:
    return next((name for name in _ROWIDS if name not in by_name(table)), None)


def _number(table: Table) -> str:
    """Return an expression that numbers the rows of a table."""
    return (None if table.without_rowid else _rowid(table)) or "row_number() OVER ()"


def _has_conflict_clause(table: Table) -> bool:
    tails = [key.tail for key in table.keys]
    tails += [check.tail for check in table.checks]
    tails += [column.not_null_conflict for column in table.columns]
    return any("CONFLICT" in tail.upper() for tail in tails)


def _value(
    old: Table,
    new: Table,
    source: Column | None,
    target: Column,
    unique: frozenset[str] | None,
) -> tuple[str | None, str]:
    """Return what a column is filled with, ``None`` to leave that to its default; and a remark."""
    default = default_of(target)
    if source is None:
        various = unique is not None and target.name.lower() in unique
        pointing = any(target.name in item.columns for item in new.foreign_keys)
        returning = unique is not None
        if returning and default is not None and not target.not_null and (various or pointing):
            return "NULL", ""  # one default for all breaks a key, and may refer to nothing
        settled = default is not None and not various
        if not target.not_null or settled or rowid_alias(new) == target.name:
            return None, ""
        if returning:
            value = _stand_in(old, new, target, various=various)
            return value, f"{target.name}, which is NOT NULL, comes back as {value}"
        if pointing:
            return "NULL", f"fails if there are any: {target.name} is NOT NULL and has no DEFAULT"
        value = _stand_in(old, new, target, various=_tells_apart(old, new, target))
        return value, f"{target.name}, which is NOT NULL and has no DEFAULT, gets {value}"
    value = quote(source.name, _LITE)
    remark = ""
    if new.strict and not same_text(source.type_text, target.type_text):
        value = _cast(value, target.type_text)
        remark = f"values of {target.name} become {target.type_text}" * (value != source.name)
    elif old.strict and source.type_text.upper() == "BLOB" and target.type_text.upper() != "BLOB":
        value = f"CAST({value} AS TEXT)"  # which the affinity of the column makes a number again
    if target.not_null and not source.not_null:
        if default is not None:
            value = f"COALESCE({value}, {default})"
        else:
            remark = f"fails where {target.name} is NULL"
    return value, remark


def _tells_apart(old: Table, new: Table, column: Column) -> bool:
    """Tell whether rows differ in a new column alone, or first of all, by a key."""
    before = by_name(old)
    return any(
        key.columns[:1] == (column.name,)
        and not any(name.lower() in before for name in key.columns)
        for key in new.keys
    )


def _cast(value: str, type_text: str) -> str:
    """Return a value as a STRICT table takes it."""
    return value if type_text.upper() == "ANY" else f"CAST({value} AS {type_text})"


def _stand_in(old: Table, new: Table, target: Column, *, various: bool) -> str:
    """Return a value for a column that was dropped and has to be there again."""
    reference = next((r for r in new.foreign_keys if r.columns == (target.name,)), None)
    if reference is not None and len(reference.foreign_columns) == 1:
        column = quote(reference.foreign_columns[0], _LITE)
        target_table = quote(reference.table[-1], _LITE)
        return f"(SELECT min({column}) FROM {target_table})"  # noqa: S608 - quoted names
    kind = target.type_text.upper()
    text = any(word in kind for word in ("CHAR", "CLOB", "TEXT"))
    blob = "BLOB" in kind
    if various:
        number = _number(old)
        return f"CAST({number} AS {'BLOB' if blob else 'TEXT'})" if text or blob else number
    if text or kind in {"", "ANY"}:
        return "''"
    return "X''" if blob else _NEUTRAL.get(kind.partition("(")[0].strip(), "0")
