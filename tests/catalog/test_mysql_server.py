"""MariaDB itself is asked: what it makes of a schema file is what the catalog says.

A file ``tests/corpus/schemas/mysql-*.sql`` runs on a server and through the catalog,
and the two are compared by information_schema, before and after the catalog is
printed and read again.  A new construct is a new statement in one of the files.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

import pymysql
import pytest

from flash_core.analysis.context import Context, Scope
from flash_core.analysis.sources import table_relation
from flash_core.analysis.workspace import workspace
from flash_core.catalog.mysql_text import canonical
from flash_core.catalog.render import render
from flash_core.engine import Engine
from flash_core.sql.source import SourceFile, Span
from flash_core.sql.statements import split_statements
from flash_core.sql.strings import quoted
from flash_core.sql.syntax import Name, TableRef
from flash_core.types.model import TypeKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from flash_core.catalog.model import Catalog, Column, Index, Table
    from flash_core.sql.syntax import TypeName
    from flash_core.types.model import SqlType

    Load = Callable[..., Catalog]
    Connection = pymysql.Connection[Any]
    Objects = dict[str, object]

MARIADB: Final = Engine.MARIADB
CORPUS: Final = Path(__file__).parent.parent / "corpus"
FILES: Final = [*sorted((CORPUS / "schemas").glob("mysql-*.sql")), CORPUS / "chinook" / "mysql.sql"]
IDS: Final = [file.stem for file in FILES]
COLUMNS = """
    SELECT c.table_name, c.column_name, c.column_type, c.is_nullable, c.column_default, c.extra,
        c.generation_expression, c.collation_name, c.column_comment
    FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE table_schema = database() AND t.table_type IN ('BASE TABLE', 'SYSTEM VERSIONED')
    ORDER BY c.table_name, c.ordinal_position
"""
TABLES = """
    SELECT table_name, table_comment, table_collation FROM information_schema.tables
    WHERE table_schema = database() AND table_type IN ('BASE TABLE', 'SYSTEM VERSIONED')
"""
INDEXES = """
    SELECT table_name, index_name, non_unique, index_type, group_concat(concat(column_name,
        coalesce(concat('(', sub_part, ')'), ''), if(collation = 'D', ' DESC', '')) ORDER BY seq_in_index SEPARATOR ', ')
    FROM information_schema.statistics WHERE table_schema = database()
    GROUP BY table_name, index_name, non_unique, index_type
"""
REFERENCES = """
    SELECT k.table_name, k.constraint_name, group_concat(k.column_name ORDER BY k.ordinal_position),
        k.referenced_table_name, group_concat(k.referenced_column_name ORDER BY k.ordinal_position),
        r.delete_rule, r.update_rule
    FROM information_schema.key_column_usage k JOIN information_schema.referential_constraints r
        ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name AND r.table_name = k.table_name
    WHERE k.table_schema = database() AND k.referenced_table_name IS NOT NULL
    GROUP BY k.table_name, k.constraint_name, k.referenced_table_name, r.delete_rule, r.update_rule
"""
CHECKS = """
    SELECT table_name, constraint_name, level, check_clause FROM information_schema.check_constraints
    WHERE constraint_schema = database()
"""
PARTITIONS = """
    SELECT DISTINCT table_name FROM information_schema.partitions
    WHERE table_schema = database() AND partition_name IS NOT NULL
"""
VIEWS = """
    SELECT c.table_name, c.column_name, c.column_type FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE table_schema = database() AND t.table_type = 'VIEW' ORDER BY c.table_name, c.ordinal_position
"""
ROUTINES = """
    SELECT r.routine_type, r.routine_name, p.ordinal_position, p.parameter_mode, p.parameter_name, p.dtd_identifier
    FROM information_schema.routines r LEFT JOIN information_schema.parameters p
        ON p.specific_schema = r.routine_schema AND p.specific_name = r.routine_name AND p.routine_type = r.routine_type
    WHERE r.routine_schema = database() ORDER BY r.routine_name, p.ordinal_position
