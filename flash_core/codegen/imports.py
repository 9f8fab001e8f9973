"""The names a generated module takes from elsewhere, and the import block that brings them.

A name that the module, a class body or a parameter list already uses for
something else is imported under an alias, so that every annotation and call
means what was meant.

Depends on: nothing.
"""

from __future__ import annotations

import functools
import re
import sys
from typing import TYPE_CHECKING, Final, NamedTuple

from flash_core._dataclass import dataclass, field

from .layout import LINE_LENGTH, block, width

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

BUILTINS: Final = "builtins"
RUNTIME: Final = "<runtime>"
MODELS: Final = "<models>"
_NUMBER: Final = re.compile(r"(\d+)")


class Symbol(NamedTuple):
    """A name of a module; compared and looked up so often that it is a tuple.

    Attributes:
        module: Module to import from, or :data:`BUILTINS`, :data:`RUNTIME`,
            :data:`MODELS`, which each generated module finds in its own place.
        name: Its name there; empty for the module itself.
    """

    module: str
    name: str


@dataclass(slots=True)
class Imports:
    """The import block of one generated module, collected while its text is written.

    Attributes:
        taken: Names that the module itself defines.
        places: Where :data:`RUNTIME` and :data:`MODELS` are for this module; empty
            text means that the names are the module's own.
        models: Names of all models; no other import may claim them.
    """

    taken: Collection[str]
    places: Mapping[str, str]
    models: Collection[str] = ()
    _locals: dict[str, Symbol] = field(default_factory=dict[str, Symbol])
    _known: dict[Symbol, str] = field(default_factory=dict[Symbol, str])

    def name(self, symbol: Symbol, shadowed: Collection[str] = ()) -> str:
        """Return how ``symbol`` is written where the names ``shadowed`` mean something else."""
        known = self._known.get(symbol)
        if known is not None and known not in shadowed:
            return known
        found = self._find(symbol, shadowed)
        if found == symbol.name:
            self._known[symbol] = found
        return found

    def _find(self, symbol: Symbol, shadowed: Collection[str]) -> str:
        if symbol.module == BUILTINS and symbol.name:
            if symbol.name not in shadowed and symbol.name not in self.taken:
                return symbol.name
            return f"{self.name(Symbol(BUILTINS, ''), shadowed)}.{symbol.name}"
        if not self.places.get(symbol.module, symbol.module):
            return symbol.name
        wanted = symbol.name or symbol.module
        while not self._free(wanted, symbol, shadowed):
            wanted = f"_{wanted}"
        self._locals[wanted] = symbol
        return wanted

    def elsewhere(self, places: Mapping[str, str]) -> Imports:
        """Return the names so far for a module that finds them in other places."""
        return Imports(self.taken, places, self.models, self._locals.copy(), self._known.copy())

    def alias(self, symbol: Symbol, local: str) -> None:
        """Import ``symbol`` under a name that the caller knows to be free."""
        self._locals[local] = symbol

    def _free(self, local: str, symbol: Symbol, shadowed: Collection[str]) -> bool:
        if local in shadowed or local in self.taken:
            return False
        if symbol.module != MODELS and local in self.models:
            return False
        return self._locals.get(local, symbol) == symbol

    def render(self) -> str:
        """Return the block, sorted as ruff's isort sorts it, without a final line end."""
        modules: dict[str, list[tuple[str, str]]] = {}
        for local, symbol in self._locals.items():
            module = self.places.get(symbol.module, symbol.module)
            modules.setdefault(module, []).append((symbol.name, local))
        ordered = sorted(modules, key=_module_key)
        sections: dict[int, list[str]] = {}
        for lines in (_plain, _members):
            for module in ordered:
                sections.setdefault(_section(module), []).extend(lines(module, modules[module]))
        blocks = ["\n".join(sections[number]) for number in sorted(sections) if sections[number]]
        return "\n\n".join(["from __future__ import annotations", *blocks])


def _plain(module: str, found: Sequence[tuple[str, str]]) -> list[str]:
    names = sorted(local for name, local in found if not name)
    return [_aliased(f"import {module}", module, name) for name in names]


def _members(module: str, found: Sequence[tuple[str, str]]) -> list[str]:
    own = sorted((name for name, local in found if name and name == local), key=import_order)
    lines = [(import_order(own[0]), "", _from(module, own))] if own else []
    lines.extend(
        (import_order(name), local, _aliased(f"from {module} import {name}", name, local))
        for name, local in found
        if name and name != local
    )
    return [line for *_, line in sorted(lines)]


@functools.lru_cache(maxsize=8192)  # the twin package asks again
def import_order(name: str) -> tuple[int, list[tuple[int, str]], str]:
    """Return isort's sort key: constants, classes, the rest; numbers by value."""
    constant = len(name) > 1 and name.isupper()
    return _kind(name, constant=constant), _natural(name.lower()), name


def export_order(name: str) -> tuple[int, list[tuple[int, str]], str]:
    """Return the key by which ruff sorts ``__all__``."""
    return _kind(name, constant=name.isupper()), _natural(name), name


def _kind(name: str, *, constant: bool) -> int:
    if constant:
        return 0
    return 1 if name[:1].isupper() else 2


def _natural(name: str) -> list[tuple[int, str]]:
    parts = _NUMBER.split(name)
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts if part]


def _module_key(module: str) -> tuple[int, list[tuple[int, str]], str]:
    name = module.lstrip(".")
    return -(len(module) - len(name)), _natural(name.lower()), name


def _section(module: str) -> int:
    if module.startswith("."):
        return 2
    return 0 if module.partition(".")[0] in sys.stdlib_module_names else 1


def _aliased(text: str, name: str, local: str) -> str:
    return text if name == local else f"{text} as {local}"


def _from(module: str, names: list[str]) -> str:
    text = f"from {module} import {', '.join(names)}"
    if width(text) <= LINE_LENGTH:
        return text
    return block(f"from {module} import (", names, ")")
