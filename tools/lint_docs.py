"""Write the table of rules in docs/lint.md.

python tools/lint_docs.py            write it
python tools/lint_docs.py --check    compare; exit 1 when it is another
"""

from __future__ import annotations

import sys
from pathlib import Path

from flash_core.engine import Engine
from flash_core.migrations.review import RULES

PAGE = Path(__file__).resolve().parent.parent / "docs" / "lint.md"
START, END = "<!-- rules -->\n", "<!-- end of rules -->\n"
NAMES = {
    Engine.POSTGRESQL: "PostgreSQL",
    Engine.MYSQL: "MySQL",
    Engine.MARIADB: "MariaDB",
    Engine.SQLITE: "SQLite",
}


def table() -> str:
    """Return the rules as a table."""
    rows = ["| code | level | engines | what | instead |\n|---|---|---|---|---|\n"]
    for rule in RULES:
        engines = ", ".join(name for engine, name in NAMES.items() if engine in rule.engines)
        engines = "all" if len(rule.engines) == len(NAMES) else engines
        cells = (f"`{rule.code}`", rule.level, engines, rule.title.replace("{}", "…"), rule.instead)
        rows.append("| " + " | ".join(str(cell).replace("|", "\\|") for cell in cells) + " |\n")
    return "".join(rows)


def main() -> int:
    """Write the page, or compare it."""
    page = PAGE.read_text("utf-8")
    before, _, rest = page.partition(START)
    after = rest.partition(END)[2]
    wanted = f"{before}{START}\n{table()}\n{END}{after}"
    if "--check" in sys.argv[1:]:
        return int(wanted != page)
    PAGE.write_text(wanted, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
