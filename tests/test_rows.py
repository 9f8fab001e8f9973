"""What builds rows: the extension and the plain Python build the same, and refuse the same."""

from __future__ import annotations

import gc
import sqlite3
import sys
import weakref
from collections import UserList
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flash_core import rows as rows_module
from flash_core.codecs import QUICK
from flash_core.errors import DataError
from flash_core.rows import CallingBuilder, holds_text, look_for_text, row_builder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from flash_core._rows import RowBuilder


@dataclass(slots=True)
class User:
    """A row."""

    id: int
    name: str | None
    active: bool
    seen: datetime | None


@dataclass(frozen=True, slots=True)
class Fixed:
    """A row that does not change."""

    id: int
    amount: Decimal


class Marked:
    """What lets its rows be marked: they have a dictionary besides their slots."""


@dataclass(slots=True)
class Noted(Marked):
    """A row that can hold more than its fields."""

    id: int
    name: str


class Listed(UserList[object]):
    """Values of a row that are no tuple, as asyncpg's records are not."""


@pytest.fixture(params=["extension", "python"])
def build(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Have rows built one way, then the other; return its name."""
    if request.param == "python":
        monkeypatch.setattr(rows_module, "RowBuilder", CallingBuilder)
    elif vars(rows_module)["RowBuilder"] is CallingBuilder:
        pytest.skip("the extension was not compiled: no C compiler where Flash was installed")
    return str(request.param)


USERS = [(1, "a", 1, "2026-01-02 03:04:05"), (2, None, 0, None), (3, "", -1, "2026-01-02")]
BUILT = [
    User(1, "a", active=True, seen=datetime.fromisoformat("2026-01-02 03:04:05")),
    User(2, None, active=False, seen=None),
    User(3, "", active=True, seen=datetime.fromisoformat("2026-01-02")),
]


def users() -> RowBuilder[User]:
    """Return a builder of users."""
    return row_builder(User, active=bool, seen=datetime.fromisoformat)


@pytest.mark.usefixtures("build")
class TestBuilding:
    """Both ways."""

    def test_values_are_decoded_in_their_places_and_null_is_kept(self) -> None:
        assert users()(USERS) == BUILT

    def test_rows_come_from_anything_that_can_be_gone_through(self) -> None:
        connection = sqlite3.connect(":memory:")
        cursor = connection.execute(
            "VALUES (1, 'a', 1, '2026-01-02 03:04:05'), (2, NULL, 0, NULL), (3, '', -1, '2026-01-02')"
        )
        assert users()(cursor) == BUILT
        connection.close()
        assert users()(iter(USERS)) == BUILT
        assert users()([]) == []

    def test_a_row_need_not_be_a_tuple(self) -> None:
        assert users()([Listed(row) for row in USERS]) == BUILT
        assert row_builder(Fixed)([Listed((1, Decimal(2)))]) == [Fixed(1, Decimal(2))]

    def test_frozen_rows_are_built_and_stay_frozen(self) -> None:
        (row,) = row_builder(Fixed, amount=Decimal)([(1, "2.50")])
        assert row == Fixed(1, Decimal("2.50"))
        with pytest.raises(AttributeError):
            row.id = 2  # type: ignore[misc]  # what is tested

    def test_rows_may_have_a_dictionary_or_be_referred_to_weakly(self) -> None:
        (row,) = row_builder(Noted)([(1, "a")])
        assert row == Noted(1, "a")
        vars(row)["mark"] = row  # a cycle
        seen = weakref.ref(row)
        del row
        gc.collect()
        assert seen() is None

    @pytest.mark.parametrize(
        ("value", "truth"),
        [(0, False), (2**70, True), (0.0, False), (0.5, True), (Decimal(0), False), ("", True)],
    )
    def test_bool_means_is_not_zero(self, value: object, truth: bool) -> None:
        (row,) = users()([(1, "a", value, None)])
        assert row.active is truth

    def test_rows_of_another_width_are_refused(self) -> None:
        for row in [(), (1,), (1, 2, 3)]:
            with pytest.raises((TypeError, ValueError)):
                row_builder(Fixed)([row])
            with pytest.raises((TypeError, ValueError)):
                row_builder(Fixed, amount=Decimal)([row])

    def test_a_decoder_of_no_field_is_refused(self) -> None:
        with pytest.raises(TypeError, match="User has no field actve"):
            row_builder(User, actve=bool)

    def test_what_fails_in_the_middle_leaves_as_it_is(self) -> None:
        with pytest.raises(ValueError, match="Invalid isoformat string"):
            users()([*USERS, (4, "d", 1, "yesterday")])

        def stumbling() -> Iterator[tuple[object, ...]]:
            yield USERS[0]
            raise ConnectionError

        with pytest.raises(ConnectionError):
            users()(stumbling())

    def test_one_row_is_built_as_each_of_many_and_no_row_is_none(self) -> None:
        assert [users().one(row) for row in USERS] == BUILT
        assert users().one(Listed(USERS[0])) == BUILT[0]
        assert row_builder(Fixed).one((1, Decimal(2))) == Fixed(1, Decimal(2))
        assert users().one(None) is None
        with pytest.raises(TypeError):
            users().one((1, "a"))
        with pytest.raises(ValueError, match="Invalid isoformat string"):
            users().one((4, "d", 1, "yesterday"))

    @pytest.mark.parametrize("other", [None, 3])
    def test_what_is_no_row_is_refused(self, other: object) -> None:
        build = cast("Callable[..., object]", users())
        with pytest.raises(TypeError):
            build(other)
        with pytest.raises(TypeError):
            build([other])

    def test_nothing_that_was_built_is_held(self) -> None:
        token = type("Token", (), {})()
        seen = weakref.ref(token)
        before = sys.getrefcount(User)
        built = row_builder(User)([(token, None, token, None)] * 3)
        assert built[2].id is token
        del built, token
        assert seen() is None
        assert sys.getrefcount(User) <= before + 1

    def test_a_row_in_a_cycle_is_collected(self) -> None:
        token = type("Token", (), {})()
        held: list[object] = [token]
        (row,) = row_builder(User)([(held, None, True, None)])
        held.append(row)  # which holds the list
        seen = weakref.ref(token)
        del token, held, row
        gc.collect()
        assert seen() is None

    def test_a_builder_in_a_cycle_is_collected(self) -> None:
        def decode(value: object) -> object:
            return value

        builder = row_builder(Fixed, amount=decode)
        decode.builder = builder  # type: ignore[attr-defined]  # a cycle
        seen = weakref.ref(decode)
        del decode, builder
        gc.collect()
        assert seen() is None


def test_the_collector_leaves_rows_alone_that_can_be_in_no_cycle() -> None:
    if vars(rows_module)["RowBuilder"] is CallingBuilder:
        pytest.skip("the extension was not compiled: no C compiler where Flash was installed")
    plain, holding = row_builder(User)([(1, "a", True, None), (1, "a", True, [])])
    assert not gc.is_tracked(plain)
    assert gc.is_tracked(holding)


@pytest.mark.parametrize("look", [holds_text, look_for_text])
class TestTexts:
    """Where a text stands for what Python has not, both ways."""

    def test_a_text_is_found_in_any_row_at_the_places_asked_about(
        self, look: Callable[[object, tuple[int, ...]], bool]
    ) -> None:
        rows = [(1, "a", None), (2, "b", "0000-00-00"), (3, "c", 4)]
        for found in (rows, tuple(rows)):
            assert look(found, (2,))
            assert look(found, (0, 2))
            assert not look(found, (0,))
            assert not look(found, ())
        assert not look(rows[::2], (2,))
        assert not look([], (2,))

    def test_a_place_that_no_row_has_is_refused(
        self, look: Callable[[object, tuple[int, ...]], bool]
    ) -> None:
        with pytest.raises(IndexError):
            look([(1, 2)], (2,))
        for rows, places in [(None, (0,)), ([None], (0,)), ([(1,)], ("0",))]:
            with pytest.raises(TypeError):
                look(rows, cast("tuple[int, ...]", places))


VALUES = st.none() | st.integers() | st.text() | st.booleans() | st.floats(allow_nan=False)


@given(st.lists(st.tuples(VALUES, VALUES, VALUES, VALUES)))
def test_both_build_the_same(found: list[tuple[object, ...]]) -> None:
    none = (None,) * 4
    python = CallingBuilder(User, ("id", "name", "active", "seen"), (None, str, bool, None), none)
    assert row_builder(User, name=str, active=bool)(found) == python(found)


TIMES = st.datetimes().map(str) | st.dates().map(str) | st.times().map(str) | st.floats(0, 2e9)
TEXTS = TIMES | st.text() | st.datetimes() | st.text("0123456789-T:.+Z ", max_size=30)


@pytest.mark.parametrize("load", QUICK)
@given(value=TEXTS)
def test_what_is_tried_first_gives_what_the_decoder_gives(
    load: Callable[[object], object], value: object
) -> None:
    decoders, names = (None, load), ("id", "amount")
    outcomes: list[object] = []
    for builder in (
        row_builder(Fixed, amount=load),
        CallingBuilder(Fixed, names, decoders, (None, None)),
    ):
        try:
            outcomes.append(builder([(1, value)]))
        except DataError as exc:
            outcomes.append(str(exc))
    assert outcomes[0] == outcomes[1]
