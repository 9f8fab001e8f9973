"""Write flash_sync from flash_core/database, and the tests of one from the tests of the other.

    python tools/unasync.py            write
    python tools/unasync.py --check    compare whole trees; exit 1 and name what differs

The ``unasync`` package drops ``async`` and ``await``; the rules of ``setup.cfg`` do the rest.  Each
``[unasync:...]`` section is one tree.  A rule that never fires is an error, and so is a result in
which a name of the asynchronous world survives.
"""

from __future__ import annotations

import argparse
import ast
import configparser
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

# The package of the same name, not this script: sys.path[0] is this folder.
sys.path = [entry for entry in sys.path if Path(entry or ".").resolve() != Path(__file__).parent]
import unasync  # noqa: E402 - only importable after the line above

ROOT = Path(__file__).resolve().parent.parent
FORBIDDEN = re.compile(
    r"^(async|await|asyncio|aiosqlite|asyncpg|Awaitable|Coroutine|A?[Ss]ync[A-Z].*)$"
)
HEADER = "# Generated from {source} by `nox -s unasync`: edit that file.\n"


class StaleError(Exception):
    """The rules or the trees are not as they should be; the message names all that is wrong."""


@dataclass
class Tree:
    """One section of ``setup.cfg``.

    Attributes:
        source: Folder of the asynchronous files.
        target: Folder of what is generated.
        handwritten: Files of the target that are written by hand.
        omit: Files of the source that have no twin.
        rename: File of the source → file of the target.
        replace: Dotted name → dotted name.
        fired: The rules that were used.
    """

    source: str
    target: str
    handwritten: frozenset[str]
    omit: frozenset[str]
    rename: dict[str, str]
    replace: dict[str, str]
    fired: set[str] = field(default_factory=set[str])

    def convert(self, text: str) -> str:
        """Return the synchronous form of a module."""
        dotted = {old: new for old, new in self.replace.items() if "." in old}
        names = {old: new for old, new in self.replace.items() if "." not in old}
        for old, new in dotted.items():
            text, count = re.subn(rf"(?<![\w.]){re.escape(old)}(?!\w)", new, text)
            if count:
                self.fired.add(old)
        for name in names:
            if re.search(rf"\b{re.escape(name)}\b", text):
                self.fired.add(name)
        with tempfile.TemporaryDirectory() as folder:
            before, after = Path(folder, "a", "x.py"), Path(folder, "b", "x.py")
            before.parent.mkdir()
            before.write_text(text, encoding="utf-8")
            rule = unasync.Rule(f"{before.parent}/", f"{after.parent}/", names)
            unasync.unasync_files([str(before)], [rule])
            return after.read_text(encoding="utf-8")

    def generate(self) -> dict[str, str]:
        """Return every file of the target: relative name → text, not yet formatted."""
        files: dict[str, str] = {}
        problems: list[str] = []
        source = ROOT / self.source
        for path in sorted(source.rglob("*.py")):
            name = path.relative_to(source).as_posix()
            if name in self.omit or name in self.handwritten:
                self.fired.add(name)
                continue
            if name in self.rename:
                self.fired.add(name)
            text = self.convert(path.read_text(encoding="utf-8"))
            target = self.rename.get(name, name)
            problems += [f"{self.target}/{target}: {found}" for found in survivors(text)]
            files[target] = HEADER.format(source=f"{self.source}/{name}") + text
        unused = ({*self.replace, *self.rename, *self.omit}) - self.fired
        problems += [f"setup.cfg: the rule for {rule} never fires" for rule in sorted(unused)]
        if problems:
            raise StaleError("\n".join(problems))
        return files


