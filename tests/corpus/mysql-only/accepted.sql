-- What MySQL has and MariaDB has not.
CREATE TABLE users (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, name VARCHAR(50) NOT NULL, email VARCHAR(90) NOT NULL UNIQUE, data JSON, hits INT NOT NULL DEFAULT 0, label VARCHAR(99) AS (CONCAT(name, email)));
CREATE TABLE posts (id INT NOT NULL PRIMARY KEY, user_id INT NOT NULL, title VARCHAR(80) NOT NULL, score INT);

-- name: Arrows :many
-- columns: data->'$.a'?, data->>'$.a'?, theme?
SELECT data->'$.a', data->>'$.a', data->>'$.theme' AS theme FROM users WHERE data->>'$.kind' = :kind;

-- name: RowAlias :exec
-- params: name varchar, email varchar, hits int
INSERT INTO users (name, email, hits) VALUES (:name, :email, :hits) AS new ON DUPLICATE KEY UPDATE hits = users.hits + new.hits, name = new.name;

-- name: RowAliasColumns :exec
-- params: name varchar, email varchar
INSERT INTO users (name, email) VALUES (:name, :email) AS new (n, e) ON DUPLICATE KEY UPDATE name = n;

-- name: Lateral :many
-- columns: name!, title?, score?
SELECT u.name, l.title, l.score FROM users u LEFT JOIN LATERAL (SELECT p.title, p.score FROM posts p WHERE p.user_id = u.id ORDER BY p.score DESC LIMIT 1) l ON TRUE;

-- name: ValuesRow :many
-- columns: column_0!, column_1!
VALUES ROW(1, 'a'), ROW(2, 'b');

-- name: TableQuery :many
-- columns: id!, user_id!, title!, score?
TABLE posts;

-- name: Grouped :many
-- columns: id!, name!, COUNT(p.id)!
SELECT u.id, u.name, COUNT(p.id) FROM users u LEFT JOIN posts p ON p.user_id = u.id GROUP BY u.id;

-- name: GroupedByEmail :many
-- columns: name!, n!
SELECT name, COUNT(*) AS n FROM users GROUP BY email;

-- name: GroupedThroughJoin :many
-- columns: name!, COUNT(*)!
SELECT u.name, COUNT(*) FROM posts p JOIN users u ON u.id = p.user_id GROUP BY p.user_id;

-- name: AnyValue :many
-- columns: user_id!, ANY_VALUE(title)!
SELECT user_id, ANY_VALUE(title) FROM posts GROUP BY user_id;

-- name: FixedByWhere :one
-- columns: name?, COUNT(*)!
SELECT name, COUNT(*) FROM users WHERE name = ?;

-- name: Grouping :many
-- columns: user_id?, GROUPING(user_id)!
SELECT user_id, GROUPING(user_id) FROM posts GROUP BY user_id WITH ROLLUP;
