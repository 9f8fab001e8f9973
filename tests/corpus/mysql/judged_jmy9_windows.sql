CREATE TABLE t3 (id INT NOT NULL, a INT NOT NULL);
INSERT INTO t3 VALUES (1,1),(2,2);

-- name: InWindow :one
-- columns: x?, y?, z!, w?
SELECT 1 IN (SELECT row_number() OVER (ORDER BY id) FROM t3) AS x, 1 > ALL (SELECT row_number() OVER (ORDER BY id) FROM t3) AS y, 1 IN (SELECT r FROM (SELECT row_number() OVER (ORDER BY id) r FROM t3) d) AS z, 1 NOT IN (SELECT max(1) OVER () FROM t3 GROUP BY id) AS w;

-- name: InWindowOfRows :many
SELECT id, id IN (SELECT row_number() OVER (ORDER BY id) FROM t3 WHERE t3.a = o.a) AS x FROM t3 o;
