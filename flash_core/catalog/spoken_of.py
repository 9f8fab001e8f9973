"""What statements that are kept as text say of objects of PostgreSQL: it goes with these.

A comment, a setting or a privilege is of the object, not of whatever has its name later.

Depends on: engine, sql.postgres_objects, domains, draft, grants, indexes, model, names, objects, privileges.
"""

from __future__ import annotations

from copy import copy
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final, cast

from flash_core.engine import Engine

from .domains import clause_names, clauses_of
from .grants import privileges_in, stated_objects, tell_apart
from .indexes import Indexes
from .names import constraint_names, object_name
from .objects import created
from .privileges import family

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import TypeAlias

    from flash_core.sql.postgres_objects import Stated, Typed
    from flash_core.sql.postgres_privileges import Privileges

    from .draft import Draft, ObjectId
    from .model import OtherObject, Table

    Path: TypeAlias = tuple[str, ...]
    Subject: TypeAlias = tuple[str, Path, str | tuple[Typed, ...] | None]

_KINDS: Final = (
    *("tables", "views", "indexes", "enums", "domains", "composites", "ranges", "base_types"),
    *("schemas", "extensions"),
)
_SAYS: Final = ("ALTER", "COMMENT", "GRANT", "REVOKE")
_RELATIONS: Final = ("table", "view", "matview", "foreign table", "index", "sequence")
_WHOLE: Final = {
    **dict.fromkeys(_RELATIONS, "RELATION"),
    "type": "TYPE", "domain": "TYPE", "schema": "SCHEMA", "statistic ext": "STATISTICS",
}  # fmt: skip
_ROUTINES: Final = frozenset({"function", "procedure", "aggregate", "routine"})
_PARTS: Final = {
    "column": "COLUMN", "tabconstraint": "CONSTRAINT", "domconstraint": "CONSTRAINT",
    "trigger": "TRIGGER", "policy": "POLICY", "rule": "RULE",
}  # fmt: skip
_OF_COLUMNS: Final = frozenset(
    {"SetStorage", "SetStatistics", "SetCompression", "SetOptions", "ResetOptions"}
    | {"AlterColumnGenericOptions", "ColumnDefault"}
)
_BY_INDEX: Final = frozenset({"ClusterOn", "ReplicaIdentity"})


def as_it_is(draft: Draft) -> Draft | None:
    """Return what there is before something goes; ``None`` of an engine that says nothing apart.

    Args:
        draft: What there is.
    """
    if draft.engine is not Engine.POSTGRESQL:
        return None
    found = copy(draft)
    for name, value in vars(draft).items():
        if isinstance(value, dict | list | Indexes):
            setattr(found, name, copy(cast("object", value)))
    return found


def forget_what_was_said(draft: Draft, before: Draft) -> None:
    """Drop the statements about what is no longer there.

    Args:
        draft: Where they are kept.
        before: What there was.
    """
    if _is_all_there(draft, before):  # as after DROP … IF EXISTS of what is not
        return
    was, left = _said(before), _said(draft)
    if gone := was - left:
        draft.others = [other for other in draft.others if _identity(other) not in gone]


def _is_all_there(draft: Draft, before: Draft) -> bool:
    """Tell whether nothing went and nothing was changed, by identity."""
    if len(draft.others) != len(before.others) or len(draft.routines) != len(before.routines):
        return False
    return all(_is_same(getattr(draft, kind), getattr(before, kind)) for kind in _KINDS)


def _is_same(one: Mapping[ObjectId, object], other: Mapping[ObjectId, object]) -> bool:
    return len(one) == len(other) and all(one.get(key) is each for key, each in other.items())


def _identity(other: OtherObject) -> tuple[str, int]:
    return other.text, id(other.origin)


def _said(draft: Draft) -> set[tuple[str, int]]:
    """Return which statements that are kept as text are about something that is there."""
    tell_apart(draft)
    there = _There(draft)
    return {
        _identity(other)
        for other in draft.others
        if other.keyword.startswith(_SAYS)
        and any(all(map(there.has, subjects)) for subjects in _subjects(other.text))
    }


@lru_cache(maxsize=20_000)
def _subjects(text: str) -> tuple[tuple[Subject, ...], ...]:
    """Return what a statement is about, with all that this is part of; of a GRANT one by one."""
    from flash_core.sql.postgres_objects import stated  # noqa: PLC0415 - PostgreSQL's alone

    about = stated(text)
    if about is not None:
        return (tuple(_of(about)),) if about.kind != "publication" else ()
    return tuple(tuple(_granted(each)) for each in privileges_in(text))


