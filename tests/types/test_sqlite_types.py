"""SQLite's type system against the sqlite3 module: storage classes, NULLs and names."""

from __future__ import annotations

import itertools
import sqlite3
from typing import TYPE_CHECKING

import pytest

from flash_core.catalog.model import Catalog
from flash_core.engine import Engine
from flash_core.sql.source import Span
from flash_core.sql.syntax import Literal, LiteralKind, TypeName
from flash_core.types.model import UNKNOWN, CallKind, Nulls, SqlType
from flash_core.types.sqlite_functions import Form, forms
from flash_core.types.sqlite_storage import affinity, storage_classes
from flash_core.types.systems import type_system

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SQLITE = type_system(Engine.SQLITE, Catalog(Engine.SQLITE))
NOWHERE = Span(0, 0)

JSON_TEXT = {"text"}  # of a JSON function; a column that is declared so holds more

# An ordinary argument of each type that a function may expect.
SAMPLES = {
    "ANY": ["1", "'a'", "2.5", "x'00'"],
    "BLOB": ["x'61'"],
    "INTEGER": ["2"],
    "JSON": ["'[1, 2]'"],
    "NUMBER": ["-3", "2.5", "'7'"],
    "REAL": ["0.5", "3"],
    "SCALAR": ["1", "'a'", "2.5"],
    "TEXT": ["'abc'", "'12:30'", "''", "'now'", "'$[0]'", "5"],
}


def literal_type(text: str) -> SqlType:
    """Return the type of a literal, by its first characters."""
    if text == "NULL":
        return UNKNOWN
    if text[0] in "'x":
        return SqlType("TEXT" if text[0] == "'" else "BLOB")
    return SqlType("REAL" if "." in text else "INTEGER")


def classes(type_: SqlType) -> set[str]:
    """Return what typeof() may answer for a value of a type that no column declares."""
    return JSON_TEXT if type_.name == "JSON" else {x.lower() for x in storage_classes(type_)}


def evaluate(expression: str) -> str:
    """Return the storage class of an expression's value."""
    connection = sqlite3.connect(":memory:")
    try:
        row = connection.execute(f"SELECT typeof({expression})").fetchone()
        return str(row[0])
    finally:
        connection.close()


def calls(form: Form) -> Iterator[list[str]]:
    """Yield sample arguments for each number of them that the form takes."""
    for count in filter(form.takes, range(form.least, min(form.most, form.least + 2) + 1)):
        places = [SAMPLES[form.arguments[form.place(number)]] for number in range(count)]
        for chosen in itertools.product(*places):
            yield list(chosen)


FORMS = [
    pytest.param(name, form, id=f"{name}-{form.kind}-{form.least}")
    for name, several in sorted(forms().items())
    for form in several
    if form.kind is not CallKind.TABLE
]


@pytest.mark.parametrize(("name", "form"), FORMS)
def test_functions_return_what_sqlite_returns(name: str, form: Form) -> None:
    over = " OVER ()" if form.kind is CallKind.WINDOW else ""
    for arguments in calls(form):
        expression = f"{name}({', '.join(arguments)}){over}"
        signature = SQLITE.function([name], [literal_type(text) for text in arguments])
        assert signature is not None, expression
        assert signature.kind is form.kind
        try:
            class_ = evaluate(expression)
        except sqlite3.Error:
            continue  # malformed JSON, or a function that this SQLite lacks
        if class_ == "null":
            assert signature.nulls is Nulls.MAYBE, expression
        else:
            assert class_ in classes(signature.result), expression


@pytest.mark.parametrize(("name", "form"), FORMS)
def test_null_arguments_give_what_the_signature_says(name: str, form: Form) -> None:
    if form.kind is not CallKind.SCALAR or form.nulls not in {"never", "strict", "numbers"}:
        return
    for arguments in calls(form):
        for place in range(len(arguments)):
            given = [*arguments[:place], "NULL", *arguments[place + 1 :]]
            try:
                class_ = evaluate(f"{name}({', '.join(given)})")
            except sqlite3.Error:
                continue
            assert (class_ == "null") == (form.nulls != "never"), (name, given)


