"""The SQL files of a project, read once.

Bytes first: ``flash gen`` compares them with its last run and, most of the
time, needs nothing else.  Files are listed in the order of their paths, with
those of sub-folders, hidden ones left out.

Depends on: config, errors, sql.source.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from flash_core._dataclass import dataclass, field

from .errors import ConfigError
from .sql.source import Diagnostic, SourceFile, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .config import Config

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file as it is on disk.

    Attributes:
        path: Relative to the project, with ``/``, as shown in messages.
        data: Its bytes.
    """

    path: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that a run of the compiler depends on, besides the configuration."""

    schema: tuple[InputFile, ...]
    queries: tuple[InputFile, ...]


def read_inputs(config: Config) -> Inputs:
    """Read the schema's and the queries' files.

    Raises:
        ConfigError: A folder of the configuration does not exist.
        OSError: A file cannot be read.
    """
    return Inputs(read_schema(config), _read_queries(config))


def read_schema(config: Config) -> tuple[InputFile, ...]:
    """Read the schema's files; other folders of the project below its own are left out.

    Raises:
        ConfigError: The folder does not exist.
        OSError: A file cannot be read.
    """
    others = (config.queries, config.migrations_path, config.export_path)
    return _read(config, "schema_dir", config.schema_dir, others)


def _read_queries(config: Config) -> tuple[InputFile, ...]:
    others = (config.schema_dir, config.migrations_path, config.export_path)
    return _read(config, "queries", config.queries, others)


def sources(files: Iterable[InputFile]) -> tuple[list[SourceFile], list[Diagnostic]]:
    """Decode files; one that is not UTF-8 is reported and left out."""
    decoded: list[SourceFile] = []
    problems: list[Diagnostic] = []
    for file in files:
        try:
            decoded.append(SourceFile(file.path, _text(file)))
        except UnicodeDecodeError as error:
            problems.append(_not_text(file, error))
    return decoded, problems


def _text(file: InputFile) -> str:
    return file.data.removeprefix(_BOM).decode()


def _not_text(file: InputFile, error: UnicodeDecodeError) -> Diagnostic:
    data = file.data.removeprefix(_BOM)
    start = len(data[: error.start].decode())
    return Diagnostic(
        f"this is not UTF-8 text (byte 0x{data[error.start]:02x})",
        SourceFile(file.path, data.decode(errors="replace")),
        Span(start, start + 1),
        "save the file as UTF-8",
    )


def _read(
    config: Config, key: str, configured: str, others: Sequence[str]
) -> tuple[InputFile, ...]:
    place = config.root / configured
    if place.is_file():
        return (_input(config, place),)
    if not place.is_dir():
        message = f'the folder {configured} ("{key}") does not exist: create it, or correct "{key}"'
        raise ConfigError(message)
    skipped = {os.path.normpath(config.root / other) for other in others}
    return tuple(_input(config, path) for path in sorted(_sql_files(place, skipped)))


def _sql_files(folder: Path, skipped: set[str]) -> Iterator[Path]:
    top = os.path.normpath(folder)
    for parent, folders, names in os.walk(top):
        folders[:] = [
            name
            for name in folders
            if not name.startswith(".") and os.path.join(parent, name) not in skipped  # noqa: PTH118 - as os.walk gives it
        ]
        for name in names:
            if name.lower().endswith(".sql") and not name.startswith("."):
                yield Path(parent, name)


def _input(config: Config, path: Path) -> InputFile:
    shown = os.path.relpath(path, config.root)
    return InputFile(Path(shown).as_posix(), path.read_bytes())
