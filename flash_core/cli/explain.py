"""``flash explain NAME``: everything that is known of one query, and why.

Depends on: click, analysis.wire, codegen.preview, project, cli.settings.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from flash_core.analysis.wire import column_type, parameter_type
from flash_core.codegen.names import method_name
from flash_core.codegen.package import QueryModule
from flash_core.codegen.preview import preview
from flash_core.errors import CompileError, FlashError
from flash_core.project import open_project
from flash_core.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.analysis.model import Column, Parameter, Query
    from flash_core.catalog.model import Catalog
    from flash_core.codegen.preview import Preview
    from flash_core.project import Compilation, CompiledQuery

    from .settings import Settings


@click.command("explain", short_help="Show what Flash knows of a query, and why.")
@click.argument("name", metavar="[FILE:]NAME")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.pass_obj
def command(settings: Settings, name: str, *, as_json: bool) -> None:
    """Show a query's parameters, columns and rows with their types, and the reason for each.

    NAME is the query's name as it is written, or the name of its method. Other
    queries may have errors.
    """
    config = settings.load()
    compilation = open_project(config).compile()
    found = find(compilation, name)
    if found.query is None:
        raise CompileError(found.diagnostics)
    made = preview(compilation.catalog, _modules(compilation, found), config, found.query)
    if as_json:
        click.echo(json.dumps(_document(found, found.query, compilation.catalog, made), indent=2))
        return
    for diagnostic in (*found.diagnostics, *made.refused):
        click.echo(f"{diagnostic.render()}\n", err=True)
    _print(found, found.query, compilation.catalog, made)


def find(compilation: Compilation, name: str) -> CompiledQuery:
    """Return the query of that name.

    Args:
        compilation: The project.
        name: As written, or as the method is called; perhaps behind its file's path.

    Raises:
        FlashError: There is none, or more than one; names what could be meant.
    """
    path, _, wanted = name.rpartition(":")
    queries = [each for each in compilation.queries if each.source.path.endswith(path)]
    found = [each for each in queries if each.block.name == wanted]
    found = found or [each for each in queries if _loose(each.block.name) == _loose(wanted)]
    if len(found) == 1:
        return found[0]
    if found:
        places = "\n".join(f"  {each.source.path}:{each.block.name}" for each in found)
        message = f"{len(found)} queries could be meant by {name}; write one of\n{places}"
        raise FlashError(message)
    known = {_loose(each.block.name): each.block.name for each in compilation.queries}
    close = closest(_loose(wanted), known, 3)
    hint = f": did you mean {', '.join(known[each] for each in close)}?" if close else ""
    message = f"there is no query {name}{hint}"
    raise FlashError(message)


def _loose(name: str) -> str:
    return method_name(name).replace("_", "").lower()


def _modules(compilation: Compilation, found: CompiledQuery) -> list[QueryModule]:
    """Return the sound queries by file, with ours among them even if another has its name."""
    return [
        QueryModule(
            module.source,
            tuple(
                each.query
                for each in compilation.queries
                if each.source is module.source
                and each.query is not None
                and (each is found or (each.sound and each.block.name != found.block.name))
            ),
        )
        for module in compilation.modules
    ]


# -- for people ---------------------------------------------------------------


def _print(found: CompiledQuery, query: Query, catalog: Catalog, made: Preview) -> None:
    line, column = found.source.position(found.block.name_span.start)
    click.echo(f"{query.name} :{query.command}  {found.source.path}:{line}:{column}")
    if query.doc:
        click.echo(_indented(query.doc))
    click.echo()
    _code(query.sql, "sql")
    if query.parameters:
        _section(
            "Parameters",
            [
                (f"${each.number} {each.name}", parameter_type(each.type, catalog), python)
                for each, python in zip(query.parameters, made.parameters, strict=True)
            ],
            [_accepts(each) for each in query.parameters],
        )
    if query.columns:
        _section(
            "Columns",
            [
                (_named(each), column_type(each.type, catalog), python)
                for each, python in zip(query.columns, made.columns, strict=True)
            ],
            [_gives(each) for each in query.columns],
        )
    if query.columns and query.why_rows:
        click.echo(f"\nRows\n{_indented(query.why_rows)}")
    if made.method:
        click.echo("\nPython")
        _code(f"{made.method}\n" + (f"\n{made.row}" if made.row else ""), "python")


def _named(column: Column) -> str:
    return column.name if column.embed is None else f"{column.embed.name}: {column.name}"


def _accepts(parameter: Parameter) -> str:
    word = "may be None" if parameter.nullable else "never None"
    if parameter.optional:
        word = "may be left out"
    return f"{word}: {parameter.why}" if parameter.why else word


def _gives(column: Column) -> str:
    word = "may be NULL" if column.nullable else "never NULL"
    said = f"{word}: {column.why}" if column.why else word
    origin = _origin(column)
    return f"{said} (from {origin})" if origin and origin not in column.why else said


def _origin(column: Column) -> str:
    origin = column.origin
    if origin is None:
        return ""
    return ".".join(part for part in (origin.schema, origin.table, origin.column) if part)


def _section(title: str, cells: Sequence[tuple[str, str, str]], reasons: Sequence[str]) -> None:
    click.echo(f"\n{title}")
    widths = [max(len(row[place]) for row in cells) for place in range(3)]
    for row, reason in zip(cells, reasons, strict=True):
        aligned = "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True))
        click.echo(f"  {aligned}  {click.style(reason, dim=True)}")


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" if line else "" for line in text.rstrip("\n").split("\n"))


def _code(text: str, language: str) -> None:
    if not sys.stdout.isatty():
        click.echo(_indented(text))
        return
    from rich.console import Console  # noqa: PLC0415 - only for people
    from rich.padding import Padding  # noqa: PLC0415 - only for people
    from rich.syntax import Syntax  # noqa: PLC0415 - only for people

    # The terminal's own colours, which its owner can read.
    code = Syntax(text.rstrip("\n"), language, theme="ansi_dark", word_wrap=True)
    Console().print(Padding(code, (0, 2)))


# -- for programs -------------------------------------------------------------


def _document(
    found: CompiledQuery, query: Query, catalog: Catalog, made: Preview
) -> dict[str, object]:
    line, column = found.source.position(found.block.name_span.start)
    return {
        "name": query.name,
        "command": str(query.command),
        "file": found.source.path,
        "line": line,
        "column": column,
        "sql": query.sql,
        "parameters": [
            {
                "number": each.number,
                "name": each.name,
                "type": parameter_type(each.type, catalog),
                "python": python,
                "nullable": each.nullable,
                "optional": each.optional,
                "why": each.why,
            }
            for each, python in zip(query.parameters, made.parameters, strict=True)
        ],
        "columns": [
            {
                "name": each.name,
                "type": column_type(each.type, catalog),
                "python": python,
                "nullable": each.nullable,
                "why": each.why,
                "origin": _origin(each) or None,
                "embed": each.embed and each.embed.name,
            }
            for each, python in zip(query.columns, made.columns, strict=True)
        ],
        "exactly_one": query.exactly_one,
        "rows": query.why_rows,
        "method": made.method,
        "row": made.row,
    }
