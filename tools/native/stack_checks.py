"""Let each function that mypyc wrote in C ask for room on the stack before it begins.

mypyc's functions call each other without the interpreter, which counts frames and raises
``RecursionError``; a statement nested deeply would end the process.  The check goes into
the C text: stack.h says what it does.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from setuptools import Extension

_FOLDER: Final = "tools/native"
_FUNCTION: Final = re.compile(r"^((?!static )\w+ \*?)CPyDef_\w+\(.*\) \{$", re.MULTILINE)
# What a function of each type returns to say that there is an exception.
_FAILED: Final = {
    "PyObject *": "NULL",
    "char": "2",
    "CPyTagged": "CPY_INT_TAG",
    "double": "-113.0",
}
_OF_LETTER: Final = {"O": "PyObject *", "C": "char", "I": "CPyTagged", "F": "double"}


def add_stack_checks(extensions: list[Extension]) -> None:
    """Rewrite the C files of the extensions in place.

    Args:
        extensions: What ``mypycify`` returned.

    Raises:
        SystemExit: A function returns what no check is known for.
    """
    for extension in extensions:
        found = [_check(Path(name)) for name in extension.sources]
        if any(found):
            extension.sources = [*extension.sources, f"{_FOLDER}/stack.c"]
            extension.include_dirs.append(_FOLDER)


def _check(file: Path) -> int:
    """Add checks to one C file, and return to how many functions."""
    text = file.read_text(encoding="utf-8")
    checked, count = _FUNCTION.subn(_with_check, text)
    if count:
        file.write_text(f'#include "stack.h"\n{checked}', encoding="utf-8")
    return count


def _with_check(found: re.Match[str]) -> str:
    type_ = found[1].removesuffix(" ")
    failed = _tuple_failed(type_) if type_.startswith("tuple_") else _FAILED.get(type_)
    if failed is None:
        message = f"no check of the stack is known for functions of C type {type_}"
        raise SystemExit(message)
    return f"{found[0]}\n    if (flash_stack_is_low()) return {failed};"


def _tuple_failed(type_: str) -> str:
    """Return an undefined tuple, whose type's name spells the types of its items."""
    letters = iter(re.findall(r"T\d+|[OCIF]", type_.removeprefix("tuple_")))
    return f"({type_}) {_undefined(next(letters), letters)}"


def _undefined(letter: str, rest: Iterator[str]) -> str:
    if letter[0] != "T":
        return _FAILED[_OF_LETTER[letter]]
    items = [_undefined(next(rest), rest) for _ in range(int(letter[1:]))]
    return f"{{ {', '.join(items)} }}"
