"""The query that reads publications; its columns are those of the others in postgres_catalog.

Depends on: nothing.
"""

from __future__ import annotations

from typing import Final

# Generated columns can be published since 18.
PUBLICATIONS: Final = """
SELECT 12, 'publication', 'pg_publication', p.oid::bigint, pubname::text,
       format('CREATE PUBLICATION %I', pubname)
       || CASE WHEN puballtables THEN ' FOR ALL TABLES'
          ELSE coalesce(' FOR ' || array_to_string(published, ', '), '') END
       || coalesce(' WITH (' || nullif(array_to_string(options, ', '), '') || ')', ''),
       CASE WHEN puballtables THEN ARRAY['all tables'] ELSE '{}' END || published || options
FROM pg_publication p,
LATERAL (SELECT array_agg(line ORDER BY line) AS published FROM (
    SELECT format('TABLE %s%s', CASE WHEN EXISTS (
                SELECT FROM pg_inherits JOIN pg_class c ON c.oid = inhrelid
                WHERE inhparent = prrelid AND NOT relispartition) THEN 'ONLY ' END, prrelid::regclass)
           || coalesce((SELECT ' (' || string_agg(quote_ident(attname), ', ' ORDER BY attnum) || ')'
                        FROM pg_attribute WHERE attrelid = prrelid AND attnum = ANY (prattrs)), '')
           || coalesce(' WHERE (' || pg_get_expr(prqual, prrelid) || ')', '') AS line
    FROM pg_publication_rel WHERE prpubid = p.oid
    UNION ALL
    SELECT format('TABLES IN SCHEMA %I', nspname)
    FROM pg_publication_namespace JOIN pg_namespace n ON n.oid = pnnspid WHERE pnpubid = p.oid
) AS lines) AS content,
LATERAL (SELECT array_remove(ARRAY[
    CASE WHEN pubinsert AND pubupdate AND pubdelete AND pubtruncate THEN NULL
    ELSE format('publish = %L', concat_ws(', ', CASE WHEN pubinsert THEN 'insert' END,
        CASE WHEN pubupdate THEN 'update' END, CASE WHEN pubdelete THEN 'delete' END,
        CASE WHEN pubtruncate THEN 'truncate' END)) END,
    CASE WHEN pubviaroot THEN 'publish_via_partition_root = true' END,
    CASE to_jsonb(p) ->> 'pubgencols' WHEN 's' THEN 'publish_generated_columns = stored' END
], NULL) AS options) AS settings
WHERE ('pg_publication'::regclass, p.oid) NOT IN (SELECT * FROM theirs)
"""
