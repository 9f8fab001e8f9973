"""Write real output into the documentation: docs/explain-and-check.md, and what README shows of it.

    python tools/docs.py            run every command of the page and write what it prints
    python tools/docs.py --check    compare; exit 1 when something else is printed

A block ```` ```sql ```` whose first line is a comment with a path is a file of the project.  In a
block ```` ```console ```` a line that starts with ``$`` is a command; the lines below it are what
it printed, standard output first.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
PAGE = ROOT / "docs" / "explain-and-check.md"
BLOCK = re.compile(r"^```(sql|console)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PART = re.compile(r"^```(console|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
VERSION = re.compile(r"(PostgreSQL )\d+\.\d+")  # whichever the wheel carries


def run(command: str, folder: Path) -> str:
    """Return a command of the page with what it prints."""
    environment = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
    done = subprocess.run(  # noqa: S603 - our own commands
        [sys.executable, "-m", "flash_core.cli", *command.split()[1:]],
        cwd=folder,
        env=environment | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    printed = "\n".join(part for part in (done.stdout.strip("\n"), done.stderr.strip("\n")) if part)
    return f"$ {command}\n{printed}\n"


def rewritten(page: str, folder: Path) -> str:
    """Return the page with every command run in ``folder``, a project that it fills."""

    def act(found: re.Match[str]) -> str:
        language, body = found.groups()
        if language == "sql":
            name = body.partition("\n")[0].removeprefix("-- ")
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(body, "utf-8")
            return found[0]
        commands = [line[2:] for line in body.split("\n") if line.startswith("$ ")]
        printed = "\n".join(run(each, folder) for each in commands)
        return f"```console\n{printed}```"

    return BLOCK.sub(act, page)


def excerpts(readme: str, page: str) -> str:
    """Return README with every block that is a part of the page as it is there now."""

    def act(found: re.Match[str]) -> str:
        language, body = found.groups()
        lines, shown = page.split("\n"), body.split("\n")
        if shown[0] not in lines:
            return found[0]
        start = lines.index(shown[0])
        part = "\n".join(lines[start : start + len(shown) - 1])
        return f"```{language}\n{part}\n```"

    return PART.sub(act, readme)


def main() -> int:
    """Write page and README, or compare them."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--check", action="store_true")
    check: bool = arguments.parse_args().check
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary, "shop")
        folder.mkdir()
        run("flash init --postgresql", folder)
        page = rewritten(PAGE.read_text("utf-8"), folder)
    fresh = {PAGE: page, README: excerpts(README.read_text("utf-8"), page)}
    stale = [
        path
        for path, text in fresh.items()
        if VERSION.sub(r"\1", path.read_text("utf-8")) != VERSION.sub(r"\1", text)
    ]
    if not check:
        for path in stale:
            path.write_text(fresh[path], "utf-8")
        return 0
    for path in stale:
        print(f"{path.relative_to(ROOT)} is stale; run: python tools/docs.py", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
