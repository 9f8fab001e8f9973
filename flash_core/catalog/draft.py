"""A catalog while it is being built: the same objects under their names.

Invariants: a key is ``(schema, name)``, both folded as the engine compares them,
with ``""`` for the default schema; dictionaries keep the order of definition.
Statements change a draft only after every check has passed.

Depends on: engine, sql.source, sql.syntax, indexes, model, text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from flash_core._dataclass import replace
from flash_core.engine import Engine
from flash_core.spelling import closest
from flash_core.sql.source import Diagnostic, Severity
from flash_core.types.definitions import ArgumentMode

from .indexes import Indexes
from .model import Catalog, Origin
from .text import fold, fold_object

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from flash_core.sql.postgres_objects import Stated
    from flash_core.sql.source import SourceFile, Span
    from flash_core.sql.syntax import TypeName
    from flash_core.types.definitions import (
        CastDefinition,
        OperatorDefinition,
        RangeDefinition,
        RoutineDefinition,
    )

    from .model import (
        BaseType,
        Column,
        Composite,
        Domain,
        Enum,
        Index,
        OtherObject,
        Table,
        View,
    )

ObjectId: TypeAlias = tuple[str, str]
TypeId: TypeAlias = tuple[str, str, bool]  # schema, name, whether an array of it
RoutineId: TypeAlias = tuple[str, str, tuple[TypeId, ...]]
Stored: TypeAlias = "tuple[int, OtherObject, Stated]"  # the place in what is kept as text
OperatorId: TypeAlias = tuple[str, str, tuple[TypeId | None, ...]]
_Named = TypeVar(
    "_Named",
    "Table",
    "View",
    "Index",
    "Enum",
    "Domain",
    "Composite",
    "RangeDefinition",
    "BaseType",
)
_Object = TypeVar("_Object", "Table", "View", "Index", "Enum", "Domain", "Composite")
RESULTS: Final = frozenset({ArgumentMode.OUT, ArgumentMode.TABLE})
_DEFAULT_SCHEMAS: Final = {
    Engine.POSTGRESQL: frozenset({"", "public"}),
    Engine.SQLITE: frozenset({"", "main"}),
    Engine.MYSQL: frozenset({""}),
}


class Refused(Exception):  # never leaves this package: it becomes a diagnostic
    """A statement that cannot be folded into the draft.

    Args:
        message: As in a diagnostic.
        span: What to underline.
        hint: As in a diagnostic.
        sqlstate: What the server would answer.
        missing: The statement may succeed once others have been folded.
        about: The object that is missing, so that one error does not cause others.
    """

    def __init__(
        self,
        message: str,
        span: Span,
        *,
        hint: str | None = None,
        sqlstate: str | None = None,
        missing: bool = False,
        about: ObjectId | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.span = span
        self.hint = hint
        self.sqlstate = sqlstate
        self.missing = missing
        self.about = about


class Draft:
    """The objects folded so far over ``start``; ``broken`` are those that were refused.

    ``temporary`` are the tables and views of the session that runs the files.
    """

    def __init__(self, start: Catalog) -> None:
        self.engine: Engine = start.engine
        self.database = start.database
        self.tables: dict[ObjectId, Table] = self._keyed(start.tables)
        self.views: dict[ObjectId, View] = self._keyed(start.views)
        self.indexes = Indexes((self.index_id(index), index) for index in start.indexes)
        self.enums: dict[ObjectId, Enum] = self._keyed(start.enums)
        self.domains: dict[ObjectId, Domain] = self._keyed(start.domains)
        self.composites: dict[ObjectId, Composite] = self._keyed(start.composites)
        self.schemas: dict[str, str] = {self.fold(name): name for name in start.schemas}
        self.others: list[OtherObject] = list(start.others)
        # Names that constraints ever had, once it was looked for.
        self.constraint_names: set[ObjectId] | None = None
        self.named_sequences: set[ObjectId] = set()  # of identity columns, by no usual name
        self.keyed: dict[ObjectId, ObjectId] = {}  # names of keys to tables, as last looked up
        # What is kept of the storage of columns, by table: the list, how far it was read, the places.
        self.stored: tuple[list[OtherObject], int, dict[tuple[str, ...], list[Stored]]] = (
            [],
            0,
            {},
        )
        self.broken: set[ObjectId] = set()
        self.in_order = False  # what is folded are migrations
        self.temporary: set[str] = set()
        self.ranges: dict[ObjectId, RangeDefinition] = {
            self.id(item.schema, item.name): item for item in start.ranges
        }
        self.base_types: dict[ObjectId, BaseType] = {
            self.id(item.schema, item.name): item for item in start.base_types
        }
        self.routines: dict[RoutineId, RoutineDefinition] = {}
        self.operators: dict[OperatorId, OperatorDefinition] = {}
        self.casts: dict[tuple[TypeId, TypeId], CastDefinition] = {}
        self.extensions: dict[str, str] = dict(start.extensions)
        self.search_path = start.search_path
        self.path = start.search_path
        # MySQL: where databases say what character set tables have that name none.
        self.charsets: dict[str, Origin] = {}
        self.remarks: dict[tuple[str, int], Diagnostic] = {}
        self._start_definitions(start)

    def remark(self, message: str, source: SourceFile, span: Span, hint: str) -> None:
        """Warn of what the server takes and does not do; once, however often it is read.

        Args:
            message: As in a diagnostic.
            source: The file.
            span: Where it stands.
            hint: What to write instead.
        """
        said = Diagnostic(message, source, span, hint, severity=Severity.WARNING)
        self.remarks.setdefault((str(source.path), span.start), said)

    def _start_definitions(self, start: Catalog) -> None:
        for item in start.routines:
            types = tuple(self.type_id(a.type) for a in item.arguments if a.mode not in RESULTS)
            schema = self.schema_of((item.schema, ""))
            if self.engine.family is Engine.MYSQL:  # one procedure and one function of a name
                types = (("", str(item.kind), False),)
            self.routines[schema, self.fold(item.name), types] = item
        for operator in start.operators:
            left = None if operator.left is None else self.type_id(operator.left)
            key = self.id(operator.schema, operator.name)
            self.operators[*key, (left, self.type_id(operator.right))] = operator
        for cast in start.casts:
            self.casts[self.type_id(cast.source), self.type_id(cast.target)] = cast

    def _keyed(self, objects: Iterable[_Object]) -> dict[ObjectId, _Object]:
        return {self.id(item.schema, item.name): item for item in objects}

    def freeze(self) -> Catalog:
        """Return the draft as a catalog."""
        return Catalog(
            self.engine,
            tuple(self.tables.values()),
            tuple(self.views.values()),
            tuple(self.indexes.values()),
            tuple(self.enums.values()),
            tuple(self.domains.values()),
            tuple(self.composites.values()),
            tuple(self.schemas.values()),
            tuple(self.others),
            tuple(self.routines.values()),
            tuple(self.operators.values()),
            tuple(self.casts.values()),
            tuple(self.ranges.values()),
            dict(self.extensions),
            tuple(self.base_types.values()),
            self.search_path,
            self.database,
        )

    # -- names ---------------------------------------------------------------

    def fold(self, name: str) -> str:
        """Return ``name`` in the form in which the engine compares names."""
        return fold(name, self.engine)

    def fold_object(self, name: str) -> str:
        """Return the same for the names of tables, views and schemas."""
        return fold_object(name, self.engine)

    def id(self, schema: str, name: str) -> ObjectId:
        """Return the key of an object."""
        return self.schema_of((schema, name)), self.fold_object(name)

    def index_id(self, index: Index) -> ObjectId:
        """Return the key of an index; MySQL's indexes have names of their table alone."""
        schema, name = self.id(index.schema, index.name)
        if self.engine.family is Engine.MYSQL:
            name = f"{index.table}.{name.lower()}"
        return schema, name

    def id_of(self, parts: Sequence[str]) -> ObjectId:
        """Return the key that a name as written denotes, by the search path in force."""
        name = self.fold_object(parts[-1])
        if len(parts) > 1 or len(self.path) == 1:
            return self.schema_of(parts) if len(parts) > 1 else self.path[0], name
        for schema in self.path:
            key = (schema, name)
            if self.relation(key) or self.type(key) or key in self.ranges or key in self.base_types:
                return key
        return self.path[0] if self.path else "", name

    def type_id(self, type_: TypeName) -> TypeId:
        """Return what tells a type from others in a signature, whatever the search path."""
        schema, name = self.id_of(type_.parts)
        key = schema, name
        known = self.relation(key) or self.type(key) or key in self.ranges or key in self.base_types
        if known and len(type_.parts) == 1:
            from .user_types import is_built_in  # noqa: PLC0415 - which knows drafts; few names are both

            known = not is_built_in(type_.parts)
        built_in = schema == "pg_catalog" or (len(type_.parts) == 1 and not known)
        return "" if built_in else schema, name, bool(type_.dimensions)

    def schema_of(self, parts: Sequence[str]) -> str:
        """Return the schema of a name as written; the default one is empty."""
        schema = self.fold_object(parts[-2]) if len(parts) > 1 else ""
        if schema in _DEFAULT_SCHEMAS[self.engine.family] or schema == self.database:
            return ""
        return schema

    def schemas_of(self, path: Sequence[str] | None) -> tuple[str, ...]:
        """Return a search path as written in the form of this draft; ``None`` is the default."""
        if path is None:
            return ("",)
        return tuple(dict.fromkeys(self.schema_of((name, "")) for name in path))

    def key(self, path: Sequence[str]) -> ObjectId:
        """Return the key of a name that an object of the catalog keeps: no path is searched."""
        return self.schema_of(path), self.fold(path[-1])

    def new_id(self, parts: Sequence[str], span: Span) -> ObjectId:
        """Return the key for an object to be created.

        Raises:
            Refused: There is no such schema (yet).
        """
        if len(parts) == 1 and not self.path:
            message = "no schema has been selected to create in"
            hint = "the search path is empty here: write the schema before the name"
            raise Refused(message, span, hint=hint, sqlstate="3F000")
        schema = self.schema_of(parts) if len(parts) > 1 else self.path[0]
        if schema and schema not in self.schemas:
            mysql = self.engine.family is Engine.MYSQL
            message = f'schema "{schema}" does not exist'
            raise Refused(
                f"Unknown database '{schema}'" if mysql else message,
                span,
                hint=suggestion(schema, self.schemas) or f"CREATE SCHEMA {schema}",
                sqlstate="42000" if mysql else "3F000",
                missing=True,
            )
        return schema, self.fold_object(parts[-1])

    # -- look-ups ------------------------------------------------------------

    def relation(self, key: ObjectId) -> Table | View | Index | None:
        """Return the table, view or index of that name: they share one namespace."""
        return self.tables.get(key) or self.views.get(key) or self.indexes.get(key)

    def type(self, key: ObjectId) -> Enum | Domain | Composite | None:
        """Return the user's type of that name."""
        return self.enums.get(key) or self.domains.get(key) or self.composites.get(key)

    def table(self, parts: Sequence[str], span: Span) -> Table:
        """Return a table.

        Raises:
            Refused: There is none of that name (yet).
        """
        found = self.tables.get(self.id_of(parts))
        if found is None:
            raise self.missing_relation(parts, span)
        return found

    def missing_relation(self, parts: Sequence[str], span: Span) -> Refused:
        """Return the error for a table or view that does not exist."""
        names = [t.name for t in self.tables.values()] + [v.name for v in self.views.values()]
        return Refused(
            absent_table(parts, self.engine),
            span,
            hint=suggestion(parts[-1], names),
            sqlstate="42S02" if self.engine.family is Engine.MYSQL else "42P01",
            missing=True,
            about=self.id_of(parts),
        )

    def column(self, table: Table, name: str) -> Column | None:
        """Return a column of ``table``."""
        folded = self.fold(name)
        return next((c for c in table.columns if self.fold(c.name) == folded), None)

    def same(self, one: str, other: str) -> bool:
        """Tell whether the engine takes both for one name."""
        return self.fold(one) == self.fold(other)

    def indexes_of(self, table: Table) -> list[tuple[ObjectId, Index]]:
        """Return the indexes on a table."""
        owner = self.id(table.schema, table.name)
        return [
            (key, index)
            for key, index in self.indexes.on(table.name)
            if self.id(index.schema, index.table) == owner
        ]

    def rename_schema(self, old: str, name: str) -> None:
        """Move everything that is in a schema to its new name."""
        new = self.fold(name)

        def moved(store: dict[ObjectId, _Named]) -> dict[ObjectId, _Named]:
            return {
                (new, key[1]) if key[0] == old else key: (
                    replace(item, schema=name) if key[0] == old else item
                )
                for key, item in store.items()
            }

        def path(parts: tuple[str, ...]) -> tuple[str, ...]:
            return (name, parts[-1]) if len(parts) > 1 and self.fold(parts[-2]) == old else parts

        self.tables = moved(self.tables)
        for key, table in self.tables.items():
            references = tuple(replace(r, table=path(r.table)) for r in table.foreign_keys)
            inherits = tuple(map(path, table.inherits))
            self.tables[key] = replace(table, foreign_keys=references, inherits=inherits)
        self.views = moved(self.views)
        self.indexes = Indexes(moved(dict(self.indexes)).items())
        self.enums, self.domains = moved(self.enums), moved(self.domains)
        self.composites = moved(self.composites)
        self.ranges, self.base_types = moved(self.ranges), moved(self.base_types)
        self.routines = {
            (new, key[1], key[2]) if key[0] == old else key: (
                replace(item, schema=name) if key[0] == old else item
            )
            for key, item in self.routines.items()
        }
        self.extensions = {
            extension: name if schema == old else schema
            for extension, schema in self.extensions.items()
        }

    # -- changes -------------------------------------------------------------

    def put(self, table: Table) -> None:
        """Store a table under its name."""
        self.tables[self.id(table.schema, table.name)] = table


def suggestion(name: str, candidates: Iterable[str]) -> str | None:
    """Return ``did you mean "x"?`` for the closest candidate, or ``None``."""
    folded = {candidate.lower(): candidate for candidate in candidates}
    close = closest(name.lower(), folded)
    return f'did you mean "{folded[close[0]]}"?' if close else None


def absent_table(parts: Sequence[str], engine: Engine) -> str:
    """Return the message for a table that does not exist."""
    name = ".".join(parts)
    if engine.family is Engine.MYSQL:
        return f"Table '{name}' doesn't exist"
    return f'table "{name}" does not exist'


def place(origin: Origin | None) -> str | None:
    """Return a hint that says where an object was first defined."""
    if origin is None:
        return None
    line, _ = origin.source.position(origin.span.start)
    return f"it is first defined in {origin.source.path}, line {line}"
