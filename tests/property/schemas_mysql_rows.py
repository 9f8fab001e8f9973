"""What makes a changed schema of MariaDB correct again, and rows that two schemas can hold.

Values are ``1``, ``2`` and ``3`` in every type that has them, and are never asked to become what
they cannot.

Depends on: schemas_mysql.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.property.schemas_mysql import Column, Reference, Schema, Table, quoted

if TYPE_CHECKING:
    from random import Random


def repaired(schema: Schema) -> Schema:
    """Remove what is about something that is gone."""
    for number, table in enumerate(schema.tables):
        _repair_columns(table)
        _repair_keys(table)
        present = [other for other in schema.tables[: number + 1] if other.primary == ["id"]]
        known = {other.name: other.id_type for other in present if not other.partitions}
        table.references = [
            reference
            for reference in table.references
            if reference.table in known and table.column(reference.column) is not None
        ]
        if table.partitions and (table.references or any(key.kind for key in table.keys)):
            table.partitions = ""
        for column in table.columns:
            used = [r for r in table.references if r.column == column.name]
            if used:
                column.type = known[used[0].table]
    partitioned = {table.name for table in schema.tables if table.partitions}
    for table in schema.tables:
        table.references = [r for r in table.references if r.table not in partitioned]
    _repair_others(schema)
    return schema


def _repair_columns(table: Table) -> None:
    for column in list(table.columns):
        needs = [c for c in table.columns if quoted(c.name) in column.formula]
        wrong = [c for c in needs if c.formula or c.family != 0]
        if column.formula and (not needs or wrong):
            column.formula = ""
    numbers = [quoted(c.name) for c in table.columns if c.family == 0]
    table.checks = [c for c in table.checks if any(f"({name} " in c for name in numbers)]


def _repair_keys(table: Table) -> None:
    for key in list(table.keys):
        columns = [table.column(name) for name in key.columns]
        found = [column for column in columns if column is not None]
        text = [c for c in found if c.type.startswith(("text", "mediumtext", "varchar"))]
        fits = all(column.plain != ("(" in part.replace(quoted(column.name), ""))
                   for column, part in zip(found, key.parts, strict=False))  # fmt: skip
        if len(found) < len(columns) or any(c.type == "json" for c in found):
            table.keys.remove(key)
        elif key.kind == "fulltext":
            plain = len(text) == len(found) and not any("character" in c.type for c in found)
            if not plain:
                table.keys.remove(key)
        elif not fits:
            key.parts = [quoted(c.name) + ("" if c.plain else "(7)") for c in found]


def _repair_others(schema: Schema) -> None:
    names = {table.name for table in schema.tables}
    for _ in range(3):  # views over views over views
        for name, text in list(schema.others.items()):
            if name.startswith("v"):
                _repair_view(schema, name, text, names)
            elif name.startswith("w"):
                owner = next((t for t in schema.tables if f" ON {quoted(t.name)} " in text), None)
                columns = [] if owner is None else [c for c in owner.columns if not c.formula]
                known = any(f"new.{quoted(c.name)} " in text for c in columns if c.family == 0)
                if owner is None or ("new." in text and not known):
                    del schema.others[name]


def _repair_view(schema: Schema, name: str, text: str, names: set[str]) -> None:
    source = text.partition(" from `")[2].partition("`")[0]
    if source not in names and source not in schema.others:
        del schema.others[name]
        return
    table = schema.table(source)
    if table is not None:
        columns = text.partition("select ")[2].partition(" from ")[0].split(", ")
        known = {"id", *(quoted(column.name) for column in table.columns)}
        if any(column.startswith("`") and column not in known for column in columns):
            schema.others[name] = f"CREATE VIEW {name} AS select id from {quoted(source)}"


# -- rows ----------------------------------------------------------------------------


def rows(random: Random, before: Schema, after: Schema) -> str:
    """Return INSERTs for the first schema that the other one can keep."""
    statements: list[str] = []
    counts: dict[str, int] = {}
    for table in before.tables:
        twin = after.table(table.name)
        count = random.choice((0, 1, 3))
        triggers = [t for t in before.others.values() if f" ON {quoted(table.name)} FOR EACH" in t]
        if twin is None or triggers or _uniques(table) != _uniques(twin):
            count = min(count, 1)
        if twin is not None and any(_is_another(c, twin.column(c.name)) for c in table.columns):
            count = 0
        computed = {column.name for column in table.columns if column.formula}
        if twin is not None and any(each.column in computed for each in twin.references):
            count = 0
        for reference in _all_references(table, twin):
            kept = before.table(reference.table) and after.table(reference.table)
            known = 3 if reference.table == table.name else counts.get(reference.table, 0)
            count = min(count, known) if kept else 0
        counts[table.name] = count
        columns = [c for c in table.columns if not c.formula]
        names = ", ".join(["id", *(quoted(c.name) for c in columns)])
        for number in range(1, count + 1):
            values = [str(number), *(_value(random, table, c, twin, number) for c in columns)]
            statements.append(
                f"INSERT INTO {quoted(table.name)} ({names}) VALUES ({', '.join(values)});\n"
            )
    return "".join(statements)


def _is_another(column: Column, twin: Column | None) -> bool:
    """Tell whether a column of the same name holds what it cannot become."""
    return twin is not None and {column.family, twin.family} not in ({0, 9}, {column.family})


def _all_references(table: Table, twin: Table | None) -> list[Reference]:
    return [*table.references, *(twin.references if twin is not None else [])]


def _uniques(table: Table) -> list[tuple[object, ...]]:
    """Return what keeps rows apart."""
    found: list[tuple[object, ...]] = [
        (key.columns, [(c.type, c.formula) for c in table.columns if c.name in key.columns])
        for key in table.keys
        if key.kind == "unique"
    ]
    return [(table.primary,), *sorted(found, key=repr)]


def _value(random: Random, table: Table, column: Column, twin: Table | None, number: int) -> str:
    shown = [c.name for c in table.columns if quoted(column.name) in c.formula]  # goes by its value
    others = [twin.column(name) for name in (column.name, *shown)] if twin is not None else []
    required = column.required or any(c and (c.required or c.formula) for c in others)
    other = others[0] if others else None
    if column.family == 9 or (other is not None and other.family == 9):
        return str(number)
    if not required and random.random() < 0.2:
        return "NULL"
    if column.family == 4:
        return f"'2024-01-0{number}'"
    return str(number) if column.family == 0 else f"'{number}'"
