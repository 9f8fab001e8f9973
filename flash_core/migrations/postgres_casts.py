"""Values of a composite type on their way into another one of its name.

Field by field; a function does it where a value is an element of an array or a field itself, since
USING takes no subquery.  It goes with the old type.

Depends on: catalog, postgres_items, postgres_values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.catalog.model import Composite, Domain

from .postgres_items import quoted, written
from .postgres_values import conversion

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from flash_core.catalog.model import Column
    from flash_core.sql.syntax import TypeName

    from .postgres_items import Key, Objects


def aside(key: Key) -> Key:
    """Return the key under which a type waits until nothing has it any more."""
    return (*key[:2], f"{key[2][:55]}__old", *key[3:])


class Casts:
    """What makes new values of old ones.

    Args:
        old: The schema as it is.
        new: The schema as it should be.
        swapped: Types that another takes the place of.
    """

    def __init__(self, old: Objects, new: Objects, swapped: AbstractSet[Key]) -> None:
        self.old = old
        self.new = new
        self.composites = {
            key
            for key in swapped
            if isinstance(old.items[key].definition, Composite)
            and isinstance(new.items[key].definition, Composite)
        }
        self.functions = set(self._inner())

    def _inner(self) -> Iterator[Key]:
        """Yield the composites whose values are elements or fields of others."""
        for item in self.old.items.values():
            definition = item.definition
            columns = definition.columns if isinstance(definition, Composite) else ()
            for column in columns if item.key in self.composites else ():
                yield from self._kind(self.old, column) & self.composites
            if item.key[0] == "column" and item.needs & self.composites:
                for key in item.needs & self.composites:
                    if self._is_array(item.definition):
                        yield key

    def _kind(self, objects: Objects, column: Column) -> set[Key]:
        found = None if column.type is None else objects.type(column.type.parts)
        return set() if found is None else {found}

    def _is_array(self, column: object) -> bool:
        type_ = getattr(column, "type", None)
        return bool(type_ is not None and type_.dimensions)

    def value(self, expression: str, before: Column, after: Column) -> str:
        """Return the expression that makes a value of the new type.

        Args:
            expression: What has the value.
            before: The column or field that it is in.
            after: What it should be.
        """
        was, now = self._kind(self.old, before), self._kind(self.new, after)
        bases = _base(self.old, was), _base(self.new, now)
        if bases != (was, now) and bases[0] == bases[1] and set() < bases[0] <= self.composites:
            base = min(bases[0])
            row = self._row(expression, base, written(base))
            return f"({row})::{after.type_text}" if not _dimensions(after) else row
        if before.type is None or after.type is None or not was | now:
            return conversion(expression, before.type, after.type, after.type_text)
        if was == now and was <= self.functions and _dimensions(before) == _dimensions(after):
            return f"{written(_function(min(was)))}({expression})"
        if was == now and was <= self.composites and not after.type.dimensions:
            return self._row(expression, min(was), after.type_text)
        plain = plain_type(self.old, before.type), plain_type(self.new, after.type)
        if not any(each is None for each in plain) and not before.type.dimensions:
            return conversion(expression, *plain, after.type_text)
        through = "::text[]" if before.type.dimensions and after.type.dimensions else "::text"
        return f"{expression}{through}::{after.type_text}"

    def _row(self, expression: str, key: Key, type_text: str) -> str:
        """Return a row with the fields that both types have."""
        old, new = self.old.items[key].definition, self.new.items[key].definition
        if not isinstance(old, Composite) or not isinstance(new, Composite):
            return expression
        before = {column.name: column for column in old.columns}
        fields = [
            self.value(f"({expression}).{quoted(column.name)}", before[column.name], column)
            if column.name in before
            else "NULL"
            for column in new.columns
        ]
        row = f"ROW({', '.join(fields)})::{type_text}"
        # A row of nothing but NULL is no NULL.
        return f"CASE WHEN {expression} IS DISTINCT FROM NULL THEN {row} END"

    def created(self, key: Key) -> str:
        """Return what makes the functions of a type, or nothing."""
        if key not in self.functions:
            return ""
        name, was, now = (written(each) for each in (_function(key), aside(key), key))
        head = f"CREATE FUNCTION {name}({was}{{0}}) RETURNS {now}{{0}} LANGUAGE sql AS $$"
        line = f"SELECT array_agg({name}($1[i]) ORDER BY i) FROM generate_subscripts($1, 1) AS i"  # noqa: S608 - quoted
        inner = (
            f"SELECT array_agg({name}($1[i][j]) ORDER BY j) FROM generate_subscripts($1, 2) AS j"  # noqa: S608 - quoted
        )
        plane = f"SELECT array_agg(({inner}) ORDER BY i) FROM generate_subscripts($1, 1) AS i"  # noqa: S608 - quoted
        return (
            f";\n{head.format('')}\n    SELECT {self._row('$1', key, now)}\n$$"
            f";\n{head.format('[]')}\n    SELECT CASE array_ndims($1)"
            f"\n        WHEN 1 THEN ({line})\n        WHEN 2 THEN ({plane})"
            f"\n        ELSE $1::text[]::{now}[]\n    END\n$$"
        )

    def dropped(self, key: Key) -> str:
        """Return what drops the functions of a type, or nothing."""
        if key not in self.functions:
            return ""
        name, was = written(_function(key)), written(aside(key))
        return f"DROP FUNCTION {name}({was}[]);\nDROP FUNCTION {name}({was});\n"


def _base(objects: Objects, keys: set[Key]) -> set[Key]:
    """Return the type that a domain is over, whatever is between them."""
    for key in keys:
        definition = objects.items[key].definition
        if isinstance(definition, Domain) and not definition.type.dimensions:
            found = objects.type(definition.type.parts)
            return _base(objects, set() if found is None else {found})
    return keys


def plain_type(objects: Objects, type_: TypeName) -> TypeName | None:
    """Return a type of the server, or the one that a domain is over, whatever is between them.

    Args:
        objects: The schema.
        type_: Some type of it.

    Returns:
        ``None`` where it is no domain, but of the schema all the same.
    """
    key = objects.type(type_.parts)
    if key is None:
        return type_
    item = objects.items.get(key)
    definition = item.definition if item else None
    if type_.dimensions or not isinstance(definition, Domain):
        return None
    return plain_type(objects, definition.type)


def _function(key: Key) -> Key:
    return (*key[:2], f"{key[2][:55]}__new")


def _dimensions(column: Column) -> bool:
    return bool(column.type is not None and column.type.dimensions)
