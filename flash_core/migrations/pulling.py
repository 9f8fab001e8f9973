"""A live database's schema put into the files that are there: what is the same stays as written.

A statement that still makes what the database has keeps its text; one that does not gets the
database's, below the comments that stood in it; what is gone is taken out, what is new is added.

Depends on: catalog, sql.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core.catalog.objects import created
from flash_core.catalog.text import normalized
from flash_core.engine import Engine
from flash_core.sql.lexer import TokenKind, tokenize
from flash_core.sql.source import SourceFile
from flash_core.sql.statements import split_statements

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from typing import TypeAlias

    Identity: TypeAlias = tuple[str, ...]

_INDEX: Final = re.compile(
    r"CREATE\s+(?:UNIQUE\s+|FULLTEXT\s+|SPATIAL\s+)?INDEX\s+(?:CONCURRENTLY\s+)?", re.IGNORECASE
)
_COMMENT: Final = re.compile(r"(COMMENT\s+ON\s+.*?)\s+IS\s", re.IGNORECASE | re.DOTALL)
_AFTER: Final = re.compile(r"\s*;?[ \t]*\n?")
_BRACKETS: Final = re.compile(r"\[([^\]\"]+)\]")


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
    if made is None:
        return None
    kind, name, owner = made
    if engine is Engine.POSTGRESQL:
        return kind, name, owner
    name = name if engine.family is Engine.MYSQL else name.lower()
    return kind, name, ""


def pulled(
    files: Mapping[str, str],
    there: Sequence[str],
    touched: Collection[str],
    engine: Engine,
    fresh: str,
) -> dict[str, str]:
    """Return the files' new texts; those that stay as they are are left out.

    Args:
        files: Path to text.
        there: The statements that make what the database has, in an order that works.
        touched: Names of objects that differ.
        engine: Whose SQL it is.
        fresh: The file for what is in none.
    """
    wanted = {identity: text for text in there if (identity := identity_of(text, engine))}
    loose = [text for text in there if identity_of(text, engine) is None]
    changed: dict[str, str] = {}
    for path, text in files.items():
        new = _edited(text, wanted, touched, engine)
        if new != text:
            changed[path] = new
    known = {each for text in files.values() for each in _identities(text, engine)}
    added = [text for identity, text in wanted.items() if identity not in known]
    if not files:
        added = [*added, *loose]
    if added:
        before = changed.get(fresh, files.get(fresh, "")).rstrip()
        body = "\n\n".join(f"{text.strip()};" for text in added)
        changed[fresh] = f"{before}\n\n{body}\n" if before else f"{body}\n"
    return changed


def _identities(text: str, engine: Engine) -> set[Identity]:
    spans = split_statements(SourceFile("", text), engine)
    found = (identity_of(text[span.start : span.end], engine) for span in spans)
    return {identity for identity in found if identity is not None}


def _edited(
    text: str, wanted: Mapping[Identity, str], touched: Collection[str], engine: Engine
) -> str:
    pieces: list[str] = []
    position = 0
    for span in split_statements(SourceFile("", text), engine):
        statement = text[span.start : span.end]
        identity = identity_of(statement, engine)
        if identity is None:
            continue
        now = wanted.get(identity)
        differs = now is None or (
            bool(_names(identity) & set(touched))
            and normalized(now, engine) != normalized(statement, engine)
        )
        if not differs:
            continue
        pieces.append(text[position : span.start])
        position = span.end
        if now is None:
            position = _after(text, position)
        else:
            pieces += [_comments(statement, engine), now.strip()]
    return "".join([*pieces, text[position:]])


def _after(text: str, position: int) -> int:
    """Return where a statement's line ends."""
    found = _AFTER.match(text, position)
    return position if found is None else found.end()


def _names(identity: Identity) -> set[str]:
    """Return what the changes of a migration may call an object."""
    kind, name, *_ = identity
    lowered = name.lower()
    return {lowered, f"{kind.lower()} {lowered}", lowered.rpartition(".")[2]}


def _comments(statement: str, engine: Engine) -> str:
    """Return the comments inside a statement, to stand above it."""
    tokens = tokenize(statement, engine)
    lines = [token.text.strip() for token in tokens if token.kind is TokenKind.COMMENT]
    return "".join(f"{line}\n" for line in lines)
