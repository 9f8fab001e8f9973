"""Objects that got another name: renamed before anything is compared.

A rename is a statement like any other: the catalog folds it over what exists, so
that keys, indexes and views follow as they do on a server.

Depends on: catalog, engine, errors, spelling, sql, change, mysql_labels,
postgres_partition_indexes, rename_cycles, rename_followers, rename_statements,
rename_targets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass, field, replace
from flash_core.catalog.build import build
from flash_core.catalog.identifiers import quote
from flash_core.catalog.model import RenameKind
from flash_core.catalog.text import fold, fold_object
from flash_core.engine import Engine
from flash_core.errors import CompileError, MigrationError
from flash_core.spelling import closest
from flash_core.sql.parse import parse_script
from flash_core.sql.source import Diagnostic, Severity, SourceFile

from .change import Change
from .mysql_labels import renamed_together
from .postgres_partition_indexes import renamed_columns_with, renamed_with
from .rename_cycles import by_way_of, chained, cycle_of, is_turned
from .rename_followers import followers
from .rename_statements import STATEMENTS, moved
from .rename_targets import has_owner, is_there, names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from flash_core.catalog.model import Catalog, OtherObject, Rename, View

# What others are part of comes before them.
_ORDER: Final = tuple(RenameKind)


@dataclass(slots=True)
class Renamed:
    """What renames make of a catalog.

    Attributes:
        before: The catalog without them.
        old: The catalog after them: what is left to compare.
        changes: The statements.
        columns: The tables, as keyed by the differ, of which a column was renamed.
        views: New key to old key of each view that was renamed.
        renamed: The tables and columns that were.
        turned: The tables, as they are called now, whose columns changed names with each other.
        hidden: Views that are dropped before anything, and have the names of tables meanwhile.
    """

    before: Catalog
    old: Catalog
    changes: list[Change] = field(default_factory=list[Change])
    columns: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    views: dict[tuple[str, str], tuple[str, str]] = field(
        default_factory=dict[tuple[str, str], tuple[str, str]]
    )
    renamed: list[Rename] = field(default_factory=list["Rename"])
    turned: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    hidden: list[View] = field(default_factory=list["View"])


def apply_renames(old: Catalog, new: Catalog, chosen: Sequence[Rename] = ()) -> Renamed:
    """Rename in ``old`` what ``new`` says was called otherwise before.

    Args:
        old: What a database contains.
        new: What it should contain, with its directives.
        chosen: Further renames, which nobody wrote down.

    Raises:
        CompileError: A directive names nothing that exists.
        MigrationError: A rename is refused.
    """
    result = Renamed(old, old)
    wanted = [_settled(item) for item in (*new.renames, *chosen)]
    if problems := _carry_out(result, new, _in_turn(wanted)):
        raise CompileError(problems)
    if result.hidden:
        result.old = replace(result.old, views=(*result.old.views, *result.hidden))
    if result.renamed and old.engine is Engine.POSTGRESQL:
        for step in list(followers(old, result.old, new, result.renamed)):
            result.old = _folded(result.old, step.up, None)
            result.changes.append(step)
        result.changes += renamed_columns_with(old, result.old)
        result.changes += renamed_with(old, result.old)
    return result


def _carry_out(result: Renamed, new: Catalog, wanted: Sequence[Rename]) -> list[Diagnostic]:
    """Rename what is due; return a problem for each directive that names nothing."""
    done: set[tuple[RenameKind, tuple[str, ...], tuple[str, ...]]] = set()
    unmatched: list[tuple[Rename, str]] = []
    tables: set[tuple[str, ...]] = set()  # that change names with each other
    for item in wanted:
        target = (item.kind, item.owner, item.name)
        if cycle := _cycle(result.old, item, wanted):
            if target not in done:
                _turn(result, new, cycle)
            done |= {(each.kind, each.owner, each.name) for each in cycle}
            tables |= {each.name for each in cycle if each.kind is RenameKind.TABLE}
            continue
        if item.kind in {RenameKind.CONSTRAINT, RenameKind.INDEX} and item.owner in tables:
            done.add(target)  # it follows: the other table may have the name until then
            continue
        why = _unfit(result.old, new, item)
        if why is None and _is_due(result.old, item):
            _rename(result, new, item)
            done.add(target)
        elif why is None:
            done.add(target)  # spent: it happened in an earlier migration
        else:
            unmatched.append((item, why))
    # Of a chain of names, one that is known is enough.
    left = [
        found for found in unmatched if (found[0].kind, found[0].owner, found[0].name) not in done
    ]
    return [problem for item, why in left for problem in _problem(result.old, item, why)]


def _settled(item: Rename) -> Rename:
    """Forget the schema of a rename that moves nothing."""
    now = item.name[-2] if len(item.name) > 1 else ""
    return replace(item, schema=None) if (item.schema or "public") == (now or "public") else item


def _before(item: Rename) -> Rename:
    """Return what a rename is about, in the schema where it is found."""
    return item if item.schema is None else replace(item, name=(item.schema, item.old))


def _in_turn(wanted: Sequence[Rename]) -> list[Rename]:
    """Return renames so that owners come first, and each name is free when it is given."""
    return sorted(chained(wanted), key=lambda item: _ORDER.index(item.kind))


def _cycle(old: Catalog, item: Rename, wanted: Sequence[Rename]) -> tuple[Rename, ...]:
    """Return the renames by which objects that are all there change names with each other."""
    cycle = cycle_of(item, wanted)
    return cycle if all(is_there(old, _before(each), each.old) for each in cycle) else ()


def _turn(result: Renamed, new: Catalog, cycle: Sequence[Rename]) -> None:
    """Let objects change names with each other, unless they have."""
    due = is_turned(result.old, new, cycle)
    if due is None:
        names = " and ".join(f'"{item.old}"' for item in cycle)
        owner = f" of {'.'.join(cycle[0].owner)}" if cycle[0].owner else ""
        why = (
            f"{cycle[0].kind} {names}{owner} change names with each other, and it cannot be told whether"
            " they have already: write that in a migration of its own (flash migrate --empty),"
            " and remove these comments"
        )
        if cycle[0].origin is None:
            raise MigrationError(why)
        raise CompileError(
            [Diagnostic(why, each.origin.source, each.origin.span) for each in cycle if each.origin]
        )
    if due:
        for item in by_way_of(cycle):
            _rename(result, new, item)
        # What follows from them is named after the tables and columns, not after their stopover.
        del result.renamed[-len(cycle) - 1 :]
        result.renamed += cycle
        columns = cycle[0].kind is RenameKind.COLUMN
        if columns and (table := result.old.find_table(cycle[0].owner)):
            result.turned.add((table.schema, table.name))


def _problem(old: Catalog, item: Rename, why: str) -> list[Diagnostic]:
    if item.origin is None:
        raise MigrationError(why)
    known = [name for name in names(old, _before(item)) if name != item.old]
    close = closest(item.old, known, cutoff=0.6)
    hint = f'did you mean "{close[0]}"?' if close else "remove this comment, or correct the name"
    quoted = [name for name in known if name.lower() == item.old and name != item.old]
    if quoted and old.engine is Engine.POSTGRESQL:
        hint = f'write it in quotes: "{quoted[0]}"'
    return [Diagnostic(why, item.origin.source, item.origin.span, hint)]


def _unfit(old: Catalog, new: Catalog, item: Rename) -> str | None:
    """Return why a rename can neither be done nor be done already, or ``None``."""
    was = _before(item)
    is_old, is_new = is_there(old, was, item.old), is_there(old, item, item.name[-1])
    if is_old and is_new and not _same(old, item) and not is_there(new, was, item.old):
        one, other = _names_of(item)
        return (
            f'{item.kind} "{one}" cannot become "{other}": both exist in the'
            " migrations; move the rows yourself, or drop one of them first"
        )
    if is_old or is_new:
        return None
    if not (old.tables or old.enums or old.views or old.others):
        return None  # everything is new
    if item.owner and item.kind is not RenameKind.INDEX and not has_owner(old, item):
        return None  # it is new with its table
    return f'there is no {item.kind} "{item.old}" to rename, and no "{item.name[-1]}" either'


def _is_due(old: Catalog, item: Rename) -> bool:
    """Tell whether the rename is still to be done."""
    if _same(old, item):
        return item.name[-1] not in names(old, item)
    return is_there(old, _before(item), item.old) and not is_there(old, item, item.name[-1])


def _same(old: Catalog, item: Rename) -> bool:
    """Tell whether both names are one to the engine: only the case changes."""
    alike = fold(item.old, old.engine) == fold(item.name[-1], old.engine)
    return alike and item.schema is None


def _rename(result: Renamed, new: Catalog, item: Rename) -> None:
    engine = result.old.engine
    write = STATEMENTS.get(item.kind) if item.schema is None else moved
    statement = None if write is None else write(result.old, new, item)
    if statement is None:
        return  # there is no statement for it: the differ drops and creates, which loses nothing
    owner = ".".join(item.owner)
    what = f"{item.kind} {owner + '.' if owner else ''}"
    verb = "rename" if item.schema is None else "move"
    up, down = statement
    if item.schema is not None:
        _make_schema(result, item)
    labels = item.kind is RenameKind.LABEL and engine.family is Engine.MYSQL
    items = renamed_together(result.old, new, item) if labels else [item]
    said = [_names_of(each) for each in items]
    step = Change(
        up,
        down,
        f"{verb} {what}" + ", ".join(f"{one} to {other}" for one, other in said),
        f"{verb} {what}" + ", ".join(f"{other} back to {one}" for one, other in said),
        names=tuple(
            ".".join((*each.owner, *each.name[-1:])) if owner else ".".join(each.name)
            for each in items
        ),
    )
    before = result.old
    if hidden := _in_the_way(before, new, item):
        shown = tuple(view for view in before.views if view not in hidden)
        before = replace(before, views=shown)
        result.hidden += hidden
    result.old = _folded(before, up, item)
    result.changes.append(step)
    if item.kind in {RenameKind.TABLE, RenameKind.COLUMN, RenameKind.TYPE}:
        result.renamed.append(item)
    if item.kind is RenameKind.COLUMN and (table := result.old.find_table(item.owner)):
        key = fold_object(table.schema, engine), fold_object(table.name, engine)
        result.columns.add(key)
        now = new.find_table(item.owner)
        if now is not None and new.find_column(now, item.old) is not None:
            result.turned.add((table.schema, table.name))
    freed = (*item.name[:-1], item.old)
    if item.kind is RenameKind.TABLE and (new.find_table(freed) or new.find_view(freed)):
        # What was about the one is now about the other, in the same words.
        *above, name = item.name
        schema = above[-1] if above else ""
        result.turned |= {(schema, item.old), (schema, name)}
    if item.kind is RenameKind.VIEW and (view := result.old.find_view(item.name)):
        schema = fold_object(view.schema, engine)
        was_in = schema if item.schema is None else fold_object(item.schema, engine)
        was = was_in, fold_object(item.old, engine)
        result.views[schema, fold_object(view.name, engine)] = was


def _in_the_way(old: Catalog, new: Catalog, item: Rename) -> list[View]:
    """Return the view that has the name which a table gets: it is dropped before anything."""
    engine = old.engine
    if item.kind is not RenameKind.TABLE or engine is Engine.POSTGRESQL:
        return []
    name = fold_object(item.name[-1], engine)
    return [
        view
        for view in old.views
        if not view.table
        and fold_object(view.name, engine) == name
        and new.find_table(item.name) is not None
    ]


def _names_of(item: Rename) -> tuple[str, str]:
    """Return the old and the new name, with the schemas where it moves."""
    if item.schema is None:
        return item.old, item.name[-1]
    return f"{item.schema or 'public'}.{item.old}", ".".join(("public", *item.name)[-2:])


def _make_schema(result: Renamed, item: Rename) -> None:
    """Create the schema that something moves to, which comes before everything that is compared."""
    schema = "".join(item.name[-2:-1]) or "public"
    if schema in {"public", *result.old.schemas}:
        return
    name = quote(schema, result.old.engine)
    up, down = f"CREATE SCHEMA {name}", f"DROP SCHEMA {name}"
    # In both, as what an object was before is told by its place.
    result.before, result.old = (_folded(each, up, item) for each in (result.before, result.old))
    step = Change(up, down, f"create schema {name}", f"drop schema {name}", names=(schema,))
    result.changes.append(step)


def _folded(catalog: Catalog, statement: str, item: Rename | None) -> Catalog:
    source = SourceFile("rename.sql", statement)
    statements, problems = parse_script(source, catalog.engine)
    located = [(source, each) for each in statements]
    folded, refused = build(located, catalog.engine, catalog, in_order=True)
    errors = [each for each in (*problems, *refused) if each.severity is Severity.ERROR]
    errors = [each for each in errors if each.source is source]
    if not errors:
        return folded
    if item is None or item.origin is None:
        message = f"{statement}: {errors[0].message}"
        raise MigrationError(message)
    raise CompileError(
        [Diagnostic(each.message, item.origin.source, item.origin.span) for each in errors]
    )


def originals(before: Catalog, after: Catalog) -> dict[int, OtherObject]:
    """Return, by identity, what objects kept as text were before the renames."""
    pairs: Iterable[tuple[OtherObject, OtherObject]] = zip(
        before.others, after.others, strict=False
    )
    if len(before.others) != len(after.others):
        return {}
    return {id(now): was for was, now in pairs if was.keyword == now.keyword}
