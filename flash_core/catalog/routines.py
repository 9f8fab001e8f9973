"""What a schema adds to the type system: routines, operators, casts, ranges, extensions.

All of them are kept as text, too, because that is how they are written again.

Depends on: sql.syntax, types, draft, kept, model, user_types.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.types.definitions import (
    ArgumentMode,
    CastDefinition,
    OperatorDefinition,
    RangeDefinition,
    RoutineArgument,
    RoutineDefinition,
    RoutineKind,
)
from flash_core.types.model import SqlType, TypeKind
from flash_core.types.systems import type_system

from .draft import RESULTS, Refused, place, suggestion
from .identifiers import quote
from .kept import forget, forget_aggregate, keep, retitle
from .kept_names import routine_renamed
from .model import BaseType
from .objects import commented_routine
from .user_types import check_type_name, resolved, type_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.source import SourceFile, Span
    from flash_core.sql.syntax import TypeName

    from .draft import Draft, RoutineId

_ALTER: Final = re.compile(r"ALTER\s+(?:FUNCTION|PROCEDURE|AGGREGATE|ROUTINE)\s+", re.IGNORECASE)
# Extensions that CASCADE brings along.
_REQUIRED: Final = {"earthdistance": ("cube",), "postgis_topology": ("postgis",)}


# -- routines ----------------------------------------------------------------


def _arguments(
    draft: Draft, parameters: Sequence[syntax.RoutineParameter]
) -> tuple[RoutineArgument, ...]:
    return tuple(
        RoutineArgument(p.name, resolved(draft, p.type), ArgumentMode(p.mode), p.default)
        for p in parameters
    )


def _identity(
    draft: Draft, schema: str, name: str, kind: str, arguments: Sequence[RoutineArgument]
) -> RoutineId:
    if draft.engine.family is Engine.MYSQL:  # one procedure and one function of a name
        return schema, draft.fold(name), (("", str(kind), False),)
    types = (type_id(draft, a.type) for a in arguments if a.mode not in RESULTS)
    return schema, name, tuple(types)


def create_routine(draft: Draft, statement: syntax.CreateRoutine, source: SourceFile) -> None:
    """Fold CREATE FUNCTION or PROCEDURE; one of pg_temp is gone with the session that runs it.

    Raises:
        Refused: A type does not exist (yet), or the routine does already.
    """
    if is_temporary(draft, statement.name.parts):
        return
    result = None if statement.result is None else resolved(draft, statement.result)
    routine = RoutineDefinition(
        statement.name.last,
        _arguments(draft, statement.parameters),
        result,
        RoutineKind(statement.kind),
        returns_set=statement.returns_set,
        strict=statement.strict,
    )
    _add(draft, statement, source, routine)


def is_temporary(draft: Draft, parts: Sequence[str]) -> bool:
    """Tell whether a routine is in the schema that each session has for itself."""
    return draft.engine is Engine.POSTGRESQL and tuple(parts[:-1]) == ("pg_temp",)


def create_aggregate(draft: Draft, statement: syntax.CreateAggregate, source: SourceFile) -> None:
    """Fold CREATE AGGREGATE.

    Raises:
        Refused: A type or the final function does not exist (yet), or the aggregate does already.
    """
    arguments = _arguments(draft, statement.parameters)
    state = resolved(draft, statement.state)
    result = state
    final = find_routines(draft, statement.final) if statement.final else []
    if state.parts[-1] == "internal" and not final:
        keep(draft, statement, source)  # only the server knows what comes out of it
        return
    if statement.final:
        result = _final_result(draft, statement, state, arguments)
    routine = RoutineDefinition(statement.name.last, arguments, result, RoutineKind.AGGREGATE)
    _add(draft, statement, source, routine)


def _final_result(
    draft: Draft,
    statement: syntax.CreateAggregate,
    state: TypeName,
    arguments: Sequence[RoutineArgument],
) -> TypeName:
    """Return what an aggregate's final function makes of its state."""
    named = [r for r in find_routines(draft, statement.final) if r.result is not None]
    named.sort(key=lambda r: not r.arguments or r.arguments[0].type != state)
    if named and named[0].result is not None:
        own = named[0].result
        if not _is_polymorphic(own) or any(
            map(_is_polymorphic, [state, *(a.type for a in arguments)])
        ):
            return own  # of a polymorphic aggregate each call says what it is
    system = type_system(draft.engine, draft.freeze())
    types = [system.named(t) for t in (state, *(a.type for a in arguments))]
    known = [SqlType("unknown", TypeKind.PSEUDO) if t is None else t for t in types]
    for given in (known[:1], known):
        if found := system.function(statement.final, given):
            return spelt(found.result, statement.span)
    message = f"function {'.'.join(statement.final)}({'.'.join(state.parts)}) does not exist"
    raise Refused(message, statement.name.span, sqlstate="42883", missing=True)


