"""FROM: tables, views, subqueries, functions and joins to a namespace.

Depends on: calls, context, infer, names, nullability, relation, views.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import replace
from flash_core.sql.syntax import (
    Cast,
    FromItem,
    FunctionCall,
    FunctionRef,
    Join,
    JoinKind,
    JsonTable,
    QueryRef,
    TableRef,
    XmlTable,
)
from flash_core.types.model import CallKind, Nulls, SqlType, TypeKind

from .calls import resolve_call
from .context import Context, Scope
from .infer import base, coerce, infer, infer_all, name_after, settle
from .joins import join
from .naming import figure
from .nullability import Certain, Null, Possible
from .parameters import Rank
from .placement import refuse_nested_sets
from .relation import Namespace, Relation, RelationColumn, Source
from .value import Rows, Subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.catalog.model import Table
    from flash_core.sql.source import Span
    from flash_core.sql.syntax import ColumnDefinition, Expression

    from .value import Shape, ShapeColumn, Value


def build_from(items: Sequence[FromItem], scope: Scope) -> None:
    """Fill the scope's namespace and facts from a FROM clause."""
    for item in items:
        source = _source(item, scope, scope.namespace)
        _check_names(item, scope.namespace, source, scope)
        scope.namespace = scope.namespace.joined(source.namespace)
        if isinstance(item, QueryRef):
            scope.facts.learn(source.relations[0].passed, "narrowed by the LATERAL subquery")


def add_relation(relation: Relation, scope: Scope) -> None:
    """Put one relation into the scope."""
    scope.facts.own.add(relation)
    scope.namespace = scope.namespace.joined(Namespace.of(relation))


def _check_names(item: FromItem, left: Namespace, right: Source, scope: Scope) -> None:
    if not scope.context.dialect.unique_names:
        return
    taken = {(relation.name, relation.schema) for relation in left.relations if relation.name}
    for relation in right.namespace.relations:
        if (relation.name, relation.schema) in taken:
            problem = scope.context.dialect.same_table(relation.name)
            scope.context.error(item.span, problem, hint="give each its own alias")


def _source(item: FromItem, scope: Scope, visible: Namespace) -> Source:
    match item:
        case TableRef():
            relation = table_relation(item, scope)
        case QueryRef():
            relation = _query_relation(item, scope, visible)
        case FunctionRef():
            relation = _function_relation(item, scope, visible)
        case JsonTable() | XmlTable():
            from .document_tables import document_relation  # noqa: PLC0415 - few queries have any

            relation = document_relation(item, scope.beside(visible, "functions in FROM"))
            _rename(relation, item.column_aliases, item.span, scope)
        case Join():
            return _join(item, scope, visible)
        case _:
            scope.context.error(item.span, "this FROM item is not supported yet")
            relation = Relation("", [], broken=True)
    scope.facts.own.add(relation)
    scope.context.sources[id(item)] = relation
    return Source.of(relation)


# -- tables ------------------------------------------------------------------


def table_relation(item: TableRef, scope: Scope) -> Relation:
    """Return the relation that a name in FROM stands for."""
    found = _named_relation(item, scope)
    if item.column_aliases:
        _rename(found, item.column_aliases, item.span, scope)
    if item.sample is not None:
        from .sampling import check_sample  # noqa: PLC0415 - few queries sample

        check_sample(item, item.sample, found, scope)
    if item.indexes:
        from .mysql_indexes import check_hints  # noqa: PLC0415 - MySQL's alone

        check_hints(item, found, scope)
    for moment in item.moments:
        inner = Scope(scope.context, scope.parent, ctes=scope.ctes, clause="FOR SYSTEM_TIME")
        value = infer(moment, inner)
        coerce(value, SqlType("datetime"), inner)
        name_after(value, Subject("moment"), Rank.CLAUSE, inner)
    return found


