# ruff: noqa: ANN001, ANN002, ANN003, ANN202 - the annotations that count are the standard decorator's
"""``dataclasses.dataclass`` for slotted classes, made when the first instance is.

The standard decorator writes and compiles five methods a class at import, half a
millisecond each, and the compiler has some three hundred such classes, of which a run
uses a part.  Here only ``__init__`` is compiled, and that when it is first called.  For
type checkers this *is* the standard decorator, and they are who keeps instances frozen:
at run time nobody does, which makes an instance in a third of the time.

Only for modules whose classes have no subclasses made by the standard decorator: it
would not see the fields.

Depends on: nothing.
"""

from __future__ import annotations

import dataclasses
from operator import attrgetter
from typing import TYPE_CHECKING

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    _pending = {}  # class → its defaults, and whether it compares and hashes by its fields
    _absent = object()

    def dataclass(*, frozen=False, slots=False, eq=True, order=False):
        """Return a decorator: this module's for slotted classes, else the standard one."""
        if order or not slots:
            return dataclasses.dataclass(frozen=frozen, slots=slots, eq=eq, order=order)

        def decorate(cls):
            namespace = dict(cls.__dict__)
            names = tuple(namespace.get("__annotations__", ()))
            defaults = {name: namespace.pop(name) for name in names if name in namespace}
            for name in ("__dict__", "__weakref__"):
                namespace.pop(name, None)
            namespace |= {"__slots__": names, "__init__": _complete_and_init}
            made = type(cls)(cls.__name__, cls.__bases__, namespace)
            _pending[made] = defaults, eq, frozen
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
        defaults, eq, frozen = _pending.pop(cls)
        slots = {name: cls.__dict__[name] for name in defaults}
        for name, default in defaults.items():
            setattr(cls, name, default)
        del cls.__init__
        dataclasses.dataclass(init=False, repr=False, eq=False)(cls)
        for name, slot in slots.items():  # over the default that was left in its place
            setattr(cls, name, slot)
        fields = dataclasses.fields(cls)
        cls.__init__ = _init(fields, finish=hasattr(cls, "__post_init__"))
        cls.__repr__ = _repr
        if eq:
            _compare(cls, [each.name for each in fields if each.compare], frozen=frozen)

    def _init(fields, *, finish):
        """Compile ``__init__``: the one method that generic code would make slow."""
        values = {"absent": _absent}
        positional, keyword, body = ["self"], ["*"], []
        for number, each in enumerate(fields):
            name, parameter = each.name, each.name
            if not each.init:
                continue
            if each.default_factory is not dataclasses.MISSING:
                values[f"factory{number}"] = each.default_factory
                parameter = f"{name}=absent"
                body.append(f" self.{name} = factory{number}() if {name} is absent else {name}")
            else:
                if each.default is not dataclasses.MISSING:
                    values[f"default{number}"] = each.default
                    parameter = f"{name}=default{number}"
                body.append(f" self.{name} = {name}")
            (keyword if each.kw_only else positional).append(parameter)
        parameters = ", ".join(positional + keyword if len(keyword) > 1 else positional)
        end = " self.__post_init__()" if finish else " pass"
        source = "\n".join([f"def __init__({parameters}):", *body, end])
        exec(source, values)  # noqa: S102 - the text is made of our own fields' names
        return values["__init__"]

    def _repr(self):
        shown = [each.name for each in dataclasses.fields(self) if each.repr]
        inside = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{type(self).__qualname__}({inside})"

    def _compare(cls, names, *, frozen):
        """Let instances be equal, and hash alike if they never change, when their fields are."""
        compared = attrgetter(*names) if names else lambda _: ()

        def equal(self, other):
            if other.__class__ is not cls:
                return NotImplemented
            return self is other or compared(self) == compared(other)

        cls.__eq__ = equal
        cls.__hash__ = (lambda self: hash(compared(self))) if frozen else None
