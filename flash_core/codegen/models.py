"""Deciding which classes ``models.py`` holds: enums, composites, tables, and rows of single queries.

Names are given in a fixed order of precedence (enums, composite types, tables whose
singular is free, the others under their plain name, rows), so that adding an object never
renames an unrelated one.

Depends on: analysis (model, nullability, workspace), catalog.model, config,
sql.source, types, codegen.names, codegen.pytypes.
"""

from __future__ import annotations

import functools
from collections import Counter
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass
from flash_core.analysis.nullability import Certain
from flash_core.analysis.workspace import workspace
from flash_core.config import RowStyle
from flash_core.sql.source import Diagnostic, Severity
from flash_core.types.model import UNKNOWN, SqlType, TypeKind
from flash_core.types.systems import type_system

from . import names
from .imports import MODELS, Symbol
from .pytypes import Annotation, CompositeNames, PyType, TypeMap

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from flash_core.analysis.model import Column, Query
    from flash_core.catalog import model as catalog_model
    from flash_core.catalog.model import Catalog

_UNNAMED: Final = "?column?"  # what PostgreSQL calls an expression that lends no name
_UNDERSCORE_MEANS_MORE: Final = frozenset({RowStyle.NAMEDTUPLE, RowStyle.PYDANTIC, RowStyle.ATTRS})
_PYDANTIC_MEMBERS: Final = (
    "construct copy dict fields_set from_orm json parse_file parse_obj parse_raw schema"
    " schema_json update_forward_refs validate model_config model_fields model_extra"
    " model_computed_fields model_fields_set model_construct model_copy model_dump"
    " model_dump_json model_json_schema model_parametrized_name model_post_init"
    " model_rebuild model_validate model_validate_json model_validate_strings"
)
_BASE_MEMBERS: Final[Mapping[RowStyle, frozenset[str]]] = {
    RowStyle.NAMEDTUPLE: frozenset({"count", "index"}),
    RowStyle.PYDANTIC: frozenset(_PYDANTIC_MEMBERS.split()),
    RowStyle.ATTRS: frozenset({"self"}),  # an argument of the __init__ that attrs writes
}


@dataclass(frozen=True, slots=True)
class Field:
    """One value of a row.

    Attributes:
        name: Of the attribute, or the key of a ``TypedDict``.
        column: As the database spells it.
        type: What it is in Python.
        nullable: It can be ``None``.
        comment: What the schema says about it.
        row: Of an embedded row: its class.
        witness: Of an embedded row that may be missing: position in it of a value
            that is NULL only then.
    """

    name: str
    column: str
    type: PyType
    nullable: bool
    comment: str | None = None
    row: RowClass | None = None
    witness: int | None = None


@dataclass(frozen=True, slots=True)
class RowClass:
    """A class whose instances are rows."""

    name: str
    fields: tuple[Field, ...]
    doc: str


@dataclass(frozen=True, slots=True)
class EnumClass:
    """A generated ``StrEnum``; ``members`` are names and labels."""

    name: str
    members: tuple[tuple[str, str], ...]
    doc: str


@dataclass(frozen=True, slots=True)
class CompositeClass:
    """The class of a composite type's values, and what goes with it."""

    row: RowClass
    names: CompositeNames


@dataclass(frozen=True)
class Models:
    """Everything that ``models.py`` holds.

    Attributes:
        enums: In the order of the schema.
        composites: The schema's, and the row types that are used as values; one that is a part
            of another stands before it.
        rows: Tables in the order of the schema, then rows of queries.
        results: Class of the rows of each query that returns more than one column, by name.
        params: Class of a set of parameters of each query that takes many, in their order.
        types: The project's Python types.
    """

    enums: tuple[EnumClass, ...]
    composites: tuple[CompositeClass, ...]
    rows: tuple[RowClass, ...]
    results: Mapping[str, RowClass]
    params: tuple[RowClass, ...]
    types: TypeMap

    @functools.cached_property
    def names(self) -> frozenset[str]:
        """The names of all classes."""
        enums = frozenset(found.name for found in self.enums)
        composites = frozenset(found.row.name for found in self.composites)
        return enums | composites | {found.name for found in (*self.rows, *self.params)}

    @functools.cached_property
    def taken(self) -> frozenset[str]:
        """Everything that ``models.py`` defines."""
        return self.names.union(*(found.names for found in self.composites))


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
    planner = _Planner(catalog, style, set(reserved))
    enums = tuple(planner.enums())
    tables = planner.tables(_unlisted(catalog, queries))
    results: dict[str, RowClass] = {}
    own: list[RowClass] = []
    for query in queries:
        if not is_row(query):
            continue
        model = None if query.model is None else tables.get(planner.key(*query.model))
        if model is None or not planner.returns_whole(query, model):
            *embedded, model = planner.row(query, tables)
            own += [*embedded, model]
        results[query.name] = model
    params = tuple(planner.params(query) for query in queries if _has_params(query))
    for query in queries:
        planner.use(query)
    composites = tuple(planner.composites.values())
    models = Models(enums, composites, (*tables.values(), *own), results, params, planner.types)
    return models, planner.diagnostics


