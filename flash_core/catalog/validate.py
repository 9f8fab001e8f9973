"""What can only be checked once every statement has been folded.

Types, the targets of foreign keys, the columns of indexes; and the one spelling
of names that the catalog keeps for what is compared without case.

Depends on: engine, sql.source, types, draft, implied, model, table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.engine import Engine
from flash_core.sql.source import Diagnostic, Severity, Span
from flash_core.types.systems import type_system

from .draft import Draft, Refused, suggestion
from .implied import is_serial
from .objects import created
from .table import word_span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flash_core.sql.source import SourceFile
    from flash_core.sql.syntax import TypeName
    from flash_core.types.model import TypeSystem

    from .model import Column, ForeignKey, Index, Origin, Table

_COMMON_TYPES: Final = (
    "bigint", "bigserial", "boolean", "bytea", "char", "date", "decimal", "double precision",
    "integer", "interval", "json", "jsonb", "numeric", "real", "serial", "smallint", "text",
    "time", "timestamp", "timestamptz", "uuid", "varchar",
)  # fmt: skip
_NOWHERE: Final = Span(0, 0)


def validate(draft: Draft) -> list[Diagnostic]:
    """Check a finished draft, and spell the names in its foreign keys as their tables do."""
    problems: list[Diagnostic] = []
    if draft.engine is Engine.POSTGRESQL:
        problems += _types(draft)
    for key, table in list(draft.tables.items()):
        references: list[ForeignKey] = []
        for reference in table.foreign_keys:
            try:
                references.append(_reference(draft, table, reference))
            except Refused as why:
                references.append(reference)
                problems += _at(reference.origin, why)
        if tuple(references) != table.foreign_keys:
            draft.tables[key] = replace(table, foreign_keys=tuple(references))
    for index in draft.indexes.values():
        problems += _index(draft, index)
    return problems


def _at(origin: Origin | None, why: Refused) -> Iterator[Diagnostic]:
    if origin is not None:
        yield Diagnostic(why.message, origin.source, why.span, hint=why.hint, sqlstate=why.sqlstate)


# -- types -------------------------------------------------------------------


def _types(draft: Draft) -> Iterator[Diagnostic]:
    catalog = draft.freeze()
    system = type_system(draft.engine, catalog)
    known: dict[tuple[tuple[str, ...], int], bool] = {}

    def exists(name: TypeName) -> bool:
        key = (name.parts, name.dimensions)
        if key not in known:
            known[key] = system.named(name) is not None or _kept(draft, name)
        return known[key]

    for owner, column in _columns(draft):
        if column.type is None or is_serial(column) or exists(column.type):
            continue
        if column.origin is not None:
            label = f'column "{owner}.{column.name}"'
            yield _unknown_type(draft, system, label, column.type, column.origin.source)
    for domain in draft.domains.values():
        if not exists(domain.type) and domain.origin is not None:
            label = f'domain "{domain.name}"'
            yield _unknown_type(draft, system, label, domain.type, domain.origin.source)


def _columns(draft: Draft) -> Iterator[tuple[str, Column]]:
    for table in draft.tables.values():
        for column in table.columns:
            yield table.name, column
    for composite in draft.composites.values():
        for column in composite.columns:
            yield composite.name, column


def _kept(draft: Draft, name: TypeName) -> bool:
    """Tell whether a statement kept as text makes the type (a range, a base type, a table)."""
    made = (created(other.text) for other in draft.others if "TABLE" in other.keyword)
    return any(item and item[0] in {"TYPE", "TABLE"} and item[1] == name.parts[-1] for item in made)


def _unknown_type(
    draft: Draft, system: TypeSystem, label: str, name: TypeName, source: SourceFile
) -> Diagnostic:
    spelt = ".".join(name.parts)
    candidates = [
        *_COMMON_TYPES,
        *(item.name for item in draft.enums.values()),
        *(item.name for item in draft.domains.values()),
        *(item.name for item in draft.composites.values()),
    ]
    brings = system.extension_with(name.parts[-1])
    hint = suggestion(name.parts[-1], candidates)
    hint = f"CREATE EXTENSION {brings} brings it" if brings else hint
    message = f'{label}: type "{spelt}" does not exist'
    foreign = any(not system.knows_extension(extension) for extension in draft.extensions)
    if foreign and hint is None:
        # One of the extensions may well bring it; the column's values are then of any type.
        message = f'{label}: type "{spelt}" is not known'
        return Diagnostic(message, source, name.span, severity=Severity.WARNING)
    return Diagnostic(message, source, name.span, hint=hint, sqlstate="42704")


# -- references --------------------------------------------------------------


def _reference(draft: Draft, table: Table, reference: ForeignKey) -> ForeignKey:
    """Return a foreign key as checked, or refuse it; MariaDB has one message for all faults."""
    try:
        return _checked_reference(draft, table, reference)
    except Refused as why:
        if draft.engine is Engine.MARIADB:
            from .mysql_checks import MALFORMED, UNMATCHED  # noqa: PLC0415 - MySQL's alone

            counts = why.sqlstate == "42830" and " columns but " in why.message
            why.hint = f"{why.message}; {why.hint}" if why.hint else why.message
            made = (reference.name or "").startswith(f"{table.name}_ibfk_")
            named = "foreign key without name" if made else reference.name
            why.message = (UNMATCHED if counts else MALFORMED).format(table=table.name, name=named)
            why.sqlstate = "42000" if counts else "HY000"
        raise


def _checked_reference(draft: Draft, table: Table, reference: ForeignKey) -> ForeignKey:
    """Return a foreign key with its names spelt as the other table spells them.

    Raises:
        Refused: The other table, its columns, or a key over them do not exist.
    """
    span = reference.origin.span if reference.origin else _NOWHERE
    key = draft.id_of(reference.table)
    if key in draft.broken or _is_kept_table(draft, reference.table):
        return reference
    try:
        target = draft.table(reference.table, span)
    except Refused as why:
        why.message = f'foreign key of table "{table.name}": {why.message}'
        raise
    columns = tuple(
        _foreign_column(draft, target, name, reference) for name in reference.foreign_columns
    )
    wanted = columns or target.primary_key
    if draft.engine.family is Engine.MYSQL:
        columns = wanted  # as the server writes it down
    if not wanted:
        message = f'table "{target.name}" has no primary key to refer to'
        raise Refused(message, span, sqlstate="42704")
    if len(wanted) != len(reference.columns):
        message = (
            f'foreign key of table "{table.name}" has {len(reference.columns)} columns'
            f' but refers to {len(wanted)} of "{target.name}"'
        )
        raise Refused(message, span, sqlstate="42830")
    if not _is_unique(draft, target, wanted):
        names = ", ".join(wanted)
        message = f'"{target.name}" has no unique key over ({names}), so nothing can refer to it'
        hint = f"add UNIQUE ({names}) to table {target.name}"
        raise Refused(message, span, hint=hint, sqlstate="42830")
    path = (target.schema, target.name) if target.schema else (target.name,)
    found = replace(reference, table=path, foreign_columns=columns)
    if draft.engine.family is Engine.MYSQL:
        from .mysql_checks import check_reference  # noqa: PLC0415 - MySQL's alone

        fault = check_reference(table, found, target)
        if fault is not None:
            message = f'foreign key of table "{table.name}" is incorrectly formed: {fault}'
            raise Refused(message, span, sqlstate="HY000")
    return found


def _is_kept_table(draft: Draft, parts: tuple[str, ...]) -> bool:
    made = (created(other.text) for other in draft.others if "TABLE" in other.keyword)
    return any(
        item and item[0].endswith("TABLE") and item[1].rpartition(".")[2] == parts[-1]
        for item in made
    )


def _foreign_column(draft: Draft, target: Table, name: str, reference: ForeignKey) -> str:
    found = draft.column(target, name)
    if found is not None:
        return found.name
    span = reference.origin.span if reference.origin else _NOWHERE
    if reference.origin is not None:
        span = word_span(reference.origin.source, Span(span.end, span.end), name)
    mysql = draft.engine.family is Engine.MYSQL
    message = f'column "{name}" of table "{target.name}" does not exist'
    raise Refused(
        message,
        span,
        hint=suggestion(name, (column.name for column in target.columns)),
        sqlstate="HY000" if mysql else "42703",
    )


def _is_unique(draft: Draft, target: Table, columns: tuple[str, ...]) -> bool:
    if draft.engine.family is Engine.MYSQL:
        return _is_indexed(draft, target, columns)
    wanted = frozenset(columns)
    if any(frozenset(key.columns) == wanted for key in target.keys):
        return True
    if any("UNIQUE" in other.text.upper() for other in target.others):
        return True
    return any(
        index.unique and not index.partial and frozenset(index.columns) == wanted
        for _, index in draft.indexes_of(target)
    )


def _is_indexed(draft: Draft, target: Table, columns: tuple[str, ...]) -> bool:
    """Tell whether an index begins with these columns: InnoDB asks for no more."""
    found: list[tuple[str | None, ...]] = [key.columns for key in target.keys]
    found += [index.columns for _, index in draft.indexes_of(target) if not index.kind]
    return any(index[: len(columns)] == columns for index in found)


# -- indexes -----------------------------------------------------------------


def _index(draft: Draft, index: Index) -> Iterator[Diagnostic]:
    table = draft.tables.get(draft.id(index.schema, index.table))
    if table is None or index.origin is None:
        return  # on a materialized view, whose columns only analysis knows
    for name in index.columns:
        if name is not None and draft.column(table, name) is None:
            yield Diagnostic(
                f'index "{index.name}": column "{name}" of table "{table.name}" does not exist',
                index.origin.source,
                word_span(index.origin.source, index.origin.span, name),
                hint=suggestion(name, (column.name for column in table.columns)),
                sqlstate="42703",
            )
