"""The queries that read a PostgreSQL catalog.

Each yields rank, kind, catalog, OID, name, statement and facts.  ``rank`` keeps kinds together
where the server knows of no dependency between two objects.

Depends on: values, postgres_foreign, postgres_indexes, postgres_operators, postgres_publications,
postgres_search, postgres_tables.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.values import Sql

from .postgres_foreign import MAPPINGS, SERVERS, WRAPPERS
from .postgres_indexes import INDEXES, KEYS
from .postgres_operators import AGGREGATES, CASTS, CLASSES, CONVERSIONS, FAMILIES, OPERATORS
from .postgres_publications import PUBLICATIONS
from .postgres_search import CONFIGURATIONS, DICTIONARIES, PARSERS, TEMPLATES
from .postgres_tables import TABLES

if TYPE_CHECKING:
    from typing import TypeAlias

    Row: TypeAlias = tuple[int, str, str, int, str, str, list[str]]

# The user's schemas, what came with extensions, and indexes without parts in some partitions.
_MINE: Final = """
WITH mine AS (
    SELECT n.oid, n.nspname FROM pg_namespace n
    WHERE n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_namespace'::regclass
                    AND d.objid = n.oid AND d.deptype = 'e')
), theirs AS (
    SELECT classid, objid FROM pg_depend WHERE deptype = 'e'
), serial AS (
    SELECT d.objid AS sequence, d.refobjid AS owner, d.refobjsubid AS part,
           CASE s.seqtypid WHEN 23 THEN 'serial' WHEN 20 THEN 'bigserial' ELSE 'smallserial' END
               AS word
    FROM pg_depend d
    JOIN pg_sequence s ON s.seqrelid = d.objid
    JOIN pg_class q ON q.oid = d.objid
    JOIN pg_class t ON t.oid = d.refobjid AND t.relnamespace = q.relnamespace
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
    JOIN pg_attrdef e ON e.adrelid = t.oid AND e.adnum = a.attnum
    WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
    AND d.deptype = 'a' AND q.relname = t.relname || '_' || a.attname || '_seq'
    AND pg_get_expr(e.adbin, e.adrelid) = format('nextval(%L::regclass)', q.oid::regclass)
    AND s.seqtypid = a.atttypid AND a.attnotnull AND a.attislocal
    AND (s.seqstart, s.seqincrement, s.seqmin, s.seqcache, s.seqcycle) = (1, 1, 1, 1, false)
    AND s.seqmax = CASE s.seqtypid WHEN 23 THEN 2147483647 WHEN 20 THEN 9223372036854775807
                   ELSE 32767 END
), partial AS (
    SELECT i.indexrelid FROM pg_index i JOIN pg_inherits p ON p.inhparent = i.indrelid
    JOIN pg_class c ON c.oid = i.indexrelid
    WHERE c.relkind = 'I' AND NOT EXISTS (
        SELECT FROM pg_inherits k JOIN pg_index own ON own.indexrelid = k.inhrelid
        WHERE k.inhparent = i.indexrelid AND own.indrelid = p.inhrelid)
), incomplete AS (
    SELECT DISTINCT relid FROM (
        SELECT indexrelid FROM partial
        UNION SELECT inhparent FROM pg_inherits JOIN pg_class c ON c.oid = inhrelid
        JOIN pg_index i ON i.indexrelid = c.oid JOIN pg_class t ON t.oid = indrelid
        CROSS JOIN LATERAL (SELECT left(concat_ws('_', t.relname, CASE WHEN NOT indisprimary THEN
            (SELECT string_agg(attname, '_' ORDER BY attnum) FROM pg_attribute
             WHERE attrelid = c.oid AND attnum <= indnkeyatts) END,
            CASE WHEN indisprimary THEN 'pkey' ELSE 'key' END), 50) AS usual) AS its
        WHERE indisclustered OR indisreplident  -- said of a name, so that must be told
        OR left(c.relname, length(usual)) <> usual AND EXISTS (SELECT FROM pg_constraint
            WHERE conindid = c.oid AND contype IN ('p', 'u'))
        OR EXISTS (SELECT FROM pg_description WHERE objoid = c.oid
                   AND classoid = 'pg_class'::regclass)
    ) AS found, pg_partition_ancestors(indexrelid) AS relid
)
"""


def _query(text: str) -> Sql[Row]:
    return Sql["Row"](_MINE + text)


_SCHEMAS: Final = """
SELECT 0, 'schema', 'pg_namespace', oid::bigint, nspname::text,
       format('CREATE SCHEMA %I', nspname), ARRAY[]::text[]
