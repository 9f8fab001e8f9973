"""JSON_TABLE and XMLTABLE: relations whose columns are found in a document.

Depends on: document_clauses, documents, infer, relation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.sql.syntax import JsonTable, NestedColumns

from .casts import named_type
from .document_clauses import (
    check_behavior,
    check_quotes,
    column_function,
    infer_behavior,
    refuse_names,
    refuse_ordinalities,
    returned_type,
)
from .documents import XML, check_xml, infer_document, infer_passing, infer_path
from .infer import coerce, infer
from .nullability import Certain, Null, Possible
from .relation import Relation, RelationColumn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flash_core.sql.syntax import TableColumnDef, XmlTable

    from .context import Scope


def document_relation(item: JsonTable | XmlTable, lateral: Scope) -> Relation:
    """Return what JSON_TABLE or XMLTABLE offers; ``lateral`` sees what stands before it."""
    if isinstance(item, JsonTable):
        return _json_table(item, lateral)
    return _xml_table(item, lateral)


def _json_table(item: JsonTable, scope: Scope) -> Relation:
    _infer_source(item, scope)
    infer_passing(item.passing, scope)
    check_behavior(item.on_error, "ON ERROR", "json_table", scope)
    twice = refuse_names(item, scope)
    columns: list[RelationColumn] = []
    _json_columns(item.columns, columns, scope, nested=False)
    return Relation(item.alias or "json_table", columns, broken=twice)


def _infer_source(item: JsonTable, scope: Scope) -> None:
    """Resolve the document and the path; both are texts where there is no type for them."""
    if scope.context.dialect.strict:
        infer_document(item.document, scope)
        infer_path(infer(item.path, scope), scope)
        return
    for node in (item.document.operand, item.path):
        coerce(infer(node, scope), scope.context.types.text(), scope)


def _json_columns(
    items: Iterable[TableColumnDef | NestedColumns],
    columns: list[RelationColumn],
    scope: Scope,
    *,
    nested: bool,
) -> None:
    """Append the columns in the order in which the server has them."""
    if scope.context.dialect.nested_columns_last:
        items = sorted(items, key=lambda item: isinstance(item, NestedColumns))
    refuse_ordinalities(items, scope)
    for item in items:
        if isinstance(item, NestedColumns):
            _json_columns(item.columns, columns, scope, nested=True)
            continue
        columns.append(_json_column(item, scope, nested=nested))


def _json_column(item: TableColumnDef, scope: Scope, *, nested: bool) -> RelationColumn:
    type_ = scope.context.dialect.integer
    if item.type is not None:
        type_ = returned_type(item.type, item.format, scope, strings=True)
    check_quotes(item, scope)
    function = column_function(item, type_)
    for clause, behavior in (("ON EMPTY", item.on_empty), ("ON ERROR", item.on_error)):
        check_behavior(behavior, clause, function, scope, item.name)
        infer_behavior(behavior, type_, scope)
    null: Null = Possible("the path may find nothing")
    unknown = item.on_error is not None and item.on_error.kind == "UNKNOWN"
    if nested:
        null = Possible("the nested path may find nothing")
    elif item.type is None:
        null = Certain("row number")
    elif item.exists and not unknown:
        null = Certain("EXISTS is never null")
    return RelationColumn(item.name, type_, null)


def _xml_table(item: XmlTable, scope: Scope) -> Relation:
    text = scope.context.types.text()
    coerce(infer(item.path, scope), text, scope)
    document = infer(item.document, scope)
    coerce(document, XML, scope)
    if not document.broken:
        check_xml("xmltable", document, XML, scope)
    columns = [_xml_column(column, scope) for column in item.columns]
    for name in item.namespaces:
        coerce(infer(name, scope), text, scope)
    return Relation(item.alias or "xmltable", columns)


def _xml_column(item: TableColumnDef, scope: Scope) -> RelationColumn:
    type_ = scope.context.dialect.integer if item.type is None else named_type(item.type, scope)
    if item.path is not None:
        coerce(infer(item.path, scope), scope.context.types.text(), scope)
    if item.default is not None:
        coerce(infer(item.default, scope), type_, scope)
    null: Null = Possible("the path may find nothing")
    if item.type is None:
        null = Certain("row number")
    elif item.not_null:
        null = Certain("NOT NULL column of XMLTABLE")
    return RelationColumn(item.name, type_, null)
