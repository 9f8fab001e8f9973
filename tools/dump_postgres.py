"""Write the tables of what PostgreSQL servers and their extensions bring.

Run ``python tools/dump_postgres.py URL…``, the first of a server of the newest
supported version: what is built in comes from it, an extension from the first
server that has it.  Nothing is left behind on a server.  The files hold one entry
a line, sorted, so that a new version shows as a readable difference:

* ``postgres_types.json``: types, casts, ranges;
* ``postgres_operators.json``: operators by name;
* ``postgres_functions.json``: functions by name;
* ``postgres_relations.json``: tables and views of ``pg_catalog`` by name;
* ``postgres_information_schema.json`` and ``extensions/*.json``: all of these of one
  schema or extension, with the extensions it requires, the schema it insists on and the
  comment that it brings.

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
    from collections.abc import Iterable, Iterator
    from typing import LiteralString, TypeAlias

    Scalar: TypeAlias = str | int
    Row: TypeAlias = tuple[Scalar, ...]
    Connection: TypeAlias = psycopg.Connection[Row]

FOLDER = Path(__file__).parent.parent / "flash_core" / "types" / "data"

# What is dumped next, by the catalog it is in: "member" is what the other queries look at.
MEMBER = """
CREATE TEMP TABLE IF NOT EXISTS member (kind regclass, id oid, UNIQUE (kind, id));
TRUNCATE member;
"""

OF_SCHEMA = """
INSERT INTO member
SELECT 'pg_type'::regclass, oid FROM pg_type WHERE typnamespace = %(name)s::regnamespace
UNION ALL
SELECT 'pg_proc'::regclass, oid FROM pg_proc WHERE pronamespace = %(name)s::regnamespace
UNION ALL
SELECT 'pg_operator'::regclass, oid FROM pg_operator WHERE oprnamespace = %(name)s::regnamespace
UNION ALL
SELECT 'pg_class'::regclass, oid FROM pg_class WHERE relnamespace = %(name)s::regnamespace
UNION ALL
SELECT 'pg_cast'::regclass, c.oid FROM pg_cast c
JOIN pg_type s ON s.oid = c.castsource JOIN pg_type t ON t.oid = c.casttarget
WHERE %(name)s::regnamespace IN (s.typnamespace, t.typnamespace);
DELETE FROM member m USING pg_depend d
WHERE d.classid = m.kind AND d.objid = m.id AND d.deptype = 'e';
"""

# The array, row and multirange types of an extension belong to its types, not to itself.
OF_EXTENSION = """
INSERT INTO member
SELECT d.classid, d.objid FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid
WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e' AND e.extname = %(name)s;
INSERT INTO member
SELECT 'pg_class'::regclass, t.typrelid FROM pg_type t JOIN member m ON m.id = t.oid
WHERE m.kind = 'pg_type'::regclass AND t.typtype = 'c'
UNION ALL
SELECT 'pg_type'::regclass, t.oid FROM pg_type t JOIN member m ON m.id = t.typrelid
WHERE m.kind = 'pg_class'::regclass
UNION ALL
SELECT 'pg_type'::regclass, r.rngmultitypid FROM pg_range r JOIN member m ON m.id = r.rngtypid
WHERE m.kind = 'pg_type'::regclass
ON CONFLICT DO NOTHING;
INSERT INTO member
SELECT 'pg_type'::regclass, t.oid FROM pg_type t JOIN pg_type e ON e.typarray = t.oid
JOIN member m ON m.id = e.oid WHERE m.kind = 'pg_type'::regclass
ON CONFLICT DO NOTHING;
"""

# typname, printed name, kind, category, is preferred; element of a true array, base of a domain
TYPES = """
SELECT t.typname, format_type(t.oid, NULL), t.typtype::text, t.typcategory::text,
       t.typispreferred::int,
       CASE WHEN t.typsubscript = 'array_subscript_handler'::regproc THEN e.typname
            WHEN t.typtype = 'd' THEN b.typname ELSE '' END
