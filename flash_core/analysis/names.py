"""Column references, whole rows and ``*``: what a name means in a scope.

Depends on: context, infer, relation, value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import replace
from flash_core.sql.syntax import ColumnRef, Literal, LiteralKind, Parameter, SqlValue, Star
from flash_core.types.model import SqlType, TypeKind

from .infer import rule
from .nullability import Certain, OfColumn, OfParameter, Possible
from .value import Subject, Value, broken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flash_core.sql.source import Span

    from .context import Context, Scope
    from .relation import Reached, Relation

_PROPOSED = "excluded"
_RENAMED = "give the table another alias: excluded is the row that was to be inserted"
_VERSIONS = frozenset({"old", "new", _PROPOSED})
_LONGEST = 3  # database, schema, table
_MAY_BE_ABSENT = frozenset({"CURRENT_SCHEMA"})


def find_relation(parts: Sequence[str], scope: Scope) -> Relation | None:
    """Return the relation that a qualifier names, here or in an outer query."""
    fold = scope.context.catalog.fold
    name = fold(parts[-1])
    schema = fold(parts[-2]) if len(parts) > 1 else None
    level: Scope | None = scope
    while level is not None:
        for relation in level.namespace.relations:
            if fold(relation.name) != name:
                continue
            if schema is None or _in_schema(relation, schema, scope):
                return relation
        level = level.parent
    return None


def _in_schema(relation: Relation, schema: str, scope: Scope) -> bool:
    if relation.schema is None:
        return False
    default = "public" if scope.context.dialect.strict else "main"
    return scope.context.catalog.fold(relation.schema or default) == schema


def _column_index(relation: Relation, name: str, scope: Scope) -> list[int]:
    fold = scope.context.catalog.fold
    wanted = fold(name)
    found = [i for i, c in enumerate(relation.columns) if fold(c.name) == wanted]
    shown = [i for i in found if not relation.columns[i].hidden]
    return shown or found[:1]


def _reach(name: str, level: Scope) -> list[tuple[Relation, int]]:
    """Return the columns of one level that a bare name means."""
    fold = level.context.catalog.fold
    wanted = fold(name)
    found = [
        (reached.relation, reached.index)
        for reached in level.namespace.columns
        if fold(reached.name) == wanted and not reached.starred
    ]
    if found:
        return found
    return [
        (relation, index)
        for relation in level.namespace.relations
        if relation.table is not None
        or relation.system  # those of OLD, NEW and EXCLUDED need the qualifier
        for index, column in enumerate(relation.columns)
        if column.hidden and fold(column.name) == wanted and not relation.qualified
    ]


def _refer(node: ColumnRef | Star, relation: Relation, index: int, scope: Scope) -> Value:
    context = scope.context
    context.resolved[id(node)] = (relation, index)
    _meet(node, relation, context)
    return value_of(relation, index, node.span)


def _meet(node: ColumnRef | Star, relation: Relation, context: Context) -> None:
    """Record that a relation is referred to; report it beside a join that keeps it out of reach."""
    context.referenced.append(relation)
    if relation in context.barred:
        message = f'invalid reference to FROM-clause entry for table "{relation.name}"'
        hint = "only INNER and LEFT JOIN let their right side refer to the left one"
        context.error(node.span, message, sqlstate="42P10", hint=hint)


def value_of(relation: Relation, index: int, span: Span) -> Value:
    """Return the value of a column of a relation, named at ``span``."""
    column = relation.columns[index]
    # the server's own columns are in capitals, whatever a query writes
    own = relation.system and column.name.isupper()
    return Value(
        column.type,
        OfColumn(relation, index),
        span,
        column.origin,
        subject=Subject(column.name.lower() if own else column.name, column.origin),
        elements=column.elements,
    )


@rule(ColumnRef)
def infer_column(node: ColumnRef, scope: Scope) -> Value:
    """Resolve ``name``, ``table.name`` or a whole row."""
    return _infer_bare(node, scope) if len(node.parts) == 1 else _infer_qualified(node, scope)


def _infer_bare(node: ColumnRef, scope: Scope) -> Value:
    name = node.parts[0]
    context = scope.context
    meant = scope.outputs.get(id(node))
    if meant is not None:
        return _output(meant, node, scope, scope)
    level: Scope | None = scope
    while level is not None:
        found = _reach(name, level)
        if len(found) == 1:
            return _refer(node, *found[0], scope)
        if found:
            if context.dialect.strict and _share_a_name(found):
                return broken(node.span)
            named = found[0][0].name
            hint = f"write {named}.{name}" if named else None
            hint = _RENAMED if named == _PROPOSED and _is_twice(found[0][0], scope) else hint
            problem = context.dialect.ambiguous(node.parts, scope.clause)
            context.error(node.span, problem, hint=hint)
            return broken(node.span)
        alias = level.aliases.get(context.catalog.fold(name))
        if alias is not None and level.clause in context.dialect.alias_clauses:
            return _output(alias, node, level, scope)
        if any(relation.broken for relation in level.namespace.relations):
            return broken(node.span)
        level = level.parent
    relation = find_relation(node.parts, scope) if context.dialect.strict else None
    if relation is not None:
        return _whole_row(node, relation, scope)
    hint = context.suggestion(name, _names_in_reach(scope))
    if context.dialect.quotes_text and context.source.text[node.span.start] == '"':
        message = f'"{name}" is no column: SQLite takes it for a text'
        context.warn(node.span, message, hint or "write a text in single quotes")
        return Value(context.types.sql_value(""), Certain("constant"), node.span)
    hint = hint or _alias_of(name, scope) or _elsewhere(name, scope) or _quoted_text(node, scope)
    context.error(node.span, context.dialect.no_column(node.parts, scope.clause), hint=hint)
    return broken(node.span)


def _output(alias: Value, node: ColumnRef, level: Scope, scope: Scope) -> Value:
    """Return the value of an output column that a name in a later clause means.

    A placeholder beside it is called after that name.
    """
    if is_ambiguous(node, level, scope):
        return broken(node.span)
    about = Subject(node.parts[-1], None if alias.subject is None else alias.subject.origin)
    return replace(alias, span=node.span, origin=None, subject=about)


def is_ambiguous(node: ColumnRef, level: Scope, scope: Scope) -> bool:
    """Tell whether a name is the alias of several columns, and report it."""
    context = scope.context
    if context.catalog.fold(node.parts[0]) not in level.twice:
        return False
    problem = context.dialect.ambiguous(node.parts, scope.clause)
    context.error(node.span, problem, hint="give each its own alias")
    return True


def _share_a_name(found: Sequence[tuple[Relation, int]]) -> bool:
    """Tell whether a name is in several relations of one name, which is reported already."""
    relations = [relation for relation, _ in found]
    names = {(relation.name, relation.schema) for relation in relations}
    reported = relations[0].name not in {"", _PROPOSED}
    return len(names) == 1 and reported and relations[0] is not relations[-1]


def _quoted_text(node: ColumnRef, scope: Scope) -> str | None:
    """Say how a text is written where a name in double quotes is none."""
    written = scope.context.source.text[node.span.start : node.span.end]
    if not scope.context.dialect.strict or not written.startswith('"'):
        return None
    return "a text stands in 'single quotes'"


def _alias_of(name: str, scope: Scope) -> str | None:
    """Say of a name that is an alias of the select list what to write in its place."""
    known = scope.context.catalog.fold(name) in scope.aliases
    if not known or not scope.context.dialect.explains:
        return None
    return f"{name} is an alias of the select list: repeat its expression, or use HAVING"


def _elsewhere(name: str, scope: Scope) -> str | None:
    """Say which table has a column that nothing in FROM has."""
    context = scope.context
    if not context.dialect.explains:
        return None
    owners = [
        table.name
        for table in context.catalog.tables
        if any(column.name == name for column in table.columns)
    ]
    return f"{min(owners)} has such a column, but is not in reach here" if owners else None


def _names_in_reach(scope: Scope) -> Iterator[str]:
    level: Scope | None = scope
    while level is not None:
        yield from (reached.name for reached in level.namespace.columns)
        level = level.parent


def _whole_row(node: ColumnRef | Star, relation: Relation, scope: Scope) -> Value:
    if relation.scalar and len([c for c in relation.columns if not c.hidden]) == 1:
        return _refer(node, relation, 0, scope)
    _meet(node, relation, scope.context)
    scope.context.rows[id(node)] = relation
    scope.context.made.append(node)  # an id is only good as long as its node lives
    type_ = relation.composite or SqlType("record", TypeKind.PSEUDO)
    return Value(type_, OfColumn(relation, -1), node.span)


def _is_twice(relation: Relation, scope: Scope) -> bool:
    """Tell whether another relation of its query level has the same name, on PostgreSQL."""
    level: Scope | None = scope if scope.context.dialect.strict else None
    while level is not None and relation not in level.namespace.relations:
        level = level.parent
    others = [] if level is None else level.namespace.relations
    return any(one is not relation and one.name == relation.name for one in others)


def _infer_qualified(node: ColumnRef, scope: Scope) -> Value:
    context = scope.context
    *qualifier, name = node.parts
    relation = find_relation(qualifier, scope)
    if relation is None:
        _no_relation(node, qualifier, scope)
        return broken(node.span)
    if relation.name == _PROPOSED and _is_twice(relation, scope):
        message = f'table reference "{_PROPOSED}" is ambiguous'
        context.error(node.span, message, sqlstate="42P09", hint=_RENAMED)
        return broken(node.span)
    found = _column_index(relation, name, scope)
    if len(found) == 1:
        return _refer(node, relation, found[0], scope)
    if relation.broken:
        return broken(node.span)
    if found:
        context.error(node.span, context.dialect.ambiguous(node.parts, scope.clause))
        return broken(node.span)
    if context.dialect.strict:
        from .records import attribute_call  # noqa: PLC0415 - the two need each other

        row = ColumnRef(tuple(qualifier), span=node.span)
        whole = _whole_row(row, relation, scope)
        called = attribute_call(name, whole, row, node.span, scope)
        if called is not None:
            return called
    hint = context.suggestion(name, (c.name for c in relation.columns if not c.hidden))
    context.error(node.span, context.dialect.no_column(node.parts, scope.clause), hint=hint)
    return broken(node.span)


def _no_relation(node: ColumnRef | Star, qualifier: Sequence[str], scope: Scope) -> None:
    """Report an unknown qualifier; an alias hides the table's own name."""
    context = scope.context
    name = qualifier[-1]
    if not context.dialect.strict:
        parts = node.parts if isinstance(node, ColumnRef) else (*qualifier, "*")
        problem = context.dialect.no_qualifier(parts, scope.clause)
        context.error(node.span, problem, hint=_alias_hint(name, scope))
        return
    if len(qualifier) > _LONGEST:
        text = ".".join([*qualifier, node.parts[-1] if isinstance(node, ColumnRef) else "*"])
        message = f"improper qualified name (too many dotted names): {text}"
        context.error(node.span, message, sqlstate="42601", hint="write table.column")
        return
    unreachable = _unreachable_hint(name, scope)
    hint = unreachable or _alias_hint(name, scope)
    if hint is None and context.workspace.find_table(qualifier) is not None:
        hint = f"add {name} to FROM"
    hint = hint or _field_hint(node, qualifier, scope)
    message = f'missing FROM-clause entry for table "{name}"'
    if unreachable or (hint is not None and hint.startswith("perhaps")):
        message = f'invalid reference to FROM-clause entry for table "{name}"'
    if any(problem.message == message for problem in context.diagnostics):
        return  # once is enough for all its columns
    context.error(node.span, message, sqlstate="42P01", hint=hint)


