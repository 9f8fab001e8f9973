# ruff: noqa: ANN001, ANN002, ANN003, ANN202 - the annotations that count are the standard decorator's
"""``dataclasses.dataclass`` for frozen, slotted classes, compiled when the first one is made.

The standard decorator writes and compiles five methods a class at import, half a
millisecond each, and the compiler has some two hundred such classes, of which a run
uses a part.  For type checkers this *is* the standard decorator, and they are who
keeps instances frozen: at run time nobody does, which makes an instance in a third
of the time.

Only for modules whose classes have no subclasses made by the standard decorator: it
would not see the fields.

Depends on: nothing.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    _pending = {}  # class → its defaults, and the options of the decorator

    def dataclass(*, frozen=False, slots=False, eq=True, order=False):
        """Return a decorator: this module's for frozen, slotted classes, else the standard one."""
        if not (frozen and slots):
            return dataclasses.dataclass(frozen=frozen, slots=slots, eq=eq, order=order)

        def decorate(cls):
            namespace = dict(cls.__dict__)
            names = tuple(namespace.get("__annotations__", ()))
            defaults = {name: namespace.pop(name) for name in names if name in namespace}
            for name in ("__dict__", "__weakref__"):
                namespace.pop(name, None)
            namespace |= {"__slots__": names, "__init__": _complete_and_init}
            made = type(cls)(cls.__name__, cls.__bases__, namespace)
            _pending[made] = defaults, {"eq": eq, "unsafe_hash": eq, "order": order}
            return made

        return decorate

    def _complete_and_init(self, *args, **kwargs):
        _complete(type(self))
        type(self).__init__(self, *args, **kwargs)

    def _complete(cls):
        """Give a class, and those it inherits from, the methods of a dataclass."""
        for base in cls.__mro__[:0:-1]:
            if base in _pending:
                _complete(base)
        if cls not in _pending:
            return
        defaults, options = _pending.pop(cls)
        slots = {name: cls.__dict__[name] for name in defaults}
        for name, default in defaults.items():
            setattr(cls, name, default)
        del cls.__init__
        dataclasses.dataclass(**options)(cls)
        for name, slot in slots.items():  # over the default that was left in its place
            setattr(cls, name, slot)
