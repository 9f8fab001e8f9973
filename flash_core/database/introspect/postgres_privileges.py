"""Who may do what in a PostgreSQL database, as GRANT and REVOKE that make it so.

What an owner may do, and what comes with an object that is made, is not written.

Depends on: connection, definition, values.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from flash_core.values import Sql

from .definition import Definition

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import TypeAlias

    from flash_core.database.connection import Connection

    # What stands behind ON, the letter of its kind, role, column, privilege, passed on, usual.
    Row: TypeAlias = tuple[str, str, str, str, str, bool, bool]
    Right: TypeAlias = tuple[str, str]

# What came with an extension or with the server itself is usual.
_PRIVILEGES: Final = """
WITH theirs AS (
    SELECT classid, objid FROM pg_depend WHERE deptype = 'e'
), mine AS (
    SELECT n.oid, n.nspname FROM pg_namespace n
    WHERE n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'
    AND ('pg_namespace'::regclass, n.oid) NOT IN (SELECT * FROM theirs)
), things AS (
    SELECT 'pg_class'::regclass AS class, c.oid, 0 AS part, relowner AS owner, relacl AS acl,
           CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::"char" AS letter, '' AS col,
           CASE relkind WHEN 'S' THEN 'SEQUENCE ' ELSE '' END || c.oid::regclass AS target
    FROM pg_class c JOIN mine ON mine.oid = relnamespace
    WHERE relkind IN ('r', 'v', 'm', 'S', 'f', 'p') AND relname !~ '^_flash_migration'
    UNION ALL
    SELECT 'pg_class'::regclass, c.oid, attnum, relowner, attacl, 'c', quote_ident(attname),
           c.oid::regclass::text
    FROM pg_attribute JOIN pg_class c ON c.oid = attrelid JOIN mine ON mine.oid = relnamespace
    WHERE attnum > 0 AND NOT attisdropped AND attacl IS NOT NULL
    UNION ALL
    SELECT 'pg_proc'::regclass, p.oid, 0, proowner, proacl, 'f', '',
           CASE prokind WHEN 'p' THEN 'PROCEDURE ' ELSE 'FUNCTION ' END || p.oid::regprocedure
    FROM pg_proc p JOIN mine ON mine.oid = pronamespace
    UNION ALL
    SELECT 'pg_type'::regclass, t.oid, 0, typowner, typacl, 'T', '', 'TYPE ' || t.oid::regtype
    FROM pg_type t JOIN mine ON mine.oid = typnamespace
    WHERE typtype NOT IN ('p', 'm') AND typelem = 0 AND (typrelid = 0 OR EXISTS (
        SELECT FROM pg_class c WHERE c.oid = typrelid AND relkind = 'c'))
    UNION ALL
    SELECT 'pg_namespace'::regclass, n.oid, 0, nspowner, nspacl, 'n', '',
           'SCHEMA ' || quote_ident(n.nspname)
    FROM pg_namespace n JOIN mine ON mine.oid = n.oid
    UNION ALL
    SELECT 'pg_foreign_server'::regclass, s.oid, 0, srvowner, srvacl, 'S', '',
           'FOREIGN SERVER ' || quote_ident(srvname)
    FROM pg_foreign_server s
    UNION ALL
    SELECT 'pg_foreign_data_wrapper'::regclass, w.oid, 0, fdwowner, fdwacl, 'F', '',
           'FOREIGN DATA WRAPPER ' || quote_ident(fdwname)
    FROM pg_foreign_data_wrapper w
), told AS (
    SELECT things.*, coalesce(initprivs, acldefault(letter, owner)) AS base
    FROM things LEFT JOIN pg_init_privs i
        ON i.classoid = class AND i.objoid = oid AND i.objsubid = part
    WHERE acl IS NOT NULL AND acl IS DISTINCT FROM initprivs
    AND (class, oid) NOT IN (SELECT * FROM theirs)
)
SELECT target, letter::text, role, col, privilege_type, bool_or(is_grantable), usual
FROM told, LATERAL (
    SELECT *, false AS usual FROM aclexplode(acl)
    UNION ALL SELECT *, true FROM aclexplode(base)
) AS a, LATERAL (
    SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END AS role
) AS named
WHERE grantee <> owner GROUP BY 1, 2, 3, 4, 5, 7 ORDER BY 1, 3, 4, 5
"""

_DEFAULTS: Final = """
WITH told AS (
    SELECT defaclrole AS owner, defaclacl AS acl, lower(defaclobjtype::text) AS letter,
           CASE WHEN n.oid IS NULL
                THEN acldefault(translate(defaclobjtype::text, 'S', 's')::"char", defaclrole)
                END AS base,
           'ALTER DEFAULT PRIVILEGES' || CASE WHEN defaclrole::regrole = current_user::regrole
               THEN '' ELSE ' FOR ROLE ' || defaclrole::regrole END
           || coalesce(' IN SCHEMA ' || quote_ident(nspname), '') AS head,
           CASE defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES'
               WHEN 'f' THEN 'FUNCTIONS' WHEN 'T' THEN 'TYPES' WHEN 'n' THEN 'SCHEMAS'
               ELSE 'LARGE OBJECTS' END AS target
    FROM pg_default_acl LEFT JOIN pg_namespace n ON n.oid = defaclnamespace
)
SELECT head || '|' || target, CASE target WHEN 'TYPES' THEN 'T' ELSE letter END, role, '',
       privilege_type, bool_or(is_grantable), usual