def _is_polymorphic(type_: TypeName) -> bool:
    # anyelement, anycompatiblearray …; a user's type that is named so is looked up, no more.
    return type_.parts[-1].startswith("any")


def spelt(type_: SqlType, span: Span) -> TypeName:
    """Return the name of a type, as a schema would write it."""
    if type_.kind is TypeKind.ARRAY and type_.element is not None:
        return replace(spelt(type_.element, span), dimensions=1)
    name = type_.name
    own = type_.kind in {TypeKind.ENUM, TypeKind.DOMAIN, TypeKind.COMPOSITE}
    schema = type_.schema or ("public" if own else "")
    parts = (schema, name) if schema else (name,)
    return syntax.TypeName(parts, span=span)


def _add(
    draft: Draft,
    statement: syntax.CreateRoutine | syntax.CreateAggregate,
    source: SourceFile,
    routine: RoutineDefinition,
) -> None:
    name = statement.name
    schema, folded = draft.new_id(name.parts, name.span)
    routine = replace(routine, schema=draft.schemas.get(schema, ""))
    key = _identity(draft, schema, folded, routine.kind, routine.arguments)
    found = draft.routines.get(key)
    if found is not None and isinstance(statement, syntax.CreateRoutine):
        if statement.if_not_exists:
            return
        if draft.engine.family is Engine.MYSQL and not statement.or_replace:
            message = f"{found.kind.upper()} {name} already exists"
            raise Refused(message, name.span, hint="drop it first", sqlstate="42000")
    if found is not None and not statement.or_replace:
        message = f'{found.kind} "{name}" already exists with the same argument types'
        hint = f"CREATE OR REPLACE {routine.kind.upper()}"
        raise Refused(message, name.span, hint=hint, sqlstate="42723")
    kept = draft.engine is Engine.POSTGRESQL
    if kept and found is not None and _result(draft, found) != _result(draft, routine):
        message = f'the result of {found.kind} "{name}" cannot be changed by OR REPLACE'
        raise Refused(message, name.span, hint="drop it first", sqlstate="42P13")
    draft.routines[key] = routine
    keep(draft, statement, source, ("routine", *key))


def _result(draft: Draft, routine: RoutineDefinition) -> tuple[object, ...]:
    """Return what OR REPLACE cannot change, wherever the types were looked up."""
    kept = tuple((a.name, type_id(draft, a.type)) for a in routine.arguments if a.mode in RESULTS)
    result = None if routine.result is None else type_id(draft, routine.result)
    return routine.kind is RoutineKind.PROCEDURE or result, routine.returns_set, kept


def find_routines(draft: Draft, parts: Sequence[str]) -> list[RoutineDefinition]:
    """Return the routines that a name may mean, those of the first schema of the path first."""
    schemas = [draft.schema_of(parts)] if len(parts) > 1 else draft.path
    name = draft.fold(parts[-1])
    return [
        routine
        for schema in schemas
        for key, routine in draft.routines.items()
        if key[:2] == (schema, name)
    ]


