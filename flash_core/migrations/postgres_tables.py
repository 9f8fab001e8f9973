"""Tables of PostgreSQL as items: columns, defaults, sequences, parents, comments.

Depends on: catalog, sql.postgres_objects, postgres_constraints, postgres_items, postgres_literals,
postgres_sequences.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.catalog.identifiers import string
from flash_core.catalog.implied import is_serial
from flash_core.catalog.names import unused
from flash_core.catalog.not_nulls import is_passed_on, own_not_null
from flash_core.catalog.objects import created
from flash_core.catalog.render import comment_on
from flash_core.catalog.render_tables import column_definition
from flash_core.catalog.text import names_in
from flash_core.sql.postgres_objects import foreign_clause
from flash_core.sql.syntax import TypeName

from .postgres_constraints import add_constraints
from .postgres_items import PG, USED, Item, column_key, comparable, quoted, said, written
from .postgres_literals import kind_of, plain_bound, plain_constant, uncast
from .postgres_sequences import SERIAL, Sequence, identity_name, identity_sequence, sequence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flash_core.catalog.model import Column, Table

    from .postgres_items import Key as ItemKey
    from .postgres_items import Objects

_WITH: Final = re.compile(r"\bWITH\s*\(([^)]*)\)", re.IGNORECASE)
_NAME: Final = r'("(?:[^"]|"")+"|[\w$]+)'
_METHOD: Final = re.compile(rf"(?:\A|(?<=[\s)]))USING\s+{_NAME}", re.IGNORECASE)
_TABLESPACE: Final = re.compile(rf"\bTABLESPACE\s+{_NAME}\s*\Z", re.IGNORECASE)
_PUBLIC: Final = re.compile(r"'public\.(?=[^']+'\s*::\s*regclass\b)")  # as dumps name a sequence
# What a server uses unless it is set up otherwise.
HEAP: Final = "heap"
PG_DEFAULT: Final = "pg_default"


def options_of(text: str) -> dict[str, str]:
    """Return the storage parameters in ``fillfactor = 70, autovacuum_enabled``."""
    found: dict[str, str] = {}
    for part in text.split(","):
        name, _, value = part.partition("=")
        if name.strip():
            found[name.strip().lower()] = _folded(value.strip()).strip("'") or "true"
    return found


def storage(tail: str) -> dict[str, str]:
    """Return the storage parameters in what follows the columns of a table."""
    found = _WITH.search(tail)
    return options_of(found[1]) if found else {}


def placement(tail: str) -> tuple[str, str]:
    """Return the access method and the tablespace that follow the columns of a table."""
    rest = _WITH.sub("", tail)
    method, place = _METHOD.search(rest), _TABLESPACE.search(rest)
    return (_folded(method[1]) if method else HEAP, _folded(place[1]) if place else PG_DEFAULT)


def _folded(word: str) -> str:
    """Return a word as the server stores it, in quotes as it stands."""
    return word if word[:1] in {"'", '"'} else word.lower()


def without_storage(tail: str) -> str:
    """Return what follows the columns of a table without how and where its rows are stored."""
    return " ".join(_TABLESPACE.sub("", _METHOD.sub("", _WITH.sub("", tail))).split())


def grouping(tail: str) -> tuple[str, ...]:
    """Return the same as words that agree however they are written."""
    return comparable(without_storage(tail)) if tail else ()


def with_storage(tail: str, options: Mapping[str, str], method: str, tablespace: str) -> str:
    """Return what follows the columns of a table with how and where its rows are stored.

    Args:
        tail: Whatever stands there now.
        options: Storage parameters.
        method: The access method.
        tablespace: Where.
    """
    listed = ", ".join(f"{name} = {value}" for name, value in options.items())
    parts = [
        without_storage(tail),
        f"USING {method}" if method != HEAP else "",
        f"WITH ({listed})" if listed else "",
        f"TABLESPACE {tablespace}" if tablespace != PG_DEFAULT else "",
    ]
    return " ".join(filter(None, parts))


def plain_column(column: Column) -> Column:
    """Return a serial column as the integer column that it is."""
    if not is_serial(column) or column.type is None:
        return column
    kind = SERIAL[column.type.parts[-1].lower()]
    text = {"int2": "smallint", "int4": "integer", "int8": "bigint"}[kind]
    type_ = TypeName((kind,), span=column.type.span)
    return replace(column, type=type_, type_text=text, not_null=True)


def owned_sequence(table: Table, column: Column) -> tuple[str, Sequence] | None:
    """Return name and parameters of the sequence behind a serial or identity column."""
    taken: set[str] = set()
    if column.identity is not None:
        kind = column.type.parts[-1] if column.type else "int4"
        parameters = identity_sequence(kind, column.identity_options)
        return unused(table.name, column.name, "seq", taken), parameters
    if is_serial(column) and column.type is not None:
        kind = SERIAL[column.type.parts[-1].lower()]
        parameters = replace(sequence(kind, ()), unlogged=table.unlogged)
        return unused(table.name, column.name, "seq", taken), parameters
    return None


def add_table(objects: Objects, table: Table) -> None:
    """Add a table and all that belongs to it."""
    key = ("table", table.schema, table.name)
    item = objects.add(Item(key, f"table {_shown(table)}", destroys=True, definition=table))
    item.drop = f"DROP {'FOREIGN ' if table.foreign else ''}TABLE {written(key)}"
    item.facts = table_facts(table)
    _need_above(objects, table, item)
    theirs = _inherited(objects, table)
    for column in table.columns:
        objects.announce(column_key(table.schema, table.name, column.name))
    for column in table.columns:
        _add_column(objects, table, column, inherited=column.name in theirs)
    add_constraints(objects, table)
    for parent_path in table.inherits:
        _add_parent(objects, table, parent_path)
    if table.comment is not None:
        word = "FOREIGN TABLE" if table.foreign else "TABLE"
        add_comment(objects, word, written(key), table.comment, key)


def table_facts(table: Table) -> tuple[object, ...]:
    """Return what must agree for two tables to be the same, columns and constraints aside."""
    options = tuple(sorted(storage(table.tail).items()))
    foreign = foreign_clause(table.foreign) if table.foreign else None
    there = (
        None if foreign is None else (foreign.name, tuple(sorted(dict(foreign.options).items())))
    )
    kept = (*placement(table.tail), options)
    return grouping(table.tail), table.of_type, there, table.unlogged, kept


def _need_above(objects: Objects, table: Table, item: Item) -> None:
    """Note what a table needs beyond its columns."""
    for path in (*table.inherits, table.of_type):
        if path and (parent := objects.relation(path) or objects.type(path)):
            item.needs.add(parent)
            columns = objects.columns(parent).values()
            item.wants |= set(columns) | {("default", *column[1:]) for column in columns}
    if table.schema:
        item.needs.add(("schema", "", table.schema))
    item.needs |= {
        k for k in objects.mentioned(table.tail) if k[0] in {"routine", "type", "collation"}
    }
    if table.foreign:
        words = names_in(table.foreign, PG)
        item.needs |= {
            ("server", "", made[1])
            for other in objects.catalog.others
            if (made := created(other.text)) and made[0] == "SERVER" and made[1] in words
        }


def _shown(table: Table) -> str:
    return f"{table.schema}.{table.name}" if table.schema else table.name


def _inherited(objects: Objects, table: Table) -> set[str]:
    found: set[str] = set()
    for path in (*table.inherits, *((table.of_type,) if table.of_type else ())):
        parent = objects.catalog.find_table(path) or objects.catalog.find_composite(path)
        found |= {column.name for column in parent.columns} if parent else set()
    return found


def _add_column(objects: Objects, table: Table, column: Column, *, inherited: bool) -> None:
    owner = ("table", table.schema, table.name)
    key = column_key(table.schema, table.name, column.name)
    plain = plain_column(column)
    if table.bound:  # the identity is that of the table above, which a partition has no own of
        plain = replace(plain, identity=None, identity_options="")
    item = objects.add(
        Item(key, f"column {_shown(table)}.{column.name}", inside=owner, destroys=True)
    )
    item.definition = plain
    item.unwritten = inherited
    if inherited and not (table.bound or table.of_type):
        _need_local(objects, table, column, item)
    item.drop = f"ALTER TABLE {written(owner)} DROP COLUMN {quoted(column.name)}"
    owned = owned_sequence(table, column)
    item.facts = (
        *_column_facts(table, plain, owned[1] if owned and column.identity else None),
        _is_required_above(objects, table, column),
    )
    item.needs.add(owner)
    _need_kinds(objects, owner, plain, item)
    if not plain.not_null and plain.not_null_name is not None and not inherited:
        _add_unproven(objects, key, plain.not_null_name, alone=plain.not_null_alone)
    if owned is not None and column.identity is None:
        _add_serial(objects, table, column, *owned)
    elif plain.default is not None:
        default = _add_default(objects, table, column, plain.default)
        if plain.not_null:  # rows that have no value may get it
            item.wants |= default.needs - {key}
    if column.comment is not None:
        target = f"{written(owner)}.{quoted(column.name)}"
        add_comment(objects, "COLUMN", target, column.comment, key)


def _is_required_above(objects: Objects, table: Table, column: Column) -> bool:
    """Tell whether the table above a partition requires a value, too."""
    parent = objects.catalog.find_table(table.inherits[0]) if table.bound else None
    above = objects.catalog.find_column(parent, column.name) if parent is not None else None
    return column.not_null and above is not None and is_passed_on(above)


def _column_facts(table: Table, column: Column, identity: Sequence | None) -> tuple[object, ...]:
    """Return what must agree for two columns to be the same; defaults are objects of their own."""
    name = own_not_null(table.name, column) if column.not_null else ""
    return (
        column.type, column.collation, column.not_null, name,
        column.generated, column.stored, column.identity, identity,
        identity and identity_name(table.name, column.name, column.identity_options),
        column.not_null_alone,
    )  # fmt: skip


def _need_kinds(objects: Objects, owner: ItemKey, column: Column, item: Item) -> None:
    """Note what a column is made of."""
    if column.type is not None and (kind := objects.type(column.type.parts)):
        item.needs.add(kind)
    if column.collation and (collation := objects.collation(column.collation)):
        item.needs.add(collation)
    if column.generated:
        item.destroys = False
        item.create = f"ALTER TABLE {written(owner)} ADD COLUMN {column_definition(column, PG, ())}"
        item.needs |= objects.columns_in(column.generated, [owner]) - {item.key}
        item.needs |= {k for k in objects.mentioned(column.generated) if k[0] in USED}


def _need_local(objects: Objects, table: Table, column: Column, item: Item) -> None:
    """Let a column come before the parent's of its name, where it does not only come from there."""
    item.local = not column.inherited
    for path in table.inherits if item.local else ():
        above = objects.catalog.find_table(path)
        found = above and objects.items.get(column_key(above.schema, above.name, column.name))
        if found:
            found.wants.add(item.key)