OPERATORS = [
    *(
        (left, operator, right)
        for operator in ("+", "-", "*", "/", "%", "||", "=", "<>", "<", ">=", "&", "|", "<<")
        for left in ("7", "2.5", "'3'", "'x'")
        for right in ("2", "0.5", "0", "'4'")
    ),
    ("'abc'", "LIKE", "'a%'"),
    ("'abc'", "NOT LIKE", "'a%'"),
    ("'abc'", "GLOB", "'a*'"),
    ("'[1, 2]'", "->", "0"),
    ("'[1, 2]'", "->", "5"),
    ("'[1, 2]'", "->>", "0"),
    ("1", "==", "2"),
    ("1", "IS NOT", "2"),
]


@pytest.mark.parametrize(("left", "operator", "right"), OPERATORS)
def test_operators_return_what_sqlite_returns(left: str, operator: str, right: str) -> None:
    signature = SQLITE.operator(operator, literal_type(left), literal_type(right))
    assert signature is not None
    class_ = evaluate(f"{left} {operator} {right}")
    if class_ == "null":
        assert signature.nulls is Nulls.MAYBE
    else:
        assert class_ in classes(signature.result)


@pytest.mark.parametrize("operand", ["7", "2.5", "'3'", "'x'", "x'31'"])
@pytest.mark.parametrize("operator", ["-", "+", "~"])
def test_prefix_operators_return_what_sqlite_returns(operator: str, operand: str) -> None:
    signature = SQLITE.operator(operator, None, literal_type(operand))
    assert signature is not None
    assert evaluate(f"{operator} {operand}") in classes(signature.result)


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ("INT", "INTEGER"),
        ("UNSIGNED BIG INT", "INTEGER"),
        ("CHARINT", "INTEGER"),
        ("FLOATING POINT", "INTEGER"),
        ("VARCHAR", "TEXT"),
        ("NATIVE CHARACTER", "TEXT"),
        ("CLOB", "TEXT"),
        ("BLOB", "BLOB"),
        ("", "BLOB"),
        ("DOUBLE PRECISION", "REAL"),
        ("FLOAT", "REAL"),
        ("DECIMAL", "NUMERIC"),
        ("BOOLEAN", "NUMERIC"),
        ("TIMESTAMP", "NUMERIC"),
        ("STRING", "NUMERIC"),
    ],
)
def test_affinity_follows_the_five_rules(declared: str, expected: str) -> None:
    assert affinity(declared) == expected
    with_value = f"CREATE TABLE t (x {declared}); INSERT INTO t VALUES ('12')"
    connection = sqlite3.connect(":memory:")
    connection.executescript(with_value)
    (class_,) = connection.execute("SELECT typeof(x) FROM t").fetchone()
    connection.close()
    stored = {"INTEGER": "integer", "NUMERIC": "integer", "REAL": "real"}
    assert class_ == stored.get(expected, "text")


def names(types: Sequence[SqlType]) -> list[str]:
    return [type_.name for type_ in types]


def types(*words: str) -> list[SqlType]:
    return [UNKNOWN if word == "?" else SqlType(word) for word in words]


