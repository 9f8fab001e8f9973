"""The compiler's dataclasses are the standard ones, made later."""

from __future__ import annotations

import dataclasses
import importlib
import os
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

import flash_core
from flash_core._dataclass import dataclass, field, fields, replace


@dataclass(frozen=True, slots=True)
class Base:
    place: int = field(compare=False, kw_only=True)

    def doubled(self) -> int:
        return 2 * self.place


@dataclass(frozen=True, slots=True)
class Derived(Base):
    name: str
    items: tuple[int, ...] = ()
    notes: dict[str, str] = field(default_factory=dict[str, str], repr=False)


@dataclass(frozen=True, slots=True, eq=False)
class ByIdentity:
    name: str


@dataclass(frozen=True, slots=True, order=True)
class Ordered:
    first: int
    second: int


def test_instances_stand_in_the_order_of_their_fields() -> None:
    made = [Ordered(2, 1), Ordered(1, 3), Ordered(1, 2)]
    assert sorted(made) == [Ordered(1, 2), Ordered(1, 3), Ordered(2, 1)]
    assert Ordered(1, 2) <= Ordered(1, 2) < Ordered(2, 0)
    with pytest.raises(TypeError, match="not supported between instances"):
        _ = Ordered(1, 2) > (1, 1)  # type: ignore[operator] # pyright: ignore[reportOperatorIssue] # the error is the point


def test_fields_defaults_and_order_are_the_standard_ones() -> None:
    made = Derived("a", place=3)
    assert repr(made) == "Derived(place=3, name='a', items=())"
    assert [each.name for each in fields(made)] == ["place", "name", "items", "notes"]
    assert (made.items, made.notes, made.doubled()) == ((), {}, 6)
    assert replace(made, items=(1,)).items == (1,)
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'name'"):
        Derived(place=3)  # type: ignore[call-arg] # pyright: ignore[reportCallIssue] # the error is the point


def test_the_standard_functions_know_these_classes() -> None:
    made = Derived("a", place=3)
    assert [each.name for each in dataclasses.fields(made)] == [each.name for each in fields(made)]
    assert dataclasses.replace(made, items=(1,)) == replace(made, items=(1,))
    assert dataclasses.asdict(made) == {"place": 3, "name": "a", "items": (), "notes": {}}
    with pytest.raises(TypeError, match="unexpected keyword argument 'other'"):
        replace(made, other=1)  # type: ignore[call-arg] # the error is the point


def test_the_compiler_starts_without_the_modules_behind_the_standard_decorator() -> None:
    program = "import sys, flash_core.cli.generation, flash_core.codegen.write, flash_core.project"
    loaded = "; print([name for name in ('dataclasses', 'inspect') if name in sys.modules])"
    answer = subprocess.run(
        [sys.executable, "-S", "-c", program + loaded],
        check=True,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert answer.stdout == "[]\n"


def test_fields_are_described_by_the_module_of_their_decorator() -> None:
    assert flash_core.__file__ is not None
    for file in Path(flash_core.__file__).parent.rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        if re.search(r"from flash_core._dataclass import .*\bdataclass\b", text):
            assert not re.search(r"from dataclasses import .*\bfield\b", text), file


def test_equality_leaves_out_what_is_not_compared() -> None:
    assert Derived("a", place=1) == Derived("a", place=2)
    assert Derived("a", place=1) != Derived("b", place=1)
    assert Base(place=1) == Base(place=9)
    assert ByIdentity("a") != ByIdentity("a")


def test_instances_are_slotted_and_hash_by_what_is_compared() -> None:
    made = Derived("a", place=1)
    assert not hasattr(made, "__dict__")
    assert hash(ByIdentity("a")) != hash(ByIdentity("a"))
    assert hash(Base(place=1)) == hash(Base(place=2))


def test_a_class_can_be_matched_by_position() -> None:
    match Derived("a", (1,), place=1):
        case Derived(name, items):
            assert (name, items) == ("a", (1,))


def test_no_class_of_the_standard_decorator_inherits_from_one_that_waits() -> None:
    for module in pkgutil.walk_packages(flash_core.__path__, "flash_core."):
        if "drivers" not in module.name and "__main__" not in module.name:
            importlib.import_module(module.name)
    waiting = [Base, *_descendants(object, "flash_core.")]
    late = [cls for cls in waiting if "_complete_and_init" in repr(cls.__dict__.get("__init__"))]
    for cls in late:
        subclasses: list[type] = cls.__subclasses__()
        for below in subclasses:
            assert not dataclasses.is_dataclass(below) or below in late


def _descendants(cls: type, package: str) -> list[type]:
    below: list[type] = type.__subclasses__(cls)
    own = [each for each in below if each.__module__.startswith(package)]
    return own + [found for each in own for found in _descendants(each, package)]