def _field_hint(node: ColumnRef | Star, qualifier: Sequence[str], scope: Scope) -> str | None:
    """Say how to reach into a column, where one stands in the place of a table."""
    if len(qualifier) != 1 or not isinstance(node, ColumnRef):
        return None
    found = _reach(qualifier[0], scope)
    if len(found) != 1 or not scope.context.dialect.strict:
        return None
    relation, index = found[0]
    type_ = relation.columns[index].type
    if type_.name in {"json", "jsonb"}:
        return f"write {qualifier[0]} ->> '{node.parts[-1]}'"
    return f"write ({qualifier[0]}).{node.parts[-1]}" if type_.kind is TypeKind.COMPOSITE else None


def _unreachable_hint(name: str, scope: Scope) -> str | None:
    """Say how to reach a relation that FROM has, but not from here."""
    fold = scope.context.catalog.fold
    level: Scope | None = None if name in _VERSIONS else scope
    while level is not None:
        if any(fold(relation.name) == fold(name) for relation in level.facts.own):
            if level is scope:
                return f"{name} is in FROM, but cannot be referenced from this part of the query"
            return "write LATERAL before the subquery"
        level = level.parent
    return None


def _alias_hint(name: str, scope: Scope) -> str | None:
    fold = scope.context.catalog.fold
    names: list[str] = []
    level: Scope | None = scope
    while level is not None:
        for relation in level.namespace.relations:
            if relation.table is not None and fold(relation.table.name) == fold(name):
                return f'perhaps you meant the alias "{relation.name}"'
            if any(relation.broken for relation in level.namespace.relations):
                return None
            names.append(relation.name)
        level = level.parent
    return scope.context.suggestion(name, names)


