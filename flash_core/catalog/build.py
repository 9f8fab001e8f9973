"""Schema statements to a :class:`Catalog`.

Schema files describe a state, so the order of their statements does not matter:
what names something that does not exist yet waits until the others have been
folded.  Migrations are a history: they are folded strictly in order, and the
rows that they move are none of the catalog's business.

Depends on: engine, sql.source, sql.syntax, alter, draft, grants, model, paths, renames,
renaming, statements, text, validate.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.sql.source import Diagnostic, Severity

from .draft import Draft, Refused
from .model import Catalog
from .order import arranged
from .paths import under_paths, used_database, with_paths
from .statements import fold_statement
from .text import RENAMING
from .validate import validate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TypeAlias

    from flash_core.sql.source import SourceFile
    from flash_core.sql.syntax import Statement

    from .model import Rename

    Path: TypeAlias = tuple[str, ...]
    Located: TypeAlias = tuple[SourceFile, Statement, Path]


def build(
    statements: Sequence[tuple[SourceFile, Statement]],
    engine: Engine,
    start: Catalog | None = None,
    *,
    in_order: bool = False,
    directives: bool = True,
) -> tuple[Catalog, list[Diagnostic]]:
    """Fold statements over a catalog.

    Args:
        statements: In the order of their files, each with the file it came from.
        engine: Whose rules apply.
        start: What exists before; nothing by default.
        in_order: A statement may only name what earlier ones made, and data
            statements are expected (migrations).
        directives: Comments count that say what something was called before; those that SQLite
            keeps in a database are about its past.

    Returns:
        The catalog, as far as it could be built, and every problem in file order.
    """
    files = {id(source): source for source, _ in statements}.values()
    if engine is Engine.SQLITE and any("virtual" in file.text.lower() for file in files):
        from .sqlite_dumps import with_virtual_tables  # noqa: PLC0415 - few schemas have any

        statements = with_virtual_tables(statements)
    draft = Draft(Catalog(engine) if start is None else start)
    draft.in_order = in_order
    draft.database = draft.database or used_database(statements)
    problems: list[Diagnostic] = []
    pending = [
        (source, part, path)
        for source, item, path in with_paths(statements, draft, stays=not in_order)
        for part in _parts(item)
    ]
    written = pending
    renames: tuple[Rename, ...] = ()
    if not in_order:
        problems += _notices(pending)
    if directives and not in_order:
        renames, unread = _renames(statements, pending, draft)
        problems += unread
    while pending:
        waiting, refused = _fold(draft, pending, wait=not in_order)
        problems += refused
        if len(waiting) == len(pending):
            refused = [
                _diagnostic(located[0], why) for located, why in waiting if _first(draft, why)
            ]
            problems += refused
            break
        pending = [located for located, _ in waiting]
    draft.path = ("",)
    if not in_order:
        problems += _absences(draft, written, problems) if directives else ()
        problems += draft.remarks.values()
    if draft.others:
        _settle_kept(draft, statements)
    problems += validate(draft)
    order = {source.path: number for number, (source, _) in enumerate(reversed(statements))}
    problems.sort(key=lambda item: (-order.get(item.source.path, 0), item.span))
    catalog = arranged(draft.freeze())
    if engine.family is Engine.MYSQL:
        from .mysql_enums import with_enums  # noqa: PLC0415 - MySQL's alone

        catalog = with_enums(catalog)
        if catalog.others:
            from .mysql_sequences import own_sequences  # noqa: PLC0415 - as above

            catalog = own_sequences(catalog)
    return replace(catalog, renames=renames) if renames else catalog, problems


def _renames(
    statements: Sequence[tuple[SourceFile, Statement]], pending: Sequence[Located], draft: Draft
) -> tuple[tuple[Rename, ...], list[Diagnostic]]:
    """Read the directives that name what objects were called before, where there are any."""
    texts = {source.text for source, _ in statements}
    if not any(mark in text for text in texts for mark in RENAMING):
        return (), []
    from .renames import read_renames  # noqa: PLC0415 - few schemas have any

    found, problems = read_renames(statements, draft.engine)
    if found and draft.engine is Engine.POSTGRESQL:
        found = under_paths(found, pending, draft)
    return found, problems


def _absences(
    draft: Draft, statements: Sequence[Located], problems: Sequence[Diagnostic]
) -> list[Diagnostic]:
    """Find what statements of schema files name that is not there."""
    if draft.engine is not Engine.POSTGRESQL:
        return []
    from .absent import absences  # noqa: PLC0415 - PostgreSQL's alone

    found = list(absences(draft, statements, problems))
    draft.path = ("",)
    return found


def _settle_kept(draft: Draft, statements: Sequence[tuple[SourceFile, Statement]]) -> None:
    """Settle what statements that are kept as text say together."""
    from .grants import settle_grants  # noqa: PLC0415 - few schemas have any
    from .sequence_renames import settle_renames  # noqa: PLC0415 - as above

    settle_renames(draft)
    settle_grants(draft, statements)


def _parts(statement: Statement) -> Iterator[Statement]:
    """Yield the clauses of an ALTER TABLE one by one, so that each may wait alone."""
    if isinstance(statement, syntax.AlterTable):
        last = len(statement.actions) - 1
        for position, action in enumerate(statement.actions):
            coming = statement.actions[position + 1 :]
            yield replace(
                statement,
                actions=(action,),
                unfinished=position < last,
                coming=tuple(
                    item.column.name for item in coming if isinstance(item, syntax.AddColumn)
                ),
            )
    else:
        yield statement


def _fold(
    draft: Draft, pending: Sequence[Located], *, wait: bool
) -> tuple[list[tuple[Located, Refused]], list[Diagnostic]]:
    """Fold what can be folded; return what has to wait and what was refused."""
    waiting: list[tuple[Located, Refused]] = []
    problems: list[Diagnostic] = []
    for located in pending:
        source, statement, draft.path = located
        try:
            if draft.others and _drops(statement):
                _fold_drop(draft, statement, source)
            else:
                fold_statement(statement, draft, source)
        except Refused as why:
            if why.missing and wait:
                waiting.append((located, why))
                continue
            if isinstance(statement, (syntax.CreateTable, syntax.CreateView)):
                draft.broken.add(draft.id_of(statement.name.parts))
            if _first(draft, why):
                problems.append(_diagnostic(source, why))
    return waiting, problems


def _fold_drop(draft: Draft, statement: Statement, source: SourceFile) -> None:
    """Fold what takes something away, and forget what was said of that."""
    from .spoken_of import as_it_is, forget_what_was_said  # noqa: PLC0415 - few schemas drop anything

    before = as_it_is(draft)
    fold_statement(statement, draft, source)
    if before is not None:
        forget_what_was_said(draft, before)


def _drops(statement: Statement) -> bool:
    match statement:
        case syntax.Drop() | syntax.DropKnown():
            return True
        case syntax.AlterTable(actions=(syntax.DropColumn() | syntax.DropConstraint(),)):
            return True
        case syntax.AlterTable(actions=(syntax.AlterColumnIdentity(identity=None, settings=()),)):
            return True
        case syntax.AlterDomain(constraint=str(), new_name=None, validates=False):
            return True
        case syntax.OtherDdl(keyword=keyword):
            return keyword.startswith("DROP")
        case _:
            return False


def _first(draft: Draft, why: Refused) -> bool:
    """Tell whether an error is more than the echo of a definition that was refused."""
    return why.about is None or why.about not in draft.broken


def _diagnostic(source: SourceFile, why: Refused) -> Diagnostic:
    return Diagnostic(why.message, source, why.span, hint=why.hint, sqlstate=why.sqlstate)


_DEFINES: Final = r"(?i)\b(?:create|alter|drop)\s+(?!or\b)\w+(?:\s+\w+)?"
# What neither describes a database nor matters to queries.
_SILENT = frozenset(
    {"SET", "RESET", "BEGIN", "START", "COMMIT", "END", "GRANT", "REVOKE", "PRAGMA"}
)


def _unknown_columns(statement: syntax.CreateVirtualTable) -> str | None:
    from flash_core.types.sqlite_virtual import MODULES  # noqa: PLC0415 - SQLite's alone

    if statement.module in MODULES:
        return None
    return f'the columns of virtual table "{statement.name}" are not known: {statement.module}'


def _notice(statement: Statement, source: SourceFile) -> str | None:
    """Return what to say of a statement that the catalog does not understand."""
    match statement:
        case syntax.CreateVirtualTable():
            return _unknown_columns(statement)
        case syntax.KnownDdl():
            return None
        case syntax.Utility(keyword="DO", defines=()):
            text = source.text[statement.span.start : statement.span.end]
            if found := re.search(_DEFINES, text):
                what = " ".join(found[0].split())
                return f"what this DO block defines is not understood: {what}"
        case syntax.OtherDdl():
            words = statement.keyword.split()
            if words and words[0] not in _SILENT and words[-1] != "EXTENSION":
                return f"{statement.keyword} is kept in migrations but not understood"
        case syntax.CreateTable(temporary=True):
            return f'temporary table "{statement.name}" is ignored'
        case syntax.CreateRoutine(name=syntax.Name(parts=("pg_temp", name))):
            return f'temporary function "{name}" is ignored'
        case _:
            pass
    return None


def _notices(pending: Sequence[Located]) -> Iterator[Diagnostic]:
    """Yield a warning for every statement of a schema file that says nothing to the catalog."""
    for source, statement, _ in pending:
        message = _notice(statement, source)
        if message is not None:
            span = statement.span
            line = source.text.find("\n", span.start, span.end)
            if line >= 0:
                span = type(span)(span.start, max(span.start, line))
            yield Diagnostic(message, source, span, severity=Severity.WARNING)
