"""RENAME statements of the engines, each with the one that takes it back.

Where an engine has none, or the object none here, the differ drops and creates, which loses
nothing: an index, a constraint, a view, a trigger and a function hold no rows of their own.

Depends on: catalog, engine, errors, mysql_labels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.catalog.identifiers import quote, quote_path, string
from flash_core.catalog.model import RenameKind
from flash_core.catalog.names import constraint_names
from flash_core.catalog.text import fold, mentions, renamed_partitions
from flash_core.engine import Engine
from flash_core.errors import MigrationError
from flash_core.sql.strings import quoted

from .mysql_labels import relabelled, renamed_together

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import TypeAlias

    from flash_core.catalog.model import Catalog, Enum, Rename, Table

    # From what there is, what should be and what is renamed: the statement up and down.
    Writer: TypeAlias = Callable[[Catalog, Catalog, Rename], tuple[str, str] | None]


def _both(write: Callable[[str, str], str], item: Rename, engine: Engine) -> tuple[str, str] | None:
    """Return a statement, and the same with the names exchanged."""
    old, name = quote(item.old, engine), quote(item.name[-1], engine)
    return write(old, name), write(name, old)


def _schema_of(parts: Sequence[str], engine: Engine) -> str:
    prefix = [quote(part, engine) for part in parts[:-1]]
    return "".join(f"{part}." for part in prefix)


def _schema(old: Catalog, _: Catalog, item: Rename) -> tuple[str, str] | None:
    if old.engine is not Engine.POSTGRESQL:
        return None
    return _both(lambda one, other: f"ALTER SCHEMA {one} RENAME TO {other}", item, old.engine)


def _object(kind: str) -> Writer:
    def write(old: Catalog, _: Catalog, item: Rename) -> tuple[str, str] | None:
        if old.engine is not Engine.POSTGRESQL:
            return None
        schema = _schema_of(item.name, old.engine)
        return _both(
            lambda one, other: f"ALTER {kind} {schema}{one} RENAME TO {other}", item, old.engine
        )

    return write


def _type(old: Catalog, new: Catalog, item: Rename) -> tuple[str, str] | None:
    if _is_range(old, (*item.name[:-1], item.old)):
        return None  # its multirange has a name of its own, and would keep it
    domain = old.find_domain((*item.name[:-1], item.old)) is not None
    return _object("DOMAIN" if domain else "TYPE")(old, new, item)


def _view(old: Catalog, new: Catalog, item: Rename) -> tuple[str, str] | None:
    view = old.find_view((*item.name[:-1], item.old))
    other = new.find_view(item.name)
    if view is None or other is None or view.materialized != other.materialized:
        return None
    return _object("MATERIALIZED VIEW" if view.materialized else "VIEW")(old, new, item)


def _table(old: Catalog, _: Catalog, item: Rename) -> tuple[str, str] | None:
    schema, name = _schema_of(item.name, old.engine), item.name[-1]
    if old.engine is Engine.SQLITE and fold(item.old, old.engine) == fold(name, old.engine):
        # SQLite takes a table for another one that has its name in other letters.
        aside = quote(f"{name}__old", old.engine)
        return _both(
            lambda one, other: (
                f"ALTER TABLE {schema}{one} RENAME TO {aside};\n"
                f"ALTER TABLE {schema}{aside} RENAME TO {other}"
            ),
            item,
            old.engine,
        )
    return _both(
        lambda one, other: f"ALTER TABLE {schema}{one} RENAME TO {other}", item, old.engine
    )


def moved(old: Catalog, new: Catalog, item: Rename) -> tuple[str, str] | None:
    """Return the statements that take an object of PostgreSQL to another schema, under its new name.

    Args:
        old: What there is.
        new: What there should be.
        item: The rename, with the schema before.

    Returns:
        Them, and those that take it back; ``None`` where it is dropped and created.
    """
    kind = _moved_kind(old, new, item)
    if kind is None:
        return None
    engine = old.engine
    there = quote(item.schema or "public", engine)
    here = quote("".join(item.name[-2:-1]) or "public", engine)
    one, other = quote(item.old, engine), quote(item.name[-1], engine)
    up = [f"ALTER {kind} {there}.{one} SET SCHEMA {here}"]
    down = [f"ALTER {kind} {here}.{other} SET SCHEMA {there}"]
    if one != other:
        up.append(f"ALTER {kind} {here}.{one} RENAME TO {other}")
        down.append(f"ALTER {kind} {there}.{other} RENAME TO {one}")
    return ";\n".join(up), ";\n".join(down)


def _is_range(catalog: Catalog, path: Sequence[str]) -> bool:
    wanted = "".join(path[:-1]).removeprefix("public")
    found = ((r.schema.removeprefix("public"), r.name) for r in catalog.ranges)
    return (wanted, path[-1]) in found


def _moved_kind(old: Catalog, new: Catalog, item: Rename) -> str | None:
    before = (item.schema or "public", item.old)
    if item.kind is RenameKind.VIEW:
        view, other = old.find_view(before), new.find_view(item.name)
        if view is None or other is None or view.materialized != other.materialized:
            return None
        return "MATERIALIZED VIEW" if view.materialized else "VIEW"
    if item.kind is RenameKind.COLLATION or (
        item.kind is RenameKind.TYPE and _is_range(old, before)
    ):
        return None
    if item.kind is RenameKind.TYPE and old.find_domain(before) is not None:
        return "DOMAIN"
    return item.kind.value.upper()


def _path(catalog: Catalog, parts: Sequence[str]) -> str:
    table = catalog.find_table(parts)
    if table is None:
        return quote_path("".join(parts[:-1]), parts[-1], catalog.engine)
    return quote_path(table.schema, table.name, catalog.engine)


def _in_table(words: str) -> Writer:
    def write(old: Catalog, _: Catalog, item: Rename) -> tuple[str, str] | None:
        head = f"ALTER TABLE {_path(old, item.owner)} RENAME {words}"
        return _both(lambda one, other: f"{head} {one} TO {other}", item, old.engine)

    return write


def _column(old: Catalog, new: Catalog, item: Rename) -> tuple[str, str] | None:
    if old.find_table(item.owner) is None and old.find_composite(item.owner) is not None:
        head = f"ALTER TYPE {_path(old, item.owner)} RENAME ATTRIBUTE"
        composite = old.find_composite(item.owner)
        typed = (table for table in old.tables if table.of_type)
        has_tables = any(old.find_composite(table.of_type) is composite for table in typed)
        tail = " CASCADE" if has_tables else ""
        return _both(lambda one, other: f"{head} {one} TO {other}{tail}", item, old.engine)
    found = _in_table("COLUMN")(old, new, item)
    table = old.find_table(item.owner)
    if table is None and old.engine is Engine.SQLITE:
        return None  # a virtual table is made anew, and its contents copied
    if table is not None and old.engine is Engine.SQLITE:
        _check_sqlite(table, item)
    if table is not None and _follows(old, new, table, item):
        return None
    if found is None or table is None or old.engine.family is not Engine.MYSQL:
        return found
    # A column that the table is partitioned by is not renamed without its partitions.
    _, word, partitions = table.tail.partition("PARTITION BY")
    there = f"{word}{partitions}"
    here = renamed_partitions(there, item.old, item.name[-1], old.engine)
    found = found if here == there else (f"{found[0]} {here}", f"{found[1]} {there}")
    return _reopened(table, item, found) if old.engine is Engine.MARIADB else found


def _follows(old: Catalog, new: Catalog, table: Table, item: Rename) -> bool:
    """Tell whether a column gets its new name with that of a table above.

    Raises:
        MigrationError: PostgreSQL cannot rename it, since a table has it from elsewhere, too.
    """
    family = _family(old, table, item.old)
    for each in family:
        for path in each.inherits:
            above = old.find_table(path)
            if above is None or above in family or old.find_column(above, item.old) is None:
                continue
            if each == table and _is_renamed(old, new, above, item):
                return True
            message = (
                f"PostgreSQL cannot rename column {item.old} of table {table.name}: table {each.name}"
                f" has it from {above.name}, too; give it its new name in a migration of its own"
                " (flash migrate --empty), with NO INHERIT before and INHERIT behind"
            )
            raise MigrationError(message)
    return False


def _family(old: Catalog, table: Table, column: str) -> list[Table]:
    """Return a table with those below it that have a column of its from it."""
    family = [table]
    for parent in family:
        family += [
            each
            for each in old.tables
            if each not in family
            and any(old.find_table(path) == parent for path in each.inherits)
            and old.find_column(each, column) is not None
        ]
    return family


def _is_renamed(old: Catalog, new: Catalog, table: Table, item: Rename) -> bool:
    """Tell whether a column of a table gets the same name as that of one below."""
    return any(
        (each.kind, each.old, each.name[-1]) == (item.kind, item.old, item.name[-1])
        and old.find_table(each.owner) == table
        for each in new.renames
    )


def _reopened(table: Table, item: Rename, both: tuple[str, str]) -> tuple[str, str]:
    """Have MariaDB open a table anew whose expressions read the column that is renamed.

    It keeps tables open under the alias of the query before, and does not find their columns in
    their expressions then ("Unknown column 'a' in 'CHECK'"). Any ALTER that changes nothing helps.
    """
    texts = [check.text for check in table.checks]
    # JSON is a text with a CHECK.
    texts += [each.name for each in table.columns if each.type_text == "json"]
    texts += [text for each in table.columns for text in (each.generated, each.default) if text]
    if not any(mentions(text, item.old, Engine.MARIADB) for text in texts):
        return both
    comment = quoted(table.comment or "")
    first = f"ALTER TABLE {quote_path(table.schema, table.name, Engine.MARIADB)} COMMENT={comment}"
    return f"{first};\n{both[0]}", f"{first};\n{both[1]}"


def _check_sqlite(table: Table, item: Rename) -> None:
    """Refuse what SQLite forgets to rename everywhere, and then refuses itself.

    Raises:
        MigrationError: It is the INTEGER key of a table WITHOUT ROWID, and part of a UNIQUE.
    """
    name = fold(item.old, Engine.SQLITE)
    column = next(each for each in table.columns if fold(each.name, Engine.SQLITE) == name)
    alone = table.without_rowid and table.primary_key == (column.name,)
    if not alone or column.type_text.upper() != "INTEGER":
        return
    if any(len(key.columns) > 1 and column.name in key.columns for key in table.keys):
        message = (
            f"SQLite cannot rename column {column.name} of table {table.name}: it is the INTEGER"
            " PRIMARY KEY of a table WITHOUT ROWID, and part of a UNIQUE constraint over several columns; make that a"
            " unique index in a migration before"
        )
        raise MigrationError(message)


def _constraint(old: Catalog, new: Catalog, item: Rename) -> tuple[str, str] | None:
    table = old.find_table(item.owner)
    if old.engine is Engine.POSTGRESQL:
        kept = {name for name, _ in constraint_names(table)} if table else set[str]()
        # Servers before 18 have no names of NOT NULL: those are compared.
        return _in_table("CONSTRAINT")(old, new, item) if item.old in kept else None
    if old.engine is Engine.SQLITE:
        return None
    keys = {key.name for key in table.keys} if table else set[str | None]()
    return _in_table("INDEX")(old, new, item) if item.old in keys else None


def _index(old: Catalog, new: Catalog, item: Rename) -> tuple[str, str] | None:
    if old.engine.family is Engine.MYSQL:
        return _in_table("INDEX")(old, new, item)
    index = next((each for each in old.indexes if each.name == item.old), None)
    schema = index.schema if index else ""
    if old.engine is not Engine.POSTGRESQL:
        return None
    prefix = f"{quote(schema, old.engine)}." if schema else ""
    return _both(
        lambda one, other: f"ALTER INDEX {prefix}{one} RENAME TO {other}", item, old.engine
    )


def _label(old: Catalog, new: Catalog, item: Rename) -> tuple[str, str] | None:
    if old.engine.family is Engine.MYSQL:
        return relabelled(old, renamed_together(old, new, item))
    enum: Enum | None = old.find_enum(item.owner)
    if enum is None:
        return None
    head = f"ALTER TYPE {quote_path(enum.schema, enum.name, old.engine)} RENAME VALUE"
    one, other = string(item.old), string(item.name[-1])
    return f"{head} {one} TO {other}", f"{head} {other} TO {one}"


STATEMENTS: Final[Mapping[RenameKind, Writer]] = {
    RenameKind.SCHEMA: _schema,
    RenameKind.TYPE: _type,
    RenameKind.LABEL: _label,
    RenameKind.TABLE: _table,
    RenameKind.COLUMN: _column,
    RenameKind.CONSTRAINT: _constraint,
    RenameKind.INDEX: _index,
    RenameKind.VIEW: _view,
    RenameKind.SEQUENCE: _object("SEQUENCE"),
    RenameKind.COLLATION: _object("COLLATION"),
}
