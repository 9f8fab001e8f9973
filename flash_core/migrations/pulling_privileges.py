"""What a live PostgreSQL database grants, put into the schema's files.

A GRANT or REVOKE that still says what the database has stays as it is written; where one says
something else of any object or role, the database's own statements take its place.

Depends on: catalog, sql.postgres_privileges, sql.source, sql.statements.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

from flash_core.catalog.privileges import State, after, family, role_of, usual
from flash_core.engine import Engine
from flash_core.sql.postgres_privileges import privileges
from flash_core.sql.source import SourceFile
from flash_core.sql.statements import split_statements

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from flash_core.catalog.model import Catalog
    from flash_core.sql.postgres_objects import Typed
    from flash_core.sql.postgres_privileges import Privileges

# Whether of what will be made, kind, object, arguments, role, creator.
Pair: TypeAlias = (
    "tuple[bool, str, tuple[str, ...], tuple[Typed, ...] | None, str, str]"  # of one role
)

_SAYS: Final = re.compile(r"(?i)(?:GRANT|REVOKE|ALTER\s+DEFAULT\s+PRIVILEGES)\b")
_AFTER: Final = re.compile(r"[ \t]*;?[ \t]*\n?")


def regranted(files: Mapping[str, str], said: Catalog, live: Catalog, fresh: str) -> dict[str, str]:
    """Return the texts of files that say what the database grants; none that stays as it is.

    Args:
        files: Path to text.
        said: What they define.
        live: What the database has.
        fresh: The file for what is in none.
    """
    was, now = _states(said), _states(live)
    differing = {pair for pair in {**was, **now} if _held(was, pair) != _held(now, pair)}
    if not differing or live.engine is not Engine.POSTGRESQL:
        return {}
    edits: dict[str, list[tuple[int, int]]] = {}
    again = set(differing)
    for path, start, end, text in _statements(files):
        covered = {p for p in {**was, **now} if any(_covers(s, p) for s in privileges(text))}
        if covered & differing:
            edits.setdefault(path, []).append((start, end))
            again |= covered
    texts = {path: _without(files[path], places) for path, places in edits.items()}
    added = [
        other.text
        for other in live.others
        if _SAYS.match(other.text) and any(_pair(s) in again for s in privileges(other.text))
    ]
    if added:
        before = texts.get(fresh, files.get(fresh, "")).rstrip()
        body = "\n".join(f"{text};" for text in added)
        texts[fresh] = f"{before}\n\n{body}\n" if before else f"{body}\n"
    return texts


def _pair(said: Privileges) -> Pair:
    default = said.scope == "default"
    return default, family(said.kind), said.path, said.arguments, role_of(said), said.creator


def _usual(pair: Pair) -> State:
    default, kind, path, _, role, _ = pair
    if default:
        return State() if path else usual(kind, role)
    return usual(kind, role, path)


def _held(states: Mapping[Pair, State], pair: Pair) -> object:
    return states.get(pair, _usual(pair)).held


def _states(catalog: Catalog) -> dict[Pair, State]:
    found: dict[Pair, State] = {}
    for other in catalog.others:
        for said in privileges(other.text) if _SAYS.match(other.text) else ():
            pair = _pair(said)
            found[pair] = after(found.get(pair, _usual(pair)), said)
    return found


def _covers(said: Privileges, pair: Pair) -> bool:
    """Tell whether a statement of the files speaks of an object and a role."""
    default, kind, path, arguments, role, creator = pair
    if role_of(said) != role or (said.scope == "default") != default:
        return False
    if said.scope == "schema":
        return family(said.kind) == kind and (path[:-1] or ("public",)) == said.path
    same = (family(said.kind), said.path, said.creator) == (kind, path, creator)
    if {family(said.kind), kind} == {"TABLE", "SEQUENCE"}:
        same = said.path == path
    return same and said.arguments in {None, arguments}


def _statements(files: Mapping[str, str]) -> Iterator[tuple[str, int, int, str]]:
    for path, text in files.items():
        for span in split_statements(SourceFile(path, text), Engine.POSTGRESQL):
            own = text[span.start : span.end]
            if _SAYS.match(own):
                yield path, span.start, span.end, own


def _without(text: str, places: Iterable[tuple[int, int]]) -> str:
    for start, end in sorted(places, reverse=True):
        found = _AFTER.match(text, end)
        text = text[:start] + text[end if found is None else found.end() :]
    return text
