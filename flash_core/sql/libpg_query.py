"""PostgreSQL's own grammar: text to a raw parse tree.

The shared library libpg_query comes with the ``postgast`` wheel.  It is loaded
by file: importing that package would load protobuf and cost a quarter of a
second of every run.  The tree is the library's JSON, which leaves out every
field that is zero, false or empty.

Depends on: errors.
"""

from __future__ import annotations

import ctypes
import functools
import importlib.util
import json
import re
import sys
import threading
from pathlib import Path
from typing import Final, TypeAlias, cast

from flash_core._dataclass import dataclass
from flash_core.errors import FlashError

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"
Tree: TypeAlias = dict[str, Json]

_SHORT: Final = 4_000
_MEGABYTE: Final = 1 << 20
_LONGEST: Final = 4_000_000
_LARGEST_STACK: Final = 512 * _MEGABYTE  # only what is used is ever allocated
_LIBRARY: Final = {"darwin": "libpg_query.dylib", "win32": "pg_query.dll"}


class _Error(ctypes.Structure):
    _fields_ = (
        ("message", ctypes.c_char_p),
        ("funcname", ctypes.c_char_p),
        ("filename", ctypes.c_char_p),
        ("lineno", ctypes.c_int),
        ("cursorpos", ctypes.c_int),
        ("context", ctypes.c_char_p),
    )


class _ParseResult(ctypes.Structure):
    _fields_ = (
        ("parse_tree", ctypes.c_char_p),
        ("stderr_buffer", ctypes.c_char_p),
        ("error", ctypes.POINTER(_Error)),
    )


@dataclass(frozen=True, slots=True)
class SyntaxProblem:
    """What the grammar refused: its message and the character it points at.

    ``offset`` is ``None`` when the server gives no position.
    """

    message: str
    offset: int | None


_DECODER: Final = json.JSONDecoder()
_JSON_PART: Final = r'([{}\[\]])|("(?:[^"\\]|\\.)*+"|[^\s{}\[\],:"]++)'


def parse(text: str) -> list[Tree] | SyntaxProblem:
    """Parse a text without NUL and lone surrogates with PostgreSQL's grammar.

    Returns:
        The ``stmts`` of the tree, whose locations are offsets in the UTF-8 bytes.

    Raises:
        FlashError: The library is not installed.
        RecursionError: The tree is too deep for Python.
    """
    if len(text) > _LONGEST:
        return SyntaxProblem("the statement is too long to be read", 0)
    native = library()
    result = _call(native, text.encode())
    try:
        if result.error:
            error = result.error.contents
            message = error.message.decode(errors="replace")
            return SyntaxProblem(message, error.cursorpos - 1 if error.cursorpos > 0 else None)
        tree = _decoded(result.parse_tree.decode())
    finally:
        native.pg_query_free_parse_result(result)
    return tree.get("stmts", [])


def _decoded(text: str) -> dict[str, list[Tree]]:
    try:
        return cast("dict[str, list[Tree]]", _DECODER.raw_decode(text)[0])
    except RecursionError:  # Python 3.12 has a limit of its own here, which nothing raises
        return cast("dict[str, list[Tree]]", _decoded_in_a_loop(text))


def _decoded_in_a_loop(text: str) -> object:
    """Decode JSON of any depth."""
    whole: list[object] = []
    open_: list[dict[str, object] | list[object]] = [whole]
    keys: list[str | None] = [None]  # of each open object, the one whose value comes next

    def put(value: object) -> None:
        holder, key = open_[-1], keys[-1]
        if isinstance(holder, list):
            holder.append(value)
        elif key is not None:
            holder[key], keys[-1] = value, None

    for mark, scalar in re.findall(_JSON_PART, text):
        if mark in ("{", "["):
            inner: dict[str, object] | list[object] = {} if mark == "{" else []
            put(inner)
            open_.append(inner)
            keys.append(None)
        elif mark:
            open_.pop()
            keys.pop()
        elif isinstance(open_[-1], dict) and keys[-1] is None:
            keys[-1] = str(json.loads(scalar))
        else:
            put(json.loads(scalar))
    return whole[0]


def _call(native: ctypes.CDLL, text: bytes) -> _ParseResult:
    """Run the parser, on a stack of its own when the text could outgrow this one.

    Writing JSON recurses without a limit: about 110 bytes of stack for each level,
    and a chain of operators has a level for every two characters.  A thread
    may have half a megabyte.
    """
    if len(text) <= _SHORT:
        return cast("_ParseResult", native.pg_query_parse(text))
    results: list[_ParseResult] = []
    before = threading.stack_size(min(len(text) * 128 + _MEGABYTE, _LARGEST_STACK))
    try:
        thread = threading.Thread(target=lambda: results.append(native.pg_query_parse(text)))
        thread.start()
    finally:
        threading.stack_size(before)
    thread.join()
    return results[0]


@functools.cache
def library() -> ctypes.CDLL:
    """Load libpg_query, once.

    Raises:
        FlashError: It is not installed, or not for this machine.
    """
    spec = importlib.util.find_spec("postgast")
    name = _LIBRARY.get(sys.platform, "libpg_query.so")
    file = Path(spec.origin).with_name(name) if spec and spec.origin else Path(name)
    if not file.is_file():
        message = f"{name} is missing: PostgreSQL's grammar comes with the postgast wheel; run: pip install --force-reinstall postgast"
        raise FlashError(message)
    try:
        native = ctypes.CDLL(str(file))
    except OSError as error:
        message = f"{name} cannot be loaded: {error}"
        raise FlashError(message) from error
    native.pg_query_parse.argtypes = [ctypes.c_char_p]
    native.pg_query_parse.restype = _ParseResult
    native.pg_query_free_parse_result.argtypes = [_ParseResult]
    native.pg_query_free_parse_result.restype = None
    return native