FROM told, LATERAL (
    SELECT *, false AS usual FROM aclexplode(acl)
    UNION ALL SELECT *, true FROM aclexplode(base)
) AS a, LATERAL (
    SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END AS role
) AS named
WHERE grantee <> owner GROUP BY 1, 2, 3, 5, 7 ORDER BY 1, 3, 4, 5
"""

# All that there is differs between the server's versions.
_EVERY: Final = Sql["tuple[str, str]"](
    "SELECT letter, privilege_type FROM unnest(ARRAY['r', 's', 'f', 'n', 'T', 'S', 'F']) AS letter,"
    ' aclexplode(acldefault(letter::"char", 10)) WHERE grantee = 10 ORDER BY 1, 2'
)


@dataclass(slots=True)
class _Held:
    """What a role may do with an object, and what is usual; each right with whether it is passed on."""

    letter: str
    now: dict[Right, bool] = field(default_factory=dict[tuple[str, str], bool])
    usual: dict[Right, bool] = field(default_factory=dict[tuple[str, str], bool])


async def privileges(session: Connection) -> list[Definition]:
    """Return what is granted in a database, then what will be granted on what is made.

    Args:
        session: Where to look.

    Raises:
        DatabaseError: The server refuses to tell.
    """
    every: dict[str, set[str]] = defaultdict(set)
    for letter, right in await session.fetch(_EVERY):
        every[letter].add(right)
    found = _definitions(await session.fetch(Sql["Row"](_PRIVILEGES)), every)
    return [*found, *_definitions(await session.fetch(Sql["Row"](_DEFAULTS)), every)]


def _definitions(rows: Iterable[Row], every: Mapping[str, set[str]]) -> list[Definition]:
    held: dict[tuple[str, str], _Held] = {}
    for target, letter, role, column, right, option, usual in rows:
        one = held.setdefault((target, role), _Held(letter if letter != "c" else "r"))
        (one.usual if usual else one.now)[right, column] = option
    return [
        _definition(target, role, one, every.get(one.letter, set()))
        for (target, role), one in held.items()
        if one.now != one.usual
    ]


def _definition(target: str, role: str, held: _Held, every: set[str]) -> Definition:
    head, _, on = target.rpartition("|")
    lost = [right for right in held.usual if right not in held.now]
    statements = [f"REVOKE {_listed(lost, every)} ON {on} FROM {role}"] if lost else []
    for option in (False, True):
        added = [r for r, o in held.now.items() if o is option and held.usual.get(r) is not o]
        if added:
            passed = " WITH GRANT OPTION" * option
            statements.append(f"GRANT {_listed(added, every)} ON {on} TO {role}{passed}")
    facts = [
        f"{_listed([right], set())}{' with grant option' * option}"
        for right, option in sorted(held.now.items())
    ]
    place = f"{head.removeprefix('ALTER DEFAULT PRIVILEGES')} {on}".strip() if head else on
    kind = "default privileges" if head else "privileges"
    if not held.now:
        kind = kind.replace("privileges", "revocation")
    sql = ";\n".join(f"{head} {text}".strip() for text in statements)
    return Definition(kind, f"of {role} on {place}", sql, tuple(facts))


def _listed(rights: Iterable[Right], every: set[str]) -> str:
    columns: dict[str, list[str]] = {}
    for right, column in rights:
        columns.setdefault(right, []).append(column)
    whole = sorted(right for right, found in columns.items() if "" in found)
    names = ["ALL"] if every and every <= set(whole) else whole
    parts = [
        f"{right} ({', '.join(sorted(filter(None, found)))})"
        for right, found in sorted(columns.items())
        if any(found)
    ]
    return ", ".join([*names, *parts])
