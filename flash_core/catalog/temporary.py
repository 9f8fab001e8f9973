"""Statements about temporary relations, which no schema has when its files have run.

Depends on: engine, sql.syntax, draft, grants, objects.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine
from flash_core.sql import syntax

from .grants import privileges_in
from .objects import created_parts, spoken_of

if TYPE_CHECKING:
    from flash_core.sql.syntax import Statement

    from .draft import Draft

_SCHEMAS: Final = {Engine.POSTGRESQL: "pg_temp", Engine.SQLITE: "temp"}
_RELATIONS: Final = frozenset(
    {syntax.ObjectKind.TABLE, syntax.ObjectKind.VIEW, syntax.ObjectKind.INDEX}
)
_KINDS: Final = frozenset({"SEQUENCE", "TABLE", "VIEW"})
_SEQUENCE: Final = re.compile(r"(?i)CREATE\s+(?:(TEMP|TEMPORARY)\s+)?SEQUENCE\b")


def is_temporary(draft: Draft, name: syntax.Name) -> bool:
    """Tell whether a name is that of a temporary relation, which hides any other.

    Args:
        draft: The schema so far.
        name: What a statement is about.
    """
    if len(name.parts) > 1 and not in_session(draft, name):
        return False
    return not draft.temporary.isdisjoint({draft.fold(name.last), draft.fold_object(name.last)})


def in_session(draft: Draft, name: syntax.Name) -> bool:
    """Tell whether a name has the schema of temporary relations before it.

    Args:
        draft: The schema so far.
        name: What a statement makes.
    """
    own = _SCHEMAS.get(draft.engine)
    return len(name.parts) > 1 and draft.fold(name.parts[-2]) == own


def about_temporary(statement: Statement, draft: Draft) -> bool:
    """Tell whether a statement changes a temporary relation alone, and note names that it gives.

    Args:
        statement: The statement.
        draft: The schema so far.
    """
    match statement:
        case syntax.CreateIndex(table=table) if is_temporary(draft, table):
            if statement.name is not None and draft.engine.family is not Engine.MYSQL:
                draft.temporary.add(draft.fold(statement.name))
            return True
        case syntax.AlterTable(name=name) if is_temporary(draft, name):
            for action in statement.actions:
                if isinstance(action, syntax.RenameTable):
                    _rename(draft, name, action.new_name)
            return True
        case syntax.RenameObject(name=name) if is_temporary(draft, name):
            if statement.new_name is not None:
                _rename(draft, name, statement.new_name)
            return True
        case syntax.Comment(kind=kind, name=name):
            of_column = kind is syntax.ObjectKind.COLUMN and len(name.parts) > 1
            parts = name.parts[:-1] if of_column else name.parts
            return is_temporary(draft, syntax.Name(parts, span=name.span))
        case syntax.OtherDdl(text=text) if draft.engine is Engine.POSTGRESQL:
            return _is_kept_of_temporary(text, draft)
        case _:
            return False


def _is_kept_of_temporary(text: str, draft: Draft) -> bool:
    """Tell whether a statement that would be kept as text is about temporary relations alone."""
    if text.lstrip()[:6].upper() in {"GRANT ", "REVOKE"}:
        said = [each for each in privileges_in(text) if each.kind in _KINDS and not each.scope]
        return bool(said) and all(draft.fold(each.path[-1]) in draft.temporary for each in said)
    found = spoken_of(text)
    if found is None or found[0] not in _KINDS:
        return False
    *schema, name = found[1].split(".")
    if draft.fold(name) not in draft.temporary or schema not in ([], ["pg_temp"]):
        return False
    if text.lstrip()[:5].upper() == "DROP ":
        draft.temporary.discard(draft.fold(name))
    return True


def makes_temporary(text: str, draft: Draft) -> bool:
    """Tell whether a statement makes a sequence of the session, and note it.

    Args:
        text: A statement of PostgreSQL.
        draft: The schema so far.
    """
    found = _SEQUENCE.match(text.lstrip())
    path = created_parts(text) if found else []
    if found is None or not (found[1] or path[:-1] == ["pg_temp"]):
        return False
    draft.temporary.add(draft.fold(path[-1]))
    return True


def was_temporary(draft: Draft, name: syntax.Name, kind: syntax.ObjectKind) -> bool:
    """Tell whether a name is that of a temporary relation, and drop it.

    Args:
        draft: The schema so far.
        name: What a statement drops.
        kind: What it says that this is.
    """
    of_table = kind is syntax.ObjectKind.INDEX and draft.engine.family is Engine.MYSQL
    if kind not in _RELATIONS or of_table or not is_temporary(draft, name):
        return False
    draft.temporary.difference_update({draft.fold(name.last), draft.fold_object(name.last)})
    return True


def _rename(draft: Draft, name: syntax.Name, new_name: str) -> None:
    draft.temporary.difference_update({draft.fold(name.last), draft.fold_object(name.last)})
    draft.temporary.add(draft.fold_object(new_name))
