# Generated from flash_core/database/drivers/mysql_options.py by `nox -s unasync`: edit that file.
"""From a URL to what the drivers of MySQL and MariaDB are told.

Depends on: errors.
"""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl, unquote, urlsplit

from flash_core.errors import ConfigError

_KNOWN: Final = (
    "charset",
    "connect_timeout",
    "ssl",
    "ssl_ca",
    "ssl_cert",
    "ssl_key",
    "unix_socket",
)
_TLS: Final = ("disabled", "required", "verify_ca", "verify_identity")
_OTHER_WORDS: Final = {
    "false": "disabled",
    "0": "disabled",
    "true": "verify_identity",
    "1": "verify_identity",
}


@dataclass(frozen=True, slots=True)
class Options:
    """Where and how to connect.

    Attributes:
        server: ``MySQL`` or ``MariaDB``, for messages.
        host: Where the server is.
        port: Where it listens.
        user: ``None`` for the name of the process's user.
        password: Empty for none.
        database: ``None`` to choose none.
        unix_socket: A path that is used in place of host and port.
        charset: Of the connection.
        connect_timeout: In seconds.
        tls: How the connection is encrypted; ``None`` when it is not.
    """

    server: str
    host: str
    port: int
    user: str | None
    password: str
    database: str | None
    unix_socket: str | None
    charset: str
    connect_timeout: float
    tls: ssl.SSLContext | None

    @property
    def place(self) -> str:
        """Where the server is, for messages."""
        return self.unix_socket or f"{self.host}:{self.port}"


def read_url(url: str, timeout: float) -> Options:
    """Read ``mysql://user:password@host:port/database?option=value``.

    Args:
        url: Begins with ``mysql:`` or ``mariadb:``.
        timeout: Seconds to wait for the server, unless the URL says otherwise.

    Raises:
        ConfigError: A part of it is wrong.
    """
    try:
        parts = urlsplit(url)
        port = parts.port or 3306
    except ValueError as exc:
        message = f"not a MySQL URL: {exc}; write mysql://user:password@host:3306/database"
        raise ConfigError(message) from exc
    given = dict(parse_qsl(parts.query, keep_blank_values=True))
    unknown = [name for name in given if name not in _KNOWN]
    if unknown:
        message = f"a MySQL URL has no option {unknown[0]}; there are {', '.join(_KNOWN)}"
        raise ConfigError(message)
    return Options(
        server="MariaDB" if parts.scheme == "mariadb" else "MySQL",
        host=parts.hostname or "localhost",
        port=port,
        user=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password or ""),
        database=unquote(parts.path.lstrip("/")) or None,
        unix_socket=given.get("unix_socket"),
        charset=given.get("charset", "utf8mb4"),
        connect_timeout=_seconds(given.get("connect_timeout"), timeout),
        tls=_tls(given),
    )


def _seconds(given: str | None, otherwise: float) -> float:
    try:
        seconds = otherwise if given is None else float(given)
    except ValueError:
        seconds = 0
    if seconds <= 0:
        message = f"connect_timeout is a number of seconds; got {given}"
        raise ConfigError(message)
    return seconds


def _tls(given: dict[str, str]) -> ssl.SSLContext | None:
    files = [name for name in ("ssl_ca", "ssl_cert", "ssl_key") if name in given]
    asked = given.get("ssl", "verify_identity" if files else "disabled").lower()
    mode = _OTHER_WORDS.get(asked, asked).replace("-", "_")
    if mode not in _TLS:
        message = f"ssl is one of {', '.join(_TLS)}; got {asked}"
        raise ConfigError(message)
    if mode == "disabled":
        return None
    try:
        context = ssl.create_default_context(cafile=given.get("ssl_ca"))
        if "ssl_cert" in given:
            context.load_cert_chain(given["ssl_cert"], given.get("ssl_key"))
    except OSError as exc:
        message = f"the certificates of the URL ({', '.join(files)}) cannot be read: {exc}"
        raise ConfigError(message) from exc
    context.check_hostname = mode == "verify_identity"
    context.verify_mode = ssl.CERT_NONE if mode == "required" else ssl.CERT_REQUIRED
    return context
