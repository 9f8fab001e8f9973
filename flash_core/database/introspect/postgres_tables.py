"""The query that reads PostgreSQL's tables, each with its columns and its own constraints.

A serial column is written as one where its sequence is as ``serial`` makes it.

Depends on: nothing.
"""

from __future__ import annotations

from typing import Final

TABLES: Final = """
, columns AS (
    SELECT a.attrelid, a.attnum, a.attname, a.attislocal, a.attinhcount,
        concat_ws(' ', quote_ident(a.attname),
            coalesce(s.word, format_type(a.atttypid, a.atttypmod)),
            (SELECT 'OPTIONS (' || string_agg(format('%I %L', option_name, option_value), ', '
                ORDER BY option_name) || ')' FROM pg_options_to_table(a.attfdwoptions)),
            CASE WHEN a.attcollation <> t.typcollation
                THEN 'COLLATE ' || a.attcollation::regcollation END, value
        ) AS line, value,
        CASE WHEN a.attnotnull AND n.convalidated IS NOT FALSE AND s.word IS NULL THEN
            concat_ws(' ', CASE WHEN n.conname <>
                left(c.relname || '_' || a.attname || '_not_null', 63)
                THEN format('CONSTRAINT %I', n.conname) END, 'NOT NULL') END AS required,
        CASE WHEN n.connoinherit THEN 'NO INHERIT' END AS alone,
        n.conislocal IS NOT FALSE AS requires, n.conislocal AS restated,
        CASE WHEN NOT n.convalidated THEN format('CONSTRAINT %I NOT NULL %I%s NOT VALID',
            n.conname, a.attname, CASE WHEN n.connoinherit THEN ' NO INHERIT' END) END AS unproven,
        concat_ws(', ',
            CASE WHEN a.attstorage <> t.typstorage THEN 'storage ' || a.attstorage::text END,
            CASE WHEN a.attcompression <> '' THEN 'compression ' || a.attcompression::text END,
            CASE WHEN a.attstattarget >= 0 THEN 'statistics ' || a.attstattarget END,
            'options ' || a.attoptions::text,
            CASE WHEN i.sequence IS NOT NULL THEN 'sequence ' || i.sequence END
        ) AS extra,
        array_remove(ARRAY[
            CASE WHEN a.attstattarget >= 0 THEN 'SET STATISTICS ' || a.attstattarget END,
            -- A child that is made later has that of its parent.
            'SET COMPRESSION ' || CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4'
                ELSE (SELECT 'default' FROM pg_inherits JOIN pg_attribute p
                      ON p.attrelid = inhparent WHERE inhrelid = a.attrelid
                      AND p.attname = a.attname AND p.attcompression <> '' LIMIT 1) END,
            'SET (' || array_to_string(a.attoptions, ', ') || ')',
            CASE WHEN value IS NULL OR NOT a.attislocal THEN own END], NULL) AS kept,
        a.attstorage, a.atttypid
    FROM pg_attribute a
    JOIN pg_class c ON c.oid = a.attrelid
    JOIN pg_type t ON t.oid = a.atttypid
    LEFT JOIN LATERAL (SELECT pg_get_expr(adbin, adrelid) AS expression FROM pg_attrdef
        WHERE adrelid = a.attrelid AND adnum = a.attnum) AS d ON true
    LEFT JOIN serial s ON s.owner = a.attrelid AND s.part = a.attnum
    LEFT JOIN pg_constraint n ON n.conrelid = a.attrelid AND n.contype = 'n'
        AND n.conkey = ARRAY[a.attnum]
    LEFT JOIN LATERAL (
        SELECT q.seqrelid::regclass AS sequence,
            (SELECT relname FROM pg_class WHERE pg_class.oid = q.seqrelid) AS name,
            format('START WITH %s INCREMENT BY %s MINVALUE %s MAXVALUE %s CACHE %s%s', seqstart,
                   seqincrement, seqmin, seqmax, seqcache, CASE WHEN seqcycle THEN ' CYCLE' END)
            AS clauses
        FROM pg_depend d JOIN pg_sequence q ON q.seqrelid = d.objid
        WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
        AND d.deptype = 'i' AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum
    ) AS i ON true
    LEFT JOIN LATERAL (SELECT nullif(concat_ws(' ',
        CASE a.attgenerated WHEN 's' THEN 'GENERATED ALWAYS AS (' || expression || ') STORED'
            WHEN 'v' THEN 'GENERATED ALWAYS AS (' || expression || ') VIRTUAL' END,
        CASE WHEN a.attidentity <> '' THEN
            format('GENERATED %s AS IDENTITY (%s%s)',
                CASE a.attidentity WHEN 'a' THEN 'ALWAYS' ELSE 'BY DEFAULT' END,
                CASE WHEN i.name <> c.relname || '_' || a.attname || '_seq' THEN
                    'SEQUENCE NAME ' || i.sequence || ' ' END, i.clauses) END,
        CASE WHEN a.attgenerated = '' AND s.word IS NULL THEN 'DEFAULT ' || expression END
    ), '') AS value) AS v ON true
    -- What a child has in place of the default of its parent.
    LEFT JOIN LATERAL (SELECT coalesce('SET DEFAULT ' || d.expression, 'DROP DEFAULT') AS own
        FROM (SELECT pg_get_expr(adbin, adrelid) AS above FROM pg_inherits
            JOIN pg_attribute p ON p.attrelid = inhparent AND p.attname = a.attname
            LEFT JOIN pg_attrdef ON adrelid = p.attrelid AND adnum = p.attnum
            WHERE inhrelid = a.attrelid ORDER BY inhseqno LIMIT 1) AS parent
        WHERE a.attgenerated = '' AND a.attidentity = '' AND above IS DISTINCT FROM d.expression
    ) AS o ON true
    WHERE a.attnum > 0 AND NOT a.attisdropped
), constraints AS (
    SELECT conrelid, oid, conname, conindid, conislocal, coninhcount, contype,
        contype <> 'c' AND conindid IN (SELECT * FROM incomplete) AS apart,
        format('CONSTRAINT %I %s', conname, pg_get_constraintdef(oid)) AS line,
        -- Inside CREATE TABLE the key would give the child a NOT NULL of its own.
        contype = 'p' AND EXISTS (SELECT FROM pg_constraint n WHERE n.conrelid = k.conrelid
            AND n.contype = 'n' AND NOT n.conislocal AND n.conkey <@ k.conkey)
            AND NOT (SELECT relispartition FROM pg_class p WHERE p.oid = conrelid) AS later
    FROM pg_constraint k WHERE contype IN ('p', 'u', 'x', 'c')
), settings AS (
    SELECT c.oid, array_remove(ARRAY[
        CASE WHEN c.relrowsecurity THEN 'ENABLE ROW LEVEL SECURITY' END,
        CASE WHEN c.relforcerowsecurity THEN 'FORCE ROW LEVEL SECURITY' END,
        CASE WHEN c.relkind <> 'f' THEN CASE c.relreplident
            WHEN 'f' THEN 'REPLICA IDENTITY FULL'
            WHEN 'n' THEN 'REPLICA IDENTITY NOTHING' END END], NULL) AS clauses
    FROM pg_class c
)
SELECT 7, 'table', 'pg_class', c.oid::bigint, c.oid::regclass::text,
    concat_ws('',
        'CREATE ', CASE c.relpersistence WHEN 'u' THEN 'UNLOGGED ' END,
        CASE c.relkind WHEN 'f' THEN 'FOREIGN ' END, 'TABLE ', c.oid::regclass,
        CASE WHEN c.relispartition THEN ' PARTITION OF ' || parents
            WHEN c.reloftype <> 0 THEN ' OF ' || c.reloftype::regtype END,
        CASE WHEN lines IS NOT NULL THEN E' (\\n    ' || lines || E'\\n)'
            WHEN NOT c.relispartition AND c.reloftype = 0 THEN ' ()' END,
        CASE WHEN c.relispartition THEN ' ' || pg_get_expr(c.relpartbound, c.oid)
            WHEN parents IS NOT NULL THEN ' INHERITS (' || parents || ')' END,
        CASE WHEN c.relkind = 'p' THEN ' PARTITION BY ' || pg_get_partkeydef(c.oid) END,
        (SELECT ' SERVER ' || quote_ident(srvname) || coalesce(' OPTIONS (' || (
            SELECT string_agg(format('%I %L', option_name, option_value), ', ')
            FROM pg_options_to_table(ftoptions)) || ')', '')
         FROM pg_foreign_table JOIN pg_foreign_server v ON v.oid = ftserver WHERE ftrelid = c.oid),
        CASE WHEN c.relam <> 0 AND am.amname <> 'heap' THEN ' USING ' || quote_ident(am.amname) END,
        CASE WHEN c.reloptions IS NOT NULL
            THEN ' WITH (' || array_to_string(c.reloptions, ', ') || ')' END,
        (SELECT ' TABLESPACE ' || quote_ident(spcname) FROM pg_tablespace v
         WHERE v.oid = c.reltablespace),
        (SELECT string_agg(format(E';\\nALTER TABLE %s %s', c.oid::regclass, line), '')
         FROM unnest(s.clauses) AS line),
        (SELECT string_agg(format(E';\\nALTER TABLE %s ADD %s', c.oid::regclass, line), '')
         FROM constraints WHERE conrelid = c.oid AND later AND conislocal),
        (SELECT string_agg(format(E';\\nALTER TABLE %s ADD %s', c.oid::regclass, unproven), '')
         FROM columns WHERE attrelid = c.oid AND attislocal AND unproven IS NOT NULL),
        (SELECT string_agg(format(E';\\nALTER TABLE %s ALTER COLUMN %I SET STORAGE %s',
             c.oid::regclass, attname, CASE attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN
             'EXTERNAL' WHEN 'x' THEN 'EXTENDED' ELSE 'MAIN' END), '')
         FROM columns WHERE attrelid = c.oid AND extra LIKE 'storage%' AND attislocal),
        (SELECT string_agg(format(E';\\nALTER TABLE ONLY %s ALTER COLUMN %I %s',
             c.oid::regclass, attname, setting), '' ORDER BY attnum)
         FROM columns, unnest(kept) AS setting WHERE attrelid = c.oid),
        (SELECT string_agg(format(E';\\nALTER TABLE %s %s %I', c.oid::regclass, word, conname), '')
         FROM constraints JOIN pg_index ON indexrelid = conindid, LATERAL (VALUES
             ('CLUSTER ON', indisclustered), ('REPLICA IDENTITY USING INDEX', indisreplident))
             AS marks (word, marked)
         WHERE conrelid = c.oid AND marked AND NOT apart)
    ),
    (SELECT array_agg(fact ORDER BY fact COLLATE "C") FROM (
        -- What NOT NULL is called changes nothing, and a rename leaves it behind.
        SELECT concat_ws(' ', 'column', line,
            CASE WHEN required IS NOT NULL THEN concat_ws(' ', 'NOT NULL', alone) END, extra,
            CASE WHEN attinhcount > 0 THEN 'inherited' END) AS fact
        FROM columns WHERE attrelid = c.oid
        UNION ALL SELECT unproven FROM columns WHERE attrelid = c.oid AND unproven IS NOT NULL
        UNION ALL SELECT line
        FROM constraints WHERE conrelid = c.oid
        UNION ALL SELECT unnest(s.clauses)
        -- Nor what the server calls the part of an index above that a partition has.
        UNION ALL SELECT 'part of index ' || inhparent::regclass FROM pg_index i
            JOIN pg_inherits ON inhrelid = i.indexrelid WHERE i.indrelid = c.oid
        UNION ALL SELECT 'clustered ' || i.indexrelid::regclass FROM pg_index i
            WHERE i.indrelid = c.oid AND indisclustered
        UNION ALL SELECT 'replica identity ' || i.indexrelid::regclass FROM pg_index i
            WHERE i.indrelid = c.oid AND indisreplident
        UNION ALL SELECT concat_ws(' ', 'option', unnest(c.reloptions))
        UNION ALL SELECT 'tablespace ' || spcname FROM pg_tablespace v
            WHERE v.oid = c.reltablespace
        UNION ALL VALUES (concat_ws(' ', 'kind', c.relkind, c.relpersistence, parents,
            pg_get_expr(c.relpartbound, c.oid),
            CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END,
            CASE WHEN c.reloftype <> 0 THEN c.reloftype::regtype END, am.amname,
            (SELECT format('server %s %s', srvname, ftoptions) FROM pg_foreign_table
             JOIN pg_foreign_server v ON v.oid = ftserver WHERE ftrelid = c.oid)))
    ) AS facts)
FROM pg_class c
JOIN mine ON mine.oid = c.relnamespace
JOIN settings s ON s.oid = c.oid
LEFT JOIN pg_am am ON am.oid = c.relam
LEFT JOIN LATERAL (SELECT string_agg(inhparent::regclass::text, ', ' ORDER BY inhseqno) AS parents
    FROM pg_inherits WHERE inhrelid = c.oid) AS p ON true
LEFT JOIN LATERAL (SELECT string_agg(line, E',\\n    ' ORDER BY part, attnum) AS lines FROM (
    SELECT 0 AS part, attnum::bigint,
        concat_ws(' ', line, CASE WHEN (requires OR parents IS NULL) AND required IS NOT NULL
            THEN concat_ws(' ', required, alone) END) AS line
    FROM columns
    WHERE attrelid = c.oid AND attislocal AND NOT c.relispartition AND c.reloftype = 0
    UNION ALL
    SELECT 0, attnum::bigint, concat_ws(' ', quote_ident(attname), 'WITH OPTIONS', value, required,
        CASE WHEN required IS NOT NULL THEN alone END)
    FROM columns
    WHERE attrelid = c.oid AND c.reloftype <> 0 AND (value IS NOT NULL OR required IS NOT NULL)
    UNION ALL
    SELECT 1, attnum::bigint, concat_ws(' ', required, quote_ident(attname), alone) FROM columns
    WHERE attrelid = c.oid AND NOT attislocal AND restated AND required IS NOT NULL
        AND parents IS NOT NULL
    UNION ALL
    SELECT 2, oid::bigint, line FROM constraints
    WHERE conrelid = c.oid AND conislocal AND NOT (c.relispartition AND coninhcount > 0)
        AND NOT (apart OR later)
) AS all_lines) AS l ON true
WHERE c.relkind IN ('r', 'p', 'f') AND c.relname !~ '^_flash_migration'
AND ('pg_class'::regclass, c.oid) NOT IN (SELECT * FROM theirs)
"""
