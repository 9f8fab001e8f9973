"""Writing ``models.py``: enums, composites, and row classes in the style that is configured.

Depends on: config, codegen.models, codegen.composites, codegen.layout, codegen.literals,
codegen.imports.
"""

from __future__ import annotations

import keyword
from typing import TYPE_CHECKING, Final

from flash_core.config import RowStyle

from . import layout
from .imports import MODELS, RUNTIME, Imports, Symbol, export_order
from .literals import docstring, one_line

if TYPE_CHECKING:
    from collections.abc import Collection

    from .models import EnumClass, Models, RowClass
    from .pytypes import Annotation

_BASES: Final = {
    RowStyle.TYPEDDICT: Symbol("typing", "TypedDict"),
    RowStyle.NAMEDTUPLE: Symbol("typing", "NamedTuple"),
    RowStyle.MSGSPEC: Symbol("msgspec", "Struct"),
    RowStyle.PYDANTIC: Symbol("pydantic", "BaseModel"),
}
_DECORATORS: Final = {
    RowStyle.DATACLASS: (Symbol("dataclasses", "dataclass"), "(slots=True)"),
    RowStyle.FROZEN: (Symbol("dataclasses", "dataclass"), "(frozen=True, slots=True)"),
    RowStyle.ATTRS: (Symbol("attrs", "define"), ""),
}
_JSON: Final = Symbol(RUNTIME, "JsonValue")
# pydantic cannot evaluate a recursive alias that is not its own.
_PYDANTIC_JSON: Final = Symbol("pydantic", "JsonValue")


def models_module(models: Models, style: RowStyle, runtime: str, header: str) -> str:
    """Return the text of ``models.py``.

    Args:
        models: What it holds.
        style: What a row is.
        runtime: The package that ``JsonValue`` comes from.
        header: Docstring of the module.
    """
    own = models.names
    imports = Imports(models.taken, {MODELS: "", RUNTIME: runtime}, models.taken)
    enums = {found.name for found in models.enums} | {c.row.name for c in models.composites}
    classes = [_enum(found, imports) for found in models.enums]
    for composite in models.composites:
        from .composites import composite_text  # noqa: PLC0415 - few projects have any

        classes.append(row_text(composite.row, RowStyle.FROZEN, imports, enums, style))
        classes.extend(composite_text(composite, imports))
    classes.extend(row_text(found, style, imports, enums) for found in models.rows)
    classes.extend(row_text(found, RowStyle.NAMEDTUPLE, imports, enums) for found in models.params)
    exported = [one_line(name) for name in sorted(own, key=export_order)]
    parts = [f"{header}\n\n{imports.render()}"]
    if own:
        parts[0] += f"\n\n{layout.block('__all__ = [', exported, ']')}"
    return "\n\n\n".join([*parts, *classes]) + "\n"


def _enum(found: EnumClass, imports: Imports) -> str:
    base = imports.name(Symbol("enum", "StrEnum"))
    lines = [f"class {found.name}({base}):", docstring(found.doc, layout.INDENT)]
    if found.members:
        lines.append("")
    lines.extend(f"    {name} = {one_line(label)}" for name, label in found.members)
    return "\n".join(lines)


def row_text(
    found: RowClass,
    style: RowStyle,
    imports: Imports,
    enums: Collection[str],
    reader: RowStyle | None = None,
) -> str:
    """Return the definition of a row's class.

    Args:
        found: The row.
        style: What it becomes.
        imports: Of the module.
        enums: Names of the classes that a field must not hide.
        reader: What reads its annotations, if rows hold it: pydantic looks into dataclasses.
    """
    if style is RowStyle.TYPEDDICT and not all(_is_key(f.name, enums) for f in found.fields):
        return _functional_typed_dict(found, imports)
    shadowed = {field.name for field in found.fields}
    lines: list[str] = []
    if style in _DECORATORS:
        symbol, arguments = _DECORATORS[style]
        lines.append(f"@{imports.name(symbol)}{arguments}")
    base = f"({imports.name(_BASES[style])})" if style in _BASES else ""
    lines.append(f"class {found.name}{base}:")
    lines.append(docstring(_documentation(found), layout.INDENT))
    if style is RowStyle.PYDANTIC and any(f.name.startswith("model_") for f in found.fields):
        config = imports.name(Symbol("pydantic", "ConfigDict"))
        annotation = f"{imports.name(Symbol('typing', 'ClassVar'))}[{config}]"
        value = f"{config}(protected_namespaces=())"
        lines.extend(["", f"    model_config: {annotation} = {value}"])
    if found.fields:
        lines.append("")
    for field in found.fields:
        annotation = _annotation(field.type.annotation, reader or style, imports, shadowed)
        lines.append(layout.field(field.name, annotation, nullable=field.nullable))
    return "\n".join(lines)


def _documentation(found: RowClass) -> str:
    described = [
        f"    {field.name}: {' '.join(field.comment.split())}"
        for field in found.fields
        if field.comment and field.comment.strip()
    ]
    return "\n".join([found.doc, "", "Attributes:", *described]) if described else found.doc


def _is_key(name: str, enums: Collection[str]) -> bool:
    """Tell whether a class body can declare this key of a ``TypedDict``."""
    sayable = name.isidentifier() and not keyword.iskeyword(name) and not name.startswith("__")
    return sayable and name not in enums


def _functional_typed_dict(found: RowClass, imports: Imports) -> str:
    base = imports.name(_BASES[RowStyle.TYPEDDICT])
    items: list[layout.Expression] = []
    for field in found.fields:
        annotation = _annotation(field.type.annotation, RowStyle.TYPEDDICT, imports, ())
        whole = layout.annotated(annotation, nullable=field.nullable)
        items.append(f"{one_line(field.name)}: {whole}")
    keys = layout.Items("{", tuple(items), "}")
    call = layout.Items(f"{base}(", (one_line(found.name), keys), ")")
    return layout.statement(f"{found.name} = ", call, 0)


def _annotation(
    annotation: Annotation, style: RowStyle, imports: Imports, shadowed: Collection[str]
) -> str:
    def spell(symbol: Symbol) -> str:
        if symbol == _JSON and style is RowStyle.PYDANTIC:
            symbol = _PYDANTIC_JSON
        return imports.name(symbol, shadowed)

    return annotation.text(spell)
