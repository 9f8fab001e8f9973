"""Write the columns of what MariaDB tells about itself, and the types of its variables.

Run ``python tools/dump_mysql.py HOST PORT`` against the newest supported server.  The files
hold one entry a line, sorted, so that a new version shows as a readable difference:
``mysql_information_schema.json`` and ``mysql_variables.json``.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pymysql

FOLDER = Path(__file__).parent.parent / "flash_core" / "types" / "data"

COLUMNS = """
SELECT table_name, column_name, data_type, column_type, is_nullable
FROM information_schema.columns WHERE table_schema = 'information_schema'
ORDER BY table_name, ordinal_position
"""
VARIABLES = """
SELECT LOWER(variable_name), variable_type, global_value IS NULL
FROM information_schema.system_variables ORDER BY 1
"""
TYPES = {
    "BOOLEAN": "bigint",
    "INT": "bigint",
    "INT UNSIGNED": "bigint unsigned",
    "BIGINT": "bigint",
    "BIGINT UNSIGNED": "bigint unsigned",
    "DOUBLE": "double",
}
"""Type of ``@@name`` by the type of the variable; all others are texts."""


def type_name(data_type: str, column_type: str) -> str:
    """Return our name of a column's type."""
    if column_type == "tinyint(1)":
        return "boolean"
    if data_type == "enum":
        return "varchar"
    return data_type + " unsigned" * column_type.endswith("unsigned")


def write(name: str, entries: dict[str, str]) -> None:
    """Write one file, an entry a line."""
    lines = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in sorted(entries.items())]
    (FOLDER / name).write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


def main(host: str, port: str) -> None:
    """Dump both files."""
    connection = pymysql.connect(host=host, port=int(port), user="root")
    with connection, connection.cursor() as cursor:
        cursor.execute(COLUMNS)
        tables: dict[str, list[str]] = {}
        for table, column, data_type, column_type, nullable in cursor.fetchall():
            mark = "" if nullable == "YES" else "!"
            text = f"{column}:{type_name(data_type, column_type)}{mark}"
            tables.setdefault(table, []).append(text)
        write("mysql_information_schema.json", {k: "|".join(v) for k, v in tables.items()})
        cursor.execute(VARIABLES)
        found = {name: TYPES.get(type_, "varchar") for name, type_, _ in cursor.fetchall()}
        write("mysql_variables.json", found)


if __name__ == "__main__":
    main(*sys.argv[1:])
