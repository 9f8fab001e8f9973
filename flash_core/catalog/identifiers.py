"""Names in SQL text: quoted only where the engine needs it.

Invariant: the engine reads a quoted name back as exactly the name given.

Depends on: engine, sql.mysql.words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine
from flash_core.sql.mysql.words import reserved_words

if TYPE_CHECKING:
    from collections.abc import Iterable

# PostgreSQL folds unquoted names to lower case; quote_ident() quotes every
# keyword that is not of the unreserved category (pg_get_keywords(), version 18).
_POSTGRESQL_KEYWORDS: Final = """
    all analyse analyze and any array as asc asymmetric authorization between bigint binary bit
    boolean both case cast char character check coalesce collate collation column concurrently
    constraint create cross current_catalog current_date current_role current_schema current_time
    current_timestamp current_user dec decimal default deferrable desc distinct do else end except
    exists extract false fetch float for foreign freeze from full grant greatest group grouping
    having ilike in initially inner inout int integer intersect interval into is isnull join json
    json_array json_arrayagg json_exists json_object json_objectagg json_query json_scalar
    json_serialize json_table json_value lateral leading least left like limit localtime
    localtimestamp merge_action national natural nchar none normalize not notnull null nullif
    numeric offset on only or order out outer overlaps overlay placing position precision primary
    real references returning right row select session_user setof similar smallint some substring
    symmetric system_user table tablesample then time timestamp to trailing treat trim true union
    unique user using values varchar variadic verbose when where window with xmlattributes
    xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize
    xmltable
"""

# The words that SQLite refuses as the name of a table, column, index or view
# (tried one by one), and those that read as part of a join.
_SQLITE_KEYWORDS: Final = """
    add all alter and as autoincrement between case cast check collate column commit constraint
    create cross current_date current_time current_timestamp default deferrable delete distinct
    drop else escape except exists foreign from full group having if in index indexed inner insert
    intersect into is isnull join left limit natural not nothing notnull null on or order outer
    primary raise references returning right select set table then to transaction union unique
    update using values when where
"""

_PLAIN: Final = {
    Engine.POSTGRESQL: re.compile(r"[a-z_][a-z0-9_]*\Z"),
    Engine.SQLITE: re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z"),
    Engine.MYSQL: re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z"),
}
_KEYWORDS: Final = {
    Engine.POSTGRESQL: frozenset(_POSTGRESQL_KEYWORDS.split()),
    Engine.SQLITE: frozenset(_SQLITE_KEYWORDS.split()),
    Engine.MYSQL: frozenset(
        word.lower() for engine in (Engine.MYSQL, Engine.MARIADB) for word in reserved_words(engine)
    ),
}


def quote(name: str, engine: Engine) -> str:
    """Return ``name`` as it must be written in SQL."""
    engine = engine.family
    if _PLAIN[engine].match(name) and name.lower() not in _KEYWORDS[engine]:
        return name
    if engine is Engine.MYSQL:
        return "`" + name.replace("`", "``") + "`"
    return '"' + name.replace('"', '""') + '"'


def quote_path(schema: str, name: str, engine: Engine) -> str:
    """Return a name with its schema, which is empty for the default one."""
    return quote(name, engine) if not schema else f"{quote(schema, engine)}.{quote(name, engine)}"


def quote_list(names: Iterable[str], engine: Engine) -> str:
    """Return names in parentheses: ``(a, b)``."""
    return "(" + ", ".join(quote(name, engine) for name in names) + ")"


def string(text: str) -> str:
    """Return a string constant of standard SQL."""
    return "'" + text.replace("'", "''") + "'"
