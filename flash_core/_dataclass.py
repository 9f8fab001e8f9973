# ruff: noqa: ANN001, ANN002, ANN003, ANN202, ANN204 - the annotations that count are the standard decorator's
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
    _plain = dataclasses.field()

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
        inherited = getattr(cls.__base__, "_own_fields", {})
        own = {name: _described(defaults.get(name, _absent)) for name in cls.__slots__}
        fields = cls._own_fields = inherited | own
        cls.__init__ = _init(fields, finish=hasattr(cls, "__post_init__"))
        cls.__repr__ = _repr
        cls.__match_args__ = tuple(
            name for name, each in fields.items() if each.init and each.kw_only is not True
        )
        cls.__dataclass_fields__ = _Fields(defaults)
        if eq:
            _compare(cls, [name for name, each in fields.items() if each.compare], frozen=frozen)

    def _described(default):
        """Return a default as ``field(...)`` would describe it."""
        if isinstance(default, dataclasses.Field):
            return default
        if default is _absent:
            return _plain
        return dataclasses.field(default=default)

    class _Fields:
        """``__dataclass_fields__`` until ``fields``, ``replace`` or a ``match`` asks for it."""

        def __init__(self, defaults):
            self.defaults = defaults

        def __get__(self, instance, cls):
            owner = next(each for each in cls.__mro__ if self in vars(each).values())
            slots = {name: vars(owner)[name] for name in self.defaults}
            for name, default in self.defaults.items():
                setattr(owner, name, default)
            del owner.__dataclass_fields__
            dataclasses.dataclass(init=False, repr=False, eq=False)(owner)
            for name, slot in slots.items():  # over the default that was left in its place
                setattr(owner, name, slot)
            return cls.__dataclass_fields__

    def _init(fields, *, finish):
        """Compile ``__init__``: the one method that generic code would make slow."""
        values = {"absent": _absent}
        positional, keyword, body = ["self"], ["*"], []
        for number, (name, each) in enumerate(fields.items()):
            if not each.init:
                continue
            parameter = name
            if each.default_factory is not dataclasses.MISSING:
                values[f"factory{number}"] = each.default_factory
                parameter = f"{name}=absent"
                body.append(f" self.{name} = factory{number}() if {name} is absent else {name}")
            else:
                if each.default is not dataclasses.MISSING:
                    values[f"default{number}"] = each.default
                    parameter = f"{name}=default{number}"
                body.append(f" self.{name} = {name}")
            (keyword if each.kw_only is True else positional).append(parameter)
        parameters = ", ".join(positional + keyword if len(keyword) > 1 else positional)
        end = " self.__post_init__()" if finish else " pass"
        source = "\n".join([f"def __init__({parameters}):", *body, end])
        exec(source, values)  # noqa: S102 - the text is made of our own fields' names
        return values["__init__"]

    def _repr(self):
        shown = [name for name, each in self._own_fields.items() if each.repr]
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
