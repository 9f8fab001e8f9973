"""Names along PostgreSQL's search path, written out with the schema that each is found in.

A statement that is kept as text is read again where no search path is set.  Relations, types and
functions are found by the grammar; other names by the words before them, as the grammar does not
say where they stand.

Depends on: sql.postgres_places, draft, expression_names, identifiers, objects, other_relations.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from .expression_names import edited
from .identifiers import quote_path
from .objects import created, unquoted
from .other_relations import sequence_schema

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from .draft import Draft
    from .expression_names import Edit

_NAME: Final = r'("(?:[^"]|"")+"|[^\W\d][\w$]*)(?![\w$]|\s*\.)'
_ROUTINE: Final = r"(?:FUNCTION|PROCEDURE|ROUTINE|AGGREGATE)"
_SEVERAL: Final = re.compile(
    rf"(?is)\A(?:(?:COMMENT\s+ON|(?:GRANT|REVOKE)\b.*?\bON)\s+({_ROUTINE}|SEQUENCE)"
    r"|(?:GRANT|REVOKE)\b.*?\bON\s+(TYPE|DOMAIN))\s+"
)
_NEXT: Final = re.compile(rf"(?is)\s*{_NAME}")
_ROUTINES: Final = (
    re.compile(rf"(?is)\bEXECUTE\s+(?:FUNCTION|PROCEDURE)\s+{_NAME}(?=\s*\()"),
    re.compile(rf"(?is)\bWITH\s+FUNCTION\s+{_NAME}(?=\s*\()"),
    re.compile(rf"(?is)\bFUNCTION\s+\d+\s+(?:\([^()]*\)\s*)?{_NAME}(?=\s*\()"),
    re.compile(rf"(?is)[(,]\s*(?:\w*FUNC\w*|PROCEDURE|RESTRICT|JOIN)\s*=\s*{_NAME}"),
)
_PART_OF: Final = re.compile(
    rf"(?is)\ACOMMENT\s+ON\s+(?:CONSTRAINT|TRIGGER|POLICY|RULE)\s+{_NAME}\s+ON\s+(DOMAIN\s+)?{_NAME}"
)
_MADE: Final = re.compile(
    r"(?is)\A(?:COMMENT\s+ON|ALTER)\s+(STATISTICS|COLLATION|SEQUENCE|CONVERSION|TEXT\s+SEARCH\s+\w+"
    rf"|OPERATOR\s+CLASS|OPERATOR\s+FAMILY)\s+(?:IF\s+EXISTS\s+)?{_NAME}"
)
_COPIED: Final = re.compile(
    rf"(?is)\ACREATE\s+TEXT\s+SEARCH\s+CONFIGURATION\b[^(]*\(\s*COPY\s*=\s*{_NAME}"
)
_MAPPED: Final = re.compile(
    r"(?is)\AALTER\s+TEXT\s+SEARCH\s+CONFIGURATION\b.*?\b(?:MAPPING\b.*?\bWITH|REPLACE)\b"
)
_OWNED: Final = re.compile(
    rf"(?is)\bOWNED\s+BY\s+(?=(?:\w+|\"[^\"]+\")\s*\.\s*{_NAME})(\w+|\"[^\"]+\")"
)
_OPERATOR: Final = re.compile(
    r"(?is)\A(CREATE|COMMENT\s+ON|ALTER)\s+OPERATOR\s+([-+*/<>=~!@#%^&|`?]+)(?=\s*\()"
)
# What a body says is looked up when it runs.
_BODY: Final = re.compile(r"(?is)\ACREATE\s+(?:OR\s+REPLACE\s+)?(?:FUNCTION|PROCEDURE)\b")
_LITERAL: Final = r"'((?:[^']|'')+)'"
_REGCLASS: Final = re.compile(
    rf"(?is)\b(?:nextval|currval|setval)\s*\(\s*{_LITERAL}|{_LITERAL}\s*::\s*regclass\b"
)


def placed(draft: Draft, text: str, own: Collection[str] = ()) -> str:
    """Return a statement with the schemas that the search path gives to the names in it.

    Args:
        draft: What there is, and where it is looked for.
        text: The statement.
        own: The names of its WITH queries, which hide tables and views.
    """
    found = [*_by_grammar(draft, text, own), *_by_words(draft, text)]
    if _BODY.match(text) is None:
        found += _literals(draft, text)
    return edited(text, sorted(found))


def _by_grammar(draft: Draft, text: str, own: Collection[str]) -> Iterator[Edit]:
    from flash_core.sql.postgres_places import places  # noqa: PLC0415 - few statements are kept

    for place in places(text):
        if place.kind == "ColumnRef" or len(place.path) != 1:
            continue
        key = draft.id_of(place.path)
        if place.kind == "FuncCall":
            yield from _placed(draft, _of_routine(draft, place.path[0]), place.start)
        elif place.kind == "RangeVar":
            if place.path[0] not in own and draft.relation(key) is not None:
                yield from _placed(draft, key[0], place.start)
        elif draft.relation(key) is not None or _is_type(draft, key):
            yield from _placed(draft, key[0], place.start)


def _is_type(draft: Draft, key: tuple[str, str]) -> bool:
    return draft.type(key) is not None or key in draft.ranges or key in draft.base_types


def _by_words(draft: Draft, text: str) -> Iterator[Edit]:
    several = _SEVERAL.match(text)
    if several is not None:
        yield from _listed(draft, text, several)
    for pattern in _ROUTINES:
        for found in pattern.finditer(text):
            yield from _placed(draft, _of_routine(draft, unquoted(found[1])), found.start(1))
    if (part := _PART_OF.match(text)) is not None:
        key = draft.id_of((unquoted(part[3]),))
        there = draft.type(key) if part[2] else draft.relation(key)
        yield from _placed(draft, key[0] if there is not None else None, part.start(3))
    if (made := _MADE.match(text)) is not None:
        kind = " ".join(made[1].upper().split())
        yield from _placed(draft, _of_made(draft, kind, made[2]), made.start(2))
    yield from _in_text_search(draft, text)
    if (owned := _OWNED.search(text)) is not None:
        key = draft.id_of((unquoted(owned[2]),))
        yield from _placed(draft, key[0] if key in draft.tables else None, owned.start(2))
    if (operator := _OPERATOR.match(text)) is not None:
        yield from _placed(draft, _of_operator(draft, operator), operator.start(2))


def _in_text_search(draft: Draft, text: str) -> Iterator[Edit]:
    """Yield the places of the configuration and the dictionaries that another one is made of."""
    if (copied := _COPIED.search(text)) is not None:
        schema = _of_made(draft, "TEXT SEARCH CONFIGURATION", copied[1])
        yield from _placed(draft, schema, copied.start(1))
    if (mapped := _MAPPED.match(text)) is not None:
        for name in re.finditer(rf'(?<![\w".]){_NAME}', text[mapped.end() :]):
            schema = _of_made(draft, "TEXT SEARCH DICTIONARY", name[1])
            yield from _placed(draft, schema, mapped.end() + name.start(1))


def _listed(draft: Draft, text: str, head: re.Match[str]) -> Iterator[Edit]:
    """Yield the places of GRANT … ON FUNCTION a(integer), b(text)."""
    at = head.end()
    while (found := _NEXT.match(text, at)) is not None:
        name = unquoted(found[1])
        yield from _placed(draft, _of_several(draft, name, head), found.start(1))
        depth, at = 0, found.end()
        while at < len(text) and (depth or text[at] != ","):
            depth += {"(": 1, ")": -1}.get(text[at], 0)
            at += 1
        at += 1


def _of_several(draft: Draft, name: str, head: re.Match[str]) -> str | None:
    """Return where something is of the kind that GRANT or COMMENT says."""
    if head[2] is not None:
        key = draft.id_of((name,))
        return key[0] if _is_type(draft, key) else None
    if head[1].upper() == "SEQUENCE":
        return sequence_schema(draft, (name,))
    return _of_routine(draft, name)


def _literals(draft: Draft, text: str) -> Iterator[Edit]:
    """Yield the places of names in texts, as in nextval('numbers')."""
    for found in _REGCLASS.finditer(text):
        group = 1 if found[1] is not None else 2
        if re.fullmatch(_NAME, found[group]) is None:
            continue
        name = unquoted(found[group])
        key = draft.id_of((name,))
        schema = key[0] if draft.relation(key) is not None else sequence_schema(draft, (name,))
        yield from _placed(draft, schema, found.start(group))


def _placed(draft: Draft, schema: str | None, start: int) -> Iterator[Edit]:
    """Yield what puts a schema before the name that begins at a place."""
    if schema:
        yield start, start, quote_path("", draft.schemas.get(schema, schema), draft.engine) + "."


def _of_routine(draft: Draft, name: str) -> str | None:
    from flash_core.types.postgres_data import built_in  # noqa: PLC0415 - PostgreSQL's alone

    if name in built_in().function_names:
        return None  # only the arguments tell which is meant
    there = {schema for schema, other, _ in draft.routines if other == name}
    return next((schema for schema in draft.path if schema in there), None)


def _of_made(draft: Draft, kind: str, written: str) -> str | None:
    name = unquoted(written)
    if kind == "SEQUENCE":
        return sequence_schema(draft, (name,))
    made = {found[:2] for found in (created(item.text) for item in draft.others) if found}
    return next((s for s in draft.path if (kind, f"{s}.{name}" if s else name) in made), None)


def _of_operator(draft: Draft, found: re.Match[str]) -> str | None:
    """Return where an operator is made; of one that is there, where those of the path are."""
    from flash_core.types.postgres_data import built_in  # noqa: PLC0415 - PostgreSQL's alone

    made = found[1].upper() == "CREATE" or found[2] not in built_in().operator_names
    return draft.path[0] if made else None
