"""Migration files: their names, their text, and reading and writing them.

Depends on: errors, change, sections.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
import unicodedata
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass
from flash_core.errors import MigrationConflict, MigrationError

from .sections import FOREIGN_KEYS_OFF, NO_TRANSACTION, sections, squashed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .change import Change
    from .sections import Squashed

# A timestamp, or a number in front of which other tools write zeros.
_FILE: Final = re.compile(r"(\d{14,20}|0\d{2,12})_(.+?)(\.up|\.down)?\.sql\Z")
_STAMP: Final = "%Y%m%d%H%M%S"
_EMPTY: Final = (
    "-- write the statements that apply this migration here\n",
    "-- write the statements that take it back here\n",
)

_MAX_SLUG: Final = 100  # file systems allow 255 bytes for the whole name


@dataclass(frozen=True, slots=True)
class MigrationFile:
    """One migration on disk.

    Attributes:
        id: Timestamp and name: ``20240101120000_initial_schema``.
        up: SQL that applies it.
        down: SQL that takes it back; empty when there is none.
        up_path: Its file.
        down_path: The file of ``down``; ``None`` when there is none.
        checksum: SHA-256 of ``up`` with line ends normalised, in hexadecimal.
        down_checksum: The same of ``down``; empty when there is none.
        squashes: The migrations that it stands for.
    """

    id: str
    up: str
    down: str
    up_path: Path
    down_path: Path | None
    checksum: str
    down_checksum: str = ""
    squashes: tuple[Squashed, ...] = ()

    @property
    def timestamp(self) -> str:
        """The digits that order migrations: fourteen, unless another tool made them."""
        return self.id.partition("_")[0]

    @property
    def order(self) -> tuple[int, str]:
        """What migrations are ordered by."""
        return int(self.timestamp), self.id


def checksum(text: str) -> str:
    """Return the SHA-256 of SQL text, the same whatever line ends a checkout gave it."""
    unified = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return hashlib.sha256(unified.encode()).hexdigest()


# -- reading -------------------------------------------------------------------


def read(folder: Path) -> list[MigrationFile]:
    """Read the migrations of a folder, oldest first.

    Pairs ``TIMESTAMP_name.up.sql`` and ``.down.sql``, and single files
    ``TIMESTAMP_name.sql`` with the sections of Flash, sql-migrate, goose or dbmate
    (all of it is Up without them).  A folder that does not exist holds no migrations;
    files of other names are none.

    Raises:
        MigrationConflict: A ``.down.sql`` without its ``.up.sql``, or two migrations
            with one timestamp.
        MigrationError: A file cannot be read.
    """
    found: dict[str, dict[str, Path]] = {}
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        if parts := _FILE.match(path.name):
            found.setdefault(f"{parts[1]}_{parts[2]}", {})[parts[3] or ""] = path
    migrations = sorted((_load(*each) for each in found.items()), key=lambda each: each.order)
    for one, other in pairwise(migrations):
        same = int(one.timestamp) == int(other.timestamp)
        if same and not (_stands_for(one, other) or _stands_for(other, one)):
            message = f"migrations {one.id} and {other.id} have one timestamp; rename one of them"
            raise MigrationConflict(message)
    return migrations


def in_force(files: Sequence[MigrationFile]) -> list[MigrationFile]:
    """Return migrations without those that another of them stands for."""
    gone = {each.id for file in files for each in file.squashes}
    return [file for file in files if file.id not in gone]


def _stands_for(one: MigrationFile, other: MigrationFile) -> bool:
    return any(each.id == other.id for each in one.squashes)


def _load(name: str, paths: dict[str, Path]) -> MigrationFile:
    if "" in paths and len(paths) > 1:
        names = " and ".join(path.name for path in paths.values())
        message = f"migration {name} is there twice: {names}; delete one of them"
        raise MigrationConflict(message)
    if "" in paths:
        up, down, up_said, down_said = sections(_text(paths[""]))
        after = checksum(down_said) if down_said else ""
        check = checksum(up_said)
        return MigrationFile(name, up, down, paths[""], None, check, after, squashed(up))
    if ".up" not in paths:
        down_path = paths[".down"]
        message = f"{down_path.name} has no {name}.up.sql beside it; restore that file"
        raise MigrationConflict(message)
    up, down_file = _text(paths[".up"]), paths.get(".down")
    down = "" if down_file is None else _text(down_file)
    after = "" if down_file is None else checksum(down)
    return MigrationFile(name, up, down, paths[".up"], down_file, checksum(up), after, squashed(up))


def _text(path: Path) -> str:
    try:
        # newline="": what was written is what is checked and run.
        with path.open(encoding="utf-8", newline="") as file:
            return file.read().removeprefix("\ufeff")
    except UnicodeDecodeError as problem:
        message = (
            f"cannot read migration {path.name}: it is not UTF-8 text (byte {problem.start + 1}); "
            "save it as UTF-8"
        )
        raise MigrationError(message) from problem
    except OSError as problem:
        message = f"cannot read migration {path.name}: {problem.strerror}"
        raise MigrationError(message) from problem


# -- writing -------------------------------------------------------------------


def slug(name: str) -> str:
    """Return a name as it appears in file names.

    Raises:
        MigrationError: Nothing of it is left.
    """
    # An accent is a character of its own after a letter: é is written as e.
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    cleaned = re.sub(r"[^a-z0-9]+", "_", plain.casefold()).strip("_")[:_MAX_SLUG].rstrip("_")
    if not cleaned:
        message = (
            f'"{name}" has no letter from a to z and no digit for the files\' names: write one '
            'that has, such as "add users"'
        )
        raise MigrationError(message)
    return cleaned


def write(
    folder: Path, name: str, changes: Sequence[Change], now: datetime, *, head: str = ""
) -> tuple[Path, Path]:
    """Write a new migration, newer than all others in the folder; both files or none.

    Args:
        folder: Where migrations are; created when missing.
        name: What the user calls it.
        changes: Its changes; none makes an empty migration to fill in.
        now: The time for its timestamp.
        head: What both files begin with: lines of comments.

    Returns:
        The paths of the ``.up.sql`` and the ``.down.sql`` file.

    Raises:
        MigrationError: The name is empty, or the files cannot be written.
    """
    texts = (up_text(changes), down_text(changes)) if changes else _EMPTY
    identifier = f"{_timestamp(now, read(folder))}_{slug(name)}"
    return write_pair(folder, identifier, head + texts[0], head + texts[1])


def write_pair(folder: Path, base: str, up_sql: str, down_sql: str) -> tuple[Path, Path]:
    """Write the two files of a migration; both or none.

    Args:
        folder: Where migrations are; created when missing.
        base: The migration's identifier.
        up_sql: What applies it.
        down_sql: What takes it back.

    Returns:
        The paths of the ``.up.sql`` and the ``.down.sql`` file.

    Raises:
        MigrationError: The files cannot be written.
    """
    up, down = folder / f"{base}.up.sql", folder / f"{base}.down.sql"
    texts = (up_sql, down_sql)
    written: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        temporary = [_write_beside(folder, text, written) for text in texts]
        for source, target in zip(temporary, (down, up)[::-1], strict=True):
            source.replace(target)
            written.append(target)
    except OSError as problem:
        for path in written:
            path.unlink(missing_ok=True)
        reason = (problem.strerror or str(problem)).lower()
        message = f"cannot write migration {base} to {folder}: {reason}"
        raise MigrationError(message) from problem
    return up, down


def _write_beside(folder: Path, text: str, written: list[Path]) -> Path:
    """Write a temporary file in the folder, so that renaming it is atomic."""
    handle, name = tempfile.mkstemp(prefix=".flash-", suffix=".tmp", dir=folder)
    path = Path(name)
    written.append(path)
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    # mkstemp makes files that only their owner can read; a checkout is shared.
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(0o666 & ~mask)
    return path


def _timestamp(now: datetime, existing: Iterable[MigrationFile]) -> str:
    """Return the time, or the second after the newest migration when that is later."""
    stamp = now.strftime(_STAMP)
    newest = max((item.timestamp for item in existing), key=int, default="0")
    if int(stamp) > int(newest):
        return stamp
    try:
        following = datetime.strptime(newest, _STAMP) + timedelta(seconds=1)  # noqa: DTZ007 - no zone in names
    except ValueError:
        # Digits that are no date, made by another tool: they still count upwards.
        return f"{int(newest) + 1:014d}"
    return following.strftime(_STAMP)


def up_text(changes: Sequence[Change]) -> str:
    """Return the text of an ``.up.sql`` file."""
    return _head(changes) + _text_of([(c.up, c.comment, c.destroys) for c in changes])


def down_text(changes: Sequence[Change]) -> str:
    """Return the text of a ``.down.sql`` file: the changes taken back, last first."""
    text = _text_of([(c.down, c.undo, c.undo_destroys) for c in reversed(changes)])
    return _head(changes) + text


def _head(changes: Sequence[Change]) -> str:
    """Return what the runner must know before it opens a transaction."""
    if any(c.alone for c in changes):
        return f"{NO_TRANSACTION}\n"
    return f"{FOREIGN_KEYS_OFF}\n" if any(c.foreign_keys_off for c in changes) else ""


def _text_of(steps: Sequence[tuple[str, str, bool]]) -> str:
    blocks: list[str] = []
    for statement, comment, destroys in steps:
        if not statement and not comment:
            continue
        # A name may hold a line break; the comment must not end there.
        line = " ".join(comment.split())
        head = f"-- destroys data: {line}" if destroys else f"-- {line}"
        blocks.append(f"{head}\n{statement};\n" if statement else f"{head}\n")
    return "\n".join(blocks)
