"""Network addresses in quotes: which PostgreSQL certainly refuses.  Manual, section 8.9.

Depends on: postgres_input (for :class:`Refusal`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from .postgres_input import SPACE, Refusal

if TYPE_CHECKING:
    from collections.abc import Callable

_IPV4: Final = r"(?a)\d{1,3}(?:\.\d{1,3}){3}"
_LOOSE: Final = r"(?a)[\da-fA-F:]*\.[\da-fA-F.:]*"
_MAC: Final = r"(?a)[\da-fA-FxX:.+\-\s]+"
_PLAIN_MAC: Final = r"[\da-fA-F:.]*"
_HALVES: Final = r"[\da-fA-F]{5,6}:[\da-fA-F]{5,6}"
_THIRDS: Final = r"[\da-fA-F]{3,4}\.[\da-fA-F]{3,4}\.[\da-fA-F]{3,4}"
_WHOLE: Final = r"[\da-fA-F]{11,12}"
_SIXTHS: Final = r"(?a)[\da-fA-F]+(?P<mark>[:-])(?:[\da-fA-F]+(?P=mark)){4}[\da-fA-F]+"
_BYTE: Final = 255
_IPV4_BITS: Final = 32


def address(text: str, name: str) -> Refusal | None:
    """Return what the server says of an address, if it surely refuses it."""
    return _KINDS[name](text, name)


def _syntax(text: str, name: str) -> Refusal:
    return Refusal(f'invalid input syntax for type {name}: "{text}"')


def _inet(text: str, name: str) -> Refusal | None:
    address, slash, length = text.partition("/")
    if re.fullmatch(_IPV4, address):
        good, width = all(int(part) < 256 for part in address.split(".")), 32  # noqa: PLR2004 - bytes
    elif re.fullmatch(_LOOSE, address) and (slash or ":" in address):
        return None  # 10.1/16, ::1.2: the server is generous
    else:
        good, width = _is_ipv6(address), 128
    if slash:
        good = good and length.isdecimal() and length.isascii() and int(length) <= width
    return None if good else _syntax(text, name)


def _is_ipv6(text: str) -> bool:
    from ipaddress import IPv6Address  # noqa: PLC0415 - few projects hold such a constant

    try:
        IPv6Address(text)
    except ValueError:
        return False
    return "%" not in text


def _cidr(text: str, name: str) -> Refusal | None:
    if not re.fullmatch(r"[\da-fA-F.:]+(?:/\d+)?", text, re.ASCII):
        return _syntax(text, name)
    if text.count(".") < 3 and ":" not in text:  # noqa: PLR2004 - a short form, 10/8
        address, _, length = text.partition("/")
        return _syntax(text, name) if address and length and int(length) > _IPV4_BITS else None
    if _inet(text, name) is not None:
        return _syntax(text, name)
    from ipaddress import ip_network  # noqa: PLC0415 - few projects hold such a constant

    try:
        ip_network(text)
    except ValueError as why:
        return Refusal(f'invalid cidr value: "{text}"') if "host bits" in str(why) else None
    return None


def _macaddr(text: str, name: str) -> Refusal | None:
    trimmed = text.strip(SPACE)
    if not re.fullmatch(_MAC, trimmed):
        return _syntax(text, name)
    if not re.fullmatch(_SIXTHS, trimmed):
        # spaces inside, 0x and signs, as a hyphen may be one, are read by the server's libc
        sure = re.fullmatch(_PLAIN_MAC, trimmed) and not any(
            re.fullmatch(form, trimmed) for form in (_HALVES, _THIRDS, _WHOLE)
        )
        return _syntax(text, name) if sure else None
    if all(int(byte, 16) <= _BYTE for byte in re.split("[:-]", trimmed)):
        return None
    return Refusal(f'invalid octet value in "macaddr" value: "{text}"', "22003")


def _macaddr8(text: str, name: str) -> Refusal | None:
    digits = re.sub(r"[:.\-\s]", "", text)
    few, many = 12, 17  # the server does not look at a last digit alone
    good = re.fullmatch(r"[\da-fA-F]*.?", digits, re.DOTALL) and few <= len(digits) <= many
    return None if good else _syntax(text, name)


_KINDS: Final[dict[str, Callable[[str, str], Refusal | None]]] = {
    "inet": _inet,
    "cidr": _cidr,
    "macaddr": _macaddr,
    "macaddr8": _macaddr8,
}
