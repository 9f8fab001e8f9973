-- needs: ENABLE_UPDATE_DELETE_LIMIT
CREATE TABLE jobs (id INTEGER PRIMARY KEY, rank INTEGER, name TEXT NOT NULL, done BOOLEAN NOT NULL DEFAULT FALSE);
INSERT INTO jobs VALUES (1, NULL, 'a', 0), (2, 5, 'b', 1), (3, 7, 'c', 0);

-- name: UpdateTheFirst :exec
-- params: name TEXT, rank INTEGER, limit INTEGER, offset INTEGER
UPDATE jobs SET name = ? WHERE rank > ? ORDER BY id LIMIT ? OFFSET ?;
-- name: TakeTheFirst :one
-- columns: id INTEGER!, rank INTEGER?
UPDATE jobs SET done = TRUE WHERE NOT done AND rank IS NOT NULL RETURNING id, rank ORDER BY rank DESC LIMIT 1;
-- name: DeleteSome :many
-- columns: rank INTEGER?, name TEXT!
DELETE FROM jobs RETURNING rank, name LIMIT 2, 1;
-- name: DeleteTheOldest :execrows
-- params: keep INTEGER
DELETE FROM jobs WHERE done ORDER BY id LIMIT max(0, (SELECT count(*) FROM jobs) - :keep);
