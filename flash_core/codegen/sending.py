"""From an analysed query to the text that its method sends, and the arguments in their order.

PostgreSQL is sent the text that analysis made.  MySQL's placeholders are ``%s``, a percent
sign beside them is doubled, and an argument stands once for each of its places.  SQLite has
no lists: one goes as a JSON array where JSON holds its elements exactly, and otherwise as
placeholders, as many as the list has elements when the method is called.

Depends on: analysis.model, engine, sql.lexer, codegen.pytypes.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass
from flash_core.engine import Engine
from flash_core.sql.lexer import TokenKind, tokenize

from .pytypes import INT, PLAIN_BOOL, STR

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from flash_core.analysis.model import Parameter, Query
    from flash_core.sql.token import Token

    from .pytypes import PyType

_FROM_JSON: Final = "SELECT value FROM json_each(?)"
# What a question mark can hide in, and what must be doubled.
_HIDING: Final = re.compile(r"""['"`#%]|--|/\*""")
_IN_JSON: Final = frozenset(found.symbol for found in (INT, STR, PLAIN_BOOL.annotation))


@dataclass(frozen=True, slots=True)
class Sending:
    """What a method sends.

    Attributes:
        text: The SQL, with ``flash.slice(name)`` where a list is spread.
        arguments: Numbers of the parameters, in the order in which they are passed.
        json: Numbers of the lists that are passed as JSON.
        spread: Name in ``text`` of each list that is written out, by its number; they are
            passed behind the other arguments.
    """

    text: str
    arguments: tuple[int, ...]
    json: frozenset[int] = frozenset()
    spread: tuple[tuple[int, str], ...] = ()


def sending(
    query: Query, engine: Engine, types: Mapping[int, PyType], names: Mapping[int, str]
) -> Sending:
    """Return what the method of a query sends.

    Args:
        query: The query.
        engine: Where it runs.
        types: What each argument is, by number; of a list, each of its elements.
        names: What each is called in Python.
    """
    numbers = tuple(parameter.number for parameter in query.parameters)
    if engine.family is Engine.MYSQL:
        # Without arguments nothing is interpolated, and a percent sign stands for itself.
        text = _interpolated(query.sql, engine) if numbers else query.sql
        return Sending(text, query.order or numbers)
    lists = [parameter for parameter in query.parameters if parameter.slice]
    if engine is Engine.SQLITE and lists:
        return _with_lists(query, lists, types, names)
    return Sending(query.sql, numbers)


@functools.lru_cache(maxsize=8192)  # the twin package asks again
def _interpolated(sql: str, engine: Engine) -> str:
    if _HIDING.search(sql) is None:
        return sql.replace("?", "%s")

    def written(token: Token) -> str:
        if token.kind is TokenKind.PARAMETER and token.text == "?":
            return "%s"
        return token.text.replace("%", "%%")

    return "".join(map(written, tokenize(sql, engine)))


def _with_lists(
    query: Query,
    lists: Sequence[Parameter],
    types: Mapping[int, PyType],
    names: Mapping[int, str],
) -> Sending:
    json = frozenset(one.number for one in lists if _fits_json(types[one.number]))
    apart = [one.number for one in lists if one.number not in json]
    kept = [one.number for one in query.parameters if one.number not in apart]
    new = {number: place for place, number in enumerate(kept, 1)}
    marks = {number: _mark(names[number], query.sql) for number in apart}

    def written(number: int) -> str:
        if number in marks:
            return f"flash.slice({marks[number]})"
        own = f"?{new[number]}"
        return _FROM_JSON.replace("?", own) if number in json else own

    text = _replaced(query.sql, written)
    return Sending(text, tuple(kept), json, tuple(marks.items()))


def _fits_json(type_: PyType) -> bool:
    """Tell whether elements reach SQLite through JSON as they would by themselves.

    A float might not come out of its digits again, and bytes have none.
    """
    annotation = type_.annotation
    symbols = {annotation.symbol, *(other.symbol for other in annotation.others)}
    return type_.encode is not None or symbols <= _IN_JSON


def _mark(name: str, sql: str) -> str:
    """Return a name whose mark is nowhere in the text yet, not even in a string."""
    while f"flash.slice({name})" in sql:
        name += "_"
    return name


def _replaced(sql: str, written: Callable[[int], str]) -> str:
    """Return the text with each numbered placeholder written anew."""
    return "".join(
        written(int(token.text[1:]))
        if token.kind is TokenKind.PARAMETER and token.text[1:].isdecimal()
        else token.text
        for token in tokenize(sql, Engine.SQLITE)
    )
