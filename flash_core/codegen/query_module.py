"""Writing the module of one query file: its SQL, its class, and the Protocol for fakes.

Depends on: analysis.model, config, sql.source, codegen.building, codegen.constants,
codegen.given, codegen.methods.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import dataclass

from . import layout, names
from .building import row_builders
from .constants import constant, origins
from .imports import RUNTIME, Imports, Symbol
from .literals import docstring
from .methods import MethodWriter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from flash_core.analysis.model import Query
    from flash_core.config import RowStyle
    from flash_core.sql.source import SourceFile

    from .given import Calls
    from .methods import Flavour


@dataclass(frozen=True, slots=True)
class ModuleNames:
    """One query file with the names that its parts get in Python.

    Attributes:
        name: Of the module.
        class_name: What the package exports its ``Queries`` as.
        source: The file.
        queries: Its queries in order.
        methods: One method name per query.
    """

    name: str
    class_name: str
    source: SourceFile
    queries: tuple[Query, ...]
    methods: tuple[str, ...]


def query_modules(
    module: ModuleNames, calls: Calls, style: RowStyle, flavours: Sequence[Flavour], header: str
) -> list[str]:
    """Return the text of a query module in each flavour, ``header`` being its docstring."""
    constants = _constant_names(module.methods)
    queries = dict(zip(constants, module.queries, strict=True))
    builders = row_builders(queries, calls.models, style)
    own = {"Queries", "QueriesProtocol", *constants, *(found.name for found in builders.values())}
    imports = Imports(own, flavours[0].places, calls.models.names)
    sql: list[str] = []
    for name, query in queries.items():
        sql.append(constant(name, query, calls, imports))
        if query.name in builders:
            sql.append(builders[query.name].text(imports))
    above = ["\n".join(sql), origins(module.source, queries, imports)] if sql else []

    found: list[str] = []
    for flavour in flavours:
        names_here = imports.elsewhere(flavour.places)
        writer = MethodWriter(calls, style, flavour, names_here, module.methods, builders)
        classes = _classes(module, queries, writer)
        top = "\n\n".join([header, names_here.render(), *above])
        found.append("\n\n\n".join([top, *classes]) + "\n")
    return found


def _classes(module: ModuleNames, queries: Mapping[str, Query], writer: MethodWriter) -> list[str]:
    """Return the class of the queries, and the Protocol for fakes."""
    base = writer.imports.name(Symbol(RUNTIME, "QueriesBase"))
    protocol = writer.imports.name(Symbol("typing", "Protocol"))
    doc = f"Queries of {module.source.path}."
    own = [f"class Queries({base}):", docstring(doc, layout.INDENT), "", writer.slots()]
    fake = [
        f"class QueriesProtocol({protocol}):",
        docstring("The methods of ``Queries``, for fakes in tests.", layout.INDENT),
    ]
    for method, (name, query) in zip(module.methods, queries.items(), strict=True):
        own.extend(["", writer.method(method, name, query)])
        fake.extend(["", writer.declaration(method, query)])
    return ["\n".join(own), "\n".join(fake)]


def _constant_names(methods: tuple[str, ...]) -> list[str]:
    # Two leading underscores would be mangled inside the class.
    taken: set[str] = set()
    found: list[str] = []
    for method in methods:
        name = names.unique(f"_{method.strip('_').upper()}", taken)
        taken.add(name)
        found.append(name)
    return found
