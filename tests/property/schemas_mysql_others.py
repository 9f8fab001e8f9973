"""Random views, triggers, routines, sequences and events over random tables of MariaDB.

Depends on: schemas_mysql.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.property.schemas_mysql import quoted

if TYPE_CHECKING:
    from random import Random

    from tests.property.schemas_mysql import Schema


def others(random: Random, schema: Schema) -> None:
    for draw in (_view, _view, _trigger, _trigger, _routine, _sequence, _event):
        if random.random() < 0.35:
            draw(random, schema)


def _view(random: Random, schema: Schema) -> None:
    views = [name for name in schema.others if name.startswith("v")]
    if views and random.random() < 0.4:
        source, columns = random.choice(views), ["*"]
    else:
        table = random.choice(schema.tables)
        source = table.name
        names = [quoted(column.name) for column in table.columns if not column.invisible]
        columns = random.choice((["*"], ["id", *names[:2]], ["count(*) as n"], ["max(id) as top"]))
    name = f"v{len(views)}"
    if source == name:
        return
    head = random.choice(("", "", "algorithm=merge ", "sql security invoker "))
    query = f"select {', '.join(columns)} from {quoted(source)}"
    if "id" in columns:
        query += random.choice(("", " where id > 1", " where id > 1 with check option"))
        head = head if "check" not in query else ""
    schema.others[name] = f"CREATE {head}VIEW {name} AS {query}"


def _trigger(random: Random, schema: Schema) -> None:
    table = random.choice(schema.tables)
    if table.partitions and random.random() < 0.5:
        return
    numbers = [c for c in table.columns if c.family == 0 and not c.formula]
    body = "set @seen = 1"
    if numbers and random.random() < 0.7:
        column = quoted(random.choice(numbers).name)
        body = f"set new.{column} = coalesce(new.{column}, {random.randint(1, 3)})"
    if random.random() < 0.3:
        body = f"begin\n  {body}; -- done\nend"
    name = f"w{random.randint(1, 4)}"
    moment = random.choice(("before insert", "before insert", "before update"))
    schema.others.pop(name, None)
    schema.others[name] = (
        f"CREATE TRIGGER {name} {moment} ON {quoted(table.name)} FOR EACH ROW {body}"
    )


def _routine(random: Random, schema: Schema) -> None:
    number = random.randint(1, 3)
    said = random.choice(("", "deterministic ", "no sql ", "comment 'it''s' "))
    result = random.choice(("int", "varchar(10)"))
    schema.others[f"f{number}"] = random.choice(
        (
            f"CREATE FUNCTION f{number}(x {result}) RETURNS {result} {said}RETURN x",
            f"CREATE FUNCTION f{number}() RETURNS {result} {said}BEGIN /* one; */ RETURN 1; END",
        )
    )
    schema.others[f"p{number}"] = (
        f"CREATE PROCEDURE p{number}(in a int) {said}begin select a; select {number}; end"
    )


def _sequence(random: Random, schema: Schema) -> None:
    words = random.choice(("", " start with 5", " increment by 2", " minvalue 1 cycle", " nocache"))
    schema.others["s1"] = f"CREATE SEQUENCE s1{words}"


def _event(random: Random, schema: Schema) -> None:
    said = random.choice(("", "on completion preserve ", "disable ", "comment 'x' "))
    schema.others["e1"] = f"CREATE EVENT e1 ON SCHEDULE EVERY 1 DAY {said}DO SELECT 1"
