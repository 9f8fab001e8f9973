"""MariaDB's sequences: what their statements say, with what is left out.

Depends on: engine, sql.lexer, sql.strings, sql.syntax, draft, identifiers, kept, mysql_text, objects,
text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.sql.lexer import TokenKind, tokenize
from flash_core.sql.strings import quoted, string_value
from flash_core.sql.token import LAYOUT

from .draft import Refused
from .identifiers import quote
from .kept import keep
from .mysql_text import table_options
from .objects import created, created_path
from .text import identifier

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from flash_core.sql.lexer import Token
    from flash_core.sql.source import SourceFile

    from .draft import Draft
    from .model import Catalog, Column

_QUOTES: Final = frozenset("'\"")
_LOWEST: Final = -9223372036854775807
_HIGHEST: Final = 9223372036854775806
_NUMBER: Final = re.compile(
    r"\b(START|INCREMENT|MINVALUE|MAXVALUE|CACHE)(?: WITH| BY)?(?: =)? (-?) ?(\d+)"
)
_ALTERED: Final = re.compile(
    r"(?i)ALTER\s+SEQUENCE\s+(?:IF\s+EXISTS\s+)?((?:`(?:[^`]|``)+`|[\w$]+)"
    r"(?:\s*\.\s*(?:`(?:[^`]|``)+`|[\w$]+))?)"
)


def _words(text: str) -> str:
    """Return the tokens of a statement but its comment, in capitals and with single spaces."""
    skipped = {*LAYOUT, TokenKind.STRING}
    tokens = [t for t in tokenize(text, Engine.MARIADB) if t.kind not in skipped]
    return " ".join(token.text.upper() for token in tokens)


def _said(text: str) -> dict[str, str]:
    """Return the options that a statement writes, by name."""
    words = _words(text)
    found = {match[1]: f"{match[2]}{match[3]}" for match in _NUMBER.finditer(words)}
    for name in ("MINVALUE", "MAXVALUE"):
        if re.search(rf"\bNO ?{name}\b", words):
            found[name] = ""
    if re.search(r"\bNO ?CACHE\b", words):
        found["CACHE"] = "0"
    if cycle := re.search(r"\b(NO ?)?CYCLE\b", words):
        found["CYCLE"] = "NOCYCLE" if cycle[1] else "CYCLE"
    return found


def sequence_options(text: str) -> dict[str, str]:
    """Return all options of a sequence.

    Args:
        text: Its CREATE SEQUENCE statement.
    """
    said = _said(text)
    step = int(said.get("INCREMENT") or 1)
    low = said.get("MINVALUE") or str(1 if step >= 0 else _LOWEST)
    high = said.get("MAXVALUE") or str(_HIGHEST if step >= 0 else -1)
    return {
        "START": said.get("START") or (low if step >= 0 else high),
        "MINVALUE": low,
        "MAXVALUE": high,
        "INCREMENT": str(step),
        "CACHE": said.get("CACHE") or "1000",
        "CYCLE": said.get("CYCLE") or "NOCYCLE",
    }


def kept_options(text: str) -> dict[str, str]:
    """Return the comment of a sequence and its storage engine, where it has any of its own.

    Args:
        text: Its CREATE SEQUENCE statement.

    Returns:
        What ALTER TABLE takes, by name: ALTER SEQUENCE knows neither.
    """
    found: dict[str, str] = {}
    tokens = [t.text for t in tokenize(text, Engine.MARIADB) if t.kind not in LAYOUT]
    for position, word in enumerate(tokens[:-1]):
        value = tokens[position + (2 if tokens[position + 1] == "=" else 1)]
        if word.upper() == "COMMENT" and value[0] in _QUOTES and string_value(value):
            found["COMMENT"] = quoted(string_value(value))
        if word.upper() == "ENGINE" and value.upper() != "INNODB":
            found["ENGINE"] = value
    return found


def written(options: dict[str, str]) -> str:
    """Return options as SQL."""
    words = {"START": "START WITH ", "INCREMENT": "INCREMENT BY ", "CYCLE": ""}
    return " ".join(f"{words.get(name, f'{name} ')}{value}" for name, value in options.items())


def _unquoted(name: str) -> str:
    """Return a name, without its database's, as names are compared."""
    last: str = re.findall(r"`(?:[^`]|``)+`|[\w$]+", name)[-1]
    return (last[1:-1].replace("``", "`") if last[0] == "`" else last).lower()


