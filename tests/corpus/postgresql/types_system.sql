-- The system's own tables and views, and the functions that speak of them.
CREATE SCHEMA app;
CREATE TABLE users (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE app.posts (id integer PRIMARY KEY, user_id integer REFERENCES users);
COMMENT ON TABLE users IS 'people';

-- name: Classes :many
SELECT oid, relname, relkind, relnamespace, reltuples, relacl, reloptions FROM pg_class WHERE relkind = 'r' AND relname = $1;

-- name: ClassesQualified :many
SELECT c.relname, n.nspname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ANY($1);

-- name: ClassesQualifiedByName :many
SELECT pg_class.relname, pg_catalog.pg_class.oid FROM pg_catalog.pg_class;

-- name: AllOfNamespace :many
SELECT * FROM pg_namespace;

-- name: Attributes :many
SELECT a.attname, a.atttypid, format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid) AS "default"
FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE a.attrelid = 'users'::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum;

-- name: ByRegclass :many
SELECT relname FROM pg_class WHERE oid = $1::regclass;

-- name: RegclassOfText :one
SELECT to_regclass('users'), 'users'::regclass AS class, 'users'::regclass::oid AS number, 'users'::regclass::text AS word, to_regtype($1);

-- name: Indexes :many
SELECT i.indexrelid::regclass AS index, i.indkey, i.indkey[0] AS first, pg_get_indexdef(i.indexrelid), pg_get_indexdef(i.indexrelid, 1, true) AS part
FROM pg_index i WHERE i.indrelid = $1;

-- name: Constraints :many
SELECT conname, contype, conkey, confrelid::regclass AS target, pg_get_constraintdef(oid), pg_get_constraintdef(oid, true) AS pretty FROM pg_constraint;

-- name: ConstraintColumns :many
SELECT c.conname, a.attname FROM pg_constraint c CROSS JOIN LATERAL unnest(c.conkey) AS k (attnum)
JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.attnum;

-- name: Types :many
SELECT t.typname, t.typtype, t.typelem, e.enumlabel, e.enumsortorder FROM pg_type t LEFT JOIN pg_enum e ON e.enumtypid = t.oid;

-- name: Procedures :many
SELECT proname, prokind, proargtypes, proargnames, proallargtypes, pg_get_function_arguments(oid), pg_get_functiondef(oid), pg_get_function_result(oid) FROM pg_proc;

-- name: Settings :many
SELECT name, setting, unit, short_desc FROM pg_settings WHERE name LIKE $1;

-- name: CurrentSetting :one
SELECT current_setting('search_path'), current_setting($1, true), set_config('app.user', $2, false);

-- name: Activity :many
SELECT pid, usename, state, query, query_start, client_addr, backend_xid, now() - query_start AS age FROM pg_stat_activity WHERE datname = current_database();

-- name: Locks :many
SELECT l.locktype, l.mode, l.granted, a.query FROM pg_locks l JOIN pg_stat_activity a USING (pid);

-- name: Sizes :many
SELECT relname, pg_total_relation_size(oid), pg_size_pretty(pg_relation_size(oid)), pg_table_size(oid::regclass) FROM pg_class;

-- name: UserTables :many
SELECT schemaname, relname, n_live_tup, last_vacuum FROM pg_stat_user_tables;

-- name: Tables :many
SELECT schemaname, tablename, tableowner, hasindexes FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema');

-- name: Views :many
SELECT viewname, definition FROM pg_views;

-- name: IndexesView :many
SELECT indexname, indexdef FROM pg_indexes WHERE tablename = $1;

-- name: Databases :many
SELECT datname, datdba, datcollate, pg_database_size(datname) FROM pg_database;

-- name: Roles :many
SELECT rolname, rolsuper, pg_get_userbyid(oid), oid::regrole AS role FROM pg_roles;

-- name: Sequences :many
SELECT schemaname, sequencename, last_value, increment_by FROM pg_sequences;

-- name: Descriptions :many
SELECT obj_description('users'::regclass, 'pg_class'), col_description('users'::regclass, 1), d.description FROM pg_description d;

