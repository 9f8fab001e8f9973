"""What has a type, or the rows of a table, when that gets another name.

Depends on: draft, identifiers, kept, user_types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import replace

from .draft import RESULTS
from .identifiers import quote_path
from .kept import retitle
from .user_types import is_built_in, names_type

if TYPE_CHECKING:
    from collections.abc import Callable

    from flash_core.sql.syntax import TypeName

    from .draft import Draft, ObjectId
    from .model import Column


def rename_uses(draft: Draft, old: ObjectId, path: tuple[str, ...]) -> None:
    """Let everything that has the type ``old`` name it by its new path."""
    array = (old[0], f"_{old[1]}")
    if is_built_in(path):
        path = ("public", *path)  # without a schema it would be the server's

    def renamed(type_: TypeName) -> TypeName:
        if not type_.of_column and names_type(draft, type_, array):
            return replace(type_, parts=path, dimensions=1)
        if type_.of_column or not names_type(draft, type_, old):
            return type_
        return replace(type_, parts=path)

    def column(item: Column) -> Column:
        if item.type is None or (new := renamed(item.type)) is item.type:
            return item
        text = quote_path("".join(path[:-1]), path[-1], draft.engine)
        return replace(item, type=new, type_text=text + "[]" * new.dimensions)

    for table in list(draft.tables.values()):
        changed = replace(table, columns=tuple(map(column, table.columns)))
        if table.of_type and draft.key(table.of_type) == old:
            changed = replace(changed, of_type=path)
        draft.put(changed)
    for key, composite in list(draft.composites.items()):
        draft.composites[key] = replace(composite, columns=tuple(map(column, composite.columns)))
    _rename_in_domains(draft, path, renamed)
    _rename_in_routines(draft, renamed)


def _rename_in_domains(
    draft: Draft, path: tuple[str, ...], renamed: Callable[[TypeName], TypeName]
) -> None:
    for key, domain in list(draft.domains.items()):
        if (new := renamed(domain.type)) is not domain.type:
            text = quote_path("".join(path[:-1]), path[-1], draft.engine)
            text += "[]" * new.dimensions
            draft.domains[key] = replace(domain, type=new, type_text=text)


def _rename_in_routines(draft: Draft, renamed: Callable[[TypeName], TypeName]) -> None:
    routines, draft.routines = draft.routines, {}
    for key, routine in routines.items():
        changed = replace(
            routine,
            arguments=tuple(replace(a, type=renamed(a.type)) for a in routine.arguments),
            result=None if routine.result is None else renamed(routine.result),
        )
        # The types of its arguments are part of what it is called by.
        types = (draft.type_id(a.type) for a in changed.arguments if a.mode not in RESULTS)
        new = key if changed == routine else (*key[:2], tuple(types))
        draft.routines[new] = changed
        if new != key:
            retitle(draft, ("routine", *key), ("routine", *new))
    _rename_in_operators(draft, renamed)


def _rename_in_operators(draft: Draft, renamed: Callable[[TypeName], TypeName]) -> None:
    """Rename in operators and casts, which are called by the types that they take."""
    operators, draft.operators = draft.operators, {}
    for key, operator in operators.items():
        left = None if operator.left is None else renamed(operator.left)
        moved = replace(operator, left=left, right=renamed(operator.right))
        types = None if left is None else draft.type_id(left), draft.type_id(moved.right)
        # What nothing renames keeps its key, which may know more of a type than its name.
        new = key if moved == operator else (*key[:2], types)
        draft.operators[new] = moved
        if new != key:
            retitle(draft, ("operator", *key), ("operator", *new))
    casts, draft.casts = draft.casts, {}
    for pair, cast in casts.items():
        turned = replace(cast, source=renamed(cast.source), target=renamed(cast.target))
        sides = draft.type_id(turned.source), draft.type_id(turned.target)
        now = pair if turned == cast else sides
        draft.casts[now] = turned
        if now != pair:
            retitle(draft, ("cast", *pair), ("cast", *now))
