"""Objects that are not modelled, kept as text and known by what they create.

Depends on: engine, model.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from .model import OtherObject

_PART: Final = r'(?:"(?:[^"]|"")+"|`(?:[^`]|``)+`|[\w$]+)'
_NAME: Final = rf"({_PART}(?:\s*\.\s*{_PART})*)"
# What MySQL has between CREATE and the kind.
_DEFINER: Final = (
    r"(?:DEFINER\s*=\s*(?:`[^`]*`|'[^']*'|[\w$]+)(?:\s*@\s*(?:`[^`]*`|'[^']*'|[\w.%-]+))?"
    r"(?:\(\))?\s+|AGGREGATE\s+(?=FUNCTION\b))*"
)
# Compiled where they are used, since few runs need them.
_SAID: Final = (
    r"(?i)\s*(?:COMMENT\s+ON\s+(?:(?P<column>COLUMN)|(?:MATERIALIZED\s+)?VIEW|(?:FOREIGN\s+)?TABLE"
    rf"|(?:CONSTRAINT|TRIGGER|POLICY|RULE)\s+(?P<part>{_PART})\s+ON)"
    r"|ALTER\s+(?:MATERIALIZED\s+)?VIEW(?:\s+IF\s+EXISTS)?)"
    rf"\s+(?P<owner>{_PART}(?:\s*\.\s*{_PART})*)"
)
_COMMENTED: Final = rf"(?i)\s*COMMENT\s+ON\s+(?:FUNCTION|PROCEDURE|ROUTINE|AGGREGATE)\s+{_NAME}"
_CREATE: Final = (
    r"(?i)CREATE\s+(?:OR\s+REPLACE\s+)?"
    r"(?:(?:TEMP|TEMPORARY|UNLOGGED|TRUSTED|PROCEDURAL|CONSTRAINT|DEFAULT|RECURSIVE)\s+)*"
    rf"{_DEFINER}"
    r"(EVENT\s+TRIGGER|FOREIGN\s+TABLE|FOREIGN\s+DATA\s+WRAPPER|VIRTUAL\s+TABLE|ACCESS\s+METHOD"
    r"|TEXT\s+SEARCH\s+\w+|OPERATOR\s+CLASS|OPERATOR\s+FAMILY|MATERIALIZED\s+VIEW"
    r"|USER\s+MAPPING(?:\s+IF\s+NOT\s+EXISTS)?\s+FOR|(?!OPERATOR\b|TRANSFORM\b)\w+)"
    rf"\s+(?:IF\s+NOT\s+EXISTS\s+)?{_NAME}"
)
_ALTER_SEQUENCE: Final = rf"(?i)ALTER\s+SEQUENCE\s+(?:IF\s+EXISTS\s+)?{_NAME}"
RENAMED_TO: Final = r'(?i)\bRENAME\s+TO\s+("(?:[^"]|"")+"|[\w$]+)\s*\Z'
_DROP: Final = (
    r"(?i)DROP\s+(EVENT\s+TRIGGER|FOREIGN\s+TABLE|FOREIGN\s+DATA\s+WRAPPER|ACCESS\s+METHOD"
    r"|TEXT\s+SEARCH\s+\w+|OPERATOR\s+CLASS|OPERATOR\s+FAMILY"
    r"|USER\s+MAPPING(?:\s+IF\s+EXISTS)?\s+FOR|(?!OPERATOR\b|TRANSFORM\b)\w+)"
    rf"\s+(IF\s+EXISTS\s+)?{_NAME}"
)
_ON: Final = rf"(?i)\bON\s+(?:(?:SELECT|INSERT|UPDATE|DELETE)\s+TO\s+)?(?:ONLY\s+)?{_NAME}"
# Of extended statistics: the table that they are about.
_COUNTED: Final = r"(?is)\bFROM\s+((?:\"(?:[^\"]|\"\")+\"|[\w$.])+)\s*;?\s*\Z"
_ROUTINES: Final = frozenset({"FUNCTION", "PROCEDURE", "AGGREGATE", "ROUTINE"})
ON_TABLE: Final = frozenset({"TRIGGER", "POLICY", "RULE"})
_BESIDE: Final = {
    **dict.fromkeys(ON_TABLE, _ON),
    **dict.fromkeys(("OPERATOR CLASS", "OPERATOR FAMILY"), rf"(?i)\bUSING\s+{_NAME}"),
    "USER MAPPING FOR": rf"(?i)\bSERVER\s+{_NAME}",
}


def _words(text: str) -> str:
    return " ".join(text.upper().split())


def _kind(text: str) -> str:
    return re.sub(r" IF( NOT)? EXISTS\b", "", _words(text))


def _beside(kind: str, rest: str) -> str:
    """Return what tells an object from namesakes of its kind."""
    if kind in _ROUTINES:
        return _arguments(rest, 0)
    found = re.search(_BESIDE[kind], rest) if kind in _BESIDE else None
    return unquoted(found[1]) if found else ""


def unquoted(name: str) -> str:
    """Return a dotted name of SQL as the server stores it, without the default schema."""
    return ".".join(unquoted_parts(name))


def unquoted_parts(name: str) -> list[str]:
    """Return the parts of such a name, which may have dots of their own."""
    plain = [part if mark else part.lower() for mark, part in _parts(name)]
    return plain[1:] if len(plain) > 1 and plain[0] in {"public", "main"} else plain


def altered_sequence(text: str) -> str | None:
    """Return the sequence that ALTER SEQUENCE is about, as the server stores its name.

    Args:
        text: The statement.
    """
    found = re.match(_ALTER_SEQUENCE, text)
    return None if found is None else unquoted(found[1])


def counted_table(text: str) -> str | None:
    """Return the table that CREATE STATISTICS is about, as the server stores its name.

    Args:
        text: The statement.
    """
    found = re.search(_COUNTED, text)
    return None if found is None else unquoted(found[1])


def _parts(name: str) -> list[tuple[str, str]]:
    """Return the quotation mark and the letters of each part of a dotted name."""
    parts: list[str] = re.findall(_PART, name)
    return [
        (p[0], p[1:-1].replace(p[0] * 2, p[0])) if p[0] in {'"', "`"} else ("", p) for p in parts
    ]


def _arguments(text: str, start: int) -> str:
    """Return the parenthesised list at ``start``, single-spaced, or an empty string."""
    depth = 0
    for position in range(start, len(text)):
        if text[position] == "(":
            depth += 1
        elif text[position] == ")":
            depth -= 1
            if depth == 0:
                return " ".join(text[start : position + 1].lower().split())
        elif depth == 0 and not text[position].isspace():
            break
    return ""


@lru_cache(maxsize=1 << 16)
def created(text: str) -> tuple[str, str, str] | None:
    """Return what a CREATE statement makes: kind, name, and what tells it from namesakes.

    That is the argument list of a routine, the table of a trigger or policy, the access method of
    an operator class and the server of a user mapping.
    """
    found = re.match(_CREATE, text.lstrip())
    if found is None:
        return None
    kind, name, rest = _kind(found[1]), unquoted(found[2]), text.lstrip()[found.end() :]
    return kind, name, _beside(kind, rest)


def created_at(text: str) -> tuple[int, int] | None:
    """Return where a CREATE statement has the name of what it makes."""
    found = re.match(_CREATE, text)
    return None if found is None else found.span(2)


def created_path(text: str) -> tuple[str, ...]:
    """Return the name of what a CREATE statement makes, part by part, in the letters written."""
    found = re.match(_CREATE, text.lstrip())
    return () if found is None else tuple(part for _, part in _parts(found[2]))


def created_parts(text: str) -> list[str]:
    """Return the same as the server stores it, without the default schema."""
    found = re.match(_CREATE, text.lstrip())
    return [] if found is None else unquoted_parts(found[2])


def with_name(text: str, name: str) -> str:
    """Return a CREATE statement with another name for what it makes."""
    found = re.match(_CREATE, text)
    return text if found is None else f"{text[: found.start(2)]}{name}{text[found.end(2) :]}"


_IN_SCHEMA: Final = frozenset(
    {"FUNCTION", "PROCEDURE", "AGGREGATE", "SEQUENCE", "TABLE", "TYPE", "COLLATION", "VIEW"}
    | {"MATERIALIZED VIEW", "STATISTICS", "OPERATOR CLASS", "OPERATOR FAMILY", "CONVERSION"}
    | {f"TEXT SEARCH {part}" for part in ("CONFIGURATION", "DICTIONARY", "PARSER", "TEMPLATE")}
)


def in_schema(text: str, schema: str) -> str:
    """Return a CREATE statement with the schema that the search path gave it written out.

    Args:
        text: The statement.
        schema: As written in SQL.
    """
    found = re.match(_CREATE, text)
    if found is None:
        return text
    if _words(found[1]) in _IN_SCHEMA and "." not in found[2]:
        return f"{text[: found.start(2)]}{schema}.{text[found.start(2) :]}"
    on = re.compile(_ON).search(text, found.end()) if _words(found[1]) in ON_TABLE else None
    if on is not None and "." not in on[1]:
        return f"{text[: on.start(1)]}{schema}.{text[on.start(1) :]}"
    return text


_ALTER: Final = rf"(?i)ALTER\s+TABLE\s+(?:IF\s+EXISTS\s+)?(?:ONLY\s+)?{_NAME}"


def on_table(text: str, old: str, new: str) -> str:
    """Return a statement about the table ``old`` as one about ``new``.

    Args:
        text: ALTER TABLE, CREATE TRIGGER, POLICY or RULE; any other stays as it is.
        old: The table's name as :func:`created` gives it.
        new: The new one as written in SQL.
    """
    found = re.match(_ALTER, text)
    if found is None:
        made = re.match(_CREATE, text)
        if made is None or _words(made[1]) not in ON_TABLE:
            return text
        found = re.compile(_ON).search(text, made.end())
    if found is None or unquoted(found[1]) != old:
        return text
    return f"{text[: found.start(1)]}{new}{text[found.end(1) :]}"


@lru_cache(maxsize=1 << 16)
def dropped(text: str) -> tuple[str, str, str] | None:
    """Return what a DROP statement removes, as :func:`created` does."""
    found = re.match(_DROP, text.lstrip())
    if found is None:
        return None
    kind, name, rest = _kind(found[1]), unquoted(found[3]), text.lstrip()[found.end() :]
    return kind, name, _beside(kind, rest)


def _spoken_of(other: OtherObject) -> tuple[str, str, str] | None:
    """Return what COMMENT ON or ALTER is about, as :func:`created`; types tell routines apart."""
    if not other.keyword.startswith(("COMMENT", "ALTER")):
        return None
    return spoken_of(other.text)


@lru_cache(maxsize=1 << 16)
def spoken_of(text: str) -> tuple[str, str, str] | None:
    """Return what COMMENT ON, ALTER or DROP is about, as :func:`created`; of routines nothing."""
    as_drop = re.sub(r"(?i)\A(?:COMMENT\s+ON|ALTER)\b", "DROP", text.lstrip(), count=1)
    found = dropped(as_drop)
    return None if found is None or found[0] in _ROUTINES else found


def said_of(text: str) -> tuple[str, str] | None:
    """Return the table or view that COMMENT ON or ALTER VIEW is about, and its part if of such."""
    found = re.match(_SAID, text)
    if found is None:
        return None
    if not found["column"]:
        return unquoted(found["owner"]), unquoted(found["part"] or "")
    *owner, column = unquoted_parts(found["owner"])
    return ".".join(owner), column


def commented_routine(text: str) -> str | None:
    """Return the routine that COMMENT ON is about, as the server stores its name."""
    found = re.match(_COMMENTED, text)
    return None if found is None else unquoted(found[1])


def removes(text: str, other: OtherObject) -> bool:
    """Tell whether the DROP statement ``text`` removes ``other``."""
    gone, made = dropped(text), created(other.text) or _spoken_of(other)
    if made is not None and gone is not None and "`" in f"{text}{other.text}":
        # Of MySQL: without backticks the letters of the same name may be others.
        gone, made = (gone[0], gone[1].lower(), gone[2]), (made[0], made[1].lower(), made[2])
    if gone is not None and gone[0] == "SEQUENCE" and other.keyword == "ALTER SEQUENCE":
        renamed = re.search(RENAMED_TO, other.text)
        if renamed is not None:
            return unquoted(renamed[1]) == gone[1].rpartition(".")[2]
        return altered_sequence(other.text) == gone[1]
    if gone is None or made is None or gone[1] != made[1]:
        return False
    same_kind = gone[0] == made[0] or (gone[0] == "ROUTINE" and made[0] in _ROUTINES)
    if (gone[0], made[0]) == ("OPERATOR FAMILY", "OPERATOR CLASS"):
        return gone[2] == made[2]  # a class is in the family of its name, unless it says otherwise
    if not same_kind or made[0] in _ROUTINES:
        # Argument names and defaults are not part of DROP FUNCTION's list.
        return same_kind and (not gone[2] or gone[2].count(",") == made[2].count(","))
    return not gone[2] or gone[2] == made[2]
