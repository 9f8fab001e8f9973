"""What the catalog keeps as text, as items: functions, triggers, policies, settings, comments.

A later statement about the same thing counts: a sequence that is altered, a trigger that is
disabled and enabled again.

Depends on: catalog, sql.lexer, sql.postgres_objects, postgres_items, postgres_sequences,
postgres_settings.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from flash_core.catalog.objects import created, unquoted
from flash_core.catalog.text import closed, identifier, normalized
from flash_core.sql.lexer import tokenize
from flash_core.sql.postgres_objects import Stated, Typed, stated
from flash_core.sql.token import LAYOUT

from .postgres_items import PG, Item, place, quoted, shown, written
from .postgres_sequences import Sequence, changed, sequence
from .postgres_settings import add_setting
from .postgres_tables import add_comment, add_owner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flash_core.catalog.model import Catalog, OtherObject

    from .postgres_items import Key, Objects

_ROUTINES: Final = frozenset({"function", "procedure", "aggregate"})
_ON_TABLE: Final = frozenset({"trigger", "policy", "rule"})
# What text can mention beside types and routines.
_ANNOUNCED: Final = frozenset(
    {"operator", "operator class", "text search configuration", "text search dictionary"}
    | {"server", "foreign data wrapper"}
)
_CHANGES: Final = frozenset(
    {
        "alter publication",
        "alter routine",
        "alter text search configuration",
        "alter text search dictionary",
    }
)
_UPDATES: Final = frozenset({"alter extension"})
_GRANT: Final = re.compile(
    r"(GRANT|REVOKE)\s+(?:GRANT\s+OPTION\s+FOR\s+)?(.*)\s+(?:TO|FROM)\s+(.*?)"
    r"(?:\s+WITH\s+GRANT\s+OPTION)?\s*(?:CASCADE|RESTRICT)?\Z",
    re.IGNORECASE | re.DOTALL,
)

# What everybody may do unless it is revoked; to grant what nobody had would be a hole.
_HAS_BY_DEFAULT: Final = re.compile(
    r"(?i)\bON\s+(?:ALL\s+)?(?:FUNCTION|PROCEDURE|ROUTINE|TYPE|DOMAIN|LANGUAGE|DATABASE)S?\b"
    r".*\bFROM\s+PUBLIC\b"
)
_TARGET: Final = re.compile(r"(?i)ALTER STATISTICS (\S+) SET STATISTICS (\S+)\Z")
_SPLIT: Final = 3  # what GRANT or REVOKE stands between
# A name before a type, which may be that of a relation.
_PARAMETER: Final = re.compile(
    r"([(,])\s*(?:(?:IN|OUT|INOUT|VARIADIC)\s+)?(?:\"(?:[^\"]|\"\")+\"|\w+)\s+(?!DEFAULT\b)(?=[\"\w])",
    re.IGNORECASE,
)
_REPLACE: Final = re.compile(r"CREATE\s+OR\s+REPLACE\s+", re.IGNORECASE)

_stated = lru_cache(maxsize=20_000)(stated)


def _about(text: str) -> Stated | None:
    return _stated(text)


def announced(catalog: Catalog) -> Iterator[Key]:
    """Yield the keys of what text may mention."""
    for other in catalog.others:
        about = _about(other.text)
        if about is not None and (key := _key(about)) is not None:
            yield key


def _key(about: Stated) -> Key | None:
    if about.kind in _ROUTINES:
        return "routine", *place(about.name), *map(_type_text, about.arguments)
    if about.kind in {"sequence", "type", "collation", "statistics"}:
        return about.kind, *place(about.name)
    if about.kind in _ANNOUNCED:
        return about.kind, *place(about.name), *map(_type_text, about.arguments)
    return None


def _type_text(typed: Typed) -> str:
    return ".".join(map(quoted, typed.path)) + "[]" * typed.dimensions


def signature(key: Key) -> str:
    """Return a routine as DROP writes it."""
    return f"{written(key)}({', '.join(key[3:])})"


def add_kept(objects: Objects) -> None:
    """Add all that a catalog keeps as text."""
    later: list[tuple[OtherObject, Stated]] = []
    for other in objects.catalog.others:
        about = _about(other.text)
        if about is None:
            _add_unknown(objects, other)
        elif about.kind in {"comment", "setting", "grant"}:
            later.append((other, about))
        else:
            _add(objects, other, about)
    for other, about in later:
        if about.kind == "comment":
            _add_comment(objects, other, about)
        elif about.kind == "setting":
            add_setting(objects, other.text, about)
        else:
            _add_grant(objects, other)


def _add_unknown(objects: Objects, other: OtherObject) -> None:
    """Keep what is not understood: it can stay, and come or go where its words say how."""
    made = created(other.text)
    text = normalized(other.text, PG)
    if found := _TARGET.match(text):
        _add_target(objects, other, found)
        return
    if objects.items.pop(("other", _revoked(text)), None) is not None:
        return  # a later statement takes it back
    key: Key = ("other", *made) if made else ("other", text)
    item = objects.add(Item(key, f"{made[0].lower()} {made[1]}" if made else text[:60]))
    item.create = closed(other.text, PG)
    item.facts = text
    item.needs = objects.mentioned(other.text)
    if made:
        item.drop = f"DROP {made[0]} {'.'.join(map(quoted, made[1].split('.')))}"
    elif text.upper().startswith("ALTER DEFAULT PRIVILEGES"):
        item.drop = _revoked(text)


def _add_target(objects: Objects, other: OtherObject, found: re.Match[str]) -> None:
    """Add how exact extended statistics are to be."""
    about = ("statistics", *place(tuple(unquoted(found[1]).split("."))))
    key = ("setting", *about, "target")
    if about not in objects.items or found[2].lower() in {"-1", "default"}:
        objects.items.pop(key, None)
        return
    item = objects.add(Item(key, f"target of statistics {found[1]}", inside=about))
    item.create = closed(other.text, PG)
    item.drop = f"ALTER STATISTICS {written(about)} SET STATISTICS -1"
    item.facts, item.needs = found[2], {about}


def _revoked(text: str) -> str:
    parts = re.split(r"\b(GRANT|REVOKE)\b", text, maxsplit=1, flags=re.IGNORECASE)
    if len(parts) != _SPLIT:
        return ""
    before, word, rest = parts
    found = _GRANT.match(f"{word} {rest.strip()}")
    if found is None:
        return ""
    forward = word.upper() == "GRANT"
    return (
        f"{before}{'REVOKE' if forward else 'GRANT'} {found[2]}"
        f" {'FROM' if forward else 'TO'} {found[3]}"
    )


def _add_grant(objects: Objects, other: OtherObject) -> None:
    text = normalized(other.text, PG)
    undo = _revoked(text)
    if objects.items.pop(("grant", undo), None) is not None:
        return
    item = objects.add(Item(("grant", text), text[:60]))
    item.create = closed(other.text, PG)
    item.drop = "" if undo.startswith("GRANT") and not _HAS_BY_DEFAULT.search(text) else undo
    item.facts = text
    found = re.search(r"\bON\s+(.*?)\s+(?:TO|FROM)\s", text, re.IGNORECASE)
    item.needs = objects.mentioned(found[1]) if found else set()
    if len(item.needs) == 1:
        item.inside = next(iter(item.needs))


def _add(objects: Objects, other: OtherObject, about: Stated) -> None:
    kind = about.kind
    if kind == "sequence":
        _add_sequence(objects, other, about)
    elif kind == "alter sequence":
        _alter_sequence(objects, about)
    elif kind in _ROUTINES:
        _add_routine(objects, other, about)
    elif kind in _ON_TABLE:
        _add_on_table(objects, other, about)
    elif kind == "alter event trigger":
        _add_event_state(objects, other, about)
    elif kind in _CHANGES:
        _change(objects, other, about)
    elif kind in {"alter server", "alter foreign data wrapper", "alter user mapping"} | _UPDATES:
        _change_outside(objects, other, about)
    else:
        _add_plain(objects, other, about)


def _add_sequence(objects: Objects, other: OtherObject, about: Stated) -> None:
    key = ("sequence", *place(about.name))
    item = objects.add(Item(key, f"sequence {shown(key)}"))
    parameters = sequence("int8", about.options)
    _describe_sequence(item, replace(parameters, unlogged=" UNLOGGED " in other.text[:20].upper()))
    _own(objects, key, dict(about.options))


def _describe_sequence(item: Item, parameters: Sequence) -> None:
    item.definition = parameters
    item.facts = (parameters,)
    unlogged = "UNLOGGED " if parameters.unlogged else ""
    create = (
        f"CREATE {unlogged}SEQUENCE {written(item.key)} AS {parameters.type_name}"
        f" {parameters.clauses}"
    )
    _, found, rest = item.create.partition(";\n")
    item.create = create + found + rest
    item.drop = f"DROP SEQUENCE {written(item.key)}"


def _alter_sequence(objects: Objects, about: Stated) -> None:
    key = ("sequence", *place(about.name))
    item = objects.items.get(key)
    if item is None or not isinstance(item.definition, Sequence):
        return
    _describe_sequence(item, changed(item.definition, about.options))
    _own(objects, key, dict(about.options))


def _own(objects: Objects, key: Key, options: dict[str, str | None]) -> None:
    """Note to which column a sequence belongs."""
    owner = options.get("owned_by")
    if owner is None:
        return
    item = objects.items[key]
    if owner.lower() == "none":
        objects.items.pop(("owned", *key[1:]), None)
        item.inside = None
        return
    *path, column = owner.split(".")
    relation = objects.relation(tuple(path)) if path else None
    target = None if relation is None else ("column", *relation[1:], column)
    if target is None or target not in objects.items:
        del objects.items[key]  # it went with the column
        objects.items.pop(("owned", *key[1:]), None)
    elif not item.serial:
        item.inside = target
        add_owner(objects, key, target)


def _add_routine(objects: Objects, other: OtherObject, about: Stated) -> None:
    key = ("routine", *place(about.name), *map(_type_text, about.arguments))
    item = objects.add(Item(key, f"{about.kind} {shown(key[:3])}", definition=about))
    item.create = closed(other.text, PG)
    arguments = ", ".join(key[3:])
    if about.kind == "aggregate":
        arguments = arguments or "*"
    item.drop = f"DROP {about.kind.upper()} {written(key)}({arguments})"
    item.facts = _REPLACE.sub("CREATE ", normalized(other.text, PG), count=1)
    outside = other.text
    if about.body:
        outside = _PARAMETER.sub(r"\1 ", outside.replace(about.body, " "))
    mentioned = objects.mentioned(outside) - {key}
    item.needs = {k for k in mentioned if k[0] in {"type", "table", "view", "routine", "sequence"}}
    if about.body:
        # What a text does is looked at when it runs; the first line says what it declares.
        item.needs -= {k for k in item.needs if k[0] in {"routine", "sequence"}}
        item.wants = objects.mentioned(about.body) - {key}
        item.wants |= objects.columns_in(
            about.body, [k for k in item.wants if k[0] == "table"], every="*" in about.body
        )
        if about.language == "sql":
            item.wants |= {
                c for k in item.wants if k[0] == "table" for c in objects.columns(k).values()
            }
    else:
        tables = [k for k in item.needs if k[0] == "table"]
        item.needs |= objects.columns_in(outside, tables)


def _change(objects: Objects, other: OtherObject, about: Stated) -> None:
    """Let what ALTER says be part of what makes an object."""
    kind = about.kind.removeprefix("alter ")
    key = (kind, *place(about.name), *map(_type_text, about.arguments))
    item = objects.items.get(key)
    if item is None:
        same = [k for k in objects.items if k[:3] == key[:3]]
        item = objects.items[same[0]] if len(same) == 1 and not about.arguments else None
    if item is None:
        return
    item.create = f"{item.create};\n{closed(other.text, PG)}"
    item.facts = (item.facts, normalized(other.text, PG))
    item.needs |= {k for k in objects.mentioned(other.text) if k[0] in _ANNOUNCED} - {item.key}


def _change_outside(objects: Objects, other: OtherObject, about: Stated) -> None:
    """Fold what ALTER says of an extension, a server and what is reached through it."""
    kind = about.kind.removeprefix("alter ")
    key = (kind, "", *about.name)
    item = objects.items.get(key)
    if item is None or not isinstance(item.definition, Stated):
        return
    made = item.definition
    options = dict(made.options)
    options.update(about.options)
    kept = tuple((name, value) for name, value in options.items() if value is not None)
    table = made.table
    if kind == "server" and about.text is not None:
        table = (made.table[0], about.text, made.table[2])
    item.create = f"{item.create};\n{closed(other.text, PG)}"
    _describe(item, replace(made, options=kept, table=table))


def _describe(item: Item, about: Stated) -> None:
    """Note what an extension, server, wrapper or user mapping is."""
    options: dict[str, str | None] = dict(about.options)
    item.definition = about
    if about.kind == "extension":
        item.facts = (options.get("schema") or "public", options.get("new_version"))
        if above := options.get("schema"):
            item.needs.add(("schema", "", above))
    elif about.kind in {"server", "foreign data wrapper", "user mapping"}:
        item.facts = (about.table, about.signature, tuple(sorted(options.items())))


def _add_event_state(objects: Objects, other: OtherObject, about: Stated) -> None:
    """Add whether an event trigger fires; ``O`` is how it comes."""
    owner = ("event trigger", *place(about.name))
    key = ("setting", *owner, "state")
    if owner not in objects.items or about.text == "O":
        objects.items.pop(key, None)
        return
    item = objects.add(Item(key, f"state of event trigger {shown(owner)}", inside=owner))
    item.create, item.facts, item.needs = closed(other.text, PG), about.text, {owner}
    item.drop = f"ALTER EVENT TRIGGER {written(owner)} ENABLE"


def _add_on_table(objects: Objects, other: OtherObject, about: Stated) -> None:
    owner = objects.relation(about.table)
    if owner is None:
        return
    name = about.name[0]
    key = (about.kind, *owner[1:3], name)
    item = objects.add(Item(key, f"{about.kind} {name} on {shown(owner)}", inside=owner))
    item.create = _REPLACE.sub("CREATE ", closed(other.text, PG), count=1)
    item.drop = f"DROP {about.kind.upper()} {quoted(name)} ON {written(owner)}"
    item.facts = comparable(item.create)
    item.needs = objects.mentioned(other.text)
    tables = [k for k in item.needs if k[0] == "table"]
    item.needs |= {owner} | objects.columns_in(other.text, tables)


def comparable(text: str) -> tuple[str, ...]:
    """Return the tokens of a text, as they are whether a person or the server wrote it."""
    found: list[str] = []
    for token in tokenize(text, PG):
        if token.kind in LAYOUT:
            continue
        name = identifier(token, PG)
        found.append(token.text if name is None else f'"{name}"')
        if found[-2:] == ['"public"', "."]:
            del found[-2:]
        elif found[-2:] == ['"execute"', '"procedure"']:
            found[-1] = '"function"'
    return tuple(found)


def _add_plain(objects: Objects, other: OtherObject, about: Stated) -> None:
    schema, name = place(about.name) if about.name else ("", "")
    arguments = tuple(map(_type_text, about.arguments))
    key = (about.kind, schema, name, *arguments)
    target, family = written(key) if about.name else "", ""
    if about.kind == "operator":
        target = f"{quoted(schema) + '.' if schema else ''}{name} ({', '.join(arguments)})"
    elif about.kind == "cast":
        target = f"({' AS '.join(arguments)})"
    elif about.kind in {"operator class", "operator family"}:
        target += f" USING {quoted(about.on)}"
        if about.kind == "operator class" and "FAMILY" not in other.text.upper():
            family = f"DROP OPERATOR FAMILY {target}"  # which was made for it
    elif about.kind == "user mapping":
        user, server = about.name
        role = user.upper() if user in _ROLES else quoted(user)
        key, target = (about.kind, "", user, server), f"FOR {role} SERVER {quoted(server)}"
    item = objects.add(Item(key, f"{about.kind} {target}"))
    item.create = closed(other.text, PG)
    item.drop = family or f"DROP {about.kind.upper()} {target}"
    item.facts = normalized(other.text, PG)
    item.needs = objects.mentioned(other.text) - {key}
    _describe(item, about)
    if about.kind == "publication":
        tables = [k for k in item.needs if k[0] == "table"]
        item.needs |= objects.columns_in(other.text, tables)
    if about.kind == "statistics" and (owner := objects.relation(about.table)):
        item.inside = owner
        item.needs |= {owner} | objects.columns_in(other.text, [owner])


_ROLES: Final = frozenset({"public", "current_user", "session_user", "current_role"})
_COMMENTED: Final = {
    "schema": "schema", "sequence": "sequence", "index": "index", "type": "type",
    "domain": "type", "collation": "collation", "statistic ext": "statistics",
}  # fmt: skip


# What a comment of theirs is about is not looked for.
_UNCERTAIN: Final = frozenset(
    {"cast", "opclass", "opfamily", "access method", "language", "fdw", "foreign server", "role"}
    | {"database", "tablespace", "large object", "tsconfiguration", "tsdictionary", "tsparser"}
    | {"tstemplate", "transform", "subscription"}
)


def _add_comment(objects: Objects, other: OtherObject, about: Stated) -> None:
    """Add a comment on what is none of a table's parts."""
    key = _commented(objects, about)
    found = re.match(
        r"COMMENT\s+ON\s+(.*?)\s+IS\s+(?:'|NULL|[eE]')", other.text, re.IGNORECASE | re.DOTALL
    )
    if found is None:
        return
    head = " ".join(found[1].split())
    kind, _, target = head.partition(" ")
    for two in ("MATERIALIZED VIEW", "EVENT TRIGGER", "FOREIGN TABLE", "ACCESS METHOD"):
        if head.upper().startswith(two):
            kind, target = two, head[len(two) + 1 :]
    usual = about.on == "schema" and about.text == "standard public schema"
    if about.text is None or usual:
        objects.items.pop(("comment", kind.upper(), target), None)
        return
    if about.on in _UNCERTAIN:
        near = objects.mentioned(head)
        key = next(iter(sorted(near)), None)
    elif key == ("schema", "", "public"):
        key = None
    elif key not in objects.items:
        return  # it went with what it is about
    item = add_comment(objects, kind, target, about.text, key)
    if about.on == "schema" and about.name == ("public",):
        item.drop = "COMMENT ON SCHEMA public IS 'standard public schema'"


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
        return "routine", *place(name), *map(_type_text, about.arguments)
    if about.on in {"tabconstraint", "trigger", "policy", "rule"}:
        owner = objects.relation(name[:-1])
        kinds = ("constraint", "reference") if about.on == "tabconstraint" else (about.on,)
        keys = [(kind, *owner[1:], name[-1]) for kind in kinds] if owner else []
        return next((key for key in keys if key in objects.items), None)
    if about.on == "domconstraint":
        return "type", *place(name[:-1])
    kind = _COMMENTED.get(about.on, about.on)
    if kind == "schema":
        return kind, "", name[-1]
    if kind == "index" and (kind, *place(name)) not in objects.items:
        return _key_behind(objects, name)
    arguments = map(_type_text, about.arguments) if kind == "operator" else ()
    return kind, *place(name), *arguments


def _key_behind(objects: Objects, index: tuple[str, ...]) -> Key | None:
    """Return the constraint that has the index."""
    schema, name = place(index)
    keys = (key for key in objects.items if key[0] == "constraint")
    return next((key for key in keys if (key[1], key[-1]) == (schema, name)), None)
