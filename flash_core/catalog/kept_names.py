"""Statements of PostgreSQL that are kept as text, when what they name gets another name.

The server keeps what triggers, policies, grants … name by number, so they follow by themselves.
Where it cannot be told whether a word is the name, it stays; the differ then makes the object anew.

Depends on: sql.lexer, sql.postgres_places, draft, expression_names, identifiers, objects, text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.engine import Engine
from flash_core.sql.lexer import tokenize
from flash_core.sql.token import LAYOUT

from .expression_names import edited, expressions_follow, relations_in_schema
from .identifiers import quote, quote_path
from .objects import created_at
from .text import identifier, is_of_grammar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import TypeAlias

    from flash_core.sql.lexer import Token
    from flash_core.sql.postgres_places import Place

    from .draft import Draft

    Edit: TypeAlias = tuple[int, int, str]
    Path: TypeAlias = tuple[str, str]  # schema, which is empty for public, and name

_PG: Final = Engine.POSTGRESQL
# Statements in which a plain word can only be a column of their table, or a part of their syntax.
_OF_COLUMNS: Final = (
    r"(?i)\s*(?:CREATE\s+(?:OR\s+REPLACE\s+)?(?:CONSTRAINT\s+)?"
    r"(?:TRIGGER|POLICY|RULE|STATISTICS|PUBLICATION)\b|GRANT\b|REVOKE\b"
    r"|ALTER\s+(?:TABLE|PUBLICATION|MATERIALIZED|FOREIGN|SEQUENCE|VIEW)\b|COMMENT\s+ON\s+COLUMN\b)"
)
_TARGETS: Final = (
    r"(?i)\s*COMMENT\s+ON\s+(TABLE|VIEW|MATERIALIZED\s+VIEW|FOREIGN\s+TABLE|SEQUENCE|TYPE|DOMAIN"
    r"|INDEX|COLUMN|\w+(?:\s+\w+)?\s+(?:\"(?:[^\"]|\"\")+\"|[\w$]+)\s+ON(?:\s+DOMAIN)?)\s+"
)
_NO_TYPE: Final = r"(?i)\s*COMMENT\s+ON\s+(?:INDEX|SEQUENCE)\b"  # which a type may be called as
_OWNED: Final = r"(?i)\bOWNED\s+BY\s+"
_ON_TYPE: Final = r"(?i)\s*(?:GRANT|REVOKE)\b.*?\bON\s+(?:TYPE|DOMAIN)\s+"
_ON_INDEX: Final = r"(?i)\s*(?:COMMENT\s+ON|ALTER)\s+INDEX\s+"
_ON_PART: Final = (
    r"(?i)\s*(?:COMMENT\s+ON\s+(?:CONSTRAINT|INDEX)\s+|ALTER\s+.*\b(?:CLUSTER\s+ON|USING\s+INDEX)\s+"
    r"|ALTER\s+INDEX\s+)(?=[\w\"])"
)
_PART: Final = r'(?:"(?:[^"]|"")+"|[\w$]+)'
_ON_TABLE: Final = rf"(?i)\s*COMMENT\s+ON\s+(?:TRIGGER|POLICY|RULE)\s+{_PART}\s+ON\s+"
_ROUTINE: Final = r"(?i)\b(?:FUNCTION|PROCEDURE|ROUTINE|AGGREGATE)\s+(?=[\w\"])"
_DOTTED: Final = rf"{_PART}(?:\s*\.\s*{_PART})*"


def relation_renamed(draft: Draft, old: Path, new: Path) -> None:
    """Let kept statements follow a table, view or sequence that gets another name or schema."""

    def edits(text: str) -> Iterator[Edit]:
        path = quote_path(*new, _PG)
        for place in _places(text):
            if _is_of_column(text, place):
                if _same(place.path[:-1], old):
                    yield place.start, place.end, f"{path}.{quote(place.path[-1], _PG)}"
            elif place.kind in {"RangeVar", "TypeName"} and _same(place.path, old):
                yield place.start, place.end, path
            elif place.kind == "ColumnRef" and _same(place.path[:-1], old):
                column = quote(place.path[-1], _PG)
                head = quote(new[1], _PG) if len(place.path) == len(old) else path
                yield place.start, place.end, f"{head}.{column}"
        yield from _targets(text, old, new)

    _follow(draft, old[1], edits)


def _is_of_column(text: str, place: Place) -> bool:
    """Tell whether the type of a column is meant: ``users.id%TYPE``."""
    return place.kind == "TypeName" and text[place.end :].lstrip().startswith("%")


def type_renamed(draft: Draft, old: Path, new: Path) -> None:
    """Let kept statements follow a type that gets another name or schema."""

    def edits(text: str) -> Iterator[Edit]:
        for place in _places(text):
            if place.kind == "TypeName" and _same(place.path, old):
                yield place.start, place.end, quote_path(*new, _PG)
        if not re.match(_NO_TYPE, text):
            yield from _targets(text, old, new)

    _follow(draft, old[1], edits)
    expressions_follow(draft, old[1], edits)


def column_renamed(draft: Draft, table: Path, old: str, new: str) -> None:
    """Let kept statements follow a column that gets another name."""

    def edits(text: str) -> Iterator[Edit]:
        for place in _places(text) if "%" in text else ():
            *above, name = place.path
            if name == old and _is_of_column(text, place) and _same(tuple(above), table):
                yield place.start, place.end, f"{quote_path(*table, _PG)}.{quote(new, _PG)}"
        if not re.match(_OF_COLUMNS, text) or not _is_about(text, table):
            return
        named = created_at(text)
        tokens = [token for token in tokenize(text, _PG) if token.kind not in LAYOUT]
        ends = {place.end for place in _places(text) if place.kind == "RangeVar"}
        for position, token in enumerate(tokens):
            if is_of_grammar(tokens, position) or _is_of_grant(tokens, position):
                continue
            after = tokens[position + 1].text if position + 1 < len(tokens) else ""
            if identifier(token, _PG) != old or after in {"(", "."} or token.end in ends:
                continue
            if named is None or not named[0] <= token.start < named[1]:
                yield token.start, token.end, quote(new, _PG)

    _follow(draft, old, edits)


def part_renamed(draft: Draft, old: str, new: str, schema: str) -> None:
    """Let comments and settings follow a constraint or index that gets another name."""

    def edits(text: str) -> Iterator[Edit]:
        found = re.match(_ON_PART, text)
        written = re.compile(_DOTTED).match(text, found.end()) if found else None
        if written is not None and _parts(written[0])[-1] == old:
            above = _parts(written[0])[:-1]
            if not above or _same((*above, old), (schema, old)):
                yield written.start(), written.end(), quote_path("".join(above), new, _PG)

    _follow(draft, old, edits)


def index_moved(draft: Draft, name: str, old: str, new: str) -> None:
    """Let what is said of an index follow it to another schema, with its table."""

    def edits(text: str) -> Iterator[Edit]:
        found = re.match(_ON_INDEX, text)
        written = re.compile(_DOTTED).match(text, found.end()) if found else None
        if written is not None and _same(tuple(_parts(written[0])), (old, name)):
            yield written.start(), written.end(), quote_path(new, name, _PG)

    _follow(draft, name, edits)


def part_of_table_renamed(draft: Draft, kind: str, names: tuple[str, str], table: Path) -> bool:
    """Let kept statements follow a trigger, policy, rule or collation that gets another name.

    Args:
        draft: Where they are kept.
        kind: What it is, as SQL says it.
        names: Its old name and its new one.
        table: What it is on; without a name where it is on none, but in a schema.

    Returns:
        Whether one of them makes it.
    """
    old, new = names

    def edits(text: str) -> Iterator[Edit]:
        if table[1] and not _is_about(text, table) and not _is_on(text, table):
            return
        tokens = [token for token in tokenize(text, _PG) if token.kind not in LAYOUT]
        for position, word in enumerate(tokens[:-1]):
            schema, token = "", tokens[position + 1]
            if word.text.upper() == kind and [item.text for item in tokens[position + 2 :][:1]] == [
                "."
            ]:
                schema, token = identifier(token, _PG) or "", tokens[position + 3]
            there = schema in {"", "public", table[0]} or table[1]
            if word.text.upper() == kind and there and identifier(token, _PG) == old:
                yield token.start, token.end, quote(new, _PG)

    def made() -> set[str]:
        return {item.text for item in draft.others if created_at(item.text)}

    before = made()
    _follow(draft, old, edits)
    return made() != before


def routine_renamed(draft: Draft, old: Path, new: Path) -> None:
    """Let kept statements follow a function or procedure that gets another name or schema."""

    def edits(text: str) -> Iterator[Edit]:
        for found in re.finditer(_ROUTINE, text):
            written = re.compile(_DOTTED).match(text, found.end())
            if written is not None and _same(_parts(written[0]), old):
                yield written.start(), written.end(), quote_path(*new, _PG)

    _follow(draft, old[1], edits)


def schema_renamed(draft: Draft, old: str, new: str) -> None:
    """Let kept statements follow a schema that gets another name."""

    def edits(text: str) -> Iterator[Edit]:
        of_tables = {
            place.start
            for place in _places(text)
            if place.kind == "ColumnRef" and len(place.path) == len(("table", "column"))
        }
        tokens = [token for token in tokenize(text, _PG) if token.kind not in LAYOUT]
        for position, token in enumerate(tokens):
            if identifier(token, _PG) != old or token.start in of_tables:
                continue
            before = tokens[position - 1].text.upper() if position else ""
            after = tokens[position + 1].text if position + 1 < len(tokens) else ""
            if before == "SCHEMA" or (after == "." and before != "."):
                yield token.start, token.end, quote(new, _PG)
        yield from relations_in_schema(text, old, new)

    _follow(draft, old, edits)
    expressions_follow(draft, old, edits)


def _is_of_grant(tokens: Sequence[Token], position: int) -> bool:
    """Tell whether a word is a privilege or a role, not a column in the brackets of a GRANT."""
    before = [token.text.upper() for token in tokens[:position]]
    if before[:1] in (["GRANT"], ["REVOKE"]):
        return "ON" in before or before.count("(") == before.count(")")
    return before[1:2] == ["POLICY"] and before[-1] == "TO"


def _follow(draft: Draft, word: str, edits: Callable[[str], Iterator[Edit]]) -> None:
    """Apply what ``edits`` finds in each kept statement that has ``word`` in it."""
    if draft.engine is not _PG:
        return
    for position, item in enumerate(draft.others):
        if word not in item.text and word not in item.text.lower():
            continue
        text = edited(item.text, edits(item.text))
        if text != item.text:
            draft.others[position] = replace(item, text=text)


def _places(text: str) -> tuple[Place, ...]:
    from flash_core.sql.postgres_places import places  # noqa: PLC0415 - PostgreSQL's alone

    return places(text)


def _parts(written: str) -> tuple[str, ...]:
    found = re.findall(_PART, written)
    return tuple(
        part[1:-1].replace('""', '"') if part[0] == '"' else part.lower() for part in found
    )


def _same(path: tuple[str, ...], wanted: Path) -> bool:
    """Tell whether a written path is an object's."""
    if not 0 < len(path) <= len(wanted):
        return False
    *above, name = path
    schema = "".join(above)
    return ("" if schema == "public" else schema, name) == wanted