-- name: InformationTables :many
SELECT table_schema, table_name, table_type, is_insertable_into FROM information_schema.tables WHERE table_schema = $1;

-- name: InformationColumns :many
SELECT column_name, data_type, is_nullable, ordinal_position, character_maximum_length, column_default FROM information_schema.columns
WHERE table_schema = 'public' AND table_name = $1 ORDER BY ordinal_position;

-- name: InformationColumnsStar :many
SELECT * FROM information_schema.columns;

-- name: InformationKeys :many
SELECT kcu.column_name, ccu.table_name AS foreign_table, tc.constraint_type
FROM information_schema.table_constraints tc
JOIN information_schema.key_column_usage kcu ON kcu.constraint_name = tc.constraint_name AND kcu.table_schema = tc.table_schema
JOIN information_schema.constraint_column_usage ccu ON ccu.constraint_name = tc.constraint_name
WHERE tc.table_name = $1 AND tc.constraint_type IN ('FOREIGN KEY', $2);

-- name: InformationJoined :many
SELECT t.table_name, c.column_name FROM information_schema.tables t JOIN information_schema.columns c USING (table_schema, table_name);

-- name: InformationDomains :many
SELECT table_name::text AS word, upper(table_name) AS loud, table_name || 'x' AS longer, ordinal_position + 1 AS next,
    coalesce(column_default, '') AS shown, array_agg(column_name) OVER () AS names FROM information_schema.columns;

-- name: InformationType :one
SELECT $1::information_schema.sql_identifier AS identifier, 1::information_schema.cardinal_number AS number;

-- name: WholeRow :many
SELECT n, (n).nspname, n::text AS shown FROM pg_namespace n;

-- name: RowType :one
SELECT (NULL::pg_namespace).nspname AS name, NULL::pg_catalog.pg_class AS class;

-- name: SystemColumns :many
SELECT ctid, xmin, tableoid, tableoid::regclass AS owner FROM pg_class;

-- name: Xids :one
SELECT age(xmin), pg_current_xact_id(), txid_current(), pg_backend_pid(), pg_postmaster_start_time() FROM pg_class LIMIT 1;

-- name: Privileges :one
SELECT has_table_privilege('users', 'SELECT'), has_table_privilege(current_user, 'users'::regclass, $1), has_schema_privilege('app', 'USAGE');

-- name: SerialSequence :one
SELECT pg_get_serial_sequence('users', 'id'), pg_typeof(1), pg_typeof(1)::text AS word, format_type(23, NULL);

-- name: Keywords :many
SELECT word, catcode FROM pg_get_keywords();

-- name: ListFunctions :many
SELECT name, abbrev, utc_offset, is_dst FROM pg_timezone_names() AS z;

-- name: TimeZones :many
SELECT name, utc_offset FROM pg_timezone_names WHERE name = $1;

-- name: Acl :many
SELECT c.relname, a.grantee, a.privilege_type FROM pg_class c, aclexplode(c.relacl) a;

-- name: LockTree :many
SELECT pg_blocking_pids(pid), pg_cancel_backend(pid), pg_terminate_backend(pid, 100) FROM pg_stat_activity;

-- name: Extensions :many
SELECT extname, extversion, extnamespace::regnamespace AS schema, extconfig FROM pg_extension;

-- name: Triggers :many
SELECT tgname, tgrelid::regclass AS owner, pg_get_triggerdef(oid), tgenabled = 'O' AS enabled FROM pg_trigger;

-- name: ViewDefinition :one
SELECT pg_get_viewdef('pg_tables'::regclass, true), pg_get_viewdef('pg_tables');

-- name: Inherits :many
SELECT inhrelid::regclass AS child, pg_get_expr(c.relpartbound, c.oid) AS bound, pg_get_partkeydef(inhparent)
FROM pg_inherits JOIN pg_class c ON c.oid = inhrelid;

-- name: PartitionTree :many
SELECT relid, parentrelid, isleaf, level FROM pg_partition_tree('users');

-- name: ATableNamedLikeAView :many
WITH pg_tables AS (SELECT 1 AS one) SELECT * FROM pg_tables;