FROM pg_type t LEFT JOIN pg_type e ON e.oid = t.typelem LEFT JOIN pg_type b ON b.oid = t.typbasetype
JOIN member m ON m.kind = 'pg_type'::regclass AND m.id = t.oid
WHERE t.typtype <> 'c' AND (e.typtype IS NULL OR e.typtype <> 'c')
"""

# source and target, then one letter each for context (explicit, assignment, implicit) and
# method (binary, in-out, function)
CASTS = """
SELECT s.typname, t.typname, c.castcontext::text || c.castmethod::text
FROM pg_cast c JOIN pg_type s ON s.oid = c.castsource JOIN pg_type t ON t.oid = c.casttarget
JOIN member m ON m.kind = 'pg_cast'::regclass AND m.id = c.oid
"""

# range, subtype, multirange
RANGES = """
SELECT r.rngtypid::regtype::text, s.typname, t.typname
FROM pg_range r JOIN pg_type s ON s.oid = r.rngsubtype JOIN pg_type t ON t.oid = r.rngmultitypid
JOIN member m ON m.kind = 'pg_type'::regclass AND m.id = r.rngtypid
"""

# name, left, right, result, is strict, function
OPERATORS = """
SELECT o.oprname, coalesce(l.typname, ''), r.typname, t.typname, p.proisstrict::int, p.proname
FROM pg_operator o
LEFT JOIN pg_type l ON l.oid = o.oprleft
JOIN pg_type r ON r.oid = o.oprright
JOIN pg_type t ON t.oid = o.oprresult
JOIN pg_proc p ON p.oid = o.oprcode
JOIN member m ON m.kind = 'pg_operator'::regclass AND m.id = o.oid
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
           || CASE WHEN p.provariadic <> 0 THEN 'v' ELSE '' END
           || coalesce((SELECT nullif(g.aggkind, 'n')::text FROM pg_aggregate g
                        WHERE g.aggfnoid = p.oid), ''),
       p.pronargdefaults,
       coalesce((SELECT CASE WHEN bool_or(n.name <> '')
                        THEN string_agg(CASE n.name WHEN '' THEN '-' ELSE n.name END, ' '
                                        ORDER BY n.position) END
        FROM unnest(p.proargnames) WITH ORDINALITY AS n (name, position)
        WHERE coalesce(p.proargmodes[n.position], 'i') IN ('i', 'b', 'v')), ''),
       coalesce((SELECT string_agg(p.proargnames[o.position] || ' ' || t.typname, ' '
                                   ORDER BY o.position)
        FROM unnest(p.proargmodes) WITH ORDINALITY AS o (mode, position)
        JOIN pg_type t ON t.oid = p.proallargtypes[o.position]
        WHERE o.mode IN ('o', 'b', 't')), '')
FROM pg_proc p JOIN pg_type r ON r.oid = p.prorettype
JOIN member m ON m.kind = 'pg_proc'::regclass AND m.id = p.oid
WHERE r.typname NOT IN ('internal', 'cstring', 'trigger', 'event_trigger')
  AND r.typname NOT LIKE '%handler'
  AND NOT EXISTS (SELECT 1 FROM unnest(p.proargtypes) AS a (oid) JOIN pg_type t ON t.oid = a.oid
                  WHERE t.typname IN ('internal', 'cstring') OR t.typtype = 'c')
"""

# name; kind (table, view, composite type), then names and types, marked where never NULL
RELATIONS = """
SELECT c.relname, c.relkind::text || ' ' ||
       string_agg(a.attname || ' ' || t.typname || CASE WHEN a.attnotnull THEN '!' ELSE '' END,
                  ' ' ORDER BY a.attnum)
FROM pg_class c
JOIN member m ON m.kind = 'pg_class'::regclass AND m.id = c.oid
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
JOIN pg_type t ON t.oid = a.atttypid
WHERE c.relkind IN ('r', 'v', 'c')
GROUP BY c.oid, c.relname, c.relkind
"""

REQUIRES = """
SELECT r.extname FROM pg_depend d
JOIN pg_extension e ON e.oid = d.objid JOIN pg_extension r ON r.oid = d.refobjid
WHERE d.classid = 'pg_extension'::regclass AND d.refclassid = 'pg_extension'::regclass
  AND e.extname = %(name)s
"""

SCHEMA = """
SELECT CASE n.nspname WHEN 'public' THEN '' ELSE n.nspname END
FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = %(name)s
"""

COMMENT = "SELECT coalesce(comment, '') FROM pg_available_extensions WHERE name = %(name)s"


# Those of the C library are the machine's; ICU's are the same wherever the server has it.
COLLATIONS: LiteralString = """
    SELECT collname FROM pg_collation
    WHERE collnamespace = 'pg_catalog'::regnamespace
      AND (collprovider <> 'c' OR collname IN ('C', 'POSIX'))