def plan_types(catalog: Catalog, style: RowStyle) -> TypeMap:
    """Return the Python types of a project, without its rows."""
    planner = _Planner(catalog, style, set())
    list(planner.enums())  # they name the types
    return planner.types


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
    """Gives names and fields; everything it has named is taken."""

    def __init__(self, catalog: Catalog, style: RowStyle, taken: set[str]) -> None:
        self.catalog = catalog
        self.system = type_system(catalog.engine, catalog)
        self.style = style
        self.taken = taken
        self.diagnostics: list[Diagnostic] = []
        self.enum_names = self._enum_names()
        sets = frozenset((enum.schema, enum.name) for enum in catalog.enums if enum.multiple)
        self.types = TypeMap(catalog.engine, self.enum_names, sets, self.composite)
        self.composites: dict[SqlType, CompositeClass] = {}
        self._named: dict[SqlType, CompositeNames | None] = {}
        self._begun: set[SqlType] = set()
        self._declare_composites()

    def key(self, schema: str, name: str) -> tuple[str, str]:
        folded = self.catalog.fold(schema)
        default = folded in ("", "public", "main")
        return ("" if default else folded), self.catalog.fold(name)

    def claim(self, *candidates: str) -> str:
        """Take the first free name; number the last one when none is."""
        name = next((name for name in candidates if name not in self.taken), "")
        if not name:
            number = 2
            while f"{candidates[-1]}{number}" in self.taken:
                number += 1
            name = f"{candidates[-1]}{number}"
        self.taken.add(name)
        return name

    def _enum_names(self) -> dict[tuple[str, str], str]:
        named: dict[tuple[str, str], str] = {}
        for enum in sorted(self.catalog.enums, key=lambda enum: (enum.schema, enum.name)):
            plain = names.table_class(enum.name)
            qualified = names.table_class(f"{enum.schema}_{enum.name}")
            named[enum.schema, enum.name] = self.claim(plain, qualified)
        return named

    def _declare_composites(self) -> None:
        """Name the types of CREATE TYPE before any row: they are there whoever uses them."""
        declared = {(found.schema, found.name): found for found in self.catalog.composites}
        types = {key: SqlType(key[1], TypeKind.COMPOSITE, key[0]) for key in sorted(declared)}
        for (schema, name), type_ in types.items():
            qualified = names.table_class(f"{schema}_{name}")
            self._named[type_] = self._composite_names(names.table_class(name), qualified)
        for key in declared:
            self._define(types[key])

    def _composite_names(self, *candidates: str) -> CompositeNames:
        row = self.claim(*candidates)
        stem = "_".join(names.words(row)).lower()
        raw, load, dump = f"Raw{row}", f"load_{stem}", f"dump_{stem}"
        return CompositeNames(row, self.claim(raw), self.claim(load), self.claim(dump))

    def composite(self, type_: SqlType) -> CompositeNames | None:
        """Return the names of a composite type; ``None`` when nothing tells its fields."""
        if type_ not in self._named:
            plain = names.singular_class(type_.name)
            known = self._parts(type_)
            self._named[type_] = self._composite_names(f"{plain}Record") if known else None
        self._define(type_)
        return self._named[type_]

    def _define(self, type_: SqlType) -> None:
        called = self._named[type_]
        if called is None or type_ in self._begun:
            return
        self._begun.add(type_)
        taken: set[str] = set()
        fields = tuple(
            Field(self._field_name(name, taken, RowStyle.ATTRS), name, self.types.of(part), True)  # noqa: FBT003 - no NOT NULL holds for a value of the type
            for name, part in self._parts(type_)
        )
        declared = self.catalog.find_composite((type_.schema, type_.name)) is not None
        doc = f"Composite type ``{type_.name}``." if declared else f"Row type of ``{type_.name}``."
        self.composites[type_] = CompositeClass(RowClass(called.row, fields, doc), called)

    def _parts(self, type_: SqlType) -> Sequence[tuple[str, SqlType]]:
        own = self.catalog.type_fields(type_)
        return [
            (name, self.system.named(written) or UNKNOWN) for name, written in own
        ] or self.system.fields(type_)

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
            yield EnumClass(self.enum_names[enum.schema, enum.name], tuple(members), doc)

    def tables(self, views: Iterable[Query]) -> dict[tuple[str, str], RowClass]:
        whole: dict[tuple[str, str], Query] = {}
        for query in views:
            if query.model is not None:
                whole.setdefault(self.key(*query.model), query)
        spelt = {self.key(t.schema, t.name): (t.schema, t.name) for t in self.catalog.tables}
        spelt.update({key: query.model for key, query in whole.items() if query.model is not None})
        named = self._table_names(spelt)
        rows = {
            self.key(table.schema, table.name): self._table(
                table, named[self.key(table.schema, table.name)]
            )
            for table in self.catalog.tables
        }
        for key, query in whole.items():
            doc = f"Row of view ``{spelt[key][1]}``."
            rows[key] = RowClass(named[key], self._result_fields(query), doc)
        return rows

    def _table_names(
        self, spelt: Mapping[tuple[str, str], tuple[str, str]]
    ) -> dict[tuple[str, str], str]:
        """Name tables so that the order of the schema's files plays no part."""
        wanted = {key: names.singular_class(name) for key, (_, name) in spelt.items()}
        plain = {key: names.table_class(name) for key, (_, name) in spelt.items()}
        many = Counter(wanted.values())

        def precedence(key: tuple[str, str]) -> tuple[bool, bool, bool, tuple[str, str]]:
            return many[wanted[key]] > 1, bool(key[0]), plain[key] != wanted[key], key

        named: dict[tuple[str, str], str] = {}
        for key in sorted(spelt, key=precedence):
            schema, name = spelt[key]
            qualified = (names.singular_class(f"{schema}_{name}"),) if key[0] else ()
            named[key] = self.claim(wanted[key], *qualified, plain[key])
        return named

    def _table(self, table: catalog_model.Table, name: str) -> RowClass:
        taken: set[str] = set()
        fields: list[Field] = []
        for column in table.columns:
            if column.invisible:
                continue  # no part of SELECT *, whose rows these are
            type_, nullable = self._declared(column, table)
            field = Field(
                self._field_name(column.name, taken),
                column.name,
                self.types.of(type_ or UNKNOWN),
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
        name = self.claim(f"{names.camel(query.name)}Row")
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
                self._field_name(parameter.name, taken, RowStyle.NAMEDTUPLE),
                parameter.name,
                self.types.of(parameter.type),
                parameter.nullable or parameter.optional,
            )
            for parameter in query.parameters
        )
        name = self.claim(f"{names.camel(query.name)}Params")
        return RowClass(name, fields, f"Parameters of query ``{query.name}``.")

    def _whole_table(
        self, group: Sequence[Column], tables: Mapping[tuple[str, str], RowClass]
    ) -> RowClass | None:
        """Return the class of the table whose row is embedded, when it is one."""
        embed = group[0].embed
        if embed is None or embed.table is None:
            return None
        row = tables.get(self.key(*embed.table))
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
        name = self.claim(f"{names.camel(query.name)}{names.camel(called)}")
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
        name = self._field_name(names.singular_name(called) if own else called, taken)
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
            return self._field_name(f"column_{place}", taken)
        return self._field_name(column.name, taken)

    def _field_name(self, column: str, taken: set[str], style: RowStyle | None = None) -> str:
        style = style or self.style
        if style is RowStyle.TYPEDDICT:
            name = column
        else:
            name = names.identifier(column, fallback="column")
            if style in _UNDERSCORE_MEANS_MORE and name.startswith("_"):
                name = names.identifier(name.lstrip("_"), fallback="column")
                name = f"column{name}" if name.startswith("_") else name
            # A field named like an enum would hide it from the annotations beside it.
            hides = name in self.enum_names.values() or any(
                found is not None and name == found.row for found in self._named.values()
            )
            if hides or name in _BASE_MEMBERS.get(style, ()):
                name = f"{name}_"
        name = names.unique(name, taken)
        taken.add(name)
        return name

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


def _place(column: Column) -> int | None:
    return None if column.embed is None else column.embed.place


def unmapped_types(queries: Sequence[Query], types: TypeMap) -> list[Diagnostic]:
    """Return a warning for every value of a query whose type is only ``object``."""
    found: list[Diagnostic] = []
    for query in queries:
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