def own_sequences(catalog: Catalog) -> Catalog:
    """Return a schema whose defaults name its sequences without a database.

    Dumps say of which database a sequence is. Somewhere else that is another sequence, or none.

    Args:
        catalog: A schema of MariaDB.
    """
    made = (created_path(item.text) for item in catalog.others if item.keyword.endswith("SEQUENCE"))
    own = {path[0] for path in made if len(path) == 1}
    if not own:
        return catalog
    tables = tuple(
        replace(
            table,
            columns=tuple(_of_own(column, own, catalog.schemas) for column in table.columns),
        )
        if any("." in (column.default or "") for column in table.columns)
        else table
        for table in catalog.tables
    )
    return replace(catalog, tables=tables)


def sequence_in(default: str) -> str | None:
    """Return the sequence of this database that a default takes its values from, if it does.

    Args:
        default: As a catalog keeps it.
    """
    found = [names[-1] for names in _named_in(default)]
    return identifier(found[-1], Engine.MARIADB) if found else None


def _of_own(column: Column, own: Collection[str], schemas: Collection[str]) -> Column:
    """Return a column whose default takes its values from a sequence of this database."""
    text = column.default or ""
    for names in _named_in(text):
        database, name = (identifier(token, Engine.MARIADB) for token in (names[0], names[-1]))
        if len(names) > 1 and name in own and database not in schemas:
            text = text[: names[0].start] + text[names[-1].start :]
    return column if text == (column.default or "") else replace(column, default=text)


def _named_in(text: str) -> Iterator[list[Token]]:
    """Yield the names of the sequences in an expression, part by part, the last ones first."""
    tokens = [token for token in tokenize(text, Engine.MARIADB) if token.kind not in LAYOUT]
    words = [token.text.upper() for token in tokens]
    for at in range(len(tokens) - 3, -1, -1):
        called = words[at] in {"NEXTVAL", "LASTVAL"} and words[at + 1] == "("
        if called or words[at : at + 2] == ["VALUE", "FOR"]:
            parted = words[at + 3 : at + 4] == ["."]
            yield tokens[at + 2 : at + (5 if parted else 3) : 2]


def alter_sequence(draft: Draft, statement: syntax.OtherDdl, source: SourceFile) -> None:
    """Fold ALTER SEQUENCE into the statement that made it.

    Raises:
        Refused: There is no such sequence (yet).
    """
    text = statement.text.strip()
    found = _ALTERED.match(text)
    name, said = ("", text) if found is None else (_unquoted(found[1]), text[found.end() :])
    for position, other in enumerate(draft.others):
        made = created(other.text)
        if made is not None and (made[0], made[1].lower()) == ("SEQUENCE", name):
            options = sequence_options(other.text) | _said(said)
            text = _statement(other.text, options, kept_options(other.text), draft.engine)
            rest = draft.others
            draft.others = []
            keep(draft, replace(statement, keyword="CREATE SEQUENCE", text=text), source)
            draft.others = [*rest[:position], *draft.others, *rest[position + 1 :]]
            return
    message = f"Unknown SEQUENCE: '{name}'"
    raise Refused(message, statement.span, sqlstate="42S02", missing=True)


def _statement(text: str, options: dict[str, str], kept: dict[str, str], engine: Engine) -> str:
    """Return CREATE SEQUENCE of the name in ``text`` with other options."""
    name = quote(created_path(text)[-1], engine)
    clauses = [f"{word}={value}" for word, value in kept.items()]
    return " ".join([f"CREATE SEQUENCE {name} {written(options)}", *clauses])


def set_options(draft: Draft, name: syntax.Name, action: syntax.AlterAction) -> bool:
    """Fold ALTER TABLE of a sequence into the statement that made it.

    Args:
        draft: The schema.
        name: What the statement names.
        action: One of its clauses.

    Returns:
        Whether there is such a sequence, and the clause says its comment or storage engine.
    """
    if not isinstance(action, syntax.SetTableOptions):
        return False
    for position, other in enumerate(draft.others):
        made = created(other.text)
        if made is None or (made[0], made[1].lower()) != ("SEQUENCE", name.last.lower()):
            continue
        kept = kept_options(other.text)
        if action.comment is not None:
            kept["COMMENT"] = quoted(action.comment)
        if engine := table_options(action.tail).get("ENGINE"):
            kept["ENGINE"] = engine
        text = _statement(other.text, sequence_options(other.text), kept, draft.engine)
        draft.others[position] = replace(other, text=text)
        return True
    return False