def target_relation(item: TableRef, scope: Scope, *, keeps: bool = True) -> Relation:
    """Return the table that a statement changes; WITH queries are not looked at.

    Args:
        item: The table's name.
        scope: The statement's scope.
        keeps: The statement shows rows as they were: what a view's WHERE says of its rows
            does not hold for those that are written through the view.
    """
    found = table_relation(item, Scope(scope.context))
    workspace = scope.context.workspace
    view = workspace.find_view(item.name.parts) if found.table is None else None
    if view is not None:
        from .views import replaced, stored  # noqa: PLC0415 - a view holds a FROM

        if not keeps or replaced(view, workspace.catalog):
            found.columns = [stored(column, view, workspace) for column in found.columns]
    return found


def _named_relation(item: TableRef, scope: Scope) -> Relation:
    context = scope.context
    parts = item.name.parts
    name = item.alias or item.name.last
    if len(parts) == 1:
        shape = scope.cte(parts[0])
        if shape is not None:
            if shape.rowless and context.dialect.strict:
                message = f'WITH query "{parts[0]}" does not have a RETURNING clause'
                hint = f"add RETURNING to {parts[0]}"
                context.error(item.name.span, message, sqlstate="0A000", hint=hint)
                shape = replace(shape, broken=True)
            return shape_relation(name, shape, context)
    if parts[-1].startswith("pg_"):  # pg_catalog comes first on the search path
        system = context.workspace.system_relation(parts, item.alias)
        if system is not None:
            return system
    table = context.workspace.find_table(parts)
    if table is not None:
        return plain_table(table, item.alias, scope)
    view = context.workspace.find_view(parts)
    if view is not None:
        from .views import view_shape  # noqa: PLC0415 - a view holds a query, which holds a FROM

        shape = view_shape(view, item, context)
        relation = Relation(name, [], broken=True)
        if shape is not None:
            relation = shape_relation(name, shape, context)
        relation.schema = None if item.alias else view.schema
        relation.composite = SqlType(view.name, TypeKind.COMPOSITE, view.schema)
        return relation
    system = context.workspace.system_relation(parts, item.alias)
    system = system or _sequence(item, context)
    if system is not None:
        return system
    _no_table(item, scope)
    return Relation(name, [], broken=True)


def _sequence(item: TableRef, context: Context) -> Relation | None:
    from .sequences import sequence_relation  # noqa: PLC0415 - for a name of nothing else

    return sequence_relation(item.name.parts, item.alias, context.catalog)


def plain_table(table: Table, alias: str | None, scope: Scope) -> Relation:
    """Return a table as a relation."""
    return Relation(
        alias or table.name,
        list(scope.context.workspace.columns(table)),
        None if alias else table.schema,
        table,
        composite=SqlType(table.name, TypeKind.COMPOSITE, table.schema),
    )


def _no_table(item: TableRef, scope: Scope) -> None:
    context = scope.context
    name = str(item.name)
    catalog = context.catalog
    names = [table.name for table in catalog.tables] + [view.name for view in catalog.views]
    schema = item.name.parts[-2] if len(item.name.parts) > 1 else None
    if (
        schema is not None
        or item.name.last.startswith("pg_")
        or context.dialect.functions_are_tables
    ):
        names += context.types.relation_names(schema)
    hint = context.suggestion(item.name.last, [*names, *scope.ctes])
    hint = context.creation_hint(item.name.last) or hint
    context.error(item.name.span, context.dialect.no_relation(name), hint=hint)


def shape_relation(name: str, shape: Shape, context: Context) -> Relation:
    """Return the result of a query as a relation."""
    names = context.dialect.derived_names([column.name for column in shape.columns])
    kept = context.types.materialised
    columns = [
        RelationColumn(
            name,
            c.type if shape.merged else kept(c.type),
            c.null,
            c.origin,
            elements=c.elements,
        )
        for name, c in zip(names, shape.columns, strict=True)
    ]
    return Relation(
        name,
        columns,
        passed=shape.passed,
        rows=shape.rows,
        broken=shape.broken,
    )


def _rename(relation: Relation, names: Sequence[str], span: Span, scope: Scope) -> None:
    """Apply column aliases: the first columns take the names given."""
    shown = [i for i, column in enumerate(relation.columns) if not column.hidden]
    if len(names) > len(shown) and not relation.broken:
        scope.context.error(
            span,
            f'table "{relation.name}" has {len(shown)} columns available '
            f"but {len(names)} columns specified",
            sqlstate="42P10",
        )
    for index, name in zip(shown, names, strict=False):
        relation.columns[index] = replace(relation.columns[index], name=name)


