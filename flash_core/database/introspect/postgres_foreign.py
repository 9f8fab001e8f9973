"""The queries that read what PostgreSQL knows of foreign servers.

Depends on: nothing.
"""

from __future__ import annotations

from typing import Final

WRAPPERS: Final = """
SELECT 2, 'foreign data wrapper', 'pg_foreign_data_wrapper', w.oid::bigint, fdwname::text, sql,
       ARRAY[sql]
FROM pg_foreign_data_wrapper w,
LATERAL (SELECT concat_ws(' ', 'CREATE FOREIGN DATA WRAPPER', quote_ident(fdwname),
    'HANDLER ' || nullif(fdwhandler, 0)::regproc, 'VALIDATOR ' || nullif(fdwvalidator, 0)::regproc,
    'OPTIONS (' || (SELECT string_agg(format('%I %L', option_name, option_value), ', ')
                    FROM pg_options_to_table(fdwoptions)) || ')') AS sql) AS parts
WHERE ('pg_foreign_data_wrapper'::regclass, w.oid) NOT IN (SELECT * FROM theirs)
"""

SERVERS: Final = """
SELECT 2, 'server', 'pg_foreign_server', s.oid::bigint, srvname::text, sql, ARRAY[sql]
FROM pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = srvfdw,
LATERAL (SELECT concat_ws(' ', 'CREATE SERVER', quote_ident(srvname),
    'TYPE ' || quote_literal(srvtype), 'VERSION ' || quote_literal(srvversion),
    'FOREIGN DATA WRAPPER', quote_ident(fdwname),
    'OPTIONS (' || (SELECT string_agg(format('%I %L', option_name, option_value), ', ')
                    FROM pg_options_to_table(srvoptions)) || ')') AS sql) AS parts
WHERE ('pg_foreign_server'::regclass, s.oid) NOT IN (SELECT * FROM theirs)
"""

# Without the right to see their options they are as none.
MAPPINGS: Final = """
SELECT 6, 'user mapping', 'pg_user_mapping', u.umid::bigint, format('%s %I', whom, srvname), sql,
       ARRAY[sql]
FROM pg_user_mappings u,
LATERAL (SELECT CASE umuser WHEN 0 THEN 'PUBLIC' ELSE quote_ident(usename) END AS whom) AS users,
LATERAL (SELECT concat_ws(' ', 'CREATE USER MAPPING FOR', whom, 'SERVER', quote_ident(srvname),
    'OPTIONS (' || (SELECT string_agg(format('%I %L', option_name, option_value), ', ')
                    FROM pg_options_to_table(umoptions)) || ')') AS sql) AS parts
"""
