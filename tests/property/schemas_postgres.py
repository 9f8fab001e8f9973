"""Random schemas of PostgreSQL, each with one that came of it, and rows that both can hold.

Numbers are small and different in each row, texts are their digits, enums hold a label that always
stays: such values survive a change of type and satisfy whatever key is added.

Depends on: nothing.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

ROWS: Final = 3
_DIGITS: Final = (
    "smallint",
    "integer",
    "bigint",
    "numeric",
    "numeric(12,2)",
    "text",
    "varchar(40)",
)
_GROUPS: Final = (
    _DIGITS,
    ("date", "timestamp", "timestamptz"),
    ("json", "jsonb"),
    ("integer[]", "bigint[]", "text[]"),
    ("boolean",),
    ("uuid",),
    ("mood", "mood"),
    ("small",),
    ("place",),
)
_NUMBERED: Final = ("integer", "bigint", "smallint")
_VALUES: Final = {
    "date": "'2020-01-0{}'",
    "timestamp": "'2020-01-0{}'",
    "timestamptz": "'2020-01-0{}'",
    "json": "'{{\"n\": {}}}'",
    "jsonb": "'{{\"n\": {}}}'",
    "integer[]": "'{{{}}}'",
    "bigint[]": "'{{{}}}'",
    "text[]": "'{{{}}}'",
    "boolean": "{} > 1",
    "uuid": "'00000000-0000-0000-0000-00000000000{}'",
    "mood": "'kept'",
    "place": "NULL",
}
_DEFAULTS: Final = {
    "text": "'it''s'",
    "varchar(40)": "'x'",
    "date": "CURRENT_DATE",
    "timestamp": "now()",
    "timestamptz": "now()",
    "json": "'{}'",
    "jsonb": "'[]'",
    "integer[]": "'{}'",
    "bigint[]": "ARRAY[1]::bigint[]",
    "text[]": "'{a}'",
    "boolean": "true",
    "uuid": "gen_random_uuid()",
    "mood": "'kept'",
    "place": "NULL::place",  # it has other attributes in each schema
}
_ACTIONS: Final = ("", "ON DELETE CASCADE", "ON DELETE SET NULL ON UPDATE CASCADE", "DEFERRABLE")
_NAMES: Final = ("a", "b", "c", "d", "e", "order", "A b")


def quoted(name: str) -> str:
    """Return a name as SQL."""
    return '"' + name.replace('"', '""') + '"'


@dataclass
class Column:
    """A column, but for what constraints say of it."""

    name: str
    type: str
    not_null: bool = False
    default: bool = False
    numbered: str = ""  # "serial", "ALWAYS", "BY DEFAULT", with parameters
    generated: str = ""  # the column that it is made from
    stored: bool = True
    check: int = 0
    comment: str = ""
    collation: str = ""

    @property
    def is_number(self) -> bool:
        """Whether arithmetic takes it."""
        return self.type in _DIGITS and not self.type.startswith(("text", "varchar"))


@dataclass
class Table:
    """A table."""

    name: str
    columns: list[Column]
    key: str = ""
    key_name: str = ""
    uniques: dict[tuple[str, ...], str] = field(default_factory=dict[tuple[str, ...], str])
    references: dict[str, tuple[str, str]] = field(default_factory=dict[str, tuple[str, str]])
    options: str = ""
    unlogged: bool = False
    secured: bool = False
    policy: int = 0
    trigger: str = ""
    disabled: bool = False
    comment: str = ""
    partitioned: bool = False
    gone: dict[str, str] = field(default_factory=dict[str, str])  # types of dropped columns

    def column(self, name: str) -> Column | None:
        """Return a column."""
        return next((column for column in self.columns if column.name == name), None)


@dataclass
class Schema:
    """Everything."""

    tables: dict[str, Table] = field(default_factory=dict[str, Table])
    gone: dict[str, Table] = field(default_factory=dict[str, Table])  # what dropped tables were
    labels: list[str] = field(default_factory=lambda: ["first", "kept", "last"])
    small: list[str] = field(default_factory=lambda: ["CHECK (VALUE > 0)"])
    place: list[str] = field(default_factory=lambda: ["x integer", "y text"])
    indexes: dict[str, tuple[str, str, bool]] = field(
        default_factory=dict[str, tuple[str, str, bool]]
    )
    views: dict[str, tuple[str, tuple[str, ...], bool]] = field(
        default_factory=dict[str, tuple[str, tuple[str, ...], bool]]
    )
    sequence: str = ""
    function: int = 0
    label_comment: str = ""


# -- making ----------------------------------------------------------------------


def _new_column(random: Random, name: str) -> Column:
    column = Column(name, random.choice(random.choice(_GROUPS[:7] + _GROUPS)))
    for change in random.sample(_COLUMN_CHANGES, random.randint(0, 2)):
        change(random, column)
    return column


def _set_null(_: Random, column: Column) -> None:
    # What satisfies a domain's CHECK is not known, so that rows would get NULL.
    column.not_null = not column.not_null and column.type not in {"place", "small"}


def _set_default(_: Random, column: Column) -> None:
    column.default = not column.default and not column.generated and not column.numbered


def _set_type(random: Random, column: Column) -> None:
    if not column.generated:
        column.type = random.choice(_NUMBERED if column.numbered else _group(column.type))
        column.check = column.check if column.is_number else 0
        column.collation = column.collation if column.type in {"text", "varchar(40)"} else ""


def _group(type_: str) -> tuple[str, ...]:
    """Return the types that values of one can be converted to."""
    return next(group for group in _GROUPS if type_ in group)


def _set_numbered(random: Random, column: Column) -> None:
    if column.type in _NUMBERED and not column.generated:
        column.default = False
        parameters = random.choice(["", " (START 50)", " (INCREMENT 5 MAXVALUE 9000 CYCLE)"])
        column.numbered = random.choice(
            ["", "serial", f"ALWAYS{parameters}", f"BY DEFAULT{parameters}"]
        )


def _set_check(random: Random, column: Column) -> None:
    column.check = random.randint(0, 2) if column.is_number else 0


def _set_comment(random: Random, column: Column) -> None:
    column.comment = random.choice(["", "it's", "other"])


def _set_collation(random: Random, column: Column) -> None:
    if column.type in {"text", "varchar(40)"}:
        column.collation = random.choice(["", "C", "POSIX"])


_COLUMN_CHANGES: Final[tuple[Callable[[Random, Column], None], ...]] = (
    _set_null,
    _set_default,
    _set_type,
    _set_type,
    _set_numbered,
    _set_check,
    _set_comment,
    _set_collation,
)


def _add_column(random: Random, table: Table) -> None:
    free = [name for name in _NAMES if table.column(name) is None]
    if not free:
        return
    name = random.choice(free)
    base = [c.name for c in table.columns if c.is_number and not c.generated]
    if base and random.random() < 0.25:
        made = Column(name, "bigint", generated=random.choice(base), stored=random.random() < 0.6)
    else:
        made = _new_column(random, name)
    # One of the name takes over the values of the dropped one, which must fit.
    if made.generated or table.gone.get(name, made.type) in _group(made.type):
        table.columns.append(made)


def _drop_column(random: Random, table: Table) -> None:
    column = random.choice(table.columns)
    if column.name == "id":
        return
    kept = [c for c in table.columns if c is not column and c.generated != column.name]
    table.gone.update((c.name, c.type) for c in table.columns if c not in kept)
    table.columns = kept


def _change_column(random: Random, table: Table) -> None:
    random.choice(_COLUMN_CHANGES)(random, random.choice(table.columns))


def _set_unique(random: Random, table: Table) -> None:
    names = [c.name for c in table.columns if c.type in _DIGITS and not c.generated]
    chosen = tuple(random.sample(names, min(len(names), random.randint(1, 2))))
    if table.partitioned or not chosen:
        return
    if chosen in table.uniques:
        del table.uniques[chosen]
    else:
        table.uniques[chosen] = random.choice(["", "NULLS NOT DISTINCT", "DEFERRABLE", "named"])


def _set_key(random: Random, table: Table) -> None:
    table.key = random.choice(["", "id"]) if not table.partitioned else ""
    table.key_name = random.choice(["", f"{table.name}_the_key"])


def _set_rest(random: Random, table: Table) -> None:
    match random.randint(0, 6):
        case 0:
            table.options = random.choice(["", "fillfactor=70", "autovacuum_enabled=false"])
        case 1:
            table.secured = not table.secured
        case 2:
            table.policy = random.randint(0, 2)
        case 3:
            table.trigger = random.choice(["", "", *(c.name for c in table.columns)])
        case 4:
            table.disabled = not table.disabled
        case 5:
            table.comment = random.choice(["", "a table", "it's"])
        case _:
            table.unlogged = not table.unlogged


_TABLE_CHANGES: Final[tuple[Callable[[Random, Table], None], ...]] = (
    _add_column,
    _add_column,
    _drop_column,
    _change_column,
    _change_column,
    _change_column,
    _set_unique,
    _set_key,
    _set_rest,
    _set_rest,
)


def new_schema(random: Random) -> Schema:
    """Return a random schema."""
    schema = Schema()
    for name in random.sample(["t", "u", "Mixed v"], random.randint(1, 3)):
        _add_table(random, schema, name)
    for _ in range(random.randint(0, 6)):
        random.choice(_CHANGES)(random, schema)
    _settle(schema)
    return schema


def changed_schema(random: Random, schema: Schema) -> Schema:
    """Return what a few changes make of a schema."""
    changed = deepcopy(schema)
    for _ in range(random.randint(1, 6)):
        random.choice(_CHANGES)(random, changed)
    _keep_targets(schema, changed)
    _settle(changed)
    return changed


def _keep_targets(schema: Schema, changed: Schema) -> None:
    """Put tables back that rows refer to, and let no rows refer to a new one, which is empty."""
    for name in [name for name in schema.tables if name in changed.tables]:
        for target, _ in schema.tables[name].references.values():
            if target not in changed.tables:
                changed.tables[target] = deepcopy(schema.tables[target])
        changed.tables[name].references = {
            column: (target, action)
            for column, (target, action) in changed.tables[name].references.items()
            if target in schema.tables
        }


def _add_table(random: Random, schema: Schema, name: str) -> None:
    table = Table(name, [Column("id", "integer", not_null=True)])
    if was := schema.gone.get(name):  # one of the name takes over the rows of the dropped one
        table.gone = {**was.gone, **{column.name: column.type for column in was.columns}}
    table.partitioned = random.random() < 0.15
    for _ in range(random.randint(0, 5)):
        random.choice(_TABLE_CHANGES)(random, table)
    schema.tables[name] = table


def _change_table(random: Random, schema: Schema) -> None:
    if schema.tables:
        table = schema.tables[random.choice(list(schema.tables))]
        random.choice(_TABLE_CHANGES)(random, table)


def _set_table(random: Random, schema: Schema) -> None:
    name = random.choice(["t", "u", "Mixed v"])
    if name in schema.tables and len(schema.tables) > 1:
        schema.gone[name] = schema.tables.pop(name)
    elif name not in schema.tables:
        _add_table(random, schema, name)


def _set_reference(random: Random, schema: Schema) -> None:
    table = schema.tables[random.choice(list(schema.tables))]
    columns = [c.name for c in table.columns if c.type in _NUMBERED and not c.generated]
    if columns:
        name, target = random.choice(columns), random.choice(list(schema.tables))
        table.references[name] = (target, random.choice(_ACTIONS))


def _set_index(random: Random, schema: Schema) -> None:
    name = random.choice(["i", "j", "K k"])
    table = schema.tables[random.choice(list(schema.tables))]
    columns = [c.name for c in table.columns if c.type in _DIGITS]
    if name in schema.indexes and random.random() < 0.4:
        del schema.indexes[name]
    elif columns:
        one = quoted(random.choice(columns))
        form = random.choice(
            ["({})", "({} DESC NULLS LAST)", "((({})::text))", "(id) INCLUDE ({})",
             "({}) WHERE {} IS NOT NULL", "USING hash ({})"]
        )  # fmt: skip
        schema.indexes[name] = (table.name, form.replace("{}", one), False)


def _set_view(random: Random, schema: Schema) -> None:
    name = random.choice(["v", "w", "m"])
    below = [*schema.tables, *(v for v in schema.views if v < name and v != "m")]
    source = random.choice(below)
    if name in schema.views and random.random() < 0.4:
        del schema.views[name]
        return
    if source in schema.tables:
        names = [c.name for c in schema.tables[source].columns]
        chosen = tuple(random.sample(names, random.randint(1, len(names))))
    else:
        chosen = schema.views[source][1]
    star = random.random() < 0.3
    schema.views[name] = (source, ("*",) if star else chosen, name == "m")


def _set_labels(random: Random, schema: Schema) -> None:
    others = random.sample(["first", "last", "new", "it's"], random.randint(0, 3))
    schema.labels = random.sample([*others, "kept"], len(others) + 1)
    schema.label_comment = random.choice(["", "labels"])


def _set_small(random: Random, schema: Schema) -> None:
    clauses = [
        "DEFAULT 5",
        "CHECK (VALUE > 0)",
        "CHECK (VALUE < 1000)",
        "CONSTRAINT s CHECK (VALUE <> 99)",
    ]
    schema.small = random.sample(clauses, random.randint(0, 3))


def _set_place(random: Random, schema: Schema) -> None:
    parts = ["x integer", "y text", "z bigint", 'w text COLLATE "C"']
    schema.place = random.sample(parts, random.randint(1, 4))


def _set_other(random: Random, schema: Schema) -> None:
    schema.sequence = random.choice(
        ["", "AS integer", "INCREMENT 3 START 10", "AS smallint MINVALUE 5 CYCLE", "INCREMENT -1"]
    )
    schema.function = random.randint(0, 3)


_CHANGES: Final[tuple[Callable[[Random, Schema], None], ...]] = (
    _change_table,
    _change_table,
    _change_table,
    _change_table,
    _set_table,
    _set_reference,
    _set_index,
    _set_index,
    _set_view,
    _set_view,
    _set_labels,
    _set_small,
    _set_place,
    _set_other,
)


# -- what can stand together -------------------------------------------------------


def _settle(schema: Schema) -> None:
    """Take out what names something that is not there."""
    for table in schema.tables.values():
        _settle_table(schema, table)
    schema.indexes = {
        name: (table, text, unique)
        for name, (table, text, unique) in schema.indexes.items()
        if table in schema.tables and _is_usable(schema.tables[table], text)
    }
    changed = True
    while changed:
        kept = {n: v for n, v in schema.views.items() if _is_readable(schema, v)}
        changed = len(kept) != len(schema.views)
        schema.views = kept


def _settle_table(schema: Schema, table: Table) -> None:
    numbers = {c.name for c in table.columns if c.is_number and not c.generated}
    table.columns = [c for c in table.columns if not c.generated or c.generated in numbers]
    for each in table.columns:
        if each.not_null and not each.default:
            each.check = min(each.check, 1)  # rows that are there get 0
    names = {c.name: c for c in table.columns}
    table.uniques = {
        columns: form
        for columns, form in table.uniques.items()
        if all(n in names and names[n].type in _DIGITS for n in columns) and not table.partitioned
    }
    kept: dict[str, tuple[str, str]] = {}
    for name, (target, action) in table.references.items():
        other = schema.tables.get(target)
        column = names.get(name)
        keyed = other is not None and other.key == "id" and not table.unlogged <= other.unlogged - 1
        if not (keyed and other is not None and column is not None):
            continue
        fits = (
            column.type in _NUMBERED and not column.generated and other.columns[0].type in _NUMBERED
        )
        if (
            fits
            and not table.unlogged
            and not other.unlogged
            and not ("SET NULL" in action and column.not_null)
        ):
            kept[name] = (target, action)
    table.references = kept
    if table.partitioned:
        table.unlogged, table.key, table.options = False, "", ""
        table.columns[0].type = "bigint" if table.columns[0].type == "bigint" else "integer"
        table.columns[0].collation = ""
    if not table.columns[0].is_number:
        table.policy = 0
    if table.trigger not in names or (names[table.trigger].generated):
        table.trigger = ""


def _is_usable(table: Table, text: str) -> bool:
    columns = [c for c in table.columns if quoted(c.name) in text]
    if "::text" in text and not all(c.type in _DIGITS for c in columns):
        return False
    named = '"' in text
    return all(c.type in _DIGITS and (c.stored or not c.generated) for c in columns) and bool(
        columns or not named
    )


def _is_readable(schema: Schema, view: tuple[str, tuple[str, ...], bool]) -> bool:
    source, names, _ = view
    if source in schema.tables:
        have = {c.name for c in schema.tables[source].columns}
        return names == ("*",) or set(names) <= have
    if source not in schema.views:
        return False
    below = schema.views[source][1]
    return names == ("*",) or below == ("*",) or set(names) <= set(below)


# -- as SQL ------------------------------------------------------------------------


def sql_of(schema: Schema) -> str:
    """Return a schema as its file would be."""
    return "".join(f"{statement};\n" for statement in _statements(schema))


def _statements(schema: Schema) -> Iterator[str]:
    labels = ", ".join("'" + label.replace("'", "''") + "'" for label in schema.labels)
    yield f"CREATE TYPE mood AS ENUM ({labels})"
    if schema.label_comment:
        yield f"COMMENT ON TYPE mood IS '{schema.label_comment}'"
    yield f"CREATE DOMAIN small AS integer {' '.join(schema.small)}"
    yield f"CREATE TYPE place AS ({', '.join(schema.place)})"
    if schema.sequence:
        yield f"CREATE SEQUENCE counter {schema.sequence}"
    yield from _functions(schema)
    for table in schema.tables.values():
        yield from _table(table)
    for table in schema.tables.values():
        for column, (target, action) in table.references.items():
            yield (
                f"ALTER TABLE {quoted(table.name)} ADD FOREIGN KEY ({quoted(column)})"
                f" REFERENCES {quoted(target)} {action}"
            )
    for name, (owner, text, _) in schema.indexes.items():
        yield f"CREATE INDEX {quoted(name)} ON {quoted(owner)} {text}"
    for name in sorted(schema.views, key=lambda name: (name == "m", name)):
        source, names, stored = schema.views[name]
        columns = "*" if names == ("*",) else ", ".join(map(quoted, names))
        kind = "MATERIALIZED VIEW" if stored else "VIEW"
        yield f"CREATE {kind} {name} AS SELECT {columns} FROM {quoted(source)}"
        yield f"COMMENT ON {kind} {name} IS 'reads {source}'"


def _functions(schema: Schema) -> Iterator[str]:
    yield (
        "CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS"
        f" $$BEGIN RETURN NEW; /* {schema.function} */ END$$"
    )
    kinds = {
        1: "CREATE FUNCTION calc(x mood) RETURNS text LANGUAGE sql AS 'SELECT x::text'",
        2: "CREATE FUNCTION calc(y mood, n integer DEFAULT 2) RETURNS text LANGUAGE sql AS 'SELECT y::text'",
        3: "CREATE FUNCTION calc(y small) RETURNS integer LANGUAGE sql AS 'SELECT y::integer'",
    }
    if schema.function:
        yield kinds[schema.function]


def _table(table: Table) -> Iterator[str]:
    path = quoted(table.name)
    lines = [_column(column) for column in table.columns]
    if table.key:
        name = f"CONSTRAINT {table.key_name} " if table.key_name and " " not in table.name else ""
        lines.append(f"{name}PRIMARY KEY ({table.key})")
    for number, (columns, form) in enumerate(table.uniques.items()):
        named = f'CONSTRAINT "{table.name}_u{number}" ' if form == "named" else ""
        before = form if form == "NULLS NOT DISTINCT" else ""
        after = form if form == "DEFERRABLE" else ""
        lines.append(f"{named}UNIQUE {before} ({', '.join(map(quoted, columns))}) {after}")
    head = "CREATE UNLOGGED TABLE" if table.unlogged else "CREATE TABLE"
    tail = f" WITH ({table.options})" if table.options else ""
    if table.partitioned:
        tail = " PARTITION BY RANGE (id)"
    yield f"{head} {path} ({', '.join(lines)}){tail}"
    if table.partitioned:
        part = quoted(f"{table.name}_part")
        yield f"CREATE TABLE {part} PARTITION OF {path} FOR VALUES FROM (0) TO (100)"
    yield from _said_of(table, path)


def _said_of(table: Table, path: str) -> Iterator[str]:
    if table.secured:
        yield f"ALTER TABLE {path} ENABLE ROW LEVEL SECURITY"
    if table.policy:
        yield f"CREATE POLICY p ON {path} USING (id > {table.policy})"
    if table.trigger:
        yield (
            f"CREATE TRIGGER tr BEFORE UPDATE OF {quoted(table.trigger)} ON {path}"
            " FOR EACH ROW EXECUTE FUNCTION noted()"
        )
        if table.disabled:
            yield f"ALTER TABLE {path} DISABLE TRIGGER tr"
    if table.comment:
        text = table.comment.replace("'", "''")
        yield f"COMMENT ON TABLE {path} IS '{text}'"
    for column in table.columns:
        if column.comment:
            text = column.comment.replace("'", "''")
            yield f"COMMENT ON COLUMN {path}.{quoted(column.name)} IS '{text}'"


_SERIAL: Final = {"integer": "serial", "bigint": "bigserial", "smallint": "smallserial"}


def _column(column: Column) -> str:
    words = [quoted(column.name), column.type]
    if column.numbered == "serial":
        words[1] = _SERIAL[column.type]
    elif column.numbered:
        kind, _, parameters = column.numbered.partition(" (")
        words.append(f"GENERATED {kind} AS IDENTITY" + (f" ({parameters}" if parameters else ""))
    if column.collation:
        words.append(f'COLLATE "{column.collation}"')
    if column.generated:
        how = "STORED" if column.stored else "VIRTUAL"
        return f"{' '.join(words)} GENERATED ALWAYS AS ({quoted(column.generated)} * 2) {how}"
    if column.not_null and column.numbered != "serial":
        words.append("NOT NULL")
    if column.default:
        words.append(f"DEFAULT {_DEFAULTS.get(column.type, '7')}")
    if column.check:
        words.append(f"CHECK ({quoted(column.name)} >= {column.check - 1})")
    return " ".join(words)


def rows_of(schema: Schema) -> str:
    """Return INSERTs; no two values of a column are equal where that can be."""
    statements: list[str] = []
    for table in _in_order(schema):
        plain = [c for c in table.columns if not c.generated]
        names = ", ".join(quoted(c.name) for c in plain)
        for number in range(1, ROWS + 1):
            values = ", ".join(_value(c, number) for c in plain)
            statements.append(
                f"INSERT INTO {quoted(table.name)} ({names}) OVERRIDING SYSTEM VALUE"
                f" VALUES ({values});\n"
            )
    return "".join(["SET session_replication_role = replica;\n", *statements,
                    "SET session_replication_role = DEFAULT;\n"])  # fmt: skip


def _in_order(schema: Schema) -> list[Table]:
    return list(schema.tables.values())


def _value(column: Column, number: int) -> str:
    if column.type in {"text", "varchar(40)"}:
        return f"'{number}'"
    return _VALUES.get(column.type, "{}").format(number)
