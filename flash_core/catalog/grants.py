"""Grants as they are folded: of one object each, expanded over what there was at that point.

``ON ALL TABLES IN SCHEMA`` grants on what exists, ALTER DEFAULT PRIVILEGES on what comes later;
what is dropped takes its grants along.

Depends on: engine, sql.postgres_objects, sql.postgres_privileges, draft, implied, model, names,
privileges.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass, replace
from flash_core.engine import Engine
from flash_core.sql.syntax import CreateSchema, Script

from .identifiers import quote
from .model import Origin, OtherObject
from .privileges import family, implied, steps, type_text, usual, written
from .sequence_names import counts, sequence_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import TypeAlias

    from flash_core.sql.postgres_objects import Stated, Typed
    from flash_core.sql.postgres_privileges import Privileges
    from flash_core.sql.source import SourceFile
    from flash_core.sql.syntax import Statement

    from .draft import Draft
    from .model import Table

    Place: TypeAlias = tuple[int, int]

_PG: Final = Engine.POSTGRESQL
_BEFORE: Final = (-1, 0)  # what an earlier migration made
_SAYS: Final = frozenset({"GRANT", "REVOKE", "ALTER DEFAULT"})
_MAKES: Final = r"(?i)\s*CREATE\b.*?\b(?:SEQUENCE|FUNCTION|PROCEDURE|AGGREGATE|TYPE|SERVER)\b"
_KINDS: Final = {
    "sequence": "SEQUENCE",
    "function": "FUNCTION",
    "procedure": "PROCEDURE",
    "aggregate": "FUNCTION",
    "type": "TYPE",
    "server": "FOREIGN SERVER",
}
# What ALL … IN SCHEMA reaches.
_ALL: Final = {
    "TABLE": frozenset({"TABLE"}),
    "SEQUENCE": frozenset({"SEQUENCE"}),
    "FUNCTION": frozenset({"FUNCTION"}),
    "PROCEDURE": frozenset({"PROCEDURE"}),
    "ROUTINE": frozenset({"FUNCTION", "PROCEDURE"}),
}


@dataclass(frozen=True, slots=True)
class _Object:
    """Something on which privileges can be granted."""

    kind: str
    path: tuple[str, ...]
    arguments: tuple[Typed, ...] | None = None
    origin: Origin | None = None
    parameters: tuple[Typed, ...] = ()

    @property
    def schema(self) -> str:
        """Where it is; empty for ``public``."""
        return "".join(self.path[:-1])


def settle_grants(draft: Draft, statements: Sequence[tuple[SourceFile, Statement]]) -> None:
    """Let what is granted be said of one object and one role each.

    Args:
        draft: Where it is kept.
        statements: What was folded, in order.
    """
    if draft.engine is not _PG or not any(o.keyword in _SAYS for o in draft.others):
        return
    order: dict[int, int] = {}
    schemas: dict[str, Origin] = {}
    for source, statement in statements:
        order.setdefault(id(source), len(order))
        for part in statement.statements if isinstance(statement, Script) else (statement,):
            if isinstance(part, CreateSchema):
                schemas.setdefault(part.name, Origin(source, part.span))

    def place(origin: Origin | None) -> Place:
        known = None if origin is None else order.get(id(origin.source))
        return _BEFORE if origin is None or known is None else (known, origin.span.start)

    objects = list(stated_objects(draft, schemas))
    kept: list[OtherObject] = []
    said: list[tuple[OtherObject, Privileges]] = []
    for other in draft.others:
        privileges = privileges_in(other.text) if other.keyword in _SAYS else ()
        said += [(other, each) for each in privileges]
        kept += [] if privileges else [other]
    defaults = [(o, each) for o, each in said if each.scope == "default"]
    grants = list(_by_default(objects, defaults, place))
    for other, each in said:
        if each.scope != "default":
            found = _one_by_one(each, objects, place, place(other.origin))
            grants += [_other(one, other) for one in found]
    draft.others = [*kept, *_last(grants), *_last([_other(each, o) for o, each in defaults])]


def tell_apart(draft: Draft) -> None:
    """Let what is granted be said of one object, one role and one column each.

    Args:
        draft: Where it is kept.
    """
    kept: list[OtherObject] = []
    for other in draft.others:
        parts = _parts(other.text) if other.keyword in _SAYS else ()
        kept += [OtherObject(other.keyword, part, origin=other.origin) for part in parts] or [other]
    draft.others = kept


@lru_cache(maxsize=20_000)
def _parts(text: str) -> tuple[str, ...]:
    """Return what a statement says of several objects, roles or columns, one by one."""
    found = [written(part) for each in privileges_in(text) for part in _by_column(each)]
    return tuple(found) if len(found) > 1 else ()


def _by_column(said: Privileges) -> Iterator[Privileges]:
    whole = tuple(right for right in said.rights if not right[1])
    if whole or not said.rights:
        yield replace(said, rights=whole)
    for name, columns in said.rights:
        yield from (replace(said, rights=((name, (column,)),)) for column in columns)


def privileges_in(text: str) -> tuple[Privileges, ...]:
    """Return what a statement grants or revokes, object by object and role by role."""
    from flash_core.sql.postgres_privileges import privileges  # noqa: PLC0415 - PostgreSQL's alone

    return privileges(text)


def _other(said: Privileges, old: OtherObject) -> OtherObject:
    return OtherObject(old.keyword, written(said), origin=old.origin)


def _last(grants: Sequence[OtherObject]) -> list[OtherObject]:
    """Return the statements, of those that are alike the last."""
    found: dict[str, OtherObject] = {}
    for grant in grants:
        found.pop(grant.text, None)
        found[grant.text] = grant
    return list(found.values())


def _one_by_one(
    said: Privileges,
    objects: Sequence[_Object],
    place: Callable[[Origin | None], Place],
    here: Place,
) -> Iterator[Privileges]:
    """Yield what a statement says of each object; none of what comes after it."""
    if said.scope == "schema":
        for each in objects:
            inside = each.kind in _ALL[said.kind] and (each.schema or "public") == said.path[0]
            if inside and (place(each.origin) < here or here == _BEFORE):
                yield replace(
                    said, kind=each.kind, path=each.path, arguments=each.arguments, scope=""
                )
    elif family(said.kind) == "FUNCTION":
        named = [o for o in objects if family(o.kind) == "FUNCTION" and o.path == said.path]
        yield replace(said, arguments=_arguments(said, named))
    elif said.kind == "TABLE" and ("SEQUENCE", said.path) in {(o.kind, o.path) for o in objects}:
        yield replace(said, kind="SEQUENCE")  # which GRANT … ON TABLE takes, too
    else:
        yield said


def _arguments(said: Privileges, named: Sequence[_Object]) -> tuple[Typed, ...] | None:
    """Return the types that tell a routine from its namesakes: they may be left out, or more."""
    if said.arguments is None:
        return named[0].arguments if len(named) == 1 else None
    if any(each.arguments == said.arguments for each in named):
        return said.arguments
    found = [each for each in named if each.parameters == said.arguments]
    return found[0].arguments if len(found) == 1 else said.arguments


def _by_default(
    objects: Sequence[_Object],
    defaults: Sequence[tuple[OtherObject, Privileges]],
    place: Callable[[Origin | None], Place],
) -> Iterator[OtherObject]:
    """Yield what is granted on new objects because it was said before they came.

    Of roles that FOR ROLE names a single one counts as the one that makes them.
    """
    alone = len({said.creator for _, said in defaults if said.creator}) == 1
    for each in objects if defaults else ():
        here = place(each.origin)
        before = [said for other, said in defaults if place(other.origin) < here]
        if not before:
            continue
        for role, state in implied(before, each.kind, each.schema, named=alone).items():
            target = _target(each)
            for text in steps(usual(each.kind, role), state, each.kind, target, role):
                yield OtherObject(text.split()[0], text, origin=each.origin)


def _target(each: _Object) -> str:
    path = ".".join(quote(part, _PG) for part in each.path)
    if each.arguments is not None:
        path += f"({', '.join(map(type_text, each.arguments))})"
    return path if each.kind == "TABLE" else f"{each.kind} {path}"


@lru_cache(maxsize=20_000)
def _stated(text: str) -> Stated | None:
    from flash_core.sql.postgres_objects import stated  # noqa: PLC0415 - PostgreSQL's alone

    return stated(text)


def stated_objects(draft: Draft, schemas: Mapping[str, Origin] | None = None) -> Iterator[_Object]:
    """Yield what privileges can be granted on.

    Args:
        draft: Where it is.
        schemas: Where schemas are made, if that matters.
    """
    for table in draft.tables.values():
        yield _Object("TABLE", _path(table.schema, table.name), origin=table.origin)
        yield from _numbering(table)
    for view in draft.views.values():
        yield _Object("TABLE", _path(view.schema, view.name), origin=view.first or view.origin)
    for store in (draft.enums, draft.domains, draft.composites):
        for item in store.values():
            yield _Object("TYPE", _path(item.schema, item.name), origin=item.origin)
    for schema in ("public", *draft.schemas.values()):
        yield _Object("SCHEMA", (schema,), origin=(schemas or {}).get(schema))
    for other in draft.others:
        about = _stated(other.text) if re.match(_MAKES, other.text) else None
        if about is not None and (kind := _KINDS.get(about.kind)):
            routine = kind in {"FUNCTION", "PROCEDURE"}
            arguments = about.arguments if routine else None
            yield _Object(kind, about.name, arguments, other.origin, about.parameters)


def _numbering(table: Table) -> Iterator[_Object]:
    """Yield the sequences of serial and identity columns."""
    for column in table.columns:
        if counts(column) and not column.inherited:
            name = sequence_name(table, column)
            yield _Object(
                "SEQUENCE", _path(table.schema, name), origin=column.origin or table.origin
            )


def _path(schema: str, name: str) -> tuple[str, ...]:
    return (schema, name) if schema else (name,)
