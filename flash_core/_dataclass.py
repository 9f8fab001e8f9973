# ruff: noqa: ANN001, ANN002, ANN003, ANN202, ANN204 - the annotations that count are the standard decorator's
"""``dataclasses.dataclass`` for slotted classes, made when the first instance is.

The standard decorator writes and compiles five methods a class at import, half a
millisecond each, and the compiler has some three hundred such classes, of which a run
uses a part.  Here only ``__init__`` is compiled, and that when it is first called.  For
type checkers this *is* the standard decorator, and they are who keeps instances frozen:
at run time nobody does, which makes an instance in a third of the time.  A class that mypyc
compiled stays itself, and keeps the ``__init__`` that it was compiled with.

Only for modules whose classes have no subclasses made by the standard decorator: it
would not see the fields.

Depends on: nothing.
"""

from __future__ import annotations

import dataclasses
import operator
from operator import attrgetter
from typing import TYPE_CHECKING

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    _pending = {}  # class → its fields' names and defaults, and how it compares
    _absent = object()
    _plain = dataclasses.field()

    def dataclass(*, frozen=False, slots=False, eq=True, order=False):
        """Return a decorator: this module's for slotted classes, else the standard one."""
        if not slots:
            return dataclasses.dataclass(frozen=frozen, eq=eq, order=order)

        def decorate(cls):
            namespace = vars(cls)
            names = tuple(namespace.get("__annotations__", ()))
            defaults = {name: namespace[name] for name in names if name in namespace}
            compiled = "__mypyc_attrs__" in namespace
            made = cls if compiled else _slotted(cls, names)
            _pending[made] = names, defaults, eq, frozen, order
            if compiled and "__init__" in namespace:
                _complete(made)
            else:
                made.__init__ = _complete_and_init
            return made

        return decorate

    def _slotted(cls, names):
        """Return the class with slots, which a compiled one has by itself."""
        left_out = {"__dict__", "__weakref__", *names}
        namespace = {name: each for name, each in cls.__dict__.items() if name not in left_out}
        return type(cls)(cls.__name__, cls.__bases__, namespace | {"__slots__": names})

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
        names, defaults, eq, frozen, order = _pending.pop(cls)
        inherited = getattr(cls.__base__, "_own_fields", {})
        own = {name: _described(defaults.get(name, _absent)) for name in names}
        fields = cls._own_fields = inherited | own
        if cls.__dict__.get("__init__") is _complete_and_init:
            cls.__init__ = _init(fields, finish=hasattr(cls, "__post_init__"))
        cls.__repr__ = _repr
        cls.__match_args__ = tuple(
            name for name, each in fields.items() if each.init and each.kw_only is not True
        )
        cls.__dataclass_fields__ = _Fields(defaults)
        if eq:
            compared = [name for name, each in fields.items() if each.compare]
            _compare(cls, attrgetter(*compared) if compared else lambda _: (), frozen=frozen)
            if order:
                _order(cls, attrgetter(*compared))

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

    def _compare(cls, compared, *, frozen):
        """Let instances be equal, and hash alike if they never change, when their fields are."""

        def equal(self, other):
            if other.__class__ is not cls:
                return NotImplemented
            return self is other or compared(self) == compared(other)

        cls.__eq__ = equal
        cls.__hash__ = (lambda self: hash(compared(self))) if frozen else None

    def _order(cls, compared):
        """Let instances be before or after each other as their fields are."""

        def ordered(compare):
            def method(self, other):
                if other.__class__ is not cls:
                    return NotImplemented
                return compare(compared(self), compared(other))

            return method

        for name in ("lt", "le", "gt", "ge"):
            setattr(cls, f"__{name}__", ordered(getattr(operator, name)))
