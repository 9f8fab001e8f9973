"""The objects of a PostgreSQL schema, one by one, each with what it needs.

Finer than the catalog: a column, its default, a constraint and a comment are objects of their own,
so that each can go, come or change alone, in an order that the server accepts.

Depends on: engine, catalog, sql.clauses, sql.lexer.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

from flash_core._dataclass import dataclass, field
from flash_core.catalog.identifiers import quote
from flash_core.catalog.sequence_names import sequence_name
from flash_core.catalog.text import identifier, names_in
from flash_core.catalog.user_types import is_built_in
from flash_core.engine import Engine
from flash_core.sql.clauses import significant
from flash_core.sql.dotted import dotted_parts
from flash_core.sql.lexer import TokenKind, tokenize
from flash_core.sql.token import LAYOUT

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from flash_core.catalog.model import Catalog, Index
    from flash_core.catalog.names import Constraint
    from flash_core.sql.postgres_objects import Typed

Key: TypeAlias = tuple[str, ...]
Path: TypeAlias = tuple[str, ...]
PG: Final = Engine.POSTGRESQL
# Kinds that text can mention by name.
_NAMED: Final = frozenset(
    {"type", "routine", "sequence", "table", "view", "collation", "operator class", "server"}
    | {"operator family"}
    | {"foreign data wrapper", "text search configuration", "text search dictionary"}
    | {"text search parser", "text search template"}
)
# What an expression can use.
USED: Final = frozenset(
    {"routine", "type", "operator", "operator class", "text search configuration", "collation"}
)
# Words that mean a value, which no column of that name is.
_VALUES: Final = frozenset(
    {"current_date", "current_role", "current_time", "current_timestamp", "current_user"}
    | {"localtime", "localtimestamp", "session_user", "user"}
)
_LITERAL: Final = re.compile(r"'((?:[^']|'')+)'")
_SYMBOLS: Final = re.compile(r"[-+*/<>=~!@#%^&|`?]+")
_NEXTVAL: Final = re.compile(r"'((?:[^']|'')+)'")
_NO_DATA: Final = re.compile(r"\s+WITH\s+NO\s+DATA\s*\Z", re.IGNORECASE)


@lru_cache(maxsize=50_000)
def _names_in(text: str, *, calls: bool) -> frozenset[str]:
    """Return the words of a text; most are the same in both schemas."""
    return names_in(text, PG, calls=calls)


@lru_cache(maxsize=50_000)
def said(text: str) -> str:
    """Return an expression so that neither layout nor the case of its words matters."""
    tokens = significant(text, PG)
    return " ".join(
        item.text.lower() if item.kind is TokenKind.WORD else item.text for item in tokens.items
    )


@dataclass(slots=True)
class Item:
    """One object.

    Attributes:
        key: Kind, schema, name …: what identifies it.
        label: For comments and messages: ``column users.email``.
        create: The statement that makes it; empty when something else does.
        drop: The statement that removes it.
        facts: What must agree for two to be the same.
        needs: What must exist before it, and cannot change or go while it exists.
        wants: What should exist before it, if that can be.
        unseen: What of ``wants`` nobody looks at when it is made.
        inside: What it goes and comes with.
        destroys: Dropping it loses rows or values.
        definition: The object of the catalog.
        unwritten: Its parent makes and drops it.
        local: Of an inherited column: its table has it without the parent, too.
        serial: The word ``serial`` makes it.
        listed: Of a view with stars: the statement that makes it, with columns in their place.
        above: Of an index of a partition: the one of the table above, with which it came.
    """

    key: Key
    label: str
    create: str = ""
    drop: str = ""
    facts: Hashable = ()
    needs: set[Key] = field(default_factory=set[Key])
    wants: set[Key] = field(default_factory=set[Key])
    unseen: set[Key] = field(default_factory=set[Key])
    inside: Key | None = None
    destroys: bool = False
    definition: object = None
    unwritten: bool = False
    local: bool = False
    serial: bool = False
    listed: str = ""
    above: Key | None = None


class Objects:
    """The items of one catalog, by key, and what names in text refer to."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.items: dict[Key, Item] = {}
        self.older = False  # the server has no SET EXPRESSION
        self._names: dict[str, list[Key]] = defaultdict(list)
        self.named_constraints: dict[tuple[str, str], list[tuple[str, Constraint]]] = {}
        self.unique_indexes: dict[tuple[str, str], list[Index]] = defaultdict(list)
        for index in catalog.indexes:
            if index.unique:
                self.unique_indexes[index.schema, index.table].append(index)
        above = {path for table in catalog.tables for path in table.inherits}
        self.parents = {key for path in above if (key := self.relation(path))}
        self._columns: dict[Key, dict[str, Key]] = defaultdict(dict)
        self._constraints: dict[Key, set[Key]] = defaultdict(set)
        self._constrained: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._links: dict[Key, list[Key]] = defaultdict(list)
        self._differing: tuple[Objects, frozenset[Key]] | None = None
        self._users: defaultdict[Key, list[Item]] | None = None
        self._operators: dict[str, list[Key]] = defaultdict(list)
        self._searches: dict[str, list[Key]] = defaultdict(list)

    def add(self, item: Item) -> Item:
        """Take an item; the last one of a key counts."""
        if item.key not in self.items:
            self.announce(item.key)
        self.items[item.key] = item
        return item

    def announce(self, key: Key) -> None:
        """Let text mention an object."""
        if key[0] in _NAMED:
            name = key[2]
            if key not in self._names[name]:
                self._names[name].append(key)
            if key[0] == "text search configuration" and key not in self._searches[name]:
                self._searches[name].append(key)
        elif key[0] == "operator":
            self._operators[key[2]].append(key)
        elif key[0] == "column":
            self._columns["table", *key[1:3]][key[3]] = key
        elif key[0] in {"constraint", "reference"}:
            self._constrained[key[1], key[3]].add(key[2])
            if key[0] == "constraint":
                self._constraints["table", *key[1:3]].add(key)
        elif key[0] == "parent":
            self._links[key[1:3]].append(key)

    def links(self) -> list[Key]:
        """Return what says which table has which parent."""
        return [key for found in self._links.values() for key in found]

    def links_of(self, part: Key) -> list[Key]:
        """Return what says which parents a table has.

        Args:
            part: The key of the table, or of a part of it.
        """
        return self._links.get(part[1:3], [])

    def users(self, key: Key) -> list[Item]:
        """Return what needs an object; the schema must be complete."""
        if self._users is None:
            self._users = defaultdict(list)
            for item in self.items.values():
                for need in item.needs:
                    self._users[need].append(item)
        return self._users.get(key, [])

    def differing(self, other: Objects) -> frozenset[Key]:
        """Return what both have, but not alike; both must be complete."""
        if self._differing is None or self._differing[0] is not other:
            items = other.items
            found = (k for k, i in self.items.items() if k in items and items[k].facts != i.facts)
            self._differing = other, frozenset(found)
            other._differing = self, self._differing[1]
        return self._differing[1]

    def alias(self, name: str, key: Key) -> None:
        """Let text mention an object by another name, too."""
        self._names[name].append(key)

    def columns(self, table: Key) -> dict[str, Key]:
        """Return the columns of a table, by name."""
        return self._columns.get(table, {})

    def constraints(self, table: Key) -> set[Key]:
        """Return the constraints of a table that are there by now."""
        return self._constraints.get(table, set())

    def constrained(self, schema: str, name: str) -> set[str]:
        """Return the tables of a schema that have a constraint of that name."""
        return self._constrained.get((schema, name), set())

    def relation(self, path: Path) -> Key | None:
        """Return the table or view of that name."""
        if (table := self.catalog.find_table(path)) is not None:
            return "table", table.schema, table.name
        if (view := self.catalog.find_view(path)) is not None:
            return "table" if view.table else "view", view.schema, view.name
        return None

    def type(self, path: Path) -> Key | None:
        """Return the user's type of that name."""
        schema, name = place(path)
        for key in self._names.get(name, ()):
            if key[0] in {"type", "table", "view"} and key[1] == schema:
                # Of what both have, the server's comes first.
                return None if len(path) == 1 and is_built_in(tuple(path)) else key
        return None

    def sequence(self, path: Path) -> Key | None:
        """Return the sequence of that name, or the identity column that it belongs to."""
        schema, name = place(path)
        if ("sequence", schema, name) in self.items:
            return "sequence", schema, name
        for table in self.catalog.tables:
            for column in table.columns if table.schema == schema else ():
                if column.identity and sequence_name(table, column) == name:
                    return "column", schema, table.name, column.name
        return None

    def named(self, kind: str, path: Path) -> Key | None:
        """Return the object of that kind and name."""
        schema, name = place(path)
        found = [key for key in self._names.get(name, ()) if key[0] == kind and key[1] == schema]
        return found[0] if found else None

    def collation(self, name: str) -> Key | None:
        """Return the collation of that name, which may have its schema before it."""
        return self.named("collation", (name,)) or self.named("collation", dotted_parts(name))

    def mentioned(self, text: str) -> set[Key]:
        """Return what the words of a text may mean, columns aside."""
        words = _names_in(text, calls=True)
        found = {key for word in words for key in self._names.get(word, ())}
        if "nextval" in words or "regclass" in words:
            for literal in _NEXTVAL.findall(text):
                name = literal.replace('"', "").rpartition(".")[2]
                found |= {key for key in self._names.get(name, ()) if key[0] == "sequence"}
        if self._operators:
            found |= {k for each in _SYMBOLS.findall(text) for k in self._operators.get(each, ())}
        if self._searches:  # 'english' is a regconfig wherever one is wanted
            literals = (each.rpartition(".")[2] for each in _LITERAL.findall(text))
            found |= {key for each in literals for key in self._searches.get(each, ())}
        return found

    def columns_in(self, text: str, tables: Iterable[Key], *, every: bool = False) -> set[Key]:
        """Return the columns of some tables that a text may name; ``every`` one for a ``*``."""
        words = _names_in(text, calls=False)
        return {
            key
            for table in tables
            for name, key in self._columns.get(table, {}).items()
            if every or name in words
        }


