"""What is listed of extensions as never NULL is not NULL on a live server, whatever the values."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

import pytest

from flash_core.types.model import CallKind, Nulls
from flash_core.types.postgres_data import Library, built_in, extension
from flash_core.types.postgres_extension_nulls import EXTENSION_FUNCTIONS, EXTENSION_OPERATORS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from psycopg import Connection

    from flash_core.types.postgres_data import Routine

SAMPLES: Final[dict[str, tuple[str, ...]]] = {
    "bigint": ("2", "0", "-1"),
    "bit": ("101", "000"),
    "boolean": ("t", "f"),
    "bytea": ("", "\\x01ff"),
    "character": ("a", ""),
    "character varying": ("abc", ""),
    "citext": ("Abc", "", "(a)|b"),
    "cube": ("(1,2,3)", "(1,2),(3,4)", "(0)", "()"),
    "date": ("2020-01-01", "infinity"),
    "double precision": ("1.5", "0", "NaN", "Infinity", "-2"),
    "earth": ("(6378168,0,0)",),
    "ean13": ("9780393040029", "9771436452008", "9790230671187", "0220356483481"),
    "halfvec": ("[1,2,3]", "[0,0,0]"),
    "hstore": ("", "a=>1", "a=>NULL,b=>2"),
    "inet": ("10.0.0.1",),
    "integer": ("1", "0", "2", "-1", "3"),
    "integer[]": ("{}", "{1,2}", "{3,1,2}"),
    "interval": ("1 day",),
    "isbn": ("0-393-04002-X",),
    "isbn13": ("978-0-393-04002-9",),
    "ismn": ("M-2306-7118-7",),
    "ismn13": ("979-0-2306-7118-7",),
    "issn": ("1436-4522",),
    "issn13": ("977-1436-452-00-8",),
    "lo": ("1",),
    "lquery": ("*", "a.b"),
    "lquery[]": ("{*}", "{}"),
    "ltree": ("", "a", "a.b.c"),
    "ltree[]": ("{}", "{a,a.b}", '{""}'),
    "ltxtquery": ("a & b", "a"),
    "money": ("1",),
    "oid": ("1",),
    "point": ("(1,2)",),
    "query_int": ("1 & 2", "1"),
    "real": ("1.5", "0"),
    "real[]": ("{1,2,3}",),
    "double precision[]": ("{}", "{1,2}"),
    "numeric[]": ("{1,2,3}",),
    "regdictionary": ("unaccent",),
    "seg": ("1 .. 2", "1", "1 ..", ".. 2"),
    "smallint": ("1",),
    "sparsevec": ("{1:1,3:2}/5", "{}/3"),
    "text": ("a", "", "abc", "(a)|b", "md5", "aes", "\N{LATIN SMALL LETTER E WITH ACUTE}", "a.b"),
    "text[]": ("{}", "{a,b}", "{a,NULL}"),
    "time without time zone": ("10:00",),
    "timestamp without time zone": ("2020-01-01", "infinity"),
    "timestamp with time zone": ("2020-01-01", "-infinity"),
    "upc": ("220356483481",),
    "uuid": ("00000000-0000-0000-0000-000000000001",),
    "vector": ("[1,2,3]", "[0,0,0]"),
}
# They need keys and messages that no sample is; checked by hand.
BY_HAND: Final = ("pgp_", "encrypt", "decrypt", "dearmor")
MOST: Final = 150


def library_of(name: str) -> Library:
    found = extension(name)
    assert found is not None, name
    outer = dict(built_in().types.named)
    for required in found.requires:
        outer.update(library_of(required).types.named)
    return found.library(found.schema, outer)


def listed(library: Library) -> Iterator[tuple[str, Routine]]:
    for name in EXTENSION_FUNCTIONS.get(library.extension, ()):
        yield from ((name, one) for one in library.functions(name) if one.nulls is Nulls.STRICT)
    for name in EXTENSION_OPERATORS.get(library.extension, ()):
        yield from ((name, one) for one in library.operators(name) if one.nulls is Nulls.STRICT)


def combinations(routine: Routine) -> Iterator[tuple[str, ...]]:
    choices = [
        [f"'{value}'::{type_.name}" for value in SAMPLES.get(type_.name, ())]
        for type_ in routine.arguments
    ]
    total = 1
    for choice in choices:
        total *= len(choice)
    return itertools.islice(itertools.product(*choices), 0, None, total // MOST | 1)


def statement(name: str, arguments: Sequence[str], kind: CallKind) -> str:
    if name[0].isalpha():
        call = f'"{name}"({", ".join(arguments)})'
        return f"SELECT * FROM {call} AS v" if kind is CallKind.TABLE else f"SELECT {call}"
    words = [name, *arguments] if len(arguments) == 1 else [arguments[0], name, arguments[1]]
    return f"SELECT {' '.join(words)}"


def is_null(server: Connection, sql: str) -> bool | None:
    """Tell whether a value is NULL; ``None`` when the server raised an error."""
    from psycopg.pq import ExecStatus  # noqa: PLC0415 - not needed by tests that use no server

    result = server.pgconn.exec_(sql.encode())
    if result.status != ExecStatus.TUPLES_OK:
        return None
    places = itertools.product(range(result.ntuples), range(result.nfields))
    return any(result.get_value(row, column) is None for row, column in places)


@pytest.mark.parametrize("name", sorted({*EXTENSION_FUNCTIONS, *EXTENSION_OPERATORS}))
def test_values_without_null_give_no_null(server: Connection, name: str) -> None:
    found = server.execute("SELECT 1 FROM pg_available_extensions WHERE name = %s", (name,))
    if found.fetchone() is None:
        pytest.skip(f"the server does not have {name}")
    server.execute("SET client_min_messages TO error")
    server.execute(f'CREATE EXTENSION "{name}" CASCADE'.encode())
    wrong: list[str] = []
    untried: list[str] = []
    for called, routine in listed(library_of(name)):
        answered = False
        for arguments in combinations(routine):
            sql = statement(called, arguments, routine.kind)
            null = is_null(server, sql)
            answered |= null is not None
            if null:
                wrong.append(sql)
        if not answered and not called.startswith(BY_HAND):
            untried.append(f"{called}({', '.join(map(str, routine.arguments))})")
    assert wrong == []
    assert untried == []


def test_every_listed_name_is_a_strict_routine() -> None:
    for lists, find in ((EXTENSION_FUNCTIONS, "functions"), (EXTENSION_OPERATORS, "operators")):
        for name, words in lists.items():
            library = library_of(name)
            for word in words:
                routines: Sequence[Routine] = getattr(library, find)(word)
                assert any(one.nulls is Nulls.STRICT for one in routines), (name, word)
