-- How people ask the system catalogs.
CREATE TABLE t (id int PRIMARY KEY, a text, b jsonb, c int[], d date);

-- name: AttributesCounted :many
SELECT relname, (SELECT count(*) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > $1) FROM pg_class c WHERE relkind = ANY($2);

-- name: ColumnsGrouped :many
SELECT table_name, array_agg(column_name::text ORDER BY ordinal_position) FROM information_schema.columns WHERE table_schema = $1 GROUP BY table_name HAVING count(*) > $2;

-- name: VisibleClasses :many
SELECT n.nspname, c.relname FROM pg_class c LEFT JOIN pg_namespace n ON n.oid = c.relnamespace WHERE pg_table_is_visible(c.oid) AND c.relname ~ $1 ORDER BY 1, 2;

-- name: Statistics :many
SELECT stavalues1, attname FROM pg_statistic s JOIN pg_attribute a ON a.attrelid = s.starelid;

-- name: StatisticsView :many
SELECT most_common_vals, n_distinct, most_common_vals::text::text[] FROM pg_stats WHERE tablename = $1;

-- name: ArgumentTypes :many
SELECT unnest(proargtypes), proargtypes[0], array_length(proargtypes, 1), proargtypes::oid[], proargtypes::regtype[] FROM pg_proc;

-- name: NamespaceRows :many
SELECT pg_namespace, pg_namespace.* FROM pg_namespace;

-- name: AttributesOfAClass :many
SELECT a.attname, a.atttypid::regtype, col_description(a.attrelid, a.attnum), a.attrelid::regclass::text FROM pg_attribute a WHERE a.attrelid = $1::text::regclass;

-- name: ClassesWithNamespaces :many
SELECT * FROM pg_class JOIN pg_namespace ON relnamespace = pg_namespace.oid WHERE nspname = $1;

-- name: FullJoinUsing :many
SELECT coalesce(t.relname, c.relname), x FROM pg_class t FULL JOIN pg_class c USING (oid), pg_ls_dir('.') x;

-- name: AllSettings :many
SELECT * FROM pg_show_all_settings() AS s LIMIT 1;

-- name: ActivityFunction :many
SELECT * FROM pg_stat_get_activity(NULL) AS s;

-- name: DatabaseSizes :many
SELECT d.datname, pg_stat_get_db_numbackends(d.oid), pg_size_pretty(pg_database_size(d.oid)), d.datacl::text[] FROM pg_database d;

-- name: ConstraintColumnNames :many
SELECT conname, pg_get_constraintdef(c.oid), array(SELECT attname FROM pg_attribute WHERE attnum = ANY(c.conkey) AND attrelid = c.conrelid) FROM pg_constraint c WHERE conrelid = 't'::regclass AND contype IN ('p', $1);

-- name: TriggerTypes :many
SELECT tgname, pg_trigger_depth(), tgtype & 2, tgattr FROM pg_trigger;

-- name: SchemataUnion :many
SELECT * FROM information_schema.schemata WHERE schema_name = 'x' UNION ALL SELECT * FROM information_schema.schemata;

-- name: Dependencies :many
WITH RECURSIVE deps AS (SELECT objid, refobjid, 1 AS level FROM pg_depend WHERE refobjid = $1 UNION ALL SELECT d.objid, d.refobjid, level + 1 FROM pg_depend d JOIN deps ON deps.objid = d.refobjid) SELECT * FROM deps;

-- name: SettingsByType :many
SELECT setting::int, name FROM pg_settings WHERE context <> 'internal' AND vartype = $1 AND enumvals @> $2;

-- name: SessionFunctions :one
SELECT current_schema(), current_schemas(true), current_user, session_user, current_catalog, inet_client_addr(), pg_is_in_recovery(), pg_last_wal_receive_lsn(), pg_current_wal_lsn() - '0/0', pg_wal_lsn_diff($1, $2), version(), pg_conf_load_time(), txid_current_snapshot(), pg_current_snapshot(), pg_snapshot_xmin(pg_current_snapshot()), pg_export_snapshot();

-- name: Locks :many
SELECT pg_try_advisory_lock($1), pg_advisory_xact_lock($2, $3), pg_advisory_unlock_all(), pg_notify($4, $5), pg_sleep($6);

-- name: RowsInASubquery :many
SELECT x.a FROM (SELECT row(1, 'a') AS r, ROW(id, a) FROM t) x(a, b);