FROM mine WHERE nspname <> 'public'
"""

_EXTENSIONS: Final = """
SELECT 1, 'extension', 'pg_extension', e.oid::bigint, extname::text,
       format('CREATE EXTENSION %I', extname)
       || CASE WHEN nspname IN ('public', 'pg_catalog') OR NOT extrelocatable THEN ''
          ELSE format(' SCHEMA %I', nspname) END,
       ARRAY[nspname::text]
FROM pg_extension e JOIN pg_namespace n ON n.oid = extnamespace WHERE extname <> 'plpgsql'
"""

# Where the locale of ICU stands has another name in each version; before 15 there was but one.
_COLLATIONS: Final = """
SELECT 2, 'collation', 'pg_collation', c.oid::bigint, c.oid::regcollation::text,
       format('CREATE COLLATION %s (PROVIDER = %s, LOCALE = %L%s)', c.oid::regcollation,
              CASE collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' END,
              locale,
              CASE WHEN collisdeterministic THEN '' ELSE ', DETERMINISTIC = false' END),
       ARRAY[collprovider::text, locale, collisdeterministic::text]
FROM pg_collation c JOIN mine ON mine.oid = collnamespace,
     LATERAL (SELECT to_jsonb(c) AS said) AS j,
     LATERAL (SELECT coalesce(said ->> 'colllocale', said ->> 'colliculocale', collcollate)
              AS locale) AS l
WHERE ('pg_collation'::regclass, c.oid) NOT IN (SELECT * FROM theirs)
"""

_ENUMS: Final = """
SELECT 3, 'enum', 'pg_type', t.oid::bigint, t.oid::regtype::text,
       format('CREATE TYPE %s AS ENUM (%s)', t.oid::regtype,
              coalesce(string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder), '')),
       coalesce(array_agg(enumlabel::text ORDER BY enumsortorder)
                FILTER (WHERE enumlabel IS NOT NULL), '{}')
FROM pg_type t JOIN mine ON mine.oid = typnamespace LEFT JOIN pg_enum ON enumtypid = t.oid
WHERE typtype = 'e' AND ('pg_type'::regclass, t.oid) NOT IN (SELECT * FROM theirs)
GROUP BY t.oid
"""

_RANGES: Final = """
SELECT 3, 'range', 'pg_type', t.oid::bigint, t.oid::regtype::text,
       format('CREATE TYPE %s AS RANGE (%s)', t.oid::regtype, parts), ARRAY[parts]
FROM pg_range r JOIN pg_type t ON t.oid = rngtypid JOIN mine ON mine.oid = typnamespace,
LATERAL (SELECT concat_ws(', ', 'SUBTYPE = ' || format_type(rngsubtype, NULL),
    (SELECT format('SUBTYPE_OPCLASS = %I', opcname) FROM pg_opclass o
     WHERE o.oid = rngsubopc AND NOT opcdefault),
    (SELECT format('COLLATION = %s', rngcollation::regcollation)
     FROM pg_type s WHERE s.oid = rngsubtype AND typcollation <> rngcollation),
    'CANONICAL = ' || nullif(rngcanonical::text, '-'),
    'SUBTYPE_DIFF = ' || nullif(rngsubdiff::text, '-'),
    'MULTIRANGE_TYPE_NAME = ' || rngmultitypid::regtype) AS parts) AS clauses
WHERE ('pg_type'::regclass, t.oid) NOT IN (SELECT * FROM theirs)
"""

_DOMAINS: Final = """
SELECT 4, 'domain', 'pg_type', t.oid::bigint, t.oid::regtype::text,
       concat_ws(' ', 'CREATE DOMAIN', t.oid::regtype, 'AS', format_type(typbasetype, typtypmod),
           CASE WHEN typcollation <> base THEN 'COLLATE ' || typcollation::regcollation END,
           'DEFAULT ' || pg_get_expr(typdefaultbin, 0),
           (SELECT format('CONSTRAINT %I', conname) FROM pg_constraint c
            WHERE contypid = t.oid AND contype = 'n' AND conname <> typname || '_not_null'),
           CASE WHEN typnotnull THEN 'NOT NULL' END,
           (SELECT string_agg(format('CONSTRAINT %I %s', conname, pg_get_constraintdef(c.oid)), ' '
                              ORDER BY conname)
            FROM pg_constraint c WHERE contypid = t.oid AND contype = 'c' AND convalidated))
       || coalesce((SELECT string_agg(format(E';\\nALTER DOMAIN %s ADD CONSTRAINT %I %s', t.oid::regtype,
                        conname, pg_get_constraintdef(c.oid)), '' ORDER BY conname)
            FROM pg_constraint c WHERE contypid = t.oid AND contype = 'c' AND NOT convalidated), ''),
       ARRAY[format_type(typbasetype, typtypmod), 'collation ' || typcollation::regcollation::text,
             'default ' || coalesce(pg_get_expr(typdefaultbin, 0), ''), 'not null ' || typnotnull]
       || coalesce((SELECT array_agg(format('constraint %I %s', conname,
                                            pg_get_constraintdef(c.oid)) ORDER BY conname)
                    FROM pg_constraint c WHERE contypid = t.oid AND contype = 'c'), '{}')