"""
OTHERS = """
    SELECT 'TRIGGER', trigger_name FROM information_schema.triggers WHERE trigger_schema = database()
    UNION SELECT 'EVENT', event_name FROM information_schema.events WHERE event_schema = database()
    UNION SELECT 'SEQUENCE', table_name FROM information_schema.tables
        WHERE table_schema = database() AND table_type = 'SEQUENCE'
"""
WIDTHS = {
    "tinyint": (4, 3),
    "smallint": (6, 5),
    "mediumint": (9, 8),
    "int": (11, 10),
    "bigint": (20, 20),
}


def run(url: str, text: str) -> Connection:
    """Run each statement of a script, as the client would, and return the connection."""
    parts = urlsplit(url)
    connection = pymysql.connect(
        host=parts.hostname or "127.0.0.1",
        port=parts.port or 3306,
        user=parts.username or "root",
        password=parts.password or "",
        database=parts.path[1:],
        charset="utf8mb4",
    )
    source = SourceFile("schema.sql", text)
    with connection.cursor() as cursor:
        cursor.execute("SET NAMES utf8mb4 COLLATE utf8mb4_general_ci")
        for span in split_statements(source, MARIADB):
            cursor.execute(text[span.start : span.end])
    return connection


def rows(connection: Connection, query: str) -> Iterator[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        yield from cursor.fetchall()


def expression(text: str | None) -> str:
    """Return an expression without what the server rewrites in it."""
    text = canonical((text or "").lower().replace("`", ""), MARIADB)
    for written, kept in FUNCTIONS.items():
        text = re.sub(rf"\b{written}\b", kept, text)
    return re.sub(r"[\s()]", "", text)


FUNCTIONS = {
    "lower": "lcase",
    "upper": "ucase",
    "length": "octet_length",
    "next value for": "nextval",
    "localtimestamp": "current_timestamp",
    "to_days": "to_days",
    "coalesce": "ifnull",
}
NOT_OF_TABLES = re.compile(r"(t_\w{12})\.")


# -- the server's word ---------------------------------------------------------


def server_objects(connection: Connection) -> Objects:
    found: Objects = {}
    for table, comment, collation in rows(connection, TABLES):
        found[f"table {table}"] = (comment, collation)
    found.update(server_columns(connection))
    found.update(server_keys(connection))
    for (table,) in rows(connection, PARTITIONS):
        found[f"partitions of {table}"] = True
    parameters: dict[str, list[tuple[str | None, ...]]] = {}
    for kind, name, position, mode, parameter, type_ in rows(connection, ROUTINES):
        shown = [] if position is None else [(mode, parameter, plain_type(type_))]
        parameters.setdefault(f"{kind} {name}", []).extend(shown)
    for kind, name in rows(connection, OTHERS):
        found[f"{kind} {name}"] = None
    views: dict[str, list[tuple[str, str]]] = {}
    for view, name, type_ in rows(connection, VIEWS):
        views.setdefault(f"view {view}", []).append((name, plain_name(type_)))
    return found | parameters | views


def plain_name(text: str) -> str:
    """Return the name that a type has in queries for what COLUMN_TYPE says."""
    if text in {"tinyint(1)", "bit(1)"}:
        return {"tinyint(1)": "boolean"}.get(text, text)
    name = re.sub(r"\(.*\)| zerofill| /\*.*", "", text)
    return name if "int" in name else name.replace(" unsigned", "")


def server_columns(connection: Connection) -> Objects:
    found: Objects = {}
    names: dict[str, list[str]] = {}
    for table, name, type_, null, default, extra, made, *described in rows(connection, COLUMNS):
        names.setdefault(f"columns of {table}", []).append(name)
        value = "" if default in {None, "NULL"} else default.replace("`", "")
        found[f"column {table}.{name}"] = (
            type_.replace(" /*M!100301 COMPRESSED*/", ""),
            null,
            expression(NOT_OF_TABLES.sub("", value)),
            extra.lower(),
            expression(made),
            *described,
        )
    return found | names


def server_keys(connection: Connection) -> Objects:
    found: Objects = {}
    for table, name, non_unique, method, parts in rows(connection, INDEXES):
        kind = method if method in {"FULLTEXT", "SPATIAL"} else ""
        shown = re.sub(r"\(\d+\)", "", parts) if kind else parts
        found[f"index {table}.{name}"] = (not non_unique, kind, shown)
    for table, name, *rest in rows(connection, REFERENCES):
        found[f"foreign key {table}.{name}"] = tuple(rest)
    for table, name, level, clause in rows(connection, CHECKS):
        if "json_valid" not in clause.lower() or level != "Column":  # JSON's own
            found[f"check {table}.{name}"] = (level, expression(clause))
    return found


def plain_type(text: str) -> str:
    return re.sub(r" (?:charset|collate) \w+", "", text.lower().replace("character set", "charset"))


# -- our word ------------------------------------------------------------------


def column_type(text: str) -> str:
    """Return the type as MariaDB's COLUMN_TYPE has it."""
    base, _, rest = text.partition(" ")
    if base in WIDTHS:
        text = f"{base}({WIDTHS[base]['unsigned' in rest]}) {rest}".rstrip()
    return {"json": "longtext", "year": "year(4)"}.get(text, text)


