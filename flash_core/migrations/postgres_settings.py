"""What ALTER TABLE says beyond columns and constraints, each with the state that is the default.

Depends on: catalog, sql.postgres_objects, postgres_items, postgres_outside,
postgres_tables.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from flash_core.catalog.model import Table
from flash_core.sql.postgres_objects import Stated

from .postgres_items import Item, comparable, quoted, shown, written
from .postgres_outside import with_options
from .postgres_tables import HEAP, PG_DEFAULT, placement, storage, table_facts, with_storage

if TYPE_CHECKING:
    from .postgres_items import Key, Objects

# What a clause sets, its words for the default, and whether those name what it names.
_CLAUSES: Final = {
    "EnableRowSecurity": ("row security", "DISABLE ROW LEVEL SECURITY"),
    "DisableRowSecurity": ("row security", ""),
    "ForceRowSecurity": ("forced row security", "NO FORCE ROW LEVEL SECURITY"),
    "NoForceRowSecurity": ("forced row security", ""),
    "EnableTrig": ("trigger state", ""),
    "DisableTrig": ("trigger state", "ENABLE TRIGGER {}"),
    "EnableAlwaysTrig": ("trigger state", "ENABLE TRIGGER {}"),
    "EnableReplicaTrig": ("trigger state", "ENABLE TRIGGER {}"),
    "DisableTrigAll": ("all triggers", "ENABLE TRIGGER ALL"),
    "EnableTrigAll": ("all triggers", ""),
    "DisableTrigUser": ("all triggers", "ENABLE TRIGGER USER"),
    "EnableTrigUser": ("all triggers", ""),
    "EnableRule": ("rule state", ""),
    "DisableRule": ("rule state", "ENABLE RULE {}"),
    "EnableAlwaysRule": ("rule state", "ENABLE RULE {}"),
    "EnableReplicaRule": ("rule state", "ENABLE RULE {}"),
    "ReplicaIdentity": ("replica identity", "REPLICA IDENTITY DEFAULT"),
    "ClusterOn": ("cluster", "SET WITHOUT CLUSTER"),
    "DropCluster": ("cluster", ""),
    "SetStorage": ("storage", "ALTER COLUMN {} SET STORAGE DEFAULT"),
    "SetStatistics": ("statistics", "ALTER COLUMN {} SET STATISTICS -1"),
    "SetCompression": ("compression", "ALTER COLUMN {} SET COMPRESSION default"),
    "SetOptions": ("options", "ALTER COLUMN {} RESET "),
    "ResetOptions": ("options", ""),
    "AlterColumnGenericOptions": ("foreign options", "ALTER COLUMN {} OPTIONS "),
    "ColumnDefault": ("default of a view's column", "ALTER COLUMN {} DROP DEFAULT"),
    "SetRelOptions": ("storage parameters", "RESET "),
    "ResetRelOptions": ("storage parameters", ""),
    "SetTableSpace": ("tablespace", "SET TABLESPACE pg_default"),
    "SetAccessMethod": ("access method", "SET ACCESS METHOD heap"),
    # An index of a partition that says the same as the one above is part of it in any case.
    "AttachPartition": ("part of an index", ""),
}
_STATES: Final = {
    "DisableTrig": "DISABLE TRIGGER {}",
    "EnableAlwaysTrig": "ENABLE ALWAYS TRIGGER {}",
    "EnableReplicaTrig": "ENABLE REPLICA TRIGGER {}",
    "EnableTrig": "ENABLE TRIGGER {}",
}
_ONLY: Final = re.compile(r"(?i)\s*ALTER\s+TABLE\s+ONLY\b")
_TABLE: Final = re.compile(r"(?i)\A(\s*ALTER\s+TABLE\s+)(?:ONLY\s+)?")
# What a clause names is what it sets, not a part of the table.
_WHOLE: Final = frozenset({"cluster", "replica identity", "tablespace", "access method"})
_DEFAULTS: Final = {(("Integer", "-1"),), (("String", "default"),), (("String", "DEFAULT"),)}
_ON_PART: Final = {
    "trigger state": ("trigger",),
    "rule state": ("rule",),
    "cluster": ("constraint", "index"),
    "replica identity": ("constraint", "index"),
    "storage": ("column",),
    "statistics": ("column",),
    "compression": ("column",),
    "options": ("column",),
    "foreign options": ("column",),
}


# Part of what a table is, wherever it is said.
_OF_TABLES: Final = frozenset(
    {"SetRelOptions", "ResetRelOptions", "GenericOptions", "SetAccessMethod", "SetTableSpace"}
)


def _change_table(objects: Objects, owner: Key, clause: str, about: Stated) -> None:
    item = objects.items[owner]
    table = item.definition
    if not isinstance(table, Table):
        return
    if clause == "GenericOptions":
        table = replace(table, foreign=with_options(table.foreign, dict(about.options)))
        item.definition, item.facts = table, table_facts(table)
        return
    options = storage(table.tail)
    for name, value in about.options:
        options.pop(name, None)
        if clause == "SetRelOptions":
            options[name] = "true" if value is None else value
    method, place = placement(table.tail)
    if clause == "SetAccessMethod":
        method = quoted(about.name[1]) if about.name[1] else HEAP
    elif clause == "SetTableSpace":
        place = quoted(about.name[1])
    table = replace(table, tail=with_storage(table.tail, options, method, place))
    item.definition, item.facts = table, table_facts(table)


def add_setting(objects: Objects, text: str, about: Stated) -> None:
    """Add what one clause of ALTER TABLE, VIEW or INDEX sets."""
    owner = objects.relation(about.table) or _index(objects, about)
    if owner is None:
        return
    clause = about.name[0]
    if owner[0] == "table" and clause in _OF_TABLES:
        _change_table(objects, owner, clause, about)
    elif _ONLY.match(text) and clause in _STATES and owner in objects.parents:
        _set_alone(objects, owner, text, about)
    else:
        _set(objects, owner, text, about)


def _set(objects: Objects, owner: Key, text: str, about: Stated) -> None:
    clause, name = about.name
    known = _CLAUSES.get(clause)
    if known is None:
        key = ("setting", *owner, clause, name)
        item = objects.add(Item(key, f"{clause} of {shown(owner)}", inside=owner))
        item.create, item.facts, item.needs = text, comparable(text), {owner}
        return
    what, default = known
    parts = name if what not in _WHOLE else ""
    key = ("setting", *owner, what, parts)
    above = _state_above(objects, owner, name) if what == "trigger state" else None
    state = above.definition if above is not None else None
    if isinstance(state, Stated):
        default = "" if state.name[0] == clause else _STATES[state.name[0]]
    if (
        default == ""
        or about.options in _DEFAULTS
        or (what in {"tablespace", "access method"} and name in {PG_DEFAULT, HEAP, ""})
        or (clause == "ColumnDefault" and not about.options)
        or (what == "replica identity" and about.options[:1] == (("d", None),))
    ):
        objects.items.pop(key, None)
        return
    if what == "foreign options":
        text, about = _foreign_options(objects.items.get(key), owner, about)
        if not about.options:
            objects.items.pop(key, None)
            return
    label = f"{what} of {shown(owner)}{'.' + name if name else ''}"
    item = objects.add(Item(key, label, inside=owner))
    item.create = text
    item.facts = about.options if what == "foreign options" else _said(text)
    item.definition = about
    item.needs = {owner} | _parts(objects, owner, what, name)
    if above is not None:  # what changes that of the table above changes this one, too
        item.facts = (item.facts, above.facts)
        item.needs.add(above.key)
    item.drop = f"ALTER {_word(objects, owner)} {written(owner)} {_default(default, name, about)}"
    if what in {"storage", "statistics"} and owner in objects.parents:
        # What is below has settings of its own.
        item.create, item.drop = (_TABLE.sub(r"\1ONLY ", each) for each in (text, item.drop))


def _set_alone(objects: Objects, owner: Key, text: str, about: Stated) -> None:
    """Set the state of a trigger of a table, and for each partition the one that it had."""
    name = about.name[1]
    before = objects.items.get(("setting", *owner, "trigger state", name))
    was = before.definition if before is not None else None
    clause = was.name[0] if isinstance(was, Stated) else "EnableTrig"
    parts = [("table", *link[1:3]) for link in objects.links() if link[-2:] == owner[1:3]]
    kept = [part for part in parts if _is_partition(objects, part)]
    own = {part for part in kept if ("setting", *part, "trigger state", name) in objects.items}
    add_setting(objects, _TABLE.sub(r"\1", text), about)
    for part in kept:
        if part not in own:
            state = _STATES[clause].format(quoted(name))
            said = replace(about, name=(clause, name), table=tuple(filter(None, part[1:])))
            add_setting(objects, f"ALTER TABLE {written(part)} {state}", said)


def _is_partition(objects: Objects, key: Key) -> bool:
    table = objects.items[key].definition
    return isinstance(table, Table) and bool(table.bound)


def _said(text: str) -> tuple[str, ...]:
    """Return the words of a setting without ONLY, which dumps say of each table."""
    found = comparable(text)
    return found[:2] + found[3:] if found[2:3] == ('"only"',) else found


def _foreign_options(before: Item | None, owner: Key, about: Stated) -> tuple[str, Stated]:
    """Return what gives a column of a foreign table all of its options at once."""
    options = (
        dict(before.definition.options) if before and isinstance(before.definition, Stated) else {}
    )
    options.update(about.options)  # None is DROP
    kept = tuple(sorted((name, value) for name, value in options.items() if value is not None))
    listed = ", ".join(f"{quoted(name)} {_literal(value)}" for name, value in kept)
    column = quoted(about.name[-1])
    text = f"ALTER TABLE {written(owner)} ALTER COLUMN {column} OPTIONS ({listed})"
    return text, replace(about, options=kept)


def _literal(text: str) -> str:
    quotes = text.replace("'", "''")
    return f"'{quotes}'"


def _index(objects: Objects, about: Stated) -> Key | None:
    schema, name = ("", *about.table)[-2:]
    key = ("index", schema, name)
    return key if key in objects.items else None


def _word(objects: Objects, owner: Key) -> str:
    if owner[0] == "view":
        view = objects.catalog.find_view((owner[1] or "public", owner[2]))
        return "MATERIALIZED VIEW" if view is not None and view.materialized else "VIEW"
    return owner[0].upper()


def _default(default: str, name: str, about: Stated) -> str:
    part = name if about.on == "index" else quoted(name)
    words = default.replace("{}", part) if name else default
    if words.endswith("RESET "):
        words += f"({', '.join(option for option, _ in about.options)})"
    if words.endswith("OPTIONS "):
        words += f"({', '.join(f'DROP {quoted(option)}' for option, _ in about.options)})"
    return words


def _parts(objects: Objects, owner: Key, what: str, name: str) -> set[Key]:
    """Return the part of a table that a setting is about."""
    if not name:
        return set()
    keys: list[Key] = [(kind, *owner[1:3], name) for kind in _ON_PART.get(what, ())]
    keys.append(("index", owner[1], name))
    found = {key for key in keys if key in objects.items}
    return found if found or what != "trigger state" else trigger_above(objects, owner, name)


def _state_above(objects: Objects, partition: Key, name: str) -> Item | None:
    """Return the state of a trigger in a table above, which partitions have, too."""
    for link in objects.links_of(partition):
        above = ("table", *link[-2:])
        item = objects.items.get(("setting", *above, "trigger state", name))
        return item or _state_above(objects, above, name)
    return None


def trigger_above(objects: Objects, partition: Key, name: str) -> set[Key]:
    """Return the trigger of a table above that a partition has, too."""
    for link in objects.links_of(partition):
        above = ("table", *link[-2:])
        key = ("trigger", *link[-2:], name)
        return {key} if key in objects.items else trigger_above(objects, above, name)
    return set()
