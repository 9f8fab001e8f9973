"""Expressions of SQL/JSON and SQL/XML.

Depends on: nodes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import dataclass

from .nodes import Expression, Node

if TYPE_CHECKING:
    from .expressions import FunctionCall
    from .nodes import TypeName
    from .queries import Query


@dataclass(frozen=True, slots=True)
class JsonFormat(Node):
    """``FORMAT JSON [ENCODING …]``; the encoding as ``UTF8``, ``UTF16`` or ``UTF32``."""

    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class JsonInput(Expression):
    """A value that SQL/JSON reads, and its FORMAT JSON."""

    operand: Expression
    format: JsonFormat | None = None


@dataclass(frozen=True, slots=True)
class JsonBehavior(Node):
    """``NULL``, ``ERROR``, ``DEFAULT``, ``EMPTY ARRAY`` and so on, ON EMPTY or ON ERROR."""

    kind: str
    default: Expression | None = None


@dataclass(frozen=True, slots=True)
class JsonPassing(Node):
    """``value AS name`` after PASSING."""

    name: str
    value: JsonInput


@dataclass(frozen=True, slots=True)
class JsonPathQuery(Expression):
    """``JSON_VALUE``, ``JSON_QUERY`` or ``JSON_EXISTS``, by ``name`` in lower case.

    ``format`` is that of RETURNING; ``wrapper`` and ``quotes`` are ``unconditional``, ``omit``
    and so on, where they are written.
    """

    name: str
    document: JsonInput
    path: Expression
    passing: tuple[JsonPassing, ...] = ()
    returning: TypeName | None = None
    format: JsonFormat | None = None
    on_empty: JsonBehavior | None = None
    on_error: JsonBehavior | None = None
    wrapper: str | None = None
    quotes: str | None = None


@dataclass(frozen=True, slots=True)
class JsonConstructor(Expression):
    """``JSON_OBJECT``, ``JSON_ARRAY``, ``JSON``, ``JSON_SCALAR`` or ``JSON_SERIALIZE``.

    ``keys`` are those of JSON_OBJECT, as many as ``values``; ``query`` is JSON_ARRAY's;
    ``unique`` is WITH UNIQUE KEYS; ``format`` is that of RETURNING.
    """

    name: str
    values: tuple[Expression, ...] = ()
    keys: tuple[Expression, ...] = ()
    query: Query | None = None
    returning: TypeName | None = None
    format: JsonFormat | None = None
    unique: bool = False


@dataclass(frozen=True, slots=True)
class JsonAggregate(Expression):
    """``JSON_OBJECTAGG`` or ``JSON_ARRAYAGG``; ``call`` is the aggregate it stands for."""

    name: str
    call: FunctionCall
    returning: TypeName | None = None
    format: JsonFormat | None = None


@dataclass(frozen=True, slots=True)
class IsJson(Expression):
    """``x IS JSON …``; its negation arrives as NOT."""

    operand: Expression


@dataclass(frozen=True, slots=True)
class XmlFunction(Expression):
    """SQL/XML by the name of the function or test: ``xmlelement``, ``is document``.

    Attributes:
        attributes: XMLATTRIBUTES of XMLELEMENT, the items of XMLFOREST.
        names: Names of these, ``None`` where a column gives its own.
    """

    name: str
    arguments: tuple[Expression, ...] = ()
    attributes: tuple[Expression, ...] = ()
    names: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class XmlSerialize(Expression):
    """``XMLSERIALIZE(… AS type)``."""

    operand: Expression
    type: TypeName