def _is_on(text: str, table: Path) -> bool:
    """Tell whether a comment is on something of a table."""
    found = re.match(_ON_TABLE, text)
    written = re.compile(_DOTTED).match(text, found.end()) if found else None
    return written is not None and _same(_parts(written[0]), table)


def _is_about(text: str, table: Path) -> bool:
    """Tell whether a statement names a table."""
    if any(place.kind == "RangeVar" and _same(place.path, table) for place in _places(text)):
        return True
    found = re.match(_TARGETS, text) or re.search(_OWNED, text)
    written = re.compile(_DOTTED).match(text, found.end()) if found else None
    return written is not None and _same(_parts(written[0])[:-1], table)


def _targets(text: str, old: Path, new: Path) -> Iterator[Edit]:
    """Yield the places of names that the grammar keeps no place of."""
    for pattern in (_TARGETS, _ON_TYPE, _OWNED):
        found = re.search(pattern, text) if pattern == _OWNED else re.match(pattern, text)
        written = re.compile(_DOTTED).match(text, found.end()) if found else None
        if found is None or written is None:
            continue
        path = _parts(written[0])
        column = pattern == _OWNED or found[0].split()[-1].upper() == "COLUMN"
        if _same(path[:-1] if column else path, old):
            name = quote_path(*new, _PG)
            rest = f".{quote(path[-1], _PG)}" if column else ""
            yield written.start(), written.end(), name + rest