FROM pg_type t JOIN mine ON mine.oid = typnamespace,
LATERAL (SELECT b.typcollation AS base FROM pg_type b WHERE b.oid = t.typbasetype) AS under
WHERE typtype = 'd' AND ('pg_type'::regclass, t.oid) NOT IN (SELECT * FROM theirs)
"""

_COMPOSITES: Final = """
SELECT 4, 'composite', 'pg_type', t.oid::bigint, t.oid::regtype::text,
       format(E'CREATE TYPE %s AS (%s)', t.oid::regtype, string_agg(line, ', ' ORDER BY attnum)),
       coalesce(array_agg(line ORDER BY attnum) FILTER (WHERE line IS NOT NULL), '{}')
FROM pg_class c JOIN mine ON mine.oid = relnamespace JOIN pg_type t ON t.typrelid = c.oid
LEFT JOIN LATERAL (
    SELECT attnum, concat_ws(' ', quote_ident(attname), format_type(atttypid, atttypmod),
        (SELECT 'COLLATE ' || attcollation::regcollation FROM pg_type b
         WHERE b.oid = atttypid AND b.typcollation <> attcollation)) AS line
    FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped
) AS attributes ON true
WHERE relkind = 'c' AND ('pg_type'::regclass, t.oid) NOT IN (SELECT * FROM theirs)
GROUP BY t.oid
"""

# An identity column's is part of its table.
_SEQUENCES: Final = """
SELECT 5, 'sequence', 'pg_class', c.oid::bigint, c.oid::regclass::text,
       format('CREATE %sSEQUENCE %s %s', CASE relpersistence WHEN 'u' THEN 'UNLOGGED ' END,
              c.oid::regclass, clauses), ARRAY[relpersistence::text, clauses]
FROM pg_class c JOIN mine ON mine.oid = relnamespace JOIN pg_sequence ON seqrelid = c.oid,
LATERAL (SELECT format('AS %s START WITH %s INCREMENT BY %s MINVALUE %s MAXVALUE %s CACHE %s%s',
    format_type(seqtypid, NULL), seqstart, seqincrement, seqmin, seqmax, seqcache,
    CASE WHEN seqcycle THEN ' CYCLE' END) AS clauses) AS parts
WHERE relkind = 'S' AND ('pg_class'::regclass, c.oid) NOT IN (SELECT * FROM theirs)
AND c.oid NOT IN (SELECT sequence FROM serial)
AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass
                AND d.objid = c.oid AND d.deptype = 'i')
"""

_OWNERS: Final = """
SELECT 8, 'sequence owner', 'owner', c.oid::bigint, c.oid::regclass::text,
       format('ALTER SEQUENCE %s OWNED BY %s.%I', c.oid::regclass, refobjid::regclass, attname),
       ARRAY[format('%s.%I', refobjid::regclass, attname)]
FROM pg_class c JOIN mine ON mine.oid = relnamespace
JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid
    AND d.refclassid = 'pg_class'::regclass AND d.deptype = 'a' AND d.refobjsubid > 0
JOIN pg_attribute a ON attrelid = refobjid AND attnum = refobjsubid
WHERE relkind = 'S' AND c.oid NOT IN (SELECT sequence FROM serial)
"""

_ROUTINES: Final = """
SELECT 6, CASE prokind WHEN 'p' THEN 'procedure' ELSE 'function' END, 'pg_proc', p.oid::bigint,
       p.oid::regprocedure::text, rtrim(pg_get_functiondef(p.oid), E' \\n'),
       ARRAY[rtrim(pg_get_functiondef(p.oid), E' \\n')]
