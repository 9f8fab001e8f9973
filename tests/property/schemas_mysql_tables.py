"""Random tables of MariaDB.

Depends on: schemas_mysql.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.property.schemas_mysql import (
    COMMENTS,
    FAMILIES,
    NAMES,
    Column,
    Key,
    Reference,
    Table,
    quoted,
    string,
)

if TYPE_CHECKING:
    from random import Random


def new_table(random: Random, name: str, others: list[Table]) -> Table:
    table = Table(name, id_type=random.choice(("int", "int", "bigint", "int unsigned")))
    table.counted = random.random() < 0.5
    for column in random.sample(NAMES, random.randint(0, 5)):
        table.columns.append(new_column(random, column, table))
    table.place_of_id = random.choice((0, 0, 0, 1))
    for _ in range(random.randint(0, 3)):
        add_key(random, table)
    for _ in range(random.choice((0, 0, 1, 2))):
        add_reference(random, table, others)
    for _ in range(random.choice((0, 0, 1))):
        add_check(random, table)
    add_options(random, table)
    return table


def new_column(random: Random, name: str, table: Table) -> Column:
    numbers = [column for column in table.columns if column.family == 0 and not column.formula]
    if numbers and random.random() < 0.15:
        stored = random.choice(("virtual", "stored"))
        formula = f"({quoted(random.choice(numbers).name)} + {random.randint(1, 3)}) {stored}"
        return Column(name, 0, random.choice(("int", "bigint")), formula=formula)
    family = random.randrange(len(FAMILIES))
    values = FAMILIES[family]
    column = Column(name, {1: 0, 3: 2}.get(family, family), random.choice(values))
    describe(random, column)
    return column


def describe(random: Random, column: Column) -> None:
    """Draw what is said of a column beside its type."""
    column.required = random.random() < 0.3
    column.comment = random.choice(COMMENTS)
    column.invisible = random.random() < 0.1
    column.check = ""
    column.default = ""
    if random.random() < 0.5 or column.type == "json" or (column.invisible and column.required):
        column.default = _default(random, column)
    if column.family == 0 and random.random() < 0.1:
        column.check = f"{quoted(column.name)} < {random.randint(10, 12)}"


def _default(random: Random, column: Column) -> str:
    if column.family == 4:
        digits = column.type.partition("(")[2].partition(")")[0]
        now = f"current_timestamp({digits})" if digits else "current_timestamp"
        if column.type == "date":
            return random.choice(("'2024-05-06'", "(curdate())"))
        return random.choice(("'2024-05-06 07:08:09'", now, f"{now} on update {now}"))
    if column.family == 0:
        return random.choice(("1", "2", "'3'", "0", "(1 + 1)"))
    return random.choice(("'1'", "'2'", "'3'"))


def add_key(random: Random, table: Table) -> None:
    usable = [column for column in table.columns if not column.type.startswith("json")]
    if not usable:
        return
    chosen = random.sample(usable, random.randint(1, min(2, len(usable))))
    texts = [c for c in chosen if c.type.startswith(("text", "varchar(20)", "varchar(300)"))]
    kind = random.choice(("", "", "", "unique"))
    if len(texts) == len(chosen) == 1 and "latin1" not in chosen[0].type and random.random() < 0.3:
        kind = "fulltext"
    parts = [_part(random, column, kind) for column in chosen]
    name = random.choice(("", "", f"k{random.randint(1, 3)}", "by name"))
    if name and any(key.name == name for key in table.keys):
        return
    table.keys.append(Key(name, kind, [column.name for column in chosen], parts))


def _part(random: Random, column: Column, kind: str) -> str:
    text = quoted(column.name)
    if kind == "fulltext":
        return text
    if not column.plain or (column.type == "varchar(300)" and random.random() < 0.5):
        text += f"({random.randint(5, 9)})"
    return text + random.choice(("", "", "", " desc"))


def add_reference(random: Random, table: Table, others: list[Table]) -> None:
    targets = [other for other in others if other.primary == ["id"] and not other.partitions]
    if table.primary == ["id"]:
        targets.append(table)
    names = [n for n in NAMES if table.column(n) is None]
    if not targets or not names or table.partitions:
        return
    target = random.choice(targets)
    name = random.choice(names)
    table.columns.append(Column(name, 9, target.id_type))
    named = f"{table.name}_to_{target.name}_{name}"
    actions = random.choice(("", "", " on delete cascade", " on delete set null on update cascade"))
    symbol = random.choice(("", named))
    table.references.append(Reference(symbol, name, target.name, actions))


def add_check(random: Random, table: Table) -> None:
    numbers = [column for column in table.columns if column.family == 0]
    if numbers:
        name = random.choice(("", f"constraint c{random.randint(1, 2)} "))
        if name and any(check.startswith(name) for check in table.checks):
            return
        column = quoted(random.choice(numbers).name)
        condition = random.choice((f"{column} < {random.randint(20, 22)}", f"{column} <> 7"))
        table.checks.append(f"{name}check ({condition})")


def add_options(random: Random, table: Table) -> None:
    words = [
        random.choice(("", "", f" comment {string(random.choice(COMMENTS[3:]))}")),
        random.choice(("", "", "", " default charset latin1", " collate utf8mb4_unicode_ci")),
        random.choice(("", "", " row_format=dynamic", " stats_persistent=1")),
    ]
    table.options = "".join(words)
    alone = not table.references and not any(key.kind for key in table.keys)
    if alone and table.primary == ["id"] and random.random() < 0.1:
        table.partitions = random.choice(
            (
                " partition by hash (id) partitions 3",
                " partition by key (id) partitions 2",
                (
                    " partition by range (id) (partition p0 values less than (2),"
                    " partition p1 values less than maxvalue)"
                ),
            )
        )
