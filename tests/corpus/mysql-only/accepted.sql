-- What MySQL has and MariaDB has not.
CREATE TABLE users (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, name VARCHAR(50) NOT NULL, email VARCHAR(90) NOT NULL UNIQUE, data JSON, hits INT NOT NULL DEFAULT 0, label VARCHAR(99) AS (CONCAT(name, email)), KEY low ((LOWER(name))), KEY many ((CAST(data->'$.ids' AS UNSIGNED ARRAY))));
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

-- name: JsonValueReturning :many
-- columns: n?, price?, plain?, document?
SELECT JSON_VALUE(data, '$.n' RETURNING SIGNED) AS n, JSON_VALUE(data, '$.p' RETURNING DECIMAL(10, 2) DEFAULT 0 ON EMPTY ERROR ON ERROR) AS price, JSON_VALUE(data, '$.s') AS plain, JSON_VALUE(data, '$.d' RETURNING JSON) AS document FROM users;

-- name: MemberOf :many
-- params: data varchar
-- columns: id!
SELECT id FROM users WHERE ? MEMBER OF (data->'$.tags') OR 17 MEMBER OF (data);

-- name: GroupingOfExpressions :many
-- columns: user_id?, half?, GROUPING(user_id, score DIV 2)!
SELECT user_id, score DIV 2 AS half, GROUPING(user_id, score DIV 2) FROM posts GROUP BY user_id, score DIV 2 WITH ROLLUP;

-- name: RowAliasOfSet :exec
-- params: name varchar, email varchar
INSERT INTO users SET name = ?, email = ? AS fresh ON DUPLICATE KEY UPDATE hits = users.hits + fresh.hits;

-- name: ValuesAsTable :many
-- columns: n!, s!
SELECT * FROM (VALUES ROW(1, 'x'), ROW(2, 'y')) AS t (n, s);

-- name: LagWithDefault :many
-- columns: last!, coming?
SELECT LAG(id, 1, 0) OVER w AS last, LEAD(score, 2, -1) OVER w AS coming FROM posts WINDOW w AS (ORDER BY id);

-- name: DeleteByCte :exec
-- params: score int
WITH old AS (SELECT id FROM posts WHERE score < ?) DELETE FROM posts WHERE id IN (SELECT id FROM old);

-- name: UpdateByCte :exec
-- params: hits int
WITH t AS (SELECT user_id, COUNT(*) AS c FROM posts GROUP BY user_id) UPDATE users u JOIN t ON t.user_id = u.id SET u.hits = t.c WHERE u.hits < ?;

-- name: LockedRows :many
-- columns: id!
SELECT u.id FROM users u JOIN posts p ON p.user_id = u.id FOR UPDATE OF u SKIP LOCKED;

-- name: RegularExpressions :many
-- columns: found!, changed!, part?, place?
SELECT REGEXP_LIKE(name, '^a', 'i') AS found, REGEXP_REPLACE(name, 'a', 'b', 1, 0) AS changed, REGEXP_SUBSTR(name, '[a-z]+', 1, 2) AS part, REGEXP_INSTR(name, 'b') AS place FROM users;

-- name: CommaLateral :many
-- columns: name!, title!
SELECT u.name, l.title FROM users u, LATERAL (SELECT title FROM posts WHERE user_id = u.id LIMIT 3) l;

-- name: RowsInIn :many
-- params: id int, name varchar
-- columns: id!
SELECT id FROM users WHERE (id, name) IN (ROW(?, ?), ROW(1, 'a'));

-- name: IntersectAndExcept :many
-- columns: id!
SELECT id FROM users INTERSECT SELECT user_id FROM posts EXCEPT SELECT id FROM posts;