def survivors(text: str) -> list[str]:
    """Return what is left of the asynchronous world in a converted module."""
    found: list[str] = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.AsyncFunctionDef, ast.AsyncFor, ast.AsyncWith, ast.Await)) or (
            isinstance(node, ast.comprehension) and node.is_async
        ):
            found.append("an asynchronous statement survives")
        names: list[str] = []
        if isinstance(node, ast.Name):
            names = [node.id]
        elif isinstance(node, ast.Attribute):
            names = [node.attr]
        elif isinstance(node, ast.alias):
            names = node.name.split(".")
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = node.module.split(".")
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            names = [node.name]
        elif isinstance(node, ast.arg):
            names = [node.arg]
        found += [
            f"line {getattr(node, 'lineno', '?')}: {name} survives"
            for name in names
            if FORBIDDEN.match(name)
        ]
    return found


def trees() -> list[Tree]:
    """Read the sections of ``setup.cfg``."""
    config = configparser.ConfigParser(delimiters=("=",))
    config.optionxform = str  # type: ignore[assignment,method-assign]  # names are case-sensitive
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    found: list[Tree] = []
    for name in config.sections():
        if not name.startswith("unasync"):
            continue
        section = config[name]
        found.append(
            Tree(
                source=section["source"],
                target=section["target"],
                handwritten=frozenset(section.get("handwritten", "").split()),
                omit=frozenset(section.get("omit", "").split()),
                rename=_pairs(section.get("rename", "")),
                replace=_pairs(section.get("replace", "")),
            )
        )
    return found


def _pairs(text: str) -> dict[str, str]:
    lines = [line for line in text.splitlines() if line.strip()]
    return {old.strip(): new.strip() for old, _, new in (line.partition("->") for line in lines)}


def write(tree: Tree, folder: Path) -> None:
    """Write a tree's files into ``folder`` and format them."""
    for name, text in tree.generate().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    ruff = [sys.executable, "-m", "ruff"]
    config = ["--quiet", "--config", str(ROOT / "pyproject.toml")]
    # Names that only the asynchronous form used are dropped, and imports are in order again.
    fix = ["check", *config, "--no-cache", "--fixable", "I,F401,RUF100", "--fix-only"]
    subprocess.run([*ruff, *fix, str(folder)], check=True)  # noqa: S603 - our own command
    subprocess.run([*ruff, "format", *config, "--no-cache", str(folder)], check=True)  # noqa: S603 - as above


def differences(tree: Tree, made: Path) -> list[str]:
    """Compare a freshly made tree with the committed one, in both directions."""
    there = ROOT / tree.target
    expected = {path.relative_to(made).as_posix(): path for path in made.rglob("*.py")}
    actual = {path.relative_to(there).as_posix(): path for path in there.rglob("*.py")}
    found = [f"missing: {tree.target}/{name}" for name in sorted(expected.keys() - actual.keys())]
    found += [
        f"extra: {tree.target}/{name}"
        for name in sorted(actual.keys() - expected.keys() - tree.handwritten)
    ]
    found += [
        f"missing: {tree.target}/{name}, which is written by hand"
        for name in sorted(tree.handwritten - actual.keys())
    ]
    found += [
        f"changed: {tree.target}/{name}"
        for name in sorted(expected.keys() & actual.keys())
        if expected[name].read_bytes() != actual[name].read_bytes()
    ]
    return found


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if stale")
    check: bool = parser.parse_args().check
    problems: list[str] = []
    for tree in trees():
        with tempfile.TemporaryDirectory() as folder:
            made = Path(folder)
            try:
                write(tree, made)
            except StaleError as exc:
                problems.append(str(exc))
                continue
            stale = differences(tree, made)
            if check:
                problems += stale
                continue
            for line in stale:
                kind, _, name = line.partition(": ")
                if kind == "extra":
                    (ROOT / name).unlink()
                elif "by hand" not in name:
                    path = ROOT / name
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes((made / path.relative_to(ROOT / tree.target)).read_bytes())
                print(line)
    if problems:
        print("\n".join(problems), file=sys.stderr)
        if check:
            print("run: nox -s unasync", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
