"""Remembering the last run of ``flash gen``, so that an unchanged project costs nothing.

``.flash/gen.json`` holds a digest of everything the output depends on (Flash
itself, the configuration, every SQL file) and a digest of each file written.
When all of them still hold, the run would write what is there.  The cache is
never needed: without it, or when it cannot be read, the project is compiled.

Depends on: _version.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from ._version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from .config import Config
    from .inputs import Inputs

_FORMAT: Final = 1
_PACKAGE: Final = Path(__file__).parent


def digest(config: Config, inputs: Inputs) -> str:
    """Return a digest of everything that decides what is generated."""
    parts = [f"{_FORMAT} {VERSION}".encode(), *_own_files(), repr(config).encode()]
    for files in (inputs.schema, inputs.queries):
        parts.append(str(len(files)).encode())
        for file in files:
            parts += (file.path.encode(errors="surrogateescape"), file.data)
    # With its length before it, no part can pass for the end of another.
    framed = b"".join(b"%d:%b" % (len(part), part) for part in parts)
    return hashlib.sha256(framed).hexdigest()


def lookup(config: Config, key: str) -> list[str] | None:
    """Return the warnings of the last run, rendered, when that run is still valid.

    It is when it had the same key and all of its files are as it left them.
    """
    try:
        content: object = json.loads(_file(config).read_bytes())
        if not isinstance(content, dict):
            return None
        stored = cast("dict[str, object]", content)
        outputs, warnings = stored.get("outputs"), stored.get("warnings")
        if stored.get("key") != key or not isinstance(outputs, dict):
            return None
        for name, expected in cast("dict[str, object]", outputs).items():
            # Version control may have changed line ends, as it does on Windows.
            data = (config.root / config.python.out / name).read_bytes().replace(b"\r\n", b"\n")
            if hashlib.sha256(data).hexdigest() != expected:
                return None
        shown = cast("list[object]", warnings) if isinstance(warnings, list) else []
        return [str(warning) for warning in shown]
    except (OSError, ValueError, RecursionError):
        return None


def store(config: Config, key: str, files: Mapping[str, str], warnings: Sequence[str]) -> None:
    """Remember a run; does nothing where nothing can be written."""
    outputs = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in files.items()}
    content = {"key": key, "outputs": outputs, "warnings": list(warnings)}
    file = _file(config)
    with contextlib.suppress(OSError):
        file.parent.mkdir(exist_ok=True)
        (file.parent / ".gitignore").write_text("*\n")
        written = file.with_name(f"gen.{os.getpid()}.tmp")
        written.write_text(json.dumps(content))
        written.replace(file)


def _file(config: Config) -> Path:
    return config.root / ".flash" / "gen.json"


def _own_files() -> Iterator[bytes]:
    # The version alone would keep what an older checkout of the same version wrote.
    for folder, _, names in sorted(os.walk(_PACKAGE)):
        for name in sorted(names):
            if name.endswith((".py", ".json")):
                status = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118 - runs at every start
                yield f"{folder}/{name} {status.st_size} {status.st_mtime_ns}".encode()
