"""Functions whose calls the grammar itself knows: how they are written, not what they return.

Asked of MariaDB, one by one; MySQL's are those of its manual.

Depends on: engine.
"""

from __future__ import annotations

from typing import Final

from flash_core.engine import Engine

# fmt: off - word lists, not one word a line
# Reserved words that are functions before a parenthesis.
RESERVED_FUNCTIONS: Final = frozenset(
    {
        "CUME_DIST",
        "CURRENT_DATE",
        "CURRENT_ROLE",
        "CURRENT_TIME",
        "CURRENT_TIMESTAMP",
        "CURRENT_USER",
        "DATABASE",
        "DENSE_RANK",
        "FIRST_VALUE",
        "GROUPING",
        "IF",
        "INSERT",
        "LAG",
        "LAST_VALUE",
        "LEAD",
        "LEFT",
        "LOCALTIME",
        "LOCALTIMESTAMP",
        "MOD",
        "NTH_VALUE",
        "NTILE",
        "PERCENT_RANK",
        "RANK",
        "REPEAT",
        "REPLACE",
        "RIGHT",
        "ROW_NUMBER",
        "SCHEMA",
        "UTC_DATE",
        "UTC_TIME",
        "UTC_TIMESTAMP",
    }
)
_ALONE: Final = frozenset({"CUME_DIST", "DENSE_RANK", "PERCENT_RANK", "RANK", "ROW_NUMBER"})
_RANKING: Final = _ALONE | frozenset(
    {
        "FIRST_VALUE",
        "LAG",
        "LEAD",
        "MEDIAN",
        "NTH_VALUE",
        "NTILE",
        "PERCENTILE_CONT",
        "PERCENTILE_DISC",
    }
)
_GLUED: Final = frozenset(
    {
        "ADDDATE",
        "BIT_AND",
        "BIT_OR",
        "BIT_XOR",
        "CAST",
        "COUNT",
        "CURDATE",
        "CURTIME",
        "DATE_ADD",
        "DATE_SUB",
        "EXTRACT",
        "GROUP_CONCAT",
        "JSON_ARRAYAGG",
        "JSON_OBJECTAGG",
        "MAX",
        "MID",
        "MIN",
        "NOW",
        "POSITION",
        "SESSION_USER",
        "STD",
        "STDDEV",
        "STDDEV_POP",
        "STDDEV_SAMP",
        "SUBDATE",
        "SUBSTR",
        "SUBSTRING",
        "SUM",
        "SYSTEM_USER",
        "TRIM",
        "VARIANCE",
        "VAR_POP",
        "VAR_SAMP",
    }
)
AGGREGATES: Final = frozenset(
    {
        "AVG",
        "BIT_AND",
        "BIT_OR",
        "BIT_XOR",
        "COUNT",
        "MAX",
        "MIN",
        "STD",
        "STDDEV",
        "STDDEV_POP",
        "STDDEV_SAMP",
        "SUM",
        "VARIANCE",
        "VAR_POP",
        "VAR_SAMP",
    }
)
DISTINCT_AGGREGATES: Final = frozenset({"AVG", "COUNT", "MAX", "MIN", "SUM"})
CONCATENATING: Final = frozenset({"GROUP_CONCAT", "JSON_ARRAYAGG"})
WINDOWED: Final = AGGREGATES | CONCATENATING | _RANKING | {"JSON_OBJECTAGG", "LAST_VALUE"}
OVER_REQUIRED: Final = _RANKING
"""Functions that are no functions without OVER."""
TIMES: Final = frozenset(
    {
        "CURRENT_TIME",
        "CURRENT_TIMESTAMP",
        "CURTIME",
        "LOCALTIME",
        "LOCALTIMESTAMP",
        "NOW",
        "SYSDATE",
        "UTC_TIME",
        "UTC_TIMESTAMP",
    }
)
"""Functions whose one argument is a number of digits, a constant."""
_ONE: Final = frozenset(
    {
        "ASCII",
        "CHARSET",
        "DATE",
        "DAY",
        "FIRST_VALUE",
        "HOUR",
        "LASTVAL",
        "MEDIAN",
        "MINUTE",
        "MONTH",
        "NEXTVAL",
        "NTILE",
        "PASSWORD",
        "PERCENTILE_CONT",
        "PERCENTILE_DISC",
        "SECOND",
        "TIME",
        "YEAR",
    }
)
_NONE: Final = _ALONE | frozenset(
    {
        "CURDATE",
        "CURRENT_DATE",
        "CURRENT_ROLE",
        "CURRENT_USER",
        "ROWNUM",
        "SESSION_USER",
        "SYSTEM_USER",
        "USER",
        "UTC_DATE",
    }
)
# fmt: on
_MARIADB_ONLY: Final = frozenset({"LASTVAL", "MEDIAN", "NEXTVAL", "PASSWORD", "ROWNUM"})
_SEVERAL: Final = {
    "IF": (3, 3),
    "INSERT": (4, 4),
    "JSON_OBJECTAGG": (2, 2),
    "LAG": (1, 2),
    "LAST_VALUE": (1, 99),
    "LEAD": (1, 2),
    "LEFT": (2, 2),
    "MOD": (2, 2),
    "NTH_VALUE": (2, 2),
    "REPEAT": (2, 2),
    "REPLACE": (3, 3),
    "RIGHT": (2, 2),
    "TIMESTAMP": (1, 2),
    "TRUNCATE": (2, 2),
}
_MARIADB: Final = {
    **dict.fromkeys(_NONE, (0, 0)),
    **dict.fromkeys(_ONE, (1, 1)),
    **_SEVERAL,
}
_MYSQL: Final = {
    **{name: counts for name, counts in _MARIADB.items() if name not in _MARIADB_ONLY},
    "LAG": (1, 3),
    "LEAD": (1, 3),
}
_ARITIES: Final = {Engine.MARIADB: _MARIADB, Engine.MYSQL: _MYSQL}
# MySQL has reserved the names of the window functions, so a space may follow them there.
_ALL_GLUED: Final = {Engine.MARIADB: _GLUED | _RANKING - {"ROW_NUMBER"}, Engine.MYSQL: _GLUED}


def arities(engine: Engine) -> dict[str, tuple[int, int]]:
    """Return the least and most arguments of each function that the grammar counts them of."""
    return _ARITIES[engine]


def glued_functions(engine: Engine) -> frozenset[str]:
    """Return the names that are functions only where the parenthesis follows at once."""
    return _ALL_GLUED[engine]
