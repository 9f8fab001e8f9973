"""Remembering the last run of ``flash gen``, so that an unchanged project costs nothing.

``.flash/gen.json`` holds a digest of everything the output depends on (Flash
itself, the configuration, every SQL file) and a digest of each file written.
When all of them still hold, the run would write what is there.
``.flash/queries.json`` holds what was found out about each query file, under a
digest of all but these files: one that has not changed is not analysed again.
The cache is never needed: without it, or when it cannot be read, the project is
compiled.

Depends on: _version, digests.
"""

from __future__ import annotations

import contextlib
import functools
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from ._version import VERSION
from .digests import digest_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .config import Config
    from .inputs import InputFile, Inputs

_FORMAT: Final = 1
_PACKAGE: Final = Path(__file__).parent
_ELSEWHERE: Final = frozenset({"__pycache__", "database", "migrations"})  # decide nothing here


def digest(config: Config, inputs: Inputs) -> str:
    """Return a digest of everything that decides what is generated."""
    return _digest(config, inputs.schema, inputs.queries)


def schema_digest(config: Config, inputs: Inputs) -> str:
    """Return a digest of everything that decides what a query file means, but for the file."""
    return _digest(config, inputs.schema)


def _digest(config: Config, *inputs: Sequence[InputFile]) -> str:
    parts = [f"{_FORMAT} {VERSION}".encode(), *_own_files(), repr(config).encode()]
    for files in inputs:
        parts.append(str(len(files)).encode())
        for file in files:
            parts += (file.path.encode(errors="surrogateescape"), file.data)
    # With its length before it, no part can pass for the end of another.
    framed = b"".join(b"%d:%b" % (len(part), part) for part in parts)
    return digest_of(framed)


def lookup(config: Config, key: str) -> list[str] | None:
    """Return the warnings of the last run, rendered, when that run is still valid.

    It is when it had the same key and all of its files are as it left them.
    """
    try:
        content: object = json.loads(_file(config, "gen").read_bytes())
        if not isinstance(content, dict):
            return None
        stored = cast("dict[str, object]", content)
        outputs, warnings = stored.get("outputs"), stored.get("warnings")
        if stored.get("key") != key or not isinstance(outputs, dict):
            return None
        for name, expected in cast("dict[str, object]", outputs).items():
            # Version control may have changed line ends, as it does on Windows.
            data = (config.root / config.python.out / name).read_bytes().replace(b"\r\n", b"\n")
            if digest_of(data) != expected:
                return None
        shown = cast("list[object]", warnings) if isinstance(warnings, list) else []
        return [str(warning) for warning in shown]
    except (OSError, ValueError, RecursionError):
        return None


def store(config: Config, key: str, files: Mapping[str, str], warnings: Sequence[str]) -> None:
    """Remember a run; does nothing where nothing can be written."""
    outputs = {name: digest_of(text.encode()) for name, text in files.items()}
    _write(_file(config, "gen"), {"key": key, "outputs": outputs, "warnings": list(warnings)})


def recorded(config: Config, key: str) -> dict[str, object]:
    """Return the records of query files that :func:`record` kept under the same key."""
    try:
        content: object = json.loads(_file(config, "queries").read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    stored = cast("dict[str, object]", content) if isinstance(content, dict) else {}
    files = stored.get("files")
    if stored.get("key") != key or not isinstance(files, dict):
        return {}
    return cast("dict[str, object]", files)


def record(config: Config, key: str, files: Mapping[str, object]) -> None:
    """Keep what is known of query files, by path; does nothing where nothing can be written."""
    _write(_file(config, "queries"), {"key": key, "files": files})


def _write(file: Path, content: Mapping[str, object]) -> None:
    with contextlib.suppress(OSError):
        file.parent.mkdir(exist_ok=True)
        (file.parent / ".gitignore").write_text("*\n")
        written = file.with_name(f"{file.stem}.{os.getpid()}.tmp")
        written.write_text(json.dumps(content, check_circular=False, separators=(",", ":")))
        written.replace(file)


def _file(config: Config, name: str) -> Path:
    return config.root / ".flash" / f"{name}.json"


@functools.cache
def _own_files() -> Sequence[bytes]:
    # The version alone would keep what an older checkout of the same version wrote.
    found: list[bytes] = []
    folders = [str(_PACKAGE)]
    for folder in folders:  # which grows
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.endswith((".py", ".json")):
                    status = entry.stat()
                    found.append(f"{entry.path} {status.st_size} {status.st_mtime_ns}".encode())
                elif entry.name not in _ELSEWHERE and entry.is_dir():
                    folders.append(entry.path)
    return sorted(found)
