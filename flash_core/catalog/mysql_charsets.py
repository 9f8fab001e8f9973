"""Character sets and collations of MySQL and MariaDB.

A collation begins with the name of its character set.

Depends on: engine.
"""

from __future__ import annotations

from typing import Final

from flash_core.engine import Engine

# Where the default collation is not called <character set>_general_ci.
_DEFAULTS: Final = {
    "armscii8": "armscii8_general_ci", "big5": "big5_chinese_ci", "binary": "binary",
    "cp850": "cp850_general_ci", "cp932": "cp932_japanese_ci", "dec8": "dec8_swedish_ci",
    "eucjpms": "eucjpms_japanese_ci", "euckr": "euckr_korean_ci", "gb2312": "gb2312_chinese_ci",
    "gb18030": "gb18030_chinese_ci", "gbk": "gbk_chinese_ci", "hp8": "hp8_english_ci",
    "latin1": "latin1_swedish_ci", "latin5": "latin5_turkish_ci", "sjis": "sjis_japanese_ci",
    "swe7": "swe7_swedish_ci", "tis620": "tis620_thai_ci", "ujis": "ujis_japanese_ci",
}  # fmt: skip

CHARSETS: Final = frozenset(_DEFAULTS) | frozenset(
    [
        "ascii",
        "cp1250",
        "cp1251",
        "cp1256",
        "cp1257",
        "cp852",
        "cp866",
        "geostd8",
        "greek",
        "hebrew",
        "keybcs2",
        "koi8r",
        "koi8u",
        "latin2",
        "latin7",
        "macce",
        "macroman",
        "ucs2",
        "uca1400",
        "utf16",
        "utf16le",
        "utf32",
        "utf8mb3",
        "utf8mb4",
    ]
)


def default_collation(charset: str, engine: Engine) -> str:
    """Return the collation that a character set has without one being named."""
    if charset == "utf8mb4" and engine is Engine.MYSQL:
        return "utf8mb4_0900_ai_ci"
    return _DEFAULTS.get(charset, f"{charset}_general_ci")


def effective(charset: str | None, collation: str | None, engine: Engine) -> str | None:
    """Return the collation that a column or table has by what it says, or ``None``.

    ``default`` is the character set of the database, which is not known.
    """
    if collation == "_bin":
        return f"{charset or 'utf8mb4'}_bin"
    if collation is not None:
        return collation
    return None if charset in {None, "default"} else default_collation(charset or "", engine)


def charset_of(collation: str) -> str:
    """Return the character set of a collation."""
    return collation.partition("_")[0]