def _of_kind(draft: Draft, kind: str, routine: RoutineDefinition) -> bool:
    match kind:
        case "FUNCTION" if draft.engine.family is Engine.MYSQL:
            return routine.kind is not RoutineKind.PROCEDURE
        case "FUNCTION":
            return routine.kind in {RoutineKind.FUNCTION, RoutineKind.WINDOW}
        case "ROUTINE":
            return True
        case _:
            return routine.kind.upper() == kind


def named_routine(draft: Draft, kind: str, name: syntax.ObjectName) -> RoutineId | None:
    """Return the one routine that DROP or ALTER names, or ``None``.

    Raises:
        Refused: Several have that name and no arguments are given.
    """
    found = [
        key
        for key, routine in draft.routines.items()
        if routine in find_routines(draft, name.parts) and _of_kind(draft, kind, routine)
    ]
    if name.types is None:
        if len(found) > 1:
            message = f'{kind.lower()} name "{".".join(name.parts)}" is not unique'
            hint = "write its argument types in parentheses"
            raise Refused(message, name.span, hint=hint, sqlstate="42725")
        return found[0] if found else None
    wanted = tuple(type_id(draft, type_) for type_ in name.types if type_ is not None)
    matching = [key for key in found if key[2] == wanted]
    if not matching and kind in {"PROCEDURE", "ROUTINE"}:  # OUT arguments may be given, too
        matching = [
            key
            for key in found
            if tuple(type_id(draft, a.type) for a in draft.routines[key].arguments) == wanted
        ]
    return matching[0] if matching else None


def alter_routine(draft: Draft, statement: syntax.AlterRoutine, source: SourceFile) -> None:
    """Fold RENAME, SET SCHEMA and STRICT of a routine.

    Raises:
        Refused: There is no such routine (yet).
    """
    key = named_routine(draft, statement.kind, statement.object)
    if key is None:
        raise _missing(draft, statement.kind, statement.object)
    routine = draft.routines[key]
    schema, name, types = key
    if statement.new_name is not None:
        routine = replace(routine, name=statement.new_name)
        name = draft.fold(statement.new_name)
    if statement.new_schema is not None:
        schema, _ = draft.new_id((statement.new_schema, name), statement.span)
        routine = replace(routine, schema=draft.schemas.get(schema, ""))
    if statement.strict is not None:
        routine = replace(routine, strict=statement.strict)
    new = (schema, name, types)
    if new != key and new in draft.routines:
        message = f'{routine.kind} "{name}" already exists with the same argument types'
        raise Refused(message, statement.object.span, sqlstate="42723")
    del draft.routines[key]
    draft.routines[new] = routine
    if new != key and _follows(draft, new, statement, schemas=(key[0], schema)):
        was = draft.schemas.get(key[0], ""), key[1]
        routine_renamed(draft, was, (routine.schema, routine.name))
    else:
        keep(draft, _in_schema(draft, statement, key[0]), source, ("routine", *key))
    retitle(draft, ("routine", *key), ("routine", *new))


def _in_schema(draft: Draft, statement: syntax.AlterRoutine, schema: str) -> syntax.AlterRoutine:
    """Return a statement with the schema in which the search path found the routine."""
    head = _ALTER.match(statement.text)
    if head is None or len(statement.object.parts) > 1 or draft.path in {("",), ()}:
        return statement
    path = quote(draft.schemas.get(schema, "public") or "public", draft.engine)
    text = f"{head[0]}{path}.{statement.text[head.end() :]}"
    return replace(statement, text=text)


def _follows(
    draft: Draft, new: RoutineId, statement: syntax.AlterRoutine, *, schemas: tuple[str, str]
) -> bool:
    """Tell whether statements can follow a routine by its name, which no other has."""
    names = {statement.object.parts[-1], new[1]}
    alike = [k for k in draft.routines if k != new and k[1] in names and k[0] in schemas]
    return draft.engine is Engine.POSTGRESQL and not alike


