"""Character sets and collations of MySQL and MariaDB.

A collation begins with the name of its character set.  MariaDB's were asked of the server.
MySQL has many more collations, so of those only the character set is looked at.

Depends on: engine.
"""

from __future__ import annotations

from functools import cache
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

_UNICODE: Final = ("ucs2", "utf16", "utf32", "utf8mb3", "utf8mb4")
_LANGUAGES: Final = (
    "croatian czech danish esperanto estonian german2 hungarian icelandic latvian lithuanian "
    "persian polish roman romanian sinhala slovak slovenian spanish spanish2 swedish turkish "
    "vietnamese"
)
_PLAIN: Final = "general_ci general_nopad_ci"
# What follows the character set in a collation's name, beside bin and nopad_bin.
_OWN: Final = {
    "armscii8 ascii cp1256 cp850 cp852 cp866 geostd8 greek hebrew": _PLAIN,
    "keybcs2 koi8r koi8u macce macroman utf16le": _PLAIN,
    "big5 gb2312 gbk": "chinese_ci chinese_nopad_ci",
    "cp1250": f"{_PLAIN} croatian_ci czech_cs polish_ci",
    "cp1251": f"{_PLAIN} bulgarian_ci general_cs ukrainian_ci",
    "cp1257": f"{_PLAIN} lithuanian_ci",
    "cp932 eucjpms sjis ujis": "japanese_ci japanese_nopad_ci",
    "dec8 swe7": "swedish_ci swedish_nopad_ci",
    "euckr": "korean_ci korean_nopad_ci",
    "hp8": "english_ci english_nopad_ci",
    "latin1": "danish_ci general_ci general_cs german1_ci german2_ci spanish_ci swedish_ci "
    "swedish_nopad_ci",
    "latin2": f"{_PLAIN} croatian_ci czech_cs hungarian_ci",
    "latin5": "turkish_ci turkish_nopad_ci",
    "latin7": f"{_PLAIN} estonian_cs general_cs",
    "tis620": "thai_ci thai_nopad_ci",
    " ".join(_UNICODE): f"{_PLAIN} croatian_mysql561_ci myanmar_ci thai_520_w2 unicode_520_ci "
    "unicode_520_nopad_ci unicode_ci unicode_nopad_ci "
    + " ".join(f"{language}_ci" for language in _LANGUAGES.split()),
    "ucs2 utf8mb3": "general_mysql500_ci",
}
_CHARSETS: Final = frozenset(" ".join(_OWN).split()) | {"binary"}
_OF_MYSQL: Final = frozenset({"gb18030"})


_WIDTHS: Final = {
    "ucs2": 2, "sjis": 2, "cp932": 2, "gbk": 2, "gb2312": 2, "big5": 2, "euckr": 2, "utf8mb3": 3,
    "ujis": 3, "eucjpms": 3, "utf8mb4": 4, "utf16": 4, "utf16le": 4, "utf32": 4, "gb18030": 4,
}  # fmt: skip


def charsets(engine: Engine) -> frozenset[str]:
    """Return the names of the server's character sets, ``utf8`` under the one it has today."""
    return _CHARSETS | _OF_MYSQL if engine is Engine.MYSQL else _CHARSETS


@cache
def collations() -> frozenset[str]:
    """Return the names of MariaDB's collations."""
    found = {"binary"}
    for names, endings in _OWN.items():
        for charset in names.split():
            found |= {f"{charset}_{end}" for end in ("bin", "nopad_bin", *endings.split())}
    for language in ("", *(f"{word}_" for word in _LANGUAGES.split())):
        for padding in ("", "nopad_"):
            for case in ("ai_ci", "ai_cs", "as_ci", "as_cs"):
                name = f"uca1400_{language}{padding}{case}"
                found |= {name, *(f"{charset}_{name}" for charset in _UNICODE)}
    return frozenset(found)


def canonical(name: str) -> str:
    """Return a name in lower case, ``utf8`` under the name that it has today."""
    name = name.lower()
    return name.replace("utf8", "utf8mb3", 1) if name == "utf8" or name[:5] == "utf8_" else name


def has_collation(name: str, engine: Engine) -> bool:
    """Tell whether the server has a collation; newer ones of MariaDB have MySQL's, too."""
    found = canonical(name)
    if engine is Engine.MYSQL or "_0900_" in found:
        return found.partition("_")[0] in charsets(engine)
    return found in collations()


def default_collation(charset: str, engine: Engine) -> str:
    """Return the collation that a character set has without one being named."""
    if charset == "utf8mb4" and engine is Engine.MYSQL:
        return "utf8mb4_0900_ai_ci"
    return _DEFAULTS.get(charset, f"{charset}_general_ci")


def effective(charset: str | None, collation: str | None, engine: Engine) -> str | None:
    """Return the collation that a column or table has by what it says, or ``None``.

    ``default`` is the character set of the database, which is not known.
    """
    if collation is not None and of_any_charset(collation):
        own = charset if charset not in {None, "default"} else "utf8mb4"
        return f"{own}_{collation.removeprefix('_')}"
    if collation is not None:
        return collation
    return None if charset in {None, "default"} else default_collation(charset or "", engine)


def of_any_charset(collation: str) -> bool:
    """Tell whether a collation is written without the name of its character set."""
    return collation == "_bin" or collation.startswith("uca1400_")


def width(charset: str) -> int:
    """Return how many bytes a character takes at most."""
    return _WIDTHS.get(canonical(charset), 1)


def charset_of(collation: str) -> str:
    """Return the character set of a collation."""
    return collation.partition("_")[0]