def _add_unproven(objects: Objects, column: ItemKey, name: str, *, alone: bool) -> None:
    """Add a NOT NULL that is not valid: it holds for rows that come."""
    head = f"ALTER TABLE {written(('table', *column[1:3]))}"
    key = ("setting", *column[1:], "not null")
    item = objects.add(Item(key, f"NOT NULL of new rows in {'.'.join(filter(None, column[1:]))}"))
    item.create = f"{head} ADD CONSTRAINT {quoted(name)} NOT NULL {quoted(column[3])}"
    item.create += f"{' NO INHERIT' if alone else ''} NOT VALID"
    item.drop = f"{head} ALTER COLUMN {quoted(column[3])} DROP NOT NULL"
    item.facts, item.inside, item.needs = (name, alone), column, {column}


def _add_serial(
    objects: Objects, table: Table, column: Column, name: str, parameters: Sequence
) -> None:
    key = ("sequence", table.schema, name)
    column_ = column_key(table.schema, table.name, column.name)
    path = written(key)
    item = objects.add(Item(key, f"sequence {'.'.join(filter(None, key[1:]))}", inside=column_))
    item.definition = parameters
    item.serial = True
    unlogged = "UNLOGGED " if parameters.unlogged else ""
    item.create = f"CREATE {unlogged}SEQUENCE {path} AS {parameters.type_name}"
    item.drop = f"DROP SEQUENCE {path}"
    item.facts = (parameters,)
    item.needs.add(column_)
    add_owner(objects, key, column_).serial = True
    _add_default(objects, table, column, f"nextval({string(path)}::regclass)").needs.add(key)


