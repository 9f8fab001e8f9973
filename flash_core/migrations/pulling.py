"""A live database's schema put into the files that are there: what is the same stays as written.

A statement that still makes what the database has keeps its text; one that does not gets the
database's, below the comments that stood in it; what is gone is taken out, what is new is added.
What ALTER statements had changed is then written where the object is made, and they are taken out:
their comments go along.

Depends on: catalog, sql, pulling_pieces.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass, field
from flash_core.catalog.text import normalized
from flash_core.sql.clauses import significant
from flash_core.sql.lexer import TokenKind, tokenize

from .pulling_pieces import identity_of, names_of, pieces

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from flash_core.engine import Engine

    from .pulling_pieces import Identity, Piece

_AFTER: Final = re.compile(r"\s*;?[ \t]*\n?")
_ABOVE: Final = re.compile(r"(?:^[ \t]*(?:--|#).*\n)+\Z", re.MULTILINE)
_REFERENCES: Final = re.compile(r"\bREFERENCES\b", re.IGNORECASE)
_FOREIGN_KEY: Final = re.compile(r"ALTER TABLE .*? ADD (?=CONSTRAINT .* FOREIGN KEY)", re.DOTALL)
_SPELLING: Final = re.compile(r'\bonly |\bif exists |\bpublic\s*\.\s*|["`\s]', re.IGNORECASE)


@dataclass(slots=True)
class _Plan:
    """What becomes of the files.

    Attributes:
        wanted: What makes each object of the database.
        loose: What the database needs beside that, by the object concerned.
        found: The statements of the files.
        edits: By file: where, and what stands there afterwards.
    """

    files: Mapping[str, str]
    engine: Engine
    wanted: dict[Identity, str]
    loose: dict[Identity, list[str]]
    found: list[Piece]
    edits: dict[str, list[tuple[int, int, str]]] = field(
        default_factory=dict[str, list[tuple[int, int, str]]]
    )

    def edit(self, piece: Piece, text: str) -> None:
        """Put a text in the place of a statement."""
        self.edits.setdefault(piece.path, []).append((piece.start, piece.end, text))

    def remove(self, piece: Piece, above: str = "") -> None:
        """Take a statement out, with its line and with the comments that stand above it."""
        whole = self.files[piece.path]
        start = piece.start - len(above)
        found = _AFTER.match(whole, piece.end)
        end = piece.end if found is None else found.end()
        # No two empty lines are left.
        if whole[:start].endswith("\n\n") and whole[end:].startswith("\n"):
            end += 1
        self.edits.setdefault(piece.path, []).append((start, end, ""))


def pulled(
    files: Mapping[str, str],
    there: Sequence[str],
    touched: Collection[str] | None,
    engine: Engine,
    fresh: str,
) -> dict[str, str]:
    """Return the files' new texts; those that stay as they are are left out.

    Args:
        files: Path to text.
        there: The statements that make what the database has, in an order that works.
        touched: Names of objects that differ, in small letters; ``None`` when any may.
        engine: Whose SQL it is.
        fresh: The file for what is in none.
    """
    live = [each for text in there for each in pieces({"": text}, engine)]
    loose: dict[Identity, list[str]] = {}
    for each in live:
        if each.changes:
            loose.setdefault(each.changes, []).append(each.text.strip())
    wanted = {each.makes: each.text.strip() for each in live if each.makes}
    plan = _Plan(files, engine, wanted, loose, pieces(files, engine))
    for piece in plan.found:
        if piece.makes and (touched is None or names_of(piece.makes) & set(touched)):
            _follow(piece, plan)
    changed = {path: _edited(files[path], edits) for path, edits in plan.edits.items()}
    known = {each.makes for each in plan.found}
    added = [text for identity, text in wanted.items() if identity not in known]
    added += [text for owner, texts in loose.items() if owner not in known for text in texts]
    if not files:
        added = [text.strip() for text in there]
    if added:
        before = changed.get(fresh, files.get(fresh, "")).rstrip()
        body = "\n\n".join(f"{text};" for text in added)
        changed[fresh] = f"{before}\n\n{body}\n" if before else f"{body}\n"
    return {path: text for path, text in changed.items() if text != files.get(path)}


def widened(files: Mapping[str, str], touched: Collection[str], engine: Engine) -> set[str]:
    """Return objects that differ, and those whose statements name one by any of its names."""
    found = pieces(files, engine)
    words = set(touched)
    for piece in found:
        identity = piece.makes or piece.changes
        if identity and names_of(identity) & set(touched):
            own = identity_of(piece.text, engine)
            words |= names_of(own) if own else set[str]()
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(words)))})(?!\w)")
    named = [each.makes for each in found if each.makes and pattern.search(each.text.lower())]
    return words | {name for identity in named for name in names_of(identity)}


def place_of(
    files: Mapping[str, str], names: Collection[str], engine: Engine
) -> tuple[str, int] | None:
    """Return the file and the line that define one of some objects; an ALTER before a CREATE."""
    own = [
        (each.changes is None, each)
        for each in pieces(files, engine)
        if (identity := each.changes or each.makes) and names_of(identity) & set(names)
    ]
    if not own:
        return None
    _, piece = min(own, key=lambda item: item[0])
    return piece.path, files[piece.path].count("\n", 0, piece.start) + 1


def _follow(piece: Piece, plan: _Plan) -> None:
    """Let a statement, and those that change what it makes, say what the database has."""
    engine = plan.engine
    alters = [each for each in plan.found if each.changes == piece.makes]
    now = plan.wanted.get(piece.makes or ())
    if now is None:
        plan.remove(piece)
        for each in alters:
            plan.remove(each)
        return
    loose = plan.loose.get(piece.makes or (), [])
    kept = {_spelled(text) for text in loose}
    gone = [each for each in alters if _spelled(each.text) not in kept]
    there = {_spelled(each.text) for each in alters}
    more = [text for text in loose if _spelled(text) not in there]
    same = normalized(now, engine) == normalized(piece.text, engine)
    if same and not gone and not more:
        return
    if _REFERENCES.search(normalized(piece.text, engine)):
        now, more = _with_foreign_keys(now, more, engine)
    comments = _comments(piece.text, engine)
    for each in gone[:-1] if more else gone:
        above = _above(plan.files[each.path], each)
        comments += above + _comments(each.text, engine)
        plan.remove(each, above)
    if more and gone:  # the last one makes room for what is still said in its way
        plan.edit(gone[-1], _comments(gone[-1].text, engine) + ";\n".join(more))
        more = []
    plan.edit(piece, comments + ";\n".join([now, *more]))


def _with_foreign_keys(
    table: str, statements: Iterable[str], engine: Engine
) -> tuple[str, list[str]]:
    """Return CREATE TABLE with the foreign keys that statements add, and the other statements."""
    tokens = significant(table, engine)
    start = next((n for n in range(len(tokens)) if tokens.text(n) == "("), None)
    end = None if start is None else tokens.close(start)
    rest: list[str] = []
    for statement in statements:
        found = _FOREIGN_KEY.match(statement)
        if found is None or end is None or end >= len(tokens):
            rest.append(statement)
            continue
        place = len(table[: tokens.starts[end]].rstrip())
        table = f"{table[:place]},\n    {statement[found.end() :]}{table[place:]}"
        tokens = significant(table, engine)
        end = tokens.close(start or 0)
    return table, rest


def _spelled(text: str) -> str:
    """Return a statement without what makes no difference in whether it is another one."""
    return _SPELLING.sub("", text).lower()


def _edited(text: str, edits: Iterable[tuple[int, int, str]]) -> str:
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _above(text: str, piece: Piece) -> str:
    """Return the comments on the lines directly above a statement."""
    found = _ABOVE.search(text[: piece.start])
    return found[0] if found else ""


def _comments(statement: str, engine: Engine) -> str:
    """Return the comments inside a statement, to stand above it."""
    tokens = tokenize(statement, engine)
    lines = [token.text.strip() for token in tokens if token.kind is TokenKind.COMMENT]
    return "".join(f"{line}\n" for line in lines)
