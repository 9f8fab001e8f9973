"""Statements kept as text: in place of what they replace, gone with what is dropped.

Depends on: sql.syntax, draft, kept_names, model, objects, partition_indexes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.engine import Engine

from .expression_names import collation_renamed
from .identifiers import quote, quote_path
from .model import Origin, OtherObject
from .names import unused
from .objects import created, in_schema, removes, unquoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from flash_core.sql import syntax
    from flash_core.sql.source import SourceFile

    from .draft import Draft
    from .model import Column, Table

_RENAMES: Final = r"(?i)\bRENAME\s+TO\b"
_OF_VIEW: Final = r"(?i)ALTER\s+(?:MATERIALIZED\s+)?VIEW\b"
_UNNAMED: Final = r"(?i)CREATE\s+STATISTICS\s+(?=\(|ON\b)"
_ROUTINES: Final = frozenset({"FUNCTION", "PROCEDURE"})
_COMMENTED_ROUTINE: Final = (
    r"(?is)\ACOMMENT\s+ON\s+(?:FUNCTION|PROCEDURE|ROUTINE)\s+"
    r'((?:"(?:[^"]|"")+"|[\w$]+)(?:\s*\.\s*(?:"(?:[^"]|"")+"|[\w$]+))?)(\s*\(.*?\))?(?=\s+IS\b)'
)
_FORGOTTEN: Final = frozenset(
    {"SET", "RESET", "BEGIN", "START", "COMMIT", "END", "ROLLBACK", "PRAGMA", "DO", "SELECT"}
)


def _is_done(draft: Draft, text: str) -> bool:
    """Do what an ALTER says of other objects; tell whether nothing of it is left to keep."""
    from .partition_indexes import attach_index  # noqa: PLC0415 - few statements are kept

    if draft.engine is Engine.POSTGRESQL and _is_rename(draft, text):
        return True
    if re.match(_OF_VIEW, text) and draft.engine is Engine.POSTGRESQL:
        from .view_options import set_options  # noqa: PLC0415 - few statements are kept

        return set_options(draft, text)
    return attach_index(draft, text)


def keep(
    draft: Draft, statement: syntax.OtherDdl, source: SourceFile, about: tuple[object, ...] = ()
) -> None:
    """Keep a statement as text, in place of what it replaces or removes.

    Args:
        draft: What to keep it in.
        statement: The statement.
        source: Where it was written.
        about: Identifies the object that it makes or changes, where that is known.
    """
    keyword = statement.keyword.upper()
    words = keyword.split()
    if not words or words[0] in _FORGOTTEN:
        return
    text = statement.text.strip()
    if words[0] == "DROP":
        draft.others = [item for item in draft.others if not removes(text, item)]
        return
    if draft.path not in {("",), ()}:
        text = in_schema(text, quote(draft.schemas.get(draft.path[0], "public"), draft.engine))
        from .in_path import in_path  # noqa: PLC0415 - few statements are kept

        text = in_path(draft, text)
    if keyword == "CREATE STATISTICS" and re.match(_UNNAMED, text):
        text = named_statistics(draft, text)
    if words[1:2] == ["PUBLICATION"] and draft.engine is Engine.POSTGRESQL:
        from .publications import with_children  # noqa: PLC0415 - few schemas have any

        text = with_children(draft, text)
    if words[0] == "COMMENT" and draft.engine is Engine.POSTGRESQL:
        text = _with_arguments(draft, text)
    if words[0] == "ALTER" and _is_done(draft, text):
        return
    if words[0] == "CREATE" and about[:1] == ("routine",):  # what ALTER said of it goes
        draft.others = [
            o for o in draft.others if o.about != about or not o.keyword.startswith("ALTER")
        ]
    _put(draft, OtherObject(keyword, text, about, Origin(source, statement.span)))


def _with_arguments(draft: Draft, text: str) -> str:
    """Return COMMENT ON FUNCTION with the arguments that a dump writes.

    They may be left out as long as there is one of the name, and OUT ones of a procedure be named.
    """
    found = re.match(_COMMENTED_ROUTINE, text)
    if found is None:
        return text
    from flash_core.sql.postgres_objects import stated  # noqa: PLC0415 - PostgreSQL's alone

    from .privileges import type_text  # noqa: PLC0415 - few comments are on routines

    name, said = unquoted(found[1]), stated(text)
    made = ((created(o.text) or ("", "", ""), o.text) for o in draft.others)
    known = [stated(t) for (kind, n, _), t in made if n == name and kind in _ROUTINES]
    if found[2] and said is not None:
        exact = [each for each in known if each and each.arguments == said.arguments]
        known = [] if exact else [e for e in known if e and e.parameters == said.arguments]
    if len(known) != 1 or known[0] is None:
        return text
    types = ", ".join(map(type_text, known[0].arguments))
    return f"{text[: found.end(1)]}({types}){text[found.end() :]}"


def _put(draft: Draft, new: OtherObject) -> None:
    """Keep a statement in place of one that makes the same, or behind all others."""
    about, text, word = new.about, new.text, new.keyword.split()[0]
    made = created(text) if word == "CREATE" else None
    for position, old in enumerate(draft.others):
        if old.text != text and (word != "CREATE" or old.keyword != new.keyword):
            continue
        same = about == old.about if about and old.about else made and made == created(old.text)
        if old.text == text and word in {"ALTER", "GRANT", "REVOKE"}:
            del draft.others[position]  # what was said last counts
            break
        if old.text == text or (same and word == "CREATE" and old.keyword == new.keyword):
            draft.others[position] = new
            return
    draft.others.append(new)


def named_statistics(draft: Draft, text: str) -> str:
    """Return CREATE STATISTICS with the name that the server would choose.

    Args:
        draft: Where it is made.
        text: The statement, without a name.
    """
    from flash_core.sql.postgres_objects import stated  # noqa: PLC0415 - PostgreSQL's alone

    about, found = stated(text), re.match(_UNNAMED, text)
    if about is None or found is None or not about.table:
        return text
    *above, table = about.table
    made = [created(o.text) for o in draft.others if o.keyword == "CREATE STATISTICS"]
    schema = "".join(above)
    paths = (each[1].rpartition(".") for each in made if each)
    taken = {own for place, _, own in paths if place == schema}
    name = unused(table, about.text or "", "stat", taken)
    path = quote_path(schema, name, draft.engine)
    return f"{text[: found.end()]}{path} {text[found.end() :]}"


def _is_rename(draft: Draft, text: str) -> bool:
    """Rename a trigger, policy, rule … where it is made; tell whether that is what is said."""
    from flash_core.sql.postgres_objects import stated  # noqa: PLC0415 - PostgreSQL's alone

    about = stated(text) if re.search(_RENAMES, text) else None
    if about is None or about.kind != "rename" or about.text is None:
        return False
    schema, name = ("", "", *(about.table or (*about.name[:-1], "")))[-2:]
    names = about.name[-1], about.text
    if about.on == "COLLATION":
        was, now = ".".join(about.name), ".".join((*about.name[:-1], about.text))
        recollate(draft, lambda name: now if name == was else name)
        collation_renamed(draft, about.name, about.text)
    from .kept_names import part_of_table_renamed  # noqa: PLC0415 - few statements are kept

    return part_of_table_renamed(draft, about.on, names, (schema, name))


def recollate(draft: Draft, renamed: Callable[[str], str]) -> None:
    """Let columns and fields follow collations that get another name.

    Args:
        draft: Whose columns they are.
        renamed: Returns the new name of a collation.
    """

    def followed(columns: tuple[Column, ...]) -> tuple[Column, ...]:
        return tuple(
            replace(c, collation=renamed(c.collation)) if c.collation else c for c in columns
        )

    for table in list(draft.tables.values()):
        if any(column.collation for column in table.columns):
            draft.put(replace(table, columns=followed(table.columns)))
    for key, composite in list(draft.composites.items()):
        draft.composites[key] = replace(composite, columns=followed(composite.columns))


def keep_settings(
    draft: Draft, table: Table, columns: Iterable[syntax.ColumnDef], source: SourceFile
) -> None:
    """Keep what PostgreSQL is told of the storage of new columns as ALTER TABLE says it.

    Args:
        draft: What to keep it in.
        table: Whose columns they are.
        columns: As they were written.
        source: Where that was.
    """
    head = f"ALTER TABLE {quote_path(table.schema, table.name, draft.engine)} ALTER COLUMN"
    for column in columns:
        for word, value in column.settings:
            text = f"{head} {quote(column.name, draft.engine)} {word} {value}"
            place = Origin(source, column.span)
            new = OtherObject("ALTER TABLE ALTER COLUMN", text, origin=place)
            draft.others.append(new)


def forget(draft: Draft, about: tuple[object, ...]) -> None:
    """Drop every statement about one object."""
    draft.others = [item for item in draft.others if item.about != about]


def forget_aggregate(draft: Draft, parts: Sequence[str]) -> bool:
    """Drop an aggregate of which only the server knows what comes out, if one has the name.

    Args:
        draft: Where it is kept.
        parts: Its name as written.
    """
    wanted = draft.id_of(parts)
    found = [
        item
        for item in draft.others
        if item.about[:1] != ("routine",)
        and (made := created(item.text)) is not None
        and (made[0], draft.id_of(tuple(made[1].split(".")))) == ("AGGREGATE", wanted)
    ]
    if len(found) == 1:
        draft.others.remove(found[0])
    return len(found) == 1


def retitle(draft: Draft, old: tuple[object, ...], new: tuple[object, ...]) -> None:
    """Let what is said about ``old`` be about ``new``."""
    for position, item in enumerate(draft.others):
        if item.about == old:
            draft.others[position] = OtherObject(item.keyword, item.text, new, item.origin)
