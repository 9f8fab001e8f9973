"""The composite types of a schema and the row types that are used as values.

Depends on: catalog.model, config, types, codegen.models, codegen.names, codegen.naming.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.config import RowStyle
from flash_core.types.model import UNKNOWN, SqlType, TypeKind
from flash_core.types.systems import type_system

from . import names
from .models import CompositeClass, Field, RowClass
from .pytypes import CompositeNames, TypeMap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .naming import Naming


class CompositeTypes:
    """The classes of composite types, as they come into use.

    Attributes:
        types: The project's Python types, of which composites are a part.
        classes: What is in use; one that is a part of another stands before it.
    """

    def __init__(self, naming: Naming) -> None:
        catalog = naming.catalog
        sets = frozenset((enum.schema, enum.name) for enum in catalog.enums if enum.multiple)
        self.types = TypeMap(catalog.engine, naming.enums, sets, self.find)
        self.classes: dict[SqlType, CompositeClass] = {}
        self._naming = naming
        self._catalog = catalog
        self._system = type_system(catalog.engine, catalog)
        self._named: dict[SqlType, CompositeNames | None] = {}
        self._begun: set[SqlType] = set()
        self._declare()

    def _declare(self) -> None:
        """Name the types of CREATE TYPE before any row: they are there whoever uses them."""
        declared = {(found.schema, found.name): found for found in self._catalog.composites}
        types = {key: SqlType(key[1], TypeKind.COMPOSITE, key[0]) for key in sorted(declared)}
        for (schema, name), type_ in types.items():
            qualified = names.table_class(f"{schema}_{name}")
            self._named[type_] = self._composite_names(names.table_class(name), qualified)
        for key in declared:
            self._define(types[key])

    def _composite_names(self, *candidates: str) -> CompositeNames:
        row = self._naming.claim(*candidates)
        self._naming.records.add(row)
        stem = "_".join(names.words(row)).lower()
        raw, load, dump = f"Raw{row}", f"load_{stem}", f"dump_{stem}"
        return CompositeNames(
            row, self._naming.claim(raw), self._naming.claim(load), self._naming.claim(dump)
        )

    def find(self, type_: SqlType) -> CompositeNames | None:
        """Return the names of a composite type; ``None`` when nothing tells its fields."""
        if type_ not in self._named:
            plain = names.singular_class(type_.name)
            known = self._parts(type_)
            self._named[type_] = self._composite_names(f"{plain}Record") if known else None
        self._define(type_)
        return self._named[type_]

    def _define(self, type_: SqlType) -> None:
        called = self._named[type_]
        if called is None or type_ in self._begun:
            return
        self._begun.add(type_)
        taken: set[str] = set()
        fields = tuple(
            Field(self._naming.field(name, taken, RowStyle.ATTRS), name, self.types.of(part), True)  # noqa: FBT003 - no NOT NULL holds for a value of the type
            for name, part in self._parts(type_)
        )
        declared = self._catalog.find_composite((type_.schema, type_.name)) is not None
        doc = f"Composite type ``{type_.name}``." if declared else f"Row type of ``{type_.name}``."
        self.classes[type_] = CompositeClass(RowClass(called.row, fields, doc), called)

    def _parts(self, type_: SqlType) -> Sequence[tuple[str, SqlType]]:
        own = self._catalog.type_fields(type_)
        return [
            (name, self._system.named(written) or UNKNOWN) for name, written in own
        ] or self._system.fields(type_)
