-- What is neither a query nor a change of rows, and what the server tells of itself.
CREATE TABLE jobs (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, name VARCHAR(30) NOT NULL, done BOOLEAN NOT NULL DEFAULT FALSE);
CREATE TABLE log (at DATETIME NOT NULL, line TEXT);
CREATE FUNCTION twice(n INT) RETURNS INT DETERMINISTIC RETURN n * 2;
CREATE PROCEDURE finish(IN job INT) UPDATE jobs SET done = TRUE WHERE id = job;
CREATE PROCEDURE how_many(OUT n INT) SELECT COUNT(*) INTO n FROM jobs;

-- name: CallFinish :exec
CALL finish(?);

-- name: CallNamed :exec
CALL finish(:job);

-- name: UseFunction :many
SELECT id, twice(id) AS doubled, twice(?) FROM jobs;

-- name: DoSleep :exec
DO SLEEP(0), RELEASE_LOCK('x');

-- name: Truncate :exec
TRUNCATE TABLE log;

-- name: SetVariable :exec
SET @x = 1, @y = @x + 1;

-- name: SetSession :exec
SET SESSION sql_mode = 'STRICT_ALL_TABLES';

-- name: SetNames :exec
SET NAMES utf8mb4;

-- name: Begin :exec
START TRANSACTION READ ONLY;

-- name: BeginPlain :exec
BEGIN;

-- name: Commit :exec
COMMIT;

-- name: Rollback :exec
ROLLBACK;

-- name: Savepoint :exec
SAVEPOINT a;

-- name: RollbackTo :exec
ROLLBACK TO SAVEPOINT a;

-- name: Release :exec
RELEASE SAVEPOINT a;

-- name: LockTables :exec
LOCK TABLES jobs WRITE, log READ;

-- name: UnlockTables :exec
UNLOCK TABLES;

-- name: Analyze :exec
ANALYZE TABLE jobs;

-- name: Optimize :exec
OPTIMIZE TABLE jobs;

-- name: ShowTables :many
SHOW TABLES;

-- name: ShowFullTables :many
SHOW FULL TABLES;

-- name: ShowColumns :many
SHOW COLUMNS FROM jobs;

-- name: ShowIndex :many
-- columns: Table!, Non_unique!, Key_name!, Seq_in_index!, Column_name?, Collation?, Cardinality?, Sub_part?, Packed?, Null!, Index_type!, Comment?, Index_comment!, Ignored!
SHOW INDEX FROM jobs;

-- name: ShowVariables :many
SHOW VARIABLES LIKE 'version%';

-- name: ShowStatus :many
SHOW GLOBAL STATUS;

-- name: ShowDatabases :many
SHOW DATABASES;

-- name: ShowProcesslist :many
SHOW PROCESSLIST;

-- name: ShowWarnings :many
SHOW WARNINGS;

-- name: ShowCreate :one
SHOW CREATE TABLE jobs;

-- name: ShowTableStatus :many
SHOW TABLE STATUS;

-- name: Describe :many
DESCRIBE jobs;

-- name: ExplainSelect :many
EXPLAIN SELECT * FROM jobs WHERE id = 1;

-- name: GetLock :one
SELECT GET_LOCK(:name, 10) AS got, IS_FREE_LOCK(:name), RELEASE_LOCK(:name);

-- name: SelectInto :exec
SELECT COUNT(*) INTO @n FROM jobs;

-- name: LoadData :exec
LOAD DATA LOCAL INFILE 'jobs.csv' INTO TABLE jobs FIELDS TERMINATED BY ',' (name, done);

-- name: KillQuery :exec
KILL QUERY 1;

-- name: FlushTables :exec
FLUSH TABLES;
