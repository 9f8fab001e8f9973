"""Analysed queries built by hand, and the packages generated from them, imported and called."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from flash_core.analysis.model import Column, Command, Parameter, Query, TableColumn
from flash_core.catalog.model import Catalog, Composite, Enum, Table
from flash_core.catalog.model import Column as CatalogColumn
from flash_core.codegen.package import QueryModule, generate
from flash_core.codegen.write import write
from flash_core.config import Config, PythonConfig, RowStyle
from flash_core.engine import Engine
from flash_core.project import open_project
from flash_core.sql.source import SourceFile, Span
from flash_core.sql.syntax import TypeName
from flash_core.types.model import SqlType, TypeKind
from flash_core.values import ExecResult

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Iterable, Iterator, Sequence
    from types import ModuleType

_NOWHERE = Span(0, 0)
_GRAMMAR_NAMES = {
    "integer": "int4",
    "bigint": "int8",
    "smallint": "int2",
    "boolean": "bool",
    "character varying": "varchar",
    "double precision": "float8",
    "timestamp without time zone": "timestamp",
    "timestamp with time zone": "timestamptz",
}

_RANGES = {
    "int4range": "integer",
    "tsrange": "timestamp without time zone",
    "int4multirange": "int4range",
}


@dataclass
class Project:
    """A project whose schema and queries a test writes in a line each.

    A value is written ``name type``; a trailing ``!`` says that it is never NULL.
    """

    engine: Engine = Engine.POSTGRESQL
    tables: list[Table] = field(default_factory=list[Table])
    enums: list[Enum] = field(default_factory=list[Enum])
    composites: list[Composite] = field(default_factory=list[Composite])
    modules: dict[str, list[Query]] = field(default_factory=dict[str, list[Query]])

    def sql_type(self, name: str) -> SqlType:
        """Return the type of that name, as analysis would."""
        if name.endswith("[]"):
            return SqlType(name, TypeKind.ARRAY, element=self.sql_type(name[:-2]))
        if name in _RANGES:
            kind = TypeKind.MULTIRANGE if "multi" in name else TypeKind.RANGE
            return SqlType(name, kind, element=self.sql_type(_RANGES[name]))
        if any(enum.name == name for enum in self.enums):
            return SqlType(name, TypeKind.ENUM)
        if any(composite.name == name for composite in self.composites):
            return SqlType(name, TypeKind.COMPOSITE)
        return SqlType(name)

    def _value(self, text: str) -> tuple[str, SqlType, bool]:
        name, _, type_name = text.rstrip("!").partition(" ")
        if text.startswith("'"):
            name, _, type_name = text.rstrip("!")[1:].partition("' ")
        return name, self.sql_type(type_name), not text.endswith("!")

    def enum(self, name: str, *labels: str, multiple: bool = False) -> None:
        """Add an enum to the schema, or a SET."""
        self.enums.append(Enum(name, labels, multiple=multiple))

    def table(self, name: str, *columns: str, schema: str = "", comment: str | None = None) -> None:
        """Add a table to the schema."""
        self.tables.append(Table(name, self._columns(columns), schema, comment=comment))

    def composite(self, name: str, *fields: str) -> None:
        """Add a composite type to the schema."""
        self.composites.append(Composite(name, self._columns(fields)))

    def _columns(self, columns: Sequence[str]) -> tuple[CatalogColumn, ...]:
        made: list[CatalogColumn] = []
        for text in columns:
            column, sql_type, nullable = self._value(text)
            base = sql_type.name.removesuffix("[]")
            parts = (_GRAMMAR_NAMES.get(base, base),)
            dimensions = int(sql_type.kind is TypeKind.ARRAY)
            written = TypeName(parts, (), dimensions, span=_NOWHERE)
            made.append(CatalogColumn(column, written, sql_type.name, not_null=not nullable))
        return tuple(made)

    def query(
        self,
        name: str,
        command: str,
        *columns: str | Column,
        sql: str = "SELECT 1",
        parameters: Sequence[str | Parameter] = (),
        model: str = "",
        exactly_one: bool = False,
        doc: str = "",
        path: str = "db/queries/users.sql",
    ) -> None:
        """Add a query; ``model`` names the table that it returns whole."""
        source = SourceFile(path, f"-- name: {name} :{command}\n{sql}")
        made: list[Column] = []
        if model:
            schema, _, table = model.rpartition(".")
            found = next(t for t in self.tables if (t.schema, t.name) == (schema, table))
            for column in found.columns:
                origin = TableColumn(schema, table, column.name)
                sql_type = self.sql_type(column.type_text)
                made.append(Column(column.name, sql_type, not column.not_null, origin))
        made.extend(one if isinstance(one, Column) else self.column(one) for one in columns)
        query = Query(
            name,
            Command(command),
            sql,
            tuple(self._parameter(n, p) for n, p in enumerate(parameters, 1)),
            tuple(made),
            doc,
            (model.rpartition(".")[0], model.rpartition(".")[2]) if model else None,
            exactly_one,
            source,
            Span(9, 9 + len(name)),
            reads=not sql.startswith("DELETE"),
        )
        self.modules.setdefault(path, []).append(query)

    def column(self, text: str) -> Column:
        """Return a column of a result; with ``?`` behind it NULL is among its elements."""
        found = Column(*self._value(text.rstrip("?")))
        return replace(found, null_elements=text.endswith("?"))

    def _parameter(self, number: int, given: str | Parameter) -> Parameter:
        if isinstance(given, Parameter):
            return given
        name, sql_type, nullable = self._value(given)
        return Parameter(number, name, sql_type, nullable)

    def catalog(self) -> Catalog:
        """Return the schema."""
        return Catalog(
            self.engine,
            tables=tuple(self.tables),
            enums=tuple(self.enums),
            composites=tuple(self.composites),
        )

    def query_modules(self) -> list[QueryModule]:
        """Return the query files."""
        return [
            QueryModule(SourceFile(path, ""), tuple(queries))
            for path, queries in self.modules.items()
        ]

    def generate(
        self, rows: RowStyle = RowStyle.DATACLASS, *, async_: bool = True, sync: bool = True
    ) -> dict[str, str]:
        """Return the files of the generated package."""
        config = Config(
            Path(), self.engine, python=PythonConfig(async_=async_, sync=sync, rows=rows)
        )
        return generate(self.catalog(), self.query_modules(), config)


class Fake:
    """A connection that answers every query with the same rows and notes what it was sent."""

    def __init__(self, *rows: tuple[object, ...]) -> None:
        self.rows = list(rows)
        self.sent: list[tuple[object, ...]] = []

    async def execute(self, query: str, /, *args: object) -> int:
        """Affect as many rows as there are."""
        self.sent.append((query, *args))
        return len(self.rows)

    async def execute_result(self, query: str, /, *args: object) -> ExecResult:
        """Affect as many rows as there are; the id is the first value of the first row."""
        self.sent.append((query, *args))
        first = self.rows[0][0] if self.rows else None
        return ExecResult(len(self.rows), first if isinstance(first, int) else None)

    async def fetch(self, query: str, /, *args: object) -> list[tuple[object, ...]]:
        """Return all rows."""
        self.sent.append((query, *args))
        return self.rows

    async def fetch_built(
        self,
        query: str,
        build: Callable[[list[Any]], Iterable[object]],
        /,
        *args: object,
    ) -> list[object]:
        """Return what is built of all rows."""
        return list(build(await self.fetch(query, *args)))

    async def stream(
        self, query: str, /, *args: object
    ) -> AsyncGenerator[list[tuple[object, ...]]]:
        """Return the rows one a time."""
        self.sent.append((query, *args))
        for row in self.rows:
            yield [row]

    async def execute_many(
        self,
        query: str,
        sets: Iterable[object],
        encode: Callable[[Any], tuple[object, ...]],
        /,
    ) -> None:
        """Affect as many rows as there are."""
        self.sent.extend((query, *encode(each)) for each in sets)

    async def fetchrow(self, query: str, /, *args: object) -> tuple[object, ...] | None:
        """Return the first row."""
        self.sent.append((query, *args))
        return self.rows[0] if self.rows else None

    async def fetchval(self, query: str, /, *args: object) -> object:
        """Return the first value of the first row."""
        self.sent.append((query, *args))
        return self.rows[0][0] if self.rows else None


@dataclass
class Workshop:
    """Makes projects and imports what they generate."""

    folder: Path
    imported: list[str] = field(default_factory=list[str])
    fake: type[Fake] = Fake

    def project(self, engine: Engine = Engine.POSTGRESQL) -> Project:
        """Return an empty project."""
        return Project(engine)

    def compiled(self, engine: Engine, schema: str, queries: str) -> ModuleType:
        """Return the package that Flash makes of a schema and queries in SQL."""
        root = self.folder / f"project_{len(self.imported)}"
        for folder, name, text in (("schema", "schema", schema), ("queries", "users", queries)):
            (root / "db" / folder).mkdir(parents=True)
            (root / "db" / folder / f"{name}.sql").write_text(text, "utf-8", newline="")
        files, _ = open_project(Config(root, engine, python=PythonConfig(sync=True))).generate()
        return self.load(files)

    def load(self, files: dict[str, str]) -> ModuleType:
        """Write a package to disk and import it."""
        name = f"flash_gen_{len(self.imported)}_{abs(hash(str(self.folder)))}"
        write(self.folder / name, files)
        spec = importlib.util.spec_from_file_location(
            name, self.folder / name / "__init__.py", submodule_search_locations=[]
        )
        assert spec is not None
        assert spec.loader is not None
        assert spec.submodule_search_locations is not None
        spec.submodule_search_locations.append(str(self.folder / name))
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        self.imported.append(name)
        spec.loader.exec_module(module)
        return module

    def text(self, module: ModuleType, constant: str) -> str:
        """Return the SQL that a constant of ``users`` holds."""
        users = importlib.import_module(f"{module.__name__}.users")
        value: object = vars(users)[constant]
        assert type(value) is str
        return value


@pytest.fixture
def workshop(tmp_path: Path) -> Iterator[Workshop]:
    """Make projects and import their packages for the length of one test."""
    workshop = Workshop(tmp_path)
    yield workshop
    for name in [*sys.modules]:
        if name.partition(".")[0] in workshop.imported:
            del sys.modules[name]
