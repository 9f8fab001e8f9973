"""A SQLite table made anew, for what ALTER TABLE cannot do: https://sqlite.org/lang_altertable.html.

A new table under a passing name, the rows copied, the old one dropped, the new one renamed.  What
is written about the table (indexes, triggers, views) goes before and comes after; that foreign keys
are off meanwhile is up to who runs it.

Depends on: catalog, engine, allowed_values, change, creation, sqlite_compare.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass, replace
from flash_core.catalog.identifiers import quote, quote_path, string
from flash_core.catalog.implied import rowid_alias
from flash_core.catalog.render_tables import create_table
from flash_core.engine import Engine

from .allowed_values import allowed_value
from .change import Change
from .creation import label
from .sqlite_columns import default_of
from .sqlite_compare import by_name, same_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from flash_core.catalog.model import Column, Table

    from .sqlite_apart import Apart

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


@dataclass(frozen=True, slots=True)
class _Way:
    """From one state of a table to the other.

    Attributes:
        various: The new columns, in lower case, by which rows must be told apart, and for each
            what rows have to be alike in for that, and how they are compared.
        returning: Whether it is the way back.
        emptied: Tables that it refers to, and in which there is nothing any more.
    """

    old: Table
    new: Table
    various: Mapping[str, Sequence[Mapping[str, str]]]
    returning: bool = False
    emptied: Sequence[str] = ()


def rebuild(
    old: Table, new: Table, reasons: Sequence[str], various: Apart, emptied: Sequence[str] = ()
) -> tuple[list[Change], list[Change]]:
    """Return the changes that make a table anew on the way up, and again on the way down.

    Args:
        old: As it is.
        new: As it should be.
        reasons: What cannot be done otherwise, in words.
        various: The columns by which rows must be told apart.
        emptied: Tables that the old one refers to, and that come back empty on the way down.
    """
    why = ", ".join(reasons)
    forth = list(_steps(_Way(old, new, various.new), why))
    back = list(_steps(_Way(new, old, various.old, returning=True, emptied=emptied), why))
    names = (label(new.schema, new.name),)
    changes = [
        Change(step.sql, "", step.comment, "", step.destroys, names=names, foreign_keys_off=True)
        for step in forth
    ]
    return changes, [
        Change("", step.sql, "", step.comment, undo_destroys=step.destroys, foreign_keys_off=True)
        for step in reversed(back)
    ]


def _steps(way: _Way, why: str) -> Iterator[_Step]:
    old, new = way.old, way.new
    name = label(new.schema, new.name)
    passing = replace(new, name=_PREFIX + new.name)
    path, passing_path = (quote_path(t.schema, t.name, _LITE) for t in (old, passing))
    yield _Step(
        create_table(passing, _LITE),
        f"rebuild table {name}: SQLite cannot alter {why} in place",
    )
    yield _copy(way, passing_path)
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


def _copy(way: _Way, passing_path: str) -> _Step:
    """Copy what both tables have."""
    old, new = way.old, way.new
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
        value, remark = _value(way, before.get(key), column)
        if value is not None:
            targets.append(quote(column.name, _LITE))
            values.append(value)
            remarks += [remark] if remark else []
    remarks += [f"{name} comes back empty: rows refer to nothing in it" for name in way.emptied]
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
    if unnumbered := _unnumbered(old, new):
        sql += f" ORDER BY {unnumbered} ISNULL"  # so that no row gets the number of a later one
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


def _unnumbered(old: Table, new: Table) -> str | None:
    """Return the column that gives a row a number now, where it may have been NULL before."""
    source = by_name(old).get((rowid_alias(new) or "").lower())
    alias = source is not None and (rowid_alias(old) or "").lower() == source.name.lower()
    if source is None or source.not_null or source.generated is not None or alias:
        return None
    return quote(source.name, _LITE)


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


def _value(way: _Way, source: Column | None, target: Column) -> tuple[str | None, str]:
    """Return what a column is filled with, ``None`` to leave that to its default; and a remark."""
    old, new = way.old, way.new
    if source is None:
        return _new_value(way, target)
    default = default_of(target)
    value = quote(source.name, _LITE)
    remark = ""
    if new.strict and not same_text(source.type_text, target.type_text):
        value = _cast(value, target.type_text)
        remark = f"values of {target.name} become {target.type_text}" * (value != source.name)
    elif old.strict and source.type_text.upper() == "BLOB" and target.type_text.upper() != "BLOB":
        value = f"CAST({value} AS TEXT)"  # which the affinity of the column makes a number again
    if rowid_alias(new) == target.name:
        remark = f"rows get numbers where {target.name} is NULL" * bool(_unnumbered(old, new))
    elif target.not_null and not source.not_null:
        if default is not None:
            value = f"COALESCE({value}, {default})"
        else:
            remark = f"fails where {target.name} is NULL"
    return value, remark


def _new_value(way: _Way, target: Column) -> tuple[str | None, str]:
    """Return the same as ``_value`` for a column that was not there."""
    default = default_of(target)
    alike = way.various.get(target.name.lower(), ())
    pointing = any(target.name in item.columns for item in way.new.foreign_keys)
    if default is not None and not target.not_null and pointing and way.returning:
        return "NULL", ""  # the default may refer to nothing
    if default is not None and alike:
        return _told_apart(way, target, default, alike, pointing=pointing)
    if not target.not_null or default is not None or rowid_alias(way.new) == target.name:
        return None, ""
    if pointing and not way.returning:
        return "NULL", f"fails if there are any: {target.name} is NOT NULL and has no DEFAULT"
    each = None if all(alike) else _another_each(way, target)
    value = each or _stand_in(way, target, various=bool(alike))
    shown = value if each is None else "another row each of what it refers to, as it is unique"
    if way.returning:
        return value, f"{target.name}, which is NOT NULL, comes back as {shown}"
    return value, f"{target.name}, which is NOT NULL and has no DEFAULT, gets {shown}"


def _told_apart(
    way: _Way,
    target: Column,
    default: str,
    alike: Sequence[Mapping[str, str]],
    *,
    pointing: bool,
) -> tuple[str, str]:
    """Return the same for a column whose one default would break a key.

    Args:
        way: From where to where.
        target: The column.
        default: Its default.
        alike: What rows have to be alike in, for each key, so that the default breaks it.
        pointing: Whether it refers to another table.
    """
    failing = target.not_null and pointing and not way.returning
    value = _stand_in(way, target, various=True) if target.not_null and not failing else "NULL"
    fate = "fails" if failing else f"is {value}"
    if not all(alike):
        return value, f"{target.name}, which is unique, {fate} in them"
    found = [_is_repeated(way.old, names) for names in alike]
    where = " or ".join(f"several have the same {', '.join(names)}" for names in alike)
    return (
        f"CASE WHEN {' OR '.join(found)} THEN {value} ELSE {default} END",
        f"{target.name} {fate} where {where}",
    )


def _is_repeated(table: Table, names: Mapping[str, str]) -> str:
    """Return the condition that another row has the same values: NULL is never the same."""
    columns = {name: by_name(table)[name] for name in names}
    words = {name: quote(column.name, _LITE) for name, column in columns.items()}
    known = [f"{words[name]} NOTNULL" for name, c in columns.items() if not c.not_null]
    terms = [
        word
        if names[name].upper() == (columns[name].collation or "BINARY").upper()
        else f"{word} COLLATE {names[name]}"
        for name, word in words.items()
    ]
    return " AND ".join([*known, f"count(*) OVER (PARTITION BY {', '.join(terms)}) > 1"])


def _cast(value: str, type_text: str) -> str:
    """Return a value as a STRICT table takes it."""
    return value if type_text.upper() == "ANY" else f"CAST({value} AS {type_text})"


def _another_each(way: _Way, target: Column) -> str | None:
    """Return the value of another row each of the table that a unique column refers to."""
    reference = next((r for r in way.new.foreign_keys if r.columns == (target.name,)), None)
    if reference is None or len(reference.foreign_columns) != 1:
        return None
    rowid = None if way.old.without_rowid else _rowid(way.old)
    if rowid is None:
        return None
    column, own = quote(reference.foreign_columns[0], _LITE), quote(way.old.name, _LITE)
    above = f"SELECT {column}, row_number() OVER (ORDER BY {column}) AS place FROM"
    # A window function would belong to the inner query: rows are counted one by one.
    number = f"SELECT count(*) FROM {own} AS _other WHERE _other.{rowid} <= {own}.{rowid}"  # noqa: S608 - as above
    rows = f"{above} {quote(reference.table[-1], _LITE)}"
    return f"(SELECT {column} FROM ({rows}) WHERE place = ({number}))"  # noqa: S608 - as above


def _stand_in(way: _Way, target: Column, *, various: bool) -> str:
    """Return a value for a column that was dropped and has to be there again."""
    reference = next((r for r in way.new.foreign_keys if r.columns == (target.name,)), None)
    if reference is not None and len(reference.foreign_columns) == 1:
        column = quote(reference.foreign_columns[0], _LITE)
        target_table = quote(reference.table[-1], _LITE)
        return f"(SELECT min({column}) FROM {target_table})"  # noqa: S608 - quoted names
    kind = target.type_text.upper()
    text = any(word in kind for word in ("CHAR", "CLOB", "TEXT"))
    blob = "BLOB" in kind
    if various:
        number = _number(way.old)
        return f"CAST({number} AS {'BLOB' if blob else 'TEXT'})" if text or blob else number
    value = "X''" if blob else _NEUTRAL.get(kind.partition("(")[0].strip(), "0")
    if text or kind in {"", "ANY"}:
        value = "''"
    return allowed_value(value, target.name, (check.text for check in way.new.checks), _LITE)
