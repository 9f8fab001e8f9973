"""What statements do to enums, domains and composite types.

Depends on: sql.syntax, domains, draft, labels, model, table, text, user_types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import replace

from .constraint_names import domain_with_free_names
from .domains import alter_domain
from .draft import Refused, suggestion
from .labels import relabel
from .model import Composite, Domain, Enum, Origin
from .table import column
from .text import normalized
from .user_types import check_type_name, resolved, resolved_column, resolved_text

if TYPE_CHECKING:
    from flash_core.sql import syntax
    from flash_core.sql.source import SourceFile

    from .draft import Draft


def create_enum(draft: Draft, statement: syntax.CreateEnum, source: SourceFile) -> None:
    """Fold CREATE TYPE … AS ENUM.

    Raises:
        Refused: The catalog does not allow it.
    """
    key = draft.new_id(statement.name.parts, statement.name.span)
    check_type_name(draft, key, statement.name)
    for position, label in enumerate(statement.labels):
        if label in statement.labels[:position]:
            message = f'enum "{statement.name}" has the label "{label}" twice'
            raise Refused(message, statement.name.span, sqlstate="23505")
    draft.enums[key] = Enum(
        statement.name.last,
        statement.labels,
        draft.schemas.get(key[0], ""),
        origin=Origin(source, statement.name.span),
    )


def add_label(draft: Draft, statement: syntax.AlterEnumAdd) -> None:
    """Fold ALTER TYPE … ADD VALUE.

    Raises:
        Refused: The catalog does not allow it.
    """
    key = draft.id_of(statement.name.parts)
    enum = draft.enums.get(key)
    if enum is None:
        raise _missing_type(draft, statement.name)
    if statement.label in enum.labels:
        if statement.if_not_exists:
            return
        message = f'enum "{enum.name}" already has the label "{statement.label}"'
        raise Refused(message, statement.name.span, sqlstate="42710")
    position = len(enum.labels)
    if statement.neighbour is not None:
        if statement.neighbour not in enum.labels:
            message = f'enum "{enum.name}" has no label "{statement.neighbour}"'
            hint = suggestion(statement.neighbour, enum.labels)
            raise Refused(message, statement.name.span, hint=hint, sqlstate="22023", missing=True)
        position = enum.labels.index(statement.neighbour) + int(statement.after)
    labels = (*enum.labels[:position], statement.label, *enum.labels[position:])
    draft.enums[key] = replace(enum, labels=labels)


def rename_label(draft: Draft, statement: syntax.RenameLabel) -> None:
    """Fold ALTER TYPE … RENAME VALUE.

    Raises:
        Refused: The catalog does not allow it.
    """
    key = draft.id_of(statement.name.parts)
    enum = draft.enums.get(key)
    if enum is None:
        raise _missing_type(draft, statement.name)
    old, new = statement.label, statement.new_label
    if old not in enum.labels:
        message = f'enum "{enum.name}" has no label "{old}"'
        hint = suggestion(old, enum.labels)
        raise Refused(message, statement.name.span, hint=hint, sqlstate="22023", missing=True)
    if new in enum.labels:
        message = f'enum "{enum.name}" already has the label "{new}"'
        raise Refused(message, statement.name.span, sqlstate="42710")
    labels = tuple(new if label == old else label for label in enum.labels)
    draft.enums[key] = replace(enum, labels=labels)
    relabel(draft, key, old, new)


def _missing_type(draft: Draft, name: syntax.Name) -> Refused:
    hint = suggestion(name.last, (enum.name for enum in draft.enums.values()))
    message = f'type "{name}" does not exist'
    return Refused(message, name.span, hint=hint, sqlstate="42704", missing=True)


def create_domain(draft: Draft, statement: syntax.CreateDomain, source: SourceFile) -> None:
    """Fold CREATE DOMAIN.

    Raises:
        Refused: The catalog does not allow it.
    """
    key = draft.new_id(statement.name.parts, statement.name.span)
    check_type_name(draft, key, statement.name)
    type_ = statement.type if draft.path == ("",) else resolved(draft, statement.type)
    domain = Domain(
        statement.name.last,
        type_,
        normalized(resolved_text(draft, statement.type, type_, statement.type_text), draft.engine),
        statement.not_null,
        draft.schemas.get(key[0], ""),
        normalized(statement.text, draft.engine),
        Origin(source, statement.name.span),
    )
    draft.domains[key] = domain_with_free_names(draft, domain)


def change_domain(draft: Draft, statement: syntax.AlterDomain) -> None:
    """Fold ALTER DOMAIN.

    Raises:
        Refused: The catalog does not allow it.
    """
    key = draft.id_of(statement.name.parts)
    domain = draft.domains.get(key)
    if domain is None:
        raise _missing_type(draft, statement.name)
    draft.domains[key] = alter_domain(domain, statement)


def create_composite(draft: Draft, statement: syntax.CreateComposite, source: SourceFile) -> None:
    """Fold CREATE TYPE … AS (…).

    Raises:
        Refused: The catalog does not allow it.
    """
    key = draft.new_id(statement.name.parts, statement.name.span)
    check_type_name(draft, key, statement.name)
    written = (resolved_column(draft, item) for item in statement.columns)
    columns = tuple(column(item, source, draft.engine) for item in written)
    draft.composites[key] = Composite(
        statement.name.last,
        columns,
        draft.schemas.get(key[0], ""),
        Origin(source, statement.name.span),
    )
