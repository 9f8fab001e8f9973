"""ALTER COLUMN of PostgreSQL: what turns one column into another, with its rows.

Depends on: catalog, postgres_items, postgres_sequences, postgres_tables, postgres_values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass, replace
from flash_core.catalog.identifiers import string
from flash_core.catalog.model import Column
from flash_core.catalog.names import object_name
from flash_core.catalog.not_nulls import is_numbered, is_passed_on, own_not_null
from flash_core.catalog.render_tables import column_definition
from flash_core.sql.dotted import dotted_parts

from .postgres_items import PG, quoted, written
from .postgres_sequences import Sequence, identity_name, identity_sequence, outgrown
from .postgres_values import by_function, conversion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TypeAlias

    from flash_core.sql.syntax import TypeName

    from .postgres_items import Item
    from .postgres_items import Key as ItemKey

    Types: TypeAlias = tuple[TypeName | None, TypeName | None]

NUMBERS: Final = "DEFAULT"  # of a sequence that is made after its column
_WIDTHS: Final = {"int2": 2, "int4": 4, "int8": 8}
_DIGITS: Final = {"int2": 5, "int4": 10, "int8": 19}
_SAFE: Final = frozenset({("json", "jsonb"), ("float4", "float8"), ("date", "timestamp")})


@dataclass(frozen=True, slots=True)
class Step:
    """A statement of one direction, and what it is for."""

    sql: str
    comment: str
    destroys: bool = False


def table_key(item: Item) -> ItemKey:
    """Return the table of a column, default or constraint."""
    return "table", *item.key[1:3]


def head_of(item: Item) -> tuple[str, str]:
    """Return ALTER TABLE with the table of a column, and its name as written."""
    return f"ALTER TABLE {written(table_key(item))}", quoted(item.key[3])


def column_of(item: Item) -> Column:
    """Return the column of an item that is one."""
    if not isinstance(item.definition, Column):
        message = f"{item.label} is no column"
        raise TypeError(message)
    return item.definition


def is_retyped(old: Item, new: Item) -> bool:
    """Tell whether a column changes its type or collation."""
    before, after = column_of(old), column_of(new)
    return (before.type, before.collation) != (after.type, after.collation)


def is_remade(old: Item, new: Item) -> bool:
    """Tell whether a column must go and come again: it begins to be generated, or otherwise."""
    before, after = column_of(old), column_of(new)
    if after.generated is None:
        return False
    if before.generated is None or before.stored != after.stored:
        return True
    return is_retyped(old, new)


def is_moved(old: Item, new: Item) -> bool:
    """Tell whether the values of a virtual column must be written into a plain one."""
    before, after = column_of(old), column_of(new)
    return before.generated is not None and not before.stored and after.generated is None


def alter_column(
    old: Item,
    new: Item,
    default: str | None,
    plain: Types | None = None,
    labels: tuple[str, ...] = (),
) -> Iterator[Step]:
    """Yield what turns a column into another; its default is an object of its own.

    Args:
        old: The column.
        new: What it should be.
        default: What rows get that hold NULL where there must be a value.
        plain: The types that its values have before and after, where those are domains.
        labels: The values that the type has, if it is an enum.
    """
    before, after = column_of(old), column_of(new)
    head, name = head_of(new)
    alter = f"{head} ALTER COLUMN {name}"
    label = new.label.removeprefix("column ")
    if is_moved(old, new):
        yield _settled(new, after)
    elif before.generated is not None and after.generated is None:
        yield Step(f"{alter} DROP EXPRESSION", f"make a plain column of {label}, with its values")
    elif after.generated is not None and before.generated != after.generated:
        yield Step(f"{alter} SET EXPRESSION AS ({after.generated})", f"calculate {label} otherwise")
    if before.identity is not None and after.identity is None:
        yield Step(f"{alter} DROP IDENTITY", f"drop identity of {label}")
    numbers = list(_identity(old, new, alter, label))
    if _is_narrowed(old, new):  # the limits of the sequence must fit the type
        yield from numbers
        numbers = []
    if is_retyped(old, new) and not is_moved(old, new):
        yield retype(new, before, after, plain, labels)
    yield from nullability(old, new, default)
    yield from numbers


def _is_narrowed(old: Item, new: Item) -> bool:
    """Tell whether the sequence of an identity column gets a smaller type."""
    was, now = _sequence(old), _sequence(new)
    return was is not None and now is not None and now.largest < was.largest


def nullability(old: Item, new: Item, default: str | None) -> Iterator[Step]:
    """Yield what gives a column its NOT NULL, or takes it.

    Args:
        old: The column.
        new: What it should be.
        default: What rows get that hold NULL where there must be a value.
    """
    before, after = column_of(old), column_of(new)
    head, name = head_of(new)
    label = new.label.removeprefix("column ")
    narrowed = is_passed_on(before) and after.not_null_alone
    if before.not_null and (narrowed or not after.not_null):
        where = " below" if narrowed else ""
        yield Step(f"{head} ALTER COLUMN {name} DROP NOT NULL", f"allow NULL in {label}{where}")
    widened = before.not_null_alone and is_passed_on(after)
    if widened or (after.not_null and not before.not_null):
        yield from _values(new, default)
    if after.not_null and (narrowed or not before.not_null):
        same = before.not_null_name, before.not_null_alone
        if before.not_null_name is not None and same == (after.not_null_name, after.not_null_alone):
            yield Step(
                f"{head} VALIDATE CONSTRAINT {quoted(before.not_null_name)}",
                f"require a value in {label}, as new rows have it; fails if rows hold NULL",
            )
        else:
            yield required(new, after, label)
    elif after.not_null:
        yield from _named_and_passed_on(old, new, label)


def _values(new: Item, default: str | None) -> Iterator[Step]:
    """Yield what gives rows a value that have none, but must, be they in tables below."""
    label, name = new.label.removeprefix("column "), quoted(new.key[3])
    only = "ONLY " if column_of(new).not_null_alone else ""
    if column_of(new).identity is not None or default == NUMBERS:
        yield _numbered(new, label, only)
    elif default is not None:
        yield Step(
            f"UPDATE {only}{written(table_key(new))} SET {name} = {default} WHERE {name} IS NULL",  # noqa: S608 - quoted names
            f"give rows without a value in {label} its DEFAULT",
        )


def _named_and_passed_on(old: Item, new: Item, label: str) -> Iterator[Step]:
    """Yield what gives a NOT NULL another name, and to the tables below."""
    if _not_null_name(old) != _not_null_name(new):
        yield renamed_not_null(old, new)
    if column_of(old).not_null_alone and not column_of(new).not_null_alone:
        sql = f"{head_of(new)[0]} ALTER CONSTRAINT {quoted(_not_null_name(new))} INHERIT"
        yield Step(sql, f"require a value in {label} of tables below, too; fails if rows hold NULL")


def renamed_not_null(old: Item, new: Item) -> Step:
    """Return what gives the NOT NULL of a column another name.

    Args:
        old: The column.
        new: What it should be.
    """
    label = new.label.removeprefix("column ")
    return Step(
        _renamed_if_there(new, [_not_null_name(old)]),
        f"rename the NOT NULL constraint of {label}, if it has one",
    )


def _renamed_if_there(new: Item, names: Iterable[str]) -> str:
    """Return what renames a NOT NULL, which has no name before PostgreSQL 18, or another one."""
    table = written(table_key(new))
    renames = (
        f"    IF EXISTS (SELECT FROM pg_constraint WHERE conname = {string(name)}"
        f" AND contype = 'n' AND conrelid = {string(table)}::regclass) THEN\n"
        f"        ALTER TABLE {table} RENAME CONSTRAINT {quoted(name)}"
        f" TO {quoted(_not_null_name(new))};\n"
        "    END IF;\n"
        for name in names
    )
    return f"DO $$ BEGIN\n{''.join(renames)}END $$"


def _numbered(new: Item, label: str, only: str) -> Step:
    """Return what gives numbers to rows that have none; the sequence goes on after them."""
    path, name = f"{only}{written(table_key(new))}", quoted(new.key[3])
    return Step(
        f"UPDATE {path} AS target SET {name} = numbered.number"  # noqa: S608 - quoted names
        f" FROM (SELECT tableoid AS home, ctid AS place, row_number() OVER ()"
        f" + (SELECT coalesce(max({name}), 0) FROM {path}) AS number"
        f" FROM {path} WHERE {name} IS NULL) AS numbered"
        f" WHERE target.tableoid = numbered.home AND target.ctid = numbered.place",
        f"number the rows without a value in {label}",
    )


def _not_null_name(item: Item) -> str:
    return own_not_null(item.key[2], column_of(item))


def required(new: Item, after: Column, label: str) -> Step:
    """Return what gives a column its NOT NULL."""
    head, name = head_of(new)
    path = written(table_key(new))
    comment = (
        f"require a value in {label}; fails if rows hold NULL, which this would fill:"  # noqa: S608 - shown
        f" UPDATE {path} SET {name} = ... WHERE {name} IS NULL"
    )
    plain = not_null(head, replace(after, not_null_name=None))
    if after.not_null_name is None:
        return Step(plain, comment)
    if is_numbered(new.key[2], after.name, after.not_null_name):  # before 18 no name may stand here
        usual = (object_name(new.key[2], after.name, f"not_null{number}") for number in ("", "1"))
        others = [each for each in usual if each != after.not_null_name]
        return Step(f"{plain};\n{_renamed_if_there(new, others)}", comment)
    return Step(not_null(head, after), comment)


def not_null(head: str, column: Column) -> str:
    """Return what gives a column its NOT NULL.

    Args:
        head: ALTER TABLE with its table.
        column: The column.
    """
    name = quoted(column.name)
    if column.not_null_name is None and not column.not_null_alone:
        return f"{head} ALTER COLUMN {name} SET NOT NULL"
    own = "" if column.not_null_name is None else f"CONSTRAINT {quoted(column.not_null_name)} "
    return f"{head} ADD {own}NOT NULL {name}{' NO INHERIT' if column.not_null_alone else ''}"


def retype(
    new: Item,
    before: Column,
    after: Column,
    plain: Types | None = None,
    labels: tuple[str, ...] = (),
) -> Step:
    """Return the change of a column's type.

    Args:
        new: The column.
        before: What it was.
        after: What it should be.
        plain: The types that its values have before and after, where those are domains.
        labels: The values that the type has, if it is an enum.
    """
    head, name = head_of(new)
    label = new.label.removeprefix("column ")
    collation = ""
    if after.collation is not None:
        parts = dotted_parts(after.collation)
        collation = f" COLLATE {'.'.join(map(quoted, parts))}"
    using, make, drop = "", "", ""
    if before.generated is None:
        types = (before.type, after.type) if plain is None else plain
        found = by_function(name, *types, after.type_text)
        value, make, drop = found or (conversion(name, *types, after.type_text), "", "")
        using = f" USING {value}"
    narrows = _narrows(before, after)
    fails = _refusal(before, after, labels) if narrows else ""
    remark = "; values that do not fit are cut or refused" if narrows else ""
    return Step(
        f"{make}{head} ALTER COLUMN {name} TYPE {after.type_text}{collation}{using}{drop}",
        f"change type of {label} to {after.type_text}{fails or remark}",
        narrows and not fails,
    )


def _refusal(old: Column, new: Column, labels: tuple[str, ...]) -> str:
    """Return what to say of a type that takes a value as it is, or not at all."""
    if old.type is None or new.type is None or old.type.dimensions != new.type.dimensions:
        return ""
    if labels:
        return f"; fails where a value is not one of {', '.join(map(string, labels))}"
    if {old.type.parts[-1], new.type.parts[-1]} <= _WIDTHS.keys():
        return f"; fails where a value does not fit {new.type_text}"
    return ""


def _narrows(old: Column, new: Column) -> bool:
    """Tell whether values may be lost on the way from one type to another."""
    if old.type is None or new.type is None or old.type == new.type:
        return False
    before, after = old.type.parts[-1], new.type.parts[-1]
    if old.type.dimensions != new.type.dimensions:
        return True
    if before in _WIDTHS and after in _WIDTHS:
        return _WIDTHS[after] < _WIDTHS[before]
    if before in {"varchar", "text"} and after in {"varchar", "text"}:
        was, now = old.type.modifiers, new.type.modifiers
        return bool(now) and (not was or int(now[0]) < int(was[0]))
    if after == "text":
        return False
    if after == "numeric" and (before == "numeric" or before in _DIGITS):
        return not _holds(new.type.modifiers, before, old.type.modifiers)
    return (before, after) not in _SAFE


def _holds(wide: tuple[str, ...], before: str, narrow: tuple[str, ...]) -> bool:
    """Tell whether a numeric takes each value of another number as it is, by their modifiers."""
    if not wide or (before == "numeric" and not narrow):
        return not wide
    (digits, scale), (all_digits, places) = (
        (int(each[0]), int(each[1]) if len(each) > 1 else 0)
        for each in (narrow or (str(_DIGITS[before]),), wide)
    )
    return places >= scale and all_digits - places >= digits - scale


def _settled(new: Item, after: Column) -> Step:
    """Write the values of a virtual column into a plain one of its name."""
    head, name = head_of(new)
    aside = quoted(f"{after.name[:50]}__virtual")
    bare = Column(after.name, after.type, after.type_text, collation=after.collation)
    sql = (
        f"{head} RENAME COLUMN {name} TO {aside};\n"
        f"{head} ADD COLUMN {column_definition(bare, PG)};\n"
        f"UPDATE {written(table_key(new))} SET {name} = {aside};\n"
        f"{head} DROP COLUMN {aside}"
    )
    if after.not_null:
        sql += f";\n{head} ALTER COLUMN {name} SET NOT NULL"
    return Step(sql, f"make a plain column of {new.label.removeprefix('column ')}, with its values")


def _identity(old: Item, new: Item, alter: str, label: str) -> Iterator[Step]:
    before, after = column_of(old), column_of(new)
    if after.identity is None:
        return
    sequence = f"pg_get_serial_sequence({string(written(table_key(new)))}, {string(after.name)})"
    if before.identity is None:
        options = f" ({after.identity_options})" if after.identity_options else ""
        yield Step(
            f"{alter} ADD GENERATED {after.identity} AS IDENTITY{options}",
            f"make an identity column of {label}",
        )
        return
    names = [identity_name(i.key[2], i.key[3], column_of(i).identity_options) for i in (old, new)]
    if names[0] != names[1]:
        path = written(("sequence", new.key[1], names[0]))
        yield Step(
            f"ALTER SEQUENCE {path} RENAME TO {quoted(names[1])}",
            f"rename the sequence of {label}",
        )
    was, now = _sequence(old), _sequence(new)
    if was is not None and now is not None and was != now:
        yield Step(changed_sequence(f"{alter} ", sequence, was, now), f"change identity of {label}")
    if before.identity != after.identity:
        yield Step(f"{alter} SET GENERATED {after.identity}", f"change identity of {label}")


def _sequence(item: Item) -> Sequence | None:
    column = column_of(item)
    if column.identity is None:
        return None
    kind = column.type.parts[-1] if column.type else "int4"
    return identity_sequence(kind, column.identity_options)


def changed_sequence(alter: str, name: str, old: Sequence, new: Sequence) -> str:
    """Return what changes the parameters of the sequence of an identity column.

    Args:
        alter: Head of ALTER COLUMN.
        name: Expression for the name of the sequence.
        old: Its parameters.
        new: What they should be.
    """
    if not outgrown(old, new):
        return f"{alter}{new.settings}"
    # The sequence has the wider type of its column, before and after.
    low = max(min(old.minimum, new.minimum), -new.largest - 1)
    high = min(max(old.maximum, new.maximum), new.largest)
    between = (
        f"SELECT setval({name}::regclass, least(greatest(coalesce("
        f"pg_sequence_last_value({name}::regclass), {new.start}), {new.minimum}), {new.maximum}),"
        f" pg_sequence_last_value({name}::regclass) IS NOT NULL)"
    )
    return f"{alter}SET MINVALUE {low} SET MAXVALUE {high};\n{between};\n{alter}{new.settings}"