def expand_star(node: Star, scope: Scope) -> list[tuple[str, Relation, int]] | None:
    """Return what ``*`` or ``table.*`` stands for; ``None`` after an error was reported."""
    if not node.qualifier:
        return [(r.name, r.relation, r.index) for r in scope.namespace.columns]
    relation = find_relation(node.qualifier, scope)
    if relation is None:
        if not any(r.broken for r in scope.namespace.relations):
            _no_relation(node, node.qualifier, scope)
        return None
    return [
        (column.name, relation, index)
        for index, column in enumerate(relation.columns)
        if not column.hidden
    ]


@rule(Star)
def infer_star(node: Star, scope: Scope) -> Value:
    """Resolve ``table.*`` inside an expression, where it is the row as a whole."""
    if not node.qualifier:
        message = 'row expansion via "*" is not supported here'
        scope.context.error(node.span, message, sqlstate="0A000")
        return broken(node.span)
    relation = find_relation(node.qualifier, scope)
    if relation is None:
        _no_relation(node, node.qualifier, scope)
        return broken(node.span)
    return _whole_row(node, relation, scope)


def column_value(reached: Reached | tuple[str, Relation, int], node: Star, scope: Scope) -> Value:
    """Return the value of one column that ``*`` stands for."""
    if not isinstance(reached, tuple):
        reached = (reached.name, reached.relation, reached.index)
    _, relation, index = reached
    _meet(node, relation, scope.context)
    return value_of(relation, index, node.span)


@rule(Literal)
def infer_literal(node: Literal, scope: Scope) -> Value:
    """Type a constant."""
    type_ = scope.context.types.literal(node)
    if node.kind is LiteralKind.NULL:
        return Value(type_, Possible("NULL", always=True), node.span)
    text = node.text if node.kind is LiteralKind.STRING else None
    return Value(type_, Certain("constant"), node.span, text=text)


@rule(Parameter)
def infer_parameter(node: Parameter, scope: Scope) -> Value:
    """Type a placeholder as far as it is decided."""
    number = node.number
    type_ = scope.context.parameters.meet(number, node.span)
    return Value(type_, OfParameter(number), node.span, parameter=number, exposed=(number,))


@rule(SqlValue)
def infer_sql_value(node: SqlValue, scope: Scope) -> Value:
    """Type ``CURRENT_TIMESTAMP`` and its kin."""
    name = node.name.split("(")[0]
    null = Possible("may be unset") if name in _MAY_BE_ABSENT else Certain(f"{name} is never null")
    return Value(scope.context.types.sql_value(name), null, node.span)
