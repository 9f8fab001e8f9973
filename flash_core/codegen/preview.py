"""What would be generated for one query, whatever is wrong with others.

Depends on: analysis.model, catalog.model, config, codegen.*.
"""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from flash_core._dataclass import dataclass

from .given import Calls
from .imports import MODELS, RUNTIME, Imports
from .layout import annotated
from .methods import Flavour, MethodWriter
from .package import QueryModule, name_modules, refusals, reserved_names
from .planning import plan_models
from .rows import row_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.analysis.model import Column, Query
    from flash_core.catalog.model import Catalog
    from flash_core.config import Config
    from flash_core.sql.source import Diagnostic

    from .imports import Symbol
    from .models import Models


@dataclass(frozen=True, slots=True)
class Preview:
    """A query in Python.

    Attributes:
        parameters: Type of each parameter.
        columns: Type of each column, ``| None`` included.
        method: Its signature; empty when it cannot be generated.
        row: Definition of the class of its rows, and of those inside it; empty for bare values.
        refused: Why it cannot be generated.
    """

    parameters: tuple[str, ...]
    columns: tuple[str, ...]
    method: str
    row: str
    refused: tuple[Diagnostic, ...]


def preview(
    catalog: Catalog, modules: Sequence[QueryModule], config: Config, query: Query
) -> Preview:
    """Return what ``flash gen`` makes of a query.

    Args:
        catalog: The schema.
        modules: Every query file, with the queries that could be analysed.
        config: What the package should be.
        query: One of those queries.
    """
    style = config.python.rows
    named, _ = name_modules(modules, config)
    queries = [each for module in named for each in module.queries]
    models, _ = plan_models(catalog, queries, style, reserved_names(named))
    refused = tuple(refusals(query))
    flavour = Flavour("flash_core", ".models", asynchronous=config.python.async_)
    imports = Imports((), flavour.places, models.names)
    writer = MethodWriter(Calls(models), style, flavour, imports, ())
    arguments = [writer.declared(argument) for argument in writer.calls.arguments(query)]
    parameters = tuple(annotated(a.annotation, nullable=a.nullable) for a in arguments)
    columns = tuple(
        annotated(_python(each, models), nullable=each.nullable) for each in query.columns
    )
    if refused:
        return Preview(parameters, columns, "", "", refused)
    method = next(
        name
        for module in named
        for each, name in zip(module.queries, module.methods, strict=True)
        if each is query
    )
    declared = textwrap.dedent(writer.declaration(method, query)).removesuffix(": ...")
    return Preview(parameters, columns, declared, _classes(query, models, config), ())


def _classes(query: Query, models: Models, config: Config) -> str:
    result = models.results.get(query.name)
    if result is None:
        return ""
    imports = Imports(models.names, {MODELS: "", RUNTIME: "flash_core"}, models.names)
    enums = {found.name for found in models.enums}
    inside = [field.row for field in result.fields if field.row is not None]
    classes = [*dict.fromkeys(inside), result]
    style = config.python.rows
    return "\n\n\n".join(row_text(each, style, imports, enums) for each in classes)


def _python(column: Column, models: Models) -> str:
    def spell(symbol: Symbol) -> str:
        return symbol.name or symbol.module

    return models.types.of_column(column).annotation.text(spell)