def _missing(draft: Draft, kind: str, name: syntax.ObjectName) -> Refused:
    arguments = ""
    if name.types is not None:
        types = (t.parts[-1] + "[]" * t.dimensions for t in name.types if t is not None)
        arguments = f"({', '.join(types)})"
    kind = kind.upper() if draft.engine.family is Engine.MYSQL else kind.lower()
    return Refused(
        f"{kind} {'.'.join(name.parts)}{arguments} does not exist",
        name.span,
        hint=suggestion(name.parts[-1], (routine.name for routine in draft.routines.values())),
        sqlstate="42000" if draft.engine.family is Engine.MYSQL else "42883",
        missing=True,
    )


# -- operators, casts, types ---------------------------------------------------


def create_operator(draft: Draft, statement: syntax.CreateOperator, source: SourceFile) -> None:
    """Fold CREATE OPERATOR.

    Raises:
        Refused: A type or the function does not exist (yet).
    """
    schema, name = draft.new_id(statement.name.parts, statement.name.span)
    left = None if statement.left is None else resolved(draft, statement.left)
    function = statement.function
    if found := find_routines(draft, function):
        function = found[0].schema or "public", function[-1]
    operator = OperatorDefinition(
        name, left, resolved(draft, statement.right), function, draft.schemas.get(schema, "")
    )
    types = (None if left is None else type_id(draft, left), type_id(draft, operator.right))
    draft.operators[schema, name, types] = operator
    keep(draft, statement, source, ("operator", schema, name, types))


def create_cast(draft: Draft, statement: syntax.CreateCast, source: SourceFile) -> None:
    """Fold CREATE CAST.

    Raises:
        Refused: A type does not exist (yet), or there is such a cast already.
    """
    from_, to = resolved(draft, statement.source), resolved(draft, statement.target)
    key = type_id(draft, from_), type_id(draft, to)
    if key in draft.casts:
        names = ".".join(from_.parts), ".".join(to.parts)
        message = f"cast from type {names[0]} to type {names[1]} already exists"
        raise Refused(message, from_.span, sqlstate="42710")
    draft.casts[key] = CastDefinition(from_, to, statement.context, statement.binary)
    keep(draft, statement, source, ("cast", *key))


def create_range(draft: Draft, statement: syntax.CreateRange, source: SourceFile) -> None:
    """Fold CREATE TYPE … AS RANGE.

    Raises:
        Refused: The subtype does not exist (yet), or the name is taken.
    """
    key = draft.new_id(statement.name.parts, statement.name.span)
    check_type_name(draft, key, statement.name)
    subtype = resolved(draft, statement.subtype)
    schema = draft.schemas.get(key[0], "")
    multirange = statement.multirange[-1] if statement.multirange else ""
    draft.ranges[key] = RangeDefinition(statement.name.last, subtype, schema, multirange)
    keep(draft, statement, source, ("type", *key))


def create_base_type(draft: Draft, statement: syntax.CreateBaseType, source: SourceFile) -> None:
    """Fold CREATE TYPE of a shell or base type; the shell announces the type.

    Raises:
        Refused: The name is taken.
    """
    key = draft.new_id(statement.name.parts, statement.name.span)
    found = draft.base_types.get(key)
    if found is None or statement.shell:
        check_type_name(draft, key, statement.name)
    elif not found.shell:
        message = f'type "{statement.name}" already exists'
        raise Refused(message, statement.name.span, hint=place(None), sqlstate="42710")
    schema = draft.schemas.get(key[0], "")
    draft.base_types[key] = BaseType(statement.name.last, schema, statement.shell)
    # The shell stays: the functions between it and the definition need it.
    about = ("shell", *key) if statement.shell else ("type", *key)
    keep(draft, statement, source, about)


# -- extensions ----------------------------------------------------------------


