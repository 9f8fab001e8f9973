"""Naming the classes of ``models.py`` and their fields.

Depends on: catalog.model, config, codegen.names.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from flash_core.config import RowStyle

from . import names

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from flash_core.catalog.model import Catalog

_UNDERSCORE_MEANS_MORE: Final = frozenset({RowStyle.NAMEDTUPLE, RowStyle.PYDANTIC, RowStyle.ATTRS})
_PYDANTIC_MEMBERS: Final = (
    "construct copy dict fields_set from_orm json parse_file parse_obj parse_raw schema"
    " schema_json update_forward_refs validate model_config model_fields model_extra"
    " model_computed_fields model_fields_set model_construct model_copy model_dump"
    " model_dump_json model_json_schema model_parametrized_name model_post_init"
    " model_rebuild model_validate model_validate_json model_validate_strings"
)
_BASE_MEMBERS: Final[Mapping[RowStyle, frozenset[str]]] = {
    RowStyle.NAMEDTUPLE: frozenset({"count", "index"}),
    RowStyle.PYDANTIC: frozenset(_PYDANTIC_MEMBERS.split()),
    RowStyle.ATTRS: frozenset({"self"}),  # an argument of the __init__ that attrs writes
}


class Naming:
    """Gives names that hide no other; everything it has named is taken.

    Attributes:
        catalog: The schema.
        style: What rows are.
        enums: Class names of the schema's enums by schema and name.
        records: Class names of composite types.
    """

    def __init__(self, catalog: Catalog, style: RowStyle, reserved: Collection[str]) -> None:
        self.catalog = catalog
        self.style = style
        self.records: set[str] = set()
        self._taken = set(reserved)
        self.enums = self._enum_names()

    def key(self, schema: str, name: str) -> tuple[str, str]:
        """Return a table's or view's name as the engine compares it."""
        folded = self.catalog.fold(schema)
        default = folded in ("", "public", "main")
        return ("" if default else folded), self.catalog.fold(name)

    def claim(self, *candidates: str) -> str:
        """Take the first free name; number the last one when none is."""
        name = next((name for name in candidates if name not in self._taken), "")
        if not name:
            number = 2
            while f"{candidates[-1]}{number}" in self._taken:
                number += 1
            name = f"{candidates[-1]}{number}"
        self._taken.add(name)
        return name

    def _enum_names(self) -> dict[tuple[str, str], str]:
        named: dict[tuple[str, str], str] = {}
        for enum in sorted(self.catalog.enums, key=lambda enum: (enum.schema, enum.name)):
            plain = names.table_class(enum.name)
            qualified = names.table_class(f"{enum.schema}_{enum.name}")
            named[enum.schema, enum.name] = self.claim(plain, qualified)
        return named

    def tables(
        self, spelt: Mapping[tuple[str, str], tuple[str, str]]
    ) -> dict[tuple[str, str], str]:
        """Name tables so that the order of the schema's files plays no part."""
        wanted = {key: names.singular_class(name) for key, (_, name) in spelt.items()}
        plain = {key: names.table_class(name) for key, (_, name) in spelt.items()}
        many = Counter(wanted.values())

        def precedence(key: tuple[str, str]) -> tuple[bool, bool, bool, tuple[str, str]]:
            return many[wanted[key]] > 1, bool(key[0]), plain[key] != wanted[key], key

        named: dict[tuple[str, str], str] = {}
        for key in sorted(spelt, key=precedence):
            schema, name = spelt[key]
            qualified = (names.singular_class(f"{schema}_{name}"),) if key[0] else ()
            named[key] = self.claim(wanted[key], *qualified, plain[key])
        return named

    def field(self, column: str, taken: set[str], style: RowStyle | None = None) -> str:
        """Return what the attribute for a column is called, and add it to ``taken``.

        Args:
            column: As the database spells it.
            taken: Names of the attributes beside it.
            style: What the class is, where it is not a row.
        """
        style = style or self.style
        name = column if style is RowStyle.TYPEDDICT else self._attribute(column, style)
        name = names.unique(name, taken)
        taken.add(name)
        return name

    def _attribute(self, column: str, style: RowStyle) -> str:
        name = names.identifier(column, fallback="column")
        if style in _UNDERSCORE_MEANS_MORE and name.startswith("_"):
            name = names.identifier(name.lstrip("_"), fallback="column")
            name = f"column{name}" if name.startswith("_") else name
        # A field named like an enum would hide it from the annotations beside it.
        hides = name in self.enums.values() or name in self.records
        return f"{name}_" if hides or name in _BASE_MEMBERS.get(style, ()) else name
