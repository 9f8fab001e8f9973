"""SQLite's own text of an object, made comparable.

However a table came to be (one CREATE, columns added later, a constraint beside its column or below
them all) the same columns and constraints give the same facts.

Depends on: nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TOKEN: Final = re.compile(
    r"""(?P<layout>\s+|--[^\n]*|/\*.*?(?:\*/|\Z))
    |(?P<string>[xX]?'(?:[^']|'')*')
    |(?P<quoted>"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\])
    |(?P<word>(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?|[^\W\d][\w$]*)
    |(?P<other>->>|->|\|\||[<>=!]=|<>|<<|>>|.)""",
    re.VERBOSE | re.DOTALL,
)
_PLAIN: Final = re.compile(r"[^\W\d][\w$]*\Z")
# Words that begin a clause, and that no name is without quotes (as KEY and GENERATED may be).
_WORDS: Final = re.compile(
    r"(?:as|check|collate|constraint|default|deferrable|foreign|not|null|on|primary|references|set"
    r"|unique)\Z"
)
_STARTS: Final = frozenset(
    {"as", "check", "collate", "constraint", "default", "generated", "not", "null", "primary"}
    | {"references", "unique"}
)
# In "SET NULL", "NOT NULL", "DEFAULT NULL" and "ALWAYS AS" the second word begins nothing.
_CONTINUED: Final = frozenset({"always", "default", "not", "set"})
_BELOW: Final = frozenset({"check", "constraint", "foreign", "primary", "unique"})
_SORTED_KEY: Final = re.compile(
    r"(.*primary key )\( ((?:(?! (?:collate|desc) ).)+?)(?: collate \S+)?(?: desc)? \)"
    r"((?!.*apart from rowid).*)"
)
_AFTER_TYPE: Final = r"(?: (?:collate|default|generated|not)\b.*)?\Z"
_IMPLICIT: Final = (
    " on delete no action",
    " on update no action",
    " match simple",
    " not deferrable",
)


def canonical(sql: str) -> str:
    """Return a statement without what says nothing: layout, comments, case of words, quotes."""
    return " ".join(_tokens(sql))


def _tokens(sql: str) -> list[str]:
    found = (_text(match) for match in _TOKEN.finditer(sql.rstrip().rstrip(";")))
    return [text for text in found if text]


def _text(match: re.Match[str]) -> str:
    text = match[0]
    if match["layout"] is not None:
        return ""
    if match["word"] is not None:
        return text.lower()
    return _name(text) if match["quoted"] is not None else text


def _name(text: str) -> str:
    """Return a name without quotes, where it needs none; SQLite also takes strings for names."""
    if text[0] not in "\"'`[":
        return text
    closing = "]" if text[0] == "[" else text[0]
    name = text[1:-1].replace(closing * 2, closing).lower()
    if _PLAIN.match(name) and not _WORDS.match(name):
        return name
    return '"' + name.replace('"', '""') + '"'


def facts_of_table(sql: str) -> tuple[str, ...]:
    """Return the columns, constraints and options of a CREATE TABLE, sorted."""
    tokens = _tokens(sql)
    start = tokens.index("(")
    end = _closing(tokens, start)
    facts: list[str] = []
    for element in _split(tokens[start + 1 : end], ","):
        if element[0] in _BELOW:
            facts += _below(element)
        else:
            facts += _column(element)
    options = [" ".join(option) for option in _split(tokens[end + 1 :], ",")]
    if "without rowid" not in options:
        facts = [_unsorted(fact, facts) for fact in facts]
    return tuple(sorted([*facts, *options]))


def _unsorted(fact: str, facts: Sequence[str]) -> str:
    """Return a primary key below the columns without its order where it is the rowid, which has none."""
    found = _SORTED_KEY.fullmatch(fact)
    if found is None:
        return fact
    alias = re.compile(rf"column {re.escape(found[2])} integer{_AFTER_TYPE}")
    if not any(map(alias.match, facts)):
        return fact
    return f"{found[1]}( {found[2]} ){found[3]}"


def _closing(tokens: Sequence[str], start: int) -> int:
    depth = 0
    for position in range(start, len(tokens)):
        depth += (tokens[position] == "(") - (tokens[position] == ")")
        if depth == 0:
            return position
    return len(tokens)


def _split(tokens: Sequence[str], separator: str) -> Iterator[list[str]]:
    """Yield what stands between the separators outside parentheses."""
    part: list[str] = []
    depth = 0
    for word in tokens:
        depth += (word == "(") - (word == ")")
        if word == separator and depth == 0:
            yield part
            part = []
        else:
            part.append(word)
    if part:
        yield part


def _clauses(tokens: Sequence[str], starts: frozenset[str]) -> list[list[str]]:
    """Return the clauses that some words begin, a CONSTRAINT name with what it names."""
    parts: list[list[str]] = [[]]
    depth = 0
    for position, word in enumerate(tokens):
        before = tokens[position - 1] if position else ""
        named = len(parts[-1]) <= 2 and parts[-1][:1] == ["constraint"]  # noqa: PLR2004 - CONSTRAINT name
        after = tokens[position + 1] if position + 1 < len(tokens) else ""
        # SET DEFAULT is whole: what comes after it begins anew.
        whole = tokens[max(position - 2, 0) : position] == ["set", "default"]
        continued = before in _CONTINUED and not whole
        begins = depth == 0 and word in starts and not (continued or named)
        if begins and not (word == "not" and after == "deferrable"):
            parts.append([])
        depth += (word == "(") - (word == ")")
        parts[-1].append(word)
    return [part for part in parts if part]


def _column(tokens: Sequence[str]) -> Iterator[str]:
    name, rest = _name(tokens[0]), tokens[1:]
    clauses = _clauses(rest, _STARTS)
    type_ = clauses.pop(0) if clauses and clauses[0][0] not in _STARTS else []
    about: list[str] = []
    for clause in clauses:
        head, body = _named(clause)
        match body[:1]:
            case ["primary" | "unique"]:
                yield head + _key_beside(name, type_, body)
            case ["references"]:
                yield head + _reference(["foreign", "key", "(", name, ")", *body])
            case ["check"]:
                yield head + " ".join(body)
            case ["as" | "generated"]:
                about.append(_generated(body))
            case ["null"] | []:
                pass
            case _:
                about.append(" ".join(body))
    yield " ".join(["column", name, *type_, *sorted(about)])


def _named(clause: list[str]) -> tuple[str, list[str]]:
    if clause[0] != "constraint":
        return "", clause
    return " ".join([*clause[:2], ""]), clause[2:]


def _key_beside(name: str, type_: Sequence[str], body: list[str]) -> str:
    words = [word for word in body if word not in {"asc", "desc", "autoincrement"}]
    split = 2 if words[0] == "primary" else 1
    down = ["desc"] if "desc" in body else []
    columns = ["(", name, *down, ")"]
    # INTEGER PRIMARY KEY DESC beside the column is no alias of the rowid, below the columns it is.
    apart = ["apart", "from", "rowid"] if down and list(type_) == ["integer"] else []
    counted = ["autoincrement"] if "autoincrement" in body else []
    return " ".join([*words[:split], *columns, *words[split:], *counted, *apart])


def _generated(body: list[str]) -> str:
    start = body.index("(")
    end = _closing(body, start)
    stored = ["stored"] if "stored" in body[end:] else []
    return " ".join(["generated always as", *body[start : end + 1], *stored])


def _reference(tokens: Sequence[str]) -> str:
    """Return a foreign key with its actions in one order, and without those that say nothing."""
    start = len(tokens) - 1 - list(reversed(tokens)).index("references")
    opening = start + 2
    end = _closing(tokens, opening) + 1 if tokens[opening : opening + 1] == ["("] else opening
    pieces: list[str] = []
    for word in tokens[end:]:
        opens = word in {"on", "match", "not"} or (word == "deferrable" and pieces[-1:] != ["not"])
        if opens:
            pieces.append(word)
        else:
            pieces[-1] += f" {word}"
    clauses = sorted(f" {piece}" for piece in pieces)
    return " ".join(map(_name, tokens[:end])) + "".join(c for c in clauses if c not in _IMPLICIT)


def _below(tokens: list[str]) -> Iterator[str]:
    """Yield the constraints below the columns; SQLite lets the comma between them be left out."""
    for clause in _clauses(tokens, _BELOW):
        head, body = _named(clause)
        if body[0] == "foreign":
            yield head + _reference(body)
        elif body[0] == "check":
            yield head + " ".join(body)
        else:
            counted = ["autoincrement"] if "autoincrement" in body else []
            words = [_name(word) for word in body if word not in {"asc", "autoincrement"}]
            yield head + " ".join([*words, *counted])