def create_extension(draft: Draft, statement: syntax.CreateExtension, source: SourceFile) -> None:
    """Fold CREATE EXTENSION.

    Raises:
        Refused: It exists already, or its schema does not (yet).
    """
    if statement.name == "plpgsql" and statement.if_not_exists:
        return  # each database has it; dumps of PostgreSQL 10 and older say so
    if statement.name in draft.extensions:
        if statement.if_not_exists:
            return
        message = f'extension "{statement.name}" already exists'
        raise Refused(message, statement.span, hint="IF NOT EXISTS", sqlstate="42710")
    if statement.schema == "pg_catalog":
        schema = statement.schema
    else:
        parts = (statement.schema, "") if statement.schema else ("",)
        schema = draft.schemas.get(draft.new_id(parts, statement.span)[0], "")
    draft.extensions[statement.name] = schema
    for name in _REQUIRED.get(statement.name, ()) if statement.cascade else ():
        draft.extensions.setdefault(name, schema)
    keep(draft, statement, source, ("extension", statement.name))


def alter_extension(draft: Draft, statement: syntax.AlterExtension, source: SourceFile) -> None:
    """Fold ALTER EXTENSION … SET SCHEMA.

    Raises:
        Refused: There is no such extension or schema (yet).
    """
    if statement.name not in draft.extensions:
        message = f'extension "{statement.name}" does not exist'
        hint = suggestion(statement.name, draft.extensions)
        raise Refused(message, statement.span, hint=hint, sqlstate="42704", missing=True)
    key = draft.new_id((statement.new_schema, ""), statement.span)
    draft.extensions[statement.name] = draft.schemas.get(key[0], "")
    keep(draft, statement, source, ("extension", statement.name))


# -- DROP ----------------------------------------------------------------------


def drop_known(draft: Draft, statement: syntax.DropKnown) -> None:
    """Fold DROP of routines, operators, casts and extensions.

    Raises:
        Refused: There is no such object.
    """
    for item in statement.objects:
        match statement.kind:
            case "OPERATOR":
                gone = _drop_operator(draft, item)
            case "CAST":
                gone = _drop_cast(draft, item)
            case "EXTENSION":
                gone = draft.extensions.pop(item.parts[-1], None) is not None
                forget(draft, ("extension", item.parts[-1]))
            case _:
                gone = is_temporary(draft, item.parts) or _drop_routine(draft, statement.kind, item)
        if not gone and not statement.if_exists:
            raise _absent(draft, statement, item)


def _absent(draft: Draft, statement: syntax.DropKnown, item: syntax.ObjectName) -> Refused:
    kind, name = statement.kind.lower(), ".".join(item.parts)
    if kind in {"operator", "cast", "extension"}:
        code = "42883" if kind == "operator" else "42704"
        message = f'{kind} "{name}" does not exist' if name else "there is no such cast"
        hint = f"DROP {statement.kind} IF EXISTS"
        return Refused(message, item.span, hint=hint, sqlstate=code)
    why = _missing(draft, statement.kind, item)
    # A DROP that waited could remove what a later statement makes.
    why.missing = False
    return why


def _drop_routine(draft: Draft, kind: str, item: syntax.ObjectName) -> bool:
    key = named_routine(draft, kind, item)
    if key is None:
        return kind == "AGGREGATE" and forget_aggregate(draft, item.parts)
    del draft.routines[key]
    forget(draft, ("routine", *key))
    if not any(known[:2] == key[:2] for known in draft.routines):
        path = f"{draft.schemas.get(key[0], key[0])}.{key[1]}" if key[0] else key[1]
        draft.others = [item for item in draft.others if commented_routine(item.text) != path]
    return True


def _drop_operator(draft: Draft, item: syntax.ObjectName) -> bool:
    types = tuple(None if t is None else type_id(draft, t) for t in item.types or ())
    name = item.parts[-1]
    schemas = [draft.schema_of(item.parts)] if len(item.parts) > 1 else draft.path
    for schema in schemas:
        key = (schema, name, types)
        for known in draft.operators:
            if known == key:
                del draft.operators[known]
                forget(draft, ("operator", *key))
                return True
    return False


def _drop_cast(draft: Draft, item: syntax.ObjectName) -> bool:
    types = tuple(type_id(draft, t) for t in item.types or () if t is not None)
    for known in draft.casts:
        if known == types:
            del draft.casts[known]
            forget(draft, ("cast", *known))
            return True
    return False