@pytest.mark.parametrize(
    ("left", "operator", "right", "arguments", "result"),
    [
        ("TIMESTAMP", ">", "?", ["TIMESTAMP", "TIMESTAMP"], "INTEGER"),
        ("?", "=", "VARCHAR", ["VARCHAR", "VARCHAR"], "INTEGER"),
        ("?", "=", "?", ["unknown", "unknown"], "INTEGER"),
        ("VARCHAR", "||", "?", ["VARCHAR", "TEXT"], "TEXT"),
        ("TEXT", "LIKE", "?", ["TEXT", "TEXT"], "INTEGER"),
        ("BIGINT", "+", "?", ["BIGINT", "BIGINT"], "INTEGER"),
        ("DECIMAL", "*", "?", ["DECIMAL", "DECIMAL"], "INTEGER | REAL"),
        ("DECIMAL", "*", "INTEGER", ["DECIMAL", "INTEGER"], "INTEGER | REAL"),
        ("DECIMAL", "*", "REAL", ["DECIMAL", "REAL"], "REAL"),
        ("BOOLEAN", "+", "BOOLEAN", ["BOOLEAN", "BOOLEAN"], "INTEGER"),
        ("TIMESTAMP", "-", "?", ["TIMESTAMP", "INTEGER | REAL"], "INTEGER | REAL"),
        ("?", "&", "INT", ["INTEGER", "INT"], "INTEGER"),
        ("JSON", "->>", "?", ["JSON", "TEXT"], "INTEGER | REAL | TEXT"),
    ],
)
def test_a_parameter_takes_the_type_of_the_other_side(
    left: str, operator: str, right: str, arguments: list[str], result: str
) -> None:
    signature = SQLITE.operator(operator, *types(left, right))
    assert signature is not None
    assert (names(signature.arguments), signature.result.name) == (arguments, result)


def test_an_operator_that_sqlite_lacks_is_unresolved() -> None:
    assert SQLITE.operator("@>", SqlType("TEXT"), SqlType("TEXT")) is None
    assert SQLITE.operator("@", None, SqlType("TEXT")) is None


@pytest.mark.parametrize(
    ("name", "given", "result", "nulls", "kind"),
    [
        ("COUNT", ["VARCHAR"], "INTEGER", Nulls.NEVER, CallKind.AGGREGATE),
        ("max", ["TIMESTAMP"], "TIMESTAMP", Nulls.STRICT, CallKind.AGGREGATE),
        ("max", ["INT", "INTEGER"], "INTEGER", Nulls.STRICT, CallKind.SCALAR),
        ("sum", ["INT"], "INTEGER", Nulls.STRICT, CallKind.AGGREGATE),
        ("sum", ["BOOLEAN"], "INTEGER", Nulls.STRICT, CallKind.AGGREGATE),
        ("sum", ["DECIMAL"], "INTEGER | REAL", Nulls.STRICT, CallKind.AGGREGATE),
        ("sum", ["TEXT"], "INTEGER | REAL", Nulls.STRICT, CallKind.AGGREGATE),
        ("avg", ["INT"], "REAL", Nulls.STRICT, CallKind.AGGREGATE),
        ("total", ["INT"], "REAL", Nulls.NEVER, CallKind.AGGREGATE),
        ("abs", ["?"], "INTEGER | REAL", Nulls.STRICT, CallKind.SCALAR),
        ("abs", ["TEXT"], "REAL", Nulls.STRICT, CallKind.SCALAR),
        ("ifnull", ["TIMESTAMP", "?"], "TIMESTAMP", Nulls.MAYBE, CallKind.SCALAR),
        ("iif", ["INTEGER", "REAL", "INTEGER"], "INTEGER | REAL", Nulls.MAYBE, CallKind.SCALAR),
        ("substr", ["BLOB", "INTEGER"], "BLOB", Nulls.MAYBE, CallKind.SCALAR),
        ("lag", ["DATE"], "DATE", Nulls.MAYBE, CallKind.WINDOW),
        ("lag", ["DATE", "INTEGER", "TEXT"], "INTEGER | REAL | TEXT", Nulls.MAYBE, CallKind.WINDOW),
        ("row_number", [], "INTEGER", Nulls.NEVER, CallKind.WINDOW),
        ("date", ["TIMESTAMP"], "TEXT", Nulls.MAYBE, CallKind.SCALAR),
        ("datetime", [], "TEXT", Nulls.NEVER, CallKind.SCALAR),
        ("floor", ["DECIMAL"], "INTEGER | REAL", Nulls.STRICT, CallKind.SCALAR),
        ("floor", ["REAL"], "REAL", Nulls.STRICT, CallKind.SCALAR),
        ("json_extract", ["JSON", "TEXT"], "INTEGER | REAL | TEXT", Nulls.MAYBE, CallKind.SCALAR),
        ("json_group_array", ["INT"], "JSON", Nulls.NEVER, CallKind.AGGREGATE),
    ],
)
def test_results_keep_declared_types_where_values_pass_through(
    name: str, given: list[str], result: str, nulls: Nulls, kind: CallKind
) -> None:
    signature = SQLITE.function([name], types(*given))
    assert signature is not None
    assert (signature.result.name, signature.nulls, signature.kind) == (result, nulls, kind)


