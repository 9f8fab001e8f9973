"""A quoted constant that Flash refuses is one that PostgreSQL refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import psycopg
from hypothesis import given
from hypothesis import strategies as st

from flash_core.engine import Engine
from tests.analysis.refused_cases import problems_of

from .claims import load
from .effort import shared

if TYPE_CHECKING:
    from collections.abc import Callable

    Connection = psycopg.Connection[tuple[str | None, ...]]

FEW: Final = 2500
_EXTENSIONS: Final = ("hstore", "ltree", "vector")
_SCHEMA: Final = """
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TYPE pair AS (a integer, b text);
CREATE TYPE trio AS (a date, b integer[], c pair);
"""
_NUMBERS: Final = ["1", "-2", "007", "99999999999", "1.5", "1e3", "NaN", "-infinity", "0x1f"]
_DAYS: Final = ["2024-01-01", "2024-02-30", "infinity", "now", "0044-03-15 BC", "20240102"]
_TIMES: Final = ["2024-01-01 10:00", "2024-03-31 02:30", "2024-01-01T10:00:00.1234567", *_DAYS]
_ZONED: Final = ["2024-01-01 10:00+02", "2024-01-01 10:00-0730", "2024-01-01 10:00Z", *_TIMES]
_SUBTYPES: Final = {
    "int4": [*_NUMBERS, "2147483647", "-2147483648"],
    "int8": [*_NUMBERS, "9223372036854775807"],
    "num": _NUMBERS,
    "date": _DAYS,
    "ts": _TIMES,
    "tstz": _ZONED,
}
_POINTS: Final = ["(1,2)", "1,-2.5", " ( 1e3 , inf )", "(nan,1e400)"]
_SCALARS: Final = {
    **{
        name: ["1", "(0,1)", "4294967295", "0/16B374D8"] for name in ("oid", "xid", "tid", "pg_lsn")
    },
    "point": _POINTS,
    "lseg": ["[(1,2),(3,4)]", "((1,2),(3,4))", "1,2,3,4"],
    "box": ["(1,2),(3,4)", "((1,2),(3,4))"],
    "path": ["[(1,2),(3,4)]", "((1,2))", "(1,2,3,4)"],
    "polygon": ["((1,2),(3,4),(5,6))", "1,2,3,4"],
    "line": ["{1,2,3}", "{0,0,1}", "[(1,2),(1,2)]", "(1,2),(3,4)"],
    "circle": ["<(1,2),3>", "((1,2),3)", "1,2,-3"],
    "tsvector": ["a b", "'it''s':1A,2b cat:3", "\\a:1 :x"],
    "tsquery": ["a & !b", "(a|'x y') <-> b:*A", "a <2> b", "a\\ b", ""],
    "macaddr": ["08:00:2b:01:02:03", "08002b-010203", "0800.2b01.0203", "8-0-2b-1-2-3"],
    "macaddr8": ["08:00:2b:01:02:03:04:05", "08002b0102030405", "0800.2b01.0203"],
    "inet": ["10.1.2.3/8", "::1", "1:2::3/64", "10"],
    "cidr": ["10.0.0.0/8", "10.1", "::/0"],
    "bytea": ["\\xab0f", "a\\134\\000", "\\x ab"],
    "varbit": ["101", "xAf", "b01"],
    "pair": ["(1,a)", '(1,"a ""b")', "(,)", " (1,a\\,b) "],
    "trio": ['(2024-01-01,"{1,2}","(1,x)")', "(,,)"],
    "hstore": ["a=>1, b=>NULL", '"a b"=>"c\\"d",', "a", ""],
    "ltree": ["top.science_1.a-b", "", "é.b"],
    "vector": ["[1,2.5, 3e-1]", "[nan]", "[]", "1,2"],
}
_EDITS: Final = "[](){},\"\\ .:;-+09abxe'&|!*<>/=\n"


def _edited(texts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Return texts of which a few characters are others, or others stand between."""
    edits = st.tuples(st.integers(0, 60), st.integers(0, 2), st.sampled_from(["", *_EDITS]))

    def changed(text: str, changes: list[tuple[int, int, str]]) -> str:
        for place, gone, new in changes:
            at = place % (len(text) + 1)
            text = text[:at] + new + text[at + gone :]
        return text

    return st.builds(changed, texts, st.lists(edits, max_size=3))


