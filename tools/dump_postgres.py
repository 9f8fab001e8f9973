"""Write the tables of types, casts, operators and functions that a PostgreSQL server has.

Run ``python tools/dump_postgres.py postgresql://…`` on a server of the newest
supported version.  The files hold one entry a line, sorted, so that a new
version of the server shows as a readable difference:

* ``postgres_types.json``: types, casts, ranges;
* ``postgres_operators.json``: operators by name;
* ``postgres_functions.json``: functions by name.

A type is named by its ``typname``, a list of them is joined by spaces: it is
split only for the few entries that a query asks about.  Functions over
``internal`` or ``cstring`` cannot be called from SQL in earnest and are left out.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import LiteralString

    Scalar = str | int
    Row = tuple[Scalar, ...]

FOLDER = Path(__file__).parent.parent / "flash_core" / "types" / "data"

# typname, printed name, kind, category, is preferred, element (of a true array)
TYPES = """
SELECT t.typname, format_type(t.oid, NULL), t.typtype::text, t.typcategory::text,
       t.typispreferred::int,
       CASE WHEN t.typsubscript = 'array_subscript_handler'::regproc THEN e.typname ELSE '' END
FROM pg_type t LEFT JOIN pg_type e ON e.oid = t.typelem
WHERE t.typnamespace = 'pg_catalog'::regnamespace
  AND t.typtype <> 'c' AND (e.typtype IS NULL OR e.typtype <> 'c')
"""

# source and target, then one letter each for context (explicit, assignment, implicit) and
# method (binary, in-out, function)
CASTS = """
SELECT s.typname, t.typname, c.castcontext::text || c.castmethod::text
FROM pg_cast c JOIN pg_type s ON s.oid = c.castsource JOIN pg_type t ON t.oid = c.casttarget
WHERE s.typnamespace = 'pg_catalog'::regnamespace AND t.typnamespace = 'pg_catalog'::regnamespace
"""

# range, subtype, multirange
RANGES = """
SELECT r.rngtypid::regtype::text, s.typname, m.typname
FROM pg_range r JOIN pg_type s ON s.oid = r.rngsubtype JOIN pg_type m ON m.oid = r.rngmultitypid
WHERE s.typnamespace = 'pg_catalog'::regnamespace
"""

# name, left, right, result, is strict, function
OPERATORS = """
SELECT o.oprname, coalesce(l.typname, ''), r.typname, t.typname, p.proisstrict::int, p.proname
FROM pg_operator o
LEFT JOIN pg_type l ON l.oid = o.oprleft
JOIN pg_type r ON r.oid = o.oprright
JOIN pg_type t ON t.oid = o.oprresult
JOIN pg_proc p ON p.oid = o.oprcode
WHERE o.oprnamespace = 'pg_catalog'::regnamespace
"""

# name, arguments, result, flags, number of defaults, names of arguments, output columns
FUNCTIONS = """
SELECT p.proname,
       (SELECT coalesce(string_agg(t.typname, ' ' ORDER BY a.position), '')
        FROM unnest(p.proargtypes) WITH ORDINALITY AS a (oid, position)
        JOIN pg_type t ON t.oid = a.oid),
       r.typname,
       p.prokind::text || CASE WHEN p.proisstrict THEN 's' ELSE '' END
           || CASE WHEN p.proretset THEN 'r' ELSE '' END
           || CASE WHEN p.provariadic <> 0 THEN 'v' ELSE '' END,
       p.pronargdefaults,
       coalesce((SELECT CASE WHEN bool_or(n.name <> '')
                        THEN string_agg(CASE n.name WHEN '' THEN '-' ELSE n.name END, ' '
                                        ORDER BY n.position) END
        FROM unnest(p.proargnames) WITH ORDINALITY AS n (name, position)
        WHERE coalesce(p.proargmodes[n.position], 'i') IN ('i', 'b', 'v')), ''),
       coalesce((SELECT string_agg(p.proargnames[m.position] || ' ' || t.typname, ' '
                                   ORDER BY m.position)
        FROM unnest(p.proargmodes) WITH ORDINALITY AS m (mode, position)
        JOIN pg_type t ON t.oid = p.proallargtypes[m.position]
        WHERE m.mode IN ('o', 'b', 't')), '')
FROM pg_proc p JOIN pg_type r ON r.oid = p.prorettype
WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.prokind IN ('f', 'a', 'w')
  AND r.typname NOT IN ('internal', 'cstring', 'trigger', 'event_trigger')
  AND r.typname NOT LIKE '%handler'
  AND NOT EXISTS (SELECT 1 FROM unnest(p.proargtypes) AS a (oid) JOIN pg_type t ON t.oid = a.oid
                  WHERE t.typname IN ('internal', 'cstring') OR t.typtype = 'c')
"""


def compact(row: Iterable[Scalar]) -> str:
    """Return ``row`` as JSON without the empty values at its end."""
    values = list(row)
    while values and values[-1] in ("", 0):
        values.pop()
    return json.dumps(values, separators=(",", ":"))


def lines(rows: Iterable[Row]) -> str:
    """Return rows as a JSON array, one a line."""
    return "[\n" + ",\n".join(map(compact, rows)) + "\n]"


def by_name(rows: Iterable[Row]) -> str:
    """Return rows as a JSON object from their first value to the others, one name a line."""
    groups: dict[str, list[str]] = {}
    for name, *rest in rows:
        groups.setdefault(str(name), []).append(compact(rest))
    entries = (f"{json.dumps(name)}:[{','.join(group)}]" for name, group in groups.items())
    return "{\n" + ",\n".join(entries) + "\n}"


def dump(url: str) -> dict[str, str]:
    """Read a server's catalogs.

    Args:
        url: Any database of the server; only ``pg_catalog`` is read.

    Returns:
        Contents by file name.
    """
    with psycopg.connect(url) as connection:

        def read(query: LiteralString) -> list[Row]:
            return sorted(connection.execute(query))

        tables = {"types": read(TYPES), "casts": read(CASTS), "ranges": read(RANGES)}
        types = ",\n".join(f'"{name}":{lines(rows)}' for name, rows in tables.items())
        return {
            "postgres_types.json": "{\n" + types + "\n}\n",
            "postgres_operators.json": by_name(read(OPERATORS)) + "\n",
            "postgres_functions.json": by_name(read(FUNCTIONS)) + "\n",
        }


def main() -> None:
    """Write the data files from the server named on the command line."""
    for name, text in dump(sys.argv[1]).items():
        (FOLDER / name).write_text(text, "utf-8")
        print(f"{name}: {len(text):,} characters")


if __name__ == "__main__":
    main()
