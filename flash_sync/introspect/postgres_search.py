# Generated from flash_core/database/introspect/postgres_search.py by `nox -s unasync`: edit that file.
"""The queries that read PostgreSQL's text search parsers, templates, dictionaries, configurations.

Depends on: nothing.
"""

from __future__ import annotations

from typing import Final

PARSERS: Final = """
SELECT 1, 'text search parser', 'pg_ts_parser', p.oid::bigint, format('%I.%I', mine.nspname, prsname),
       sql, ARRAY[sql]
FROM pg_ts_parser p JOIN mine ON mine.oid = prsnamespace,
LATERAL (SELECT format('CREATE TEXT SEARCH PARSER %I.%I (%s)', mine.nspname, prsname, concat_ws(', ',
    'START = ' || prsstart, 'GETTOKEN = ' || prstoken, 'END = ' || prsend,
    'LEXTYPES = ' || prslextype, 'HEADLINE = ' || nullif(prsheadline, 0)::regproc)) AS sql) AS parts
WHERE ('pg_ts_parser'::regclass, p.oid) NOT IN (SELECT * FROM theirs)
"""

TEMPLATES: Final = """
SELECT 1, 'text search template', 'pg_ts_template', t.oid::bigint,
       format('%I.%I', mine.nspname, tmplname), sql, ARRAY[sql]
FROM pg_ts_template t JOIN mine ON mine.oid = tmplnamespace,
LATERAL (SELECT format('CREATE TEXT SEARCH TEMPLATE %I.%I (%s)', mine.nspname, tmplname,
    concat_ws(', ', 'INIT = ' || nullif(tmplinit, 0)::regproc, 'LEXIZE = ' || tmpllexize)) AS sql) AS parts
WHERE ('pg_ts_template'::regclass, t.oid) NOT IN (SELECT * FROM theirs)
"""

DICTIONARIES: Final = """
SELECT 2, 'text search dictionary', 'pg_ts_dict', d.oid::bigint, d.oid::regdictionary::text, sql,
       ARRAY[sql]
FROM pg_ts_dict d JOIN mine ON mine.oid = dictnamespace
JOIN pg_ts_template t ON t.oid = dicttemplate JOIN pg_namespace n ON n.oid = tmplnamespace,
LATERAL (SELECT format('CREATE TEXT SEARCH DICTIONARY %I.%I (%s)', mine.nspname, dictname,
    concat_ws(', ', format('TEMPLATE = %I.%I', n.nspname, tmplname), dictinitoption)) AS sql) AS parts
WHERE ('pg_ts_dict'::regclass, d.oid) NOT IN (SELECT * FROM theirs)
"""

CONFIGURATIONS: Final = """
SELECT 3, 'text search configuration', 'pg_ts_config', c.oid::bigint, c.oid::regconfig::text,
       concat_ws(E';\\n', format('CREATE TEXT SEARCH CONFIGURATION %I.%I (PARSER = %I.%I)',
                                mine.nspname, cfgname, n.nspname, prsname), mappings),
       ARRAY[n.nspname || '.' || prsname, coalesce(mappings, '')]
FROM pg_ts_config c JOIN mine ON mine.oid = cfgnamespace
JOIN pg_ts_parser p ON p.oid = cfgparser JOIN pg_namespace n ON n.oid = prsnamespace,
LATERAL (SELECT string_agg(format('ALTER TEXT SEARCH CONFIGURATION %I.%I ADD MAPPING FOR %I WITH %s',
                                  mine.nspname, cfgname, alias, dictionaries), E';\\n' ORDER BY alias)
         AS mappings
         FROM (SELECT maptokentype,
                      string_agg(mapdict::regdictionary::text, ', ' ORDER BY mapseqno) AS dictionaries
               FROM pg_ts_config_map WHERE mapcfg = c.oid GROUP BY maptokentype) AS maps
         JOIN ts_token_type(cfgparser) ON tokid = maptokentype) AS lines
WHERE ('pg_ts_config'::regclass, c.oid) NOT IN (SELECT * FROM theirs)
"""
