"""What the catalog keeps as text, as items: functions, triggers, policies, settings, comments.

A later statement about the same thing counts: a sequence that is altered, a trigger that is
disabled and enabled again.

Depends on: catalog, sql.lexer, sql.postgres_objects, postgres_comments, postgres_grants,
postgres_items, postgres_numbering, postgres_outside, postgres_publications, postgres_settings.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from flash_core.catalog.objects import created, unquoted, unquoted_parts
from flash_core.catalog.text import closed, normalized
from flash_core.sql.postgres_objects import Stated, Typed, stated

from .postgres_comments import add_stated_comment
from .postgres_grants import add_grants, is_grant
from .postgres_items import PG, Item, comparable, place, quoted, said, shown, type_text, written
from .postgres_numbering import add_sequence, alter_sequence, forget_lost, log_sequence
from .postgres_outside import change_outside, describe
from .postgres_publications import add_publication, change_publication
from .postgres_settings import add_setting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flash_core.catalog.model import Catalog, OtherObject

    from .postgres_items import Key, Objects

_ROUTINES: Final = frozenset({"function", "procedure", "aggregate"})
_OUTSIDE: Final = frozenset({"type", "table", "view", "routine", "sequence", "collation"})
_ON_TABLE: Final = frozenset({"trigger", "policy", "rule"})
# What text can mention beside types and routines.
_ANNOUNCED: Final = frozenset(
    {
        "operator",
        "operator class",
        "operator family",
        "text search configuration",
        "text search dictionary",
        "text search parser",
        "text search template",
    }
    | {"server", "foreign data wrapper"}
)
_CHANGES: Final = frozenset(
    {
        "alter policy",
        "alter routine",
        "alter text search configuration",
        "alter text search dictionary",
    }
)
_UPDATES: Final = frozenset({"alter extension"})
_MEMBERSHIP: Final = re.compile(
    r"(?i)(GRANT|REVOKE)\s+((?:(?!\bON\b|\bFOR\b).)+?)\s+(?:TO|FROM)\s+(.+?)(?:\s+WITH\s.*)?\Z"
)
_TARGET: Final = re.compile(r"(?i)ALTER STATISTICS (\S+) SET STATISTICS (\S+)\Z")
# A name before a type, which may be that of a relation.
_PARAMETER: Final = re.compile(
    r"([(,])\s*(?:(?:IN|OUT|INOUT|VARIADIC)\s+)?(?:\"(?:[^\"]|\"\")+\"|\w+)\s+(?!DEFAULT\b)(?=[\"\w])",
    re.IGNORECASE,
)
_OF_COLUMN: Final = re.compile(
    r'((?:(?:"(?:[^"]|"")+"|[\w$]+)\.)+(?:"(?:[^"]|"")+"|[\w$]+))%TYPE\b', re.IGNORECASE
)
_DECLARED: Final = re.compile(r"(?is)\bDECLARE\b(.*?)\bBEGIN\b")
_STAR: Final = re.compile(r"(?:\bSELECT|\bDISTINCT|\bRETURNING|[.,])\s*\*", re.IGNORECASE)
# A dump says what a copy of a collation of the server is.
_STANDARD: Final = re.compile(
    r"(?i)(?<=\s)FROM\s+(?:pg_catalog\s*\.\s*)?\"(C|POSIX)\"\s*\Z|\(\s*locale\s*=\s*'(C|POSIX)'\s*\)\s*\Z"
)
_REPLACE: Final = re.compile(r"CREATE\s+(?:OR\s+REPLACE\s+)?", re.IGNORECASE)

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
        return "routine", *place(about.name), *map(type_text, about.arguments)
    if about.kind in {"sequence", "type", "collation", "statistics"}:
        return about.kind, *place(about.name)
    if about.kind in _ANNOUNCED:
        return about.kind, *place(about.name), *map(type_text, about.arguments), *_method(about)
    return None


def _method(about: Stated) -> Key:
    """Return the access method, which tells operator classes and families from namesakes."""
    return (about.on,) if about.kind in {"operator class", "operator family"} else ()


def add_kept(objects: Objects) -> None:
    """Add all that a catalog keeps as text."""
    later: list[tuple[OtherObject, Stated]] = []
    grants: list[OtherObject] = []
    for other in objects.catalog.others:
        if is_grant(other):
            grants.append(other)
            continue
        about = _about(other.text)
        if about is None:
            _add_unknown(objects, other)
        elif about.kind in {"comment", "setting"}:
            later.append((other, about))
        else:
            _add(objects, other, about)
    forget_lost(objects)
    for other, about in later:
        if about.kind == "comment":
            add_stated_comment(objects, other, about)
        elif about.on == "sequence":
            log_sequence(objects, about)
        else:
            add_setting(objects, other.text, about)
    add_grants(objects, grants)


def _add_unknown(objects: Objects, other: OtherObject) -> None:
    """Keep what is not understood: it can stay, and come or go where its words say how."""
    made = created(other.text)
    text = normalized(other.text, PG)
    if found := _TARGET.match(text):
        _add_target(objects, other, found)
        return
    member = _MEMBERSHIP.match(text)
    if member and member[1].upper() == "REVOKE":
        objects.items.pop(("other", said(f"GRANT {member[2]} TO {member[3]}")), None)
        return
    key: Key = ("other", *made) if made else ("other", said(text))
    if member:
        key = ("other", said(f"GRANT {member[2]} TO {member[3]}"))
    item = objects.add(Item(key, f"{made[0].lower()} {made[1]}" if made else text[:60]))
    item.create = closed(other.text, PG)
    item.facts = comparable(text)
    item.needs = objects.mentioned(other.text)
    if made:
        item.drop = f"DROP {made[0]} {'.'.join(map(quoted, made[1].split('.')))}"
    elif member:
        item.drop = f"REVOKE {member[2]} FROM {member[3]}"


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
    columns = {k for k in objects.items[about].needs if k[0] == "column"}
    item.facts, item.needs = found[2], {about} | columns


def _add(objects: Objects, other: OtherObject, about: Stated) -> None:
    kind = about.kind
    if kind == "sequence":
        add_sequence(objects, other, about)
    elif kind == "alter sequence":
        alter_sequence(objects, about)
    elif kind in _ROUTINES:
        _add_routine(objects, other, about)
    elif kind in _ON_TABLE:
        _add_on_table(objects, other, about)
    elif kind == "alter event trigger":
        _add_event_state(objects, other, about)
    elif kind == "publication":
        add_publication(objects, other, about)
    elif kind == "alter publication":
        change_publication(objects, other, about)
    elif kind in _CHANGES:
        _change(objects, other, about)
    elif kind in {"alter server", "alter foreign data wrapper", "alter user mapping"} | _UPDATES:
        change_outside(objects, other, about)
    else:
        _add_plain(objects, other, about)


def _add_routine(objects: Objects, other: OtherObject, about: Stated) -> None:
    key = ("routine", *place(about.name), *map(type_text, about.arguments))
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
    item.needs = {k for k in mentioned if k[0] in _OUTSIDE} | _typing(objects, outside)
    if about.body:
        # What a text does is looked at when it runs; the first line says what it declares.
        item.needs -= {k for k in item.needs if k[0] in {"routine", "sequence"}}
        item.wants = {
            k for k in objects.mentioned(about.body) if not _is_itself(key, k, about.body)
        }
        item.wants |= objects.columns_in(
            about.body, [k for k in item.wants if k[0] == "table"], every="*" in about.body
        )
        if about.language == "sql":
            tables = [k for k in (*item.wants, *item.needs) if k[0] == "table"]
            item.wants |= {column for k in tables for column in objects.columns(k).values()}
        else:  # but for the types of variables, what is called and read is looked at when it runs
            item.unseen = item.wants - objects.mentioned(_declared(about.body))
    else:
        tables = [k for k in item.needs if k[0] == "table"]
        star = _STAR.search(outside) is not None
        columns = objects.columns_in(outside, tables, every=star)
        item.needs |= columns
        if star:  # it means the columns that there are when the routine is made
            item.facts = (item.facts, frozenset(columns))


def _declared(body: str) -> str:
    """Return what a PL/pgSQL body declares, which must be there when it is made."""
    return " ".join(_DECLARED.findall(body))


def _is_itself(key: Key, other: Key, body: str) -> bool:
    """Tell whether a body that has the name of its own routine does not mean a namesake by it.

    It is written before the names of parameters, too: ``add_step.slug``.
    """
    if other[:3] != key[:3]:
        return False
    return other == key or not re.search(rf'(?i)\b{re.escape(key[2])}"?\s*\(', body)


def _typing(objects: Objects, text: str) -> set[Key]:
    """Return the columns whose types a routine takes for its own: ``users.id%TYPE``."""
    found: set[Key] = set()
    for written_ in _OF_COLUMN.findall(text):
        *path, column = unquoted_parts(written_)
        table = objects.relation(tuple(path))
        key = objects.columns(table).get(column) if table is not None else None
        found |= {key} if key is not None else set()
    return found


def _change(objects: Objects, other: OtherObject, about: Stated) -> None:
    """Let what ALTER says be part of what makes an object."""
    kind = about.kind.removeprefix("alter ")
    key = (kind, *place(about.name), *map(type_text, about.arguments))
    if kind == "policy" and (owner := objects.relation(about.table)):
        key = (kind, *owner[1:3], *about.name)
    item = objects.items.get(key)
    if item is None:
        same = [i for k, i in objects.items.items() if k[:3] == key[:3]]
        found = [i for i in same if not about.arguments or _parameters(i) == about.arguments]
        item = found[0] if len(found) == 1 else None
    if item is None:
        return
    item.create = f"{item.create};\n{closed(other.text, PG)}"
    item.facts = (item.facts, comparable(other.text))
    item.needs |= {k for k in objects.mentioned(other.text) if k[0] in _ANNOUNCED} - {item.key}


def _parameters(item: Item) -> tuple[Typed, ...]:
    return item.definition.parameters if isinstance(item.definition, Stated) else ()


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


def _add_plain(objects: Objects, other: OtherObject, about: Stated) -> None:
    schema, name = place(about.name) if about.name else ("", "")
    arguments = tuple(map(type_text, about.arguments))
    key = (about.kind, schema, name, *arguments, *_method(about))
    target, family = written(key) if about.name else "", ""
    if about.kind == "operator":
        sides = ["NONE" if each.path == ("none",) else type_text(each) for each in about.arguments]
        target = f"{quoted(schema) + '.' if schema else ''}{name} ({', '.join(sides)})"
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
    item.facts = comparable(_STANDARD.sub(_in_full, other.text))
    # Words of its kind are none of its own: a function may be called ``search``.
    head = rf"(?i)\s*CREATE\s+{about.kind}\b".replace(" ", r"\s+")
    item.needs = objects.mentioned(re.sub(head, "", other.text, count=1)) - {key}
    describe(item, about)
    if about.kind == "statistics" and (owner := objects.relation(about.table)):
        item.inside = owner
        item.needs |= {owner} | objects.columns_in(other.text, [owner])


def _in_full(found: re.Match[str]) -> str:
    return f"(provider = libc, locale = '{found[1] or found[2]}')"


_ROLES: Final = frozenset({"public", "current_user", "session_user", "current_role"})
