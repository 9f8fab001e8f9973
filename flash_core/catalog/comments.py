"""COMMENT ON: kept with what has a place for it, else as a statement of its own.

Depends on: sql.syntax, draft, identifiers, model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import replace
from flash_core.sql.syntax import ObjectKind

from .draft import Refused, suggestion
from .identifiers import quote_path, string
from .model import Origin, OtherObject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql import syntax
    from flash_core.sql.source import SourceFile

    from .draft import Draft


def comment(draft: Draft, statement: syntax.Comment, source: SourceFile) -> None:
    """Fold COMMENT ON.

    Raises:
        Refused: There is no such table or column.
    """
    name, text = statement.name, statement.text
    key = draft.id_of(name.parts)
    match statement.kind:
        case ObjectKind.TABLE:
            draft.put(replace(draft.table(name.parts, name.span), comment=text))
        case ObjectKind.COLUMN if len(name.parts) > 1:
            owner = draft.id_of(name.parts[:-1])
            if owner in draft.views or owner in draft.composites:
                _keep_comment(draft, source, statement)
                return
            table = draft.table(name.parts[:-1], name.span)
            found = draft.column(table, name.last)
            if found is None:
                message = f'column "{name.last}" of table "{table.name}" does not exist'
                hint = suggestion(name.last, (item.name for item in table.columns))
                raise Refused(message, name.span, hint=hint, sqlstate="42703", missing=True)
            columns = tuple(
                replace(item, comment=text) if item is found else item for item in table.columns
            )
            draft.put(replace(table, columns=columns))
        case ObjectKind.TYPE if key in draft.enums:
            draft.enums[key] = replace(draft.enums[key], comment=text)
        case _:
            _keep_comment(draft, source, statement)


def forget_comment(draft: Draft, kind: str, parts: Sequence[str]) -> None:
    """Drop the comment on an object that is dropped: another one may get its name.

    Args:
        draft: What it is kept in.
        kind: What the object is.
        parts: Its name as written.
    """
    schema, name = draft.id_of(parts)
    paths = [(draft.schemas[schema], name)] if schema else [(name,), ("public", name)]
    heads = tuple(f"COMMENT ON {kind.upper()} {_target(path, draft)} IS " for path in paths)
    draft.others = [
        item
        for item in draft.others
        if item.keyword != "COMMENT" or not item.text.startswith(heads)
    ]


def _target(parts: Sequence[str], draft: Draft) -> str:
    return ".".join(quote_path("", part, draft.engine) for part in parts)


def _keep_comment(draft: Draft, source: SourceFile, statement: syntax.Comment) -> None:
    """Keep a comment on what has no place for one as a statement of its own."""
    kind, name = str(statement.kind), statement.name
    key = draft.id_of(name.parts)
    if key in draft.domains:
        kind = "domain"
    elif key in draft.views and draft.views[key].materialized:
        kind = "materialized view"
    parts = name.parts
    owner = draft.id_of(parts[:-1]) if statement.kind is ObjectKind.COLUMN else key
    above = len(parts) - (statement.kind is ObjectKind.COLUMN)
    placed = statement.kind is not ObjectKind.SCHEMA and draft.path not in {("",), ()}
    if above == 1 and owner[0] and placed:
        parts = (draft.schemas.get(owner[0], owner[0]), *parts)
    elif above > 1 and not owner[0]:
        parts = parts[1:]  # as people write it, beside dumps
    head = f"COMMENT ON {kind.upper()} {_target(parts, draft)} IS "
    draft.others = [item for item in draft.others if not item.text.startswith(head)]
    if statement.text is not None:
        text = head + string(statement.text)
        origin = Origin(source, statement.span)
        draft.others.append(OtherObject("COMMENT", text, origin=origin))