def add_owner(objects: Objects, key: ItemKey, column: ItemKey) -> Item:
    """Let a sequence belong to a column, with which it goes."""
    label = f"owner of sequence {'.'.join(filter(None, key[1:]))}"
    item = objects.add(Item(("owned", *key[1:]), label, inside=column))
    head = f"ALTER SEQUENCE {written(key)} OWNED BY"
    target = f"{written(('table', *column[1:3]))}.{quoted(column[3])}"
    item.create, item.drop = f"{head} {target}", f"{head} NONE"
    item.facts = column
    item.needs = {key, column}
    return item


def _add_default(objects: Objects, table: Table, own: Column, text: str) -> Item:
    owner = ("table", table.schema, table.name)
    column = column_key(table.schema, table.name, own.name)
    # What is below has a default of its own, or none.
    only = "ONLY " if owner in objects.parents else ""
    head = f"ALTER TABLE {only}{written(owner)} ALTER COLUMN {quoted(own.name)}"
    item = objects.add(
        Item(("default", *column[1:]), f"default of {_shown(table)}.{own.name}", inside=column)
    )
    item.create = f"{head} SET DEFAULT {text}"
    item.drop = f"{head} DROP DEFAULT"
    item.facts, item.definition = said(_plain_default(text, own)), text
    item.needs = {column} | {
        k for k in objects.mentioned(text) if k[0] in USED or k[0] == "sequence"
    }
    return item


