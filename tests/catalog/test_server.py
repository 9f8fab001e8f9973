"""PostgreSQL itself is asked: what it makes of a schema file is what the catalog says.

A file of ``tests/corpus/schemas`` runs on a server and through the catalog, and the
two are compared object by object, before and after the catalog is printed and
read again.  A new construct is a new statement in one of the files.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

from flash_core.analysis.context import Context, Scope
from flash_core.analysis.sources import table_relation
from flash_core.analysis.wire import parameter_type
from flash_core.analysis.workspace import workspace
from flash_core.catalog.render import render
from flash_core.engine import Engine
from flash_core.sql.source import SourceFile, Span
from flash_core.sql.statements import split_statements
from flash_core.sql.syntax import Name, TableRef
from flash_core.types.definitions import ArgumentMode, RoutineKind
from flash_core.types.systems import type_system

if TYPE_CHECKING:
    from collections.abc import Callable

    from flash_core.catalog.model import Catalog
    from flash_core.sql.syntax import TypeName

    Load = Callable[..., Catalog]
    Connection = psycopg.Connection[tuple[str, ...]]
    Objects = dict[str, object]

PG = Engine.POSTGRESQL
FOLDER = Path(__file__).parent.parent / "corpus" / "schemas"
FILES = sorted(file for file in FOLDER.glob("*.sql") if "-" not in file.stem)

# What an extension brings is not the schema's.
OURS = """
    NOT EXISTS (SELECT FROM pg_depend WHERE objid = o.oid AND deptype = 'e')
    AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
    AND n.nspname NOT LIKE 'pg_temp%' AND n.nspname NOT LIKE 'pg_toast_temp%'
"""
NAME = "CASE n.nspname WHEN 'public' THEN '' ELSE n.nspname || '.' END"
RELATIONS = f"""
    SELECT {NAME} || o.relname, o.relkind, coalesce(array_agg(
        ARRAY[a.attname, format_type(a.atttypid, NULL), (a.attnotnull AND NOT EXISTS (
            SELECT FROM pg_constraint AS c WHERE c.conrelid = o.oid AND c.contype = 'n'
            AND NOT c.convalidated AND a.attnum = ANY (c.conkey)))::text]
        ORDER BY a.attnum) FILTER (WHERE a.attnum > 0), '{{}}')
    FROM pg_class AS o JOIN pg_namespace AS n ON n.oid = o.relnamespace
    LEFT JOIN pg_attribute AS a ON a.attrelid = o.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE o.relkind IN ('r', 'p', 'v', 'm', 'f', 'c') AND {OURS}
    GROUP BY n.nspname, o.relname, o.relkind
"""
ENUMS = f"""
    SELECT {NAME} || o.typname, array_agg(enumlabel ORDER BY enumsortorder)
    FROM pg_enum JOIN pg_type AS o ON o.oid = enumtypid
    JOIN pg_namespace AS n ON n.oid = o.typnamespace WHERE {OURS} GROUP BY 1
"""
DOMAINS = f"""
    SELECT {NAME} || o.typname, format_type(typbasetype, NULL), typnotnull::text
    FROM pg_type AS o JOIN pg_namespace AS n ON n.oid = o.typnamespace
    WHERE typtype = 'd' AND {OURS}
"""
RANGES = f"""
    SELECT {NAME} || o.typname, format_type(rngsubtype, NULL), format_type(rngmultitypid, NULL)
    FROM pg_range JOIN pg_type AS o ON o.oid = rngtypid
    JOIN pg_namespace AS n ON n.oid = o.typnamespace WHERE {OURS}
"""
ROUTINES = f"""
    SELECT {NAME} || o.proname, o.prokind, o.proisstrict::text, o.proretset::text,
        format_type(o.prorettype, NULL), o.pronargdefaults,
        ARRAY(SELECT format_type(t, NULL) FROM unnest(coalesce(o.proallargtypes, o.proargtypes))
              WITH ORDINALITY AS u (t, place) ORDER BY place),
        coalesce(o.proargmodes::text[], '{{}}'), coalesce(o.proargnames, '{{}}')
    FROM pg_proc AS o JOIN pg_namespace AS n ON n.oid = o.pronamespace
    -- a range brings its own constructors
    WHERE {OURS} AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = o.oid AND deptype = 'i')
