"""Tables of MySQL and MariaDB that a query made (CREATE TABLE … AS), and that are spelt out now.

Such a table is made anew around its rows, where its query says what its columns are called.

Depends on: catalog, sql.syntax, change, creation, matching, mysql_objects,
mysql_selected.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass, replace
from flash_core.catalog.identifiers import quote
from flash_core.catalog.objects import created, created_path, with_name
from flash_core.catalog.reading import tables_in
from flash_core.sql.syntax import ColumnRef, Select, Star, TableRef

from .creation import label, table_path
from .mysql_selected import written_and_selected

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.catalog.model import Catalog, Table, View
    from flash_core.sql.syntax import Target

    from .change import Change
    from .matching import Matching
    from .mysql_objects import KeptChanges

_PREFIX: Final = "_flash_new_"


@dataclass(frozen=True, slots=True)
class _Pair:
    """A table that a query makes, and the same spelt out.

    Attributes:
        columns: Those of the query, in lower case.
        text: The query's table is kept as text, which no migration can give another name.
    """

    table: Table
    columns: tuple[str, ...]
    text: bool = False

    @property
    def common(self) -> list[str]:
        """The columns whose values are in both, and can be written."""
        found = [each for each in self.table.columns if each.generated is None]
        return [each.name for each in found if each.name.lower() in self.columns]

    @property
    def is_settled(self) -> bool:
        """Whether rows have something in every column, and something to bring along."""
        given = {name.lower() for name in self.common}
        return bool(given) and all(
            each.name.lower() in given
            or not each.not_null
            or each.has_default
            or each.autoincrement
            or each.generated is not None
            for each in self.table.columns
        )


def keep_rows(
    match: Matching,
    kept: KeptChanges,
    views: tuple[list[Change], list[Change]],
    tables: tuple[list[Change], list[Change]],
) -> None:
    """Put one change in the place of two where a table that a query made is spelt out, or was.

    Args:
        match: The catalogs.
        kept: What makes and drops objects that are kept as text, as some of such tables are.
        views: What drops views and what queries made, and what makes them.
        tables: What drops tables, and what makes them.
    """
    going = [views[0], kept.dropped_first, kept.dropped_after_views, kept.dropped_late]
    coming = [views[1], kept.early, kept.middle, kept.late]
    for pair in _pairs(match.old, match.new, match):
        _join(going, [tables[1]], pair, match, returning=False)
    for pair in _pairs(match.new, match.old, match):
        if not pair.table.foreign_keys:  # their tables need not be there yet on the way down
            _join([tables[0]], coming, pair, match, returning=True)


def _pairs(made: Catalog, spelt: Catalog, match: Matching) -> list[_Pair]:
    """Return what a query makes in one catalog, and what is spelt out in the other."""
    tables = match.keyed(spelt.tables)
    found = [
        _Pair(tables[match.key(view)], _columns(made, view))
        for view in made.views
        if view.table and not view.changes and match.key(view) in tables
    ]
    for item in made.others:
        what, parts = created(item.text) or ("", ""), created_path(item.text)
        table = spelt.find_table(parts) if what[0] == "TABLE" and parts else None
        read = None if table is None else written_and_selected(item.text, match.engine)
        if table is not None and read is not None and (selected := _selected(made, read[1])):
            columns = (*(name.lower() for name in read[0]), *selected)
            found.append(_Pair(table, columns, text=True))
    return [
        pair
        for pair in found
        if pair.is_settled
        and all(key.table[-1].lower() != pair.table.name.lower() for key in pair.table.foreign_keys)
    ]


def _columns(catalog: Catalog, view: View) -> tuple[str, ...]:
    """Return what the columns of a query are called, in lower case; none where it does not say."""
    return _selected(catalog, view.query) if isinstance(view.query, Select) else ()


def _selected(catalog: Catalog, query: Select) -> tuple[str, ...]:
    # Views come and go around the tables.
    if any(map(catalog.find_view, tables_in(query))):
        return ()
    names = [_names(catalog, query, target) for target in query.targets]
    return tuple(name.lower() for each in names for name in each) if all(names) else ()


def _names(catalog: Catalog, query: Select, target: Target) -> list[str]:
    if target.alias is not None:
        return [target.alias]
    if isinstance(target.expression, ColumnRef):
        return [target.expression.parts[-1]]
    if isinstance(target.expression, Star) and len(query.from_) == 1:
        source = query.from_[0]
        table = catalog.find_table(source.name.parts) if isinstance(source, TableRef) else None
        return [] if table is None else [c.name for c in table.columns if not c.invisible]
    return []


def _named(
    lists: Sequence[list[Change]], name: str
) -> tuple[list[Change], Change] | tuple[None, None]:
    """Return the change of a table, and where it stands."""
    for changes in lists:
        for each in changes:
            if each.names in {(name,), (f"table {name}",)}:
                return changes, each
    return None, None


def _join(
    goings: Sequence[list[Change]],
    comings: Sequence[list[Change]],
    pair: _Pair,
    match: Matching,
    *,
    returning: bool,
) -> None:
    """Replace the change that makes a table, and leave out the one that drops it before."""
    name = label(pair.table.schema, pair.table.name)
    (going, gone), (coming, made) = _named(goings, name), _named(comings, name)
    if going is None or gone is None or coming is None or made is None:
        return
    going.remove(gone)
    ways = [
        _around(made.up, pair, match, filled=returning),
        _around(gone.down, pair, match, filled=not returning),
    ]
    given = {each.lower() for each in pair.common}
    spelt = [each.name for each in pair.table.columns if each.generated is None]
    lost = [
        ", ".join(each for each in columns if each.lower() not in given)
        for columns in (pair.columns, spelt)
    ]
    forth, back = lost[::-1] if returning else lost
    what = f"make table {name} anew around its rows"
    coming[coming.index(made)] = replace(
        made,
        up=ways[0],
        down=ways[1],
        comment=_said(what, forth),
        undo=_said(what, back),
        destroys=bool(forth),
        undo_destroys=bool(back),
    )


def _said(what: str, lost: str) -> str:
    return f"{what}{f' without {lost}' if lost else ''}; fails where they do not fit"


def _around(creation: str, pair: _Pair, match: Matching, *, filled: bool) -> str:
    """Return the statements that make a table under another name and give it the rows.

    Args:
        creation: What makes it under its own.
        pair: The table.
        match: The catalogs.
        filled: A query makes it, with rows of its own.
    """
    engine = match.engine
    path = table_path(pair.table, engine)
    passing = table_path(replace(pair.table, name=_PREFIX + pair.table.name), engine)
    listed = ", ".join(quote(column, engine) for column in pair.common)
    if filled and pair.text:
        return ";\n".join(
            [
                f"ALTER TABLE {path} RENAME TO {passing}",
                creation,
                f"DELETE FROM {path}",  # noqa: S608 - quoted names
                f"INSERT INTO {path} ({listed}) SELECT {listed} FROM {passing}",  # noqa: S608 - as above
                f"DROP TABLE {passing}",
            ]
        )
    statements: Sequence[str] = [
        with_name(creation, passing),
        *([f"DELETE FROM {passing}"] if filled else []),  # noqa: S608 - quoted names
        f"INSERT INTO {passing} ({listed}) SELECT {listed} FROM {path}",  # noqa: S608 - as above
        f"DROP TABLE {path}",
        f"ALTER TABLE {passing} RENAME TO {path}",
    ]
    return ";\n".join(statements)
