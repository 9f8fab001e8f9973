"""SQL names → Python names, by rules that never depend on the order of things.

Depends on: codegen.plurals.
"""

from __future__ import annotations

import functools
import keyword
import re
import unicodedata
from typing import TYPE_CHECKING, Final

from .plurals import singular

if TYPE_CHECKING:
    from collections.abc import Collection

_PLURAL_ACRONYM: Final = re.compile(r"([A-Z]{2,})s(?![a-z])")
_WORD_END: Final = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z0-9])(?=[A-Z][a-z])")
_NOT_WORD: Final = re.compile(r"\W+")


@functools.lru_cache(maxsize=4096)  # a project uses the same names over and over
def identifier(text: str, *, fallback: str) -> str:
    """Return ``text`` as a Python identifier that is no keyword and is never name-mangled.

    Args:
        text: Any name.
        fallback: Prefix for what is empty or nothing but punctuation.
    """
    name = _NOT_WORD.sub("_", unicodedata.normalize("NFKC", text).strip())
    if name != text:
        name = name.strip("_")
    if name.startswith("__"):
        name = f"_{name.strip('_')}"
    if not name.strip("_"):
        name = fallback
    if not name.isidentifier():
        name = f"_{name}"
    if not name.isidentifier():
        name = fallback
    return f"{name}_" if keyword.iskeyword(name) else name


def words(name: str) -> list[str]:
    """Split a name at underscores, other punctuation and changes of case."""
    name = _PLURAL_ACRONYM.sub(lambda found: f"{found[1].capitalize()}s", name)
    parts = re.split(r"[\W_]+", unicodedata.normalize("NFKC", name))
    return [word for part in parts for word in _WORD_END.split(part) if word]


def method_name(query: str) -> str:
    """Return the method of a query: ``GetUserByID`` → ``get_user_by_id``.

    A name that is in snake case already stays as it is.
    """
    name = query if query == query.lower() else "_".join(words(query)).lower()
    if query.startswith("_") and not name.startswith("_"):
        name = f"_{name}"
    return identifier(name, fallback="query")


def camel(name: str) -> str:
    """Return a class name: ``user_profiles`` → ``UserProfiles``; ``GetPostByID`` stays."""
    parts = [part for part in re.split(r"[\W_]+", unicodedata.normalize("NFKC", name)) if part]
    if name.isupper() and not name.isalpha():
        parts = [part.capitalize() for part in parts]
    return _class_identifier("".join(part[:1].upper() + part[1:] for part in parts))


def table_class(name: str) -> str:
    """Return the plain class name of a table or type: every word capitalised, none changed."""
    return camel(name.lower() if name.isupper() else name)


def singular_class(name: str) -> str:
    """Return the class name of a table: ``users`` → ``User``, ``order_items`` → ``OrderItem``."""
    plain = name.lower() if name.isupper() else name
    parts = words(plain)
    if not parts:
        return table_class(name)
    last = parts[-1]
    changed = singular(last.lower())
    if changed == last.lower():
        return table_class(name)
    stem = plain[: plain.rindex(last)]
    return camel(f"{stem}{changed.capitalize() if last[:1].isupper() else changed}")


def singular_name(name: str) -> str:
    """Return what one row of a table is called: ``order_items`` → ``order_item``."""
    parts = words(name.lower() if name.isupper() else name)
    if not parts:
        return name
    return "_".join([*parts[:-1], singular(parts[-1].lower())]).lower()


def _class_identifier(name: str) -> str:
    if not name:
        return "Unnamed"
    if not name.isidentifier():
        name = f"T{name}"
    if not name.isidentifier():
        return "Unnamed"
    return f"{name}_" if keyword.iskeyword(name) else name


def constant_name(text: str) -> str:
    """Return an enum member's name for a label: ``in-progress`` → ``IN_PROGRESS``.

    Names that enum reserves (``_x_``) and those a class would mangle do not come out.
    """
    name = _NOT_WORD.sub("_", unicodedata.normalize("NFKC", text)).strip("_").upper()
    if not name:
        return "EMPTY" if not text.strip() else "VALUE"
    if not name.isidentifier():
        name = f"_{name}"
    if not name.isidentifier():
        return "VALUE"
    return f"{name}_" if keyword.iskeyword(name) else name


def unique(name: str, taken: Collection[str]) -> str:
    """Return ``name``, or ``name_2``, ``name_3`` … : the first that is not taken."""
    if name not in taken:
        return name
    number = 2
    stem = name.rstrip("_") or name
    while f"{stem}_{number}" in taken:
        number += 1
    return f"{stem}_{number}"
