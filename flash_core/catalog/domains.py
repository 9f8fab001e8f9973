"""ALTER DOMAIN, over the text of its clauses.

Depends on: engine, sql.clauses, draft, model, text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.engine import Engine
from flash_core.sql.clauses import significant

from .draft import Refused
from .identifiers import quote
from .text import identifier, normalized

if TYPE_CHECKING:
    from flash_core.sql import syntax

    from .model import Domain

_STARTS: Final = frozenset({"CHECK", "COLLATE", "CONSTRAINT", "DEFAULT", "NOT", "NULL"})


def alter_domain(domain: Domain, statement: syntax.AlterDomain) -> Domain:
    """Return the domain after ALTER DOMAIN.

    Raises:
        Refused: There is no such constraint.
    """
    if statement.validates:
        left = tuple(name for name in domain.unchecked if name != statement.constraint)
        return replace(domain, unchecked=left)
    clauses, unchecked = clauses_of(domain.text), domain.unchecked
    if statement.drop:
        clauses = [clause for clause in clauses if clause_kind(clause) != statement.drop]
    if statement.add:
        written = normalized(statement.add, Engine.POSTGRESQL)
        added = re.sub(r"(?i)\s+NOT\s+VALID\Z", "", written)
        if clause_kind(added) != "NOT" or not any(
            clause_kind(clause) == "NOT" for clause in clauses
        ):
            clauses.append(added)
        if added != written:  # CREATE DOMAIN knows no NOT VALID
            name = clause_names(domain.name, clauses)[-1]
            clauses[-1] = named_clauses(domain.name, clauses)[-1]
            unchecked += (name,) if name is not None else ()
    if statement.constraint is not None:
        # What is left must not be called otherwise.
        clauses = named_clauses(domain.name, clauses)
        clauses = _without(domain, clauses, statement)
        renamed = (statement.new_name if n == statement.constraint else n for n in unchecked)
        unchecked = tuple(filter(None, renamed))
    text = " ".join(clauses)
    sure = any(clause_kind(clause) == "NOT" for clause in clauses)
    return replace(domain, text=text, not_null=sure, unchecked=unchecked)


def named_clauses(domain: str, clauses: list[str]) -> list[str]:
    """Return the clauses of a domain, each check with the name that it has on the server."""
    return [
        f"CONSTRAINT {quote(name, Engine.POSTGRESQL)} {clause}"
        if name is not None
        and clause_kind(clause) == "CHECK"
        and not clause.upper().startswith("CONSTRAINT")
        else clause
        for name, clause in zip(clause_names(domain, clauses), clauses, strict=True)
    ]


def _without(domain: Domain, clauses: list[str], statement: syntax.AlterDomain) -> list[str]:
    name = statement.constraint or ""
    names = clause_names(domain.name, clauses)
    if name not in names:
        if statement.if_exists:
            return clauses
        message = f'constraint "{name}" of domain "{domain.name}" does not exist'
        raise Refused(message, statement.name.span, sqlstate="42704", missing=True)
    place = names.index(name)
    if statement.new_name is None:
        return [*clauses[:place], *clauses[place + 1 :]]
    body = clauses[place]
    if body.upper().startswith("CONSTRAINT"):
        tokens = significant(body, Engine.POSTGRESQL)
        body = tokens.slice(2, len(tokens))
    head = f"CONSTRAINT {quote(statement.new_name, Engine.POSTGRESQL)}"
    return [*clauses[:place], f"{head} {body}", *clauses[place + 1 :]]


def parted(domain: Domain) -> tuple[list[str], list[str]]:
    """Return the clauses of a domain, those that are NOT VALID apart.

    Args:
        domain: The domain.
    """
    if not domain.unchecked:
        return [domain.text] if domain.text else [], []
    clauses = clauses_of(domain.text)
    names = clause_names(domain.name, clauses)
    kept = [c for n, c in zip(names, clauses, strict=True) if n not in domain.unchecked]
    return kept, [c for n, c in zip(names, clauses, strict=True) if n in domain.unchecked]


def clauses_of(text: str) -> list[str]:
    """Return the clauses of what follows the base type of a domain."""
    tokens = significant(text, Engine.POSTGRESQL)
    starts: list[int] = []
    position = 0
    while position < len(tokens):
        word = tokens.word(position)
        if tokens.text(position) in {"(", "["}:
            position = tokens.close(position)
        elif word in _STARTS and (word != "NOT" or tokens.word(position + 1) == "NULL"):
            starts.append(position)
            # The clause after a name, the NULL after NOT and what DEFAULT says start nothing.
            position += 2 if word == "CONSTRAINT" else word in {"NOT", "DEFAULT"}
            position += word == "CONSTRAINT" and tokens.word(position) == "NOT"
        position += 1
    return [
        tokens.slice(start, end)
        for start, end in zip(starts, [*starts[1:], len(tokens)], strict=False)
    ]


def clause_kind(clause: str) -> str:
    """Return the word that says what a clause is, behind its name."""
    tokens = significant(clause, Engine.POSTGRESQL)
    return tokens.word(2 if tokens.word(0) == "CONSTRAINT" else 0)


def is_named_clause(clause: str) -> bool:
    """Tell whether a clause says what its constraint is called."""
    return significant(clause, Engine.POSTGRESQL).word(0) == "CONSTRAINT"


def clause_names(domain: str, clauses: list[str]) -> list[str | None]:
    """Return the name of each clause on the server."""
    taken: list[str | None] = []
    for clause in clauses:
        tokens = significant(clause, Engine.POSTGRESQL)
        name: str | None = None
        if tokens.word(0) == "CONSTRAINT":
            name = identifier(tokens.items[1], Engine.POSTGRESQL)
        elif clause_kind(clause) in {"CHECK", "NOT"}:
            base = f"{domain}_{'check' if clause_kind(clause) == 'CHECK' else 'not_null'}"
            number = 0
            name = base
            while name in taken:
                number += 1
                name = f"{base}{number}"
        taken.append(name)
    return taken
