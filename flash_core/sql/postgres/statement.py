"""One PostgreSQL statement: parse it, and choose what reads its tree.

Depends on: excerpt, libpg_query, syntax, alter, blocks, changes, definitions, names, queries, schema,
utility.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.sql import libpg_query, syntax
from flash_core.sql.excerpt import Excerpt, NotReadable
from flash_core.sql.placeholders import Rewritten
from flash_core.sql.source import Span

from .changes import DML, read_dml
from .names import known, other, tokens_of
from .queries import read_query
from .schema import DDL, select_into
from .tree import Reader, child, children, flag, integer, string, unwrap
from .utility import read_call, read_declare, read_explain, read_select_into, read_show

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from flash_core.sql.libpg_query import Tree
    from flash_core.sql.syntax import Statement

_READERS: Final = {
    **DDL,
    "CallStmt": read_call,
    "DeclareCursorStmt": read_declare,
    "ExplainStmt": read_explain,
    "VariableShowStmt": read_show,
}

# Neither rows nor parameters, and the schema stays as it is; who owns it is no part of that.
_UTILITY: Final = frozenset(
    {
        "AlterOwnerStmt",
        "CheckPointStmt",
        "ClosePortalStmt",
        "ClusterStmt",
        "ConstraintsSetStmt",
        "CopyStmt",
        "DeallocateStmt",
        "DiscardStmt",
        "ListenStmt",
        "LoadStmt",
        "LockStmt",
        "NotifyStmt",
        "PrepareStmt",
        "RefreshMatViewStmt",
        "ReindexStmt",
        "TransactionStmt",
        "TruncateStmt",
        "UnlistenStmt",
        "VacuumStmt",
        "VariableSetStmt",
    }
)
_UNKNOWN_ROWS: Final = {
    "ExecuteStmt": "write the prepared statement itself as a query",
    "FetchStmt": "use :iter, which reads through a cursor of its own",
}
# Kept for migrations, and nothing that a query sees.
_UNSEEN: Final = frozenset(
    {
        "AlterCollationStmt",
        "AlterDatabaseRefreshCollStmt",
        "AlterDatabaseStmt",
        "AlterDefaultPrivilegesStmt",
        "AlterEventTrigStmt",
        "AlterExtensionContentsStmt",
        "AlterExtensionStmt",
        "AlterFdwStmt",
        "AlterForeignServerStmt",
        "AlterObjectDependsStmt",
        "AlterOperatorStmt",
        "AlterOpFamilyStmt",
        "AlterPolicyStmt",
        "AlterPublicationStmt",
        "AlterRoleStmt",
        "AlterSeqStmt",
        "AlterStatsStmt",
        "AlterSubscriptionStmt",
        "AlterSystemStmt",
        "AlterTableMoveAllStmt",
        "AlterTableSpaceOptionsStmt",
        "AlterTSConfigurationStmt",
        "AlterTSDictionaryStmt",
        "AlterTypeStmt",
        "AlterUserMappingStmt",
        "CreateAmStmt",
        "CreateConversionStmt",
        "CreateEventTrigStmt",
        "CreateFdwStmt",
        "CreateForeignServerStmt",
        "CreateOpClassStmt",
        "CreateOpFamilyStmt",
        "CreatePLangStmt",
        "CreatePolicyStmt",
        "CreatePublicationStmt",
        "CreateRoleStmt",
        "CreateStatsStmt",
        "CreateSubscriptionStmt",
        "CreatedbStmt",
        "CreateTableSpaceStmt",
        "CreateTransformStmt",
        "CreateTrigStmt",
        "CreateUserMappingStmt",
        "DropdbStmt",
        "DropOwnedStmt",
        "DropRoleStmt",
        "DropTableSpaceStmt",
        "DropSubscriptionStmt",
        "DropUserMappingStmt",
        "GrantRoleStmt",
        "GrantStmt",
        "ReassignOwnedStmt",
        "SecLabelStmt",
    }
)
_TWO_WORDS: Final = frozenset({"CREATE", "ALTER", "DROP", "COMMENT", "REFRESH", "SECURITY"})
_MODIFIERS: Final = frozenset(
    {"OR", "REPLACE", "TEMP", "TEMPORARY", "TRUSTED", "PROCEDURAL", "CONSTRAINT", "IF", "NOT"}
)
_PREFIXES: Final = frozenset(
    {"ACCESS", "EVENT", "FOREIGN", "MATERIALIZED", "OPERATOR", "TEXT", "USER"}
)
_BYTES: Final = "22021"
_STATES: Final = (("frame", "42P20"), ("invalid byte sequence", _BYTES))
_ESCAPED: Final = r"(?i)(?<![\w$])e'"
_NEAR: Final = r'(?s) at or near "(.*)"$'


def read_statement(excerpt: Excerpt) -> Statement | None:
    """Read one statement.

    Returns:
        The statement, or ``None`` for text without one.

    Raises:
        NotReadable: The grammar refuses it, or Flash does not read it yet.
        FlashError: libpg_query is not installed.
    """
    parsed = libpg_query.parse(excerpt.text)
    reader = Reader(excerpt, read_query, read_dml)
    if isinstance(parsed, libpg_query.SyntaxProblem):
        raise _syntax_error(reader, parsed)
    if not parsed:
        return None
    if len(parsed) > 1:
        start = reader.character(integer(parsed[1], "stmt_location")) or 0
        while start < len(excerpt.text) and excerpt.text[start].isspace():
            start += 1
        message = "a second statement follows the first"
        raise NotReadable(message, start, reader.token_end(start))
    return _convert(reader, child(parsed[0], "stmt") or {})


def _syntax_error(reader: Reader, problem: libpg_query.SyntaxProblem) -> NotReadable:
    excerpt = reader.excerpt
    start = len(excerpt.text) if problem.offset is None else min(problem.offset, len(excerpt.text))
    end = reader.token_end(start)
    message = problem.message
    near = re.search(_NEAR, message)
    if near and start < end and near[1] == excerpt.text[start:end]:
        # The server quotes the text it got; the user wrote another placeholder.
        span = excerpt.span(start, end)
        written = excerpt.rewritten.source.text[span.start : span.end]
        message = f'{message[: near.start()]} at or near "{written}"'
    first, more, _ = message.partition("\n")
    message = f'{first}"' if more else message  # a quote that is not closed goes on to the end
    state = next((state for words, state in _STATES if words in message), "42601")
    if message == "invalid Unicode escape" and not _is_unicode(excerpt.text, start):
        state = "22025"
    from flash_core.sql.mistakes import hint_for  # noqa: PLC0415 - for an error alone

    from .mistakes import MISTAKES  # noqa: PLC0415 - a hundred patterns, for an error alone

    if state == _BYTES and (
        quoted := re.search(_ESCAPED, excerpt.text)
    ):  # the server names no place
        start = quoted.start()
        return NotReadable(message, start, reader.token_end(start), sqlstate=state)
    hint = hint_for(MISTAKES, excerpt.text, start)
    return NotReadable(message, start, end, hint=hint, sqlstate=state)


def _is_unicode(text: str, place: int) -> bool:
    """Tell whether what is quoted there begins ``U&'``, not ``E'``, whose escapes have a code."""
    quote = max(text.rfind("'", 0, place + 1), text.rfind('"', 0, place + 1))
    return text[max(quote - 2, 0) : max(quote, 0)].lower() == "u&"


def _convert(reader: Reader, wrapper: Tree) -> Statement:
    kind, node = unwrap(wrapper)
    whole = reader.excerpt.whole()
    if kind in DML:
        if found := read_select_into(reader, node):
            return replace(found, creates=select_into(reader, node))
        return read_dml(reader, wrapper)
    if kind == "CreateSchemaStmt" and children(node, "schemaElts"):
        return _schema_with_elements(reader, node)
    if read := _READERS.get(kind) or _rare_reader(kind):
        return read(reader, node)
    keyword = _keyword(reader)
    if kind in _UNKNOWN_ROWS and not flag(node, "ismove"):
        message = f"{keyword} is not supported: nothing tells what its rows are"
        start = tokens_of(reader).starts[0]
        raise NotReadable(message, start, reader.token_end(start), hint=_UNKNOWN_ROWS[kind])
    if kind == "VariableSetStmt" and string(node, "name") == "search_path":
        from .definitions import set_search_path  # noqa: PLC0415 - few schemas set one

        return set_search_path(reader, node)
    if kind == "DoStmt":
        return syntax.Utility(keyword, defines=tuple(_defined(reader)), span=whole)
    if kind in _UTILITY or kind in _UNKNOWN_ROWS:
        return syntax.Utility(keyword, span=whole)
    return known(reader, keyword) if kind in _UNSEEN else other(reader, keyword)


def _rare_reader(kind: str) -> Callable[[Reader, Tree], Statement] | None:
    """Return what reads a kind of statement that many projects have none of."""
    from .alter import READERS  # noqa: PLC0415 - as the docstring says
    from .definitions import DEFINITIONS  # noqa: PLC0415 - as the docstring says

    return READERS.get(kind) or DEFINITIONS.get(kind)


def _schema_with_elements(reader: Reader, node: Tree) -> Statement:
    """Read CREATE SCHEMA with what it creates inside, each as a statement of its own."""
    tokens = tokens_of(reader)
    heads = [
        position
        for position in range(1, len(tokens))
        if tokens.word(position) in {"CREATE", "GRANT"}
        and tokens.word(position - 1) != "GRANT"
        and tokens.text(position - 1) != ","
    ]
    statements: list[Statement] = [DDL["CreateSchemaStmt"](reader, node)]
    for head, end in zip(heads, [*heads[1:], len(tokens)], strict=True):
        part = Span(tokens.items[head].start, tokens.items[end - 1].end)
        if statement := read_statement(_part(reader, part)):
            statements.append(statement)
    return syntax.Script(tuple(statements), span=reader.excerpt.whole())


def _part(reader: Reader, part: Span) -> Excerpt:
    """Return a statement that stands inside another one."""
    whole, source = reader.excerpt.whole(), reader.excerpt.rewritten.source
    region = Span(whole.start + part.start, whole.start + part.end)
    return Excerpt(Rewritten(source, region, reader.excerpt.text[part.start : part.end]))


def _defined(reader: Reader) -> Iterator[Statement]:
    """Yield what a DO block defines; nothing where the grammar refuses a part of it.

    The server looks at it no sooner than when the block runs.
    """
    from .blocks import definitions_in  # noqa: PLC0415 - few schemas have a DO

    found = definitions_in(reader.excerpt.text)
    try:
        read = [read_statement(_part(reader, item.span)) for item in found]
    except NotReadable:
        return
    for item, statement in zip(found, read, strict=True):
        if statement is not None:
            there = syntax.Utility("IF", defines=(statement,), span=statement.span)
            yield there if item.if_there else statement


def _keyword(reader: Reader) -> str:
    """Return the words that name the statement: ``CREATE FUNCTION``, ``TRUNCATE``."""
    tokens = tokens_of(reader)
    words = [tokens.word(index) for index in range(min(8, len(tokens)))]
    if not words or words[0] not in _TWO_WORDS:
        return words[0] if words else ""
    rest = [word for word in words[1:] if word not in _MODIFIERS]
    count = 2 if rest and rest[0] in _PREFIXES else 1
    return " ".join([words[0], *rest[:count]]).strip()