FROM pg_proc p JOIN mine ON mine.oid = pronamespace
WHERE prokind IN ('f', 'p', 'w') AND ('pg_proc'::regclass, p.oid) NOT IN (SELECT * FROM theirs)
AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass
                AND d.objid = p.oid AND d.deptype = 'i')
"""

_VIEWS: Final = """
, columns AS (
    SELECT attrelid, attnum, attname, format_type(atttypid, atttypmod) AS kind, array_remove(ARRAY[
        (SELECT 'SET DEFAULT ' || pg_get_expr(adbin, adrelid) FROM pg_attrdef
         WHERE adrelid = attrelid AND adnum = attnum),
        CASE WHEN attstattarget >= 0 THEN 'SET STATISTICS ' || attstattarget END,
        'SET COMPRESSION ' || CASE attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END,
        CASE WHEN attstorage <> typstorage THEN 'SET STORAGE ' || CASE attstorage
            WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'x' THEN 'EXTENDED' ELSE 'MAIN' END
        END, 'SET (' || array_to_string(attoptions, ', ') || ')'], NULL) AS kept
    FROM pg_attribute JOIN pg_type t ON t.oid = atttypid WHERE attnum > 0 AND NOT attisdropped
)
SELECT 8, word, 'pg_class', c.oid::bigint, c.oid::regclass::text,
       format('CREATE %s %s%s AS %s', upper(word), c.oid::regclass,
              ' WITH (' || array_to_string(reloptions, ', ') || ')',
              rtrim(pg_get_viewdef(c.oid), ';'))
       || coalesce((SELECT string_agg(format(E';\\nALTER %s %s ALTER COLUMN %I %s', upper(word),
                                             c.oid::regclass, attname, line), '' ORDER BY attnum)
                    FROM columns, unnest(kept) AS line WHERE attrelid = c.oid), ''),
       ARRAY[pg_get_viewdef(c.oid)] || coalesce(reloptions, '{}')
       || (SELECT array_agg(format('%I %s', attname, concat_ws(', ', VARIADIC kind || kept))
                            ORDER BY attnum)
           FROM columns WHERE attrelid = c.oid)
FROM pg_class c JOIN mine ON mine.oid = relnamespace,
LATERAL (SELECT CASE relkind WHEN 'm' THEN 'materialized view' ELSE 'view' END AS word) AS words
WHERE relkind IN ('v', 'm') AND ('pg_class'::regclass, c.oid) NOT IN (SELECT * FROM theirs)
"""

_REFERENCES: Final = """
SELECT 10, 'foreign key', 'pg_constraint', c.oid::bigint, format('%s.%I', conrelid::regclass, conname),
       format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname,
              pg_get_constraintdef(c.oid)),
       ARRAY[pg_get_constraintdef(c.oid), 'validated ' || convalidated]
FROM pg_constraint c JOIN mine ON mine.oid = connamespace
WHERE contype = 'f' AND conparentid = 0
"""

_TRIGGERS: Final = """
SELECT 11, 'trigger', 'pg_trigger', t.oid::bigint, format('%s.%I', tgrelid::regclass, tgname),
       pg_get_triggerdef(t.oid) || CASE tgenabled WHEN 'O' THEN '' ELSE
           format(E';\\nALTER TABLE %s %s TRIGGER %I', tgrelid::regclass,
                  CASE tgenabled WHEN 'D' THEN 'DISABLE' WHEN 'A' THEN 'ENABLE ALWAYS'
                  ELSE 'ENABLE REPLICA' END, tgname) END,
       ARRAY[pg_get_triggerdef(t.oid), tgenabled::text]
FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid JOIN mine ON mine.oid = relnamespace
WHERE NOT tgisinternal AND tgparentid = 0
UNION ALL
SELECT 12, 'trigger state', 'pg_trigger', t.oid::bigint, format('%s.%I', t.tgrelid::regclass, t.tgname),
       format('ALTER TABLE %s %s TRIGGER %I', t.tgrelid::regclass, CASE t.tgenabled
              WHEN 'D' THEN 'DISABLE' WHEN 'A' THEN 'ENABLE ALWAYS' WHEN 'R' THEN 'ENABLE REPLICA'
              ELSE 'ENABLE' END, t.tgname), ARRAY[t.tgenabled::text]
