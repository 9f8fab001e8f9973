"""MySQL's triggers, routines and events as text: what they say, and the order triggers run in.

The server keeps the body as it was written and prints the rest its own way, so two programs are
the same when their heads say the same and their bodies are equal to the letter.

Depends on: engine, sql.lexer, draft, kept, model, mysql_checks,
mysql_kept, mysql_text, text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass, replace
from flash_core.sql.lexer import tokenize
from flash_core.sql.strings import quoted, string_value
from flash_core.sql.token import LAYOUT

from .draft import Refused
from .kept import keep
from .mysql_checks import check_trigger
from .mysql_kept import check_program, check_rows
from .mysql_text import canonical
from .text import identifier

if TYPE_CHECKING:
    from flash_core.engine import Engine
    from flash_core.sql import syntax
    from flash_core.sql.lexer import Token
    from flash_core.sql.source import SourceFile

    from .draft import Draft
    from .model import OtherObject

_KINDS: Final = frozenset({"TRIGGER", "PROCEDURE", "FUNCTION", "EVENT"})
_WIDTH: Final = re.compile(r"\b((?:tiny|small|medium|big)?int)\(\d+\)")
# What is said of a routine between its parameters and its body, by the first word.
_CHARACTERISTICS: Final = {
    "COMMENT": 2,
    "LANGUAGE": 2,
    "DETERMINISTIC": 1,
    "NOT": 2,
    "CONTAINS": 2,
    "NO": 2,
    "READS": 3,
    "MODIFIES": 3,
    "SQL": 3,
}
_USUAL: Final = frozenset(
    {"LANGUAGE SQL", "NOT DETERMINISTIC", "CONTAINS SQL", "SQL SECURITY DEFINER"}
)
# How a view says what it need not say.
_USUAL_OF_VIEWS: Final = (
    r"(?<=\bCREATE )OR REPLACE ",
    r"\bALGORITHM = UNDEFINED ",
    r"\bDEFINER = .*?(?=SQL SECURITY|VIEW)",
    r"\bSQL SECURITY DEFINER (?=VIEW)",
    r"(?<=\bVIEW )IF NOT EXISTS ",
    r"(?<=\bWITH )CASCADED (?=CHECK OPTION\Z)",
)
_EVENT_OPTIONS: Final = frozenset({"ON", "ENABLE", "DISABLE", "COMMENT", "DO"})


@dataclass(frozen=True, slots=True)
class Program:
    """A stored program.

    Attributes:
        kind: ``TRIGGER``, ``PROCEDURE``, ``FUNCTION`` or ``EVENT``.
        name: As the server stores it.
        head: What it says before the body, in one spelling.
        body: As written.
        group: Of a trigger: the table, the moment and the event, which others may share.
        place: Of a trigger: where in the text its order may be said.
        beside: Of a trigger: ``FOLLOWS`` or ``PRECEDES`` and the other one, if it says so.
        after: Of a trigger: where the text goes on behind that.
    """

    kind: str
    name: str
    head: tuple[str, ...]
    body: str
    group: tuple[str, ...] = ()
    place: int = 0
    beside: tuple[str, str] | None = None
    after: int = 0


class _Reader:
    """The tokens of a statement, one after the other."""

    def __init__(self, text: str, engine: Engine) -> None:
        self.text = text
        self.engine = engine
        self.tokens = [token for token in tokenize(text, engine) if token.kind not in LAYOUT]
        self.position = 0

    def token(self) -> Token | None:
        return self.tokens[self.position] if self.position < len(self.tokens) else None

    def word(self, ahead: int = 0) -> str:
        place = self.position + ahead
        return self.tokens[place].text.upper() if place < len(self.tokens) else ""

    def skip(self, *words: str) -> bool:
        """Pass words, if they come next."""
        if [self.word(i) for i in range(len(words))] != list(words):
            return False
        self.position += len(words)
        return True

    def name(self) -> str:
        """Pass a name, maybe one of a database before it; return the last part."""
        found = ""
        while (token := self.token()) is not None:
            found = identifier(token, self.engine) or token.text
            self.position += 1
            if not self.skip("."):
                break
        return found

    def slice(self, start: int) -> str:
        """Return what the tokens from ``start`` to here say, in one spelling."""
        if start >= self.position:
            return ""
        text = self.text[self.tokens[start].start : self.tokens[self.position - 1].end]
        return canonical(text, self.engine)

    def brackets(self) -> str:
        """Pass a list in parentheses and return it."""
        start, depth = self.position, 0
        while self.token() is not None:
            depth += (self.word() == "(") - (self.word() == ")")
            self.position += 1
            if depth == 0:
                break
        return self.slice(start)

    def place(self) -> int:
        """Return where in the text the next token begins."""
        token = self.token()
        return len(self.text) if token is None else token.start

    def rest(self) -> str:
        """Return the text from here on, without a semicolon before another delimiter."""
        return self.text[self.place() :].strip().rstrip("; \t\r\n")


def read_program(text: str, engine: Engine) -> Program | None:
    """Read the CREATE statement of a stored program; ``None`` when it makes something else."""
    reader = _Reader(text, engine)
    if not reader.skip("CREATE"):
        return None
    reader.skip("OR", "REPLACE")
    while reader.token() is not None and reader.word() not in {*_KINDS, "(", "AS", "SELECT"}:
        # The definer, AGGREGATE.
        reader.position += 3 if reader.word() == "CURRENT_USER" and reader.word(1) == "(" else 1
    kind = reader.word()
    if kind not in _KINDS:
        return None
    reader.position += 1
    reader.skip("IF", "NOT", "EXISTS")
    name = reader.name()
    if kind == "TRIGGER":
        return _trigger(reader, name)
    head = _event_head(reader) if kind == "EVENT" else _routine_head(reader)
    return Program(kind, name, head, reader.rest())


def _trigger(reader: _Reader, name: str) -> Program:
    moment, event = reader.word(), reader.word(1)
    reader.position += 3
    group = reader.name(), moment, event
    reader.skip("FOR", "EACH", "ROW")
    place = reader.place()
    word = reader.word()
    beside = None
    if word in {"FOLLOWS", "PRECEDES"}:
        reader.position += 1
        beside = word, reader.name()
    return Program("TRIGGER", name, group, reader.rest(), group, place, beside, reader.place())


def _routine_head(reader: _Reader) -> tuple[str, ...]:
    parameters = reader.brackets().lower()
    start = reader.position
    while reader.word() and reader.word() not in _CHARACTERISTICS:
        if start == reader.position and reader.word() != "RETURNS":
            break
        if reader.position > start + 1 and not _in_type(reader):
            break
        if reader.word() == "(":
            reader.brackets()
        else:
            reader.position += 1
    returned = _WIDTH.sub(r"\1", reader.slice(start).lower())
    said: set[str] = set()
    while count := _CHARACTERISTICS.get(reader.word(), 0):
        start = reader.position
        reader.position += count
        words = reader.slice(start)
        said.add(_said(words))
    return parameters, returned, *sorted(said - _USUAL)


_TYPE_WORDS: Final = frozenset(
    {"(", "UNSIGNED", "SIGNED", "ZEROFILL", "CHARACTER", "CHARSET", "SET", "COLLATE", "PRECISION"}
    | {"VARYING", "BINARY", "ASCII", "UNICODE"}
)


def _in_type(reader: _Reader) -> bool:
    """Tell whether the next word belongs to the type that a function returns."""
    before = reader.word(-1)
    names = {"SET", "CHARSET", "COLLATE"}
    return (
        (reader.word() in _TYPE_WORDS and before != ")")
        or before in names
        or (before == ")" and reader.word() in _TYPE_WORDS - {"("})
    )


def _event_head(reader: _Reader) -> tuple[str, ...]:
    reader.skip("ON", "SCHEDULE")
    start = reader.position
    while reader.word() and reader.word() not in _EVENT_OPTIONS:
        reader.position += 1
    schedule = reader.slice(start).upper()
    said: set[str] = set()
    while reader.word() not in {"DO", ""}:
        start = reader.position
        while reader.position == start or reader.word() not in {*_EVENT_OPTIONS, ""}:
            if reader.word(-1) == "DISABLE" and reader.word() == "ON":
                reader.position += 2  # DISABLE ON SLAVE
            else:
                reader.position += 1
        words = reader.slice(start)
        said.add(_said(words))
    reader.skip("DO")
    return schedule, *sorted(said - {"ON COMPLETION NOT PRESERVE", "ENABLE"})


def same_program(one: str, other: str, engine: Engine) -> bool:
    """Tell whether two statements make the same stored program."""
    first, second = read_program(one, engine), read_program(other, engine)
    if first is None or second is None:
        return first is second
    return (first.kind, first.head, first.body) == (second.kind, second.head, second.body)


def view_words(text: str, engine: Engine) -> str:
    """Return what a CREATE VIEW statement says, whatever its layout, quotes and capitals."""
    words = [
        (identifier(token, engine) or canonical(token.text, engine)).upper()
        for token in tokenize(text, engine)
        if token.kind not in LAYOUT
    ]
    said = " ".join(words)
    for usual in _USUAL_OF_VIEWS:
        said = re.sub(usual, "", said, count=1)
    return said


def _said(words: str) -> str:
    """Return what is said of a program in one spelling: a comment as a string, all else in capitals."""
    if words[:7].upper() != "COMMENT":
        return words.upper()
    return f"COMMENT {quoted(string_value(words[7:].strip()))}"


def _is_beside(item: OtherObject, name: str, group: tuple[str, ...], engine: Engine) -> bool:
    """Tell whether a trigger has a name, and runs when others of a group do."""
    if item.about[:2] != ("trigger", name):
        return False
    found = read_program(item.text, engine)  # its table may have got another name
    return found is not None and found.group == group


def create_trigger(draft: Draft, statement: syntax.CreateTrigger, source: SourceFile) -> None:
    """Fold CREATE TRIGGER; the order of the catalog is the one in which triggers run.

    Raises:
        Refused: There is no such table (yet), or no trigger that it stands beside.
    """
    check_program(draft, statement)
    check_rows(draft, check_trigger(draft, statement), statement)
    engine = draft.engine
    made = read_program(statement.text, engine)
    if made is None:
        keep(draft, statement, source)
        return
    rest = [item for item in draft.others if item.about[:2] != ("trigger", made.name)]
    position = len(rest)
    text = statement.text
    if made.beside is not None:
        word, name = made.beside
        places = [n for n, item in enumerate(rest) if _is_beside(item, name, made.group, engine)]
        if not places:
            message = (
                f"Referenced trigger '{name}' for the given action time and event type"
                " does not exist"
            )
            raise Refused(message, statement.name.span, sqlstate="HY000", missing=True)
        position = places[0] + (word == "FOLLOWS")
        text = text[: made.place] + text[made.after :]
    draft.others = []
    keep(draft, replace(statement, text=text), source, ("trigger", made.name, *made.group))
    draft.others = [*rest[:position], *draft.others, *rest[position:]]
