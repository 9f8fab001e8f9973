# Generated from flash_core/database/introspect/mysql_text.py by `nox -s unasync`: edit that file.
"""What SHOW CREATE of MySQL and MariaDB prints, without what is no part of a definition.

Left out are counters, definers and the name of the database that everything is in.

Depends on: nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

# A string, a quoted name, or anything else: what is rewritten must not stand inside the first.
_PIECE: Final = re.compile(r"'(?:[^'\\]|\\.|'')*'|`(?:[^`]|``)*`|[^'`]+", re.DOTALL)
_DEFINER: Final = re.compile(
    r"(CREATE\s+(?:ALGORITHM=\w+\s+)?)DEFINER\s*=\s*(?:`(?:[^`]|``)*`@`(?:[^`]|``)*`|\S+)\s+",
    re.IGNORECASE,
)
_COUNTER: Final = re.compile(r"(\) ENGINE=\w+) AUTO_INCREMENT=\d+")
_TARGET: Final = re.compile(r" REFERENCES `((?:[^`]|``)*)` \(")
_SHAPE: Final = re.compile(
    r"`(?:[^`]|``)*` (?:multi)?(?:geometry|point|linestring|polygon|geometrycollection)\b"
)
# A column with a constant as its default, whose digits or letters stand in the last group.
_CONSTANT: Final = re.compile(
    r"(`(?:[^`]|``)*`(?:'(?:[^'\\]|\\.|'')*'|`(?:[^`]|``)*`|[^'`])*? DEFAULT )"
    r"('(?:[^'\\]|\\.|'')*')",
    re.DOTALL,
)
_ESCAPE: Final = re.compile(r"\\(.)|'(?=')", re.DOTALL)
_CONTROL: Final = {None: "", "0": "\0", "n": "\n", "r": "\r"}
_KEY: Final = re.compile(
    r"(?:(?:PRIMARY|UNIQUE|FULLTEXT|SPATIAL|VECTOR) )?KEY |CONSTRAINT |PERIOD "
)


def quoted(name: str) -> str:
    """Return a name as it stands in SQL."""
    return "`" + name.replace("`", "``") + "`"


def is_text(text: str) -> bool:
    """Tell whether no bytes stand in a text for which there is no character."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def without_definer(text: str) -> str:
    """Return a CREATE statement that makes the object its creator's."""
    return _DEFINER.sub(r"\1", text, count=1)


def without_database(text: str, database: str) -> str:
    """Return a text in which functions, sequences and tables have no name of their database.

    Tables have it in a view that also reads something of no database, as JSON_TABLE is.
    """
    own = f"{quoted(database)}."
    pieces = _PIECE.findall(text)
    found: list[str] = []
    position = 0
    while position < len(pieces):
        piece = pieces[position]
        following = "".join(pieces[position + 1 : position + 4])
        called = found and re.search(r"\b(?:next|last|set)val\(\Z", found[-1])
        called = called or re.match(r"\.`(?:[^`]|``)*`\(", following)
        read = found and re.search(r"\b(?:from|join) \(*\Z", found[-1])
        read = read or re.match(r"\.`(?:[^`]|``)*`\.", following)
        if piece + following[:1] == own and (called or read):
            pieces[position + 1] = pieces[position + 1][1:]
        else:
            found.append(piece)
        position += 1
    return "".join(found)


