"""The columns of what the servers tell about themselves: SHOW, EXPLAIN, ANALYZE TABLE.

MariaDB's were asked of the server, MySQL's are those of its manual.

Depends on: engine, syntax.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine
from flash_core.sql import syntax

if TYPE_CHECKING:
    from flash_core.sql.source import Span

_CODE: Final = ("character_set_client", "collation_connection")
_ROUTINES: Final = (
    *("Db", "Name", "Type", "Definer", "Modified", "Created", "Security_type", "Comment"),
    *(*_CODE, "Database Collation"),
)
_PROCESSES: Final = ("Id", "User", "Host", "db?", "Command", "Time", "State?", "Info?")
_TABLES: Final = (
    *("Name", "Engine?", "Version?", "Row_format?", "Rows?", "Avg_row_length?", "Data_length?"),
    *("Max_data_length?", "Index_length?", "Data_free?", "Auto_increment?", "Create_time?"),
    *("Update_time?", "Check_time?", "Collation?", "Checksum?", "Create_options?", "Comment"),
)
_INDEXES: Final = (
    *("Table", "Non_unique", "Key_name", "Seq_in_index", "Column_name?", "Collation?"),
    *("Cardinality?", "Sub_part?", "Packed?", "Null", "Index_type", "Comment?", "Index_comment"),
)
_COLLATIONS: Final = ("Collation", "Charset?", "Id?", "Default?", "Compiled", "Sortlen")
_PLAN: Final = ("id?", "select_type", "table?", "type?", "possible_keys?", "key?", "key_len?")
_REPORT: Final = ("Table?", "Op?", "Msg_type?", "Msg_text?")

# A question mark is no part of a name: the column may be NULL.
_COLUMNS: Final = {
    "ANALYZE": _REPORT,
    "CHARACTER SET": ("Charset", "Description", "Default collation", "Maxlen"),
    "CHECK": _REPORT,
    "CHECKSUM": ("Table?", "Checksum?"),
    "COLLATION": _COLLATIONS,
    "COLUMNS": ("Field", "Type", "Null", "Key", "Default?", "Extra"),
    "COUNT ERRORS": ("@@session.error_count?",),
    "COUNT WARNINGS": ("@@session.warning_count?",),
    "CREATE DATABASE": ("Database", "Create Database"),
    "CREATE EVENT": (
        *("Event", "sql_mode", "time_zone", "Create Event", *_CODE, "Database Collation"),
    ),
    "CREATE FUNCTION": (
        *("Function", "sql_mode", "Create Function?", *_CODE, "Database Collation"),
    ),
    "CREATE PROCEDURE": (
        *("Procedure", "sql_mode", "Create Procedure?", *_CODE, "Database Collation"),
    ),
    "CREATE SEQUENCE": ("Table", "Create Table"),
    "CREATE TABLE": ("Table", "Create Table"),
    "CREATE TRIGGER": (
        *("Trigger", "sql_mode", "SQL Original Statement?", *_CODE, "Database Collation"),
        "Created?",
    ),
    "CREATE VIEW": ("View", "Create View", *_CODE),
    "DATABASES": ("Database",),
    "ENGINE": ("Type", "Name", "Status"),
    "ENGINES": ("Engine", "Support", "Comment", "Transactions?", "XA?", "Savepoints?"),
    "ERRORS": ("Level", "Code", "Message"),
    "EVENTS": (
        *("Db", "Name", "Definer", "Time zone", "Type", "Execute at?", "Interval value?"),
        *("Interval field?", "Starts?", "Ends?", "Status", "Originator", *_CODE),
        "Database Collation",
    ),
    "EXPLAIN": (*_PLAN, "ref?", "rows?", "Extra"),
    "EXPLAIN EXTENDED": (*_PLAN, "ref?", "rows?", "filtered?", "Extra"),
    "EXPLAIN PARTITIONS": (
        *("id?", "select_type", "table?", "partitions?", "type?", "possible_keys?", "key?"),
        *("key_len?", "ref?", "rows?", "Extra"),
    ),
    "ANALYZE SELECT": (*(*_PLAN, "ref?", "rows?", "r_rows?", "filtered?", "r_filtered?", "Extra"),),
    "EXPLAIN FORMAT": ("EXPLAIN",),
    "ANALYZE FORMAT": ("ANALYZE",),
    "FULL COLUMNS": (
        *("Field", "Type", "Collation?", "Null", "Key", "Default?", "Extra", "Privileges"),
        "Comment",
    ),
    "FUNCTION STATUS": _ROUTINES,
    "GRANTS": ("Grants",),
    "INDEX": (*_INDEXES, "Ignored"),
    "OPEN TABLES": ("Database", "Table", "In_use", "Name_locked"),
    "OPTIMIZE": _REPORT,
    "PLUGINS": ("Name", "Status", "Type", "Library?", "License"),
    "PRIVILEGES": ("Privilege", "Context", "Comment"),
    "PROCEDURE STATUS": _ROUTINES,
    "PROCESSLIST": (*_PROCESSES, "Progress"),
    "PROFILE": ("Status", "Duration"),
    "PROFILES": ("Query_ID", "Duration", "Query"),
    "REPAIR": _REPORT,
    "STATUS": ("Variable_name", "Value"),
    "FULL TABLES": ("Tables", "Table_type"),
    "TABLES": ("Tables",),
    "TABLE STATUS": (*_TABLES, "Max_index_length?", "Temporary?"),
    "TRIGGERS": (
        *("Trigger", "Event", "Table", "Statement?", "Timing", "Created?", "sql_mode", "Definer?"),
        *(*_CODE, "Database Collation"),
    ),
    "VARIABLES": ("Variable_name", "Value"),
    "WARNINGS": ("Level", "Code", "Message"),
}
_OF_MYSQL: Final = {
    "COLLATION": (*_COLLATIONS, "Pad_attribute"),
    "EXPLAIN": (
        *("id?", "select_type", "table?", "partitions?", "type?", "possible_keys?", "key?"),
        *("key_len?", "ref?", "rows?", "filtered?", "Extra?"),
    ),
    "INDEX": (*_INDEXES, "Visible", "Expression?"),
    "PLUGINS": ("Name", "Status", "Type", "Library?", "License?"),
    "PROCESSLIST": _PROCESSES,
    "TABLE STATUS": _TABLES,
}
_BIGINT: Final = "bigint"
_UNSIGNED: Final = "bigint unsigned"
# Of the columns that are no text.
_TYPES: Final = {
    "@@session.error_count": _UNSIGNED,
    "@@session.warning_count": _UNSIGNED,
    "Auto_increment": _UNSIGNED,
    "Avg_row_length": _UNSIGNED,
    "Cardinality": _BIGINT,
    "Check_time": "datetime",
    "Checksum": _UNSIGNED,
    "Code": "int unsigned",
    "Create_time": "datetime",
    "Created": "datetime",
    "Data_free": _UNSIGNED,
    "Data_length": _UNSIGNED,
    "Duration": "double",
    "Ends": "datetime",
    "Execute at": "datetime",
    "Id": _BIGINT,
    "In_use": _BIGINT,
    "Index_length": _UNSIGNED,
    "Max_data_length": _UNSIGNED,
    "Max_index_length": _UNSIGNED,
    "Maxlen": _BIGINT,
    "Modified": "datetime",
    "Name_locked": _BIGINT,
    "Non_unique": _BIGINT,
    "Originator": _BIGINT,
    "Progress": "double",
    "Query_ID": "int unsigned",
    "Rows": _UNSIGNED,
    "Seq_in_index": "int unsigned",
    "Sortlen": _BIGINT,
    "Starts": "datetime",
    "Sub_part": _BIGINT,
    "Time": "int",
    "Update_time": "datetime",
    "Version": _UNSIGNED,
    "filtered": "double",
    "r_filtered": "double",
    "id": _UNSIGNED,
}


def columns_of(statement: str, engine: Engine, span: Span) -> tuple[syntax.ColumnDefinition, ...]:
    """Return the columns of a statement's rows.

    Args:
        statement: What is shown, in upper case: ``FULL COLUMNS``.
        engine: MySQL or MariaDB.
        span: The place of every node.

    Returns:
        The columns, none for what is not known.
    """
    columns = _COLUMNS.get(statement, ())
    if engine is Engine.MYSQL:
        columns = _OF_MYSQL.get(statement, columns)
    return tuple(_column(column, engine, span) for column in columns)


def _column(column: str, engine: Engine, span: Span) -> syntax.ColumnDefinition:
    name = column.removesuffix("?")
    type_ = _TYPES.get(name, "varchar")
    if name == "rows" and engine is Engine.MYSQL:
        type_ = _UNSIGNED
    type_name = syntax.TypeName((type_,), span=span)
    return syntax.ColumnDefinition(name, type_name, column != name, span=span)
