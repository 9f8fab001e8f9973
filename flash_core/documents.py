"""Settings files: JSON and TOML to plain values, and tables read key by key.

Knows the two syntaxes and how to say what is wrong with a value; what the keys
mean is told by ``config``.

Depends on: errors.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias, cast

from flash_core.spelling import closest

from .errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Document: TypeAlias = Mapping[str, object]


def read(file: Path) -> Document | None:
    """Return a file's settings; ``None`` for a pyproject.toml that has nothing for us.

    Raises:
        ConfigError: The file is not text, or not in its syntax; says where.
    """
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{file}: not UTF-8 text (byte {error.start + 1})"
        raise ConfigError(message) from error
    if file.name != "pyproject.toml":
        return _decode_json(file, text) if file.suffix == ".json" else _decode_toml(file, text)
    if "flash" not in text:
        return None  # somebody else's file: not even its syntax concerns us
    tool = table(_decode_toml(file, text).get("tool"))
    if tool is None or "flash" not in tool:
        return None
    section = table(tool["flash"])
    if section is None:
        message = f"{file}: [tool.flash] is not a table"
        raise ConfigError(message)
    return section


def table(value: object) -> Document | None:
    """Return ``value`` when it is a table (an object, in JSON), else ``None``."""
    return cast("Document", value) if isinstance(value, dict) else None


def _decode_json(file: Path, text: str) -> Document:
    try:
        document = table(json.loads(text))
    except json.JSONDecodeError as error:
        message = f"{file}:{error.lineno}:{error.colno}: not valid JSON: {_lower(error.msg)}"
        raise ConfigError(message) from error
    except RecursionError as error:
        message = f"{file}: nested too deeply"
        raise ConfigError(message) from error
    if document is None:
        message = f'{file}:1:1: a configuration is an object: {{"version": "2", …}}'
        raise ConfigError(message)
    return document


def _decode_toml(file: Path, text: str) -> Document:
    import tomllib  # noqa: PLC0415 - most projects have no TOML

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        reason = str(error)
        place = re.search(r" \(at line (\d+), column (\d+)\)$", reason)
        if place:
            line, column = place.groups()
        else:  # "(at end of document)"
            lines = text.split("\n")
            line, column = str(len(lines)), str(len(lines[-1]) + 1)
        reason = re.sub(r" \(at [^()]*\)$", "", reason)
        message = f"{file}:{line}:{column}: not valid TOML: {_lower(reason)}"
        raise ConfigError(message) from error
    except RecursionError as error:
        message = f"{file}: nested too deeply"
        raise ConfigError(message) from error


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


class Section:
    """One table of a document: reads keys by type and notes what is wrong.

    Args:
        values: The table.
        path: Dotted path of the table, with a final dot, for messages.
        problems: Where to note problems; shared by all sections of a document.
    """

    def __init__(self, values: Document, path: str, problems: list[str]) -> None:
        self.problems = problems
        self._values = values
        self._path = path
        self._known: set[str] = set()

    def problem(self, key: str, text: str) -> None:
        """Note what is wrong with ``key``."""
        self.problems.append(f'"{self._path}{key}" {text}')

    def ignore(self, *keys: str) -> None:
        """Accept keys that mean nothing to us."""
        self._known.update(keys)

    def text(self, key: str, default: str) -> str:
        """Return a non-empty string."""
        self._known.add(key)
        value = self._values.get(key, default)
        if isinstance(value, str) and value.strip() and "\0" not in value:
            return value
        self.problem(key, f"should be a non-empty string, not {_describe(value)}")
        return default

    def flag(self, key: str, default: bool) -> bool:
        """Return a boolean."""
        self._known.add(key)
        value = self._values.get(key, default)
        if isinstance(value, bool):
            return value
        self.problem(key, f"should be true or false, not {_describe(value)}")
        return default

    def choice(self, key: str, default: str, choices: Iterable[str]) -> str:
        """Return one of some words."""
        value = self.text(key, default)
        if value in choices:
            return value
        options = [str(choice) for choice in choices]
        hint = _closest(value, options) or f": write one of {', '.join(options)}"
        self.problem(key, f'is "{value}"{hint}')
        return default

    def section(self, key: str) -> Section:
        """Return a nested table; an absent one is empty."""
        self._known.add(key)
        value = self._values.get(key, {})
        nested = table(value)
        if nested is None:
            self.problem(key, f"should be an object, not {_describe(value)}")
        return Section(nested or {}, f"{self._path}{key}.", self.problems)

    def finish(self) -> None:
        """Note every key that nobody asked for."""
        for key in self._values:
            if key not in self._known:
                self.problem(key, f"is not a known key{_closest(key, sorted(self._known))}")


def _closest(word: str, words: list[str]) -> str:
    close = closest(word, words)
    return f': did you mean "{close[0]}"?' if close else ""


def _describe(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, str):
        return f'the string "{value}"' if value else "an empty string"
    if isinstance(value, bool):
        return str(value).lower()
    if table(value) is not None:
        return "an object"
    return "a list" if isinstance(value, list) else f"{value}"
