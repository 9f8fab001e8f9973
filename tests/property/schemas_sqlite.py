"""Random schemas of SQLite, each with one that came of it, and rows that both can hold.

Every value is a number, or a text or blob of its digits, and no two in a column are equal: such
values survive a change of type, and satisfy whatever key is added.

Depends on: nothing.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from random import Random

ROWS: Final = 3
_STRICT: Final = ("INT", "INTEGER", "REAL", "TEXT", "BLOB", "ANY")
_LOOSE: Final = (*_STRICT[:-1], "", "VARCHAR(20)", "DECIMAL(10, 2)", "BOOLEAN", "TIMESTAMP", "UUID")
_STRICT_DEFAULTS: Final = {
    "INT": ("7", "(1 + 2)", "TRUE"),
    "INTEGER": ("7", "(1 + 2)", "TRUE"),
    "REAL": ("7", "-1.5"),
    "TEXT": ("'it''s'", "CURRENT_TIMESTAMP"),
    "BLOB": ("X'0A'",),
    "ANY": ("7", "'it''s'", "X'0A'"),
}
_COLLATIONS: Final = ("NOCASE", "RTRIM", "BINARY")
_NAMES: Final = (*"abcdefgh", "order", "a b", "x'y", "Mixed")
_CONFLICTS: Final = ("", "", "", "ON CONFLICT IGNORE", "ON CONFLICT REPLACE", "ON CONFLICT FAIL")
_ACTIONS: Final = (
    "",
    "ON DELETE CASCADE",
    "ON DELETE SET NULL",
    "ON UPDATE CASCADE",
    "ON DELETE CASCADE ON UPDATE SET NULL",
    "DEFERRABLE INITIALLY DEFERRED",
)


_Unique: TypeAlias = tuple[str, tuple[str, ...], str]  # name, columns, conflict clause
_Reference: TypeAlias = tuple[str, str, str, str]  # column, table, its column, actions


def quoted(name: str) -> str:
    """Return a name as SQL."""
    return '"' + name.replace('"', '""') + '"'


@dataclass
class Column:
    """A column, but for what constraints say of it."""

    name: str
    type: str
    not_null: str | None = None  # its conflict clause
    default: str | None = None
    collation: str | None = None
    generated: str | None = None  # the column that it is made from
    stored: bool = False
    check: bool = False


@dataclass
class Table:
    """A table."""

    name: str
    columns: list[Column]
    key: tuple[str, ...] = ()
    key_tail: str = ""
    autoincrement: bool = False
    uniques: list[_Unique] = field(default_factory=list["_Unique"])
    checks: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    references: list[_Reference] = field(default_factory=list["_Reference"])
    strict: bool = False
    without_rowid: bool = False
    inline: bool = False

    def column(self, name: str) -> Column | None:
        """Return a column."""
        return next((column for column in self.columns if column.name == name), None)

    def plain(self) -> list[Column]:
        """Return the columns that rows have values for."""
        return [column for column in self.columns if column.generated is None]

    @property
    def alias(self) -> str | None:
        """The column that is the rowid."""
        column = self.column(self.key[0]) if len(self.key) == 1 else None
        is_alias = column is not None and column.type == "INTEGER" and not self.without_rowid
        return column.name if is_alias and column is not None else None


@dataclass
class Schema:
    """Tables and what is written about them."""

    tables: dict[str, Table] = field(default_factory=dict[str, Table])
    indexes: dict[str, tuple[str, str, bool, str]] = field(
        default_factory=dict[str, tuple[str, str, bool, str]]
    )
    views: dict[str, tuple[str, tuple[str, ...]]] = field(
        default_factory=dict[str, tuple[str, tuple[str, ...]]]
    )
    triggers: dict[str, tuple[str, str, str]] = field(
        default_factory=dict[str, tuple[str, str, str]]
    )


# -- making ----------------------------------------------------------------------


def new_column(random: Random, name: str, *, strict: bool) -> Column:
    """Return a random column."""
    column = Column(name, random.choice(_STRICT if strict else _LOOSE))
    for change in random.sample(_COLUMN_CHANGES, random.randint(0, 2)):
        change(random, column)
    return column


def _set_default(random: Random, column: Column) -> None:
    column.default = random.choice(
        [None, "NULL", "7", "-1.5", "'it''s'", "X'0A'", "CURRENT_TIMESTAMP", "(1 + 2)", "TRUE"]
    )


def _set_null(random: Random, column: Column) -> None:
    column.not_null = None if column.not_null is not None else random.choice(_CONFLICTS)


def _set_collation(random: Random, column: Column) -> None:
    column.collation = random.choice([None, *_COLLATIONS])


def _set_check(_: Random, column: Column) -> None:
    column.check = not column.check


_COLUMN_CHANGES: Final[tuple[Callable[[Random, Column], None], ...]] = (
    _set_default,
    _set_null,
    _set_collation,
    _set_check,
)


def new_table(random: Random, name: str, schema: Schema) -> Table:
    """Return a random table."""
    strict = random.random() < 0.25
    names = random.sample(_NAMES, random.randint(2, 5))
    table = Table(name, [new_column(random, each, strict=strict) for each in names], strict=strict)
    table.inline = random.random() < 0.5
    _set_key(random, table, schema)
    for _ in range(random.randint(0, 3)):
        random.choice(_TABLE_CHANGES)(random, table, schema)
    return table


def _set_key(random: Random, table: Table, _: Schema) -> None:
    names = [column.name for column in table.plain()]
    table.key, table.key_tail, table.autoincrement = (), "", False
    kind = random.choice(["none", "rowid", "rowid", "one", "two"])
    if kind == "rowid":
        first = table.plain()[0]
        first.type, table.key = "INTEGER", (first.name,)
        first.default = None
        table.autoincrement = random.random() < 0.4
    elif kind != "none":
        table.key = tuple(random.sample(names, min(len(names), 1 + (kind == "two"))))
        table.key_tail = random.choice(_CONFLICTS)


def _set_without_rowid(_: Random, table: Table, __: Schema) -> None:
    table.without_rowid = not table.without_rowid


def _set_strict(random: Random, table: Table, _: Schema) -> None:
    table.strict = not table.strict
    if table.strict:
        for column in table.columns:
            column.type = column.type if column.type in _STRICT else random.choice(_STRICT)


def _set_unique(random: Random, table: Table, _: Schema) -> None:
    if table.uniques and random.random() < 0.5:
        table.uniques.pop()
        return
    names = [column.name for column in table.plain()]
    columns = tuple(random.sample(names, min(len(names), random.randint(1, 2))))
    table.uniques.append((random.choice(["", "u1", "u 2"]), columns, random.choice(_CONFLICTS)))


def _set_table_check(random: Random, table: Table, _: Schema) -> None:
    if table.checks and random.random() < 0.5:
        table.checks.pop()
        return
    column = quoted(random.choice(table.plain()).name)
    text = random.choice([f"length({column}) < 99", f"{column} IS NULL OR {column} <> 'END;'"])
    table.checks.append((random.choice(["", "c1"]), text))


def _set_reference(random: Random, table: Table, schema: Schema) -> None:
    if table.references and random.random() < 0.5:
        table.references.pop()
        return
    targets = [other for other in (*schema.tables.values(), table) if other.alias]
    free = [c.name for c in table.plain() if c.name not in {r[0] for r in table.references}]
    if targets and free:
        target = random.choice(targets)
        column = random.choice(free)
        action = random.choice(_ACTIONS)
        table.references.append((column, target.name, target.alias or "", action))


def _add_column(random: Random, table: Table, _: Schema) -> None:
    free = [name for name in _NAMES if table.column(name) is None]
    column = new_column(random, random.choice(free), strict=table.strict)
    if random.random() < 0.25:
        column.generated, column.stored = random.choice(table.plain()).name, random.random() < 0.4
        column.default, column.not_null = None, None
    table.columns.insert(random.randint(0, len(table.columns)), column)


def _drop_column(random: Random, table: Table, _: Schema) -> None:
    if len(table.plain()) > 1:
        table.columns.remove(random.choice(table.columns))


def _change_column(random: Random, table: Table, _: Schema) -> None:
    column = random.choice(table.columns)
    if random.random() < 0.3 and column.name not in table.key:
        column.type = random.choice(_STRICT if table.strict else _LOOSE)
    else:
        random.choice(_COLUMN_CHANGES)(random, column)


_TABLE_CHANGES: Final[tuple[Callable[[Random, Table, Schema], None], ...]] = (
    _set_key,
    _set_without_rowid,
    _set_strict,
    _set_unique,
    _set_table_check,
    _set_reference,
    _add_column,
    _add_column,
    _drop_column,
    _drop_column,
    _change_column,
    _change_column,
)


def new_schema(random: Random) -> Schema:
    """Return a random schema."""
    schema = Schema()
    for name in random.sample(["t", "u", "Users", "my table"], random.randint(1, 4)):
        schema.tables[name] = new_table(random, name, schema)
    for _ in range(random.randint(0, 5)):
        random.choice(_OTHERS)(random, schema)
    repair(schema)
    return schema


def _change_index(random: Random, schema: Schema) -> None:
    name = random.choice(["i", "j", "an index"])
    table = random.choice(list(schema.tables.values()))
    columns = random.sample(table.columns, min(2, len(table.columns)))
    parts = [quoted(column.name) + random.choice(["", " DESC"]) for column in columns]
    if random.random() < 0.3:
        parts[0] = f"lower({quoted(columns[0].name)})"
    where = f"WHERE {quoted(columns[-1].name)} IS NOT NULL" if random.random() < 0.3 else ""
    unique = random.random() < 0.3
    schema.indexes[name] = (table.name, ", ".join(parts), unique, where)


def _change_view(random: Random, schema: Schema) -> None:
    name = random.choice(["v", "w"])
    sources = [*schema.tables, *(view for view in schema.views if view < name)]
    source = random.choice(sources)
    table = schema.tables.get(source)
    names: list[str] = []
    if table is not None and random.random() < 0.7:
        names = [column.name for column in random.sample(table.columns, 1)]
    schema.views[name] = (source, tuple(names))


def _change_trigger(random: Random, schema: Schema) -> None:
    on = random.choice(list(schema.tables))
    event = random.choice(["AFTER INSERT", "BEFORE DELETE", "AFTER UPDATE"])
    schema.triggers[random.choice(["g", "h"])] = (on, event, random.choice(list(schema.tables)))


def _drop_other(random: Random, schema: Schema) -> None:
    kind = random.choice(["index", "view", "trigger"])
    if kind == "index" and schema.indexes:
        del schema.indexes[random.choice(list(schema.indexes))]
    elif kind == "view" and schema.views:
        del schema.views[random.choice(list(schema.views))]
    elif schema.triggers:
        del schema.triggers[random.choice(list(schema.triggers))]


_OTHERS: Final[tuple[Callable[[Random, Schema], None], ...]] = (
    _change_index,
    _change_view,
    _change_trigger,
    _drop_other,
)


def changed_schema(random: Random, before: Schema) -> Schema:
    """Return a schema that came of another."""
    schema = deepcopy(before)
    for _ in range(random.randint(0, 4)):
        table = random.choice(list(schema.tables.values()))
        random.choice(_TABLE_CHANGES)(random, table, schema)
    if random.random() < 0.3:
        name = random.choice(["t", "u", "fresh", "fresh two"])
        if name in schema.tables and len(schema.tables) > 1:
            del schema.tables[name]
        elif name not in schema.tables:
            schema.tables[name] = new_table(random, name, schema)
    for _ in range(random.randint(0, 3)):
        random.choice(_OTHERS)(random, schema)
    repair(schema)
    _let_rows_stay(before, schema)
    repair(schema)
    return schema


# -- what SQLite would refuse, and what rows would break ---------------------------


def repair(schema: Schema) -> None:
    """Remove what names something that is not there, or that SQLite refuses."""
    for table in schema.tables.values():
        _repair_table(table)
    for table in schema.tables.values():
        table.references = [
            reference
            for reference in table.references
            if (column := table.column(reference[0])) is not None
            and column.type != "BLOB"
            and (column.default is None or column.not_null is None)
            and reference[1] in schema.tables
            and schema.tables[reference[1]].alias == reference[2]
        ]
    for name, (table_name, parts, _, where) in list(schema.indexes.items()):
        owner = schema.tables.get(table_name)
        if owner is None or not _known(f"{parts} {where}", owner):
            del schema.indexes[name]
    for _ in range(2):
        for name, (source, names) in list(schema.views.items()):
            read = schema.tables.get(source)
            known = read is not None and all(read.column(each) for each in names)
            if not known and source not in schema.views:
                del schema.views[name]
    for name, (on, _, target) in list(schema.triggers.items()):
        if on not in schema.tables or target not in schema.tables:
            del schema.triggers[name]


def _known(text: str, table: Table) -> bool:
    return all(table.column(name) for name in text.split('"')[1::2])


def _repair_table(table: Table) -> None:
    names = {column.name for column in table.plain()}
    table.columns = [c for c in table.columns if c.generated is None or c.generated in names]
    if not set(table.key) <= names:
        table.key, table.key_tail, table.autoincrement = (), "", False
    if not table.key:
        table.without_rowid = False
    if table.alias is None:
        table.autoincrement = False
    else:
        table.key_tail = ""
    sets = {frozenset(table.key)}
    for unique in list(table.uniques):  # two keys of the same columns may not disagree
        if not set(unique[1]) <= names or frozenset(unique[1]) in sets:
            table.uniques.remove(unique)
        sets.add(frozenset(unique[1]))
    for column in table.columns:
        if column.generated is not None:
            column.default = column.not_null = None
            column.type = "TEXT" if table.strict else column.type
        if table.strict and column.default not in _STRICT_DEFAULTS.get(column.type, ()):
            column.default = None
    table.checks = [check for check in table.checks if _known(check[1], table)]


def _let_rows_stay(before: Schema, after: Schema) -> None:
    """Change what rows of the schema before could not satisfy, on the way there or back."""
    for was in before.tables.values():
        now = after.tables.get(was.name)
        for name, target, *_ in was.references if now else []:
            if now is not None and now.column(name):
                after.tables.setdefault(target, deepcopy(before.tables[target]))
    for table in after.tables.values():
        if table.name in before.tables:
            _let_rows_of_table_stay(before, before.tables[table.name], table)


def _let_rows_of_table_stay(before: Schema, was: Table, table: Table) -> None:
    table.references = [
        reference
        for reference in table.references
        if _has_rows(before, was, reference[:3]) or reference in was.references
    ]
    alias = was.column(table.alias) if table.alias else None
    if alias is not None and alias.type == "BLOB":
        table.key = ()
    for column in table.plain():
        needed = column.not_null is not None or column.name in table.key
        if was.column(column.name) is None and needed:
            column.not_null = None
            table.key = tuple(name for name in table.key if name != column.name)
        if was.column(column.name) is None:  # a default would be the same in every row
            column.default = None


def _has_rows(before: Schema, was: Table, reference: tuple[str, str, str]) -> bool:
    """Tell whether rows have values for a reference, and those that they refer to."""
    name, target_name, target_column = reference
    column, target = was.column(name), before.tables.get(target_name)
    if column is None:
        return True
    right_kind = column.generated is None and column.type != "BLOB"
    return right_kind and target is not None and target.alias == target_column


# -- as SQL ----------------------------------------------------------------------


def sql_of(schema: Schema) -> str:
    """Return a schema as the text of a file."""
    statements = [_create(table) for table in schema.tables.values()]
    for name, (table, parts, unique, where) in schema.indexes.items():
        head = "CREATE UNIQUE INDEX" if unique else "CREATE INDEX"
        statements.append(f"{head} {quoted(name)} ON {quoted(table)} ({parts}) {where}")
    for name, (source, columns) in sorted(schema.views.items()):
        what = ", ".join(map(quoted, columns)) or "*"
        statements.append(f"CREATE VIEW {name} AS SELECT {what} FROM {quoted(source)}")
    for name, (on, event, target) in schema.triggers.items():
        body = f"SELECT count(*) FROM {quoted(target)}; SELECT 'END;';"
        statements.append(f"CREATE TRIGGER {name} {event} ON {quoted(on)} BEGIN {body} END")
    return "".join(f"{statement};\n" for statement in statements)


def _create(table: Table) -> str:
    lines = [_column(table, column) for column in table.columns]
    lines += _constraints(table)
    options = ["STRICT"] * table.strict + ["WITHOUT ROWID"] * table.without_rowid
    return f"CREATE TABLE {quoted(table.name)} ({', '.join(lines)}) {', '.join(options)}"


def _column(table: Table, column: Column) -> str:
    words = [quoted(column.name), column.type]
    if _beside(table, column.name):
        words += ["PRIMARY KEY", table.key_tail, "AUTOINCREMENT" * table.autoincrement]
    if column.not_null is not None:
        words += ["NOT NULL", column.not_null]
    if column.default is not None:
        words += ["DEFAULT", column.default]
    if column.collation is not None:
        words += ["COLLATE", column.collation]
    if column.check:
        words.append(f"CHECK (length({quoted(column.name)}) < 99)")
    if column.generated is not None:
        words += [f"AS ({quoted(column.generated)} || '')", "STORED" if column.stored else ""]
    return " ".join(filter(None, words))


def _beside(table: Table, name: str) -> bool:
    return table.key == (name,) and (table.inline or table.autoincrement)


def _constraints(table: Table) -> Iterator[str]:
    if table.key and not _beside(table, table.key[0]):
        yield f"PRIMARY KEY ({_list(table.key)}) {table.key_tail}"
    for name, columns, conflict in table.uniques:
        yield f"{_named(name)}UNIQUE ({_list(columns)}) {conflict}"
    for name, text in table.checks:
        yield f"{_named(name)}CHECK ({text})"
    for column, target, target_column, action in table.references:
        path = f"{quoted(target)} ({quoted(target_column)})"
        yield f"FOREIGN KEY ({quoted(column)}) REFERENCES {path} {action}"


def _named(name: str) -> str:
    return f"CONSTRAINT {quoted(name)} " if name else ""


def _list(names: Sequence[str]) -> str:
    return ", ".join(map(quoted, names))


def rows_of(schema: Schema) -> str:
    """Return INSERTs of rows that every column and key can hold."""
    statements: list[str] = ["PRAGMA foreign_keys = OFF"]
    for table in schema.tables.values():
        columns = table.plain()
        names = _list([column.name for column in columns])
        for number in range(1, ROWS + 1):
            values = ", ".join(_value(table, column, number) for column in columns)
            statements.append(f"INSERT INTO {quoted(table.name)} ({names}) VALUES ({values})")
    statements.append("PRAGMA foreign_keys = ON")
    return "".join(f"{statement};\n" for statement in statements)


def _value(table: Table, column: Column, number: int) -> str:
    kind = column.type
    if column.name in {reference[0] for reference in table.references}:
        return f"{number}" if kind not in {"TEXT", "BLOB"} else f"CAST({number} AS {kind})"
    if kind == "BLOB":
        return f"CAST('{number}' AS BLOB)"
    return f"'{number}'" if kind in {"TEXT", "VARCHAR(20)", "UUID"} else f"{number}"
