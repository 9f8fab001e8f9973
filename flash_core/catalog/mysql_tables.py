"""MySQL's tables: columns, keys, and the names and indexes that the server makes up.

Every key, index, foreign key and table check has a name here, because the server
gives it one by which later statements may call it.  A foreign key brings an index
unless one begins with its columns.

Depends on: engine, sql.syntax, draft, model, mysql_checks, mysql_columns,
mysql_fixed, mysql_limits, mysql_periods, mysql_text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.types.mysql_charsets import charset_of, effective

from .draft import Refused, place, suggestion
from .identifiers import quote, quote_list
from .model import Check, Column, ForeignKey, Index, Key, Origin, OtherConstraint, Table
from .mysql_checks import check_counted, check_index, check_length, check_name, key_parts
from .mysql_columns import Columns
from .mysql_fixed import check_fixed
from .mysql_limits import cut_part, is_hashed
from .mysql_periods import keys_without_row_end, period_columns
from .mysql_text import PERIOD_WORDS, canonical, canonical_key, canonical_tail, table_options
from .table import word_span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flash_core.sql.source import SourceFile, Span

    from .draft import Draft

_HASHED: Final = re.compile(r"(?i)\bUSING HASH\b ?")
_TEXT: Final = frozenset(
    {"char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set"}
)


def create_table(draft: Draft, statement: syntax.CreateTable, source: SourceFile) -> None:
    """Fold CREATE TABLE.

    Raises:
        Refused: The server would refuse the definition.
    """
    key = draft.new_id(statement.name.parts, statement.name.span)
    found = draft.relation(key)
    if found is not None and statement.if_not_exists:
        return
    if found is not None and not statement.or_replace:
        message = f"Table '{statement.name}' already exists"
        hint = place(found.origin)
        raise Refused(message, statement.name.span, hint=hint, sqlstate="42S01")
    if key in draft.views and draft.views[key].table:
        del draft.views[key]
    schema = "" if key[0] == "" else draft.schemas[key[0]]
    if statement.likes:
        _create_like(draft, statement, schema, source)
        return
    check_name(statement.name.last, statement.name.span, "table")
    charset, collation = _charset(statement.charset, statement.collation, draft.engine)
    if charset is None and (origin := draft.charsets.get(key[0])) is not None:
        draft.remark(
            "the character set of a database is not kept in migrations, and"
            f" table {statement.name} names none",
            origin.source,
            origin.span,
            hint=f"name it in the table: CREATE TABLE {statement.name} (…) DEFAULT CHARSET=…",
        )
    table = Table(
        statement.name.last,
        (),
        schema,
        tail=canonical_tail(statement.tail, draft.engine),
        comment=statement.comment or None,
        charset=charset,
        collation=collation,
        origin=Origin(source, statement.name.span),
    )
    building = Building(draft, table, source)
    building.indexes.clear()
    for definition in statement.columns:
        building.add_column(definition)
    for item in _elements(statement, draft.engine):
        building.add(item)
    for definition in statement.columns:
        building.check_generated(definition)
    if "PARTITION" in table.tail.upper():
        from .mysql_kept import check_partitions  # noqa: PLC0415 - seldom needed

        check_partitions(building.table, statement.name.span)
    building.store()


def _elements(
    statement: syntax.CreateTable, engine: Engine
) -> list[tuple[syntax.Node, str | None]]:
    """Return keys, indexes and constraints as written, each with the column it stands beside."""
    found: list[tuple[syntax.Node, str | None]] = []
    for column in statement.columns:
        found += column_elements(column, statement.name, engine)
    rest = [*statement.constraints, *statement.indexes]
    found += [(item, None) for item in sorted(rest, key=lambda item: item.span)]
    return found


def column_elements(
    column: syntax.ColumnDef, table: syntax.Name, engine: Engine
) -> Iterator[tuple[syntax.Node, str | None]]:
    """Yield what is written beside a column; MariaDB passes over UNIQUE beside PRIMARY KEY."""
    primary = False
    for item in column.constraints:
        primary = primary or (isinstance(item, syntax.KeyDef) and item.primary)
        yield item, column.name
    if column.unique and not (primary and engine is Engine.MARIADB):
        quoted = quote_list((column.name,), Engine.MYSQL)
        unique = syntax.CreateIndex(
            None, table, (column.name,), unique=True, text=quoted, span=column.span
        )
        yield unique, column.name


def _create_like(
    draft: Draft, statement: syntax.CreateTable, schema: str, source: SourceFile
) -> None:
    """Copy a table with its indexes and checks, but without its foreign keys."""
    like = statement.likes[0].table
    model = draft.table(like.parts, like.span)
    origin = Origin(source, statement.name.span)
    copy = replace(model, name=statement.name.last, schema=schema, foreign_keys=(), origin=origin)
    for _, index in draft.indexes_of(model):
        changed = replace(index, table=copy.name, schema=schema, implied=False, origin=origin)
        draft.indexes[draft.index_id(changed)] = changed
    draft.put(copy)


def _charset(
    charset: str | None, collation: str | None, engine: Engine
) -> tuple[str | None, str | None]:
    """Return both, when either is given."""
    found = effective(charset, collation, engine)
    return (None, None) if found is None else (charset_of(found), found)


class Building(Columns):
    """A table while its definition is folded: it and its indexes are stored as a whole."""

    def add(self, element: tuple[syntax.Node, str | None]) -> None:
        """Add a key, index or constraint, with the column that it was written on."""
        item, column = element
        match item:
            case syntax.KeyDef():
                self._add_primary(item)
            case syntax.CreateIndex():
                self.add_index(item)
            case syntax.ForeignKeyDef():
                self._add_reference(item, column)
            case syntax.CheckDef():
                self._add_check(item, column)
            case syntax.OtherConstraint():
                other = OtherConstraint(canonical(item.text, self.engine, PERIOD_WORDS), item.name)
                self.table = replace(self.table, others=(*self.table.others, other))
            case _:
                pass

    def _add_primary(self, item: syntax.KeyDef) -> None:
        columns = self._columns(item.columns, item.span)
        if self.table.primary_key:
            message = "Multiple primary key defined"
            raise Refused(message, item.span, sqlstate="42000")
        check_index(item, self.table, item.form, whole=False)
        check_length(item, item.form, self.table)
        form = key_parts(canonical_key(item.form, self.engine), self.table.columns)
        key = Key(columns, primary=True, tail=canonical(item.tail, self.engine), form=form)
        self.table = replace(self.table, keys=(*self.table.keys, key))

    def _columns(self, names: Iterable[str], span: Span) -> tuple[str, ...]:
        """Return names of columns as the table spells them.

        Raises:
            Refused: There is none of that name, or it comes twice.
        """
        found: list[str] = []
        for name in names:
            column = self.find(name)
            if column is None:
                message = f"Key column '{name}' doesn't exist in table"
                raise Refused(
                    message,
                    word_span(self.source, span, name),
                    hint=suggestion(name, (item.name for item in self.table.columns)),
                    sqlstate="42000",
                    missing=True,
                )
            if column.name in found:
                message = f"Duplicate column name '{name}'"
                raise Refused(message, word_span(self.source, span, name), sqlstate="42S21")
            found.append(column.name)
        return tuple(found)

    def names(self) -> set[str]:
        """Return the names of all indexes, folded."""
        keys = {(key.name or "primary").lower() for key in self.table.keys}
        return keys | {index.name.lower() for index in self.indexes}

    def add_index(self, item: syntax.CreateIndex) -> None:
        """Add an index or unique key; one over plain columns is a key of the table."""
        columns = self._columns((c for c in item.columns if c is not None), item.span)
        whole = self.engine is Engine.MARIADB
        check_index(item, self.table, item.text, item.kind, whole=whole)
        if item.name is not None:
            check_name(item.name, item.span, "index")
        taken = self.names()
        if item.name is not None and item.name.lower() in taken:
            if item.if_not_exists:
                return
            if not item.or_replace and not self._does_for_implied(item, columns):
                message = f"Duplicate key name '{item.name}'"
                raise Refused(message, item.span, sqlstate="42000")
            self.drop_index(item.name)
        name = item.name or self._unused(columns[0] if item.columns[0] else "functional_index")
        spelt = iter(columns)
        parts = tuple(None if column is None else next(spelt) for column in item.columns)
        spelling = canonical_key(item.text, self.engine, columns)
        text = key_parts(spelling, self.table.columns, item.kind or "")
        if self.engine is Engine.MARIADB and not item.unique and not item.kind:
            text = cut_part(text, self.table)
        tail = canonical(item.tail, self.engine)
        if item.unique and text.lower() == quote_list(columns, self.engine).lower():
            if self.engine is Engine.MARIADB and is_hashed(self.table, columns):
                tail = _HASHED.sub("", tail)
            key = Key(columns, primary=False, name=name, tail=tail)
            self.table = replace(self.table, keys=(*self.table.keys, key))
        else:
            self.indexes.append(
                Index(
                    name,
                    self.table.name,
                    parts,
                    item.unique,
                    f"{text} {tail}".rstrip(),
                    self.table.schema,
                    kind=item.kind,
                    origin=Origin(self.source, item.span),
                )
            )

    def _does_for_implied(self, item: syntax.CreateIndex, columns: tuple[str, ...]) -> bool:
        """Tell whether an index takes the place of that of its name which a foreign key brought."""
        return not item.kind and any(
            index.implied
            and index.name.lower() == (item.name or "").lower()
            and index.columns == columns[: len(index.columns)]
            for index in self.indexes
        )

    def _unused(self, column: str) -> str:
        """Return the name that the server gives to an index over that column first."""
        taken, name, number = self.names(), column, 2
        while name.lower() in taken or name.lower() == "primary":
            name, number = f"{column}_{number}", number + 1
        return name

    def drop_index(self, name: str) -> bool:
        """Drop an index or unique key; tell whether there was one."""
        folded = name.lower()
        keys = tuple(k for k in self.table.keys if k.primary or (k.name or "").lower() != folded)
        indexes = [index for index in self.indexes if index.name.lower() != folded]
        found = len(keys) != len(self.table.keys) or len(indexes) != len(self.indexes)
        self.table, self.indexes = replace(self.table, keys=keys), indexes
        return found

    def _add_reference(self, item: syntax.ForeignKeyDef, column: str | None) -> None:
        columns = self._columns(item.columns, item.span)
        name = item.name or (item.index if self.engine is Engine.MARIADB else None)
        taken = {(key.name or "").lower() for key in self.table.foreign_keys}
        if name is not None and name.lower() in taken:
            message = f"Duplicate FOREIGN KEY constraint name '{name}'"
            raise Refused(message, item.span, sqlstate="HY000")
        self._imply(item.name or item.index or "", columns)
        if not self._takes_references():
            self._say_ignored(item)
            return
        reference = ForeignKey(
            columns,
            item.table.parts,
            item.foreign_columns,
            name or self._numbered("_ibfk_", taken),
            item.tail,
            column,
            Origin(self.source, item.table.span),
        )
        self.table = replace(self.table, foreign_keys=(*self.table.foreign_keys, reference))

    def _takes_references(self) -> bool:
        """Tell whether the table's engine heeds foreign keys: others only make their indexes."""
        engine = table_options(self.table.tail).get("ENGINE", "innodb")
        return engine.lower() in {"innodb", "ndb", "ndbcluster"}

    def _say_ignored(self, item: syntax.ForeignKeyDef) -> None:
        engine = table_options(self.table.tail)["ENGINE"]
        which = f"({', '.join(item.columns)})" if item.name is None else f'"{item.name}"'
        self.draft.remark(
            f'foreign key {which} of table "{self.table.name}" is ignored: {engine} has none',
            self.source,
            item.table.span,
            hint="leave ENGINE out, or write ENGINE=InnoDB",
        )

    def _imply(self, name: str, columns: tuple[str, ...]) -> None:
        """Add the index that a foreign key brings; the last of equal ones stays."""
        text = quote_list(columns, self.engine)
        schema, table = self.table.schema, self.table.name
        index = Index(name, table, columns, unique=False, text=text, schema=schema, implied=True)
        if not any(
            other.implied and len(other.columns) > len(columns) and _begins(other, columns)
            for other in self.indexes
        ):
            self.indexes = [
                other
                for other in self.indexes
                if not (other.implied and other.columns == columns[: len(other.columns)])
            ]
            self.indexes.append(index)

    def _numbered(self, label: str, taken: set[str]) -> str:
        """Return the next of ``table_ibfk_1``, ``table_chk_1``, …."""
        stem = f"{self.table.name}{label}"
        numbers = [name[len(stem) :] for name in taken if name.startswith(stem.lower())]
        return f"{stem}{max((int(n) for n in numbers if n.isdecimal()), default=0) + 1}"

    def _drop_served(self) -> None:
        """Drop the indexes that came with foreign keys and that others now do for."""
        self.indexes = [
            index
            for index in self.indexes
            if not (index.implied and self._served(tuple(filter(None, index.columns))))
        ]
        for number, index in enumerate(self.indexes):
            if not index.name:
                self.indexes[number] = replace(index, name=self._unused(str(index.columns[0])))

    def _served(self, columns: tuple[str, ...]) -> bool:
        keys: list[tuple[str | None, ...]] = [key.columns for key in self.table.keys]
        keys += [index.columns for index in self.indexes if not (index.kind or index.implied)]
        return any(key[: len(columns)] == columns for key in keys)

    def _add_check(self, item: syntax.CheckDef, column: str | None) -> None:
        taken = {(check.name or "").lower() for check in self.table.checks}
        if item.name is not None and item.name.lower() in taken:
            message = f"Duplicate CHECK constraint name '{item.name}'"
            raise Refused(message, item.span, sqlstate="HY000")
        self.check_columns(item.expression, "CHECK")
        if self._is_json(item, column):
            return
        name = item.name
        if self.engine is Engine.MYSQL:
            name, column = name or self._numbered("_chk_", taken), None
        elif name is None and column is None:
            number = 1
            while f"constraint_{number}" in taken:
                number += 1
            name = f"CONSTRAINT_{number}"
        if self.engine is Engine.MARIADB:
            check_fixed(item.expression, "CHECK", name or column or "", stored=True)
        check = Check(canonical(item.text, self.engine), name, item.tail, column)
        self.table = replace(self.table, checks=(*self.table.checks, check))

    def _is_json(self, item: syntax.CheckDef, name: str | None) -> bool:
        """Take MariaDB's own spelling of a JSON column back to what was meant by it."""
        column = None if name is None else self.find(name)
        if self.engine is not Engine.MARIADB or column is None or column.type is None:
            return False
        valid = canonical(item.text, self.engine).lower()
        if valid != f"json_valid({quote(column.name, self.engine)})".lower():
            return False
        if column.type_text == "json":
            return True
        collation = column.collation or self.table.collation
        if column.type_text != "longtext" or collation != "utf8mb4_bin":
            return False
        json = replace(column.type, parts=("json",))
        changed = replace(column, type=json, type_text="json", charset=None, collation=None)
        columns = tuple(changed if item is column else item for item in self.table.columns)
        self.table = replace(self.table, columns=columns)
        return True

    # -- the whole -----------------------------------------------------------------

    def store(self) -> None:
        """Check the table as a whole, and put it and its indexes into the draft.

        Raises:
            Refused: AUTO_INCREMENT is on more than one column, or on one without a key.
        """
        self._drop_served()
        if not self._takes_references():
            self.indexes = [replace(index, implied=False) for index in self.indexes]
        if not self.unfinished:
            check_counted(self.table, self.indexes)
        for key, _ in self.draft.indexes_of(self.table):
            del self.draft.indexes[key]
        self.draft.put(settle(self.table))
        for index in self.indexes:
            self.draft.indexes[self.draft.index_id(index)] = index


def _begins(index: Index, columns: tuple[str, ...]) -> bool:
    return index.columns[: len(columns)] == columns


def _settled(column: Column, required: frozenset[str]) -> Column:
    not_null = column.not_null or column.name in required
    has_default = (
        column.autoincrement
        or column.generated is not None
        or column.default is not None
        or "AS ROW" in column.attributes.upper()
    )
    if (not_null, has_default) == (column.not_null, column.has_default):
        return column
    return replace(column, not_null=not_null, has_default=has_default)


def settle(table: Table) -> Table:
    """Return the table in its one canonical form, with all that the server implies."""
    required = frozenset(table.primary_key) | period_columns(table)
    columns = tuple(_settled(column, required) for column in table.columns)
    order = {column.name: position for position, column in enumerate(columns)}
    return replace(
        table,
        columns=columns,
        keys=tuple(
            sorted(keys_without_row_end(table), key=lambda key: (not key.primary, key.name or ""))
        ),
        foreign_keys=tuple(sorted(table.foreign_keys, key=lambda key: key.name or "")),
        checks=tuple(
            sorted(
                table.checks,
                key=lambda check: (order.get(check.column or "", len(order)), check.name or ""),
            )
        ),
    )
