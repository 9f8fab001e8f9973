"""From analysed queries to the text of every file of the generated package.

The same input gives the same bytes.  Every name is decided here before any text
is written, so that all that cannot be generated is reported in one run.

Depends on: analysis.model, catalog.model, config, sql.source, codegen.*.
"""

from __future__ import annotations

from collections import Counter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass
from flash_core.analysis.model import Command
from flash_core.errors import CompileError
from flash_core.sql.source import Diagnostic, Span

from . import names
from .database import database_module, init_module
from .given import Calls
from .header import header
from .methods import Flavour
from .planning import plan_models, plan_types, unmapped_types
from .query_module import ModuleNames, query_modules
from .rows import models_module

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flash_core.analysis.model import Query
    from flash_core.catalog.model import Catalog
    from flash_core.config import Config
    from flash_core.sql.source import SourceFile

    from .models import Models

_MODULES: Final = frozenset({"models", "database", "sync", "new", "init", "main"})
_METHODS: Final = frozenset(
    {
        *("db", "execute", "fetch", "fetchrow", "fetchval"),
        *("on_commit", "rollback", "transaction"),
    }
)
_ROWS: Final = frozenset(
    {Command.ONE, Command.MANY, Command.ITER, Command.BATCHONE, Command.BATCHMANY}
)
_SINGLE: Final = {
    Command.BATCHEXEC: Command.EXEC,
    Command.BATCHONE: Command.ONE,
    Command.BATCHMANY: Command.MANY,
    Command.COPYFROM: Command.EXEC,
}
_ASYNC: Final = Flavour("flash_core", ".models", asynchronous=True)
_SYNC: Final = Flavour("flash_sync", ".models", asynchronous=False)
_TWIN: Final = Flavour("flash_sync", "..models", asynchronous=False)


@dataclass(frozen=True, slots=True)
class QueryModule:
    """The analysed queries of one file, in its order."""

    source: SourceFile
    queries: tuple[Query, ...]


def generate(catalog: Catalog, modules: Sequence[QueryModule], config: Config) -> dict[str, str]:
    """Return the generated package.

    Args:
        catalog: The schema.
        modules: Every query file.
        config: Where queries are, and what the package should be.

    Returns:
        Text of every file by its path inside the package.

    Raises:
        CompileError: Something cannot be generated; it carries everything that cannot.
    """
    named, diagnostics = name_modules(modules, config)
    queries = [query for module in named for query in module.queries]
    diagnostics += [found for query in queries for found in refusals(query)]
    diagnostics += _name_clashes(named)
    reserved = reserved_names(named)
    models, unnamed = plan_models(catalog, queries, config.python.rows, reserved)
    if diagnostics := [*diagnostics, *unnamed]:
        diagnostics.sort(key=lambda found: (found.source.path, found.span.start))
        raise CompileError(diagnostics)
    return _files(named, models, config)


def warnings(catalog: Catalog, modules: Sequence[QueryModule], config: Config) -> list[Diagnostic]:
    """Return what a user should know about a package that can be generated."""
    queries = [query for module in modules for query in module.queries]
    return unmapped_types(queries, plan_types(catalog, config.python.rows))


def _files(modules: Sequence[ModuleNames], models: Models, config: Config) -> dict[str, str]:
    python = config.python
    flavours = [("", _ASYNC if python.async_ else _SYNC)]
    if python.async_ and python.sync:
        flavours.append(("sync/", _TWIN))
    files = {"py.typed": ""}
    top = header("Tables, enums and rows of the project's database.")
    files["models.py"] = models_module(models, python.rows, flavours[0][1].runtime, top)
    calls, both = Calls(models), [flavour for _, flavour in flavours]
    for module in modules:
        top = header(f"Queries of {module.source.path}.")
        texts = query_modules(module, calls, python.rows, both, top)
        for (folder, _), text in zip(flavours, texts, strict=True):
            files[f"{folder}{module.name}.py"] = text
    for folder, flavour in flavours:
        top = header("All queries of the project over one connection.")
        files[f"{folder}database.py"] = database_module(modules, models, flavour, top)
        top = header("Typed queries of the project.")
        files[f"{folder}__init__.py"] = init_module(modules, models, flavour, top)
    return dict(sorted(files.items()))