def comparable(text: str) -> tuple[str, ...]:
    """Return the tokens of a text, as they are whether a person or the server wrote it."""
    found: list[str] = []
    for token in tokenize(text, PG):
        if token.kind in LAYOUT:
            continue
        name = identifier(token, PG)
        if token.kind is TokenKind.WORD and name in _VALUES:
            found.append(name)
        else:
            found.append(token.text if name is None else f'"{name}"')
        if found[-2:] == ['"public"', "."]:
            del found[-2:]
        elif found[-2:] == ['"execute"', '"procedure"']:
            found[-1] = '"function"'
    return tuple(found)


def place(path: Path) -> tuple[str, str]:
    """Return schema and name, where ``public`` is no schema."""
    *above, name = path
    schema = above[-1] if above else ""
    return "" if schema == "public" else schema, name


def written(key: Key) -> str:
    """Return the (qualified) name of an object as written in SQL."""
    return f"{quoted(key[1])}.{quoted(key[2])}" if key[1] else quoted(key[2])


def filled(create: str) -> str:
    """Return CREATE MATERIALIZED VIEW such that it has rows: a dump says of each that it has none."""
    return _NO_DATA.sub("", create)


def type_text(typed: Typed) -> str:
    """Return a type of a signature as written in SQL."""
    of_column = "%TYPE" if typed.of_column else ""
    return ".".join(map(quoted, typed.path)) + of_column + "[]" * typed.dimensions


def shown(key: Key) -> str:
    """Return the name of an object for comments."""
    return ".".join(part for part in key[1:] if part)


def column_key(schema: str, table: str, name: str) -> Key:
    """Return the key of a column."""
    return "column", schema, table, name


@lru_cache(maxsize=50_000)
def quoted(name: str) -> str:
    """Return a name as written in SQL."""
    return quote(name, PG)