def _plain_default(text: str, column: Column) -> str:
    """Return a default without what a dump adds: ``public``, and a cast to the column's type."""
    return plain_constant(uncast(_PUBLIC.sub("'", text), column), kind_of(column))


def _add_parent(objects: Objects, table: Table, path: tuple[str, ...]) -> None:
    owner = ("table", table.schema, table.name)
    parent = objects.relation(path)
    if parent is None:
        return
    item = objects.add(
        Item(("parent", *owner[1:], *parent[1:]), f"table {_shown(table)} as a child", inside=owner)
    )
    item.label = f"{_shown(table)} under {'.'.join(filter(None, parent[1:]))}"
    bound = plain_bound(table, objects.catalog.find_table(path)) if table.bound else ""
    item.facts = (comparable(bound), parent)  # a dump has its words in small letters
    if table.bound:
        item.create = (
            f"ALTER TABLE {written(parent)} ATTACH PARTITION {written(owner)} {table.bound}"
        )
        item.drop = f"ALTER TABLE {written(parent)} DETACH PARTITION {written(owner)}"
    else:
        item.create = f"ALTER TABLE {written(owner)} INHERIT {written(parent)}"
        item.drop = f"ALTER TABLE {written(owner)} NO INHERIT {written(parent)}"
    item.needs = {owner, parent}
    item.wants = {*objects.columns(owner).values(), *objects.columns(parent).values()}
    item.wants |= objects.constraints(owner)


def add_comment(
    objects: Objects, kind: str, target: str, text: str | None, on: ItemKey | None
) -> Item:
    """Add a comment on an object."""
    item = objects.add(Item(("comment", kind.upper(), target), f"the comment on {kind.lower()}"))
    item.label = f"the comment on {kind.lower()} {target}"
    item.create = comment_on(kind, target, text)
    item.drop = comment_on(kind, target, None)
    item.facts = text
    item.inside = on
    item.needs = set() if on is None else {on}
    return item