def _granted(said: Privileges) -> Iterator[Subject]:
    if said.scope:
        yield from (("SCHEMA", (name,), None) for name in said.path)
        return
    yield family(said.kind), said.path, said.arguments
    for _, columns in said.rights:
        yield from (("COLUMN", said.path, name) for name in columns)


def _of(about: Stated) -> Iterator[Subject]:
    match about.kind:
        case "setting":
            yield from _of_setting(about)
        case "alter sequence":
            yield "RELATION", about.name, None
        case "alter policy":
            yield "POLICY", about.table, about.name[-1]
        case "alter routine":
            yield "FUNCTION", about.name, about.arguments
        case "comment" if about.on in _PARTS:
            yield _PARTS[about.on], about.name[:-1], about.name[-1]
        case "comment" if about.on in _ROUTINES:
            yield "FUNCTION", about.name, about.arguments
        case "comment" if about.on in _WHOLE:
            yield _WHOLE[about.on], about.name, None
        case _:
            pass


def _of_setting(about: Stated) -> Iterator[Subject]:
    clause, name = about.name
    yield "RELATION", about.table, None
    if name and "Trig" in clause:
        yield "TRIGGER", about.table, name
    elif name and clause.endswith("Rule"):
        yield "RULE", about.table, name
    elif name and clause in _OF_COLUMNS:
        yield "COLUMN", about.table, name
    elif name and clause in _BY_INDEX:
        yield "RELATION", (*about.table[:-1], name), None


class _There:
    """What there is in a draft, looked up by what statements are about."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft

    @cached_property
    def _objects(self) -> set[Subject]:
        found: set[Subject] = set()
        for each in stated_objects(self.draft):
            kind = family(each.kind)
            found |= {(kind, each.path, None), (kind, each.path, each.arguments)}
        return found

    @cached_property
    def _made(self) -> set[tuple[str, str, str] | None]:
        return {created(other.text) for other in self.draft.others}

    @cached_property
    def _keys(self) -> set[tuple[str, str]]:
        """The indexes of constraints, by schema and name."""
        return {
            (self.draft.schema_of((table.schema or "public", "")), name)
            for table in self.draft.tables.values()
            for name, _ in constraint_names(table)
        }

    def has(self, subject: Subject) -> bool:
        """Tell whether an object is there."""
        kind, path, rest = subject
        key = self.draft.key(path)
        if kind == "RELATION":
            known = self.draft.relation(key) is not None or key in self._keys
            return known or ("SEQUENCE", path, None) in self._objects
        if kind == "TABLE":
            return self.draft.relation(key) is not None or ("SEQUENCE", path, None) in self._objects
        if kind == "COLUMN":
            return self._has_column(key, str(rest))
        if kind == "CONSTRAINT":
            return self._has_constraint(key, str(rest))
        if kind in {"TRIGGER", "POLICY", "RULE"}:
            return self._has_part(kind, path, str(rest))
        if kind == "STATISTICS":
            return (kind, ".".join(path), "") in self._made
        return (kind, path, rest) in self._objects

    def _has_part(self, kind: str, path: Path, name: str) -> bool:
        """Tell whether a table, or for a partition one above it, has a trigger, policy or rule."""
        table = self.draft.tables.get(self.draft.key(path))
        owner = path[1:] if path[:1] == ("public",) else path
        if (kind, name, ".".join(owner)) in self._made:
            return True
        return (
            table is not None
            and bool(table.bound)
            and self._has_part(kind, table.inherits[0], name)
        )

    def _has_column(self, key: tuple[str, str], name: str) -> bool:
        owner = self.draft.tables.get(key) or self.draft.composites.get(key)
        if owner is None:
            return key in self.draft.views
        return any(column.name == name for column in owner.columns)

    def _has_constraint(self, key: tuple[str, str], name: str) -> bool:
        domain, table = self.draft.domains.get(key), self.draft.tables.get(key)
        if domain is not None:
            return name in clause_names(domain.name, clauses_of(domain.text))
        return table is not None and name in _constraints(table)


def _constraints(table: Table) -> set[str]:
    required = {
        column.not_null_name or object_name(table.name, column.name, "not_null")
        for column in table.columns
        if column.not_null or column.not_null_name is not None
    }
    return required | {name for name, _ in constraint_names(table)}
