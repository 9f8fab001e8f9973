"""Comments on what is none of a table's parts.

Depends on: catalog, engine, sql.postgres_objects, postgres_items, postgres_outside, postgres_settings,
postgres_tables, postgres_types.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core.catalog.identifiers import quote
from flash_core.catalog.model import Column, Domain
from flash_core.catalog.names import object_name
from flash_core.catalog.user_types import multirange_name
from flash_core.engine import Engine

from .postgres_items import comparable, place, type_text
from .postgres_outside import bring_comment, brought_comment
from .postgres_settings import trigger_above
from .postgres_tables import add_comment
from .postgres_types import domain_parts

if TYPE_CHECKING:
    from collections.abc import Hashable

    from flash_core.catalog.model import OtherObject
    from flash_core.sql.postgres_objects import Stated

    from .postgres_items import Item, Key, Objects

_COMMENTED: Final = {
    "schema": "schema", "sequence": "sequence", "index": "index", "type": "type",
    "domain": "type", "collation": "collation", "statistic ext": "statistics",
    "fdw": "foreign data wrapper", "foreign server": "server",
    "tsconfiguration": "text search configuration", "tsdictionary": "text search dictionary",
    "tsparser": "text search parser", "tstemplate": "text search template",
}  # fmt: skip


# The kind of what the last word of a name is a part of, or the access method, and whether that is in its key.
_IN_PART: Final = {
    "domconstraint": ("type", 0), "opclass": ("operator class", 1), "opfamily": ("operator family", 1),
}  # fmt: skip
_BY_ARGUMENTS: Final = frozenset(
    {"function", "procedure", "aggregate", "routine", "operator", "cast"}
)
_OF_TABLE: Final = frozenset({"tabconstraint", "trigger", "policy", "rule"})
_AS_WRITTEN: Final = frozenset({"transform", "largeobject"})
_KIND: Final = re.compile(
    r"(?:MATERIALIZED VIEW|EVENT TRIGGER|FOREIGN TABLE|FOREIGN DATA WRAPPER|ACCESS METHOD"
    r"|TEXT SEARCH \w+|OPERATOR CLASS|OPERATOR FAMILY|LARGE OBJECT|PROCEDURAL LANGUAGE|\w+)",
    re.IGNORECASE,
)
_HEAD: Final = re.compile(
    r"COMMENT\s+ON\s+(.*?)\s+IS\s*(?:'|\$|NULL\b|E'|U&')", re.IGNORECASE | re.DOTALL
)
_DROP: Final = re.compile(r"\ADROP \w+ ")
_PUBLIC: Final = re.compile(r'(?<![\w".])(?:public|"public")\s*\.\s*', re.IGNORECASE)
# These the schema may not have made itself: what a comment is about is what its words name.
_UNCERTAIN: Final = frozenset(
    {"opclass", "opfamily", "access method", "language", "fdw", "foreign server", "role"}
    | {"database", "tablespace", "largeobject", "tsconfiguration", "tsdictionary", "tsparser"}
    | {"tstemplate", "transform", "subscription", "conversion"}
)


def add_stated_comment(objects: Objects, other: OtherObject, about: Stated) -> None:
    """Add what COMMENT says, unless it is of what is gone."""
    key = _commented(objects, about)
    found = _HEAD.match(other.text)
    if found is None:
        return
    head = " ".join(found[1].split())
    kind, target = _parts(head)
    if about.on == "routine" and key in objects.items:
        kind = objects.items[key].drop.split()[1]  # ROUTINE is any of three
    target = _target(objects, about, key, target)
    if about.text == _usual(about):
        objects.items.pop(("comment", kind.upper(), target), None)
        return
    if about.on in _UNCERTAIN and key not in objects.items:
        near = objects.mentioned(head)
        key = next(iter(sorted(near)), None)
    elif key == ("schema", "", "public"):
        key = None
    elif key not in objects.items:
        return  # it went with what it is about
    item = add_comment(objects, kind, target, about.text, key)
    if key is not None:
        item.facts = _facts(objects.items[key], about)
    if about.on == "extension":
        item.drop = bring_comment(about.name[-1])
    elif about.on == "schema" and about.name == ("public",):
        item.drop = "COMMENT ON SCHEMA public IS 'standard public schema'"


def _parts(head: str) -> tuple[str, str]:
    """Return the kind of what is commented on, and its name."""
    found = _KIND.match(head)
    kind = found[0].upper().removeprefix("PROCEDURAL ") if found else ""
    return kind, head[len(found[0]) :].lstrip() if found else head


def _usual(about: Stated) -> str | None:
    """Return the comment that an object has without any statement."""
    if about.on == "extension":
        return brought_comment(about.name[-1])
    public = about.on == "schema" and about.text is not None
    return "standard public schema" if public else None


def _target(objects: Objects, about: Stated, key: Key | None, written_: str) -> str:
    """Return what a comment is on in the same words, whoever wrote it."""
    if about.on in _BY_ARGUMENTS and key in objects.items:
        return _DROP.sub("", objects.items[key].drop, count=1)
    if about.on in _BY_ARGUMENTS | _AS_WRITTEN or not about.name:
        return _PUBLIC.sub("", written_)
    names = [quote(part, Engine.POSTGRESQL) for part in about.name]
    path, name = ".".join(names[:-1]), names[-1]
    if about.on in _OF_TABLE:
        return f"{name} ON {path}"
    if about.on == "domconstraint":
        return f"{name} ON DOMAIN {path}"
    if about.on in {"opclass", "opfamily"}:
        return f"{path} USING {name}"
    return ".".join(names)


def _facts(on: Item, about: Stated) -> Hashable:
    """Return what must agree for a comment to stay; what is replaced loses its own."""
    if about.on == "sequence":
        return about.text, on.key[0]  # that of a serial column is none of identity
    if about.on == "domconstraint" and isinstance(on.definition, Domain):
        return about.text, comparable(domain_parts(on.definition).get(about.name[-1], ""))
    return about.text


def _commented(objects: Objects, about: Stated) -> Key | None:
    name = about.name
    if about.on in {"table", "view", "matview", "foreign table"}:
        return objects.relation(name)
    if about.on == "column":
        owner = objects.relation(name[:-1])
        if owner is not None and owner[0] == "table":
            return "column", *owner[1:], name[-1]
        return owner or objects.type(name[:-1])
    if about.on in {"function", "procedure", "aggregate", "routine"}:
        exact = ("routine", *place(name), *map(type_text, about.arguments))
        alike = [k for k in objects.items if k[:3] == exact[:3]]  # arguments may be left out
        return alike[0] if len(alike) == 1 and not about.arguments else exact
    if about.on in _OF_TABLE:
        return _part(objects, about)
    if about.on in _IN_PART:
        kind, parts = _IN_PART[about.on]
        return kind, *place(name[:-1]), *name[len(name) - parts :]
    kind = _COMMENTED.get(about.on, about.on)
    if kind == "sequence":
        return objects.sequence(name)
    if kind == "schema":
        return kind, "", name[-1]
    if kind in _BEHIND and (kind, *place(name)) not in objects.items:
        return _BEHIND[kind](objects, name)
    arguments = map(type_text, about.arguments) if kind in {"operator", "cast"} else ()
    return kind, *(place(name) if name else ("", "")), *arguments


def _not_null(objects: Objects, table: Key, name: str) -> Key | None:
    """Return the column whose NOT NULL has a name."""
    for key in objects.columns(table).values():
        item = objects.items.get(key)
        column = item.definition if item else None
        if isinstance(column, Column) and (column.not_null or column.not_null_name):
            usual = object_name(table[2], column.name, "not_null")
            if (column.not_null_name or usual) == name:
                return key
    return None


def _key_behind(objects: Objects, index: tuple[str, ...]) -> Key | None:
    """Return the constraint that has the index."""
    schema, name = place(index)
    keys = (key for key in objects.items if key[0] == "constraint")
    return next((key for key in keys if (key[1], key[-1]) == (schema, name)), None)


def _range_of(objects: Objects, multirange: tuple[str, ...]) -> Key | None:
    """Return the range that has the multirange type."""
    named = (
        ("type", item.schema.removeprefix("public"), item.name)
        for item in objects.catalog.ranges
        if (item.schema.removeprefix("public"), item.multirange or multirange_name(item.name))
        == place(multirange)
    )
    return next(named, None)


_BEHIND: Final = {"index": _key_behind, "type": _range_of}


def _part(objects: Objects, about: Stated) -> Key | None:
    """Return the constraint, trigger, policy or rule of a relation that a comment is on."""
    name, owner = about.name, objects.relation(about.name[:-1])
    kinds = ("constraint", "reference") if about.on == "tabconstraint" else (about.on,)
    keys = [(kind, *owner[1:], name[-1]) for kind in kinds] if owner else []
    found = next((key for key in keys if key in objects.items), None)
    if about.on == "trigger" and owner:  # a partition has that of the table above
        return found or next(iter(trigger_above(objects, owner, name[-1])), None)
    return _not_null(objects, owner, name[-1]) if found is None and owner else found