# -- subqueries and functions ------------------------------------------------


def _query_relation(item: QueryRef, scope: Scope, visible: Namespace) -> Relation:
    from .queries import analyse_query  # noqa: PLC0415 - queries and FROM need each other

    namespace = visible if item.lateral else Namespace()
    inner = Scope(scope.context, scope.beside(namespace, ""))
    shape = analyse_query(item.query, inner)
    if shape is None:
        return Relation(item.alias or "", [], broken=True)
    relation = shape_relation(item.alias or "", shape, scope.context)
    _rename(relation, item.column_aliases, item.span, scope)
    check_columns_differ(relation.columns, shape, item.span, scope)
    return relation


def check_columns_differ(
    columns: Sequence[RelationColumn | ShapeColumn], shape: Shape, span: Span, scope: Scope
) -> None:
    """Report columns of one name in a derived table, where the engine refuses them."""
    if not scope.context.dialect.unique_columns:
        return
    seen: set[str] = set()
    for column, origin in zip(columns, shape.columns, strict=False):
        name = scope.context.catalog.fold(column.name)
        if name in seen:
            place = span if origin.value is None else origin.value.span
            problem = scope.context.dialect.same_column(column.name)
            scope.context.error(place, problem, hint="give it an alias of its own")
            return
        seen.add(name)


def _function_relation(item: FunctionRef, scope: Scope, visible: Namespace) -> Relation:
    lateral = scope.beside(visible, "functions in FROM")
    if (called := _called_table(item, lateral)) is not None:
        return called
    columns: list[RelationColumn] = []
    calls = _split_unnest(item)
    for call, definitions in calls:
        found = _call_columns(call, definitions, item, lateral)
        if found is None:
            return Relation(item.alias or figure(call, scope.context), [], broken=True)
        columns += found
    if len(calls) > 1:
        null = Possible("a shorter list is filled up with NULL")
        columns = [replace(column, null=null) for column in columns]
    if item.ordinality:
        columns.append(RelationColumn("ordinality", SqlType("bigint"), Certain("row number")))
    composite = _row_type(item, scope)
    single = len(columns) == 1 and composite is None and not item.definitions
    name = item.alias or figure(item.calls[0], scope.context)
    rows = None if lateral.sets else Rows.one(f"{name} is one row")
    relation = Relation(name, columns, scalar=single, rows=rows, composite=composite)
    _rename(relation, item.column_aliases, item.span, scope)
    return relation


def _called_table(item: FunctionRef, scope: Scope) -> Relation | None:
    """Return SQLite's table-valued function: a table whose hidden columns are the arguments."""
    call = item.calls[0]
    if scope.context.dialect.strict or not isinstance(call, FunctionCall):
        return None
    found = scope.context.workspace.system_relation(call.name.parts, item.alias)
    name = call.name
    if found is None and scope.context.dialect.functions_are_tables:
        if not scope.context.types.has_function(name.parts):
            infer_all(call.arguments, scope)
            _no_table(TableRef(name, span=name.span), scope)
            return Relation(name.last, [], broken=True)
        return None
    if found is None:
        return None
    values = infer_all(call.arguments, scope)
    if scope.context.types.has_function(call.name.parts):
        resolve_call(call, values, scope)
    for value in values:
        coerce(value, scope.context.types.sql_value(""), scope)
    return found


def _row_type(item: FunctionRef, scope: Scope) -> SqlType | None:
    """Return the composite type that a single function's rows are of."""
    found = scope.context.signatures.get(id(item.calls[0]))
    if len(item.calls) > 1 or item.ordinality or found is None:
        return None
    return base(found.result) if base(found.result).kind is TypeKind.COMPOSITE else None


def _split_unnest(
    item: FunctionRef,
) -> list[tuple[Expression, tuple[ColumnDefinition, ...]]]:
    """Read ``unnest(a, b)`` in FROM as ROWS FROM (unnest(a), unnest(b))."""
    out: list[tuple[Expression, tuple[ColumnDefinition, ...]]] = []
    for index, call in enumerate(item.calls):
        if (
            isinstance(call, FunctionCall)
            and call.name.last == "unnest"
            and len(call.arguments) > 1
        ):
            out += [(replace(call, arguments=(argument,)), ()) for argument in call.arguments]
        else:
            out.append((call, item.definitions[index] if item.definitions else ()))
    return out


