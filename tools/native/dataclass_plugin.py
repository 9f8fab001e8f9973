"""Plugin of mypy: lets mypyc compile dataclasses with their constructors.

Left alone, mypyc hands the decorator a class whose annotations it loads while the module
is imported, as if there were no ``from __future__ import annotations``; names that are
only imported for type checkers do not exist then.  And ``__init__`` is the decorator's:
every instance is made by the interpreter.  Here the annotations become ``Any``, once
types were inferred from them (``flash_core._dataclass`` asks for the names alone), and the
``__init__`` that mypy adds for its signature gets a body.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy.nodes import (
    LDEF,
    AssignmentStmt,
    Block,
    CallExpr,
    ExpressionStmt,
    FuncDef,
    IntExpr,
    MemberExpr,
    NameExpr,
    RefExpr,
    StrExpr,
    TempNode,
    TupleExpr,
    Var,
)
from mypy.plugin import ClassDefContext, Plugin
from mypy.plugins.dataclasses import dataclass_class_maker_callback
from mypy.types import AnyType, TypeOfAny

if TYPE_CHECKING:
    from collections.abc import Callable

    from mypy.nodes import Argument, Expression, Statement, TypeInfo


class _Dataclasses(Plugin):
    def get_class_decorator_hook_2(self, fullname: str) -> Callable[[ClassDefContext], bool] | None:
        return _make if fullname == "dataclasses.dataclass" else None


def _make(context: ClassDefContext) -> bool:
    """Do as mypy does for the decorator, then prepare the class for mypyc."""
    if not dataclass_class_maker_callback(context):
        return False  # mypy comes again when it knows more
    info = context.cls.info
    _write_init(info)
    for each in context.cls.defs.body:
        if isinstance(each, AssignmentStmt) and each.type is not None:
            each.type = AnyType(TypeOfAny.special_form)
    return True


def _write_init(info: TypeInfo) -> None:
    """Give ``__init__`` its body, unless a default is more than a name or a plain value."""
    symbol = info.names.get("__init__")
    if symbol is None or not symbol.plugin_generated or not isinstance(symbol.node, FuncDef):
        return
    init = symbol.node
    own, *given = init.arguments
    defaults = _defaults(info)
    optional = [each for each in given if each.kind.is_optional()]
    if not all(each.variable.name in defaults for each in optional):
        return
    for each in optional:
        each.initializer = defaults[each.variable.name]
    init.body = Block([*(_assignment(own, each) for each in given), *_end(info, own)])
    init.body.set_line(init.line)
    symbol.plugin_generated = False
    for known in info.names.values():
        if isinstance(known.node, Var):
            known.node.is_property = False  # so is a field of a frozen class, which is set here


def _defaults(info: TypeInfo) -> dict[str, Expression]:
    """Return the defaults of fields that can be said again in ``__init__``."""
    found: dict[str, Expression] = {}
    for each in reversed(info.mro):
        for statement in each.defn.defs.body:
            if not isinstance(statement, AssignmentStmt):
                continue
            (target,) = statement.lvalues
            value = _default(statement.rvalue)
            if isinstance(target, NameExpr) and _is_plain(value, info, each):
                found[target.name] = value
    return found


def _default(value: Expression) -> Expression:
    """Return the default in ``field(default=...)``, and any other value as it is."""
    if isinstance(value, CallExpr) and "default" in value.arg_names:
        return value.args[value.arg_names.index("default")]
    return value


def _is_plain(value: Expression, info: TypeInfo, owner: TypeInfo) -> bool:
    """Tell whether a default may be evaluated again, in the module of ``info``."""
    if isinstance(value, TempNode) or _makes_field(value):
        return False  # there is none, or each instance has its own
    if owner.module_name == info.module_name:
        return True
    if isinstance(value, TupleExpr):
        return not value.items
    if isinstance(value, RefExpr):
        return value.fullname.startswith("builtins.")
    return isinstance(value, IntExpr | StrExpr)


def _makes_field(value: Expression) -> bool:
    callee = value.callee if isinstance(value, CallExpr) else None
    return isinstance(callee, RefExpr) and callee.fullname == "dataclasses.field"


def _assignment(own: Argument, given: Argument) -> Statement:
    """Return ``self.name = name``."""
    target = MemberExpr(_name(own), given.variable.name)
    return _placed(AssignmentStmt([target], _name(given)), own)


def _end(info: TypeInfo, own: Argument) -> list[Statement]:
    """Return ``self.__post_init__()`` where there is one."""
    if not info.has_readable_member("__post_init__"):
        return []
    call = CallExpr(MemberExpr(_name(own), "__post_init__"), [], [], [])
    return [_placed(ExpressionStmt(call), own)]


def _name(argument: Argument) -> NameExpr:
    """Return the name of an argument, bound to it."""
    name = NameExpr(argument.variable.name)
    name.kind, name.node, name.fullname = LDEF, argument.variable, argument.variable.name
    return name


def _placed(statement: Statement, own: Argument) -> Statement:
    statement.set_line(own.line)
    return statement


def plugin(_version: str) -> type[Plugin]:
    """Return what mypy loads."""
    return _Dataclasses