"""


def compact(row: Iterable[Scalar]) -> str:
    """Return ``row`` as JSON without the empty values at its end."""
    values = list(row)
    while values and values[-1] in ("", 0):
        values.pop()
    return json.dumps(values, separators=(",", ":"))


def _braced(braces: str, entries: Iterable[str]) -> str:
    text = ",\n".join(entries)
    return f"{braces[0]}\n{text}\n{braces[1]}" if text else braces


def lines(rows: Iterable[Row]) -> str:
    """Return rows as a JSON array, one a line."""
    return _braced("[]", map(compact, rows))


def by_name(rows: Iterable[Row]) -> str:
    """Return rows as a JSON object from their first value to the others, one name a line."""
    groups: dict[str, list[str]] = {}
    for name, *rest in rows:
        groups.setdefault(str(name), []).append(compact(rest))
    entries = (f"{json.dumps(name)}:[{','.join(group)}]" for name, group in groups.items())
    return _braced("{}", entries)


def sections(parts: dict[str, str]) -> str:
    """Return a JSON object of texts that are JSON already."""
    return _braced("{}", (f'"{name}":{text}' for name, text in parts.items()))


def fill(connection: Connection, statements: str, name: str) -> None:
    """Make the objects of a schema or an extension the members."""
    connection.execute(MEMBER)
    for statement in statements.split(";")[:-1]:
        connection.execute(statement.encode(), {"name": name})


def members(connection: Connection) -> dict[str, str]:
    """Return all tables of the present members, as JSON by name."""

    def read(query: LiteralString) -> list[Row]:
        return sorted(connection.execute(query))

    tables = {"types": read(TYPES), "casts": read(CASTS), "ranges": read(RANGES)}
    return {
        "types": sections({name: lines(rows) for name, rows in tables.items()}),
        "operators": by_name(read(OPERATORS)),
        "functions": by_name(read(FUNCTIONS)),
        "relations": by_name(read(RELATIONS)),
    }


def system(connection: Connection) -> Iterator[tuple[str, str]]:
    """Yield the files of what every database has."""
    fill(connection, OF_SCHEMA, "pg_catalog")
    for name, text in members(connection).items():
        yield f"postgres_{name}.json", text + "\n"
    connection.execute("SET LOCAL search_path TO information_schema")
    fill(connection, OF_SCHEMA, "information_schema")
    yield "postgres_information_schema.json", sections(members(connection)) + "\n"
    connection.execute("RESET search_path")


def extension(connection: Connection, name: str) -> str:
    """Return the file of an extension, which is made for this and taken back."""
    with connection.transaction(force_rollback=True):
        connection.execute(f'CREATE EXTENSION IF NOT EXISTS "{name}" CASCADE'.encode())
        fill(connection, OF_EXTENSION, name)
        requires = [row[0] for row in sorted(connection.execute(REQUIRES, {"name": name}))]
        schema = [row[0] for row in connection.execute(SCHEMA, {"name": name})]
        comment = [row[0] for row in connection.execute(COMMENT, {"name": name})]
        about = {
            "schema": json.dumps(schema[0]),
            "requires": json.dumps(requires),
            "comment": json.dumps(comment[0]),
        }
        return sections({**about, **members(connection)}) + "\n"


def dump(*urls: str) -> dict[str, str]:
    """Read the catalogs of servers.

    Args:
        urls: A database of each server in which extensions may be tried out.

    Returns:
        Contents by file name.
    """
    files: dict[str, str] = {}
    collations: set[str] = set()
    for url in urls:
        with psycopg.connect(url) as connection:
            collations.update(str(row[0]) for row in connection.execute(COLLATIONS))
            connection.execute("SET client_min_messages TO error")
            if not files:
                files.update(system(connection))
            found = connection.execute("SELECT name FROM pg_available_extensions ORDER BY name")
            for (name,) in found.fetchall():
                file = f"extensions/{name}.json"
                if file not in files:
                    files[file] = extension(connection, str(name))
            connection.rollback()
    files["postgres_collations.json"] = json.dumps(sorted(collations), indent=0) + "\n"
    return files


def main() -> None:
    """Write the data files from the servers named on the command line."""
    for name, text in dump(*sys.argv[1:]).items():
        (FOLDER / name).parent.mkdir(exist_ok=True)
        (FOLDER / name).write_text(text, "utf-8")
        print(f"{name}: {len(text):,} characters")


if __name__ == "__main__":
    main()