def _fits_definitions(
    call: Expression, value: Value, definitions: Sequence[ColumnDefinition], scope: Scope
) -> bool:
    """Tell whether a column definition list stands exactly where a record needs one."""
    signature = scope.context.signatures.get(id(call))
    if signature is None or not scope.context.dialect.strict:
        return True
    bare = base(value.type).name in {"record", "record[]"} and not signature.columns
    if bare == bool(definitions):
        return True
    message = 'a column definition list is required for functions returning "record"'
    span, hint = call.span, "write AS alias (column type, …) behind it"
    if definitions:
        message = 'a column definition list is only allowed for functions returning "record"'
        if signature.columns:
            message = "a column definition list is redundant for a function with OUT parameters"
        elif base(value.type).kind is TypeKind.COMPOSITE:
            what = "a function returning a named composite type"
            message = f"a column definition list is redundant for {what}"
        span, hint = definitions[0].span, "name the columns alone, without types"
    scope.context.error(span, message, sqlstate="42601", hint=hint)
    return False


def _call_columns(
    call: Expression,
    definitions: Sequence[ColumnDefinition],
    item: FunctionRef,
    lateral: Scope,
) -> list[RelationColumn] | None:
    context = lateral.context
    lateral.sets_allowed = True
    value = infer(call, lateral)
    refuse_nested_sets(call, lateral)
    if not value.broken and not _fits_definitions(call, value, definitions, lateral):
        return None
    if definitions:
        from .casts import named_type  # noqa: PLC0415 - few calls have definitions behind them

        field = Possible("column of a record")
        return [
            RelationColumn(one.name, named_type(one.type, lateral), field) for one in definitions
        ]
    if value.broken:
        return None
    signature = context.signatures.get(id(call))
    sure = signature is not None and signature.nulls in {Nulls.STRICT, Nulls.NEVER}
    if signature is not None and signature.kind is CallKind.TABLE:
        null: Null = Certain("a row of the function") if sure else Possible("may be null")
    else:
        null = value.null
    if signature is not None and signature.columns:
        return [RelationColumn(name, type_, null) for name, type_ in signature.columns]
    from .records import composite_fields  # noqa: PLC0415 - few queries have rows as values

    fields = composite_fields(base(value.type), lateral)
    if fields and not isinstance(call, Cast):
        return [RelationColumn(name, t, Possible("field of a row")) for name, t, _ in fields]
    name = figure(call, context)
    alone = len(_split_unnest(item)) == 1
    alias = item.alias if alone and item.alias else name
    return [RelationColumn(alias, settle(value, lateral), null, elements=value.elements)]


def _beside(item: Join, left: Source, scope: Scope, visible: Namespace) -> Source:
    """Return the right side of a join; beside RIGHT and FULL JOIN it cannot refer to the left."""
    kept = item.kind in {JoinKind.RIGHT, JoinKind.FULL} and scope.context.dialect.strict
    barred = set(left.relations) - scope.context.barred if kept else set[Relation]()
    scope.context.barred |= barred
    right = _source(item.right, scope, visible)
    scope.context.barred -= barred
    return right


def _join(item: Join, scope: Scope, visible: Namespace) -> Source:
    left = _source(item.left, scope, visible)
    # A join on the right stands in brackets, which SQLite takes for a subquery.
    apart = isinstance(item.right, Join) and not scope.context.dialect.own_columns_in_on
    before = Namespace() if apart else visible.joined(left.namespace)
    right = _beside(item, left, scope, before)
    if apart:
        right = right.in_brackets()
    _check_names(item.right, left.namespace, right, scope)
    joined = join(item, left, right, scope, visible)
    if item.alias is not None:
        _rename(joined.relations[-1], item.column_aliases, item.span, scope)
        namespace = Namespace.of(joined.relations[-1])
        return replace(joined, namespace=namespace, bracketed=tuple(namespace.columns), last=0)
    return joined