def column_of(column: Column, table: Table, engine_collation: str) -> tuple[object, ...]:
    extra = ["auto_increment"] if column.autoincrement else []
    if column.on_update is not None:
        extra.append(f"on update {moment(column.on_update)}")
    if column.generated is not None:
        extra.append("stored generated" if column.stored else "virtual generated")
    if column.invisible:
        extra.append("invisible")
    collation = None
    if column.type_text.partition("(")[0] in {
        "char",
        "varchar",
        "tinytext",
        "text",
        "mediumtext",
        "longtext",
        "enum",
        "set",
    }:
        collation = column.collation or table.collation or engine_collation
    elif column.type_text == "json":
        collation = "utf8mb4_bin"
    return (
        column_type(column.type_text),
        "NO" if column.not_null else "YES",
        expression(moment(column.default)),
        ", ".join(extra),
        expression(column.generated),
        collation,
        column.comment or "",
    )


def moment(text: str | None) -> str:
    found = re.fullmatch(r"CURRENT_TIMESTAMP(\(\d\))?", text or "")
    return f"current_timestamp{found[1] or '()'}" if found else (text or "")


def index_parts(text: str) -> str:
    inside = text[1 : text.rindex(")")].replace("`", "")
    inside = re.split(r"\) (?:USING|COMMENT)", inside)[0]
    return re.sub(r" ASC\b", "", inside.replace(" desc", " DESC"))


def our_objects(catalog: Catalog, collation: str) -> Objects:
    found: Objects = {}
    for table in catalog.tables:
        found[f"table {table.name}"] = (table.comment or "", table.collation or collation)
        found[f"columns of {table.name}"] = [column.name for column in table.columns]
        for column in table.columns:
            found[f"column {table.name}.{column.name}"] = column_of(column, table, collation)
        found.update(constraints_of(table))
        if "PARTITION" in table.tail:
            found[f"partitions of {table.name}"] = True
    for index in catalog.indexes:
        found[f"index {index.table}.{index.name}"] = index_of(index)
    found.update(programs_of(catalog))
    found.update(views_of(catalog))
    return found


def views_of(catalog: Catalog) -> Iterator[tuple[str, object]]:
    source, span = SourceFile("q.sql", ""), Span(0, 0)
    for view in catalog.views:
        context = Context(workspace(catalog), source)
        reference = TableRef(Name((view.name,), span=span), span=span)
        relation = table_relation(reference, Scope(context))
        assert not context.diagnostics, context.diagnostics[0].render()
        columns = [(c.name, type_name(catalog, c.type)) for c in relation.columns]
        yield f"view {view.name}", columns


def type_name(catalog: Catalog, type_: SqlType) -> str:
    enum = catalog.find_enum((type_.schema, type_.name)) if type_.kind is TypeKind.ENUM else None
    name = "longtext" if type_.name == "json" else type_.name
    return name if enum is None else "set" if enum.multiple else "enum"


def index_of(index: Index) -> tuple[object, ...]:
    return index.unique, index.kind, index_parts(index.text)


