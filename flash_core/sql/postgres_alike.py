"""What PostgreSQL makes of an expression in other words: parentheses, BETWEEN, casts that it adds.

Two texts with one form mean the same; of two forms only the server knows.  So a cast is left out
only where the server would add it to the text without.

Depends on: libpg_query, postgres, postgres_altered, postgres_constants, postgres_kinds,
postgres_options.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .libpg_query import SyntaxProblem, parse
from .postgres.tree import child, children, string, strings, unwrapped
from .postgres_altered import as_one
from .postgres_constants import plain_value
from .postgres_kinds import (
    INSIDE,
    JOINED,
    MOMENTS,
    NUMBERS,
    PROMOTED,
    TO_TEXT,
    Kinds,
    called,
    modifiers,
    number_in,
    path_of,
    rank,
    sign_of,
    type_name,
)
from .postgres_options import telling, unlimited

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping

    from .libpg_query import Json, Tree

_PLACES: Final = frozenset({"location", "stmt_location", "stmt_len", "list_start", "list_end"})
_PASSED: Final = _PLACES | {"replace"}
# Which are operators by another word.
_SIGNS: Final = frozenset({"AEXPR_LIKE", "AEXPR_ILIKE", "AEXPR_SIMILAR"})
_OUT: Final = frozenset({"FUNC_PARAM_OUT", "FUNC_PARAM_INOUT"})
# Functions whose arguments are text, and only that.
_OF_TEXT: Final = TO_TEXT | {
    *("length", "char_length", "strpos", "starts_with", "regexp_match", "regexp_split_to_array"),
    *("decode", "similar_to_escape", "like_escape"),
}
# Those of which only the first, second or third argument is text.
_TEXT_AT: Final = (
    frozenset(
        {"date_trunc", "date_part", "timezone", "substring", "lpad", "rpad", "left", "right"}
    ),
    frozenset({"to_char", "encode", "to_tsvector"}),
    frozenset({"lpad", "rpad"}),
)
# Operators, and what is written as a word, whose sides have one type.
_COMPARED: Final = _SIGNS | {"AEXPR_OP", "AEXPR_DISTINCT", "AEXPR_NOT_DISTINCT", "AEXPR_NULLIF"}
_USUAL_ORDER: Final = {
    ("SORTBY_ASC", "SORTBY_NULLS_LAST"): "SORTBY_NULLS_DEFAULT",
    ("SORTBY_DESC", "SORTBY_NULLS_FIRST"): "SORTBY_NULLS_DEFAULT",
}
# What the grammar calls for SIMILAR TO and ESCAPE, and a dump by name.
_WRITTEN_OUT: Final = frozenset({"similar_to_escape", "like_escape"})
_EVERY_KIND: Final = frozenset({"ndistinct", "dependencies", "mcv"})  # of statistics
_FIRST_CLASS: Final = {"nextval": "regclass", "to_tsvector": "regconfig"}


def form_of(
    text: str, kinds: Mapping[str, str], wanted: str = "", table: tuple[str, ...] = ()
) -> Hashable | None:
    """Return the form of an expression, or ``None`` for a syntax error.

    Args:
        text: The expression.
        kinds: The types of the columns that it may name.
        wanted: The type of its value, if that is known.
        table: The schema and the name of that of the columns, which need not be said before them.
    """
    found = parse(f"SELECT {text}")
    if isinstance(found, SyntaxProblem) or len(found) != 1:
        return None
    select = unwrapped(child(found[0], "stmt"))
    targets = children(select, "targetList")
    if len(targets) != 1 or select.keys() - {"targetList", "limitOption", "op"}:
        return None
    value = child(unwrapped(targets[0]), "val")
    return None if value is None else Forms(kinds, table).operand(value, wanted)


def statement_form(
    text: str, kinds: Mapping[str, str], table: tuple[str, ...] = ()
) -> Hashable | None:
    """Return the form of a statement with what ALTER changes, or ``None`` for a syntax error.

    Args:
        text: The statement, and those that change what it makes.
        kinds: The types of the columns that its expressions may name.
        table: The schema and the name of that of the columns.
    """
    found = parse(text)
    if isinstance(found, SyntaxProblem):
        return None
    whole = as_one([stated for each in found if (stated := child(each, "stmt"))])
    return None if whole is None else Forms(kinds, table).form(whole)


class Forms:
    """The forms of trees.

    Args:
        kinds: The types of columns by name.
        table: The schema and the name of that of the columns, which need not be said before them.
    """

    def __init__(self, kinds: Mapping[str, str], table: tuple[str, ...] = ()) -> None:
        self._columns = kinds
        self._kinds = Kinds(kinds)
        self._table = table
        self._readers: Mapping[str, Callable[[Tree], Hashable]] = {
            "A_Expr": self._operation,
            "BoolExpr": self._junction,
            "TypeCast": self._cast,
            "FuncCall": self._call,
            "CoalesceExpr": self._coalesce,
            "RangeVar": self._relation,
            "DefElem": self._option,
            "FunctionParameter": self._parameter,
            "CreateTrigStmt": self._trigger,
            "ColumnRef": self._column,
            "SubLink": self._query,
            "IndexElem": self._ordered,
            "VariableSetStmt": self._setting,
            "CreateStatsStmt": self._statistics,
        }

    def form(self, node: Json) -> Hashable:
        """Return the form of a tree, whatever it is."""
        if isinstance(node, list):
            return tuple(map(self.form, node))
        if not isinstance(node, dict):
            return node
        if len(node) == 1:
            ((kind, inner),) = node.items()
            reader = self._readers.get(kind)
            if reader is not None and isinstance(inner, dict):
                return reader(inner)
            if kind in {"CreateFunctionStmt", "DefineStmt", "CreateRangeStmt"}:
                return kind, self._definition(node)
        if "names" in node and "typemod" in node:
            return self._type(node)
        if "relname" in node:
            return self._relation(node)
        return tuple((k, self.form(v)) for k, v in sorted(node.items()) if k not in _PASSED)

    def operand(self, node: Tree, beside: str) -> Hashable:
        """Return the form of a value beside one of a type, or where a type is wanted.

        Args:
            node: The value.
            beside: The type; empty where it is unknown.
        """
        cast = child(node, "TypeCast")
        inner, type_ = (child(cast, "arg"), type_name(cast)) if cast is not None else (None, "")
        listed = inner if inner is not None and type_ == beside else node
        array = child(listed, "A_ArrayExpr") if beside.endswith("[]") else None
        if array is not None:  # a cast of it becomes one of each element
            elements = children(array, "elements")
            if listed is not node:
                elements = [_cast_as_element(each, cast or {}) for each in elements]
            return "array", tuple(self.operand(each, beside[:-2]) for each in elements)
        if inner is not None and type_ and modifiers(cast) is None:
            kind = self._kinds.kind(inner)
            same = type_ == beside or (type_, beside) == ("text", "varchar")
            literal = type_ in {"text", "interval"} or number_in(inner) is None
            if kind == "unknown" and same and literal:
                return self._constant(_named(inner) if type_ == "regclass" else inner, type_)
            beside = type_ if (beside, type_) == ("float4", "float8") else beside
            if beside == type_ and 0 <= rank(kind) < rank(type_) and type_ in PROMOTED:
                return self.operand(inner, beside)
            if kind == type_ and kind not in JOINED - set(NUMBERS):  # of a domain
                return self.operand(inner, beside)
            if (kind, type_) == ("varchar", "text") and beside in {"text", "varchar", "unknown"}:
                return self.form(inner)
        return self._constant(node, beside)

    def _constant(self, node: Tree, kind: str) -> Hashable:
        """Return the form of a value, which in quotation marks is one of the type."""
        text = child(child(node, "A_Const") or {}, "sval")
        value = None if text is None else plain_value(string(text, "sval"), kind)
        return self.form(node) if value is None else ("constant", value)

    def _operation(self, node: Tree) -> Hashable:
        how, sign = string(node, "kind"), sign_of(node)
        left, right = child(node, "lexpr"), child(node, "rexpr")
        if how in {"AEXPR_BETWEEN", "AEXPR_NOT_BETWEEN"} and left and right:
            word, parts = _parts({"A_Expr": node})
            return word, tuple(map(self.form, parts))
        if how in {"AEXPR_IN", "AEXPR_OP_ANY", "AEXPR_OP_ALL"} and left and right:
            listed = self._listed(how, sign, left, right)
            if listed is not None:
                return listed
        if how == "AEXPR_OP_ANY" and left and right:
            kind = self._kinds.kind(right)
            if kind.endswith("[]"):
                return how, sign, self.operand(left, kind[:-2]), self.form(right)
        if how in _COMPARED and left and right:
            word = "op" if how in {"AEXPR_OP", *_SIGNS} else how
            return (word, sign, self._kinds.common(left, right), *self._sides(sign, left, right))
        return (
            how,
            self.form(node.get("name")),
            left and self.form(left),
            right and self.form(right),
        )

    def _sides(self, sign: str, left: Tree, right: Tree) -> tuple[Hashable, Hashable]:
        common = self._kinds.common(left, right)
        if common:
            return self.operand(left, common), self.operand(right, common)
        own, other = self._kinds.own(left), self._kinds.own(right)
        if sign == "+" and own in MOMENTS:
            return self.form(left), self.operand(right, "interval")
        if sign == "||" and "unknown" in {own, other} <= {"unknown", *NUMBERS}:
            own = other = "text"
        return self.operand(left, other), self.operand(right, INSIDE.get(sign, (own, ""))[0])

    def _listed(self, how: str, sign: str, left: Tree, right: Tree) -> Hashable | None:
        """Return the form of IN, or of ``= ANY`` with an array that is written out."""
        if how == "AEXPR_IN":
            items = children(unwrapped(right), "items")
        else:
            if (how, sign) not in {("AEXPR_OP_ANY", "="), ("AEXPR_OP_ALL", "<>")}:
                return None
            cast, kind = child(right, "TypeCast"), self._kinds.own(left)
            casts = {"text[]", f"{kind}[]"} if kind else {"text[]"}
            whole = cast is not None and type_name(cast) in casts and modifiers(cast) is None
            array = child(cast, "arg") if cast is not None and whole else right
            if array is None or (listed := child(array, "A_ArrayExpr")) is None:
                return None
            items = children(listed, "elements")
            if array is not right:
                items = [_cast_as_element(each, cast or {}) for each in items]
        kind = self._kinds.own(left)
        values = tuple(self._element(item, kind) for item in items)
        own = self.operand(left, "text" if kind == "text" else kind)
        if how == "AEXPR_IN" and len(items) == 1:
            common = self._kinds.common(left, items[0])
            return ("op", sign, common, *self._sides(sign, left, items[0]))
        return "in", sign, own, values

    def _element(self, item: Tree, kind: str) -> Hashable:
        cast = child(item, "TypeCast")
        inner = child(cast, "arg") if cast is not None else None
        if cast is not None and inner is not None and modifiers(cast) is None:
            type_, own = type_name(cast), self._kinds.kind(inner)
            texts = {"text", "varchar"}
            if own == "unknown" and kind in texts and type_ in texts:
                return self.form(inner)
            if (own, type_) == ("varchar", "text") and kind in texts and "TypeCast" in inner:
                return self._element(inner, kind)  # as the server reads what it wrote
            if own == "int4" and kind == type_ == "int8":  # all of a list have one type
                return self.form(inner)
        return self.operand(item, kind)

    def _junction(self, node: Tree) -> Hashable:
        """Return AND or OR without the parentheses of those inside of it."""
        word = string(node, "boolop")
        arguments = children(node, "args")
        if word == "NOT_EXPR":
            return word, self.form(arguments[0])
        return word, tuple(form for each in arguments for form in self._joined(word, each))

    def _joined(self, word: str, node: Tree) -> Iterator[Hashable]:
        own, parts = _parts(node)
        for part in parts if own == word else ():
            yield from self._joined(word, part)
        if own != word:
            yield self.form(node)

    def _cast(self, node: Tree) -> Hashable:
        inner = child(node, "arg") or {}
        number = number_in(inner)
        if number is not None and modifiers(node) is None:
            if type_name(node) == "int4" and "." not in number:
                value: Json = {"ival": int(number)} if int(number) else {}
                return self.form({"A_Const": {"ival": value}})
            if type_name(node) == "numeric" and "." in number:
                return self.form({"A_Const": {"fval": {"fval": number}}})
        kind = type_name(node) if modifiers(node) is None else ""
        return "cast", self._constant(inner, kind), self.form(node.get("typeName"))

    def _call(self, node: Tree) -> Hashable:
        name, arguments = called(node), children(node, "args")
        found: list[Hashable] = []
        for position, each in enumerate(arguments):
            first = position == 0
            texts = _OF_TEXT.union(*_TEXT_AT[position : position + 1])
            kind = "text" if name in texts else ""
            if first and name in _FIRST_CLASS:
                kind = _FIRST_CLASS[name]
            if name == "position" and self._kinds.kind(arguments[0]) in {"text", "varchar"}:
                kind = "text"
            if (name, len(arguments)) == ("to_timestamp", 1):
                kind = "float8"
            if (name, position) == ("setweight", 1):
                kind = "char"
            found.append(self.operand(each, kind))
        rest = {k: v for k, v in node.items() if k not in {"args", "funcname"}}
        path = strings(children(node, "funcname"))
        path = path if path[:1] == ("pg_catalog",) and name not in _WRITTEN_OUT else path_of(path)
        return "call", path, tuple(found), self.form({**rest, "call": True})

    def _coalesce(self, node: Tree) -> Hashable:
        arguments = children(node, "args")
        kind = self._kinds.own(arguments[0]) if arguments else ""
        return "coalesce", tuple(self.operand(each, kind) for each in arguments)

    def _column(self, node: Tree) -> Hashable:
        fields = children(node, "fields")
        before = strings(fields)[:-1] if len(fields) > 1 else ()
        schema = "".join(self._table[:-1]) or "public"
        own = bool(before) and before == (schema, *self._table[-1:])[-len(before) :]
        return "column", tuple(map(self.form, fields[-1:] if own else fields))

    def _query(self, node: Tree) -> Hashable:
        """Return a query, in which a name without a table may be that of another one."""
        return "query", Forms(self._columns).form({**node, "query": True})

    def _ordered(self, node: Tree) -> Hashable:
        order, nulls = string(node, "ordering"), string(node, "nulls_ordering")
        order = "SORTBY_ASC" if order == "SORTBY_DEFAULT" else order
        nulls = _USUAL_ORDER.get((order, nulls), nulls)
        return "part", self.form({**node, "ordering": order, "nulls_ordering": nulls})

    def _relation(self, node: Tree) -> Hashable:
        own = {k: v for k, v in node.items() if (k, v) != ("schemaname", "public")}
        return tuple((k, self.form(v)) for k, v in sorted(own.items()) if k not in _PASSED)

    def _type(self, node: Tree) -> Hashable:
        names = path_of(strings(children(node, "names")))
        rest = sorted((k, self.form(v)) for k, v in node.items() if k not in {*_PASSED, "names"})
        return "type", names, tuple(rest)

    def _trigger(self, node: Tree) -> Hashable:
        called = path_of(strings(children(node, "funcname")))
        rest = {k: v for k, v in node.items() if k != "funcname"}
        return "trigger", called, self.form({**rest, "trigger": True})

    def _parameter(self, node: Tree) -> Hashable:
        own = {k: v for k, v in node.items() if (k, v) != ("mode", "FUNC_PARAM_DEFAULT")}
        if own.get("mode") == "FUNC_PARAM_IN":
            del own["mode"]
        own |= unlimited(own, "argType")
        if (default := child(own, "defexpr")) is not None:
            value = self.operand(default, type_name({"typeName": own.get("argType")}))
            return value, self._parameter({k: v for k, v in own.items() if k != "defexpr"})
        return tuple((k, self.form(v)) for k, v in sorted(own.items()) if k not in _PASSED)

    def _option(self, node: Tree) -> Hashable:
        name = string(node, "defname").lower()
        value = self.form(node.get("arg"))
        return ("procedure" if name == "function" else name), value

    def _statistics(self, node: Tree) -> Hashable:
        """Return statistics, whose columns and kinds come in any order: all kinds, or none."""
        kinds = frozenset(strings(children(node, "stat_types")))
        columns = sorted(map(self.form, children(node, "exprs")), key=repr)
        name = path_of(strings(children(node, "defnames")))
        rest = {k: v for k, v in node.items() if k not in {"stat_types", "exprs", "defnames"}}
        return name, kinds or _EVERY_KIND, tuple(columns), self.form([rest])

    def _setting(self, node: Tree) -> Hashable:
        """Return a setting, of which the server keeps the text."""
        values = tuple(map(self._said, children(node, "args")))
        return string(node, "kind"), string(node, "name").lower(), values

    def _said(self, node: Tree) -> Hashable:
        constant = child(node, "A_Const") or {}
        for key, usual in (("sval", ""), ("ival", 0), ("fval", "")):
            if (value := child(constant, key)) is not None:
                return str(value.get(key, usual))
        return self.form(node)

    def _definition(self, node: Tree) -> Hashable:
        """Return a statement whose options come in any order."""
        inner = unwrapped(node)
        inner = {**inner, **unlimited(inner, "returnType")}
        if any(string(unwrapped(each), "mode") in _OUT for each in children(inner, "parameters")):
            # They say the type, which a dump says as well.
            inner["returnType"] = {"setof": (child(inner, "returnType") or {}).get("setof", False)}
        listed = ("options", "definition", "params")
        rest = {k: self.form(v) for k, v in inner.items() if k not in {*_PASSED, *listed}}
        for key in ("funcname", "defnames", "typeName"):
            if isinstance(inner.get(key), list):
                rest[key] = path_of(strings(children(inner, key)))
        name = strings(children(inner, "typeName"))
        given = [each for key in listed for each in children(inner, key)]
        options = list(map(self.form, telling(given, name)))
        return tuple(sorted(rest.items())), tuple(sorted(options, key=repr))


def _parts(node: Tree) -> tuple[str, list[Tree]]:
    """Return what AND or OR joins, if that is what a tree is, as BETWEEN is, too."""
    inner, how = unwrapped(node), string(unwrapped(node), "kind")
    if "BoolExpr" in node and string(inner, "boolop") != "NOT_EXPR":
        return string(inner, "boolop"), children(inner, "args")
    if "A_Expr" not in node or how not in {"AEXPR_BETWEEN", "AEXPR_NOT_BETWEEN"}:
        return "", []
    negated = how == "AEXPR_NOT_BETWEEN"
    bounds = children(unwrapped(child(inner, "rexpr")), "items")
    signs = ("<", ">") if negated else (">=", "<=")
    parts: list[Tree] = [
        {
            "A_Expr": {
                "kind": "AEXPR_OP",
                "name": [{"String": {"sval": sign}}],
                "lexpr": child(inner, "lexpr"),
                "rexpr": bound,
            }
        }
        for sign, bound in zip(signs, bounds, strict=True)
    ]
    return ("OR_EXPR" if negated else "AND_EXPR"), parts


def _cast_as_element(value: Tree, cast: Tree) -> Tree:
    """Return a number of an array with the cast of that as its own.

    Args:
        value: An element.
        cast: The cast of the array.
    """
    constant = child(value, "A_Const") or {}
    if not constant.keys() & {"ival", "fval"}:
        return value
    type_ = {k: v for k, v in (child(cast, "typeName") or {}).items() if k != "arrayBounds"}
    return {"TypeCast": {"arg": value, "typeName": type_}}


def _named(literal: Tree) -> Tree:
    """Return the name of a sequence without the schema in which it is found anyway."""
    text = string(child(child(literal, "A_Const") or {}, "sval") or {}, "sval")
    return {"A_Const": {"sval": {"sval": text.removeprefix("public.")}}}
