"""The syntax tree: what a statement says, whatever grammar read it.

One small tree for the three engines.  Identifiers are already folded as the
engine folds them (PostgreSQL: unquoted to lower case; SQLite and MySQL: as
written, compared without case by the catalog).  Every span is in the user's
own file: the parsers map positions back through the edit map before they build
a node.  A span covers at least the word that an error about the node should
underline.  Spans never take part in equality, so tests compare meaning.

Operators keep the engine's own name (``~~`` is PostgreSQL's LIKE).  What a
parser does not understand becomes a diagnostic, never a silent omission.

Depends on: source.
"""

from __future__ import annotations

import enum
from dataclasses import field
from typing import TYPE_CHECKING, Final, TypeAlias

from flash_core._dataclass import dataclass

if TYPE_CHECKING:
    from .source import Span


@dataclass(frozen=True, slots=True)
class Node:
    """Anything with a place in the user's file."""

    span: Span = field(compare=False, repr=False, kw_only=True)


# -- names and types ---------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Name(Node):
    """A possibly qualified name: ``("users",)``, ``("public", "users")``."""

    parts: tuple[str, ...]

    @property
    def last(self) -> str:
        """The name without its qualifiers."""
        return self.parts[-1]

    @property
    def schema(self) -> str | None:
        """The qualifier just before the name, or ``None``."""
        return self.parts[-2] if len(self.parts) > 1 else None

    def __str__(self) -> str:
        """Return the dotted form for messages."""
        return ".".join(self.parts)


@dataclass(frozen=True, slots=True)
class TypeName(Node):
    """A type as written: ``varchar(100)``, ``text[]``, ``UNSIGNED BIG INT``.

    Attributes:
        parts: The name; PostgreSQL's grammar gives ``("pg_catalog", "int4")`` for ``integer``.
        modifiers: Numbers or words in parentheses, as text: ``("10", "2")``.
        dimensions: Number of ``[]`` (PostgreSQL treats all of them alike).
        of_column: ``users.email%TYPE``: ``parts`` name a column, whose type is meant.
    """

    parts: tuple[str, ...]
    modifiers: tuple[str, ...] = ()
    dimensions: int = 0
    of_column: bool = False


# -- expressions -------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Expression(Node):
    """Base of everything that has a value."""


@dataclass(frozen=True, slots=True)
class ColumnRef(Expression):
    """``name``, ``table.name``, ``schema.table.name``."""

    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Star(Expression):
    """``*`` or ``table.*`` in a select list, or the argument of ``count(*)``.

    ``embed`` is set when the user wrote ``flash.embed(table)``.
    """

    qualifier: tuple[str, ...] = ()
    embed: bool = False


class LiteralKind(enum.StrEnum):
    """What a constant looks like in the text."""

    NULL = "null"
    BOOLEAN = "boolean"
    INTEGER = "integer"
    DECIMAL = "decimal"  # has a point or an exponent
    STRING = "string"
    BLOB = "blob"  # X'00ff'
    BITS = "bits"  # PostgreSQL's B'01'


@dataclass(frozen=True, slots=True)
class Literal(Expression):
    """A constant; ``text`` is its value without quotes (``true``, ``42``, ``it's``)."""

    kind: LiteralKind
    text: str


@dataclass(frozen=True, slots=True)
class Parameter(Expression):
    """A placeholder, by its number after rewriting (from 1)."""

    number: int


@dataclass(frozen=True, slots=True)
class Cast(Expression):
    """``CAST(x AS t)`` or ``x::t``."""

    operand: Expression
    type: TypeName


@dataclass(frozen=True, slots=True)
class Operator(Expression):
    """A prefix (``left`` is None) or infix operator: arithmetic, comparison, LIKE and so on."""

    name: str
    left: Expression | None
    right: Expression


@dataclass(frozen=True, slots=True)
class And(Expression):
    """Conjunction of two or more conditions."""

    items: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Or(Expression):
    """Disjunction of two or more conditions."""

    items: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Not(Expression):
    """Negation."""

    operand: Expression


@dataclass(frozen=True, slots=True)
class IsNull(Expression):
    """``x IS [NOT] NULL``."""

    operand: Expression
    negated: bool = False


@dataclass(frozen=True, slots=True)
class BooleanTest(Expression):
    """``x IS [NOT] TRUE | FALSE | UNKNOWN``; ``value`` None is UNKNOWN."""

    operand: Expression
    value: bool | None
    negated: bool = False


@dataclass(frozen=True, slots=True)
class IsDistinct(Expression):
    """``a IS [NOT] DISTINCT FROM b``; SQLite's ``a IS b`` is the negated form."""

    left: Expression
    right: Expression
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Between(Expression):
    """``x [NOT] BETWEEN [SYMMETRIC] low AND high``."""

    operand: Expression
    low: Expression
    high: Expression
    negated: bool = False
    symmetric: bool = False


