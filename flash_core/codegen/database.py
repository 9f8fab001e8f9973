"""Writing ``database.py`` and ``__init__.py``: the combined queries and what the package exports.

Depends on: codegen.query_module, codegen.imports, codegen.layout.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import layout
from .imports import MODELS, RUNTIME, Imports, Symbol, export_order
from .literals import docstring, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .methods import Flavour
    from .models import Models
    from .query_module import ModuleNames


def database_module(
    modules: Sequence[ModuleNames], models: Models, flavour: Flavour, header: str
) -> str:
    """Return the text of ``database.py``."""
    imports = Imports({"Queries", "new"}, {RUNTIME: flavour.runtime}, models.names)
    bases: list[str] = []
    for module in modules:
        imports.alias(Symbol(f".{module.name}", "Queries"), module.class_name)
        bases.append(module.class_name)
    if not bases:
        bases.append(imports.name(Symbol(RUNTIME, "QueriesBase")))
    connection = imports.name(Symbol(RUNTIME, "DatabaseConnection"))
    connectable = imports.name(Symbol(RUNTIME, "Connectable"))
    wrap = imports.name(Symbol(RUNTIME, "wrap"))
    queries = [
        layout.block("class Queries(", bases, "):"),
        docstring("Every query of the project.", layout.INDENT),
        "",
        "    __slots__: tuple[()] = ()",
    ]
    del connection
    new = [
        f"def new(db: {connectable}) -> Queries:",
        docstring(
            "Return the queries over a database, pool or connection.\n\n"
            "The caller keeps ``db`` and closes it.",
            layout.INDENT,
        ),
        f"    return Queries({wrap}(db))",
    ]
    top = f"{header}\n\n{imports.render()}\n\n{exports(['DatabaseConnection', 'Queries', 'new'])}"
    return "\n\n\n".join([top, "\n".join(queries), "\n".join(new)]) + "\n"


def init_module(
    modules: Sequence[ModuleNames], models: Models, flavour: Flavour, header: str
) -> str:
    """Return the text of ``__init__.py``."""
    imports = Imports((), {MODELS: flavour.models})
    exported = ["DatabaseConnection", "Queries", "new"]
    for name in exported:
        imports.name(Symbol(".database", name))
    exported.extend(imports.name(Symbol(MODELS, name)) for name in sorted(models.names))
    for module in modules:
        for name in ("Queries", "QueriesProtocol"):
            local = f"{module.class_name}{name.removeprefix('Queries')}"
            imports.alias(Symbol(f".{module.name}", name), local)
            exported.append(local)
    return f"{header}\n\n{imports.render()}\n\n{exports(exported)}\n"


def exports(exported: Iterable[str]) -> str:
    """Return the assignment of ``__all__``, sorted as ruff sorts it."""
    quoted = [one_line(name) for name in sorted(exported, key=export_order)]
    return layout.block("__all__ = [", quoted, "]")