FROM pg_trigger t JOIN pg_trigger p ON p.oid = t.tgparentid AND p.tgenabled <> t.tgenabled
JOIN pg_class c ON c.oid = t.tgrelid JOIN mine ON mine.oid = relnamespace
WHERE NOT p.tgisinternal
"""

_RULES: Final = """
SELECT 11, 'rule', 'pg_rewrite', r.oid::bigint, format('%s.%I', ev_class::regclass, rulename),
       rtrim(pg_get_ruledef(r.oid), ';') || CASE ev_enabled WHEN 'O' THEN '' ELSE
           format(E';\\nALTER TABLE %s %s RULE %I', ev_class::regclass,
                  CASE ev_enabled WHEN 'D' THEN 'DISABLE' WHEN 'A' THEN 'ENABLE ALWAYS'
                  ELSE 'ENABLE REPLICA' END, rulename) END,
       ARRAY[pg_get_ruledef(r.oid), ev_enabled::text]
FROM pg_rewrite r JOIN pg_class c ON c.oid = ev_class JOIN mine ON mine.oid = relnamespace
WHERE rulename <> '_RETURN'
"""

_POLICIES: Final = """
SELECT 11, 'policy', 'pg_policy', p.oid::bigint, format('%s.%I', polrelid::regclass, polname),
       format('CREATE POLICY %I ON %s %s', polname, polrelid::regclass, clauses), ARRAY[clauses]
FROM pg_policy p JOIN pg_class c ON c.oid = polrelid JOIN mine ON mine.oid = relnamespace,
LATERAL (SELECT concat_ws(' ', CASE WHEN polpermissive THEN 'AS PERMISSIVE' ELSE 'AS RESTRICTIVE' END,
    'FOR ' || CASE polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
              WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
    'TO ' || (SELECT string_agg(CASE r WHEN 0 THEN 'PUBLIC' ELSE r::regrole::text END, ', ')
              FROM unnest(polroles) AS r),
    'USING (' || pg_get_expr(polqual, polrelid) || ')',
    'WITH CHECK (' || pg_get_expr(polwithcheck, polrelid) || ')') AS clauses) AS parts
"""

_STATISTICS: Final = """
SELECT 11, 'statistics', 'pg_statistic_ext', s.oid::bigint,
       format('%s%I', CASE nspname WHEN 'public' THEN '' ELSE quote_ident(nspname) || '.' END, stxname),
       pg_get_statisticsobjdef(s.oid) || CASE WHEN stxstattarget >= 0 THEN
           format(E';\\nALTER STATISTICS %I.%I SET STATISTICS %s', nspname, stxname, stxstattarget)
           ELSE '' END,
       ARRAY[pg_get_statisticsobjdef(s.oid), coalesce(stxstattarget, -1)::text]
FROM pg_statistic_ext s JOIN mine ON mine.oid = stxnamespace
"""

_EVENT_TRIGGERS: Final = """
SELECT 12, 'event trigger', 'pg_event_trigger', e.oid::bigint, evtname::text,
       format('CREATE EVENT TRIGGER %I ON %s%s EXECUTE FUNCTION %s()', evtname, evtevent,
              ' WHEN TAG IN (' || (SELECT string_agg(quote_literal(t), ', ') FROM unnest(evttags) AS t)
              || ')', evtfoid::regproc)
       || CASE evtenabled WHEN 'O' THEN '' ELSE format(E';\\nALTER EVENT TRIGGER %I %s', evtname,
           CASE evtenabled WHEN 'D' THEN 'DISABLE' WHEN 'A' THEN 'ENABLE ALWAYS'
           ELSE 'ENABLE REPLICA' END) END,
       ARRAY[evtevent::text, evtenabled::text, evtfoid::regproc::text, coalesce(evttags::text, '')]
FROM pg_event_trigger e WHERE ('pg_event_trigger'::regclass, e.oid) NOT IN (SELECT * FROM theirs)
"""

_COMMENTS: Final = """
SELECT DISTINCT i.type, i.identity, d.description
FROM pg_description d, LATERAL pg_identify_object(d.classoid, d.objoid, d.objsubid) AS i
WHERE (d.objoid >= 16384 OR i.type = 'schema' AND i.identity = 'public'
       AND d.description <> 'standard public schema') AND coalesce(i.schema, '') NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
AND i.identity NOT LIKE 'information_schema.%' AND i.identity !~ '(^|on )pg_temp'
AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.deptype = 'e' AND e.classid = d.classoid
                AND e.objid = d.objoid)
AND NOT (i.type = 'extension' AND d.description = (
    SELECT comment FROM pg_available_extensions a JOIN pg_extension x ON x.extname = a.name
    WHERE x.oid = d.objoid))