"""
KINDS = {
    RoutineKind.FUNCTION: "f",
    RoutineKind.PROCEDURE: "p",
    RoutineKind.AGGREGATE: "a",
    RoutineKind.WINDOW: "w",
}
MODES = {
    ArgumentMode.IN: "i",
    ArgumentMode.OUT: "o",
    ArgumentMode.INOUT: "b",
    ArgumentMode.VARIADIC: "v",
    ArgumentMode.TABLE: "t",
}


def run(connection: Connection, text: str) -> None:
    """Run each statement of a script, as psql would."""
    source = SourceFile("schema.sql", text)
    for span in split_statements(source, PG):
        statement = text[span.start : span.end]
        if not statement.lower().startswith("copy"):
            connection.execute(statement.encode())
    connection.execute("SET search_path = public")


# -- the server's word ---------------------------------------------------------


def server_objects(connection: Connection) -> Objects:
    found: Objects = {}
    for name, kind, columns in connection.execute(RELATIONS.encode()):
        view = kind in {"v", "m", "c"}
        shown = [(c[0], c[1], None if view else c[2] == "true") for c in columns]
        found[f"{'type' if kind == 'c' else 'relation'} {name}"] = shown
    for name, labels in connection.execute(ENUMS.encode()):
        found[f"enum {name}"] = list(labels)
    for name, type_, not_null in connection.execute(DOMAINS.encode()):
        found[f"domain {name}"] = (type_, not_null == "true")
    for name, subtype, multirange in connection.execute(RANGES.encode()):
        found[f"range {name}"] = (subtype, multirange)
    for (
        name,
        kind,
        strict,
        returns_set,
        result,
        defaults,
        types,
        modes,
        names,
    ) in connection.execute(ROUTINES.encode()):
        modes_ = list(modes) or ["i"] * len(types)
        names_ = list(names) or [""] * len(types)
        inputs = ", ".join(t for t, m in zip(types, modes_, strict=True) if m not in "ot")
        found[f"routine {name}({inputs})"] = (
            kind,
            strict == "true",
            returns_set == "true",
            None if kind == "p" else result,
            defaults,
            list(zip(names_, types, modes_, strict=True)),
        )
    return found


# -- our word ------------------------------------------------------------------


class Ours:
    """The catalog's objects in the form of the server's."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.types = type_system(PG, catalog)
        self.found: Objects = {}

    def named(self, type_: TypeName | None) -> str:
        found = None if type_ is None else self.types.named(type_)
        return f"unknown {type_}" if found is None else parameter_type(found, self.catalog)

    def relation(self, schema: str, name: str, *, view: bool) -> list[tuple[object, ...]]:
        source, span = SourceFile("q.sql", ""), Span(0, 0)
        context = Context(workspace(self.catalog), source)
        reference = TableRef(Name((schema or "public", name), span=span), span=span)
        relation = table_relation(reference, Scope(context))
        assert not context.diagnostics, context.diagnostics[0].render()
        table = workspace(self.catalog).find_table(reference.name.parts)
        columns = () if table is None else table.columns
        # NOT NULL of a domain is not the column's.
        required = {column.name for column in columns if column.not_null}
        return [
            (
                column.name,
                parameter_type(column.type, self.catalog),
                None if view else column.name in required,
            )
            for column in relation.columns
            if not column.hidden
        ]

    def objects(self) -> Objects:
        catalog, found = self.catalog, self.found
        for table in catalog.tables:
            found[f"relation {label(table)}"] = self.relation(table.schema, table.name, view=False)
        for view in catalog.views:
            stored = self.relation(view.schema, view.name, view=not view.table)
            found[f"relation {label(view)}"] = stored
        for composite in catalog.composites:
            found[f"type {label(composite)}"] = [
                (column.name, self.named(column.type), None) for column in composite.columns
            ]
        for enum in catalog.enums:
            found[f"enum {label(enum)}"] = list(enum.labels)
        for domain in catalog.domains:
            found[f"domain {label(domain)}"] = (self.named(domain.type), domain.not_null)
        self.definitions()
        return found

    def definitions(self) -> None:
        for range_ in self.catalog.ranges:
            multirange = range_.multirange or f"{range_.name}_multirange"
            if not range_.multirange and "range" in range_.name:
                multirange = range_.name.replace("range", "multirange", 1)
            path = f"{range_.schema}.{multirange}" if range_.schema else multirange
            self.found[f"range {label(range_)}"] = (self.named(range_.subtype), path)
        for routine in self.catalog.routines:
            arguments = [(a.name, self.named(a.type), MODES[a.mode]) for a in routine.arguments]
            inputs = ", ".join(type_ for _, type_, mode in arguments if mode not in "ot")
            results = [type_ for _, type_, mode in arguments if mode in "obt"]
            result = results[0] if len(results) == 1 else "record"
            if routine.result is not None:
                result = self.named(routine.result)
            self.found[f"routine {label(routine)}({inputs})"] = (
                KINDS[routine.kind],
                routine.strict,
                routine.returns_set,
                None if routine.kind is RoutineKind.PROCEDURE else result,
                sum(a.has_default for a in routine.arguments),
                arguments,
            )


def label(item: object) -> str:
    schema, name = getattr(item, "schema", ""), getattr(item, "name", "")
    return f"{schema}.{name}" if schema else name


def differences(catalog: Catalog, connection: Connection) -> str:
    theirs, ours = server_objects(connection), Ours(catalog).objects()
    lines = [f"only on the server: {name}" for name in theirs.keys() - ours.keys()]
    lines += [f"only in the catalog: {name}" for name in ours.keys() - theirs.keys()]
    for name in theirs.keys() & ours.keys():
        if theirs[name] != ours[name]:
            lines.append(f"{name}\n  ours   {ours[name]}\n  server {theirs[name]}")
    return "\n".join(sorted(lines))


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_the_catalog_of_a_schema_is_what_the_server_makes_of_it(
    file: Path, postgresql_url: str, load: Load
) -> None:
    text = file.read_text("utf-8")
    catalog = load(PG, text)
    with psycopg.connect(postgresql_url, autocommit=True) as connection:
        run(connection, text)
        assert differences(catalog, connection) == ""


# A view's text is printed as it was written, although what it reads was renamed since.
PRINTED = [file for file in FILES if file.stem != "below_views"]


@pytest.mark.parametrize("file", PRINTED, ids=[file.stem for file in PRINTED])
def test_a_printed_catalog_builds_the_same_database(
    file: Path, postgresql_url: str, load: Load
) -> None:
    catalog = load(PG, file.read_text("utf-8"))
    text = render(catalog)
    assert load(PG, text) == catalog
    with psycopg.connect(postgresql_url, autocommit=True) as connection:
        run(connection, text)
        assert differences(catalog, connection) == ""
