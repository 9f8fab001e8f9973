"""What is granted and revoked, as items: one for each object and role, and what it adds up to.

An object comes with the usual privileges, or with those that ALTER DEFAULT PRIVILEGES says; only
what is otherwise is an item.

Depends on: catalog, sql.postgres_privileges, postgres_columns, postgres_items.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass
from flash_core.catalog.privileges import (
    State,
    after,
    default_head,
    family,
    implied,
    listed,
    role_of,
    steps,
    target_of,
    usual,
)
from flash_core.sql.postgres_objects import Stated
from flash_core.sql.postgres_privileges import Privileges, privileges

from .postgres_columns import Step, column_of
from .postgres_items import Item, place, type_text, written
from .postgres_sequences import identity_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from flash_core.catalog.model import OtherObject

    from .postgres_items import Key, Objects

DEFAULTS: Final = "default privileges"
_REFUSED: Final = "REVOKE"  # no role is written so
_NAMED: Final = {
    "SCHEMA": "schema",
    "FOREIGN SERVER": "server",
    "FOREIGN DATA WRAPPER": "foreign data wrapper",
}
_KINDS: Final = {
    "table": "TABLE",
    "view": "TABLE",
    "sequence": "SEQUENCE",
    "type": "TYPE",
    "schema": "SCHEMA",
    "routine": "FUNCTION",
}


@dataclass(slots=True)
class Held:
    """What a role may do with an object, or with what will be made.

    Attributes:
        kind: Of the object.
        target: The object as written behind ON.
        role: As written.
        state: Its rights.
        usual: Those without any statement.
        label: For comments.
        inside: The object.
        head: What stands before GRANT.
    """

    kind: str
    target: str
    role: str
    state: State
    usual: State
    label: str = ""
    inside: Key | None = None
    head: str = ""

    def way(self, old: State, new: State) -> str:
        """Return the statements that turn one state into another."""
        texts = steps(old, new, self.kind, self.target, self.role)
        return ";\n".join(self.head + text for text in texts)


def is_grant(other: OtherObject) -> bool:
    """Tell whether a statement grants or revokes what objects have, or will have."""
    return other.keyword in {"GRANT", "REVOKE", "ALTER DEFAULT"} and bool(privileges(other.text))


def is_privilege(key: Key) -> bool:
    """Tell whether an item is what a role may do."""
    return key[0] in {"grant", DEFAULTS}


def is_refusal(key: Key) -> bool:
    """Tell whether an item is a REVOKE of what nothing had granted: it leaves no trace."""
    return is_privilege(key) and key[-1] == _REFUSED


def add_grants(objects: Objects, grants: Iterable[OtherObject]) -> None:
    """Add what statements grant and revoke, in order.

    Args:
        objects: Where to; what is granted on must be there.
        grants: The statements.
    """
    found: dict[Key, Held] = {}
    for other in grants:
        for said in privileges(other.text):
            item = _default(said, found) if said.scope == "default" else _held(objects, said, found)
            item.state = after(item.state, said)
    for key, item in found.items():
        _add(objects, key, item)


def _add(objects: Objects, key: Key, held: Held) -> None:
    needs: set[Key] = set() if held.inside is None else {held.inside}
    if key[0] == "grant" and held.inside is not None and held.inside[0] == "table":
        names = {column for (_, column), _ in held.state.held if column}
        columns = objects.columns(held.inside)
        needs |= {columns[name] for name in names & columns.keys()}
    if held.state.held != held.usual.held:
        item = objects.add(Item(key, held.label, definition=held, inside=held.inside))
        item.facts, item.needs = held.state.held, needs
        item.create = held.way(held.usual, held.state)
        item.drop = held.way(held.state, held.usual)
    if held.state.refused:
        item = objects.add(Item((*key, _REFUSED), held.label, inside=held.inside))
        words = listed(held.state.refused, held.kind)
        item.create = f"{held.head}REVOKE {words} ON {held.target} FROM {held.role}"
        item.facts, item.needs = held.state.refused, needs


def _held(objects: Objects, said: Privileges, found: dict[Key, Held]) -> Held:
    on, kind = _object(objects, said)
    name = on or (kind.lower(), *place(said.path), *map(type_text, said.arguments or ()))
    role = role_of(said)
    key = ("grant", *name, role)
    if key not in found:
        target, known = _target(objects, on, said), usual(kind, role, said.path)
        label = f"privileges of {role} on {target}"
        found[key] = Held(kind, target, role, known, known, label, on)
    return found[key]


def _default(said: Privileges, found: dict[Key, Held]) -> Held:
    role, kind = role_of(said), said.kind
    key = (DEFAULTS, "".join(said.path), said.creator, kind, role)
    if key not in found:
        known = State() if said.path else usual(kind, role)
        label = f"default privileges of {role} on {kind.lower()}s"
        label += f" in schema {said.path[0]}" if said.path else ""
        schema = said.path[0] if said.path and said.path != ("public",) else ""
        inside = ("schema", "", schema) if schema else None
        head = f"{default_head(said)} "
        found[key] = Held(kind, f"{kind}S", role, known, known, label, inside, head)
    return found[key]


def _object(objects: Objects, said: Privileges) -> tuple[Key | None, str]:
    """Return what something is granted on, and its kind."""
    kind = said.kind
    key: Key | None
    if family(kind) == "TABLE":
        key = objects.relation(said.path)
        if key is None and (key := objects.sequence(said.path)) is not None:
            kind = "SEQUENCE"
    elif kind == "SEQUENCE":
        key = objects.sequence(said.path)
    elif family(kind) == "FUNCTION":
        key = ("routine", *place(said.path), *map(type_text, said.arguments or ()))
    elif family(kind) == "TYPE":
        key = objects.type(said.path)
    else:
        key = (_NAMED.get(kind, kind), "", said.path[-1])
    if key is not None and key not in objects.items:
        return None, family(kind)
    return key, family(kind)


def _target(objects: Objects, on: Key | None, said: Privileges) -> str:
    if on is None or on[0] not in {"table", "view", "routine"}:
        return target_of(said)
    if on[0] != "routine":
        return written(on)
    made = objects.items[on].definition
    kind = made.kind.upper() if isinstance(made, Stated) else "ROUTINE"
    kind = "FUNCTION" if kind == "AGGREGATE" else kind
    return f"{kind} {written(on)}({', '.join(on[3:])})"


def grant_changes(old: Item, new: Item) -> Iterator[Step]:
    """Yield what turns the privileges of a role on an object into others."""
    was, now = old.definition, new.definition
    if isinstance(was, Held) and isinstance(now, Held) and (text := now.way(was.state, now.state)):
        yield Step(text, f"change {new.label}")


def defaults_in_force(old: Objects, new: Objects) -> list[Privileges]:
    """Return what ALTER DEFAULT PRIVILEGES says while one schema becomes another.

    Args:
        old: The schema as it is; what goes, goes before anything is made.
        new: The schema as it should be; what comes and changes does so at the end.
    """
    found: list[Privileges] = []
    for key, item in old.items.items():
        if key[0] == DEFAULTS and key in new.items:
            for text in filter(None, item.create.split(";\n")):
                found += privileges(text)
    return found


def own_defaults(one: Objects, other: Objects) -> None:
    """Let what is said FOR ROLE be the same without, which is how a database says it of itself.

    Args:
        one: A schema, one of the two read from a database.
        other: The other one.
    """
    for key in [k for k in one.items if k[0] == DEFAULTS and not k[2] and k not in other.items]:
        for named in [k for k in other.items if (*k[:2], "", *k[3:]) == key]:
            if named not in one.items and other.items[named].facts == one.items[key].facts:
                one.items[named] = one.items.pop(key)
                break


def granted_at_once(
    defaults: Iterable[Privileges], made: Iterable[Item], wanted: Mapping[Key, Item]
) -> Iterator[tuple[Key, Step | None]]:
    """Yield how the privileges of objects that are made differ from what they come with.

    Args:
        defaults: What ALTER DEFAULT PRIVILEGES says meanwhile.
        made: The objects.
        wanted: All that there should be.

    Returns:
        The key of the privileges, and what gives them; None where nothing is left to be done.
    """
    said = list(defaults)
    for item in made if said else ():
        kind, target = comes_as(item)
        if not kind:
            continue
        certain, named = (implied(said, kind, item.key[1], named=n) for n in (False, True))
        for role in {**certain, **named}:
            known = usual(kind, role)
            key = ("grant", *item.key, role)
            held = wanted[key].definition if key in wanted else None
            if not isinstance(held, Held):
                held = Held(kind, target, role, known, known, f"privileges of {role} on {target}")
            text = _from_either(held, certain.get(role, known), named.get(role, known))
            if key in wanted or text:
                yield key, Step(text, f"set {held.label}") if text else None


def comes_as(item: Item) -> tuple[str, str]:
    """Return what is made, as GRANT names it; of an identity column that is its sequence."""
    if item.key[0] == "column":
        column = column_of(item)
        name = identity_name(item.key[2], column.name, column.identity_options)
        target = f"SEQUENCE {written(('sequence', item.key[1], name))}"
        return ("SEQUENCE", target) if column.identity and not item.unwritten else ("", "")
    kind = _KINDS.get(item.key[0], "")
    return kind, written(item.key) if kind == "TABLE" else item.drop.removeprefix("DROP ")


def _from_either(held: Held, one: State, other: State) -> str:
    """Return what gives a role its rights whether it has those of one state or of another.

    Only the server knows whether the role that FOR ROLE names is the one that runs a migration.
    """
    if one == other:
        return held.way(one, held.state)
    rights = {right for right, _ in held.state.held}
    most, least = one.held | other.held, one.held & other.held & held.state.held
    left = frozenset(pair for pair in most if pair[0] in rights)
    texts = [held.way(State(most), State(left)), held.way(State(least), held.state)]
    return ";\n".join(filter(None, texts))