UNION ALL
SELECT 'extension', quote_ident(extname), NULL
FROM pg_extension e JOIN pg_available_extensions a ON a.name = e.extname
WHERE e.oid >= 16384 AND a.comment IS NOT NULL AND obj_description(e.oid, 'pg_extension') IS NULL
ORDER BY 1, 2
"""

_DEPENDENCIES: Final = """
WITH owner AS (
    SELECT 'pg_attrdef'::regclass AS class, oid, 'pg_class'::regclass AS other, adrelid AS to_
    FROM pg_attrdef
    UNION ALL
    SELECT 'pg_constraint'::regclass, oid, 'pg_class'::regclass, conrelid FROM pg_constraint
    WHERE conrelid <> 0 AND contype <> 'f'
    UNION ALL
    SELECT 'pg_constraint'::regclass, oid, 'pg_type'::regclass, contypid FROM pg_constraint
    WHERE contypid <> 0
    UNION ALL
    SELECT 'pg_rewrite'::regclass, oid, 'pg_class'::regclass, ev_class FROM pg_rewrite
    WHERE rulename = '_RETURN'
    UNION ALL
    SELECT 'pg_type'::regclass, oid, 'pg_class'::regclass, typrelid FROM pg_type
    WHERE typrelid <> 0 AND (SELECT relkind <> 'c' FROM pg_class c WHERE c.oid = typrelid)
    UNION ALL
    SELECT 'pg_class'::regclass, typrelid, 'pg_type'::regclass, oid FROM pg_type
    WHERE typrelid <> 0 AND (SELECT relkind = 'c' FROM pg_class c WHERE c.oid = typrelid)
    UNION ALL
    SELECT 'pg_type'::regclass, t.oid, 'pg_type'::regclass, t.typelem FROM pg_type t
    WHERE t.typelem <> 0 AND t.typname LIKE '\\_%'
    UNION ALL
    SELECT 'pg_type'::regclass, rngmultitypid, 'pg_type'::regclass, rngtypid FROM pg_range
    UNION ALL
    SELECT 'pg_class'::regclass, conindid, 'pg_class'::regclass, conrelid FROM pg_constraint
    WHERE contype IN ('p', 'u', 'x')
)
SELECT DISTINCT coalesce(a.other, d.classid)::regclass::text, coalesce(a.to_, d.objid)::bigint,
       coalesce(b.other, d.refclassid)::regclass::text, coalesce(b.to_, d.refobjid)::bigint
FROM pg_depend d
LEFT JOIN owner a ON a.class = d.classid AND a.oid = d.objid
LEFT JOIN owner b ON b.class = d.refclassid AND b.oid = d.refobjid
WHERE d.objid >= 16384 AND d.deptype IN ('n', 'a') AND NOT (d.deptype = 'a'
    AND EXISTS (SELECT FROM pg_sequence WHERE seqrelid = d.objid) AND d.refobjsubid > 0)
UNION ALL
SELECT 'owner', objid::bigint, 'pg_class', refobjid::bigint FROM pg_depend
WHERE deptype = 'a' AND refobjsubid > 0
UNION ALL
SELECT 'pg_class', inhrelid::bigint, 'pg_class', inhparent::bigint FROM pg_inherits
"""

OBJECTS: Final[list[Sql[Row]]] = [
    _query(text)
    for text in (
        _SCHEMAS,
        _EXTENSIONS,
        WRAPPERS,
        SERVERS,
        MAPPINGS,
        _COLLATIONS,
        _ENUMS,
        _RANGES,
        _DOMAINS,
        _COMPOSITES,
        _SEQUENCES,
        _OWNERS,
        _ROUTINES,
        AGGREGATES,
        OPERATORS,
        FAMILIES,
        CLASSES,
        CASTS,
        CONVERSIONS,
        PARSERS,
        TEMPLATES,
        DICTIONARIES,
        CONFIGURATIONS,
        TABLES,
        _VIEWS,
        INDEXES,
        KEYS,
        _REFERENCES,
        _TRIGGERS,
        _RULES,
        _POLICIES,
        _STATISTICS,
        PUBLICATIONS,
        _EVENT_TRIGGERS,
    )
]
VERSION: Final = Sql["tuple[str]"]("SHOW server_version_num")
DEPENDENCIES: Final = Sql["tuple[str, int, str, int]"](_DEPENDENCIES)
COMMENTS: Final = Sql["tuple[str, str, str | None]"](_COMMENTS)
