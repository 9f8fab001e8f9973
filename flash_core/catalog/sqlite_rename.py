"""What a rename does to the views and triggers of SQLite: SQLite itself rewrites them.

Depends on: sql.parse, sql.syntax, draft, model, render.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from flash_core._dataclass import replace
from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.sql.parse import parse_script
from flash_core.sql.source import SourceFile

from .render import render

if TYPE_CHECKING:
    from .draft import Draft
    from .model import View

_TEXTS = "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('view', 'trigger')"


def renamed_texts(draft: Draft, statement: str) -> dict[tuple[str, str], str]:
    """Return the views and triggers that a rename changes, by kind and name in lower case.

    Args:
        draft: The schema before.
        statement: ALTER TABLE … RENAME.
    """
    if not draft.views and not any(other.keyword == "CREATE TRIGGER" for other in draft.others):
        return {}
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        try:
            database.executescript(render(draft.freeze()))
            before = database.execute(_TEXTS).fetchall()
            database.execute(statement)
        except sqlite3.Error:
            return {}  # what is wrong with the schema is reported with it
        after = set(database.execute(_TEXTS).fetchall()) - set(before)
    return {(str(kind), str(name).lower()): str(sql) for kind, name, sql in after}


def apply_texts(draft: Draft, texts: dict[tuple[str, str], str]) -> None:
    """Give views and triggers the text that a rename left them with."""
    for key, view in list(draft.views.items()):
        text = texts.get(("view", draft.fold(view.name)))
        if text is not None:
            draft.views[key] = _read(view, text)
    for place, other in enumerate(draft.others):
        if other.about[:1] == ("trigger",):
            text = texts.get(("trigger", str(other.about[1])))
            draft.others[place] = other if text is None else replace(other, text=text)


def _read(view: View, text: str) -> View:
    statements, _ = parse_script(SourceFile("schema.sql", text), Engine.SQLITE)
    for statement in statements:
        if isinstance(statement, syntax.CreateView):
            return replace(view, query=statement.query, text=text)
    return view
