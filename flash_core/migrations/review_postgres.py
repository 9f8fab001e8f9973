"""Rules of PostgreSQL: indexes and the like that lock, and what fails inside a transaction.

Depends on: sql.syntax, types of columns, review_locks, review_rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.sql import syntax
from flash_core.sql.lexer import TokenKind
from flash_core.sql.source import Span
from flash_core.sql.syntax import ObjectKind

from .review_locks import waits_for_others
from .review_rules import POSTGRESQL, Level, once, registry

if TYPE_CHECKING:
    from .review_rules import Spots, Step

RULES, rule = registry()


@rule(
    "drop-not-null",
    Level.ADVICE,
    POSTGRESQL,
    "without NOT NULL on {}, code that expects a value may get NULL",
    "deploy code that accepts NULL first",
)
def _drop_not_null(step: Step) -> Spots:
    for _, action in step.actions():
        if isinstance(action, syntax.AlterColumnNotNull) and not action.not_null:
            yield step.at(action), f'"{action.column}"'


@rule(
    "index-not-concurrent",
    Level.WARNING,
    POSTGRESQL,
    "creating an index on {} makes writes wait until it is built",
    "CREATE INDEX CONCURRENTLY, in a file with `-- flash:no-transaction` at its head",
)
def _index(step: Step) -> Spots:
    found = step.statement
    if (
        isinstance(found, syntax.CreateIndex)
        and not step.state.is_new(found.table)
        and "CONCURRENTLY" not in step.words
    ):
        yield step.at(found.table), f'"{found.table}"'


@rule(
    "drop-index-not-concurrent",
    Level.WARNING,
    POSTGRESQL,
    "dropping index {} waits for all that use its table, and makes all others wait",
    "DROP INDEX CONCURRENTLY, in a file with `-- flash:no-transaction` at its head",
)
def _drop_index(step: Step) -> Spots:
    found = step.statement
    if (
        isinstance(found, syntax.Drop)
        and found.kind is ObjectKind.INDEX
        and "CONCURRENTLY" not in step.words
    ):
        for name in found.names:
            yield step.at(name), f'"{name}"'


@rule(
    "reindex-not-concurrent",
    Level.WARNING,
    POSTGRESQL,
    "REINDEX makes writes wait until it is done",
    "REINDEX … CONCURRENTLY, in a file with `-- flash:no-transaction` at its head",
)
def _reindex(step: Step) -> Spots:
    if step.words[:1] == ["REINDEX"] and "CONCURRENTLY" not in step.words:
        yield step.head, ""


@rule(
    "detach-not-concurrent",
    Level.WARNING,
    POSTGRESQL,
    "detaching a partition of {} makes all that use the table wait",
    "DETACH PARTITION … CONCURRENTLY, in a file with `-- flash:no-transaction` at its head",
)
def _detach(step: Step) -> Spots:
    for name, action in step.actions():
        if (
            isinstance(action, syntax.AttachPartition)
            and not action.bound
            and step.find("DETACH", "PARTITION")
            and "CONCURRENTLY" not in step.words
        ):
            yield step.find("DETACH", "PARTITION") or step.head, f'"{name}"'


@rule(
    "concurrently-in-transaction",
    Level.ERROR,
    POSTGRESQL,
    "{} CONCURRENTLY fails inside the transaction of the file",
    "put it in a file of its own with `-- flash:no-transaction` at its head",
)
def _concurrently(step: Step) -> Spots:
    span = step.find("CONCURRENTLY")
    if span is not None and step.state.transaction and step.words[0] != "REFRESH":
        yield span, step.words[0]


@rule(
    "vacuum-full",
    Level.WARNING,
    POSTGRESQL,
    "{} writes the whole table anew while reads and writes wait",
    "use pg_repack, or VACUUM without FULL",
)
def _vacuum_full(step: Step) -> Spots:
    if step.words[:1] == ["CLUSTER"]:
        yield step.head, "CLUSTER"
    elif step.words[:1] == ["VACUUM"] and "FULL" in step.words:
        yield step.head, "VACUUM FULL"


@rule(
    "truncate-cascade",
    Level.WARNING,
    POSTGRESQL,
    "TRUNCATE … CASCADE empties every table that refers to this one",
    "name the tables to empty",
)
def _truncate_cascade(step: Step) -> Spots:
    if step.words[:1] == ["TRUNCATE"] and (span := step.find("CASCADE")):
        yield span, ""


@rule(
    "no-timeouts",
    Level.ADVICE,
    POSTGRESQL,
    "the file sets no {}: a statement that waits for a lock makes all others wait behind it",
    "begin it with SET lock_timeout = '1s'; SET statement_timeout = '5s';",
)
def _no_timeouts(step: Step) -> Spots:
    wanted = ("lock_timeout", "statement_timeout")
    missing = [name for name in wanted if name not in step.state.settings]
    if missing and waits_for_others(step) and once(step, "no-timeouts"):
        yield step.head, " and no ".join(missing)


@rule(
    "not-repeatable",
    Level.ADVICE,
    POSTGRESQL,
    "{} outside of a transaction cannot be run again when a later statement has failed",
    "write IF NOT EXISTS or IF EXISTS",
)
def _not_repeatable(step: Step) -> Spots:
    if step.state.transaction or len(step.state.statements) == 1:
        return
    found = step.statement
    match found:
        case (
            syntax.CreateTable(if_not_exists=sure)
            | syntax.CreateIndex(if_not_exists=sure)
            | syntax.Drop(if_exists=sure)
        ):
            if not sure:
                yield step.head, " ".join(step.words[:2])
        case syntax.AlterTable(actions=actions):
            for action in actions:
                if isinstance(action, syntax.AddColumn) and not action.if_not_exists:
                    yield step.at(action), "ADD COLUMN"
                if isinstance(action, syntax.DropColumn) and not action.if_exists:
                    yield step.at(action), "DROP COLUMN"
        case _:
            pass


@rule(
    "enum-value-used",
    Level.ERROR,
    POSTGRESQL,
    "value {} is used in the transaction that adds it, which the server refuses",
    "add the value in a migration of its own, before this one",
)
def _enum_value_used(step: Step) -> Spots:
    if not step.state.transaction or isinstance(
        step.statement, (syntax.AlterEnumAdd, syntax.Comment)
    ):
        return
    for token in step.tokens:
        if token.text[:1] == "'" and token.text[1:-1].replace("''", "'") in step.state.labels:
            yield Span(token.start, token.end), token.text


@rule(
    "enum-value-order",
    Level.ADVICE,
    POSTGRESQL,
    "value {} is added without saying where: it sorts after all others",
    "write BEFORE or AFTER another value",
)
def _enum_value_order(step: Step) -> Spots:
    found = step.statement
    if isinstance(found, syntax.AlterEnumAdd) and found.neighbour is None:
        yield step.at(found.name), f"'{found.label}'"


@rule(
    "rename-enum-value",
    Level.WARNING,
    POSTGRESQL,
    "renaming value {} breaks what writes or compares the old one",
    "add the new value, deploy, change the rows, and stop using the old one",
)
def _rename_label(step: Step) -> Spots:
    found = step.statement
    if isinstance(found, syntax.RenameLabel):
        yield step.at(found.name), f"'{found.label}'"


@rule(
    "rename-schema",
    Level.WARNING,
    POSTGRESQL,
    "renaming schema {} breaks what runs with the old name",
    "make a new schema, move the tables one by one with views in their places",
)
def _rename_schema(step: Step) -> Spots:
    found = step.statement
    if isinstance(found, syntax.RenameObject) and found.kind is ObjectKind.SCHEMA:
        yield step.at(found.name), f'"{found.name}"'


@rule(
    "domain-constraint",
    Level.ADVICE,
    POSTGRESQL,
    "a constraint of domain {} cannot be changed later without reading every table that uses it",
    "check the column instead",
)
def _domain_constraint(step: Step) -> Spots:
    found = step.statement
    if (isinstance(found, syntax.CreateDomain) and (found.not_null or "CHECK" in step.words)) or (
        isinstance(found, syntax.AlterDomain)
        and found.add
        and not found.add.upper().startswith("DEFAULT")
        and "VALID" not in step.words
    ):
        yield step.at(found.name), f'"{found.name}"'


@rule(
    "identifier-too-long",
    Level.WARNING,
    POSTGRESQL,
    "the server cuts name {} to 63 bytes",
    "choose a shorter name",
)
def _too_long(step: Step) -> Spots:
    most = 63
    for token in step.tokens:
        quoted = token.text[:1] == '"'
        name = token.text[1:-1] if quoted else token.text
        if (quoted or token.kind is TokenKind.WORD) and len(name.encode()) > most:
            yield Span(token.start, token.end), f'"{name[:20]}…"'
