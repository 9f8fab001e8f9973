"""What statements of PostgreSQL's schema files name that no statement makes: the server refuses them.

In doubt nothing is said: a name that was made, renamed or dropped anywhere in the files may have
been there, and so may what an extension brings whose contents are not known.

Depends on: sql.postgres_needs, sql.source, types, domains, draft, model, names, objects,
sequence_names, table, written_names.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.sql import syntax
from flash_core.sql.postgres_needs import Need, needs
from flash_core.sql.source import Diagnostic, Severity, Span
from flash_core.types.systems import type_system

from .domains import clause_names, clauses_of
from .draft import RESULTS, suggestion
from .names import constraint_names, object_name
from .objects import RENAMED_TO, created, unquoted_parts
from .sequence_names import counts, sequence_name
from .table import word_span
from .written_names import HEADS, WrittenNames

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TypeAlias

    from flash_core.sql.postgres_objects import Typed
    from flash_core.sql.source import SourceFile
    from flash_core.sql.syntax import Statement, TypeName
    from flash_core.types.definitions import RoutineDefinition
    from flash_core.types.model import TypeSystem

    from .draft import Draft, ObjectId
    from .model import Table

    Located: TypeAlias = tuple[SourceFile, Statement, tuple[str, ...]]
    _Fault: TypeAlias = tuple[
        str, str, str | None, str
    ]  # message, SQLSTATE, hint, what to underline

_KEPT: Final = {
    "statistics object": "STATISTICS",
    "foreign-data wrapper": "FOREIGN DATA WRAPPER",
}
_RELATIONS: Final = frozenset(
    {"relation", "table", "view", "materialized view", "index", "sequence", "foreign table"}
)
_ROUTINES: Final = frozenset({"function", "procedure", "aggregate", "routine"})
_PARTS: Final = frozenset({"trigger", "policy", "rule"})
_EXACT: Final = {
    kind: frozenset({kind.upper()})
    for kind in ("table", "view", "materialized view", "foreign table", "sequence", "domain")
}
_OF_DATABASE: Final = frozenset({"publication", "subscription", "policy", "schema", "extension"})
_STATES: Final = {
    **dict.fromkeys(_RELATIONS, "42P01"),
    **dict.fromkeys(_ROUTINES, "42883"),
    "column": "42703",
    "schema": "3F000",
}
_SERVERS: Final = frozenset({"pg_catalog", "information_schema", "pg_toast", "pg_temp"})
# What every database has, as far as names tell it.
_BUILT_IN: Final = {
    "schema": r"public|pg_\w+|information_schema",
    "extension": r"plpgsql",
    "language": r"plpgsql|sql|c|internal",
    "access method": r"btree|hash|gin|gist|brin|spgist|heap",
    "text search configuration": (
        r"simple|arabic|armenian|basque|catalan|danish|dutch|english|estonian|finnish|french|german"
        r"|greek|hindi|hungarian|indonesian|irish|italian|lithuanian|nepali|norwegian|portuguese"
        r"|romanian|russian|serbian|spanish|swedish|tamil|turkish|yiddish"
    ),
    "text search dictionary": r"simple|\w+_stem",
    "text search parser": r"default",
    "text search template": r"simple|synonym|ispell|thesaurus|snowball",
    "operator class": r"\w+_ops",
    "operator family": r"\w+_ops",
    "conversion": r"\w+_to_\w+",
}
_OF_VIEW: Final = "_RETURN"  # the rule that each view has
_NOWHERE: Final = Span(0, 0)
_SET_SCHEMA: Final = r'(?i)\bSET\s+SCHEMA\s+("(?:[^"]|"")+"|[\w$]+)\s*\Z'
_DDL: Final = (syntax.OtherDdl, syntax.Comment, syntax.Drop, syntax.RenameObject, syntax.Utility)
_MAKES: Final = (
    syntax.AlterRoutine,
    syntax.CreateRoutine,
    syntax.CreateExtension,
    syntax.AlterExtension,
)


def absences(
    draft: Draft, statements: Sequence[Located], problems: Sequence[Diagnostic]
) -> Iterator[Diagnostic]:
    """Yield an error for each object that a statement names and none makes.

    Args:
        draft: What all statements have made.
        statements: Each with the search path in force when it runs.
        problems: What was found before: nothing more is said of those statements.
    """
    refused = {(id(p.source), p.span.start) for p in problems if p.severity is Severity.ERROR}
    there = _There(draft, statements)
    for source, statement, draft.path in statements:
        span = statement.span
        text = source.text[span.start : span.end]
        if not _may_lack(statement, text):
            continue
        faults = (
            there.fault(need, text) for need in needs(text) if not there.is_outside(need, text)
        )
        fault = next(filter(None, faults), None)
        if fault is None or any(
            file == id(source) and span.start <= start < span.end for file, start in refused
        ):
            continue
        message, code, hint, word = fault
        place = word_span(source, span, word)
        refused.add((id(source), place.start))
        yield Diagnostic(message, source, place, hint=hint, sqlstate=code)


def _may_lack(statement: Statement, text: str) -> bool:
    """Tell whether a statement is one whose objects nothing else looks for."""
    match statement:
        case syntax.AlterTable(actions=(syntax.ValidateConstraint(),)):
            return True
        case syntax.AlterDomain(validates=True):
            return True
        case _ if not isinstance(statement, _DDL) or isinstance(statement, _MAKES):
            return False
        case _:
            pass
    return text[:8].upper().startswith(HEADS)


class _There:
    """What the statements of schema files make, looked up by what statements need."""

    def __init__(self, draft: Draft, statements: Sequence[Located]) -> None:
        self.draft = draft
        self.written = WrittenNames(statements)

    def is_outside(self, need: Need, text: str) -> bool:
        """Tell whether something is made on what another project keeps in a schema of its own."""
        outside = len(need.path) > 1 and self.draft.fold(need.path[0]) not in self.draft.schemas
        return outside and text[:6].upper() == "CREATE"

    def fault(self, need: Need, text: str) -> _Fault | None:
        """Return what to say of something that is not there, or ``None``."""
        name, word = ".".join(need.path), need.part or need.path[-1]
        if not need.path or need.path[0] in _SERVERS or need.path[-1] in self.draft.temporary:
            return None
        if need.part and not self._has_owner(need):
            owner = "domain" if need.kind == "domain constraint" else "relation"
            return self.fault(Need(owner, need.path), text)
        if self._has(need) or self._has(_moved(need, text)) or self._is_built_in(need):
            return None
        other = self._other_kind(need)
        overloaded = need.kind in _ROUTINES and not text[:4].upper().startswith("DROP")
        if self.written.had(word, text, need.kind, changed=other is not None or overloaded):
            return None
        if other is not None:
            return f'"{name}" is not {_a(need.kind)}: it is {_a(other)}', "42809", None, word
        if self._may_be_brought(need):
            return None
        code = _STATES.get(need.kind, "42704")
        if need.part:
            kind = need.kind.removeprefix("domain ")
            of = "domain" if need.kind == "domain constraint" else "relation"
            return f'{kind} "{need.part}" of {of} "{name}" does not exist', code, None, word
        hint = suggestion(need.path[-1], self._names(need.kind))
        return f'{need.kind} "{name}" does not exist', code, hint, word

    # -- what there is -------------------------------------------------------

    def _keys(self, path: tuple[str, ...]) -> list[ObjectId]:
        """Return what a name may denote by the search path."""
        draft = self.draft
        name = draft.fold_object(path[-1])
        schemas = [draft.schema_of(path)] if len(path) > 1 else [*draft.path, ""]
        return [(schema, name) for schema in schemas]

    def _has_owner(self, need: Need) -> bool:
        """Tell whether there is something that may have a part."""
        keys = self._keys(need.path)
        if need.kind == "domain constraint":
            return any(key in self.draft.domains for key in keys)
        return any(self._relation(key) or key in self.draft.composites for key in keys)

    def _kind_of(self, path: tuple[str, ...], kind: str) -> str | None:
        """Return what kind of relation, type or routine has a name."""
        for key in self._keys(path):
            if kind in _RELATIONS and (found := self._relation(key)):
                return found
            if kind in {"type", "domain"} and self.draft.type(key):
                return "domain" if key in self.draft.domains else "type"
        routines = self._routines(path) if kind in _ROUTINES else []
        return str(routines[0].kind) if routines else None

    def _other_kind(self, need: Need) -> str | None:
        """Return what has the name that should be of a kind, at the end or where it was made."""
        if need.part:
            return None
        found = self._kind_of(need.path, need.kind)
        if found is not None:
            return None if _is_kind(need.kind, found) else found
        made = self.written.made.get(need.path[-1], set())
        if need.kind not in _EXACT or len(made) != 1 or made & _EXACT[need.kind]:
            return None
        (kind,) = made
        return kind.lower()

    def _relation(self, key: ObjectId) -> str | None:
        draft = self.draft
        if table := draft.tables.get(key):
            return "foreign table" if table.foreign else "table"
        if view := draft.views.get(key):
            return "table" if view.table else "materialized view" if view.materialized else "view"
        if key in draft.indexes or key in self._key_indexes:
            return "index"
        if key in self._sequences:
            return "sequence"
        return "table" if ("TABLE", self._dotted(key)) in self._made else None

    def _dotted(self, key: ObjectId) -> str:
        return f"{key[0]}.{key[1]}" if key[0] else key[1]

    @cached_property
    def _made(self) -> set[tuple[str, str]]:
        found = (created(other.text) for other in self.draft.others)
        return {each[:2] for each in found if each}

    @cached_property
    def _parts(self) -> set[tuple[str, str, str]]:
        found = (created(other.text) for other in self.draft.others)
        return {each for each in found if each}

    @cached_property
    def _key_indexes(self) -> set[ObjectId]:
        return {
            (key[0], name)
            for key, table in self.draft.tables.items()
            for name, _ in constraint_names(table)
        }

    @cached_property
    def _sequences(self) -> set[ObjectId]:
        counted = {
            (key[0], sequence_name(table, column))
            for key, table in self.draft.tables.items()
            for column in table.columns
            if counts(column)
        }
        paths = [path.rpartition(".") for kind, path in self._made if kind == "SEQUENCE"]
        return counted | {(schema, name) for schema, _, name in paths}

    def _has(self, need: Need) -> bool:
        """Tell whether an object of the right kind is there when all statements have run."""
        kind, path = need.kind, need.path
        if need.part:
            return self._has_part(need)
        if kind in _RELATIONS | {"type", "domain"}:
            found = self._kind_of(path, kind)
            if kind == "type":
                return found is not None or self._is_type(path)
            return found == kind or (kind == "relation" and found is not None)
        if kind in _ROUTINES:
            return self._has_routine(need)
        if kind == "schema":
            return self.draft.fold(path[-1]) in self.draft.schemas
        if kind == "extension":
            return path[-1] in self.draft.extensions
        word = _KEPT.get(kind, kind.upper())
        return any((word, self._dotted(key)) in self._made for key in self._keys(path))

    def _is_type(self, path: tuple[str, ...]) -> bool:
        """Tell whether there is a type of another kind than those that a schema models alone."""
        draft = self.draft
        keys = self._keys(path)
        return (
            any(key in draft.ranges or key in draft.base_types for key in keys)
            or any(("TYPE", self._dotted(key)) in self._made for key in keys)
            or self._system.named(syntax.TypeName(path, span=_NOWHERE)) is not None
        )

    def _has_part(self, need: Need) -> bool:
        for key in self._keys(need.path):
            if need.kind == "domain constraint":
                domain = self.draft.domains.get(key)
                if domain and need.part in clause_names(domain.name, clauses_of(domain.text)):
                    return True
            elif need.kind in _PARTS:
                if need.part == _OF_VIEW and self._relation(key) is not None:
                    return True
                if any((need.kind.upper(), need.part, k) in self._parts for k in self._above(key)):
                    return True
            elif self._has_own_part(key, need):
                return True
        return False

    def _above(self, key: ObjectId) -> Iterator[str]:
        """Yield a table, and those from which partitions have their triggers."""
        yield self._dotted(key)
        table = self.draft.tables.get(key)
        for path in table.inherits if table else ():
            yield from self._above(self.draft.key(path))

    def _has_own_part(self, key: ObjectId, need: Need) -> bool:
        """Tell whether a relation has a column or constraint; of a view nobody knows here."""
        draft = self.draft
        owner = draft.tables.get(key) or draft.composites.get(key)
        if need.kind == "column":
            if owner is None:
                return self._relation(key) is not None
            return any(column.name == need.part for column in owner.columns)
        table = draft.tables.get(key)
        if table is None:
            return False
        above = [draft.key(path) for path in table.inherits]
        return need.part in _constraints(table) or any(self._has_own_part(k, need) for k in above)

    # -- routines ------------------------------------------------------------

    def _routines(self, path: tuple[str, ...]) -> list[RoutineDefinition]:
        keys = self._keys(path)
        return [each for key, each in self.draft.routines.items() if key[:2] in keys]

    def _has_routine(self, need: Need) -> bool:
        found = [each for each in self._routines(need.path) if _is_kind(need.kind, str(each.kind))]
        if any(_takes(each, need.arguments) for each in found):
            return True
        return any(("AGGREGATE", self._dotted(key)) in self._made for key in self._keys(need.path))

    # -- what nobody makes ---------------------------------------------------

    @cached_property
    def _system(self) -> TypeSystem:
        return type_system(self.draft.engine, self.draft.freeze())

    def _is_built_in(self, need: Need) -> bool:
        """Tell whether the server has it, or an extension whose contents are known brings it."""
        kind, path = need.kind, need.path
        if kind in _ROUTINES:
            known = path[-1].endswith("_trigger") or self._system.has_function(path)
            return known and not self._routines(path)
        if kind == "index" and any(table.bound for table in self.draft.tables.values()):
            return True  # those of partitions come with the one above, under any name
        if kind in _RELATIONS:
            return self._system.relation(path) is not None
        if kind == "collation":
            return self._system.has_collation(path[-1])
        return re.fullmatch(_BUILT_IN.get(kind, r"(?!)"), path[-1]) is not None

    def _may_be_brought(self, need: Need) -> bool:
        """Tell whether an extension may bring it of which nothing is known."""
        unknown = [
            self.draft.fold(schema)
            for name, schema in self.draft.extensions.items()
            if not self._system.knows_extension(name)
        ]
        if not unknown or need.kind in _OF_DATABASE - {"schema"} or need.part:
            return False
        if need.kind == "schema":
            return True
        schema = need.path[0] if len(need.path) > 1 else ""
        return schema in unknown or not schema or schema not in self.draft.schemas

    def _names(self, kind: str) -> list[str]:
        """Return names of that kind, for suggestions."""
        draft = self.draft
        if kind in _ROUTINES:
            return [each.name for each in draft.routines.values()]
        if kind in _RELATIONS:
            return [key[1] for key in (*draft.tables, *draft.views, *draft.indexes)]
        word = _KEPT.get(kind, kind.upper())
        return [path.rpartition(".")[2] for made, path in self._made if made == word]


def _moved(need: Need, text: str) -> Need:
    """Return what a statement needs under the name or in the schema that it gives to it."""
    if found := re.search(RENAMED_TO, text):
        (name,) = unquoted_parts(found[1])
        if need.part:
            return replace(need, part=name)
        return replace(need, path=(*need.path[:-1], name))
    if found := re.search(_SET_SCHEMA, text):
        return replace(need, path=(*unquoted_parts(found[1]), need.path[-1]))
    return need


def _a(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def _constraints(table: Table) -> set[str]:
    required = {
        column.not_null_name or object_name(table.name, column.name, "not_null")
        for column in table.columns
    }
    return required | {name for name, _ in constraint_names(table)}


def _is_kind(kind: str, made: str) -> bool:
    """Tell whether a statement about a kind of routine takes one of another."""
    if kind not in _ROUTINES:
        return False
    if kind == "routine":
        return True
    return (kind == "procedure") == (made == "procedure") and (kind != "aggregate" or made == kind)


def _takes(routine: RoutineDefinition, given: tuple[Typed, ...] | None) -> bool:
    """Tell whether the arguments of a statement may be those of a routine."""
    if given is None:
        return True
    every = [a.type for a in routine.arguments]
    taken = [a.type for a in routine.arguments if a.mode not in RESULTS]
    return _alike(every, given) or _alike(taken, given)


def _alike(types: Sequence[TypeName], given: Sequence[Typed]) -> bool:
    return len(types) == len(given) and all(
        each.of_column
        or (each.path[-1], bool(each.dimensions)) == (t.parts[-1], bool(t.dimensions))
        for t, each in zip(types, given, strict=True)
    )
