"""Comments in schema files that say what an object was called before.

``-- flash:rename old new`` stands before the statement or inside of it and names
both; ``-- @renamed from=old`` and ``-- atlas:renamed_from old`` name only the old
one and mean what they stand beside: the rest of their line, else what follows.

Depends on: engine, sql, model, objects, text.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass
from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.sql.lexer import TokenKind, tokenize
from flash_core.sql.source import Diagnostic, Span
from flash_core.sql.strings import string_value

from .model import Origin, Rename, RenameKind
from .objects import ON_TABLE, created, created_parts
from .text import RENAMING, fold, identifier

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flash_core.sql.lexer import Token
    from flash_core.sql.source import SourceFile
    from flash_core.sql.syntax import Statement

_ANY: Final = re.compile("|".join(RENAMING))
_DIRECTIVE: Final = (
    r"(?m)(?:\A(?:--+|/\*+|#+)|^[ \t]*\*?)[ \t]*"
    r"((flash:renamed?|@renamed|atlas:renamed_from)(?![\w-])(?:[ \t]+([^\r\n]*?))?)[ \t]*(?:\*/|$)"
)
_PART: Final = r'(?:"(?:[^"]|"")+"|`(?:[^`]|``)+`|[\w$]+)'
_ARGUMENT: Final = rf"(?:from[ \t]*=[ \t]*)?({_PART}(?:\.{_PART})*|'(?:[^']|'')*')(?=[ \t]|$)[ \t]*"
# What no column is called without quotes, since a constraint begins with it.
_UNNAMED: Final = frozenset({"CHECK", "FOREIGN", "PRIMARY", "UNIQUE"})
_UNNAMED_POSTGRES: Final = _UNNAMED | {"EXCLUDE", "LIKE"}
_UNNAMED_MYSQL: Final = _UNNAMED | {"FULLTEXT", "INDEX", "KEY", "LIKE", "SPATIAL"}
_INDEX_WORDS: Final = frozenset({"UNIQUE", "KEY", "INDEX", "FULLTEXT", "SPATIAL"})
_ADD: Final = frozenset({"ADD", "COLUMN", "IF", "NOT", "EXISTS"})
_MOVABLE: Final = frozenset(
    {RenameKind.TABLE, RenameKind.VIEW, RenameKind.TYPE, RenameKind.SEQUENCE, RenameKind.COLLATION}
)
_OF_TABLE: Final = frozenset(
    {RenameKind.COLUMN, RenameKind.LABEL, RenameKind.CONSTRAINT, RenameKind.INDEX}
)
# What CREATE makes of the objects that are kept as text.
_KEPT: Final = {
    **{kind.value.upper(): kind for kind in RenameKind if kind not in _OF_TABLE},
    "PROCEDURE": RenameKind.ROUTINE,
}


@dataclass(frozen=True, slots=True)
class _Thing:
    """Something that a statement names, from where it is written.

    A value of a column has that column, and the brackets that the list of values stands in.
    """

    kind: RenameKind
    name: str
    start: int
    column: str = ""
    brackets: Span | None = None


@dataclass(frozen=True, slots=True)
class _Directive:
    """A comment: the names in it, and whether the new one is among them.

    ``spelt`` holds them as they are written: the values of PostgreSQL's enums keep their capitals.
    ``written`` are all of their letters.
    """

    span: Span
    names: tuple[tuple[str, ...], ...]
    problem: str | None
    spelt: tuple[str, ...] = ()
    written: tuple[str, ...] = ()


def read_renames(
    statements: Sequence[tuple[SourceFile, Statement]], engine: Engine
) -> tuple[tuple[Rename, ...], list[Diagnostic]]:
    """Read the directives of schema files.

    Args:
        statements: What the files hold, each with its file.
        engine: Whose names they are.

    Returns:
        The renames in file order, and a problem for each directive that says nothing.
    """
    every = {id(source): source for source, _ in statements}
    files = {key: source for key, source in every.items() if _ANY.search(source.text)}
    found: list[Rename] = []
    problems: list[Diagnostic] = []
    for key, source in files.items():
        own = [item for other, item in statements if id(other) == key]
        own.sort(key=lambda item: item.span)
        for directive in _directives(source, engine):
            item = _resolve(directive, source, own, engine)
            if isinstance(item, Rename):
                found.append(item)
            else:
                hint = _in_quotes(directive, source, own, engine)
                hint = hint or "write `-- flash:rename old_name new_name` beside the object"
                problems.append(Diagnostic(item, source, directive.span, hint))
    return tuple(found), problems


def _in_quotes(
    directive: _Directive, source: SourceFile, statements: Sequence[Statement], engine: Engine
) -> str | None:
    """Return the advice to quote the new name, where that is what the statement makes."""
    statement = _beside(directive.span.start, source.text, statements)
    made = None if statement is None else _object(statement)
    if statement is None or made is None or len(directive.written) == 1:
        return None
    names = {made[1][-1], *(each.name for each in _things(statement, source.text, engine))}
    name = directive.written[-1].rpartition(".")[2] if directive.written else ""
    return f'write it in quotes: "{name}"' if name in names else None


def _directives(source: SourceFile, engine: Engine) -> Iterator[_Directive]:
    for token in tokenize(source.text, engine):
        if token.kind is not TokenKind.COMMENT or not _ANY.search(token.text):
            continue
        for match in re.finditer(_DIRECTIVE, token.text):
            start = token.start + match.start(1)
            span = Span(start, start + len(match[1].rstrip()))
            yield _read(match[2], match[3] or "", span, engine)


def _read(word: str, rest: str, span: Span, engine: Engine) -> _Directive:
    names: list[tuple[str, ...]] = []
    spelt: list[str] = []
    written: list[str] = []
    position = 0
    while found := re.compile(_ARGUMENT).match(rest, position):
        names.append(_parts(found[1], engine))
        plain = engine is Engine.POSTGRESQL and re.fullmatch(r"[\w$]+", found[1])
        spelt.append(found[1] if plain else names[-1][-1])
        written.append(found[1])
        position = found.end()
    wanted = {2} if word == "flash:rename" and "=" not in rest else {1}
    if rest[position:].strip() or len(names) not in wanted:
        many = "the old and the new name" if 2 in wanted else "one name, the old one"  # noqa: PLR2004 - of names
        return _Directive(span, (), f"{word} takes {many}")
    return _Directive(span, tuple(names), None, tuple(spelt), tuple(written))


def _parts(text: str, engine: Engine) -> tuple[str, ...]:
    """Return a dotted name, or a label in quotes, as the engine stores it."""
    if text.startswith("'"):
        return (text[1:-1].replace("''", "'"),)
    tokens = [token for token in tokenize(text, engine) if token.text != "."]
    return tuple(identifier(token, engine) or token.text.strip('"`') for token in tokens)


def _resolve(
    directive: _Directive, source: SourceFile, statements: Sequence[Statement], engine: Engine
) -> Rename | str:
    """Return what a directive means, or why it means nothing."""
    if directive.problem is not None:
        return directive.problem
    statement = _beside(directive.span.start, source.text, statements)
    object_ = None if statement is None else _object(statement)
    if statement is None or object_ is None:
        return "there is nothing beside this comment that can be renamed"
    kind, parts, owner = object_
    whole = _Thing(kind, parts[-1], statement.span.start)
    things = list(_things(statement, source.text, engine))
    own = _thing_at(directive.span.start, source.text, statement, things)
    old, *new = directive.names
    moves = bool(new) and _moves(old, new[0])
    # What is made anew may come anywhere.
    fixed = (
        kind in {RenameKind.TABLE, *_OF_TABLE}
        if engine is not Engine.POSTGRESQL
        else kind in _OF_TABLE
    )
    if moves and fixed:
        return (
            f"a comment cannot move the {kind} to another schema; write that in a migration of its"
            " own (flash migrate --empty)"
        )
    if new:
        wanted = fold(new[0][-1], engine)
        order = [whole, *things] if own is None else [own, *things, whole]
        order.sort(key=lambda item: _distance(item, own))
        values = (item for item in order if item.kind is RenameKind.LABEL)
        thing = next((item for item in values if item.name == directive.spelt[1]), None)
        thing = next((item for item in order if fold(item.name, engine) == wanted), thing)
        if thing is None:
            return f'the statement beside this comment defines nothing called "{new[0][-1]}"'
    else:
        thing = own or whole
    origin = Origin(source, directive.span)
    if thing is whole and kind is not RenameKind.COLUMN:
        prefix = old[:-1]
        schema = prefix[-1] if prefix else "" if moves else None
        return Rename(kind, old[-1], parts, owner, schema if kind in _MOVABLE else None, origin)
    of_column = (thing.column,) if thing.column else ()
    name = directive.spelt[0] if thing.kind is RenameKind.LABEL else old[-1]
    return Rename(thing.kind, name, (thing.name,), (*(owner or parts), *of_column), None, origin)


def _moves(old: tuple[str, ...], new: tuple[str, ...]) -> bool:
    """Tell whether two names differ in their schema."""
    before, after = old[:-1], new[:-1]
    return before != after and (bool(before and after) or old[-1] == new[-1])


def _distance(thing: _Thing, own: _Thing | None) -> int:
    """Return how readily a name is that of a thing: of a value last, unless its column is near."""
    if thing is own or not thing.column:
        return 0
    return 2 if own is None or thing.column not in {own.name, own.column} else 1


def _beside(position: int, text: str, statements: Sequence[Statement]) -> Statement | None:
    """Return the statement around a comment, before it on its line, or after it."""
    before: Statement | None = None
    for statement in statements:
        if statement.span.start <= position < statement.span.end:
            return statement
        if statement.span.start > position:
            same_line = before is not None and "\n" not in text[before.span.end : position]
            return before if same_line else statement
        before = statement
    if before is not None and "\n" not in text[before.span.end : position]:
        return before
    return None


def _object(
    statement: Statement,
) -> tuple[RenameKind, tuple[str, ...], tuple[str, ...]] | None:
    """Return kind and name of what a statement defines, and the name of its table."""
    match statement:
        case syntax.CreateTable(name=name) | syntax.CreateVirtualTable(name=name):
            return RenameKind.TABLE, name.parts, ()
        case syntax.CreateView(name=name, table=table):
            return RenameKind.TABLE if table else RenameKind.VIEW, name.parts, ()
        case syntax.CreateIndex(name=str(name), table=on):
            return RenameKind.INDEX, (name,), on.parts
        case syntax.CreateEnum(name=name) | syntax.CreateComposite(name=name):
            return RenameKind.TYPE, name.parts, ()
        case syntax.CreateDomain(name=name):
            return RenameKind.TYPE, name.parts, ()
        case syntax.AlterTable(name=name):
            return RenameKind.COLUMN, name.parts, name.parts
        case syntax.CreateSchema(name=name):
            return RenameKind.SCHEMA, (name,), ()
        case syntax.OtherDdl(text=text):
            made = created(text)
            if made is not None and made[0] in _KEPT:
                owner = made[2] if made[0] in ON_TABLE else ""
                return (
                    _KEPT[made[0]],
                    tuple(created_parts(text)),
                    tuple(filter(None, owner.split("."))),
                )
        case _:
            pass
    return None


def _thing_at(
    position: int, text: str, statement: Statement, things: Sequence[_Thing]
) -> _Thing | None:
    """Return the column, constraint or label that a comment stands beside, if it is one."""
    if not statement.span.start <= position < statement.span.end:
        return None
    listed = [item for item in things if item.brackets and _is_in(position, item.brackets)]
    things = listed or [item for item in things if item.brackets is None]
    line = text.rfind("\n", 0, position) + 1
    comment = max(text.rfind(mark, line, position) for mark in ("--", "/*", "#"))
    alone = not text[line : max(comment, line)].strip()
    if alone:
        return next((item for item in things if item.start > position), None) or (
            things[-1] if things else None
        )
    return next((item for item in reversed(things) if item.start < position), None)


def _is_in(position: int, span: Span) -> bool:
    return span.start <= position < span.end


def _things(statement: Statement, text: str, engine: Engine) -> Iterator[_Thing]:
    """Yield what is defined inside a statement, in its order."""
    span = statement.span
    tokens = [
        token._replace(start=token.start + span.start)
        for token in tokenize(text[span.start : span.end], engine)
        if token.significant
    ]
    labels = isinstance(statement, syntax.CreateEnum)
    if isinstance(statement, syntax.AlterTable):
        for element in _elements(tokens, 0):
            at = next((i for i, token in enumerate(element) if _word(token) == "ADD"), None)
            if at is not None:
                yield from _defined(element[at:], engine)
    elif isinstance(statement, syntax.CreateVirtualTable):
        yield from _virtual_columns(tokens, engine)
    elif labels or isinstance(statement, (syntax.CreateTable, syntax.CreateComposite)):
        start = next((i for i, token in enumerate(tokens) if token.text == "("), len(tokens))
        for element in _elements(tokens[start + 1 :], 0):
            if not labels:
                yield from _defined(element, engine)
            elif element[0].kind is TokenKind.STRING:
                label = element[0].text[1:-1].replace("''", "'")
                yield _Thing(RenameKind.LABEL, label, element[0].start)


def _virtual_columns(tokens: Sequence[Token], engine: Engine) -> Iterator[_Thing]:
    """Yield the columns among the arguments of a virtual table, which may be options, too."""
    start = next((i for i, token in enumerate(tokens) if token.text == "("), len(tokens))
    for element in _elements(tokens[start + 1 :], 0):
        first = element[0 if element[0].text != "+" else 1 :][:1]  # one that an R*Tree only keeps
        name = identifier(first[0], engine) if first else None
        if name is not None and all(token.text != "=" for token in element):
            yield _Thing(RenameKind.COLUMN, name, element[0].start)


def _elements(tokens: Sequence[Token], depth: int) -> Iterator[list[Token]]:
    """Split a list at its commas, up to where it is closed."""
    element: list[Token] = []
    for token in tokens:
        depth += (token.text in {"(", "["}) - (token.text in {")", "]"})
        if depth < 0:
            break
        if token.text == "," and depth == 0:
            if element:
                yield element
            element = []
        else:
            element.append(token)
    if element:
        yield element


def _unnamed(engine: Engine) -> frozenset[str]:
    if engine.family is Engine.MYSQL:
        return _UNNAMED_MYSQL
    return _UNNAMED if engine is Engine.SQLITE else _UNNAMED_POSTGRES


def _word(token: Token) -> str:
    return token.text.upper() if token.kind is TokenKind.WORD else ""


def _defined(tokens: Sequence[Token], engine: Engine) -> Iterator[_Thing]:
    """Yield what one element of a table defines: a column, constraints, an index."""
    if _word(tokens[0]) == "ADD":
        at = next((i for i, token in enumerate(tokens) if _word(token) not in _ADD), 0)
        tokens = tokens[at:]
    first = _word(tokens[0])
    start = tokens[0].start
    if first in _INDEX_WORDS and engine.family is Engine.MYSQL:
        named = next((token for token in tokens if _word(token) not in _INDEX_WORDS), None)
        if named is not None and (name := identifier(named, engine)) is not None:
            yield _Thing(RenameKind.INDEX, name, start)
        return
    if [_word(token) for token in tokens[:2]] == ["PERIOD", "FOR"]:
        return
    name = identifier(tokens[0], engine)
    if first not in _unnamed(engine) and first != "CONSTRAINT" and name is not None:
        yield _Thing(RenameKind.COLUMN, name, start)
        if engine.family is Engine.MYSQL:
            yield from _values(tokens[1:], name)
    for token, following in pairwise(tokens):
        has_name = _word(token) == "CONSTRAINT" and _word(following) not in _unnamed(engine)
        if has_name and (name := identifier(following, engine)) is not None:
            at = start if token is tokens[0] else token.start
            yield _Thing(RenameKind.CONSTRAINT, name, at)


def _values(tokens: Sequence[Token], column: str) -> Iterator[_Thing]:
    """Yield the values of a column that is an ENUM or SET."""
    if len(tokens) < 2 or _word(tokens[0]) not in {"ENUM", "SET"}:  # noqa: PLR2004 - a word and a bracket
        return
    closing = next((token for token in tokens if token.text == ")"), tokens[-1])
    brackets = Span(tokens[1].start, closing.start)
    for token in tokens[2:]:
        if token is closing:
            break
        if token.kind is TokenKind.STRING:
            value = string_value(token.text)
            yield _Thing(RenameKind.LABEL, value, token.start, column, brackets)
