"""Writing the module of one query file: its SQL, its class, and the Protocol for fakes.

Depends on: analysis.model, config, sql.source, codegen.building, codegen.methods,
codegen.models.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import dataclass
from flash_core.analysis.model import Command

from . import layout, names
from .building import row_builders
from .imports import MODELS, RUNTIME, Imports, Symbol
from .literals import docstring, one_line
from .methods import MethodWriter

if TYPE_CHECKING:
    from flash_core.analysis.model import Query
    from flash_core.config import RowStyle
    from flash_core.sql.source import SourceFile

    from .methods import Flavour
    from .models import Models


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


def query_module(
    module: ModuleNames, models: Models, style: RowStyle, flavour: Flavour, header: str
) -> str:
    """Return the text of a query module, ``header`` being its docstring."""
    constants = _constant_names(module.methods)
    builders = row_builders(dict(zip(constants, module.queries, strict=True)), models, style)
    own = {"Queries", "QueriesProtocol", *constants, *(found.name for found in builders.values())}
    imports = Imports(own, {MODELS: flavour.models, RUNTIME: flavour.runtime}, models.names)
    writer = MethodWriter(models, style, flavour, imports, module.methods, builders)
    work = list(zip(module.methods, constants, module.queries, strict=True))

    sql: list[str] = []
    for _, constant, query in work:
        sql.append(writer.constant(constant, query))
        if query.name in builders:
            sql.append(builders[query.name].text(imports))
    base = imports.name(Symbol(RUNTIME, "QueriesBase"))
    protocol = imports.name(Symbol("typing", "Protocol"))
    doc = f"Queries of {module.source.path}."
    queries = [f"class Queries({base}):", docstring(doc, layout.INDENT), "", writer.slots()]
    fake = [
        f"class QueriesProtocol({protocol}):",
        docstring("The methods of ``Queries``, for fakes in tests.", layout.INDENT),
    ]
    for method, constant, query in work:
        queries.extend(["", writer.method(method, constant, query)])
        fake.extend(["", writer.declaration(method, query)])

    origins = _origins(module, constants, imports) if sql else ""
    top = f"{header}\n\n{imports.render()}"
    if sql:
        top = "\n\n".join([top, "\n".join(sql), origins])
    return "\n\n\n".join([top, "\n".join(queries), "\n".join(fake)]) + "\n"


def _origins(module: ModuleNames, constants: list[str], imports: Imports) -> str:
    """Return the statement that notes where the queries stand."""
    places: list[layout.Expression] = []
    for constant, query in zip(constants, module.queries, strict=True):
        line, _ = query.source.position(query.span.start)
        place = layout.Items("(", (one_line(query.name), str(line)))
        places.append(layout.Prefixed(f"{constant}: ", place))
    call = f"{imports.name(Symbol(RUNTIME, 'name_queries'))}("
    path = one_line(module.source.path)
    items: list[layout.Expression] = [path, layout.Items("{", tuple(places), "}")]
    changing = tuple(
        constant
        for constant, query in zip(constants, module.queries, strict=True)
        if query.changes_session and query.command is not Command.COPYFROM
    )
    if changing:
        items.append(layout.Prefixed("changes_session=", layout.Items("[", changing, "]")))
    return layout.fit(layout.Items(call, tuple(items)), 0, 0)


def _constant_names(methods: tuple[str, ...]) -> list[str]:
    # Two leading underscores would be mangled inside the class.
    taken: set[str] = set()
    found: list[str] = []
    for method in methods:
        name = names.unique(f"_{method.strip('_').upper()}", taken)
        taken.add(name)
        found.append(name)
    return found
