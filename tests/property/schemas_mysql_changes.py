"""Random pairs of MariaDB schemas, with rows that both of them can hold.

The second schema is the first one with some of its parts drawn again, so that most of what differs
does so in one object that stays.

Depends on: schemas_mysql and its kin.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from tests.property.schemas_mysql import FAMILIES, NAMES, TABLES, Schema
from tests.property.schemas_mysql_others import others
from tests.property.schemas_mysql_rows import repaired, rows
from tests.property.schemas_mysql_tables import (
    add_check,
    add_key,
    add_options,
    add_reference,
    describe,
    new_column,
    new_table,
)

if TYPE_CHECKING:
    from random import Random

    from tests.property.schemas_mysql import Table


def draw_pair(random: Random) -> tuple[str, str, str]:
    """Return a schema, rows for it, and another schema."""
    before = Schema()
    for name in TABLES[: random.randint(1, 4)]:
        before.tables.append(new_table(random, name, before.tables))
    others(random, before)
    after = deepcopy(before)
    for _ in range(random.choice((1, 1, 2, 3, 5, 8))):
        _change(random, after)
    after = repaired(after)
    if random.random() < 0.3:
        before, after = after, before
    return before.sql(), rows(random, before, after), after.sql()


def _change(random: Random, schema: Schema) -> None:
    table = random.choice(schema.tables)
    changes = (
        _change_columns,
        _change_columns,
        _change_keys,
        _change_references,
        _change_table,
    )
    if random.random() < 0.25:
        _change_schema(random, schema)
    else:
        random.choice(changes)(random, schema, table)


def _change_columns(random: Random, _schema: Schema, table: Table) -> None:
    free = [name for name in NAMES if table.column(name) is None]
    what = random.randrange(6)
    if what == 0 and free:
        place = random.randint(0, len(table.columns))
        table.columns.insert(place, new_column(random, random.choice(free), table))
        return
    plain = [c for c in table.columns if c.family != 9]
    if not plain:
        return
    column = random.choice(plain)
    if what == 1:
        _drop(table, column.name)
    elif what == 2:
        table.columns.remove(column)
        table.columns.insert(random.randint(0, len(table.columns)), column)
        table.place_of_id = random.choice((0, 1, 9))
    elif what == 3 and not column.formula:
        describe(random, column)
    elif what == 4 and not column.formula:
        column.type = random.choice(FAMILIES[column.family])
        describe(random, column)
    elif what == 5 and column.family == 0:
        fresh = new_column(random, column.name, table)
        if fresh.family == 0 and column.name not in fresh.formula:
            table.columns[table.columns.index(column)] = fresh


def _drop(table: Table, name: str) -> None:
    table.columns = [c for c in table.columns if c.name != name]


def _change_keys(random: Random, _schema: Schema, table: Table) -> None:
    if table.keys and random.random() < 0.5:
        table.keys.remove(random.choice(table.keys))
    if random.random() < 0.7:
        add_key(random, table)
    random.shuffle(table.keys)


def _change_references(random: Random, schema: Schema, table: Table) -> None:
    if table.references and random.random() < 0.7:
        gone = random.choice(table.references)
        table.references.remove(gone)
        if random.random() < 0.5:
            _drop(table, gone.column)
        elif random.random() < 0.5:
            gone = deepcopy(gone)
            gone.actions = random.choice(("", " on delete cascade", " on delete no action"))
            own = {each.name for each in table.references if each.name}
            gone.name = random.choice(sorted({gone.name, "", f"other of {table.name}"} - own))
            table.references.append(gone)
    else:
        add_reference(random, table, schema.tables[: schema.tables.index(table)])


def _change_table(random: Random, schema: Schema, table: Table) -> None:
    what = random.randrange(5)
    if what == 0:
        table.options = table.partitions = ""
        add_options(random, table)
    elif what == 1:
        table.counted = not table.counted
    elif what == 2:
        table.id_type = random.choice(("int", "bigint", "int unsigned"))
        for other in schema.tables:
            for reference in other.references:
                column = other.column(reference.column)
                if reference.table == table.name and column is not None:
                    column.type = table.id_type
    elif what == 3:
        table.checks = table.checks[1:]
        add_check(random, table)
    else:
        table.place_of_id = random.choice((0, 1, 9))


def _change_schema(random: Random, schema: Schema) -> None:
    free = [name for name in TABLES if schema.table(name) is None]
    what = random.randrange(4)
    if what == 0 and free:
        schema.tables.append(new_table(random, random.choice(free), schema.tables))
    elif what == 1 and len(schema.tables) > 1:
        schema.tables.remove(random.choice(schema.tables))
    elif what == 2 and schema.others:
        del schema.others[random.choice(list(schema.others))]
    else:
        others(random, schema)
