"""The queries that read PostgreSQL's indexes, and the keys that stand apart from their tables.

Depends on: nothing.
"""

from __future__ import annotations

from typing import Final

# ON ONLY leaves an index without parts in some partitions; those that it has come one by one.
INDEXES: Final = """
SELECT 9, 'index', 'pg_class', c.oid::bigint, c.oid::regclass::text,
       CASE WHEN t.relkind = 'p' AND c.oid NOT IN (SELECT * FROM incomplete)
       THEN replace(pg_get_indexdef(c.oid), ' ON ONLY ', ' ON ')
       ELSE pg_get_indexdef(c.oid) END
       || CASE WHEN above IS NULL THEN ''
          ELSE format(E';\\nALTER INDEX %s ATTACH PARTITION %s', above, c.oid::regclass) END
       || concat(
           (SELECT string_agg(format(E';\\nALTER INDEX %s ALTER COLUMN %s SET STATISTICS %s',
                c.oid::regclass, attnum, attstattarget), '' ORDER BY attnum)
            FROM pg_attribute WHERE attrelid = c.oid AND attstattarget >= 0),
           CASE WHEN indisclustered THEN
               format(E';\\nALTER %s %s CLUSTER ON %I', word, t.oid::regclass, c.relname) END,
           CASE WHEN indisreplident THEN format(E';\\nALTER TABLE %s REPLICA IDENTITY USING INDEX %I',
               t.oid::regclass, c.relname) END),
       ARRAY[pg_get_indexdef(c.oid)]
       || (SELECT array_agg(format('statistics %s %s', attnum, attstattarget))
           FROM pg_attribute WHERE attrelid = c.oid AND attstattarget >= 0)
       || CASE WHEN indisreplident THEN ARRAY['replica identity'] END
       || CASE WHEN indisclustered THEN ARRAY['clustered'] END
FROM pg_index i JOIN pg_class c ON c.oid = indexrelid JOIN mine ON mine.oid = c.relnamespace
JOIN pg_class t ON t.oid = indrelid
CROSS JOIN LATERAL (VALUES (CASE t.relkind WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'TABLE' END))
    AS kinds (word)
LEFT JOIN LATERAL (SELECT inhparent::regclass AS above FROM pg_inherits
    WHERE inhrelid = c.oid AND inhparent IN (SELECT * FROM incomplete)) AS parts ON true
WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = c.oid AND k.contype IN ('p','u','x'))
AND (NOT c.relispartition OR above IS NOT NULL)
AND ('pg_class'::regclass, t.oid) NOT IN (SELECT * FROM theirs)
AND t.relname !~ '^_flash_migration' AND t.relkind <> 't'
"""

# So do those of a key, which is added to its table when all partitions are there.
KEYS: Final = """
SELECT 9, 'constraint', 'pg_class', c.oid::bigint, format('%s.%I', conrelid::regclass, conname),
       format('ALTER TABLE %s%s ADD CONSTRAINT %I %s', CASE WHEN only_ THEN 'ONLY ' END,
              conrelid::regclass, conname, def)
       || CASE WHEN above IS NULL THEN ''
          ELSE format(E';\\nALTER INDEX %s ATTACH PARTITION %s', above, c.oid::regclass) END,
       ARRAY[def, 'only ' || only_, 'part of ' || coalesce(above::text, '')]
FROM pg_constraint k JOIN mine ON mine.oid = connamespace JOIN pg_class c ON c.oid = conindid
LEFT JOIN LATERAL (SELECT inhparent::regclass AS above FROM pg_inherits
    WHERE inhrelid = c.oid AND inhparent IN (SELECT * FROM incomplete)) AS parts ON true,
LATERAL (SELECT pg_get_constraintdef(k.oid) AS def, c.oid IN (SELECT * FROM incomplete) AS only_)
    AS said
WHERE contype IN ('p', 'u', 'x') AND (only_ OR above IS NOT NULL)
AND ('pg_class'::regclass, conrelid) NOT IN (SELECT * FROM theirs)
"""
