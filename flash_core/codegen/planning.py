"""Deciding which classes ``models.py`` holds.

Names are given in a fixed order of precedence (enums, composite types, tables whose
singular is free, the others under their plain name, rows), so that adding an object never
renames an unrelated one.

Depends on: analysis (model, nullability, workspace), catalog.model, config,
sql.source, types, codegen.composite_types, codegen.models, codegen.names, codegen.naming.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.analysis.nullability import Certain
from flash_core.analysis.workspace import workspace
from flash_core.config import RowStyle
from flash_core.sql.source import Diagnostic, Severity
from flash_core.types.model import UNKNOWN
from flash_core.types.systems import type_system

from . import names
from .composite_types import CompositeTypes
from .imports import MODELS, Symbol
from .models import EnumClass, Field, Models, RowClass
from .naming import Naming
from .pytypes import Annotation, PyType, TypeMap

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from flash_core.analysis.model import Column, Query
    from flash_core.catalog import model as catalog_model
    from flash_core.catalog.model import Catalog
    from flash_core.types.model import SqlType

_UNNAMED: Final = "?column?"  # what PostgreSQL calls an expression that lends no name


def plan_models(
    catalog: Catalog, queries: Sequence[Query], style: RowStyle, reserved: Collection[str]
) -> tuple[Models, list[Diagnostic]]:
    """Decide the classes of a project.

    Args:
        catalog: The schema.
        queries: All analysed queries; their names differ.
        style: What rows are.
        reserved: Class names that the package uses itself.

    Returns:
        The classes, and a diagnostic for every column that cannot be a field.
    """
    planner = _Planner(catalog, style, reserved)
    enums = tuple(planner.enums())
    tables = planner.tables(_unlisted(catalog, queries))
    results: dict[str, RowClass] = {}
    own: list[RowClass] = []
    for query in queries:
        if not is_row(query):
            continue
        model = None if query.model is None else tables.get(planner.naming.key(*query.model))
        if model is None or not planner.returns_whole(query, model):
            *embedded, model = planner.row(query, tables)
            own += [*embedded, model]
        results[query.name] = model
    params = tuple(planner.params(query) for query in queries if _has_params(query))
    for query in queries:
        planner.use(query)
    composites = tuple(planner.composites.classes.values())
    models = Models(enums, composites, (*tables.values(), *own), results, params, planner.types)
    return models, planner.diagnostics


def plan_types(catalog: Catalog, style: RowStyle) -> TypeMap:
    """Return the Python types of a project, without its rows."""
    return _Planner(catalog, style, ()).types


def is_row(query: Query) -> bool:
    """Tell whether the query returns rows of a class, rather than bare values."""
    return len(query.columns) > 1 or any(column.embed for column in query.columns)


def _has_params(query: Query) -> bool:
    return query.command.takes_many and len(query.parameters) > 1


def _unlisted(catalog: Catalog, queries: Sequence[Query]) -> Iterator[Query]:
    """Yield the queries that return a relation that is no table: a view, whole."""
    for query in queries:
        if query.model is None or not is_row(query):
            continue
        schema, name = query.model
        if catalog.find_table((schema, name)) is None:
            yield query


class _Planner:
    """Gives rows their fields."""

    def __init__(self, catalog: Catalog, style: RowStyle, reserved: Collection[str]) -> None:
        self.catalog = catalog
        self.system = type_system(catalog.engine, catalog)
        self.style = style
        self.naming = Naming(catalog, style, reserved)
        self.composites = CompositeTypes(self.naming)
        self.types = self.composites.types
        self.diagnostics: list[Diagnostic] = []

    def use(self, query: Query) -> None:
        """Have the classes of all values that a query takes and returns."""
        for column in query.columns:
            self.types.of(column.type)
        for parameter in query.parameters:
            self.types.of(parameter.type)

    def enums(self) -> Iterator[EnumClass]:
        for enum in self.catalog.enums:
            taken: set[str] = set()
            members: list[tuple[str, str]] = []
            for label in enum.labels:
                name = names.unique(names.constant_name(label), taken)
                taken.add(name)
                members.append((name, label))
            kind = "Labels of the set" if enum.multiple else "Enum"
            doc = enum.comment or f"{kind} ``{enum.name}``."
            yield EnumClass(self.naming.enums[enum.schema, enum.name], tuple(members), doc)

    def tables(self, views: Iterable[Query]) -> dict[tuple[str, str], RowClass]:
        whole: dict[tuple[str, str], Query] = {}
        for query in views:
            if query.model is not None:
                whole.setdefault(self.naming.key(*query.model), query)
        spelt = {self.naming.key(t.schema, t.name): (t.schema, t.name) for t in self.catalog.tables}
        spelt.update({key: query.model for key, query in whole.items() if query.model is not None})
        named = self.naming.tables(spelt)
        rows = {
            self.naming.key(table.schema, table.name): self._table(
                table, named[self.naming.key(table.schema, table.name)]
            )
            for table in self.catalog.tables
        }
        for key, query in whole.items():
            doc = f"Row of view ``{spelt[key][1]}``."
            rows[key] = RowClass(named[key], self._result_fields(query), doc)
        return rows

    def _table(self, table: catalog_model.Table, name: str) -> RowClass:
        taken: set[str] = set()
        fields: list[Field] = []
        for column in table.columns:
            if column.invisible:
                continue  # no part of SELECT *, whose rows these are
            type_, nullable = self._declared(column, table)
            field = Field(
                self.naming.field(column.name, taken),
                column.name,
                self.types.of_declared(type_ or UNKNOWN, _dimensions(column)),
                nullable,
                column.comment,
            )
            fields.append(field)
        return RowClass(name, tuple(fields), table.comment or f"Row of table ``{table.name}``.")

    def _declared(
        self, column: catalog_model.Column, table: catalog_model.Table
    ) -> tuple[SqlType | None, bool]:
        """Return the type of a table's column, and whether it may be NULL."""
        place = workspace(self.catalog)
        if column.generated is not None and place.dialect.derives_generated:
            for known in place.columns(table):
                if known.name == column.name:
                    return known.type, not isinstance(known.null, Certain)
        found = None if column.type is None else self.system.named(column.type)
        return found, not (column.not_null or self._never_null(found))

    def _never_null(self, column_type: SqlType | None) -> bool:
        if column_type is None:
            return False
        domain = self.catalog.find_domain((column_type.schema, column_type.name))
        return domain is not None and domain.not_null

    def row(self, query: Query, tables: Mapping[tuple[str, str], RowClass]) -> list[RowClass]:
        """Return the class of the query's rows, behind those that only it embeds."""
        name = self.naming.claim(f"{names.camel(query.name)}Row")
        doc = f"Row of query ``{query.name}``."
        if not any(column.embed for column in query.columns):
            return [RowClass(name, self._result_fields(query), doc)]
        groups = [(place, list(group)) for place, group in groupby(query.columns, _place)]
        embeds = {place: group for place, group in groups if place is not None}
        shared = {place: self._whole_table(group, tables) for place, group in embeds.items()}
        own = {
            place: self._embedded(query, group)
            for place, group in embeds.items()
            if shared[place] is None
        }
        rows = {place: shared[place] or own[place] for place in embeds}
        # An attribute called like a class would hide it from the annotations beside it.
        taken = {row.name for row in rows.values()}
        fields: list[Field] = []
        for place, group in groups:
            if place is None:
                fields += [self._result_field(query, column, taken) for column in group]
            else:
                fields.append(self._embed_field(query, group, rows[place], taken))
        return [*own.values(), RowClass(name, tuple(fields), doc)]

    def params(self, query: Query) -> RowClass:
        """Return the class of a set of the query's parameters."""
        taken: set[str] = set()
        fields = tuple(
            Field(
                self.naming.field(parameter.name, taken, RowStyle.NAMEDTUPLE),
                parameter.name,
                self.types.of_parameter(parameter),
                parameter.nullable or parameter.optional,
            )
            for parameter in query.parameters
        )
        name = self.naming.claim(f"{names.camel(query.name)}Params")
        return RowClass(name, fields, f"Parameters of query ``{query.name}``.")

    def _whole_table(
        self, group: Sequence[Column], tables: Mapping[tuple[str, str], RowClass]
    ) -> RowClass | None:
        """Return the class of the table whose row is embedded, when it is one."""
        embed = group[0].embed
        if embed is None or embed.table is None:
            return None
        row = tables.get(self.naming.key(*embed.table))
        if row is None or len(row.fields) != len(group):
            return None
        same = all(
            self.catalog.fold(column.name) == self.catalog.fold(field.column)
            and self._type(column) == field.type
            and (field.nullable or not (column.embed and column.embed.nullable))
            for column, field in zip(group, row.fields, strict=True)
        )
        return row if same else None

    def _embedded(self, query: Query, group: Sequence[Column]) -> RowClass:
        called = group[0].embed.name if group[0].embed else ""
        taken: set[str] = set()
        fields = tuple(
            Field(
                self._result_name(query, column, taken),
                column.name,
                self._type(column),
                column.embed is None or column.embed.nullable,
            )
            for column in group
        )
        name = self.naming.claim(f"{names.camel(query.name)}{names.camel(called)}")
        return RowClass(name, fields, f"What query ``{query.name}`` embeds as ``{called}``.")

    def _embed_field(
        self, query: Query, group: Sequence[Column], row: RowClass, taken: set[str]
    ) -> Field:
        embeds = [column.embed for column in group if column.embed is not None]
        called, optional = embeds[0].name, embeds[0].optional
        witness = next((n for n, each in enumerate(embeds) if not each.nullable), None)
        if optional and witness is None:
            message = (
                f"flash.embed({called}) in query {query.name}: a row that is missing could not be"
                " told from a row of NULLs"
            )
            hint = f"give {called} a column that is NOT NULL, or list the columns instead"
            self.diagnostics.append(Diagnostic(message, query.source, query.span, hint))
        own = embeds[0].table is not None and self.catalog.fold(called) == self.catalog.fold(
            embeds[0].table[1]
        )
        name = self.naming.field(names.singular_name(called) if own else called, taken)
        annotation = Annotation(Symbol(MODELS, row.name))
        only_if = witness if optional else None
        return Field(
            name, called, PyType(annotation, annotation), optional, row=row, witness=only_if
        )

    def _type(self, column: Column) -> PyType:
        """Return what users see of a column, however the driver delivers it."""
        return self.types.of_column(replace(column, loose=False) if column.loose else column)

    def _result_field(self, query: Query, column: Column, taken: set[str]) -> Field:
        name = self._result_name(query, column, taken)
        return Field(name, column.name, self._type(column), column.nullable)

    def _result_fields(self, query: Query) -> tuple[Field, ...]:
        taken: set[str] = set()
        return tuple(self._result_field(query, column, taken) for column in query.columns)

    def _result_name(self, query: Query, column: Column, taken: set[str]) -> str:
        if column.name == _UNNAMED and self.style is not RowStyle.TYPEDDICT:
            place = next(n for n, each in enumerate(query.columns, 1) if each is column)
            return self.naming.field(f"column_{place}", taken)
        return self.naming.field(column.name, taken)

    def returns_whole(self, query: Query, model: RowClass) -> bool:
        """Tell whether every row of the query can truthfully be an instance of ``model``."""
        if len(query.columns) != len(model.fields) or any(c.embed for c in query.columns):
            return False
        return all(
            self.catalog.fold(column.name) == self.catalog.fold(field.column)
            and self._type(column) == field.type
            and (field.nullable or not column.nullable)
            for column, field in zip(query.columns, model.fields, strict=True)
        )


def _dimensions(column: catalog_model.Column) -> int:
    return 1 if column.type is None else column.type.bounds


def _place(column: Column) -> int | None:
    return None if column.embed is None else column.embed.place


def unmapped_types(queries: Sequence[Query], types: TypeMap) -> list[Diagnostic]:
    """Return a warning for every value of a query whose type is only ``object``."""
    found: list[Diagnostic] = []
    for query in queries:
        every = [column.type for column in query.columns]
        every += [parameter.type for parameter in query.parameters]
        if not any(types.of(sql_type).unmapped for sql_type in every):
            continue  # as nearly always
        uses = [(f"column {column.name}", column.type) for column in query.columns]
        uses.extend((f"parameter {p.name}", p.type) for p in query.parameters)
        for what, sql_type in uses:
            if types.of(sql_type).unmapped:
                message = f"{what} of query {query.name} is object: Flash does not know {sql_type}"
                known, example = "type Flash knows", "text"
                if sql_type.name in {"record", "record[]"}:
                    known, example = "composite type of the schema", "address"
                hint = f"cast it in the query to a {known}, for example: CAST(… AS {example})"
                found.append(
                    Diagnostic(message, query.source, query.span, hint, severity=Severity.WARNING)
                )
    return found
