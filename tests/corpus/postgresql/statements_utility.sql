-- What is neither a query nor a change of rows.
CREATE TABLE things (id integer PRIMARY KEY, name text);
CREATE MATERIALIZED VIEW thing_names AS SELECT name FROM things;

-- name: Refresh :exec
REFRESH MATERIALIZED VIEW thing_names;

-- name: RefreshWithoutData :exec
REFRESH MATERIALIZED VIEW thing_names WITH NO DATA;

-- name: TruncateCascade :exec
TRUNCATE TABLE things RESTART IDENTITY CASCADE;

-- name: NotifyChannel :exec
NOTIFY changes, 'things';

-- name: ListenChannel :exec
LISTEN changes;

-- name: UnlistenAll :exec
UNLISTEN *;

-- name: LockThings :exec
LOCK TABLE things IN ACCESS EXCLUSIVE MODE NOWAIT;

-- name: SetLocal :exec
SET LOCAL statement_timeout = '1s';

-- name: SetPath :exec
SET search_path TO public;

-- name: SetTimeZone :exec
SET TIME ZONE 'UTC';

-- name: SetRole :exec
SET ROLE NONE;

-- name: SetTransaction :exec
SET TRANSACTION ISOLATION LEVEL SERIALIZABLE;

-- name: ResetAll :exec
RESET ALL;

-- name: ShowOne :one
SHOW statement_timeout;

-- name: ShowPath :one
SHOW search_path;

-- name: ShowTimeZone :one
SHOW TIME ZONE;

-- name: ShowQuoted :one
SHOW "DateStyle";

-- name: ShowAll :many
SHOW ALL;

-- name: ShowTransaction :one
SHOW TRANSACTION ISOLATION LEVEL;

-- name: ExplainQuery :many
EXPLAIN SELECT * FROM things;

-- name: ExplainAnalyze :many
EXPLAIN (ANALYZE, BUFFERS) SELECT * FROM things WHERE id = 1;

-- name: ExplainJson :many
EXPLAIN (FORMAT JSON) SELECT * FROM things;

-- name: ExplainXml :many
EXPLAIN (ANALYZE, FORMAT xml) DELETE FROM things;

-- name: ExplainParameter :many
EXPLAIN SELECT * FROM things WHERE id = $1 AND name = $2;

-- name: DoBlock :exec
DO $$ BEGIN PERFORM 1; END $$;

-- name: CopyOut :exec
COPY things TO '/tmp/things.csv' WITH (FORMAT csv);

-- name: VacuumThings :exec
VACUUM (ANALYZE) things;

-- name: AnalyzeThings :exec
ANALYZE things (name);

-- name: ReindexThings :exec
REINDEX TABLE things;

-- name: ClusterThings :exec
CLUSTER things USING things_pkey;

-- name: Checkpoint :exec
CHECKPOINT;

-- name: Begin :exec
BEGIN;

-- name: CommitIt :exec
COMMIT;

-- name: Savepoint :exec
SAVEPOINT here;

-- name: RollbackTo :exec
ROLLBACK TO SAVEPOINT here;

-- name: DiscardAll :exec
DISCARD ALL;

-- name: CreateTemporary :exec
CREATE TEMP TABLE scratch (id integer);

-- name: CreateTableAs :exec
CREATE TABLE copies AS SELECT * FROM things;

-- name: SelectInto :exec
SELECT id INTO TEMP copies_of_things FROM things;

-- name: CreateIndex :exec
CREATE INDEX ON things (name);

-- name: CreateView :exec
CREATE VIEW thing_view AS SELECT id FROM things;

-- name: AlterThings :exec
ALTER TABLE things ADD COLUMN note text;

-- name: DropThings :exec
DROP TABLE things;

-- name: DropIfExists :exec
DROP VIEW IF EXISTS nothing;

-- name: CommentOn :exec
COMMENT ON TABLE things IS 'things';

-- name: GrantSelect :exec
GRANT SELECT ON things TO PUBLIC;

-- name: CreateFunction :exec
CREATE FUNCTION one() RETURNS integer LANGUAGE sql AS 'SELECT 1';

-- name: DeclareCursor :exec
DECLARE c CURSOR FOR SELECT * FROM things;

-- name: CloseCursor :exec
CLOSE c;

-- name: PrepareStatement :exec
PREPARE p AS SELECT 1;

-- name: Deallocate :exec
DEALLOCATE ALL;

-- name: AlterSystem :exec
ALTER SYSTEM SET work_mem = '8MB';

-- name: SetConstraints :exec
SET CONSTRAINTS ALL DEFERRED;

-- name: ReassignOwned :exec
REASSIGN OWNED BY postgres TO postgres;
