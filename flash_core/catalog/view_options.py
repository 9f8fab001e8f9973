"""Options of PostgreSQL's views as part of the view, whichever statement said them.

ALTER VIEW … SET changes what CREATE OR REPLACE VIEW replaces, and what a dump shows in the view.

Depends on: sql.clauses, sql.postgres_objects, draft, identifiers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.engine import Engine
from flash_core.sql.clauses import significant
from flash_core.sql.postgres_objects import stated

from .identifiers import string

if TYPE_CHECKING:
    from flash_core.sql.clauses import Tokens

    from .draft import Draft

_CLAUSES: Final = frozenset({"SetRelOptions", "ResetRelOptions"})


def set_options(draft: Draft, text: str) -> bool:
    """Give a view the options that a statement says; tell whether it does that.

    Args:
        draft: Where the view is.
        text: ALTER VIEW or ALTER MATERIALIZED VIEW with one clause.
    """
    about = stated(text)
    if about is None or about.kind != "setting" or about.name[0] not in _CLAUSES:
        return False
    key = draft.id_of(about.table)
    view = draft.views.get(key)
    if view is None or view.table:
        return False
    head, options, rest = parted(view.text)
    for name, value in about.options:
        options.pop(name, None)
        if about.name[0] == "SetRelOptions":
            options[name] = f"{name} = {_written('true' if value is None else value)}"
    given = f"WITH ({', '.join(options.values())}) " if options else ""
    draft.views[key] = replace(view, text=f"{head}{given}{rest}")
    return True


def parted(text: str) -> tuple[str, dict[str, str], str]:
    """Return what stands before the options of a view, these as written, by name, and the rest.

    Args:
        text: CREATE VIEW or CREATE MATERIALIZED VIEW.
    """
    tokens = significant(text, Engine.POSTGRESQL)
    start = tokens.find(frozenset({"WITH", "AS"}), 0, len(tokens))
    end, options = start, dict[str, str]()
    if tokens.word(start) == "WITH":
        end = tokens.close(start + 1) + 1
        options = _options(tokens, start + 2, end - 1)
    return text[: tokens.items[start].start], options, text[tokens.items[end].start :]


def _options(tokens: Tokens, position: int, end: int) -> dict[str, str]:
    """Return options as written, by name."""
    found: dict[str, str] = {}
    while position < end:
        stop = min(tokens.element_end(position), end)
        text = tokens.slice(position, stop)
        found[text.partition("=")[0].strip().lower()] = text
        position = stop + 1
    return found


def _written(value: str) -> str:
    return value if value.isalnum() else string(value)
