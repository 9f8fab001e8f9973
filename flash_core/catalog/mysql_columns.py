"""Columns of MySQL's tables, as their definitions say them.

Depends on: engine, sql.syntax, draft, model, mysql_checks, mysql_fixed,
mysql_text, table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.sql.syntax.walk import children
from flash_core.types.mysql_charsets import charset_of, effective, of_any_charset

from .draft import Refused, suggestion
from .model import Column, Index, Origin, Table
from .mysql_checks import check_column
from .mysql_constants import canonical_default
from .mysql_fixed import check_fixed
from .mysql_text import COLUMN_WORDS, canonical
from .table import word_span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flash_core.sql.source import SourceFile, Span

    from .draft import Draft

_TEXT: Final = frozenset(
    {"char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set"}
)


def is_text(column: Column | syntax.ColumnDef) -> bool:
    """Tell whether a column has a character set."""
    return column.type_text.partition("(")[0] in _TEXT


class Columns:
    """A table whose columns are being folded, and its indexes.

    Args:
        draft: What it is part of.
        table: As it is.
        source: Where the statement stands.
        unfinished: Other clauses of the statement follow: only then the whole must be right.
        coming: Columns that they add.
    """

    def __init__(
        self,
        draft: Draft,
        table: Table,
        source: SourceFile,
        *,
        unfinished: bool = False,
        coming: Sequence[str] = (),
    ) -> None:
        self.unfinished = unfinished
        self.coming = coming
        self.draft: Draft = draft
        self.engine: Engine = draft.engine
        self.table: Table = table
        self.source: SourceFile = source
        self.indexes: list[Index] = [index for _, index in draft.indexes_of(table)]

    def column(self, definition: syntax.ColumnDef) -> Column:
        """Return a column as its definition says it."""
        type_ = definition.type
        assert type_ is not None  # noqa: S101 - MySQL's grammar has no column without one
        engine = self.engine
        charset, collation = self._column_charset(definition)
        text = definition.type_text
        labels = type_.modifiers if text.startswith(("enum(", "set(")) else ()
        for position, label in enumerate(labels):
            if label in labels[:position]:
                kind = type_.parts[0].upper()
                message = f"Column '{definition.name}' has duplicated value '{label}' in {kind}"
                raise Refused(message, type_.span, sqlstate="HY000")
        generated = definition.generated
        default = canonical_default(definition.default, type_, engine)
        column = Column(
            definition.name,
            type_,
            text,
            not_null=definition.not_null,
            default=default,
            has_default=definition.autoincrement or generated is not None or default is not None,
            collation=collation,
            autoincrement=definition.autoincrement,
            generated=None if generated is None else canonical(generated, engine),
            stored=definition.stored,
            comment=definition.comment or None,
            charset=charset,
            on_update=definition.on_update,
            invisible=definition.invisible,
            attributes=canonical(definition.attributes, engine, COLUMN_WORDS),
            origin=Origin(self.source, definition.span),
        )
        check_column(definition, column, charset or self.table.charset, engine)
        return column

    def _column_charset(self, definition: syntax.ColumnDef) -> tuple[str | None, str | None]:
        if not is_text(definition):
            return None, None
        charset = definition.charset
        if charset is None and of_any_charset(definition.collation or ""):
            charset = self.table.charset
        found = effective(charset, definition.collation, self.engine)
        if found is None or found == self.table.collation:
            return None, None
        return charset_of(found), found

    def add_column(self, definition: syntax.ColumnDef, after: str | None = None) -> None:
        """Add a column, without its keys."""
        name = definition.name
        if self.find(name) is not None:
            message = f"Duplicate column name '{name}'"
            raise Refused(message, definition.span, sqlstate="42S21")
        self._place(self.column(definition), after, definition.span)

    def _place(self, column: Column, after: str | None, span: Span) -> None:
        if after is None:
            self.table = replace(self.table, columns=(*self.table.columns, column))
            return
        columns = list(self.table.columns)
        names = [item.name.lower() for item in columns]
        if after and after.lower() not in names:
            raise self.unknown_column(after, word_span(self.source, span, after))
        position = names.index(after.lower()) + 1 if after else 0
        columns.insert(position, column)
        self.table = replace(self.table, columns=tuple(columns))

    def modify_column(self, old: Column, action: syntax.ModifyColumn) -> None:
        """Define a column anew: keys stay, with its new name; everything else goes."""
        new = self.column(action.definition)
        taken = self.find(new.name)
        if taken is not None and taken is not old:
            message = f"Duplicate column name '{new.name}'"
            raise Refused(message, action.definition.span, sqlstate="42S21")
        table = self.table
        columns = tuple(new if item is old else item for item in table.columns)
        # A check beside the column is part of the definition.
        checks = tuple(check for check in table.checks if check.column != old.name)
        self.table = replace(table, columns=columns, checks=checks)
        if action.after is not None:
            self.table = replace(
                self.table, columns=tuple(item for item in columns if item is not new)
            )
            self._place(new, action.after, action.span)

    def find(self, name: str) -> Column | None:
        """Return a column."""
        return self.draft.column(self.table, name)

    def unknown_column(self, name: str, span: Span) -> Refused:
        """Return the server's error for a column that does not exist."""
        message = f"Unknown column '{name}' in '{self.table.name}'"
        hint = suggestion(name, (column.name for column in self.table.columns))
        return Refused(message, span, hint=hint, sqlstate="42S22", missing=True)

    def check_generated(self, definition: syntax.ColumnDef) -> None:
        """Refuse a generated column over what is not there, or what changes by itself.

        Raises:
            Refused: It is.
        """
        if definition.expression is None:
            return
        clause = "GENERATED ALWAYS AS"
        self.check_columns(definition.expression, clause)
        if self.engine is not Engine.MARIADB:
            return
        check_fixed(definition.expression, clause, definition.name, stored=definition.stored)
        for found in _columns_in(definition.expression):
            if found.parts[-1].lower() == definition.name.lower():
                name = definition.name
                message = (
                    f"Expression for field `{name}` is referring to uninitialized field `{name}`"
                )
                raise Refused(message, found.span, sqlstate="01000")

    def check_columns(self, expression: syntax.Expression | None, place: str) -> None:
        """Refuse an expression that names a column which the table does not have.

        Raises:
            Refused: It does.
        """
        coming = {name.lower() for name in self.coming}
        for found in _columns_in(expression):
            if self.find(found.parts[-1]) is None and found.parts[-1].lower() not in coming:
                name = found.parts[-1]
                message = f"Unknown column '{name}' in '{place}'"
                hint = suggestion(name, (column.name for column in self.table.columns))
                raise Refused(message, found.span, hint=hint, sqlstate="42S22")


def _columns_in(node: syntax.Node | None) -> Iterator[syntax.ColumnRef]:
    waiting = [] if node is None else [node]
    while waiting:
        found = waiting.pop()
        if isinstance(found, syntax.ColumnRef):
            yield found
        elif not isinstance(found, syntax.Query):
            waiting += reversed(children(found))
