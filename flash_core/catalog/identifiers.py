"""Names in SQL text: quoted only where the engine needs it.

Invariant: the engine reads a quoted name back as exactly the name given.

Depends on: engine.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine

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

# What either MySQL or MariaDB reserves.
_MYSQL_KEYWORDS: Final = """
    accessible add all alter analyze and as asc asensitive before between bigint binary blob
    both by call cascade case change char character check collate column condition constraint
    continue convert create cross cube cume_dist current_date current_role current_time
    current_timestamp current_user cursor database databases day_hour day_microsecond day_minute
    day_second dec decimal declare default delayed delete delete_domain_id dense_rank desc
    describe deterministic distinct distinctrow div do_domain_ids double drop dual each else
    elseif empty enclosed escaped except exists exit explain false fetch first_value float
    float4 float8 for force foreign from fulltext function generated get grant group grouping
    groups having high_priority hour_microsecond hour_minute hour_second if ignore
    ignore_domain_ids in index infile inner inout insensitive insert int int1 int2 int3 int4
    int8 integer intersect interval into io_after_gtids io_before_gtids is iterate join
    json_table key keys kill lag last_value lateral lead leading leave left like limit linear
    lines load localtime localtimestamp lock long longblob longtext loop low_priority
    master_bind master_ssl_verify_server_cert match maxvalue mediumblob mediumint mediumtext
    middleint minute_microsecond minute_second mod modifies natural no_write_to_binlog not
    nth_value ntile null numeric of offset on optimize optimizer_costs option optionally or
    order out outer outfile over page_checksum parse_vcol_expr partition percent_rank portion
    precision primary procedure purge range rank read read_write reads real recursive
    ref_system_id references regexp release rename repeat replace require resignal restrict
    return returning revoke right rlike row row_number rows schema schemas second_microsecond
    select sensitive separator set show signal smallint spatial specific sql sql_big_result
    sql_calc_found_rows sql_small_result sqlexception sqlstate sqlwarning ssl starting
    stats_auto_recalc stats_persistent stats_sample_pages stored straight_join system table
    terminated then tinyblob tinyint tinytext to trailing trigger true undo union unique unlock
    unsigned update usage use using utc_date utc_time utc_timestamp values varbinary varchar
    varcharacter varying virtual when where while window with write xor year_month zerofill
"""

_PLAIN: Final = {
    Engine.POSTGRESQL: re.compile(r"[a-z_][a-z0-9_]*\Z"),
    Engine.SQLITE: re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z"),
    Engine.MYSQL: re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z"),
}
_KEYWORDS: Final = {
    Engine.POSTGRESQL: frozenset(_POSTGRESQL_KEYWORDS.split()),
    Engine.SQLITE: frozenset(_SQLITE_KEYWORDS.split()),
    Engine.MYSQL: frozenset(_MYSQL_KEYWORDS.split()),
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