class TableText:
    """The parts of a table as SHOW CREATE TABLE prints it.

    Args:
        text: What it prints.
        database: The database's name.

    Attributes:
        head: ``CREATE TABLE `name` (``.
        columns: Their definitions, in order.
        keys: Keys, constraints and periods.
        options: What follows the closing parenthesis, partitions included.
    """

    def __init__(self, text: str, database: str) -> None:
        lines = without_database(text, database).split("\n")
        end = next(i for i, line in enumerate(lines) if line.startswith(")"))
        body = [line.strip().removesuffix(",") for line in lines[1:end]]
        self.head = lines[0]
        self.columns = [_with_digits(line) for line in body if not _KEY.match(line)]
        self.keys = [line for line in body if _KEY.match(line)]
        options = _COUNTER.sub(r"\1", "\n".join(lines[end:]), count=1)[1:].strip()
        self.options = options if options.startswith("ENGINE=Aria") else _without_aria(options)

    def facts(self) -> tuple[str, ...]:
        """Return what two tables must agree in: only the order of their columns counts."""
        numbered = [f"column {number} {line}" for number, line in enumerate(self.columns, 1)]
        return (*numbered, *sorted(self.keys), self.options)

    def has_shapes(self) -> bool:
        """Tell whether a column holds points, lines and the like."""
        return any(_SHAPE.match(line) for line in self.columns)

    def say_system(self, column: str, system: int) -> None:
        """Write the reference system of a column behind its type.

        Args:
            column: The column.
            system: Its number.
        """
        named = re.compile(rf"({re.escape(quoted(column))} \w+)")
        self.columns = [
            named.sub(rf"\1 REF_SYSTEM_ID={system}", line, count=1) if named.match(line) else line
            for line in self.columns
        ]

    def lost_defaults(self) -> list[str]:
        """Return the columns, as they stand in SQL, of whose default characters may be lost.

        For one that the names of the server may not have, it prints ``?``.
        """
        found = filter(None, map(_CONSTANT.match, self.columns))
        return [_quoted_first(match[1]) for match in found if "?" in match[2]]

    def say_default(self, column: str, default: str) -> None:
        """Write the default of a column that has a constant for one.

        Args:
            column: The column, as it stands in SQL.
            default: As it stands in SQL.
        """
        for number, line in enumerate(self.columns):
            match = _CONSTANT.match(line)
            if match and _quoted_first(line) == column:
                self.columns[number] = match[1] + default + line[match.end() :]

    def is_text(self) -> bool:
        """Tell whether every part is text, and no bytes are left."""
        return is_text("".join([self.head, *self.columns, *self.keys, self.options]))

    def targets(self) -> set[str]:
        """Return the tables of this database that foreign keys refer to."""
        found = (_TARGET.search(line) for line in self.keys)
        return {match[1].replace("``", "`") for match in found if match}

    def statement(self, late: Iterable[str], usual: str) -> str:
        """Return CREATE TABLE.

        Args:
            late: Keys that are left out.
            usual: The collation that the database gives to tables.
        """
        left_out = set(late)
        lines = [*self.columns, *(key for key in self.keys if key not in left_out)]
        body = ",\n".join(f"  {line}" for line in lines)
        options = re.sub(rf" DEFAULT CHARSET=\w+ COLLATE={usual}\b", "", self.options, count=1)
        return f"{self.head}\n{body}\n) {options}"


def _quoted_first(line: str) -> str:
    """Return the quoted name that a line begins with."""
    return str(_PIECE.findall(line)[0])


def _with_digits(line: str) -> str:
    """Return the definition of a column, its default in digits where it is bytes and no text."""
    match = _CONSTANT.match(line)
    if match is None or is_text(match[2]):
        return line
    text = _ESCAPE.sub(lambda found: _CONTROL.get(found[1], found[1]), match[2][1:-1])
    data = text.encode(errors="surrogateescape")
    return f"{match[1]}x'{data.hex()}'{line[match.end() :]}"


def late_references(table: TableText, made: set[str], name: str) -> list[str]:
    """Return the foreign keys whose tables are made later."""
    found: list[str] = []
    for line in table.keys:
        target = _TARGET.search(line)
        if target and target[1].replace("``", "`") not in {*made, name}:
            found.append(line)
    return found


def in_order(names: Sequence[str], needs: Callable[[str], Iterable[str]]) -> list[str]:
    """Return names so that each comes after what it needs, as far as there is no cycle."""
    result: dict[str, None] = {}
    known = set(names)

    def visit(name: str, path: frozenset[str]) -> None:
        if name in result or name in path:
            return
        for other in sorted(set(needs(name)) & known):
            visit(other, path | {name})
        result.setdefault(name)

    for name in names:
        visit(name, frozenset())
    return list(result)


def _without_aria(options: str) -> str:
    """Leave out what Aria notes of every table, and what other engines keep without a meaning."""

    def plain(piece: re.Match[str]) -> str:
        return piece[0] if piece[0][0] in "'`" else piece[0].replace(" PAGE_CHECKSUM=1", "")

    return _PIECE.sub(plain, options)
