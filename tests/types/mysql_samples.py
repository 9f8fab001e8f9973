"""A column of every type of MariaDB, values for it, and calls of every function over them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine
from flash_core.sql.source import Span
from flash_core.sql.syntax import TypeName
from flash_core.types.model import CallKind, SqlType, TypeKind
from flash_core.types.mysql_functions import forms
from flash_core.types.mysql_names import named_type

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flash_core.types.mysql_functions import Form

COLUMNS: Final[dict[str, tuple[str, tuple[object, ...]]]] = {
    # name: the type as declared, and values at its ends
    "ti": ("tinyint", (0, 127, -128)),
    "tu": ("tinyint unsigned", (0, 255)),
    "bo": ("boolean", (0, 1)),
    "si": ("smallint", (0, -32768)),
    "mi": ("mediumint", (0, 8388607)),
    "mu": ("mediumint unsigned", (0, 16777215)),
    "i": ("int", (0, 2147483647, -1, 99)),
    "iu": ("int unsigned", (0, 4294967295)),
    "bi": ("bigint", (0, -9223372036854775808)),
    "bu": ("bigint unsigned", (0, 18446744073709551615)),
    "de": ("decimal(10,2)", (0, -99999999.99, 0.5)),
    "fl": ("float", (0, 3e38, -1.5)),
    "db": ("double", (0, 1.7e308, 1e-300, -0.5)),
    "b1": ("bit(1)", (b"\0", b"\1")),
    "b8": ("bit(8)", (b"\0", b"\xff")),
    "ch": ("char(10)", ("", "a")),
    "vc": ("varchar(100)", ("", "abc", "-1", "[", '{"a":1}', "2020-13-45", "é", "9" * 30)),
    "tx": ("text", ("", "zz")),
    "lt": ("longtext", ("", "{}")),
    "vb": ("varbinary(100)", (b"", b"\xff\x00")),
    "bl": ("blob", (b"", b"\xff")),
    "da": ("date", ("0000-00-00", "2020-00-00", "2020-02-31", "9999-12-31", "2024-05-06")),
    "t": ("time", ("00:00:00", "-838:59:59", "838:59:59")),
    "t3": ("time(3)", ("00:00:00", "-838:59:59.999")),
    "dt": ("datetime", ("0000-00-00", "2020-00-00", "9999-12-31 23:59:59", "2024-05-06 10:00")),
    "d6": ("datetime(6)", ("0000-00-00", "9999-12-31 23:59:59.999999")),
    "ts": ("timestamp", ("0000-00-00", "2024-01-01", "2038-01-19 03:14:07")),
    "y": ("year", (0, 1901, 2155)),
    "en": ("enum('a','')", ("", "a")),
    "se": ("set('x','y')", ("", "x,y")),
    "js": ("json", ("{}", "[1,null]", "null", '"x"', "1")),
    "uu": ("uuid", ("00000000-0000-0000-0000-000000000000",)),
    "i6": ("inet6", ("::",)),
}
"""What no function is called with beside these, since nothing makes sense of it: shapes."""

_FOR_ARGUMENT: Final = {
    "any": "vc",
    "bigint": "bi",
    "bigint unsigned": "bu",
    "date": "da",
    "datetime": "dt",
    "double": "db",
    "geometry": "POINT(1, 1)",
    "int": "i",
    "interval day": "INTERVAL 1 DAY",
    "json": "js",
    "time": "t",
    "varbinary": "vb",
    "varchar": "vc",
    "vector": "vb",
}
_WITHOUT: Final = frozenset(
    # they wait, lock, change the session or need a sequence, a constant or another place
    [
        "benchmark",
        "decode_oracle",
        "default",
        "get_format",
        "get_lock",
        "extractvalue",
        "interval",
        "is_used_lock",
        "last_value",
        "lastval",
        "like",
        "load_file",
        "master_gtid_wait",
        "master_pos_wait",
        "median",
        "name_const",
        "nextval",
        "percentile_cont",
        "percentile_disc",
        "release_all_locks",
        "release_lock",
        "setval",
        "sleep",
        "updatexml",
        "value",
        "values",
        "weight_string",
        "kdf",
        "json_object_filter_keys",
        "json_schema_valid",
    ]
)
CONSTANT: Final = {
    "date_add": 1,
    "date_sub": 1,
    "round": 1,
    "extract": 0,
    "timestampadd": 0,
    "timestampdiff": 0,
}
"""Where an argument is no value; and the digits of ROUND, whose value the server looks at."""
_UNITS: Final = frozenset({"extract", "timestampadd", "timestampdiff"})
_DATE_SUMS: Final = frozenset({"date_add", "date_sub"})


def declared_type(text: str) -> SqlType:
    """Return our type of a column that is declared so."""
    name, _, rest = text.partition("(")
    if name in {"enum", "set"}:
        labels = [label.strip().strip("'") for label in rest.rstrip(")").split(",")]
        width = max(map(len, labels)) if name == "enum" else len(",".join(labels))
        return SqlType(f"m_{name}", TypeKind.ENUM, modifiers=(width,))
    modifiers = tuple(rest.rstrip(")").split(",")) if rest else ()
    found = named_type(TypeName((name,), modifiers, span=Span(0, 0)))
    assert found is not None, text
    return found


TYPES: Final = {name: declared_type(text) for name, (text, _) in COLUMNS.items()}


class Call:
    """A call of a function over columns, and what we say of it."""

    def __init__(self, name: str, form: Form, words: Sequence[str]) -> None:
        """Write it down."""
        self.name = name
        self.words = list(words)
        self.form = form

    def types(self) -> list[SqlType]:
        """Return the types of the arguments."""
        wanted = self.form.arguments
        found = [
            TYPES.get(word) or SqlType(wanted[min(place, len(wanted) - 1)])
            for place, word in enumerate(self.words)
        ]
        if self.name in _DATE_SUMS:
            found[1] = SqlType("interval day", TypeKind.PSEUDO)
        return found

    def constants(self) -> list[str | None]:
        """Return the text of each argument that is a constant."""
        found: list[str | None] = [None] * len(self.words)
        if self.name in _UNITS:
            found[0] = "DAY"
        if self.name == "round":
            found[1:] = ["1"] * (len(found) - 1)
        return found

    def sql(self) -> str:
        """Return it as SQL."""
        words = list(self.words)
        if self.name == "round" and len(words) > 1:
            words[1] = "1"
        if self.name == "extract":
            return f"extract(DAY FROM {words[1]})"
        if self.name in _UNITS:
            words[0] = "DAY"
        if self.name in _DATE_SUMS:
            words[1] = "INTERVAL 1 DAY"
        if self.name == "position":
            return f"position({words[0]} IN {words[1]})"
        if self.name == "trim" and len(words) > 1:
            return f"trim({words[1]} FROM {words[0]})"
        over = " OVER (ORDER BY i)" if self.form.kind is CallKind.WINDOW else ""
        return f"{self.name}({', '.join(words)}){over}"


def calls(*kinds: CallKind) -> Iterator[Call]:
    """Return a call of every function, with each argument in turn of each type."""
    for name, found in sorted(forms().items()):
        for form in found:
            if name in _WITHOUT or form.engine == Engine.MYSQL.value or form.kind not in kinds:
                continue
            most = min(form.most, max(len(form.arguments), form.least))
            for count in sorted({form.least, most}):
                yield from _calls(name, form, count)


def _calls(name: str, form: Form, count: int) -> Iterator[Call]:
    last = len(form.arguments) - 1
    words = [_FOR_ARGUMENT[form.arguments[min(place, last)]] for place in range(count)]
    yield Call(name, form, words)
    for place in range(count):
        if words[place] not in TYPES or (name in CONSTANT and place == CONSTANT[name]):
            continue
        for other in TYPES:
            yield Call(name, form, [*words[:place], other, *words[place + 1 :]])