def _ranges(bounds: list[str]) -> st.SearchStrategy[str]:
    plain = st.sampled_from(["", *bounds])
    quoted = plain.map('"{}"'.format)
    bound = plain | plain | quoted
    built = st.builds(
        "{}{},{}{}".format, st.sampled_from("[("), bound, bound, st.sampled_from("])")
    )
    return built | built | st.sampled_from(["empty", " EMPTY "])


def _arrays(items: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    quoted = items.map(lambda text: '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"')
    leaf = items | quoted | st.just("NULL")
    inner = st.recursive(
        st.lists(leaf, max_size=3).map(lambda found: "{" + ",".join(found) + "}"),
        lambda arrays: st.lists(arrays, max_size=3).map(lambda found: "{" + ",".join(found) + "}"),
        max_leaves=4,
    )
    return st.builds("{}{}".format, st.sampled_from(["", "", "", "[1:2]=", "[0:0][2:3]="]), inner)


def _multiranges(ranges: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(ranges, max_size=3).map(lambda found: "{" + ", ".join(found) + "}")


def _written() -> dict[str, st.SearchStrategy[str]]:
    """Return texts of each type, right and nearly right."""
    found = {name: st.sampled_from(texts) for name, texts in _SCALARS.items()}
    for name, bounds in _SUBTYPES.items():
        found[f"{name}range"] = _ranges(bounds)
        found[f"{name}multirange"] = _multiranges(_ranges(bounds))
    for name in ("box", "point", "int4range", "pair", "bytea"):
        found[f"{name}[]"] = _arrays(found[name])
    found["integer[]"] = _arrays(st.sampled_from(_NUMBERS))
    found["mood[]"] = _arrays(st.sampled_from(["sad", "ok", "x"]))
    return {name: _edited(texts) for name, texts in found.items()}


def _schema(connection: Connection) -> tuple[str, set[str]]:
    """Return a schema with the extensions that there are, and the names of those there are not."""
    rows = connection.execute("SELECT name FROM pg_available_extensions").fetchall()
    there = {name for (name,) in rows}
    made = [f"CREATE EXTENSION {name};" for name in _EXTENSIONS if name in there]
    return "\n".join([*made, _SCHEMA]), {*_EXTENSIONS} - there


def test_what_is_refused_of_a_random_constant_the_server_refuses(
    postgresql_url: str, record_property: Callable[[str, object], None]
) -> None:
    with psycopg.connect(postgresql_url, autocommit=True) as connection:
        schema, missing = _schema(connection)
        connection.execute(schema.encode())
        catalog, _ = load(schema, Engine.POSTGRESQL)
        texts = {name: found for name, found in _written().items() if name not in missing}
        pairs = st.sampled_from(sorted(texts)).flatmap(
            lambda name: st.tuples(st.just(name), texts[name])
        )
        seen = {"constants refused by both": 0, "constants that both take": 0}

        @given(pairs)
        def holds(pair: tuple[str, str]) -> None:
            name, text = pair
            quoted = text.replace("'", "''")
            sql = f"SELECT '{quoted}'::{name}"
            ours, _ = problems_of(sql, catalog)
            valid = not connection.pgconn.prepare(b"", sql.encode()).error_message
            assert not (ours and valid), f"{sql}: {ours[0].message}"
            seen["constants refused by both"] += bool(ours)
            seen["constants that both take"] += bool(valid)

        try:
            shared(holds, 1, few=FEW, of=1)()
        finally:
            for label, count in seen.items():
                record_property(label, count)
