-- JSON in MariaDB: the functions, the aggregates, JSON_TABLE.
CREATE TABLE docs (
    id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    title VARCHAR(50) NOT NULL,
    body JSON NOT NULL,
    extra JSON,
    raw TEXT,
    size INT GENERATED ALWAYS AS (JSON_VALUE(body, '$.size')) VIRTUAL
) CHARACTER SET utf8mb4;

-- name: Whole :many
SELECT body, extra FROM docs;

-- name: Extract :many
SELECT JSON_EXTRACT(body, '$.a'), JSON_EXTRACT(body, '$.a', '$.b'), JSON_UNQUOTE(JSON_EXTRACT(body, '$.a')) AS a, JSON_VALUE(body, '$.a'), JSON_QUERY(body, '$.b') FROM docs;

-- name: Build :one
-- columns: JSON_OBJECT('a', 1, 'b', 'x')!, JSON_ARRAY(1, 'x', NULL)!, JSON_OBJECT()!, JSON_ARRAY()!, JSON_QUOTE('x')?
SELECT JSON_OBJECT('a', 1, 'b', 'x'), JSON_ARRAY(1, 'x', NULL), JSON_OBJECT(), JSON_ARRAY(), JSON_QUOTE('x');

-- name: Change :many
SELECT JSON_SET(body, '$.a', 1), JSON_INSERT(body, '$.a', :p1), JSON_REPLACE(body, '$.a', :value), JSON_REMOVE(body, '$.a'), JSON_MERGE_PATCH(body, extra), JSON_MERGE_PRESERVE(body, '{}'), JSON_ARRAY_APPEND(body, '$', 1), JSON_ARRAY_INSERT(body, '$[0]', 1) FROM docs;

-- name: Ask :many
-- columns: JSON_CONTAINS(body, '1')?, JSON_CONTAINS_PATH(body, 'one', '$.a', '$.b')?, JSON_EXISTS(body, '$.a')?, JSON_LENGTH(body)?, JSON_LENGTH(body, '$.a')?, JSON_DEPTH(body)?, JSON_TYPE(body)?, JSON_VALID(raw)?, JSON_KEYS(body)?, JSON_SEARCH(body, 'one', 'x')?, JSON_OVERLAPS(body, '[1]')?
SELECT JSON_CONTAINS(body, '1'), JSON_CONTAINS_PATH(body, 'one', '$.a', '$.b'), JSON_EXISTS(body, '$.a'), JSON_LENGTH(body), JSON_LENGTH(body, '$.a'), JSON_DEPTH(body), JSON_TYPE(body), JSON_VALID(raw), JSON_KEYS(body), JSON_SEARCH(body, 'one', 'x'), JSON_OVERLAPS(body, '[1]') FROM docs;

-- name: Show :many
SELECT JSON_PRETTY(body), JSON_COMPACT(body), JSON_DETAILED(body), JSON_LOOSE(body), JSON_NORMALIZE(body) FROM docs;

-- name: Aggregated :many
-- columns: title!, JSON_ARRAYAGG(id)!, JSON_OBJECTAGG(title, size)?
SELECT title, JSON_ARRAYAGG(id), JSON_OBJECTAGG(title, size) FROM docs GROUP BY title;

-- name: ByValue :many
SELECT id FROM docs WHERE JSON_VALUE(body, '$.name') = :name AND JSON_CONTAINS(extra, :part);

-- name: JsonTable :many
SELECT d.id, j.name, j.price FROM docs d, JSON_TABLE(d.body, '$.items[*]' COLUMNS (name VARCHAR(20) PATH '$.name', price DECIMAL(10, 2) PATH '$.price')) AS j;

-- name: JsonTableOrdinality :many
-- columns: place!, x?, has!, body?
SELECT j.* FROM JSON_TABLE(?, '$[*]' COLUMNS (place FOR ORDINALITY, x INT PATH '$.x' DEFAULT '0' ON EMPTY ERROR ON ERROR, has INT EXISTS PATH '$.y', body JSON PATH '$')) j;

-- name: JsonTableNested :many
-- columns: a!, b?
SELECT t.a, t.b FROM docs JOIN JSON_TABLE(docs.body, '$' COLUMNS (a INT PATH '$.a', NESTED PATH '$.list[*]' COLUMNS (b VARCHAR(10) PATH '$'))) t WHERE t.a > :least;

-- name: JsonTableLeft :many
SELECT d.title, t.v FROM docs d LEFT JOIN JSON_TABLE(d.body, '$[*]' COLUMNS (v TEXT PATH '$')) t ON 1;

-- name: JsonInsert :exec
INSERT INTO docs (title, body) VALUES (:title, JSON_OBJECT('k', :k));

-- name: JsonCoalesce :many
SELECT COALESCE(extra, body), IFNULL(extra, '{}'), IF(id > 1, body, extra), CASE WHEN id = 1 THEN body END FROM docs;

-- name: JsonUnion :many
SELECT body FROM docs UNION ALL SELECT extra FROM docs;

-- name: JsonDerived :many
SELECT d.body, d.kind FROM (SELECT body, JSON_TYPE(body) AS kind FROM docs) d;

-- name: ColumnCalledNested :many
SELECT j.nested FROM JSON_TABLE(:document, '$[*]' COLUMNS (nested JSON PATH '$.a')) j;
