"""Import users from a CSV file with the columns ``name`` and ``email``: all of them, or none."""

from __future__ import annotations

import csv
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import flash_sync
from flash_gen import Queries, new

if TYPE_CHECKING:
    from collections.abc import Iterable

URL = os.environ.get("DATABASE_URL", "sqlite://./data.db")


class DuplicateError(Exception):
    """An address stands twice, or belongs to a user already."""


def import_users(db: Queries, rows: Iterable[dict[str, str]]) -> int:
    """Write users, each with a first post, and return how many there were.

    Raises:
        DuplicateError: Nothing was written.
    """
    count = 0
    with db.transaction() as tx:
        for row in rows:
            try:
                user_id = tx.create_user(row["name"], row["email"])
            except flash_sync.UniqueViolation as error:
                message = f"there is a user with the address {row['email']} already"
                raise DuplicateError(message) from error
            tx.create_post(user_id, f"Hello, I am {row['name']}", None)
            count += 1
    return count


def main() -> int:
    """Import the file that is named on the command line."""
    if len(sys.argv) != 2:
        print("usage: python main.py FILE.csv", file=sys.stderr)
        return 2
    try:
        with (
            Path(sys.argv[1]).open(encoding="utf-8", newline="") as file,
            flash_sync.connect(URL) as database,
        ):
            count = import_users(new(database), csv.DictReader(file))
    except (DuplicateError, OSError, flash_sync.DatabaseError) as error:
        print(f"nothing was imported: {error}", file=sys.stderr)
        return 1
    print(f"{count} users imported")
    return 0


if __name__ == "__main__":
    sys.exit(main())
