"""What analysis found out about one query file, as JSON and back.

``flash gen`` keeps these records beside its cache, so that after one query file has
changed only that file is analysed again.  A record holds what code is generated
from; the explanations for people (``why``) are left out.

Depends on: analysis.model, digests, sql.queries, sql.source, types.model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypedDict, cast

from .analysis.model import Column, Command, Embed, Parameter, Query, TableColumn
from .digests import digest_of
from .sql.queries import QueryBlock
from .sql.source import Diagnostic, Severity, Span
from .types.model import SqlType, TypeKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .sql.source import SourceFile

    Answer: TypeAlias = tuple[QueryBlock, Query, tuple[Diagnostic, ...]]
    """One query of a file: where it stands, what it is, and the warnings about it."""

    Json: TypeAlias = str | int | bool | list["Json"] | dict[str, "Json"] | None


def dump(source: SourceFile, answers: Sequence[Answer]) -> Json:
    """Return the record of a file.

    Args:
        source: The file.
        answers: All of its queries; none has an error.
    """
    types: dict[SqlType, int] = {}
    queries = [_dump_query(answer, types) for answer in answers]
    return {"text": _digest(source), "types": _dump_types(types), "queries": queries}


def load(source: SourceFile, record: object) -> list[Answer] | None:
    """Return a file's queries from its record.

    Args:
        source: The file as it is now.
        record: What :func:`dump` made of it once.

    Returns:
        Its queries, or ``None`` when the record is of another text or cannot be read.
    """
    try:
        fields = cast("_FileRecord", record)
        if fields["text"] != _digest(source):
            return None
        types = _load_types(fields["types"])
        return [_load_query(source, each, types) for each in fields["queries"]]
    except (KeyError, TypeError, ValueError, IndexError):
        return None


def _digest(source: SourceFile) -> str:
    return digest_of(source.text.encode())


def _dump_types(types: dict[SqlType, int]) -> Json:
    return [
        [
            each.name,
            each.kind.value,
            each.schema,
            -1 if each.element is None else types[each.element],
        ]
        for each in types
    ]


def _load_types(rows: Sequence[tuple[str, str, str, int]]) -> list[SqlType]:
    found: list[SqlType] = []
    for name, kind, schema, element in rows:
        found.append(SqlType(name, TypeKind(kind), schema, None if element < 0 else found[element]))
    return found


def _number(type_: SqlType, types: dict[SqlType, int]) -> int:
    """Return a type's place in the table of types; an element's is before its array's."""
    number = types.get(type_)
    if number is None:
        if type_.element is not None:
            _number(type_.element, types)
        number = types[type_] = len(types)
    return number


def _dump_query(answer: Answer, types: dict[SqlType, int]) -> Json:
    block, query, diagnostics = answer
    return [
        [block.name, block.command.value, block.doc],
        [*_ends(block.name_span), *_ends(block.command_span), *_ends(block.body)],
        [
            query.sql,
            query.exactly_one,
            None if query.model is None else list(query.model),
            list(query.order),
            query.reads,
            query.changes_session,
        ],
        [
            [
                p.number,
                p.name,
                _number(p.type, types),
                p.nullable,
                p.optional,
                p.slice,
                _from(p.origin),
                p.dimensions,
            ]
            for p in query.parameters
        ],
        [
            [
                c.name,
                _number(c.type, types),
                c.nullable,
                _from(c.origin),
                _embedding(c.embed),
                c.loose,
                c.null_elements,
                c.dimensions,
            ]
            for c in query.columns
        ],
        [[d.message, *_ends(d.span), d.hint, d.sqlstate, d.severity.value] for d in diagnostics],
    ]


def _load_query(source: SourceFile, record: object, types: Sequence[SqlType]) -> Answer:
    names, spans, said, parameters, columns, warnings = cast("_QueryRecord", record)
    name, command, doc = names
    sql, exactly_one, model, order, reads, changes_session = said
    query = Query(
        name,
        Command(command),
        sql,
        tuple(
            Parameter(number, own, types[place], nullable, optional, sliced, _to(origin), deep)
            for number, own, place, nullable, optional, sliced, origin, deep in parameters
        ),
        tuple(
            Column(own, types[place], nullable, _to(origin), _embed(embed), loose, nulls, deep)
            for own, place, nullable, origin, embed, loose, nulls, deep in columns
        ),
        doc,
        None if model is None else (model[0], model[1]),
        exactly_one,
        source,
        Span(*spans[:2]),
        tuple(order),
        reads,
        changes_session=changes_session,
    )
    block = QueryBlock(
        name, Command(command), doc, Span(*spans[:2]), Span(*spans[2:4]), Span(*spans[4:])
    )
    diagnostics = (
        Diagnostic(message, source, Span(start, end), hint, state, Severity(severity))
        for message, start, end, hint, state, severity in warnings
    )
    return block, query, tuple(diagnostics)


if TYPE_CHECKING:

    class _FileRecord(TypedDict):
        text: str
        types: Sequence[tuple[str, str, str, int]]
        queries: Sequence[object]

    _Origin: TypeAlias = tuple[str, str, str] | None
    _Embed: TypeAlias = tuple[str, int, tuple[str, str] | None, bool, bool] | None
    _QueryRecord: TypeAlias = tuple[
        tuple[str, str, str],
        Sequence[int],
        tuple[str, bool, tuple[str, str] | None, Sequence[int], bool, bool],
        Sequence[tuple[int, str, int, bool, bool, bool, _Origin, int]],
        Sequence[tuple[str, int, bool, _Origin, _Embed, bool, bool, int | None]],
        Sequence[tuple[str, int, int, str | None, str | None, str]],
    ]


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _from(origin: TableColumn | None) -> Json:
    return None if origin is None else [origin.schema, origin.table, origin.column]


def _to(origin: _Origin) -> TableColumn | None:
    return None if origin is None else TableColumn(*origin)


def _embedding(embed: Embed | None) -> Json:
    if embed is None:
        return None
    table: Json = None if embed.table is None else list(embed.table)
    return [embed.name, embed.place, table, embed.optional, embed.nullable]


def _embed(record: _Embed) -> Embed | None:
    if record is None:
        return None
    name, place, table, optional, nullable = record
    return Embed(name, place, None if table is None else (table[0], table[1]), optional, nullable)
