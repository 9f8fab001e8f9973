"""A schema's statements with where they stand, what they make and what they change.

Depends on: catalog, sql.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass, replace
from flash_core.catalog.objects import created, dropped, unquoted
from flash_core.catalog.text import normalized
from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.sql.parse import parse_script
from flash_core.sql.source import SourceFile
from flash_core.sql.statements import split_statements

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import TypeAlias

    Identity: TypeAlias = tuple[str, ...]

_INDEX: Final = re.compile(
    r"CREATE\s+(?:UNIQUE\s+|FULLTEXT\s+|SPATIAL\s+)?INDEX\s+(?:CONCURRENTLY\s+)?", re.IGNORECASE
)
_COMMENT: Final = re.compile(r"(COMMENT\s+ON\s+.*?)\s+IS\s", re.IGNORECASE | re.DOTALL)
_BRACKETS: Final = re.compile(r"\[([^\]\"]+)\]")
_FOLLOWS: Final = re.compile(r"(?:ALTER|RENAME|DROP\s+INDEX)\b", re.IGNORECASE)
_ALTERS: Final = re.compile(
    r"ALTER\s+(TABLE|SEQUENCE)\s+(?:IF\s+EXISTS\s+)?(?:ONLY\s+)?"
    r'((?:"(?:[^"]|"")+"|[\w$]+)(?:\s*\.\s*(?:"(?:[^"]|"")+"|[\w$]+))*)',
    re.IGNORECASE,
)
# What the database has not because it is about its files and its statistics.
_PHYSICAL: Final = re.compile(r"ALTER TABLE (?:CLUSTER|SET TABLESPACE)|STATISTICS", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A statement of a schema.

    Attributes:
        path: Of the file.
        start: Where it begins there.
        end: Where it ends, without its semicolon.
        text: It.
        makes: What it makes, under the name that this has in the end.
        changes: What it changes, likewise.
    """

    path: str
    start: int
    end: int
    text: str
    makes: Identity | None = None
    changes: Identity | None = None


def identity_of(text: str, engine: Engine) -> Identity | None:
    """Return what a statement makes: kind, name, and what tells it from namesakes.

    Args:
        text: The statement, without comments before it.
        engine: Whose it is.
    """
    if found := _COMMENT.match(text):
        return "COMMENT", normalized(found[1], engine).lower()
    if engine is Engine.SQLITE:
        text = _BRACKETS.sub(r'"\1"', text)
    # The pattern for objects takes the first word after CREATE for a kind.
    made = created(_INDEX.sub("CREATE INDEX ", text, count=1))
    if made is None or (made[0] == "INDEX" and engine.family is Engine.MYSQL):
        return None
    kind, name, owner = made
    return (kind, name, owner) if engine is Engine.POSTGRESQL else (kind, _cased(name, engine), "")


def pieces(files: Mapping[str, str], engine: Engine) -> list[Piece]:
    """Return the statements of files that make something, or change what others make.

    Args:
        files: Path to text.
        engine: Whose SQL it is.
    """
    found: list[Piece] = []
    renamed: dict[Identity, Identity] = {}
    for path, text in files.items():
        for span in split_statements(SourceFile(path, text), engine):
            own = text[span.start : span.end]
            piece = Piece(path, span.start, span.end, own, identity_of(own, engine))
            if piece.makes is None and (_FOLLOWS.match(own) or _INDEX.match(own)):
                changed, renames = _changed(own, engine)
                piece = replace(piece, changes=changed)
                renamed |= renames
            if piece.makes or piece.changes:
                found.append(piece)
    return [
        replace(each, makes=_last(each.makes, renamed), changes=_last(each.changes, renamed))
        for each in found
    ]


def concerned(statement: str, engine: Engine) -> set[str]:
    """Return what the objects may be called, in small letters, that a migration's step is about."""
    found = {each.makes or each.changes for each in pieces({"": statement}, engine)}
    found.add(dropped(statement))
    return {name for identity in found if identity for name in names_of(identity)}


def names_of(identity: Identity) -> set[str]:
    """Return what the changes of a migration may call an object, in small letters."""
    kind, name, *_ = identity
    lowered = name.lower()
    return {lowered, f"{kind.lower()} {lowered}", lowered.rpartition(".")[2]}


def _last(identity: Identity | None, renamed: Mapping[Identity, Identity]) -> Identity | None:
    """Return an identity under the name that statements have left it with."""
    for _ in range(len(renamed)):
        if identity is None or identity not in renamed:
            break
        identity = renamed[identity]
    return identity


def _changed(text: str, engine: Engine) -> tuple[Identity | None, dict[Identity, Identity]]:
    """Return what a statement changes, and the old and new identity of what it renames."""
    statements, _ = parse_script(SourceFile("", text), engine)
    match statements[0] if statements else None:
        case syntax.AlterTable(name=name, actions=actions):
            identity = _identity("TABLE", name.parts, engine)
            return identity, _renamed("TABLE", name.parts, actions, engine)
        case syntax.CreateIndex(table=name):
            return _identity("TABLE", name.parts, engine), {}
        case syntax.RenameObject(kind=kind, name=name, new_name=new, new_schema=schema):
            word = kind.value.upper()
            after = (*([schema] if schema else name.parts[:-1]), new or name.parts[-1])
            identity = _identity(word, name.parts, engine)
            return identity, {identity: _identity(word, after, engine)}
        case syntax.AlterEnumAdd(name=name) | syntax.RenameLabel(name=name):
            return _identity("TYPE", name.parts, engine), {}
        case syntax.AlterDomain(name=name):
            return _identity("DOMAIN", name.parts, engine), {}
        case syntax.KnownDdl(keyword=keyword) if not _PHYSICAL.search(f"{keyword} {text}"):
            found = _ALTERS.match(text)
            return ((found[1].upper(), unquoted(found[2]), "") if found else None), {}
        case _:
            return None, {}


def _renamed(
    kind: str, parts: Sequence[str], actions: Iterable[syntax.AlterAction], engine: Engine
) -> dict[Identity, Identity]:
    old = _identity(kind, parts, engine)
    for action in actions:
        match action:
            case syntax.RenameTable(new_name=new):
                return {old: _identity(kind, (*parts[:-1], new), engine)}
            case syntax.SetSchema(schema=schema):
                return {old: _identity(kind, (schema, parts[-1]), engine)}
            case _:
                pass
    return {}


def _identity(kind: str, parts: Sequence[str], engine: Engine) -> Identity:
    plain = parts[1:] if len(parts) > 1 and parts[0] in {"public", "main"} else parts
    return kind, _cased(".".join(plain), engine), ""


def _cased(name: str, engine: Engine) -> str:
    return name.lower() if engine is Engine.SQLITE else name