def name_modules(
    modules: Sequence[QueryModule], config: Config
) -> tuple[list[ModuleNames], list[Diagnostic]]:
    """Give every query file and query its names; report the files whose names clash."""
    ordered = sorted(modules, key=lambda module: module.source.path)
    stems = [_stem(module.source.path, config.queries) for module in ordered]
    classes = _class_names(stems)
    named: list[ModuleNames] = []
    diagnostics: list[Diagnostic] = []
    owners: dict[str, SourceFile] = {}
    for module, stem, class_name in zip(ordered, stems, classes, strict=True):
        name = _module_name(stem)
        other = owners.setdefault(name, module.source)
        if other is not module.source:
            message = f"{module.source.path} and {other.path} would both become {name}.py"
            span = module.queries[0].span if module.queries else Span(0, 0)
            diagnostics.append(Diagnostic(message, module.source, span, "rename one of the files"))
        methods = tuple(_method_name(query.name) for query in module.queries)
        named.append(ModuleNames(name, class_name, module.source, module.queries, methods))
    return named, diagnostics


def _stem(path: str, root: str) -> tuple[str, ...]:
    """Return the parts of a query file's path inside the folder of queries."""
    parts = PurePosixPath(path).with_suffix("").parts
    base = PurePosixPath(root.replace("\\", "/")).parts
    inside = parts[len(base) :] if parts[: len(base)] == base else parts[-1:]
    return inside or parts[-1:]


def _module_name(stem: tuple[str, ...]) -> str:
    name = names.identifier("_".join(stem), fallback="queries").lower()
    reserved = name in _MODULES or name.strip("_") in ("init", "main")
    return f"{name.strip('_')}_queries" if reserved else name


def _class_names(stems: Sequence[tuple[str, ...]]) -> list[str]:
    """Return the exported class of each file: ``users`` → ``UserQueries``."""
    texts = ["_".join(stem) for stem in stems]
    bases = [text.removesuffix("_queries").removesuffix("-queries") or text for text in texts]
    wanted = [names.singular_class(base) for base in bases]
    many = Counter(wanted)
    taken: set[str] = set()
    found: list[str] = []
    for base, name in zip(bases, wanted, strict=True):
        plain = names.table_class(base)
        stem = plain if many[name] > 1 else name
        unique = f"{stem.rstrip('_')}Queries"
        number = 2
        while unique in taken:
            unique = f"{stem.rstrip('_')}Queries{number}"
            number += 1
        taken.add(unique)
        found.append(unique)
    return found


def _method_name(query: str) -> str:
    name = names.method_name(query)
    return f"{name}_" if name in _METHODS else name


def reserved_names(modules: Sequence[ModuleNames]) -> set[str]:
    """Return the class names that the package uses itself."""
    own = {"Queries", "QueriesProtocol", "DatabaseConnection"}
    own.update(module.class_name for module in modules)
    own.update(f"{module.class_name}Protocol" for module in modules)
    return own


def refusals(query: Query) -> Iterator[Diagnostic]:
    """Report why no method can be written for a query."""
    if query.command.takes_many and not query.parameters:
        message = f"query {query.name} is :{query.command} but has no parameters"
        hint = f"use :{_SINGLE[query.command]}"
        yield Diagnostic(message, query.source, query.span, hint)
    elif query.command.takes_many and any(found.slice for found in query.parameters):
        name = next(found.name for found in query.parameters if found.slice)
        message = f"flash.slice({name}) cannot stand in :{query.command} of query {query.name}"
        hint = f"use :{_SINGLE[query.command]}, and call it for each list"
        yield Diagnostic(message, query.source, query.span, hint)
    elif query.command in _ROWS and not query.columns:
        message = f"query {query.name} returns no rows"
        yield Diagnostic(message, query.source, query.span, "use :exec, or add RETURNING")


def _name_clashes(modules: Sequence[ModuleNames]) -> Iterator[Diagnostic]:
    owners: dict[str, Query] = {}
    for module in modules:
        for query, method in zip(module.queries, module.methods, strict=True):
            other = owners.setdefault(method, query)
            if other is not query:
                line, _ = other.source.position(other.span.start)
                where = f"{other.name} in {other.source.path}:{line}"
                message = f"query {query.name} would be the method {method}, as {where} is"
                yield Diagnostic(message, query.source, query.span, "rename one of the queries")