@dataclass(frozen=True, slots=True)
class InList(Expression):
    """``x [NOT] IN (a, b, …)``."""

    operand: Expression
    items: tuple[Expression, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class InQuery(Expression):
    """``x [NOT] IN (SELECT …)``."""

    operand: Expression
    query: Query
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Quantified(Expression):
    """``x op ANY|ALL (array or query)``."""

    left: Expression
    operator: str
    all: bool
    right: Expression | Query


@dataclass(frozen=True, slots=True)
class OrderItem(Node):
    """One key of an ORDER BY."""

    expression: Expression
    descending: bool = False
    nulls_first: bool | None = None


@dataclass(frozen=True, slots=True)
class WindowSpec(Node):
    """``OVER (…)`` or a named window; ``name`` is what it refers to or defines.

    PostgreSQL's ``(w …)`` has the window that it copies as ``base``; ``mode`` is ROWS, RANGE
    or GROUPS where a frame is written.
    """

    name: str | None = None
    partition_by: tuple[Expression, ...] = ()
    order_by: tuple[OrderItem, ...] = ()
    frame: tuple[Expression, ...] = ()  # offsets of ROWS/RANGE bounds, which may hold parameters
    holds_row: bool = True  # the frame has the current row in it, always
    base: str | None = None
    mode: str | None = None


@dataclass(frozen=True, slots=True)
class FunctionCall(Expression):
    """A function, aggregate or window function call.

    SQL's special forms (EXTRACT, SUBSTRING FROM, AT TIME ZONE …) arrive under
    the name of the function they stand for.
    """

    name: Name
    arguments: tuple[Expression, ...] = ()
    argument_names: tuple[str | None, ...] = ()  # as long as arguments, or empty
    star: bool = False
    distinct: bool = False
    variadic: bool = False
    order_by: tuple[OrderItem, ...] = ()
    within_group: bool = False
    filter: Expression | None = None
    over: WindowSpec | None = None


@dataclass(frozen=True, slots=True)
class SqlValue(Expression):
    """``CURRENT_TIMESTAMP``, ``CURRENT_DATE``, ``CURRENT_USER`` …, upper case."""

    name: str


@dataclass(frozen=True, slots=True)
class Coalesce(Expression):
    """``COALESCE(a, b, …)`` (SQLite's and MySQL's IFNULL too)."""

    items: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class NullIf(Expression):
    """``NULLIF(a, b)``."""

    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Extreme(Expression):
    """``GREATEST(…)`` / ``LEAST(…)``; SQLite's scalar ``max``/``min`` are functions."""

    items: tuple[Expression, ...]
    greatest: bool


@dataclass(frozen=True, slots=True)
class When(Node):
    """One arm of a CASE."""

    condition: Expression
    result: Expression


@dataclass(frozen=True, slots=True)
class Case(Expression):
    """``CASE [operand] WHEN … THEN … [ELSE …] END``."""

    operand: Expression | None
    whens: tuple[When, ...]
    default: Expression | None


@dataclass(frozen=True, slots=True)
class ArrayLiteral(Expression):
    """``ARRAY[a, b]``."""

    items: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class ArrayQuery(Expression):
    """``ARRAY(SELECT …)``."""

    query: Query


@dataclass(frozen=True, slots=True)
class RowLiteral(Expression):
    """``ROW(a, b)`` or ``(a, b)``."""

    items: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Subscript(Expression):
    """``a[i]`` or ``a[i:j]`` (then ``slice``)."""

    operand: Expression
    indices: tuple[Expression, ...]
    slice: bool = False


@dataclass(frozen=True, slots=True)
class FieldAccess(Expression):
    """``(row).field``; ``*`` expands all fields."""

    operand: Expression
    field: str


@dataclass(frozen=True, slots=True)
class ScalarQuery(Expression):
    """``(SELECT …)`` used as a value."""

    query: Query


@dataclass(frozen=True, slots=True)
class Exists(Expression):
    """``EXISTS (SELECT …)``."""

    query: Query


@dataclass(frozen=True, slots=True)
class Collate(Expression):
    """``x COLLATE name``."""

    operand: Expression
    collation: str


@dataclass(frozen=True, slots=True)
class DefaultValue(Expression):
    """``DEFAULT`` as a value of INSERT or UPDATE."""


@dataclass(frozen=True, slots=True)
class MultiAssignSource(Expression):
    """Column ``index`` (from 0) of the row of ``count`` that feeds ``SET (a, b) = …``."""

    source: Expression
    index: int
    count: int = 0


@dataclass(frozen=True, slots=True)
class CurrentOf(Expression):
    """``WHERE CURRENT OF cursor``."""

    cursor: str


@dataclass(frozen=True, slots=True)
class MergeAction(Expression):
    """``merge_action()``, which the grammar itself knows."""


# -- SQL/JSON and SQL/XML ----------------------------------------------------


@dataclass(frozen=True, slots=True)
class JsonInput(Expression):
    """A value that SQL/JSON reads; ``formatted`` after FORMAT JSON."""

    operand: Expression
    formatted: bool = False


@dataclass(frozen=True, slots=True)
class JsonBehavior(Node):
    """``NULL``, ``ERROR``, ``DEFAULT``, ``EMPTY ARRAY`` and so on, ON EMPTY or ON ERROR."""

    kind: str
    default: Expression | None = None


@dataclass(frozen=True, slots=True)
class JsonPassing(Node):
    """``value AS name`` after PASSING."""

    name: str
    value: JsonInput


@dataclass(frozen=True, slots=True)
class JsonPathQuery(Expression):
    """``JSON_VALUE``, ``JSON_QUERY`` or ``JSON_EXISTS``, by ``name`` in lower case."""

    name: str
    document: JsonInput
    path: Expression
    passing: tuple[JsonPassing, ...] = ()
    returning: TypeName | None = None
    formatted: bool = False  # RETURNING … FORMAT JSON
    on_empty: JsonBehavior | None = None
    on_error: JsonBehavior | None = None


@dataclass(frozen=True, slots=True)
class JsonConstructor(Expression):
    """``JSON_OBJECT``, ``JSON_ARRAY``, ``JSON``, ``JSON_SCALAR`` or ``JSON_SERIALIZE``.

    ``keys`` are those of JSON_OBJECT, as many as ``values``; ``query`` is JSON_ARRAY's.
    """

    name: str
    values: tuple[Expression, ...] = ()
    keys: tuple[Expression, ...] = ()
    query: Query | None = None
    returning: TypeName | None = None
    formatted: bool = False


@dataclass(frozen=True, slots=True)
class JsonAggregate(Expression):
    """``JSON_OBJECTAGG`` or ``JSON_ARRAYAGG``; ``call`` is the aggregate it stands for."""

    name: str
    call: FunctionCall
    returning: TypeName | None = None
    formatted: bool = False


@dataclass(frozen=True, slots=True)
class IsJson(Expression):
    """``x IS JSON …``; its negation arrives as NOT."""

    operand: Expression


@dataclass(frozen=True, slots=True)
class XmlFunction(Expression):
    """SQL/XML by the name of the function or test: ``xmlelement``, ``is document``.

    Attributes:
        attributes: XMLATTRIBUTES of XMLELEMENT, the items of XMLFOREST.
        names: Names of these, ``None`` where a column gives its own.
    """

    name: str
    arguments: tuple[Expression, ...] = ()
    attributes: tuple[Expression, ...] = ()
    names: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class XmlSerialize(Expression):
    """``XMLSERIALIZE(… AS type)``."""

    operand: Expression
    type: TypeName


# -- FROM --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FromItem(Node):
    """Base of what may stand in FROM."""


@dataclass(frozen=True, slots=True)
class TableSample(Node):
    """``TABLESAMPLE method (arguments) REPEATABLE (seed)``."""

    method: Name
    arguments: tuple[Expression, ...]
    seed: Expression | None = None


@dataclass(frozen=True, slots=True)
class TableRef(FromItem):
    """A table, view or CTE by name; ``only`` leaves out the tables that inherit from it."""

    name: Name
    alias: str | None = None
    column_aliases: tuple[str, ...] = ()
    only: bool = False
    sample: TableSample | None = None


@dataclass(frozen=True, slots=True)
class QueryRef(FromItem):
    """``(SELECT …) AS alias``; VALUES lists too."""

    query: Query
    alias: str | None = None
    column_aliases: tuple[str, ...] = ()
    lateral: bool = False


@dataclass(frozen=True, slots=True)
class ColumnDefinition(Node):
    """``name type`` of a record function's column definition list."""

    name: str
    type: TypeName


@dataclass(frozen=True, slots=True)
class FunctionRef(FromItem):
    """``f(…) AS alias``, ``ROWS FROM (f(…), g(…))``, ``WITH ORDINALITY``.

    ``definitions`` has the column definition list of each call, perhaps empty.
    """

    calls: tuple[Expression, ...]
    alias: str | None = None
    column_aliases: tuple[str, ...] = ()
    definitions: tuple[tuple[ColumnDefinition, ...], ...] = ()
    ordinality: bool = False
    lateral: bool = False


@dataclass(frozen=True, slots=True)
class TableColumnDef(Node):
    """A column of JSON_TABLE or XMLTABLE.

    Attributes:
        type: ``None`` for FOR ORDINALITY.
        path: Where its value stands in the row.
        on_empty: JSON_TABLE: what stands for an absent value.
        on_error: JSON_TABLE: what stands for a wrong one.
        default: XMLTABLE's DEFAULT.
        exists: JSON_TABLE's EXISTS.
        formatted: FORMAT JSON.
        not_null: XMLTABLE's NOT NULL.
    """

    name: str
    type: TypeName | None
    path: Expression | None = None
    on_empty: JsonBehavior | None = None
    on_error: JsonBehavior | None = None
    default: Expression | None = None
    exists: bool = False
    formatted: bool = False
    not_null: bool = False


@dataclass(frozen=True, slots=True)
class NestedColumns(Node):
    """``NESTED PATH '…' COLUMNS (…)`` of JSON_TABLE: no value when the path finds nothing."""

    columns: tuple[TableColumnDef | NestedColumns, ...]
    name: str | None = None


@dataclass(frozen=True, slots=True)
class JsonTable(FromItem):
    """``JSON_TABLE(document, path PASSING … COLUMNS (…)) AS alias``; always lateral."""

    document: JsonInput
    path: Expression
    passing: tuple[JsonPassing, ...]
    columns: tuple[TableColumnDef | NestedColumns, ...]
    alias: str | None = None
    column_aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class XmlTable(FromItem):
    """``XMLTABLE(path PASSING document COLUMNS …) AS alias``; always lateral."""

    document: Expression
    path: Expression
    namespaces: tuple[Expression, ...]
    columns: tuple[TableColumnDef, ...]
    alias: str | None = None
    column_aliases: tuple[str, ...] = ()


class JoinKind(enum.StrEnum):
    """The kinds of join; a comma in FROM is CROSS."""

    INNER = "inner"
    LEFT = "left"
    RIGHT = "right"
    FULL = "full"
    CROSS = "cross"


@dataclass(frozen=True, slots=True)
class Join(FromItem):
    """``left JOIN right``; ``alias`` names the join as a whole (PostgreSQL).

    ``using_alias`` names the merged columns alone: ``JOIN t USING (id) AS j``.
    """

    kind: JoinKind
    left: FromItem
    right: FromItem
    on: Expression | None = None
    using: tuple[str, ...] = ()
    natural: bool = False
    alias: str | None = None
    column_aliases: tuple[str, ...] = ()
    using_alias: str | None = None


# -- queries -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Statement(Node):
    """Base of every statement."""


@dataclass(frozen=True, slots=True)
class SearchClause(Node):
    """``SEARCH DEPTH|BREADTH FIRST BY columns SET column``."""

    columns: tuple[str, ...]
    breadth_first: bool
    sequence: str


@dataclass(frozen=True, slots=True)
class CycleClause(Node):
    """``CYCLE columns SET mark [TO value DEFAULT default] USING path``."""

    columns: tuple[str, ...]
    mark: str
    value: Expression
    default: Expression
    path: str


@dataclass(frozen=True, slots=True)
class Cte(Node):
    """``name (columns) AS (statement)``."""

    name: str
    columns: tuple[str, ...]
    statement: Statement
    search: SearchClause | None = None
    cycle: CycleClause | None = None


@dataclass(frozen=True, slots=True)
class With(Node):
    """A WITH clause."""

    ctes: tuple[Cte, ...]
    recursive: bool = False


@dataclass(frozen=True, slots=True)
class Target(Node):
    """One entry of a select list or RETURNING; ``alias`` only when written."""

    expression: Expression
    alias: str | None = None


@dataclass(frozen=True, slots=True)
class Lock(Node):
    """``FOR UPDATE [OF a, b]``; ``strength`` is the words before OF."""

    strength: str
    tables: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class Query(Statement):
    """Base of statements that return rows by nature: Select, SetOperation, Values."""

    with_: With | None = field(default=None, kw_only=True)
    order_by: tuple[OrderItem, ...] = field(default=(), kw_only=True)
    limit: Expression | None = field(default=None, kw_only=True)
    offset: Expression | None = field(default=None, kw_only=True)
    with_ties: bool = field(default=False, kw_only=True)  # LIMIT n may then give more than n rows
    locks: tuple[Lock, ...] = field(default=(), kw_only=True)


@dataclass(frozen=True, slots=True)
class Select(Query):
    """A SELECT.

    Attributes:
        distinct_on: Keys of DISTINCT ON.
        from_: Items of FROM; several mean a comma-separated list.
        grouping_sets: True when GROUP BY has ROLLUP, CUBE or GROUPING SETS;
            ``group_by`` then holds every expression named in them.
        always_grouped: Of each key whether all grouping sets have it; read where there are any.
        empty_set: One of the grouping sets is the empty one.
    """

    targets: tuple[Target, ...]
    from_: tuple[FromItem, ...] = ()
    where: Expression | None = None
    group_by: tuple[Expression, ...] = ()
    grouping_sets: bool = False
    having: Expression | None = None
    windows: tuple[WindowSpec, ...] = ()
    distinct: bool = False
    distinct_on: tuple[Expression, ...] = ()
    always_grouped: tuple[bool, ...] = ()
    empty_set: bool = False


class SetKind(enum.StrEnum):
    """Set operations."""

    UNION = "union"
    INTERSECT = "intersect"
    EXCEPT = "except"


@dataclass(frozen=True, slots=True)
class SetOperation(Query):
    """``left UNION [ALL] right`` and its kin."""

    kind: SetKind
    all: bool
    left: Query
    right: Query


@dataclass(frozen=True, slots=True)
class Values(Query):
    """``VALUES (…), (…)``."""

    rows: tuple[tuple[Expression, ...], ...]


@dataclass(frozen=True, slots=True)
class Indices(Node):
    """``[i][j]``, or ``[i:j]`` when ``slice``, below an assigned column."""

    indices: tuple[Expression, ...]
    slice: bool = False


Path: TypeAlias = "tuple[str | Indices, ...]"
"""The way below an assigned column: fields of composites, elements of arrays."""


VERSIONS: Final = ("old", "new")


@dataclass(frozen=True, slots=True)
class Assignment(Node):
    """``column = value`` of UPDATE or ON CONFLICT; the span is the column's."""

    column: str
    value: Expression
    path: Path = ()


@dataclass(frozen=True, slots=True)
class OnConflict(Node):
    """``ON CONFLICT … DO NOTHING`` (no assignments) or ``DO UPDATE SET …``.

    ``columns`` are the plain columns of the conflict target; ``constraint`` is
    the name in PostgreSQL's ``ON CONSTRAINT``.
    """

    columns: tuple[Name, ...]
    update: tuple[Assignment, ...] | None  # None is DO NOTHING
    where: Expression | None = None
    target_where: Expression | None = None
    constraint: str | None = None
    expressions: tuple[Expression, ...] = ()  # of the conflict target


@dataclass(frozen=True, slots=True)
class Insert(Statement):
    """INSERT (SQLite: REPLACE and INSERT OR …, see ``conflict_action``).

    ``paths`` says which part of each column is written; it is empty when all are written
    whole.  ``versions`` is what RETURNING calls the old and the new row, here and below.
    """

    table: TableRef
    columns: tuple[Name, ...]  # empty: all columns in order
    source: Query | None  # None is DEFAULT VALUES
    on_conflict: tuple[OnConflict, ...] = ()
    conflict_action: str | None = None  # SQLite: "REPLACE", "IGNORE", …
    returning: tuple[Target, ...] = ()
    with_: With | None = None
    paths: tuple[Path, ...] = ()
    overriding: bool = False  # OVERRIDING SYSTEM VALUE or USER VALUE
    versions: tuple[str, str] = VERSIONS


@dataclass(frozen=True, slots=True)
class Update(Statement):
    """UPDATE."""

    table: TableRef
    assignments: tuple[Assignment, ...]
    from_: tuple[FromItem, ...] = ()
    where: Expression | None = None
    returning: tuple[Target, ...] = ()
    with_: With | None = None
    versions: tuple[str, str] = VERSIONS


@dataclass(frozen=True, slots=True)
class Delete(Statement):
    """DELETE."""

    table: TableRef
    using: tuple[FromItem, ...] = ()
    where: Expression | None = None
    returning: tuple[Target, ...] = ()
    with_: With | None = None
    versions: tuple[str, str] = VERSIONS


class MergeMatch(enum.StrEnum):
    """Which rows a WHEN of MERGE is about."""

    MATCHED = "matched"
    NOT_MATCHED_BY_SOURCE = "not matched by source"
    NOT_MATCHED = "not matched"


@dataclass(frozen=True, slots=True)
class MergeWhen(Node):
    """``WHEN … [AND condition] THEN …``; ``action`` is its first word, or DO NOTHING's second.

    An INSERT without ``values`` is INSERT DEFAULT VALUES.
    """

    match: MergeMatch
    condition: Expression | None
    action: str
    assignments: tuple[Assignment, ...] = ()
    columns: tuple[Name, ...] = ()
    paths: tuple[Path, ...] = ()
    values: tuple[Expression, ...] = ()


@dataclass(frozen=True, slots=True)
class Merge(Statement):
    """MERGE INTO table USING source ON condition WHEN …."""

    table: TableRef
    source: FromItem
    on: Expression
    whens: tuple[MergeWhen, ...]
    returning: tuple[Target, ...] = ()
    with_: With | None = None
    versions: tuple[str, str] = VERSIONS


@dataclass(frozen=True, slots=True)
class Call(Statement):
    """CALL of a procedure, which returns a row when it has OUT arguments."""

    function: FunctionCall


@dataclass(frozen=True, slots=True)
class Utility(Statement):
    """A statement that neither reads nor changes rows by itself: TRUNCATE, BEGIN, SHOW and so on.

    Attributes:
        keyword: The words that name it.
        columns: Of the rows it returns: SHOW, EXPLAIN.
        query: The statement in it, whose parameters are its own: EXPLAIN, DECLARE.
        creates: The table that SELECT INTO makes.
        defines: What a DO block makes where it does not exist yet.
    """

    keyword: str
    columns: tuple[ColumnDefinition, ...] = field(default=(), kw_only=True)
    query: Statement | None = field(default=None, kw_only=True)
    creates: CreateView | None = field(default=None, compare=False, repr=False, kw_only=True)
    defines: tuple[Statement, ...] = field(default=(), compare=False, repr=False, kw_only=True)


# -- schema ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ForeignKeyDef(Node):
    """REFERENCES; empty ``foreign_columns`` means the other table's primary key.

    ``tail`` is the text after the column list, as written and single-spaced:
    ``ON DELETE CASCADE DEFERRABLE``.
    """

    columns: tuple[str, ...]
    table: Name
    foreign_columns: tuple[str, ...] = ()
    tail: str = ""
    name: str | None = None


@dataclass(frozen=True, slots=True)
class KeyDef(Node):
    """PRIMARY KEY or UNIQUE over columns; ``tail`` as in ForeignKeyDef.

    ``form`` is ``NULLS NOT DISTINCT``, ``WITHOUT OVERLAPS`` (of the last column), or empty.
    """

    columns: tuple[str, ...]
    primary: bool
    tail: str = ""
    name: str | None = None
    form: str = ""


@dataclass(frozen=True, slots=True)
class CheckDef(Node):
    """CHECK; ``text`` is the condition without the outer parentheses, ``tail`` what follows them."""

    text: str
    name: str | None = None
    tail: str = ""


@dataclass(frozen=True, slots=True)
class OtherConstraint(Node):
    """A table constraint kept as text only (EXCLUDE …)."""

    text: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class ColumnDef(Node):
    """A column of CREATE TABLE or ADD COLUMN.

    Column-level keys, references and checks are in ``constraints``, with the
    column's own name in their column lists, so that they look like table
    constraints.  Expressions are kept as the user's text.

    Attributes:
        type: ``None`` in SQLite, where a column may have no type, and where it is known
            from elsewhere (PARTITION OF, OF).
        type_text: The type as written, single-spaced.
        not_null: NOT NULL was written (a primary key does not set it).
        identity: ``ALWAYS`` or ``BY DEFAULT`` (GENERATED … AS IDENTITY).
        identity_options: What stands in parentheses after IDENTITY: ``START WITH 100``.
        autoincrement: SQLite's AUTOINCREMENT, MySQL's AUTO_INCREMENT.
        generated: Expression of a generated column.
        stored: Of a generated column: STORED rather than VIRTUAL.
    """

    name: str
    type: TypeName | None
    type_text: str = ""
    not_null: bool = False
    default: str | None = None
    collation: str | None = None
    identity: str | None = None
    autoincrement: bool = False
    generated: str | None = None
    stored: bool = False
    constraints: tuple[KeyDef | ForeignKeyDef | CheckDef | OtherConstraint, ...] = ()
    identity_options: str = ""
    not_null_name: str | None = None


@dataclass(frozen=True, slots=True)
class LikeTable(Node):
    """``LIKE table`` in a column list.

    Attributes:
        position: How many columns stand before it.
        options: What is copied beyond columns and NOT NULL: ``defaults``, ``indexes`` …
    """

    table: Name
    position: int
    options: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CreateTable(Statement):
    """CREATE TABLE; ``tail`` is the text after the closing parenthesis (PARTITION BY …, STRICT).

    Attributes:
        inherits: Parents of INHERITS, or the one of PARTITION OF.
        bound: Which rows a partition holds (``FOR VALUES IN (1)``); empty for other tables.
        of_type: The composite type of CREATE TABLE … OF.  Its columns, as those of a
            partition, may be named again without a type, to add constraints.
        foreign: SERVER … of a foreign table.
    """

    name: Name
    columns: tuple[ColumnDef, ...]
    constraints: tuple[KeyDef | ForeignKeyDef | CheckDef | OtherConstraint, ...] = ()
    if_not_exists: bool = False
    strict: bool = False
    without_rowid: bool = False
    temporary: bool = False
    tail: str = ""
    unlogged: bool = False
    likes: tuple[LikeTable, ...] = ()
    inherits: tuple[Name, ...] = ()
    bound: str = ""
    of_type: Name | None = None
    foreign: str = ""


@dataclass(frozen=True, slots=True)
class AlterAction(Node):
    """Base of the clauses of ALTER TABLE."""


@dataclass(frozen=True, slots=True)
class AddColumn(AlterAction):
    """ADD COLUMN."""

    column: ColumnDef
    if_not_exists: bool = False


@dataclass(frozen=True, slots=True)
class DropColumn(AlterAction):
    """DROP COLUMN."""

    column: str
    if_exists: bool = False


@dataclass(frozen=True, slots=True)
class AlterColumnType(AlterAction):
    """ALTER COLUMN … TYPE."""

    column: str
    type: TypeName
    type_text: str


@dataclass(frozen=True, slots=True)
class AlterColumnDefault(AlterAction):
    """SET DEFAULT, or DROP DEFAULT when ``default`` is None."""

    column: str
    default: str | None


@dataclass(frozen=True, slots=True)
class AlterColumnNotNull(AlterAction):
    """SET NOT NULL or DROP NOT NULL; NOT VALID when rows that are there may hold NULL."""

    column: str
    not_null: bool
    name: str | None = None
    not_valid: bool = False


@dataclass(frozen=True, slots=True)
class AlterColumnIdentity(AlterAction):
    """ADD GENERATED … AS IDENTITY, SET GENERATED, or DROP IDENTITY when ``identity`` is None.

    ``options`` of ``None`` stay as they are.
    """

    column: str
    identity: str | None
    options: str | None = None


@dataclass(frozen=True, slots=True)
class AlterColumnExpression(AlterAction):
    """SET EXPRESSION of a generated column, or DROP EXPRESSION when ``expression`` is None."""

    column: str
    expression: str | None


@dataclass(frozen=True, slots=True)
class AddConstraint(AlterAction):
    """ADD CONSTRAINT, named or not."""

    constraint: KeyDef | ForeignKeyDef | CheckDef | OtherConstraint


@dataclass(frozen=True, slots=True)
class AddKeyUsingIndex(AlterAction):
    """ADD PRIMARY KEY or UNIQUE USING INDEX: the index becomes the constraint's."""

    name: str | None
    primary: bool
    index: str
    tail: str = ""


@dataclass(frozen=True, slots=True)
class DropConstraint(AlterAction):
    """DROP CONSTRAINT."""

    name: str
    if_exists: bool = False


@dataclass(frozen=True, slots=True)
class RenameConstraint(AlterAction):
    """RENAME CONSTRAINT."""

    name: str
    new_name: str


@dataclass(frozen=True, slots=True)
class ValidateConstraint(AlterAction):
    """VALIDATE CONSTRAINT."""

    name: str


@dataclass(frozen=True, slots=True)
class AttachPartition(AlterAction):
    """ATTACH PARTITION; an empty ``bound`` detaches it."""

    table: Name
    bound: str


@dataclass(frozen=True, slots=True)
class Inherit(AlterAction):
    """INHERIT, or NO INHERIT when ``inherits`` is false."""

    parent: Name
    inherits: bool


@dataclass(frozen=True, slots=True)
class SetSchema(AlterAction):
    """SET SCHEMA."""

    schema: str


@dataclass(frozen=True, slots=True)
class RenameColumn(AlterAction):
    """RENAME COLUMN."""

    column: str
    new_name: str


@dataclass(frozen=True, slots=True)
class RenameTable(AlterAction):
    """RENAME TO."""

    new_name: str


@dataclass(frozen=True, slots=True)
class AlterTable(Statement):
    """ALTER TABLE with its clauses in order; of a composite type also ALTER TYPE.

    ``only`` is ALTER TABLE ONLY: the tables that inherit from it stay as they are.
    """

    name: Name
    actions: tuple[AlterAction, ...]
    if_exists: bool = False
    only: bool = False


@dataclass(frozen=True, slots=True)
class CreateIndex(Statement):
    """CREATE INDEX.

    Attributes:
        columns: Plain columns of the key; an expression key appears as ``None``.
        text: From the table name's following token to the end, as written:
            ``(lower(email)) WHERE is_active``; with ``USING`` where given.
    """

    name: str | None
    table: Name
    columns: tuple[str | None, ...]
    unique: bool
    text: str
    partial: bool = False
    if_not_exists: bool = False


@dataclass(frozen=True, slots=True)
class CreateEnum(Statement):
    """CREATE TYPE … AS ENUM."""

    name: Name
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AlterEnumAdd(Statement):
    """ALTER TYPE … ADD VALUE [BEFORE | AFTER neighbour]."""

    name: Name
    label: str
    if_not_exists: bool = False
    neighbour: str | None = None
    after: bool = True


@dataclass(frozen=True, slots=True)
class CreateDomain(Statement):
    """CREATE DOMAIN; ``text`` is all after the base type, as written."""

    name: Name
    type: TypeName
    type_text: str
    not_null: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class CreateComposite(Statement):
    """CREATE TYPE … AS (…)."""

    name: Name
    columns: tuple[ColumnDef, ...]


@dataclass(frozen=True, slots=True)
class CreateView(Statement):
    """CREATE [MATERIALIZED] VIEW; ``text`` is the whole statement as written."""

    name: Name
    query: Query
    columns: tuple[str, ...]
    text: str
    materialized: bool = False
    or_replace: bool = False
    if_not_exists: bool = False
    table: bool = False  # CREATE TABLE AS, SELECT INTO
    temporary: bool = False


@dataclass(frozen=True, slots=True)
class CreateSchema(Statement):
    """CREATE SCHEMA."""

    name: str
    if_not_exists: bool = False


class ObjectKind(enum.StrEnum):
    """Kinds of object that DROP, COMMENT and RENAME name."""

    TABLE = "table"
    VIEW = "view"
    INDEX = "index"
    SEQUENCE = "sequence"
    TYPE = "type"
    SCHEMA = "schema"
    COLUMN = "column"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Drop(Statement):
    """DROP of one or more objects; materialized views are views, domains are types."""

    kind: ObjectKind
    names: tuple[Name, ...]
    if_exists: bool = False
    cascade: bool = False


@dataclass(frozen=True, slots=True)
class Comment(Statement):
    """COMMENT ON; ``text`` None removes it.  A column's name ends with the column."""

    kind: ObjectKind
    name: Name
    text: str | None


@dataclass(frozen=True, slots=True)
class RenameObject(Statement):
    """RENAME TO, or SET SCHEMA, of anything but a table or a routine."""

    kind: ObjectKind
    name: Name
    new_name: str | None = None
    new_schema: str | None = None
    if_exists: bool = False


@dataclass(frozen=True, slots=True)
class RenameLabel(Statement):
    """ALTER TYPE … RENAME VALUE."""

    name: Name
    label: str
    new_label: str


@dataclass(frozen=True, slots=True)
class AlterDomain(Statement):
    """ALTER DOMAIN: what it adds and what it takes away.

    Attributes:
        add: A clause as CREATE DOMAIN has it: ``NOT NULL``, ``DEFAULT 1``, ``CHECK (…)``.
        drop: The first word of the clauses to remove: ``NOT``, ``DEFAULT``, or empty.
        constraint: Name of the constraint to remove, or to rename to ``new_name``.
    """

    name: Name
    add: str = ""
    drop: str = ""
    constraint: str | None = None
    new_name: str | None = None
    if_exists: bool = False


@dataclass(frozen=True, slots=True)
class Script(Statement):
    """Several statements written as one: CREATE SCHEMA with its elements."""

    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class OtherDdl(Statement):
    """A schema statement whose effect is not modelled; reported as a warning that names it.

    ``text`` is the whole statement as written.
    """

    keyword: str
    text: str


@dataclass(frozen=True, slots=True)
class KnownDdl(OtherDdl):
    """A schema statement that is kept as text, but whose effect on queries is known, too."""


@dataclass(frozen=True, slots=True)
class RoutineParameter(Node):
    """An argument or result column of a routine.

    Attributes:
        name: Empty when it has none.
        mode: ``in``, ``out``, ``inout``, ``variadic`` or ``table``.
        default: Whether it has a default.
    """

    name: str
    type: TypeName
    mode: str = "in"
    default: bool = False


@dataclass(frozen=True, slots=True)
class CreateRoutine(KnownDdl):
    """CREATE FUNCTION or PROCEDURE.

    Attributes:
        kind: ``function``, ``procedure`` or ``window``.
        result: RETURNS; ``None`` when OUT arguments alone say it, and for RETURNS TABLE.
        returns_set: SETOF or TABLE.
        strict: NULL in means NULL out.
    """

    name: Name
    parameters: tuple[RoutineParameter, ...]
    result: TypeName | None
    kind: str = "function"
    returns_set: bool = False
    strict: bool = False
    or_replace: bool = False


@dataclass(frozen=True, slots=True)
class CreateAggregate(KnownDdl):
    """CREATE AGGREGATE; ``parameters`` of an ordered-set aggregate begin with the direct ones.

    Attributes:
        state: Type of the state.
        final: Name of the function that makes the result of the state; empty if there is none.
    """

    name: Name
    parameters: tuple[RoutineParameter, ...]
    state: TypeName
    final: tuple[str, ...] = ()
    or_replace: bool = False


@dataclass(frozen=True, slots=True)
class CreateOperator(KnownDdl):
    """CREATE OPERATOR."""

    name: Name
    left: TypeName | None
    right: TypeName
    function: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CreateCast(KnownDdl):
    """CREATE CAST; ``context`` is ``explicit``, ``assignment`` or ``implicit``."""

    source: TypeName
    target: TypeName
    context: str
    binary: bool = False


@dataclass(frozen=True, slots=True)
class CreateRange(KnownDdl):
    """CREATE TYPE … AS RANGE; ``multirange`` is its qualified name, or empty."""

    name: Name
    subtype: TypeName
    multirange: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CreateBaseType(KnownDdl):
    """CREATE TYPE of a base type, or of the shell that announces one."""

    name: Name
    shell: bool = False


@dataclass(frozen=True, slots=True)
class CreateExtension(KnownDdl):
    """CREATE EXTENSION; ``schema`` is empty unless given."""

    name: str
    schema: str = ""
    if_not_exists: bool = False
    cascade: bool = False


@dataclass(frozen=True, slots=True)
class ObjectName(Node):
    """An object as DROP and ALTER name it.

    Attributes:
        parts: Its (qualified) name; of a cast empty.
        types: Argument types of a routine or operator (``None`` for NONE), source and target
            of a cast; ``None`` when no list was written.
    """

    parts: tuple[str, ...]
    types: tuple[TypeName | None, ...] | None = None


@dataclass(frozen=True, slots=True)
class DropKnown(KnownDdl):
    """DROP of routines, operators, casts or extensions; ``kind`` is the word after DROP."""

    kind: str
    objects: tuple[ObjectName, ...]
    if_exists: bool = False
    cascade: bool = False


@dataclass(frozen=True, slots=True)
class AlterRoutine(KnownDdl):
    """ALTER FUNCTION, PROCEDURE, AGGREGATE or ROUTINE; what is ``None`` stays as it is."""

    kind: str
    object: ObjectName
    new_name: str | None = None
    new_schema: str | None = None
    strict: bool | None = None


@dataclass(frozen=True, slots=True)
class AlterExtension(KnownDdl):
    """ALTER EXTENSION … SET SCHEMA."""

    name: str
    new_schema: str


@dataclass(frozen=True, slots=True)
class AlterSearchPath(KnownDdl):
    """ALTER DATABASE or ROLE … SET search_path; ``path`` is ``None`` for RESET."""

    path: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class SetSearchPath(Utility):
    """SET search_path for the rest of the session; ``path`` is ``None`` for RESET."""

    path: tuple[str, ...] | None
    local: bool = False
