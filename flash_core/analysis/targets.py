"""Select lists and RETURNING: targets to output columns, ``*`` expanded.

Depends on: infer, names, naming, records, expansion, value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import replace
from flash_core.sql.syntax import ColumnRef, FieldAccess, Star

from .expansion import spell_out
from .infer import infer, refuse_row, settle
from .model import Embed
from .names import column_value, expand_star
from .naming import name_of
from .nullability import Certain, OfColumn
from .value import Embedding, Output, ShapeColumn, Value, broken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.syntax import Target

    from .context import Scope
    from .relation import Relation


def settled(output: Output, scope: Scope) -> Output:
    """Return an output column with the type it ends up with, where nothing has decided it."""
    type_ = settle(output.value, scope)
    if type_ is output.value.type:
        return output
    return replace(output, value=replace(output.value, type=type_))


def expand(targets: Sequence[Target], scope: Scope) -> tuple[list[Output], bool]:
    """Return the output columns of a select list, and whether all of them are known."""
    outputs: list[Output] = []
    complete = True
    for target in targets:
        node = target.expression
        if isinstance(node, Star):
            complete &= _expand_star(node, outputs, scope)
        elif isinstance(node, FieldAccess) and node.field == "*":
            complete &= _expand_fields(node, outputs, scope)
        elif isinstance(node, ColumnRef) and node.parts[-1] == "*":
            star = Star(node.parts[:-1], span=node.span)
            complete &= _expand_star(star, outputs, scope)
        else:
            value = infer(node, scope)
            if refuse_row(value, scope):
                complete, value = False, broken(node.span)
            name = name_of(target, scope.context)
            outputs.append(Output(name, value, node, named=target.alias is not None))
    return outputs, complete


def _expand_star(node: Star, outputs: list[Output], scope: Scope) -> bool:
    if not node.qualifier and not scope.namespace.relations:
        scope.context.error(node.span, scope.context.dialect.no_tables())
        return False
    found = expand_star(node, scope)
    if found is None:
        return False
    spell_out(node, found, scope)
    place = len(outputs)
    for name, relation, index in found:
        value = column_value((name, relation, index), node, scope)
        reference = ColumnRef((name,), span=node.span)
        scope.context.remember(reference, relation, index)
        embed = None
        if node.embed and node.qualifier:
            embed = Embedding(node.qualifier[-1], place, relation, index)
        outputs.append(Output(name, value, reference, embed, named=True))
    return not _any_broken(node, found, scope)


def _any_broken(node: Star, found: Sequence[tuple[str, Relation, int]], scope: Scope) -> bool:
    if node.qualifier:
        return any(relation.broken for _, relation, _ in found)
    return any(relation.broken for relation in scope.namespace.relations)


def _expand_fields(node: FieldAccess, outputs: list[Output], scope: Scope) -> bool:
    from .records import field_null, row_fields  # noqa: PLC0415 - few queries have rows as values

    operand = infer(node.operand, scope)
    fields = row_fields(node.operand, operand, scope)
    if not fields and not operand.broken:
        message = f"type {operand.type} is not composite"
        scope.context.error(node.span, message, sqlstate="42809")
    for name, type_, null in fields:
        value = Value(type_, field_null(operand, null), node.span)
        outputs.append(Output(name, value, node, named=True))
    return bool(fields)


def shape_columns(outputs: Sequence[Output], scope: Scope) -> tuple[ShapeColumn, ...]:
    """Judge every output by the facts of its query."""
    return tuple(
        ShapeColumn(
            output.name,
            output.value.type,
            scope.facts.judge(output.value.null),
            output.value.origin,
            _embed(output.embed, scope),
            output.value,
            output.value.elements and output.value.elements.judged(scope.facts),
        )
        for output in outputs
    )


def _embed(embedding: Embedding | None, scope: Scope) -> Embed | None:
    """Judge whether an embedded row is there, and what its column is when it is."""
    if embedding is None:
        return None
    relation, index = embedding.relation, embedding.index
    # GROUPING SETS make NULL of any key, whatever the other columns are
    blanked = any(place[0] is relation for place in scope.facts.blanked)
    there = not blanked and isinstance(scope.facts.judge(OfColumn(relation, -1)), Certain)
    known = (relation, index) in scope.facts.known
    within = known or isinstance(scope.facts.judge(relation.columns[index].null), Certain)
    table = None if relation.table is None else (relation.table.schema, relation.table.name)
    return Embed(embedding.name, embedding.place, table, not there, blanked or not within)
