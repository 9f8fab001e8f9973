# ruff: noqa: ANN001, ANN002, ANN003, ANN202, ANN204 - the annotations that count are the standard decorator's
"""``dataclasses`` for slotted classes, whose methods are made when the first instance is.

The standard decorator writes and compiles five methods a class at import, half a
millisecond each, and the compiler has some three hundred such classes, of which a run
uses a part.  Here only ``__init__`` is compiled, and that when it is first called.  For
type checkers this *is* the standard decorator, and they are who keeps instances frozen:
at run time nobody does, which makes an instance in a third of the time.  A class that mypyc
compiled stays itself, and keeps the ``__init__`` that it was compiled with.

``field``, ``fields`` and ``replace`` are those of these classes: the standard module loads
``inspect`` and with it half of Python's own compiler, which is a sixth of what a run of an
unchanged project costs.  The standard functions work on these classes as well.

Only for modules whose classes have no subclasses made by the standard decorator: it
would not see the fields.

Depends on: nothing.
"""

from __future__ import annotations

import functools
import operator
from operator import attrgetter
from types import FunctionType
from typing import TYPE_CHECKING

__all__ = ["dataclass", "field", "fields", "replace"]

if TYPE_CHECKING:
    from dataclasses import dataclass, field, fields, replace
else:
    _pending = {}  # class → its fields' names and defaults, and how it compares
    _absent = object()

    class _Field:
        """What the standard ``Field`` says of a field: all that these classes say."""

        __slots__ = ("compare", "default", "default_factory", "init", "kw_only", "repr")

        def __init__(self, default, default_factory, init, repr, compare, kw_only):  # noqa: A002 - its own names
            self.default, self.default_factory = default, default_factory
            self.init, self.repr = init, repr
            self.compare, self.kw_only = compare, kw_only

    def field(
        *,
        default=_absent,
        default_factory=_absent,
        init=True,
        repr=True,  # noqa: A002 - the standard function's names
        compare=True,
        kw_only=False,
    ):
        """Describe a field as ``dataclasses.field`` does."""
        return _Field(default, default_factory, init, repr, compare, kw_only)

    _plain = field()

    def fields(whose):
        """Return the name and the annotation of each field of a class or instance, in order."""
        cls = whose if isinstance(whose, type) else type(whose)
        _complete(cls)
        types = {}
        for each in reversed(cls.__mro__):
            types |= vars(each).get("__annotations__", {})
        return tuple(_Described(name, types[name]) for name in cls._own_fields)

    class _Described:
        """A field of a class: its name, and its annotation as text."""

        __slots__ = ("name", "type")

        def __init__(self, name, type):  # noqa: A002 - the standard field's name
            self.name, self.type = name, type

    def replace(instance, /, **changes):
        """Return another instance with some fields changed, made by ``__init__``."""
        cls = type(instance)
        given = {name: getattr(instance, name) for name in cls._init_fields}
        given.update(changes)
        return cls(**given)

    def dataclass(*, slots, frozen=False, eq=True, order=False):
        """Return a decorator for classes with slots: ``slots`` says so to type checkers."""
        if not slots:
            message = "only classes with slots are made late"
            raise TypeError(message)

        def decorate(cls):
            _complete_bases(cls)  # cheaper than with many subclasses, each of which looks again
            namespace = vars(cls)
            names = tuple(namespace.get("__annotations__", ()))
            defaults = {name: namespace[name] for name in names if name in namespace}
            compiled = "__mypyc_attrs__" in namespace
            made = cls if compiled else _slotted(cls, names, defaults)
            _pending[made] = names, defaults, eq, frozen, order
            if compiled and "__init__" in namespace:
                _complete(made)
            elif compiled:
                made.__init__ = _complete_and_init
            return made

        return decorate

    def _slotted(cls, names, defaults):
        """Return the class with slots, which a compiled one has by itself.

        It is born with the methods that need not know the fields: to set them later costs more.
        """
        namespace = dict(cls.__dict__)
        for name in ("__dict__", "__weakref__", *names):
            namespace.pop(name, None)
        namespace |= {"__slots__": names, "__init__": _complete_and_init, "__repr__": _repr}
        namespace["__dataclass_fields__"] = _Fields(defaults)
        return type(cls)(cls.__name__, cls.__bases__, namespace)

    def _complete_and_init(self, *args, **kwargs):
        _complete(type(self))
        type(self).__init__(self, *args, **kwargs)

    def _complete(cls):
        """Give a class the methods of a dataclass; those it inherits from have theirs."""
        if cls not in _pending:
            return
        names, defaults, eq, frozen, order = _pending.pop(cls)
        inherited = getattr(cls.__base__, "_own_fields", {})
        own = {name: _described(defaults.get(name, _absent)) for name in names}
        fields = cls._own_fields = inherited | own
        if cls.__dict__.get("__init__") is _complete_and_init:
            cls.__init__ = _init(fields, finish=hasattr(cls, "__post_init__"))
        cls.__match_args__ = tuple(
            name for name, each in fields.items() if each.init and not each.kw_only
        )
        cls._init_fields = tuple(name for name, each in fields.items() if each.init)
        if "__mypyc_attrs__" in vars(cls):
            cls.__repr__, cls.__dataclass_fields__ = _repr, _Fields(defaults)
        if eq:
            compared = [name for name, each in fields.items() if each.compare]
            _compare(cls, attrgetter(*compared) if compared else lambda _: (), frozen=frozen)
            if order:
                _order(cls, attrgetter(*compared))

    def _complete_bases(cls):
        for base in cls.__mro__[:0:-1]:
            _complete(base)

    def _described(default):
        """Return a default as ``field(...)`` would describe it."""
        if isinstance(default, _Field):
            return default
        return _plain if default is _absent else field(default=default)

    class _Fields:
        """``__dataclass_fields__`` until ``fields``, ``replace`` or a ``match`` asks for it."""

        def __init__(self, defaults):
            self.defaults = defaults

        def __get__(self, instance, cls):
            import dataclasses  # noqa: PLC0415 - see the docstring of this module

            owner = next(each for each in cls.__mro__ if self in vars(each).values())
            slots = {name: vars(owner)[name] for name in self.defaults}
            for name, default in self.defaults.items():
                setattr(owner, name, _standard(default, dataclasses))
            del owner.__dataclass_fields__
            dataclasses.dataclass(init=False, repr=False, eq=False)(owner)
            for name, slot in slots.items():  # over the default that was left in its place
                setattr(owner, name, slot)
            return cls.__dataclass_fields__

    def _standard(default, dataclasses):
        """Return a default as the standard decorator reads it."""
        if not isinstance(default, _Field):
            return default
        said = {"init": default.init, "repr": default.repr, "compare": default.compare}
        for name in ("default", "default_factory"):
            if getattr(default, name) is not _absent:
                said[name] = getattr(default, name)
        return dataclasses.field(kw_only=default.kw_only, **said)

    def _init(fields, *, finish):
        """Return ``__init__``: the one method that generic code would make slow."""
        given = [(name, each) for name, each in fields.items() if each.init]
        given.sort(key=lambda one: one[1].kw_only)
        positional = sum(not each.kw_only for _, each in given)
        made = [each.default_factory is not _absent for _, each in given]
        values = {"absent": _absent}
        defaults = {}
        for number, (name, each) in enumerate(given):
            # ``list[int]()`` costs ten times what ``list()`` does: it fails to note its origin.
            values[f"factory{number}"] = getattr(
                each.default_factory, "__origin__", each.default_factory
            )
            if made[number] or each.default is not _absent:
                defaults[name] = each.default  # ``_absent`` where a factory makes it
            elif defaults and number < positional:
                message = f"non-default argument {name!r} follows default argument"
                raise TypeError(message)
        names = [name for name, _ in given]
        code = _signed(_template(tuple(made), finish), names, positional)
        init = FunctionType(code, values, "__init__")
        keyword = {name for name, each in given if each.kw_only}
        init.__defaults__ = tuple(each for name, each in defaults.items() if name not in keyword)
        init.__kwdefaults__ = {name: defaults[name] for name in keyword if name in defaults}
        return init

    @functools.cache
    def _template(made, finish):
        """Compile an ``__init__`` whose fields are ``field0``, ``field1`` and so on.

        Compiling is most of what a class costs, and many have as many fields as others.

        Args:
            made: Of each field, whether a factory makes it where it is not given.
            finish: Whether there is a ``__post_init__``.
        """
        names = [f"field{number}" for number in range(len(made))]
        lines = [f"def __init__({', '.join(['self', *names])}):"]
        for number, (name, factory) in enumerate(zip(names, made, strict=True)):
            value = f"factory{number}() if {name} is absent else {name}" if factory else name
            lines.append(f" self.{name} = {value}")
        lines.append(" self.__post_init__()" if finish else " pass")
        made_here = {}
        exec("\n".join(lines), made_here)  # noqa: S102 - the text is our own
        return made_here["__init__"].__code__

    def _signed(code, names, positional):
        """Return a template's code for fields of these names, the first of them by position."""
        own = {f"field{number}": name for number, name in enumerate(names)}
        return code.replace(
            co_argcount=1 + positional,
            co_kwonlyargcount=len(names) - positional,
            co_names=tuple(own.get(name, name) for name in code.co_names),
            co_varnames=tuple(own.get(name, name) for name in code.co_varnames),
        )

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
        if vars(cls).get("__hash__") is None:
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