def test_json_each_has_the_columns_that_sqlite_gives_it() -> None:
    connection = sqlite3.connect(":memory:")
    cursor = connection.execute("SELECT * FROM json_each('[1]')")
    signature = SQLITE.function(["json_each"], [SqlType("TEXT")])
    assert signature is not None
    assert [name for name, _ in signature.columns] == [column[0] for column in cursor.description]
    connection.close()


@pytest.mark.parametrize(
    ("name", "constants", "nulls"),
    [
        ("date", ["now"], Nulls.NEVER),
        ("date", ["now", "-7 days"], Nulls.NEVER),
        ("datetime", ["now", "start of month", "+1 month", "localtime"], Nulls.NEVER),
        ("strftime", ["%Y-%m", "now"], Nulls.NEVER),
        ("strftime", ["%Y-%m"], Nulls.NEVER),
        ("julianday", ["NOW", "weekday 0"], Nulls.NEVER),
        ("date", ["garbage"], Nulls.MAYBE),
        ("date", ["now", "-7 dayz"], Nulls.MAYBE),
        ("date", ["now", None], Nulls.MAYBE),
        ("date", [None], Nulls.MAYBE),
        ("strftime", ["%q", "now"], Nulls.MAYBE),
        ("strftime", [None, "now"], Nulls.MAYBE),
    ],
)
def test_a_time_made_of_known_constants_is_not_null(
    name: str, constants: list[str | None], nulls: Nulls
) -> None:
    given = [UNKNOWN if text is None else SqlType("TEXT") for text in constants]
    signature = SQLITE.function([name], given, constants=constants)
    assert signature is not None
    assert signature.nulls is nulls
    if None not in constants:
        text = ", ".join(f"'{constant}'" for constant in constants)
        if "strftime" not in name or len(constants) > 1 or sqlite3.sqlite_version_info >= (3, 46):
            assert (evaluate(f"{name}({text})") == "null") == (nulls is Nulls.MAYBE)