def constraints_of(table: Table) -> Iterator[tuple[str, object]]:
    for key in table.keys:
        name = "PRIMARY" if key.primary else key.name
        parts = index_parts(key.form) if key.form else ", ".join(key.columns)
        yield f"index {table.name}.{name}", (True, "", parts)
    for reference in table.foreign_keys:
        actions = dict(
            re.findall(r"ON (DELETE|UPDATE) (SET NULL|NO ACTION|CASCADE)", reference.tail)
        )
        yield (
            f"foreign key {table.name}.{reference.name}",
            (
                ",".join(reference.columns),
                reference.table[-1],
                ",".join(reference.foreign_columns),
                actions.get("DELETE", "RESTRICT"),
                actions.get("UPDATE", "RESTRICT"),
            ),
        )
    for check in table.checks:
        level = "Table" if check.name else "Column"
        yield f"check {table.name}.{check.name or check.column}", (level, expression(check.text))


def programs_of(catalog: Catalog) -> Iterator[tuple[str, object]]:
    for routine in catalog.routines:
        shown: list[tuple[object, ...]] = []
        if routine.result is not None:
            shown.append((None, None, written(routine.result)))
        shown += [(a.mode.upper(), a.name, written(a.type)) for a in routine.arguments]
        yield f"{routine.kind.upper()} {routine.name}", shown
    for other in catalog.others:
        found = re.match(
            r"CREATE.*?\b(TRIGGER|EVENT|SEQUENCE)\s+(?:IF NOT EXISTS\s+)?`?(\w+)",
            other.text,
            re.DOTALL,
        )
        if found:
            yield f"{found[1]} {found[2]}", None


def written(type_: TypeName) -> str:
    base, _, sign = type_.parts[0].partition(" ")
    arguments = ",".join(
        map(quoted, type_.modifiers) if base in {"enum", "set"} else type_.modifiers
    )
    return column_type(
        f"{base}({arguments}) {sign}".strip() if arguments else f"{base} {sign}".strip()
    )


def differences(theirs: Objects, ours: Objects) -> str:
    lines = [f"only on the server: {name}  {theirs[name]}" for name in theirs.keys() - ours.keys()]
    lines += [f"only in the catalog: {name}  {ours[name]}" for name in ours.keys() - theirs.keys()]
    for name in theirs.keys() & ours.keys():
        if theirs[name] != ours[name]:
            lines.append(f"{name}\n  ours   {ours[name]}\n  server {theirs[name]}")
    return "\n".join(sorted(lines))


def without_stored(objects: Objects, catalog: Catalog) -> Objects:
    """Return the objects but for the tables that a query makes: to a catalog they are views."""
    stored = {view.name for view in catalog.views if view.table}
    return {
        name: value
        for name, value in objects.items()
        if name.split(" ")[-1].split(".")[0] not in stored
    }


@pytest.mark.parametrize("file", FILES, ids=IDS)
def test_the_catalog_of_a_schema_is_what_mariadb_makes_of_it(
    file: Path, mysql_url: str, load: Load
) -> None:
    text = file.read_text("utf-8")
    catalog = load(MARIADB, text)
    connection = run(mysql_url, text)
    theirs = without_stored(server_objects(connection), catalog)
    connection.close()
    ours = without_stored(our_objects(catalog, "utf8mb4_general_ci"), catalog)
    assert differences(theirs, ours) == ""


@pytest.mark.parametrize("file", FILES, ids=IDS)
def test_a_printed_catalog_builds_the_same_database_on_mariadb(
    file: Path, mysql_url: str, load: Load
) -> None:
    text = file.read_text("utf-8")
    catalog = load(MARIADB, text)
    printed = render(catalog)
    assert load(MARIADB, printed) == catalog
    connection = run(mysql_url, text)
    before = server_objects(connection)
    empty(connection)
    connection.close()
    connection = run(mysql_url, printed)
    assert differences(before, server_objects(connection)) == ""
    connection.close()


def empty(connection: Connection) -> None:
    name = next(rows(connection, "SELECT database()"))[0]
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE {name}")
        cursor.execute(f"CREATE DATABASE {name} CHARACTER SET utf8mb4")
