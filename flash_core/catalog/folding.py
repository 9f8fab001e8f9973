"""Which function folds which kind of schema statement.

Those of :mod:`.statements` are there at once, those of :mod:`.changes` when a schema has the
first statement that needs one: most that are generated from have none.

Depends on: sql.syntax, draft, temporary; changes by name.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from flash_core.sql.source import SourceFile
    from flash_core.sql.syntax import Statement

    from .draft import Draft

    Fold = Callable[[Statement, Draft, SourceFile], None]

_S = TypeVar("_S", bound="Statement")
_FOLDS: dict[type[Statement], Fold] = {}


def folds(
    kind: type[_S],
) -> Callable[[Callable[[_S, Draft, SourceFile], None]], Callable[[_S, Draft, SourceFile], None]]:
    """Register a function for one kind of statement, and for what is a kind of it."""

    def register(
        function: Callable[[_S, Draft, SourceFile], None],
    ) -> Callable[[_S, Draft, SourceFile], None]:
        _FOLDS[kind] = cast("Fold", function)  # only ever called with its own kind
        return function

    return register


def delegate(kind: type[_S], function: Callable[[Draft, _S, SourceFile], None]) -> None:
    """Register a function of another module, which takes the draft first."""
    folds(kind)(lambda statement, draft, source: function(draft, statement, source))


def fold_statement(statement: Statement, draft: Draft, source: SourceFile) -> None:
    """Fold one statement; data statements and utilities change nothing.

    Raises:
        Refused: The engine would refuse the statement, or it must wait.
    """
    if draft.temporary:
        from .temporary import about_temporary  # noqa: PLC0415 - few schemas make such tables

        if about_temporary(statement, draft):
            return
    if type(statement) not in _FOLDS:
        import_module("flash_core.catalog.changes")
    for kind in type(statement).__mro__:
        if found := _FOLDS.get(kind):
            found(statement, draft, source)
            return