@pytest.mark.parametrize(
    ("name", "given", "star"),
    [
        ("lower", [], False),
        ("lower", ["TEXT", "TEXT"], False),
        ("no_such", ["TEXT"], False),
        ("sum", [], True),
        ("count", ["TEXT"], True),
    ],
)
def test_calls_that_sqlite_refuses_are_unresolved(name: str, given: list[str], star: bool) -> None:
    assert SQLITE.function([name], types(*given), star=star) is None


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["TIMESTAMP", "TIMESTAMP"], "TIMESTAMP"),
        (["TIMESTAMP", "?"], "TIMESTAMP"),
        (["?", "?"], "ANY"),
        ([], "ANY"),
        (["INT", "BIGINT"], "INTEGER"),
        (["BOOLEAN", "INTEGER"], "INTEGER"),
        (["BOOL", "BOOLEAN"], "BOOL"),
        (["TIMESTAMP", "DATETIME"], "TIMESTAMP"),
        (["DATE", "DATETIME"], "INTEGER | REAL | TEXT"),
        (["INTEGER", "REAL"], "INTEGER | REAL"),
        (["DECIMAL", "INTEGER"], "DECIMAL"),
        (["VARCHAR", "TEXT"], "TEXT"),
        (["TEXT", "INTEGER"], "INTEGER | TEXT"),
        (["TIMESTAMP", "TEXT"], "INTEGER | REAL | TEXT"),
        (["BLOB", "ANY"], "ANY"),
        (["INTEGER | TEXT", "BLOB"], "INTEGER | TEXT | BLOB"),
        (["BLOB", "LONGBLOB"], "BLOB"),
    ],
)
def test_common_type_holds_for_every_value(given: list[str], expected: str) -> None:
    assert SQLITE.common(types(*given)) == SqlType(expected)


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (LiteralKind.INTEGER, "42", SqlType("INTEGER")),
        (LiteralKind.INTEGER, "9223372036854775808", SqlType("REAL")),
        (LiteralKind.INTEGER, "0x1F", SqlType("INTEGER")),
        (LiteralKind.DECIMAL, "1e3", SqlType("REAL")),
        (LiteralKind.STRING, "a", SqlType("TEXT")),
        (LiteralKind.BLOB, "00", SqlType("BLOB")),
        (LiteralKind.BOOLEAN, "true", SqlType("BOOLEAN")),
        (LiteralKind.NULL, "", UNKNOWN),
    ],
)
def test_literals_have_their_storage_class(kind: LiteralKind, text: str, expected: SqlType) -> None:
    assert SQLITE.literal(Literal(kind, text, span=NOWHERE)) == expected


@pytest.mark.parametrize(
    ("parts", "modifiers", "expected"),
    [
        (("varchar",), ("100",), "VARCHAR"),
        (("UNSIGNED", "BIG", "INT"), (), "UNSIGNED BIG INT"),
        (("Timestamp",), (), "TIMESTAMP"),
    ],
)
def test_declared_types_are_named_in_upper_case(
    parts: tuple[str, ...], modifiers: tuple[str, ...], expected: str
) -> None:
    name = TypeName(parts, modifiers, span=NOWHERE)
    assert SQLITE.named(name) == SqlType(expected)


@pytest.mark.parametrize(
    ("declared", "result"),
    [
        ("VARCHAR", "VARCHAR"),
        ("BIGINT", "BIGINT"),
        ("BLOB", "BLOB"),
        ("DOUBLE", "DOUBLE"),
        ("DECIMAL", "DECIMAL"),
        ("BOOLEAN", "BOOLEAN"),
        ("DATE", "INTEGER | REAL"),
        ("JSON", "INTEGER | REAL"),
        ("UUID", "INTEGER | REAL"),
        ("STRING", "INTEGER | REAL"),
        ("ANY", "INTEGER | REAL"),
    ],
)
def test_a_cast_makes_a_value_of_the_affinity(declared: str, result: str) -> None:
    made = SQLITE.cast_result(SqlType(declared), UNKNOWN, None)
    assert made == SqlType(result)
    for operand in ("'2024-05-06'", "'x'", "2.5", "7", "x'3132'"):
        assert evaluate(f"CAST({operand} AS {declared})") in (
            classes(made) if declared != "BOOLEAN" else {"integer", "real"}
        )


def test_every_value_converts() -> None:
    assert SQLITE.castable(SqlType("TEXT"), SqlType("BLOB"), explicit=False)


def test_fixed_types_are_storage_classes() -> None:
    fixed = SQLITE.boolean(), SQLITE.row_count(), SQLITE.sql_value("CURRENT_TIMESTAMP")
    assert names(fixed) == ["INTEGER", "INTEGER", "TEXT"]
    assert SQLITE.array_of(SqlType("TEXT")) is None


def test_functions_are_found_without_regard_to_case() -> None:
    assert SQLITE.has_function(["LOWER"])
    assert not SQLITE.has_function(["no_such"])
    assert "group_concat" in SQLITE.function_names()
