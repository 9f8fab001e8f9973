"""Rules of MySQL and MariaDB: what copies tables, and what the servers do silently.

Depends on: engine, catalog.mysql_partitions, sql.syntax, review_rules.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core.catalog.mysql_partitions import emptied_partitions
from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.sql.source import Span

from .review_rules import MYSQL, Level, registry

if TYPE_CHECKING:
    from .review_rules import Spots, Step

RULES, rule = registry()

_CHARSET: Final = re.compile(r"(?i)\butf8(mb3)?\b|\blatin1\b|\bascii\b|\bucs2\b")
_CONSTANT: Final = re.compile(
    r"(?i)\s*\(?\s*(?:[-+]?[\d.]+(?:e[-+]?\d+)?|[bxn]?'.*'|\".*\"|null|true|false"
    r"|(?:current_timestamp|now|localtime(?:stamp)?)\s*(?:\(\s*\d*\s*\))?)\s*\)?\s*\Z",
    re.DOTALL,
)


@rule(
    "algorithm-copy",
    Level.WARNING,
    MYSQL,
    "ALGORITHM=COPY writes the whole table anew while writes wait",
    "ALGORITHM=INSTANT or INPLACE, so that the server refuses what it cannot do so",
)
def _algorithm(step: Step) -> Spots:
    if step.words[:1] == ["ALTER"] and "ALGORITHM" in step.words and "COPY" in step.words:
        yield step.find("ALGORITHM") or step.head, ""


@rule(
    "lock-clause",
    Level.WARNING,
    MYSQL,
    "LOCK={} makes others wait while the table changes",
    "LOCK=NONE, so that the server refuses what it cannot do so",
)
def _lock(step: Step) -> Spots:
    for kind in ("SHARED", "EXCLUSIVE"):
        if (span := step.find("LOCK")) and kind in step.words and step.words[0] != "LOCK":
            yield span, kind


@rule(
    "expression-default",
    Level.WARNING,
    MYSQL,
    "column {} has an expression for its default: adding it copies the table",
    "add it without a default, then ALTER COLUMN … SET DEFAULT, then fill the rows",
)
def _expression_default(step: Step) -> Spots:
    for _, action in step.actions():
        if (
            isinstance(action, syntax.AddColumn)
            and action.column.default is not None
            and not _CONSTANT.match(action.column.default)
        ):
            yield step.at(action.column), f'"{action.column.name}"'


@rule(
    "stored-column",
    Level.WARNING,
    MYSQL,
    "adding stored column {} copies the table",
    "make it VIRTUAL, with an index where it is searched",
)
def _stored(step: Step) -> Spots:
    for _, action in step.actions():
        if (
            isinstance(action, syntax.AddColumn)
            and action.column.generated is not None
            and action.column.stored
        ):
            yield step.at(action.column), f'"{action.column.name}"'


@rule(
    "add-auto-increment",
    Level.WARNING,
    MYSQL,
    "adding AUTO_INCREMENT column {} numbers all rows, in another order on each replica",
    "make a new table with it, and copy the rows in the order of a key",
)
def _auto_increment(step: Step) -> Spots:
    for _, action in step.actions():
        if isinstance(action, syntax.AddColumn) and action.column.autoincrement:
            yield step.at(action.column), f'"{action.column.name}"'


@rule(
    "modify-column",
    Level.WARNING,
    MYSQL,
    "changing the type of {} copies the table while writes wait, and values may not fit",
    "add a column of the new type, write to both, copy in batches, and swap them",
)
def _modify(step: Step) -> Spots:
    for table, action in step.actions():
        if isinstance(action, syntax.ModifyColumn):
            found = step.column(table, action.column)
            if found is None or not _cheap(found[1].type_text, action.definition.type_text):
                yield step.at(action), f'"{action.column}"'


def _cheap(old: str, new: str) -> bool:
    """Tell whether no row has to be written for another type."""
    one, other = (re.sub(r"\s+", "", text.lower()) for text in (old, new))
    if one == other:
        return True
    sizes = [re.match(r"varchar\((\d+)\)\Z", text) for text in (one, other)]
    if sizes[0] and sizes[1]:
        before, after = int(sizes[0][1]), int(sizes[1][1])
        byte_length = 63  # of four bytes each: longer ones have a length of two bytes
        return before <= after and (after <= byte_length or before > byte_length)
    return one.startswith(("enum(", "set(")) and other.startswith(one[:-1] + ",")


@rule(
    "modify-not-null",
    Level.WARNING,
    MYSQL,
    "{} becomes NOT NULL: rows that hold NULL make it fail, or get 0 or ''",
    "fill the rows first, and look that none holds NULL",
)
def _not_null(step: Step) -> Spots:
    for table, action in step.actions():
        if isinstance(action, syntax.ModifyColumn) and action.definition.not_null:
            found = step.column(table, action.column)
            if found is None or not found[1].not_null:
                yield step.at(action), f'"{action.column}"'


@rule(
    "inline-references",
    Level.ERROR,
    frozenset({Engine.MYSQL}),
    "REFERENCES beside column {} is read and ignored by MySQL before 9.0",
    "write FOREIGN KEY (…) REFERENCES … (…) behind the columns",
)
def _inline_references(step: Step) -> Spots:
    if step.words[:2] not in (["CREATE", "TABLE"], ["ALTER", "TABLE"]):
        return
    depth, name, foreign = 0, "", False
    for token, word in zip(step.tokens, step.words, strict=True):
        depth += (token.text == "(") - (token.text == ")")
        if token.text == "," or (token.text == "(" and depth == 1) or word == "COLUMN":
            name, foreign = "", foreign and depth > 1  # a list in brackets is part of its key
        elif word == "REFERENCES" and not foreign:
            yield Span(token.start, token.end), f'"{name}"'
        else:
            foreign = foreign or word == "FOREIGN"
            name = name or token.text.strip("`")


@rule(
    "drop-partition",
    Level.WARNING,
    MYSQL,
    "partition {} loses its rows",
    "keep a copy of them; EXCHANGE PARTITION … WITH TABLE moves them out without reading them",
)
def _partitions(step: Step) -> Spots:
    for _, action in step.actions():
        if isinstance(action, syntax.AlterPartitions):
            for name in emptied_partitions(action.text, step.state.engine):
                yield step.at(action), f'"{name}"'


@rule(
    "drop-history",
    Level.WARNING,
    MYSQL,
    "what rows of table {} were is lost",
    "keep a copy of it: INSERT … SELECT … FOR SYSTEM_TIME ALL",
)
def _history(step: Step) -> Spots:
    if step.words[:3] == ["DELETE", "HISTORY", "FROM"]:
        yield step.head, f'"{step.tokens[3].text.strip("`")}"'
    for table, action in step.actions():
        if isinstance(action, syntax.SetTableOptions) and "WITHOUT SYSTEM V" in action.tail:
            yield step.at(action), f'"{table}"'


@rule(
    "engine-not-innodb",
    Level.WARNING,
    MYSQL,
    "table {} is not InnoDB: no transactions, no foreign keys, lost rows after a crash",
    "leave ENGINE out, or write ENGINE=InnoDB",
)
def _engine(step: Step) -> Spots:
    found = step.statement
    if isinstance(found, syntax.CreateTable):
        named = re.search(r"(?i)\bENGINE\s*=?\s*(\w+)", found.tail)
        if named and named[1].lower() != "innodb":
            yield step.find("ENGINE") or step.head, f'"{found.name}"'


@rule(
    "old-charset",
    Level.WARNING,
    MYSQL,
    "{} cannot hold every character: emoji and some names are refused or cut",
    "use utf8mb4",
)
def _charset(step: Step) -> Spots:
    for column, _ in step.columns():
        if column.charset and _CHARSET.fullmatch(column.charset):
            yield step.at(column), f'"{column.name}"'
    found = step.statement
    if isinstance(found, syntax.CreateTable) and _CHARSET.fullmatch(found.charset or ""):
        yield step.at(found.name), f'"{found.name}"'


@rule(
    "duplicate-index",
    Level.ADVICE,
    MYSQL,
    "index {} begins another index of its table, which serves as well",
    "leave it out",
)
def _duplicate_index(step: Step) -> Spots:
    found = step.statement
    if not isinstance(found, syntax.CreateTable):
        return
    items = [*found.constraints, *(item for c in found.columns for item in c.constraints)]
    keys = [item.columns for item in items if isinstance(item, syntax.KeyDef)]
    plain = [index for index in found.indexes if not index.unique and not index.kind]
    others = [*keys, *(index.columns for index in found.indexes)]
    for index in plain:
        longer = [
            o for o in others if o is not index.columns and o[: len(index.columns)] == index.columns
        ]
        if longer and None not in index.columns:
            yield step.at(index), f'"{index.name}"'


@rule(
    "definer",
    Level.ADVICE,
    MYSQL,
    "DEFINER names a user, whom other servers may not have",
    "leave it out: the one who runs the migration becomes the definer",
)
def _definer(step: Step) -> Spots:
    if step.words[:1] == ["CREATE"] and (span := step.find("DEFINER")):
        yield span, ""


@rule(
    "name-case",
    Level.ADVICE,
    MYSQL,
    "table {} has capital letters, which some servers compare and others do not",
    "use small letters",
)
def _name_case(step: Step) -> Spots:
    found = step.statement
    if isinstance(found, syntax.CreateTable) and found.name.last != found.name.last.lower():
        yield step.at(found.name), f'"{found.name}"'
